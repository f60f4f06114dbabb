"""A school asks to join what another school has signed: what it may know of it, who answers, from when it counts."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from alongside.agreements.rules import JOIN, join_needs_of, may_be_joined
from alongside.core.clock import new_id
from alongside.identity.scopes import Role, Scope
from tests.agreements.factories import an_agreement
from tests.agreements.scene import URL, Scene, a_scene, done, slug
from tests.partners.factories import a_partner
from tests.world import Person, World

WISHES = "/api/v1/join-requests"


def needs(verb: str, *facts: Any, **more: bool) -> list[str]:
    return join_needs_of(*facts, **more)(next(each for each in JOIN.moves if each.verb == verb))


def test_what_a_yes_needs_and_what_can_be_joined() -> None:
    assert needs("accept", "executed", False, asked_by_me=False) == []
    assert needs("accept", "executed", True, asked_by_me=True) == ["term_not_over", "second_person"]
    assert needs("refuse", "terminated", True, asked_by_me=True) == []
    assert may_be_joined("executed", False, False, False)
    assert not may_be_joined("executed", True, False, False), "district-wide is answered by the principal alone"
    assert not may_be_joined("executed", False, True, False)
    assert not may_be_joined("in_review", False, False, False)
    assert not may_be_joined("executed", False, False, True)


@pytest.fixture
async def scene(world: World) -> Scene:
    return await a_scene(world)


async def signed(scene: Scene, **values: Any) -> UUID:
    named = {"schools": [scene.alder], "purpose": "Private words", "cost_cents": 12_500_00, **values}
    return await an_agreement(scene.world, partner=scene.partner, programs=[scene.program], **named)


def list_of(school: UUID) -> str:
    return f"/api/v1/schools/{school}/joinable-agreements"


async def asked(scene: Scene, agreement: UUID, by: Person | None = None, school: UUID | None = None) -> dict[str, Any]:
    body = {"school_id": str(school or scene.birch), "note": "Twenty students would come"}
    answer = await (by or scene.other_principal).http.post(f"{URL}/{agreement}/join-requests", json=body)
    return done(answer, 201)


async def word_of(scene: Scene, agreement: UUID) -> dict[str, Any]:
    read = done(await scene.office.http.get(f"{URL}/{agreement}"))
    word: dict[str, Any] = next(each for each in read["schools"] if each["school"]["id"] == str(scene.birch))
    return word


async def test_a_school_reads_what_it_takes_to_ask_and_nothing_else(scene: Scene) -> None:
    agreement = await signed(scene)
    await signed(scene, starts_on=date(2018, 8, 27), ends_on=date(2019, 6, 14))
    await signed(scene, status="in_review", type="moa")
    await signed(scene, is_district_wide=True, type="services_contract")
    prospective = await a_partner(scene.world, name="Not approved yet", status="submitted")
    await an_agreement(scene.world, partner=prospective, schools=[scene.alder])
    assert (await scene.world.anonymous().get(list_of(scene.birch))).status_code == 401
    answer = await scene.other_principal.http.get(list_of(scene.birch))
    read = done(answer)
    assert [each["id"] for each in read["items"]] == [str(agreement)]
    assert read["can_ask"] is True
    found = read["items"][0]
    assert set(found) == {
        "id", "number", "type", "title", "partner", "programs", "schools", "starts_on", "ends_on", "effective_status",
        "is_asked",
    }  # fmt: skip
    assert (found["partner"]["name"], found["schools"]) == ("North Branch Mentors", ["Alderbrook School"])
    assert "Private words" not in answer.text
    assert (await scene.other_principal.http.get(f"{URL}/{agreement}")).status_code == 404, "the record stays unseen"
    assert done(await scene.principal.http.get(list_of(scene.alder)))["items"] == [], "it is on it already"
    assert done(await scene.office.http.get(list_of(scene.birch)))["can_ask"] is False
    refused = await scene.principal.http.get(list_of(scene.birch))
    assert (refused.status_code, slug(refused)) == (403, "not-your-school")
    assert (await scene.admin.http.get(list_of(scene.birch))).status_code == 403
    stranger = await scene.world.person(Role.SCHOOL_LEADER, tenant=scene.world.stranger_id)
    assert (await stranger.http.get(list_of(scene.birch))).status_code == 404


async def test_a_principal_who_asks_joins_with_the_office_s_yes_from_that_day_on(scene: Scene) -> None:
    agreement = await signed(scene)
    before = done(await scene.office.http.get(f"{URL}/{agreement}"))
    wish = await asked(scene, agreement)
    assert (wish["status"], wish["is_principals"], [each["move"] for each in wish["allowed_moves"]]) == (
        "asked", True, ["withdraw"]
    )  # fmt: skip
    assert done(await scene.other_principal.http.get(list_of(scene.birch)))["items"][0]["is_asked"] is True
    again = await scene.other_principal.http.post(
        f"{URL}/{agreement}/join-requests", json={"school_id": str(scene.birch)}
    )
    assert (again.status_code, slug(again)) == (409, "join-asked")
    tasks = done(await scene.office.http.get("/api/v1/me/tasks"))["items"]
    assert [(each["id"], each["school"]["name"]) for each in tasks if each["kind"] == "join_request"] == [
        (str(agreement), "Birchwell School")
    ]
    alone = await scene.other_principal.http.post(f"{WISHES}/{wish['id']}/accept")
    assert alone.status_code == 403
    said = done(await scene.office.http.post(f"{WISHES}/{wish['id']}/accept"))
    assert (said["status"], said["decided_by"]["name"], said["allowed_moves"]) == ("accepted", "Renee Castellano", [])
    word = await word_of(scene, agreement)
    assert (word["confirmation"], word["confirmed_by"]["name"], word["covered_from"]) == (
        "confirmed", "Omar Haddad", "2020-01-27"
    )  # fmt: skip
    after = done(await scene.office.http.get(f"{URL}/{agreement}"))
    same = ("status", "text_sha256", "signatures", "purpose", "cost", "ends_on")
    assert [after[name] for name in same] == [before[name] for name in same], "no term changed, nothing signed again"
    assert (await scene.other_principal.http.get(f"{URL}/{agreement}")).status_code == 200


async def test_a_coordinator_who_asks_leaves_the_word_to_the_principal(scene: Scene) -> None:
    agreement = await signed(scene)
    wish = await asked(scene, agreement, by=scene.coordinator)
    assert wish["is_principals"] is False
    done(await scene.office.http.post(f"{WISHES}/{wish['id']}/accept"))
    assert (await word_of(scene, agreement))["confirmation"] == "pending"
    done(await scene.other_principal.http.post(f"{URL}/{agreement}/schools/{scene.birch}/confirm"))
    assert (await word_of(scene, agreement))["covered_from"] == "2020-01-27"


async def test_the_office_refuses_with_its_reason_and_a_school_takes_its_wish_back(scene: Scene) -> None:
    agreement = await signed(scene)
    wish = await asked(scene, agreement)
    assert (await scene.office.http.post(f"{WISHES}/{wish['id']}/refuse", json={})).status_code == 422
    said = done(await scene.office.http.post(f"{WISHES}/{wish['id']}/refuse", json={"reason": "It is full"}))
    assert (said["status"], said["reason"]) == ("refused", "It is full")
    late = await scene.office.http.post(f"{WISHES}/{wish['id']}/accept")
    assert (late.status_code, slug(late)) == (409, "join-cannot-move")
    second = await asked(scene, agreement)
    back = done(await scene.coordinator.http.post(f"{WISHES}/{second['id']}/withdraw"))
    assert back["status"] == "withdrawn"
    mine = done(await scene.other_principal.http.get(WISHES))["items"]
    assert sorted(each["status"] for each in mine) == ["refused", "withdrawn"]
    assert done(await scene.principal.http.get(WISHES))["items"] == [], "another school's wish"
    assert (await scene.principal.http.get(f"{WISHES}/{wish['id']}")).status_code == 404


async def test_nobody_asks_for_another_school_or_for_their_employer_or_accepts_their_own_wish(scene: Scene) -> None:
    agreement = await signed(scene)
    body = {"school_id": str(scene.birch)}
    for person in (scene.principal, scene.office):
        refused = await person.http.post(f"{URL}/{agreement}/join-requests", json=body)
        assert (refused.status_code, slug(refused)) == (403, "not-your-school")
    paid = await scene.world.person(Role.SCHOOL_LEADER, schools=[scene.birch], employer=scene.partner)
    assert (await paid.http.post(f"{URL}/{agreement}/join-requests", json=body)).status_code == 404
    machine = await scene.world.machine(*Scope, schools=[scene.birch])
    assert (await machine.post(f"{URL}/{agreement}/join-requests", json=body)).status_code == 403
    gone = await scene.other_principal.http.post(f"{URL}/{new_id()}/join-requests", json=body)
    assert (gone.status_code, slug(gone)) == (404, "agreement-not-found")
    draft = await signed(scene, status="in_review", type="moa")
    assert (await scene.other_principal.http.post(f"{URL}/{draft}/join-requests", json=body)).status_code == 404
    over = await signed(scene, starts_on=date(2018, 8, 27), ends_on=date(2019, 6, 14))
    late = await scene.other_principal.http.post(f"{URL}/{over}/join-requests", json=body)
    assert (late.status_code, slug(late)) == (409, "cannot-join")
    on_it = await scene.principal.http.post(f"{URL}/{agreement}/join-requests", json={"school_id": str(scene.alder)})
    assert slug(on_it) == "cannot-join"
    both = scene.other_principal
    await scene.world.person(Role.PARTNERSHIP_OFFICE, person_id=both.id)
    wish = await asked(scene, agreement)
    own = await both.http.post(f"{WISHES}/{wish['id']}/accept")
    assert (own.status_code, own.json()["needs"]) == (409, ["second_person"])


async def test_what_another_agreement_covers_already_is_not_joined(scene: Scene) -> None:
    agreement = await signed(scene)
    wish = await asked(scene, agreement)
    await signed(scene, schools=[scene.birch])
    refused = await scene.office.http.post(f"{WISHES}/{wish['id']}/accept")
    assert (refused.status_code, refused.json()["needs"]) == (409, ["no_overlap"])
    assert done(await scene.office.http.get(f"{WISHES}/{wish['id']}"))["status"] == "asked"
