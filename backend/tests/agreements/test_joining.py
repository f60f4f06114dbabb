"""One more school for an agreement that is signed: the office offers it, the school's principal decides."""

from datetime import date
from uuid import UUID

import pytest

from alongside.agreements.rules import covered_from, offer_needs, school_needs_of
from alongside.agreements.rules.lifecycle import AGREEMENT_SCHOOL, Lifecycle
from alongside.identity.scopes import Role
from tests.agreements.factories import an_agreement
from tests.agreements.scene import URL, Scene, a_scene, done, match, slug
from tests.partnerships.factories import a_partnership
from tests.schools.factories import a_school
from tests.world import TODAY, Person, World

REASON = {"reason": "Our gym is closed"}


@pytest.fixture
async def scene(world: World) -> Scene:
    return await a_scene(world)


async def signed(scene: Scene, **values: object) -> UUID:
    return await an_agreement(scene.world, partner=scene.partner, programs=[scene.program],
                              schools=[scene.alder], **values)  # fmt: skip


def needs(lifecycle: Lifecycle, verb: str, status: str, word: str, **values: bool) -> list[str]:
    made = next(each for each in lifecycle.moves if each.verb == verb)
    return school_needs_of(status, word, **values)(made)


@pytest.mark.parametrize(
    ("status", "word", "wide", "mine", "missing"),
    [
        ("draft", "pending", False, False, ["agreement_sent"]),
        ("in_review", "declined", False, False, []),
        ("approved", "declined", False, False, []),
        ("out_for_signature", "declined", False, False, ["school_offered"]),
        ("executed", "declined", False, False, ["school_offered"]),
        ("executed", "declined", True, False, []),
        ("executed", "pending", False, False, []),
        ("executed", "pending", False, True, ["second_person"]),
        ("suspended", "declined", False, True, ["school_offered", "second_person"]),
        ("terminated", "pending", False, False, ["agreement_open"]),
    ],
)
def test_what_a_principal_s_yes_needs(status: str, word: str, wide: bool, mine: bool, missing: list[str]) -> None:
    assert needs(AGREEMENT_SCHOOL, "confirm", status, word, district_wide=wide, offered_by_me=mine) == missing


def test_a_no_needs_nobody_else_and_an_offer_a_signed_agreement_that_is_not_over() -> None:
    assert needs(AGREEMENT_SCHOOL, "decline", "executed", "pending", offered_by_me=True) == []
    assert offer_needs("executed", False) == offer_needs("suspended", False) == []
    assert offer_needs("executed", True) == ["term_not_over"]
    assert offer_needs("out_for_signature", False) == ["fully_signed"]
    assert covered_from(date(2019, 8, 26), TODAY) == TODAY
    assert covered_from(date(2020, 9, 1), TODAY) == date(2020, 9, 1)


async def cleared(person: Person, partnership: UUID, day: str) -> bool:
    answer = done(await person.http.get(f"/api/v1/partnerships/{partnership}", params={"effective_on": day}))
    return "school_not_confirmed" not in [each["code"] for each in answer["clearance"]["blockers"]]


async def test_the_office_offers_and_the_principal_decides_from_that_day_on(scene: Scene) -> None:
    agreement = await signed(scene)
    at = f"{URL}/{agreement}/schools/{scene.birch}"
    assert (await scene.other_principal.http.post(f"{at}/confirm")).status_code == 404, "not asked, not seen"
    before = done(await scene.office.http.get(f"{URL}/{agreement}"))
    offered = done(await scene.office.http.put(at, headers=match(before)))
    birch = next(each for each in offered["schools"] if each["school"]["id"] == str(scene.birch))
    assert (birch["confirmation"], birch["added_on"], birch["covered_from"]) == ("pending", "2020-01-27", None)
    assert birch["added_by"]["name"] == "Renee Castellano"
    assert (before["can_offer_schools"], birch["can_take_back"]) == (True, True)
    assert [each["name"] for each in birch["asked"]] == ["Omar Haddad"]
    theirs = done(await scene.other_principal.http.get(f"{URL}/{agreement}"))
    assert (theirs["can_offer_schools"], [each["can_take_back"] for each in theirs["schools"]]) == (False, [False] * 2)
    assert (offered["version"], offered["status"], offered["text_sha256"]) == (2, "executed", before["text_sha256"])
    partnership = await a_partnership(
        scene.world, partner=scene.partner, program=scene.program, school=scene.birch, stage="active"
    )
    assert not await cleared(scene.office, partnership, "2020-01-27")
    tasks = done(await scene.other_principal.http.get("/api/v1/me/tasks"))["items"]
    assert [(each["kind"], each["id"]) for each in tasks if each["kind"] == "school_to_confirm"] == [
        ("school_to_confirm", str(agreement))
    ]
    joined = done(await scene.other_principal.http.post(f"{at}/confirm"))
    birch = next(each for each in joined["schools"] if each["school"]["id"] == str(scene.birch))
    assert (birch["confirmation"], birch["covered_from"]) == ("confirmed", "2020-01-27")
    assert (birch["asked"], birch["can_take_back"]) == ([], False)
    assert await cleared(scene.office, partnership, "2020-01-27")
    assert not await cleared(scene.office, partnership, "2020-01-26"), "never for the days before"
    log = await scene.world.rows("select kind from log where object_id = $1 order by seq", agreement)
    assert [row["kind"] for row in log] == ["agreement.school_added", "agreement.school_confirmed"]


