"""Every error leaves as an RFC 9457 problem document and never repeats a submitted value."""

from collections.abc import Mapping, Sequence
from typing import Any

import asyncpg
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict
from starlette.exceptions import HTTPException
from starlette.routing import Match, Route
from starlette.types import Scope

from . import errors
from .errors import Problem
from .logging import log, request_id
from .render import render

MEDIA_TYPE = "application/problem+json"
TYPE = "urn:alongside:problem:"

TITLES: Mapping[int, tuple[str, str]] = {
    known.status: (known.slug, known.title)
    for known in (
        errors.BadRequest, errors.Unauthenticated, errors.Forbidden, errors.NotFound, errors.MethodNotAllowed,
        errors.Conflict, errors.Gone, errors.PreconditionFailed, errors.BodyTooLarge, errors.UnsupportedMediaType,
        errors.Unprocessable, errors.PreconditionRequired, errors.TooManyRequests, errors.Unavailable, Problem,
    )
}  # fmt: skip


class ProblemField(BaseModel):
    """One wrong field; `params` are the numbers and days (as ISO 8601) that the words name."""

    pointer: str
    code: str
    detail: str
    params: dict[str, int | str] | None = None


class ProblemDocument(BaseModel):
    """RFC 9457: what happened, in words a person can act on. May grow."""

    model_config = ConfigDict(extra="allow")

    type: str
    title: str
    status: int
    detail: str | None
    instance: str
    request_id: str | None
    errors: list[ProblemField] | None


def problem_response(
    status: int,
    slug: str | None = None,
    *,
    title: str | None = None,
    detail: str | None = None,
    fields: Sequence[Mapping[str, Any]] = (),
    headers: Mapping[str, str] | None = None,
    retry_after: int | None = None,
    extensions: Mapping[str, Any] | None = None,
) -> Response:
    """Build the document; the request's id is its instance."""
    known_slug, known_title = TITLES.get(status, ("error", "The request could not be done"))
    identity = request_id.get()
    body = {
        "type": TYPE + (slug or known_slug),
        "title": title or known_title,
        "status": status,
        "detail": detail,
        "instance": f"urn:alongside:request:{identity}",
        "request_id": identity,
        "errors": list(fields) or None,
        **(extensions or {}),
    }
    sent = dict(headers or {})
    if retry_after is not None:
        sent["Retry-After"] = str(retry_after)
    return Response(render(body), status, sent, MEDIA_TYPE)


def responses(*problems: type[Problem]) -> dict[int | str, dict[str, Any]]:
    """What an operation may answer besides success, for the contract; several slugs may share a status."""
    documented: dict[int | str, dict[str, Any]] = {}
    for problem in problems:
        entry = documented.setdefault(
            problem.status,
            {
                "description": "",
                "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/ProblemDocument"}}},
            },
        )
        entry["description"] = "; ".join(filter(None, (entry["description"], f"{problem.title} (`{problem.slug}`)")))
    return documented


def install(app: FastAPI) -> None:
    """Register the handlers: ours, FastAPI's validation, Starlette's, and the database's refusals."""

    async def on_problem(_request: Request, problem: Exception) -> Response:
        assert isinstance(problem, Problem)
        return problem_response(
            problem.status,
            problem.slug,
            title=problem.title,
            detail=problem.detail,
            fields=[wrong.as_json() for wrong in problem.errors],
            headers=problem.headers,
            extensions=problem.extensions,
        )

    async def on_validation(_request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        return _validation_response(error)

    async def on_http(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        if error.status_code == errors.MethodNotAllowed.status:
            return problem_response(405, headers={"Allow": ", ".join(sorted(_methods_at(app, request.scope)))})
        return problem_response(error.status_code, headers=error.headers)

    async def on_refusal(_request: Request, error: Exception) -> Response:
        assert isinstance(error, asyncpg.PostgresError)
        # rules should have refused this first, so an administrator wants to know which constraint had to
        log.warning("database refused", error=type(error).__name__, where=getattr(error, "constraint_name", "-"))
        if isinstance(error, asyncpg.UniqueViolationError):
            return problem_response(409, errors.AlreadyExists.slug, title=errors.AlreadyExists.title)
        if isinstance(error, asyncpg.ForeignKeyViolationError):
            return problem_response(422, "unresolved-reference", title="Something this refers to does not exist")
        return problem_response(422)

    app.add_exception_handler(Problem, on_problem)
    app.add_exception_handler(RequestValidationError, on_validation)
    app.add_exception_handler(HTTPException, on_http)
    app.add_exception_handler(asyncpg.IntegrityConstraintViolationError, on_refusal)
    app.add_exception_handler(asyncpg.DataError, on_refusal)


def _methods_at(app: FastAPI, scope: Scope) -> frozenset[str]:
    """Every method of an address: Starlette names those of the first route alone, and an address has one for each."""
    matching = (route for route in app.routes if isinstance(route, Route) and route.matches(scope)[0] is not Match.NONE)
    return frozenset().union(*(route.methods or () for route in matching))


_LIMITS = frozenset({"gt", "ge", "lt", "le", "multiple_of", "min_length", "max_length", "max_digits", "decimal_places"})
"""What Pydantic tells of a rule and not of the value that broke it."""


def _validation_response(error: RequestValidationError) -> Response:
    """Query and path mistakes are 400 (or 404 for an id that is none), body mistakes 422 with JSON pointers."""
    found = error.errors()
    places = {str(item["loc"][0]) for item in found if item["loc"]}
    fields = [
        {
            "pointer": _pointer(item["loc"]),
            "code": code_of(item["type"]),
            "detail": item["msg"],
            **_params(item.get("ctx", {})),
        }
        for item in found[:50]
    ]
    if any(item["type"] == "json_invalid" for item in found):
        return problem_response(400, "malformed-json", title="The body is not valid JSON")
    if "path" in places:
        return problem_response(404)
    if "query" in places or "header" in places:
        names = ", ".join(sorted({str(item["loc"][-1]) for item in found}))
        return problem_response(
            400, "parameter-validation-failed", detail=f"Check {names}", fields=fields,
            title=errors.InvalidParameter.title,
        )  # fmt: skip
    return problem_response(422, fields=fields)


def _params(context: Mapping[str, Any]) -> dict[str, Any]:
    params = {name: str(each) for name, each in context.items() if name in _LIMITS}
    return {"params": params} if params else {}


def _pointer(location: Sequence[int | str]) -> str:
    """`("body", "agreement", "end_date")` as `/agreement/end_date`."""
    parts = [str(part).replace("~", "~0").replace("/", "~1") for part in location[1:]]
    return "".join(f"/{part}" for part in parts)


def code_of(kind: str) -> str:
    """Ours for what Pydantic calls otherwise."""
    return {"missing": "required", "extra_forbidden": "unknown_field"}.get(kind, kind)
