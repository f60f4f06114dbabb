"""Whether a program may work in a school on a day: real agreements, the date dial, and the rule said in SQL."""

from datetime import date
from itertools import product
from typing import Any
from uuid import UUID

import pytest

from alongside.agreements.models import DataTerms
from alongside.identity.scopes import Role
from alongside.partnerships.rules import Cover, data_access
from tests.agreements.factories import an_agreement
from tests.partners.factories import a_partner, a_program
from tests.partnerships.factories import a_partnership, a_scene
from tests.schools.factories import a_school
from tests.world import Person, World

HERE = "/api/v1/partnerships"


async def clearance(who: Person, partnership: UUID, on: str | None = None) -> Any:
    read = await who.http.get(f"{HERE}/{partnership}", params={"effective_on": on} if on else {})
    assert read.status_code == 200, read.text
    assert read.json()["effective_on"] == (on or "2020-01-27")
    return read.json()["clearance"]


@pytest.mark.parametrize(
    ("day", "cleared", "words"),
    [
        ("2019-08-25", False, ["The agreement starts on August 26, 2019."]),
        ("2019-08-26", True, []),
        ("2020-03-14", True, []),
        ("2020-06-12", True, []),
        (
            "2020-06-13",
            False,
            ["The agreement has expired.", "The principal has not confirmed the school yet."],
        ),
        (
            "2020-09-01",
            False,
            ["The agreement has expired.", "The principal has not confirmed the school yet."],
        ),
    ],
)
async def test_cleared_on_14_march_and_not_on_1_september(
    world: World, day: str, cleared: bool, words: list[str]
) -> None:
    scene = await a_scene(world)
    found = await clearance(await world.person(Role.PARTNERSHIP_OFFICE), scene.partnership, day)
    assert (found["cleared"], [blocker["words"] for blocker in found["blockers"]]) == (cleared, words)
    assert found["cleared_through"] == ("2020-06-12" if cleared else None)


async def test_a_renewal_carries_clearance_on_and_a_gap_before_it_does_not(world: World) -> None:
    scene = await a_scene(world)
    await an_agreement(
        world, partner=scene.partner, programs=[scene.program], schools=[scene.school],
        starts_on=date(2020, 8, 24), ends_on=date(2021, 6, 11),
    )  # fmt: skip
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    cleared = {
        day: (await clearance(office, scene.partnership, day))["cleared"]
        for day in ("2020-06-12", "2020-07-15", "2020-08-24", "2021-06-11", "2021-06-12")
    }
    assert list(cleared.values()) == [True, False, True, True, False]
    gap = await clearance(office, scene.partnership, "2020-07-15")
    assert [(blocker["words"], blocker["due_on"]) for blocker in gap["blockers"]] == [
        ("The agreement starts on August 24, 2020.", "2020-08-24")
    ]


async def test_the_approval_of_the_partner_runs_out_before_the_agreement_does(world: World) -> None:
    scene = await a_scene(world, partner_values={"vetting_expires_on": date(2020, 2, 15)})
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    assert (await clearance(office, scene.partnership))["cleared_through"] == "2020-02-15"
    assert (await clearance(office, scene.partnership, "2020-02-15"))["cleared"] is True
    found = await clearance(office, scene.partnership, "2020-02-16")
    assert [blocker["code"] for blocker in found["blockers"]] == ["vetting_expired"]


async def test_a_school_that_declined_is_not_cleared_and_the_others_are(world: World) -> None:
    scene = await a_scene(world, agreement=None)
    other = await a_school(world, name="Birch Hill School")
    beside = await a_partnership(world, partner=scene.partner, program=scene.program, school=other)
    await an_agreement(
        world, partner=scene.partner, programs=[scene.program],
        schools={scene.school: "declined", other: "confirmed"},
    )  # fmt: skip
    leader = await world.person(Role.SCHOOL_LEADER, schools=[scene.school], name="Paula Principal")
    found = await clearance(leader, scene.partnership)
    assert found["blockers"] == [
        {
            "code": "school_not_confirmed",
            "words": "The principal declined.",
            "said": {"code": "principal_declined", "words": "The principal declined.", "params": {}},
            "who": {"party": "school", "roles": ["school_leader"], "names": ["Paula Principal"]},
            "due_on": None,
            "about": None,
        }
    ]
    assert (await clearance(await world.person(Role.PARTNERSHIP_OFFICE), beside))["cleared"] is True


