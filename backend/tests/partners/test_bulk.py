"""One step for all partners of a question: what was counted happens, or nothing does."""

import asyncio
from typing import Any
from uuid import UUID

import pytest

from alongside.core.clock import new_id
from alongside.identity.scopes import Role, Scope
from alongside.partners.rules import fingerprint, sort_out
from tests.agreements.scene import done
from tests.partners.factories import a_partner, a_program
from tests.world import Person, World

URL = "/api/v1/partners/bulk-moves"
WHY = {"reason": "The district pauses all work with businesses"}


async def furnished(world: World) -> list[UUID]:
    """Three approved businesses, one that applied, one nonprofit, and a business of another district."""
    ours = [await a_partner(world, name=f"B {n}", org_type="business") for n in range(3)]
    await a_partner(world, name="B waiting", org_type="business", status="submitted")
    await a_partner(world, name="N", org_type="nonprofit")
    await a_partner(world, name="B elsewhere", org_type="business", tenant=world.stranger_id)
    return ours


async def offer(person: Person, move: str, **question: str) -> dict[str, Any]:
    found = done(await person.http.get(URL, params=question))
    return next(each for each in found["moves"] if each["move"] == move)


def asking(offered: dict[str, Any], question: dict[str, str], **more: Any) -> dict[str, Any]:
    seen = {"count": offered["count"], "fingerprint": offered["fingerprint"]}
    return {"move": offered["move"], "question": question, "seen": seen, **more}


async def statuses(world: World) -> dict[str, str]:
    return {row["name"]: row["status"] for row in await world.rows("select name, status from partner")}


def test_who_is_moved_and_who_is_left_out() -> None:
    one, two, three = (new_id() for _ in range(3))
    office = frozenset({Role.PARTNERSHIP_OFFICE})
    found = sort_out("suspend", [(one, "approved", office), (two, "submitted", office), (three, "approved", [])])
    assert (found.moved, found.left_out) == ((one,), {two: "status", three: "employer"})
    assert fingerprint("suspend", [one, two]) == fingerprint("suspend", [two, one])
    assert len({fingerprint("suspend", [one]), fingerprint("suspend", [two]), fingerprint("reinstate", [one])}) == 3


async def test_the_offer_says_how_many_and_who_is_left_out(world: World) -> None:
    ours = await furnished(world)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    hold = await offer(office, "suspend", org_type="business")
    assert (hold["count"], hold["asks_reason"]) == (3, True)
    assert [each["id"] for each in hold["partners"]] == [str(each) for each in ours]
    assert hold["left_out"] == [{"because": "status", "status": "submitted", "count": 1}]
    found = done(await office.http.get(URL, params={"org_type": "business"}))
    assert (found["total"], [each["move"] for each in found["moves"]]) == (4, ["start-review", "suspend", "deactivate"])


async def test_all_are_moved_each_with_its_own_fact(world: World) -> None:
    ours = await furnished(world)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    question = {"org_type": "business"}
    body = asking(await offer(office, "suspend", **question), question, **WHY)
    assert done(await office.http.post(URL, json=body)) == {"move": "suspend", "count": 3, "left_out": 1}
    after = await statuses(world)
    assert [after[f"B {n}"] for n in range(3)] == ["suspended"] * 3
    assert (after["B waiting"], after["N"]) == ("submitted", "approved")
    facts = await world.rows(
        "select object_id, version, reason, changed, person_id from log where kind = 'partner.suspended'"
    )
    assert sorted(row["object_id"] for row in facts) == sorted(ours)
    assert {(row["version"], row["reason"], row["person_id"]) for row in facts} == {(2, WHY["reason"], office.id)}
    one = done(await office.http.get(f"/api/v1/partners/{ours[0]}"))
    assert (one["version"], one["status_reason"]) == (2, WHY["reason"])
    elsewhere = await world.rows("select status from partner", tenant=world.stranger_id)
    assert [row["status"] for row in elsewhere] == ["approved"]


@pytest.mark.parametrize("change", ["one more", "one fewer", "another in its place"])
async def test_it_is_refused_when_others_are_concerned_than_were_counted(world: World, change: str) -> None:
    ours = await furnished(world)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    question = {"org_type": "business"}
    offered = await offer(office, "suspend", **question)
    if change != "one fewer":
        await a_partner(world, name="B late", org_type="business")
    if change != "one more":
        done(await office.http.post(f"/api/v1/partners/{ours[0]}/deactivate", json={"reason": "Closed"}))
    refused = await office.http.post(URL, json=asking(offered, question, **WHY))
    told = refused.json()
    assert (refused.status_code, told["type"].rpartition(":")[2]) == (409, "question-changed")
    assert told["count"] == {"one more": 4, "one fewer": 2, "another in its place": 3}[change]
    assert "suspended" not in (await statuses(world)).values()
    assert await world.rows("select 1 from log where kind = 'partner.suspended'") == []
    again = await offer(office, "suspend", **question)
    assert (again["count"], again["fingerprint"]) == (told["count"], told["fingerprint"])
    done(await office.http.post(URL, json=asking(again, question, **WHY)))


async def test_the_number_of_another_question_or_step_moves_nobody(world: World) -> None:
    await furnished(world)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    offered = await offer(office, "suspend", org_type="business")
    for body in (
        asking(offered, {}, **WHY),
        asking(offered, {"org_type": "business,nonprofit"}, **WHY),
        asking({**offered, "move": "deactivate"}, {"org_type": "business"}, **WHY),
        asking({**offered, "count": 4}, {"org_type": "business"}, **WHY),
    ):
        assert (await office.http.post(URL, json=body)).status_code == 409
    assert set((await statuses(world)).values()) == {"approved", "submitted"}


