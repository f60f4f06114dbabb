"""Every answer that a test sees is held against the committed contract's schemas."""

from collections.abc import Awaitable, Callable
from functools import lru_cache
from typing import Any

import httpx
from fastapi import FastAPI
from fastapi.routing import APIRoute
from jsonschema import Draft202012Validator

_ROUTES: dict[int, list[APIRoute]] = {}


@lru_cache(maxsize=1024)
def _validator(app: FastAPI, path: str, method: str, status: str, media: str) -> Draft202012Validator | None:
    document = app.openapi()
    operation = document["paths"].get(path, {}).get(method)
    if operation is None:
        return None
    described = operation["responses"].get(status) or operation["responses"].get("default")
    content = described.get("content", {}).get(media)
    if content is None:
        raise AssertionError(f"{method.upper()} {path} answers {status} {media}, which the contract does not declare")
    return Draft202012Validator({**content["schema"], "components": document["components"]})


def hold_to_contract(app: FastAPI) -> Callable[[httpx.Response], Awaitable[None]]:
    """An httpx hook that fails the test when a JSON body breaks its declared schema."""

    async def check(response: httpx.Response) -> None:
        media = response.headers.get("content-type", "").partition(";")[0]
        if "json" not in media:
            return
        await response.aread()
        route = _route(app, response.request)
        if route is None or not route.include_in_schema:
            return
        validator = _validator(
            app, route.path_format, response.request.method.lower(), str(response.status_code), media
        )
        if validator is None:
            return
        faults = sorted(validator.iter_errors(response.json()), key=lambda fault: list(map(str, fault.path)))
        assert not faults, f"{response.request.method} {route.path}: " + "; ".join(
            f"{fault.json_path}: {fault.message[:300]}" for fault in faults[:5]
        )

    return check


def _route(app: FastAPI, request: httpx.Request) -> APIRoute | None:
    routes: list[Any] = _ROUTES.setdefault(id(app), [route for route in app.routes if isinstance(route, APIRoute)])
    for route in routes:
        if request.method in route.methods and route.path_regex.match(request.url.path):
            found: APIRoute = route
            return found
    return None