@pytest.mark.parametrize(
    ("status", "code"),
    [("suspended", "partner_not_approved"), ("under_review", "partner_not_approved")],
)
async def test_a_partner_on_hold_is_not_cleared_anywhere(world: World, status: str, code: str) -> None:
    scene = await a_scene(world, partner_values={"status": status})
    office = await world.person(Role.PARTNERSHIP_OFFICE, name="Olu Office")
    (blocker,) = (await clearance(office, scene.partnership))["blockers"]
    assert blocker["code"] == code
    assert blocker["who"] == {"party": "district", "roles": ["partnership_office"], "names": ["Olu Office"]}


async def test_everybody_reads_the_same_blockers(world: World) -> None:
    scene = await a_scene(world, agreement="in_review", confirmation="pending")
    people = [
        await world.person(Role.PARTNERSHIP_OFFICE),
        await world.person(Role.SCHOOL_LEADER, schools=[scene.school]),
        await world.person(Role.SCHOOL_STAFF, schools=[scene.school]),
        await world.person(Role.PARTNER_STAFF, partner=scene.partner),
    ]
    found = [await clearance(who, scene.partnership) for who in people]
    assert all(each == found[0] for each in found)
    assert [blocker["words"] for blocker in found[0]["blockers"]] == [
        "The agreement is in review.",
        "The principal has not confirmed the school yet.",
    ]


async def test_a_district_wide_agreement_covers_a_school_once_its_principal_confirms(world: World) -> None:
    scene = await a_scene(world, agreement=None)
    values = {"partner": scene.partner, "programs": [scene.program], "is_district_wide": True}
    await an_agreement(world, **values)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    found = await clearance(office, scene.partnership)
    assert [blocker["code"] for blocker in found["blockers"]] == ["school_not_confirmed"]
    await an_agreement(world, schools={scene.school: "confirmed"}, **values)
    assert (await clearance(office, scene.partnership))["cleared"] is True


async def test_an_activated_partnership_starts_and_one_that_lapsed_cannot_resume(world: World) -> None:
    scene = await a_scene(world, stage="paused", ends_on=date(2020, 1, 26))
    leader = await world.person(Role.SCHOOL_LEADER, schools=[scene.school])
    moves = (await leader.http.get(f"{HERE}/{scene.partnership}")).json()["allowed_moves"]
    needs = ["no_agreement_in_force", "school_not_confirmed"]
    assert moves == [{"move": "resume", "needs": needs}, {"move": "end", "needs": []}]
    answer = await leader.http.post(f"{HERE}/{scene.partnership}/resume")
    assert (answer.status_code, answer.json()["needs"]) == (409, needs)


async def test_the_filter_says_what_the_rule_says(world: World) -> None:
    """`is_cleared` in SQL and `rules.clearance` agree on every mix of partner, agreement, dates and confirmation."""
    schools = [await a_school(world, name=f"School {word}") for word in ("confirmed", "declined", "pending", "none")]
    closing = await a_school(world, name="School that closes")
    await world.rows("update school set status = 'closed', closed_on = $1 where id = $2", date(2020, 1, 28), closing)
    partners = [
        await a_partner(world, status="approved"),
        await a_partner(world, status="approved", vetting_expires_on=date(2020, 1, 27)),
        await a_partner(world, status="approved", vetting_expires_on=date(2020, 1, 26)),
        await a_partner(world, status="suspended"),
    ]
    covers: list[dict[str, Any]] = [
        {},
        {"type": "space_use"},
        {"is_binding": False},
        {"status": "suspended"},
        {"status": "approved", "effective_on": None},
        {"starts_on": date(2020, 1, 27)},
        {"starts_on": date(2020, 1, 28)},
        {"ends_on": date(2020, 1, 27)},
        {"ends_on": date(2020, 1, 26)},
        {"effective_on": date(2020, 1, 28)},
        {"effective_on": None},
        {"is_district_wide": True},
        {"status": "terminated", "ceases_on": date(2020, 1, 28)},
        {"status": "superseded", "ceases_on": date(2020, 1, 27)},
        {"status": "suspended", "held_from": date(2020, 1, 28)},
        {"amended_from": date(2020, 1, 28)},
    ]
    made = 0
    for partner, (number, cover) in product(partners, enumerate(covers)):
        program = await a_program(world, partner=partner, name=f"Program {number}")
        words = dict(zip(schools, ("confirmed", "declined", "pending"), strict=False)) | {closing: "confirmed"}
        await an_agreement(world, partner=partner, programs=[program], schools=words, **cover)
        for school in (*schools, closing):
            await a_partnership(world, partner=partner, program=program, school=school)
            made += 1
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    asked = {"limit": 500}
    for day in ("2020-01-27", "2020-01-28"):
        every = (await office.http.get(HERE, params={**asked, "effective_on": day})).json()["items"]
        by_rule = {item["id"] for item in every if item["clearance"]["cleared"]}
        by_filter = {
            answer: {
                item["id"]
                for item in (
                    await office.http.get(HERE, params={**asked, "effective_on": day, "cleared": answer})
                ).json()["items"]
            }
            for answer in ("true", "false")
        }
        assert len(every) == made == 320
        assert by_filter["true"] == by_rule
        assert by_filter["false"] == {item["id"] for item in every} - by_rule
        assert 0 < len(by_rule) < made


