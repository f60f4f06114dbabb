"""create_app(): lifespan, the layer around everything, error handlers, routers, the contract."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from asyncpg import Connection
from fastapi import Depends, FastAPI, Request, Response
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute

from . import __doc__ as about
from . import __version__, docs_page
from .api import ROUTERS
from .core import problems
from .core.db import Database
from .core.envelope import Envelope
from .core.errors import PreconditionFailed, PreconditionRequired, Unavailable
from .core.http import Endpoint, Switch, version_asked, walk
from .core.logging import configure, log
from .core.paging import Cursors
from .core.render import render
from .core.settings import Settings
from .demo.refusal import DemonstrationHere, check_before_start, refuse_demonstration
from .identity.memory import Memory
from .identity.requires import COOKIE, Public, Requires


class ScopeNotDeclared(RuntimeError):
    """A route says neither which scope it needs nor that it is public; the application refuses to start."""


def create_app(settings: Settings) -> FastAPI:
    """The whole service. Postgres may be away: the API starts, answers 503, and recovers by itself."""
    configure(settings.log_level)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        await check_before_start(settings)
        app.state.database = await Database.connect(settings)
        app.state.is_draining = False
        try:
            yield
        finally:
            await app.state.database.close()

    app = FastAPI(
        title="Alongside",
        version=__version__,
        description=about,
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/v1/openapi.json",
        redirect_slashes=False,
    )
    app.state.settings = settings
    app.state.cursors = Cursors(settings.secret_key.get_secret_value())
    app.state.memory = Memory()
    problems.install(app)
    _add_health(app)
    docs_page.add(app, Depends(Public("the contract is public")))
    for router in ROUTERS:
        # appended as they are: FastAPI's include_router would add a matching step to every request
        app.router.routes.extend(router.routes)
    check_scopes(app)
    app.router.middleware_stack = Switch(app.router.middleware_stack, app.routes)
    app.openapi = lambda: contract(app)  # type: ignore[method-assign]
    app.add_middleware(
        Envelope,
        max_body_bytes=settings.max_body_bytes,
        max_upload_bytes=settings.max_upload_bytes,
        max_in_flight=settings.max_in_flight,
    )
    return app


def _add_health(app: FastAPI) -> None:
    async def live() -> Response:
        """The process answers."""
        return Response(render({"status": "live"}), media_type="application/json")

    async def ready(request: Request) -> Response:
        """The process and its database answer; 503 while draining or while Postgres is away."""
        if request.app.state.is_draining:
            raise Unavailable
        async with request.app.state.database.connection() as connection:
            await connection.fetchval("select 1 from tenant limit 1")
            if request.app.state.settings.environment == "production":
                await _refuse_demonstration(connection)
        return Response(render({"status": "ready"}), media_type="application/json")

    public = [Depends(Public("a load balancer asks"))]
    for path, probe in (("/health/live", live), ("/health/ready", ready)):
        app.router.routes.append(Endpoint(path, probe, methods=["GET"], dependencies=public, include_in_schema=False))


async def _refuse_demonstration(connection: Connection) -> None:
    try:
        await refuse_demonstration(connection)
    except DemonstrationHere as here:
        log.error(str(here))
        raise Unavailable from here


def declared(route: APIRoute) -> list[Requires | Public]:
    """The scopes (or the Public mark) among a route's dependencies, its router's included."""
    return [part.call for part in walk(route.dependant) if isinstance(part.call, Requires | Public)]


def check_scopes(app: FastAPI) -> None:
    """Refuse to start when a route declares no scope."""
    for route in app.routes:
        if isinstance(route, APIRoute) and not declared(route):
            raise ScopeNotDeclared(f"{sorted(route.methods or ())} {route.path} declares no scope")


def contract(app: FastAPI) -> dict[str, Any]:
    """The OpenAPI document: problems instead of FastAPI's own 422, scopes by operation."""
    if app.openapi_schema is not None:
        return app.openapi_schema
    document = get_openapi(title=app.title, version=app.version, description=app.description, routes=app.routes)
    schemas = document.setdefault("components", {}).setdefault("schemas", {})
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    schemas.update(problem_schemas())
    document["components"]["securitySchemes"] = {
        "session": {"type": "apiKey", "in": "cookie", "name": COOKIE},
        "bearer": {"type": "http", "scheme": "bearer"},
    }
    problem = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/ProblemDocument"}}}
    for route in app.routes:
        if not isinstance(route, APIRoute) or not route.include_in_schema:
            continue
        marks = declared(route)
        for method in route.methods or ():
            operation = document["paths"][route.path_format][method.lower()]
            scopes = sorted({str(mark.scope) for mark in marks if isinstance(mark, Requires)})
            operation["security"] = [{"session": []}, {"bearer": []}] if scopes else []
            if scopes:
                operation["x-scopes"] = scopes
                for status, words in (("401", "Sign in first"), ("403", "The scope is missing")):
                    operation["responses"].setdefault(status, {"description": words, "content": problem})
            if "422" in operation["responses"]:
                operation["responses"]["422"] = {
                    "description": "Some values need mending",
                    "content": problem,
                }
            if any(part.call is version_asked for part in walk(route.dependant)):
                _declare_version(operation, is_edit=method != "POST")
            operation["responses"].setdefault("default", {"description": "Any other problem", "content": problem})
    app.openapi_schema = document
    return document


def _declare_version(operation: dict[str, Any], *, is_edit: bool) -> None:
    """If-Match and what it may answer: an edit needs the header, a lifecycle move takes it when it is sent."""
    operation.setdefault("parameters", []).append(
        {
            "name": "If-Match",
            "in": "header",
            "required": is_edit,
            "description": "The ETag of what was read, or `*`",
            "schema": {"type": "string"},
        }
    )
    for status, words in problems.responses(PreconditionFailed, *([PreconditionRequired] if is_edit else [])).items():
        operation["responses"].setdefault(str(status), words)


def problem_schemas() -> dict[str, Any]:
    """The problem document as JSON Schema components."""
    schema = problems.ProblemDocument.model_json_schema(ref_template="#/components/schemas/{model}")
    return {**schema.pop("$defs", {}), "ProblemDocument": schema}
