"""What a handler is given when its arguments are read without FastAPI is what FastAPI would have given it."""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

import httpx
import pytest
from fastapi import APIRouter, Depends, FastAPI, Query, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from pydantic import BaseModel, ConfigDict, Field

from alongside.core.reading import reader_of
from alongside.core.render import render

ID = "0190a3b0-0000-7000-8000-000000000001"


class Filters(BaseModel):
    model_config = ConfigDict(extra="forbid")

    limit: int = Field(default=50, ge=1)
    status: list[str] | None = None
    q: str | None = Field(default=None, max_length=5)
    school: str | None = Field(default=None, alias="school_id")


async def _caller(request: Request) -> str:
    return str(request.headers["x-caller"])


class Mark:
    async def __call__(self) -> None:
        return None


Day = Annotated[date | None, Query(description="As of")]


async def listed(request: Request, caller: Annotated[str, Depends(_caller)], query: Annotated[Filters, Query()]) -> Any:
    return Response(render([request.url.path, caller, query.model_dump(mode="json")]))


async def shown(
    caller: Annotated[str, Depends(_caller)], row: UUID, kind: Annotated[list[str] | None, Query()] = None,
    day: Day = None,
) -> Any:  # fmt: skip
    return Response(render([caller, row, kind, day]))


async def asked(day: date, many: Annotated[list[int], Query()]) -> Any:
    return Response(render([day, many]))


def _app(*, is_ours: bool) -> FastAPI:
    class Ours(APIRoute):
        def get_route_handler(self) -> Any:
            read = reader_of(self.dependant)
            assert read is not None

            async def handle(request: Request) -> Response:
                answered: Response = await self.endpoint(**await read(request))
                return answered

            return handle

    router = APIRouter(route_class=Ours if is_ours else APIRoute, dependencies=[Depends(Mark())])
    router.get("/listed")(listed)
    router.get("/shown/{row}")(shown)
    router.get("/asked")(asked)
    app = FastAPI()
    app.include_router(router)

    async def told(_request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        return Response(render([[each["type"], list(each["loc"]), each["msg"]] for each in error.errors()]), 422)

    app.add_exception_handler(RequestValidationError, told)
    return app


@pytest.mark.parametrize(
    "address",
    [
        "/listed",
        "/listed?limit=7&status=a&status=b&q=%20x&school_id=9",
        "/listed?limit=0&q=longer&status=",
        "/listed?limit=a&limit=3",
        "/listed?surprise=1&school=2",
        f"/shown/{ID}",
        f"/shown/{ID}?kind=a&kind=b&day=2020-02-29",
        f"/shown/{ID}?day=2020-02-30&kind=",
        "/shown/nobody?day=soon",
        "/asked",
        "/asked?day=2020-01-27&many=1&many=2",
        "/asked?day=&many=x",
    ],
)
async def test_it_is_what_fastapi_would_have_given(address: str) -> None:
    answers = []
    for is_ours in (True, False):
        transport = httpx.ASGITransport(_app(is_ours=is_ours))
        async with httpx.AsyncClient(transport=transport, base_url="http://x", headers={"x-caller": "me"}) as http:
            answer = await http.get(address)
            answers.append((answer.status_code, answer.json()))
    assert answers[0] == answers[1]


def test_what_only_fastapi_solves_is_left_to_it() -> None:
    class Body(BaseModel):
        name: str

    async def kept(body: Body) -> None:
        raise AssertionError(body)

    async def signed(request: Request, caller: Annotated[str, Depends(_caller)], response: Response) -> None:
        raise AssertionError((request, caller, response))

    router = APIRouter()
    router.post("/kept")(kept)
    router.get("/signed")(signed)
    assert [reader_of(route.dependant) for route in router.routes if isinstance(route, APIRoute)] == [None, None]


async def test_every_address_that_reads_is_read_without_it(app: FastAPI) -> None:
    gets = [route for route in app.routes if isinstance(route, APIRoute) and "GET" in (route.methods or ())]
    assert len(gets) > 50
    assert [route.path for route in gets if reader_of(route.dependant) is None] == []