async def test_an_offer_is_made_once_taken_back_while_it_is_open_and_repeated_after_a_no(scene: Scene) -> None:
    agreement = await signed(scene)
    at = f"{URL}/{agreement}/schools/{scene.birch}"
    one = done(await scene.office.http.put(at, headers={"If-Match": "*"}))
    again = done(await scene.office.http.put(at, headers={"If-Match": "*"}))
    assert again["version"] == one["version"]
    gone = done(await scene.office.http.delete(at, headers={"If-Match": "*"}))
    assert [each["school"]["id"] for each in gone["schools"]] == [str(scene.alder)]
    assert (await scene.office.http.delete(at, headers={"If-Match": "*"})).status_code == 404
    signed_one = await scene.office.http.delete(f"{URL}/{agreement}/schools/{scene.alder}", headers={"If-Match": "*"})
    assert slug(signed_one) == "text-is-fixed", "what was signed stays"
    done(await scene.office.http.put(at, headers={"If-Match": "*"}))
    done(await scene.other_principal.http.post(f"{at}/decline", json=REASON))
    alone = await scene.other_principal.http.post(f"{at}/confirm")
    assert (alone.status_code, alone.json()["needs"]) == (409, ["school_offered"])
    done(await scene.office.http.put(at, headers={"If-Match": "*"}))
    done(await scene.other_principal.http.post(f"{at}/confirm"))


async def test_only_the_office_offers_and_never_answers_its_own_offer(scene: Scene) -> None:
    agreement = await signed(scene, drafted_by="partner")
    at = f"{URL}/{agreement}/schools/{scene.birch}"
    assert slug(await scene.admin.http.put(at, headers={"If-Match": "*"})) == "text-is-fixed"
    assert slug(await scene.principal.http.put(at, headers={"If-Match": "*"})) == "not-your-agreement"
    both = scene.office
    await scene.world.person(Role.SCHOOL_LEADER, schools=[scene.birch], person_id=both.id)
    done(await both.http.put(at, headers={"If-Match": "*"}))
    own = await both.http.post(f"{at}/confirm")
    assert (own.status_code, own.json()["needs"]) == (409, ["second_person"])
    assert own.json()["allowed_moves"] == [
        {"move": "confirm", "needs": ["second_person"]}, {"move": "decline", "needs": []}
    ]  # fmt: skip


async def test_a_school_that_is_closed_or_covered_already_is_not_offered_to(scene: Scene) -> None:
    agreement = await signed(scene)
    closed = await a_school(scene.world, name="Old Mill School", status="closed")
    answer = await scene.office.http.put(f"{URL}/{agreement}/schools/{closed}", headers={"If-Match": "*"})
    assert answer.json()["errors"][0]["code"] == "school_closed"
    await an_agreement(scene.world, partner=scene.partner, programs=[scene.program], schools=[scene.birch])
    answer = await scene.office.http.put(f"{URL}/{agreement}/schools/{scene.birch}", headers={"If-Match": "*"})
    assert (answer.status_code, answer.json()["needs"]) == (409, ["no_overlap"])
    over = await signed(scene, starts_on=date(2018, 8, 27), ends_on=date(2019, 6, 14))
    answer = await scene.office.http.put(f"{URL}/{over}/schools/{scene.birch}", headers={"If-Match": "*"})
    assert (answer.status_code, answer.json()["needs"]) == (409, ["term_not_over"])
