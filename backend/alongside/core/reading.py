"""How a request without a body becomes a handler's arguments: worked out once a route, not once a request.

FastAPI solves a route's signature anew for every request: a quarter of a list's processor time (ADR 0002).
The parts of a route that only read are few: dependencies that take nothing but the request, path parameters, query
parameters and one model of query parameters. Whatever has more than those is left to FastAPI.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from copy import copy
from inspect import iscoroutinefunction, isfunction
from typing import Any, get_origin

from fastapi import Request
from fastapi._compat import ModelField
from fastapi.dependencies.models import Dependant
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ValidationError
from starlette.datastructures import QueryParams

Values = dict[str, Any]
Reader = Callable[[Request], Awaitable[Values]]

_SEQUENCES = (list, frozenset, set, tuple)


def reader_of(dependant: Dependant) -> Reader | None:
    """What reads a request for this handler, in FastAPI's order: dependencies first, then all parameters, whose
    faults are told together. None when the handler asks for something that only FastAPI solves."""
    if dependant.body_params or dependant.header_params or dependant.cookie_params:
        return None
    if any((dependant.response_param_name, dependant.background_tasks_param_name, dependant.websocket_param_name,
            dependant.http_connection_param_name, dependant.security_scopes_param_name)):  # fmt: skip
        return None
    if not all(_asks_only_the_request(each) for each in dependant.dependencies):
        return None
    models = [field for field in dependant.query_params if _model_of(field) is not None]
    if models and len(dependant.query_params) > 1:
        return None
    first = [(each.name, _caller(each)) for each in dependant.dependencies]
    path = [(field.name, field) for field in dependant.path_params]
    query = [(field.name, field.alias, _is_several(field.field_info.annotation), field)
             for field in dependant.query_params if field not in models]  # fmt: skip
    whole = [(field.name, *_reading(field)) for field in models]
    wants_request = dependant.request_param_name

    async def read(request: Request) -> Values:
        values: Values = {} if wants_request is None else {wants_request: request}
        for name, solve in first:
            solved = await solve(request)
            if name is not None:
                values[name] = solved
        faults: list[Any] = []
        for name, field in path:
            values[name], found = field.validate(request.path_params[name], {}, loc=("path", name))
            faults += found
        for name, asked, is_several, field in query:
            given = request.query_params.getlist(asked) if is_several else request.query_params.get(asked)
            if not given and (is_several or given is None):
                if field.field_info.is_required():
                    faults.append({"type": "missing", "loc": ("query", asked), "msg": "Field required", "input": None})
                values[name] = copy(field.default)
                continue
            values[name], found = field.validate(given, {}, loc=("query", asked))
            faults += found
        for name, model, several in whole:
            try:
                values[name] = model.model_validate(_given(request.query_params, several))
            except ValidationError as wrong:
                faults += [{**each, "loc": ("query", *each["loc"])} for each in wrong.errors(include_url=False)]
        if faults:
            raise RequestValidationError(faults)
        return values

    return read


def _asks_only_the_request(part: Dependant) -> bool:
    if part.dependencies or part.path_params or part.query_params or part.header_params:
        return False
    if part.cookie_params or part.body_params or part.concurrency or part.call is None:
        return False
    return iscoroutinefunction(part.call if isfunction(part.call) else type(part.call).__call__)


def _caller(part: Dependant) -> Callable[[Request], Awaitable[Any]]:
    call, takes = part.call, part.request_param_name
    assert call is not None
    return (lambda _request: call()) if takes is None else (lambda request: call(**{takes: request}))


def _model_of(field: ModelField) -> type[BaseModel] | None:
    kind = field.field_info.annotation
    return kind if isinstance(kind, type) and issubclass(kind, BaseModel) else None


def _reading(field: ModelField) -> tuple[type[BaseModel], frozenset[str]]:
    model = _model_of(field)
    assert model is not None
    several = {info.alias or name for name, info in model.model_fields.items() if _is_several(info.annotation)}
    return model, frozenset(several)


def _is_several(annotation: Any) -> bool:
    """Whether a parameter may be repeated, also as `list[X] | None`."""
    origin = get_origin(annotation)
    return origin in _SEQUENCES or any(_is_several(part) for part in getattr(annotation, "__args__", ()))


def _given(query: QueryParams, several: frozenset[str]) -> Mapping[str, str | Sequence[str]]:
    return {name: query.getlist(name) if name in several else query[name] for name in query}