async def test_who_may(world: World) -> None:
    ours = await furnished(world)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    body = asking(await offer(office, "suspend", org_type="business"), {"org_type": "business"}, **WHY)
    assert (await world.anonymous().post(URL, json=body)).status_code == 401
    for person in (
        await world.person(Role.SCHOOL_LEADER),
        await world.person(Role.PARTNER_ADMIN, partner=ours[0]),
    ):
        assert (await person.http.get(URL)).status_code == 403
        assert (await person.http.post(URL, json=body)).json()["missing_scope"] == "partners:review"
    risk = await world.person(Role.COMPLIANCE_REVIEWER)
    assert done(await risk.http.get(URL))["moves"] == []
    assert (await risk.http.post(URL, json=body)).status_code == 403
    reader = await world.machine(Scope.PARTNERS_READ)
    assert (await reader.post(URL, json=body)).json()["missing_scope"] == "partners:review"
    stranger = await world.person(Role.DISTRICT_ADMIN, tenant=world.stranger_id)
    refused = await stranger.http.post(URL, json=body)
    assert (refused.status_code, refused.json()["count"]) == (409, 1)
    assert "suspended" not in (await statuses(world)).values()


async def test_nobody_moves_an_organization_that_employs_them(world: World) -> None:
    ours = await furnished(world)
    paid = await world.person(Role.PARTNERSHIP_OFFICE, employer=ours[0])
    hold = await offer(paid, "suspend", org_type="business")
    assert hold["count"] == 2
    assert {"because": "employer", "status": "approved", "count": 1} in hold["left_out"]
    done(await paid.http.post(URL, json=asking(hold, {"org_type": "business"}, **WHY)))
    assert (await statuses(world))["B 0"] == "approved"


async def test_a_retry_is_answered_the_same_and_done_once(world: World) -> None:
    await furnished(world)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    question = {"org_type": "business"}
    body = asking(await offer(office, "suspend", **question), question, **WHY)
    key = {"Idempotency-Key": "hold-july"}
    first = await office.http.post(URL, json=body, headers=key)
    second = await office.http.post(URL, json=body, headers=key)
    assert done(first) == done(second)
    assert second.headers["Idempotent-Replayed"] == "true"
    assert len(await world.rows("select 1 from log where kind = 'partner.suspended'")) == 3
    assert (await office.http.post(URL, json=body)).status_code == 409, "without the key it is another decision"


async def test_of_two_at_the_same_time_one_is_done(world: World) -> None:
    await furnished(world)
    people = [await world.person(Role.PARTNERSHIP_OFFICE), await world.person(Role.DISTRICT_ADMIN)]
    question = {"org_type": "business"}
    body = asking(await offer(people[0], "suspend", **question), question, **WHY)
    answers = await asyncio.gather(*(person.http.post(URL, json=body) for person in people))
    assert sorted(each.status_code for each in answers) == [200, 409]
    assert len(await world.rows("select 1 from log where kind = 'partner.suspended'")) == 3


async def test_what_it_asks_for(world: World) -> None:
    await furnished(world)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    question = {"org_type": "business"}
    hold = await offer(office, "suspend", **question)
    refused = await office.http.post(URL, json=asking(hold, question))
    assert (refused.status_code, refused.json()["errors"][0]["pointer"]) == (422, "/reason")
    taken = asking(await offer(office, "start-review", **question), question)
    refused = await office.http.post(URL, json={**taken, **WHY})
    assert (refused.status_code, refused.json()["errors"][0]["code"]) == (422, "not_asked")
    unknown = await office.http.post(URL, json={**taken, "question": {"colour": "red"}})
    assert (unknown.status_code, unknown.json()["errors"][0]["pointer"]) == (422, "/question/colour")
    done(await office.http.post(URL, json=taken))
    (row,) = await world.rows("select status, reviewer_id from partner where name = 'B waiting'")
    assert (row["status"], row["reviewer_id"]) == ("under_review", office.id)


async def test_more_than_may_be_moved_at_once_are_not(world: World) -> None:
    await world.rows(
        "insert into partner (tenant_id, id, name, legal_name, normalized_name, org_type, status) "
        "select $1, gen_random_uuid(), 'P ' || n, 'P', 'p', 'health', 'approved' from generate_series(1, 501) n",
        world.tenant_id,
    )
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    offered = await offer(office, "suspend")
    assert (offered["count"], len(offered["partners"])) == (501, 20)
    refused = await office.http.post(URL, json=asking(offered, {}, **WHY))
    assert (refused.status_code, refused.json()["most"]) == (409, 500)
    assert set((await statuses(world)).values()) == {"approved"}
    some = await offer(office, "suspend", q="P 50")
    assert done(await office.http.post(URL, json=asking(some, {"q": "P 50"}, **WHY)))["count"] == some["count"] == 3


async def test_the_question_is_the_list_s_own(world: World) -> None:
    for number in range(6):
        partner = await a_partner(world, name=f"P {number}", org_type=("health", "faith", "other")[number % 3])
        await a_program(world, partner=partner, grades=[("3", "4", "5")[number // 2]], areas=["tutoring"])
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    for question in ({}, {"org_type": "health,faith"}, {"grade": "3,5"}, {"q": "P 1"}, {"q": "reading together"}):
        page = done(await office.http.get("/api/v1/partners", params={**question, "limit": 500}))
        offered = await offer(office, "suspend", **question)
        assert [each["id"] for each in offered["partners"]] == [each["id"] for each in page["items"]]