TERMS: dict[str, Any] = {
    "basis": "consent", "consent": "Signed at enrolment", "data_elements": ["Reading level"], "users": "Tutors",
    "security": "Encrypted", "retention": "One year", "destruction_days": 30, "breach_hours": 48,
    "parents_access": "On request",
}  # fmt: skip


async def a_data_agreement(world: World, scene: Any, terms: dict[str, Any] | None = None, **values: Any) -> UUID:
    own = {"schools": [scene.school], "purpose": "Tutoring", "populations": "Tutored students", **values}
    agreement = await an_agreement(world, type="data_sharing", partner=scene.partner, programs=[scene.program], **own)
    await world.add(DataTerms, agreement_id=agreement, **(TERMS if terms is None else terms))
    return agreement


async def test_records_need_a_data_sharing_agreement_and_the_program_itself_does_not(world: World) -> None:
    scene = await a_scene(world, agreement=None)
    await an_agreement(
        world, partner=scene.partner, programs=[scene.program], schools=[scene.school], shares_student_records=True
    )
    office = await world.person(Role.PARTNERSHIP_OFFICE, name="Renee Castellano")
    without = await clearance(office, scene.partnership)
    assert (without["cleared"], without["student_data"]["needed"], without["student_data"]["allowed"]) == (
        True, True, False
    )  # fmt: skip
    blocker = without["student_data"]["blockers"][0]
    assert (blocker["code"], blocker["who"]["party"]) == ("no_data_agreement", "district")
    assert "Renee Castellano" in blocker["who"]["names"]
    await a_data_agreement(world, scene, starts_on=date(2019, 10, 1), ends_on=date(2020, 3, 31))
    told = {}
    for day in ("2019-09-30", "2019-10-01", "2020-03-31", "2020-04-01", "2020-06-13"):
        found = (await clearance(office, scene.partnership, day))["student_data"]
        told[day] = (found["allowed"], [each["words"] for each in found["blockers"]])
    assert told == {
        "2019-09-30": (False, ["The data sharing agreement starts on October 1, 2019."]),
        "2019-10-01": (True, []),
        "2020-03-31": (True, []),
        "2020-04-01": (False, ["The data sharing agreement has expired."]),
        "2020-06-13": (False, []),
    }
    assert (await clearance(office, scene.partnership))["student_data"]["through_on"] == "2020-03-31"


async def test_who_shares_no_records_needs_no_data_sharing_agreement(world: World) -> None:
    scene = await a_scene(world)
    found = await clearance(await world.person(Role.PARTNERSHIP_OFFICE), scene.partnership)
    assert found["student_data"] == {"needed": False, "allowed": False, "through_on": None, "blockers": []}


async def test_incomplete_terms_and_a_principals_no_keep_records_where_they_are(world: World) -> None:
    scene = await a_scene(world, agreement=None)
    await an_agreement(
        world, partner=scene.partner, programs=[scene.program], schools=[scene.school], shares_student_records=True
    )
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    incomplete = await a_data_agreement(world, scene, {**TERMS, "security": None})
    found = (await clearance(office, scene.partnership))["student_data"]
    assert (found["allowed"], found["blockers"][0]["who"]["roles"]) == (
        False, ["partnership_office", "privacy_officer"]
    )  # fmt: skip
    await world.rows("delete from agreement where id = $1", incomplete)
    await a_data_agreement(world, scene, schools={scene.school: "declined"})
    declined = (await clearance(office, scene.partnership))["student_data"]
    assert declined["blockers"][0]["words"] == "The principal declined the data sharing agreement."
    await a_data_agreement(world, scene, schools={}, is_district_wide=True, title="District-wide")
    assert (await clearance(office, scene.partnership))["student_data"]["allowed"] is True


@pytest.mark.parametrize("status", ["draft", "changes_requested", "submitted", "in_review", "approved",
                                    "out_for_signature", "suspended", "expired"])  # fmt: skip
def test_whatever_stands_in_the_way_of_records_names_who_acts(status: str) -> None:
    shares = Cover("active", True, "confirmed", shares_records=True)
    about = Cover(status, False, "confirmed", is_data_agreement=True)
    found = data_access([shares, about])
    assert (found.needed, found.allowed, bool(found.blockers[0].roles)) == (True, False, True)
    assert data_access([about]).needed is False
