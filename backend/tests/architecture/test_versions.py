"""API-20: every edit needs If-Match, says so in the contract, and keeps both promises when it is called."""

from typing import Any
from uuid import UUID

import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute

from alongside.identity.scopes import Role, Scope
from tests.architecture.test_mirror import a_scene, ask
from tests.world import World

EDITS = ("PATCH", "PUT", "DELETE")
UNVERSIONED = {"sign_out", "put_observations", "revoke_calendar_feed", "change_me"}
"""A session, a batch of observations, a calendar address and one's own language have no version (docs/api.md)."""
STALE = '"999999-aa"'


def edits(app: FastAPI) -> list[tuple[str, APIRoute]]:
    """Every operation that changes or removes a record somebody read before."""
    return [
        (method, route)
        for route in app.routes
        if isinstance(route, APIRoute) and route.name not in UNVERSIONED
        for method in sorted(route.methods or ())
        if method in EDITS
    ]


def undeclared(operation: dict[str, Any], *, required: bool) -> set[str]:
    """What an operation's contract leaves out about versions."""
    header = next((each for each in operation.get("parameters", []) if each["name"] == "If-Match"), None)
    said = {
        "If-Match": header is not None and header["in"] == "header" and header["required"] is required,
        "412": "412" in operation["responses"],
        "428": ("428" in operation["responses"]) is required,
    }
    return {name for name, is_said in said.items() if not is_said}


async def test_every_edit_declares_the_header_and_its_refusals(app: FastAPI) -> None:
    paths = app.openapi()["paths"]
    found = edits(app)
    assert len(found) > 14
    missing = {
        route.name: gaps
        for method, route in found
        if (gaps := undeclared(paths[route.path_format][method.lower()], required=True))
    }
    assert missing == {}


async def test_a_move_declares_the_header_it_may_take(app: FastAPI) -> None:
    """A POST that says 412 takes If-Match, and none needs it."""
    moves = [
        operation
        for path in app.openapi()["paths"].values()
        for verb, operation in path.items()
        if verb == "post" and undeclared(operation, required=False) != {"If-Match", "412"}
    ]
    assert len(moves) > 40
    assert {each["operationId"]: gaps for each in moves if (gaps := undeclared(each, required=False))} == {}


def test_the_detector_detects() -> None:
    header = {"name": "If-Match", "in": "header", "required": True}
    assert undeclared({"responses": {}}, required=True) == {"If-Match", "412", "428"}
    assert undeclared({"parameters": [header], "responses": {"412": {}}}, required=True) == {"428"}
    assert undeclared({"parameters": [header], "responses": {"412": {}, "428": {}}}, required=True) == set()


@pytest.mark.parametrize(("sent", "status"), [({}, 428), ({"If-Match": STALE}, 412)], ids=["missing", "stale"])
async def test_every_edit_holds_to_it(world: World, app: FastAPI, sent: dict[str, str], status: int) -> None:
    """Somebody who may make the edit and does not say the version, or an old one, is refused."""
    ids = await a_scene(world)
    await world.rows("update needs_assessment set status = 'draft' where id = $1", UUID(ids["assessment_id"]))
    people = [
        await world.machine(*Scope),
        (await world.person(Role.DISTRICT_ADMIN)).http,
        (await world.person(Role.SCHOOL_LEADER, schools=[UUID(ids["school_id"])])).http,
        (await world.person(Role.PARTNER_ADMIN, partner=UUID(ids["partner_id"]))).http,
    ]
    wrong = []
    for method, route in edits(app):
        answers = [await ask(person, method, route, ids, headers=sent) for person in people]
        if status not in {answer.status_code for answer in answers} or any(answer.is_success for answer in answers):
            wrong.append(f"{method} {route.path}: {[answer.status_code for answer in answers]}")
    assert wrong == []
