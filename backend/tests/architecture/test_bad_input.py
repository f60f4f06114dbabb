"""Every write, given what no rule allows: a problem document, never a fault of ours, never the value (API-10..13)."""

import json
import os
import re
from collections import Counter
from random import Random
from typing import Any, Final
from uuid import UUID

import httpx
from fastapi import FastAPI

from alongside.identity.scopes import Role, Scope
from tests.architecture import bad_input
from tests.architecture.bad_input import CANARY, Contract, wrong_bodies
from tests.architecture.test_mirror import a_scene
from tests.world import World

PER_OPERATION: Final = int(os.environ.get("ALONGSIDE_BAD_BODIES", "5"))
"""How many wrong places of each body are tried; more by hand."""
WRITES: Final = ("post", "put", "patch", "delete")
JSON: Final = "application/json"


class Audit:
    """Sends what is wrong and holds each answer to the same three promises."""

    def __init__(self) -> None:
        self.faults: list[str] = []
        self.seen: Counter[int] = Counter()

    async def ask(
        self, http: httpx.AsyncClient, method: str, path: str, what: str, secret: str | None = CANARY, **sent: Any
    ) -> int:
        try:
            answer = await http.request(method, path, **sent)
        except AssertionError as broken:
            self.faults.append(f"{method} {path}: {what}: {str(broken)[:300]}")
            return 0
        self.seen[answer.status_code] += 1
        if answer.status_code >= 400 and (fault := _fault(answer, secret)):
            self.faults.append(f"{method} {path}: {what}: {answer.status_code} {fault}: {answer.text[:300]}")
        return answer.status_code


def _fault(answer: httpx.Response, secret: str | None) -> str | None:
    if answer.status_code >= 500:
        return "our fault"
    if answer.headers.get("content-type") != "application/problem+json":
        return "no problem document"
    if secret is not None and secret in answer.text + str(answer.headers):
        return "repeats the value"
    if len(answer.content) > 20_000:
        return "a long answer"
    body = answer.json()
    pointers = [wrong["pointer"] for wrong in body["errors"] or ()]
    if answer.status_code == 422 and not pointers and body["detail"] is None and body["type"].endswith("-failed"):
        return "points nowhere"
    return None if all(pointer == "" or pointer.startswith("/") for pointer in pointers) else "a pointer that is none"


async def test_no_write_trips_over_what_it_is_given(world: World, app: FastAPI) -> None:
    ids = await a_scene(world)
    document = json.loads(json.dumps(app.openapi()))
    contract = Contract(document, ids)
    chance, audit = Random(20200127), Audit()
    callers = [
        await world.machine(*Scope),
        (await world.person(Role.DISTRICT_ADMIN)).http,
        (await world.person(Role.SCHOOL_LEADER, schools=[UUID(ids["school_id"])])).http,
        (await world.person(Role.PARTNER_ADMIN, partner=UUID(ids["partner_id"]))).http,
    ]
    asked = 0
    for template, methods in document["paths"].items():
        for method in WRITES:
            if method not in methods or methods[method]["operationId"] in ("sign_out", "issue_token"):
                continue
            asked += 1
            path = re.sub(r"\{(\w+)\}", lambda match: ids.get(match[1], "schools"), template)
            await _try_the_address(audit, callers[0], method, path, template, ids, chance)
            content = methods[method].get("requestBody", {}).get("content", {})
            if JSON in content:
                schema = content[JSON]["schema"]
                http = await _who_may(audit, callers, method, path)
                await _try_the_body(audit, http, method, path, chance)
                for whole in (True, False):
                    body = contract.example(schema, whole=whole)
                    for what, wrong, secret in wrong_bodies(body, chance, PER_OPERATION if whole else 2):
                        await audit.ask(
                            http, method, path, what, secret, content=wrong,
                            headers={"Content-Type": JSON, "If-Match": "*"},
                        )  # fmt: skip
    assert asked > 100
    assert audit.seen[422] > 500
    assert audit.seen[415] > 200
    assert audit.faults == [], f"{len(audit.faults)} faults\n" + "\n".join(audit.faults)


async def test_no_list_trips_over_what_it_is_asked(world: World, app: FastAPI) -> None:
    ids = await a_scene(world)
    chance, audit = Random(20200127), Audit()
    machine = await world.machine(*Scope)
    for template, methods in app.openapi()["paths"].items():
        path = re.sub(r"\{(\w+)\}", lambda match: ids.get(match[1], "schools"), template)
        for parameter in methods.get("get", {}).get("parameters", ()):
            if parameter["in"] == "query":
                for word, secret in chance.sample(bad_input.WORDS, 5):
                    name = parameter["name"]
                    await audit.ask(machine, "get", path, f"{name} = {word[:40]!r}", secret, params={name: word})
    assert audit.seen[400] > 200
    assert audit.faults == [], f"{len(audit.faults)} faults\n" + "\n".join(audit.faults)


async def _who_may(audit: Audit, callers: list[httpx.AsyncClient], method: str, path: str) -> httpx.AsyncClient:
    """The first caller whose role opens the door: what they send is read."""
    for http in callers:
        if await audit.ask(http, method, path, "probe", json=[CANARY], headers={"If-Match": "*"}) == 422:
            return http
    audit.faults.append(f"{method} {path}: nobody may")
    return callers[0]


async def _try_the_address(
    audit: Audit, http: httpx.AsyncClient, method: str, path: str, template: str, ids: dict[str, str], chance: Random
) -> None:
    given = {"json": {}} if method != "delete" else {}
    status = await audit.ask(http, method, path, "unknown parameter", params={"colour": CANARY}, **given)
    if status not in (400, 415):
        audit.faults.append(f"{method} {path}: an unknown parameter is {status}")
    for name in re.findall(r"\{(\w+)\}", template):
        for word in chance.sample(bad_input.PATHS, 2):
            address = template.replace(f"{{{name}}}", word)
            address = re.sub(r"\{(\w+)\}", lambda match: ids.get(match[1], "x"), address)
            await audit.ask(http, method, address, f"{name} = {word[:20]}", headers={"If-Match": "*"}, **given)


async def _try_the_body(audit: Audit, http: httpx.AsyncClient, method: str, path: str, chance: Random) -> None:
    for number, body in enumerate(chance.sample(bad_input.BODIES, 6)):
        headers = {"Content-Type": JSON, "If-Match": "*", "Idempotency-Key": f"bad-input-{number}"}
        await audit.ask(http, method, path, f"body {body[:30]!r}", None, content=body, headers=headers)
    for kind in bad_input.TYPES:
        headers = {"Content-Type": kind, "If-Match": "*"}
        status = await audit.ask(http, method, path, kind, content=f'{{"a": "{CANARY}"}}'.encode(), headers=headers)
        if status != 415:
            audit.faults.append(f"{method} {path}: {kind} is {status}")
