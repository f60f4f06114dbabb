"""The directory's rows: what each partner does here on the day, and when it last said something that is kept."""

import csv
from collections.abc import Awaitable, Callable
from datetime import date, timedelta
from io import StringIO
from typing import Any
from uuid import UUID

import pytest

from alongside.agreements.models import AgreementNotice, PromiseWord, RevisitWord
from alongside.identity.scopes import Role, Scope
from alongside.papers.models import Paper
from tests.agreements.factories import a_resource, a_revisit, a_signature, a_site_plan, an_agreement
from tests.agreements.scene import done
from tests.partners.factories import a_partner, a_program
from tests.partnerships.factories import a_partnership
from tests.schools.factories import a_school
from tests.world import Person, World

PARTNERS = "/api/v1/partners"
SPOKE = date(2019, 11, 4)


async def row_of(person: Person, partner: UUID, **query: str) -> dict[str, Any]:
    page = done(await person.http.get(PARTNERS, params=query))
    found: dict[str, Any] = next(each for each in page["items"] if each["id"] == str(partner))
    return found


async def at_work(world: World) -> tuple[UUID, list[UUID]]:
    """A partner at four schools, at one of them twice, with two agreements in force and one of last year."""
    partner = await a_partner(world, name="Alder Tutors")
    one, other = await a_program(world, partner=partner, name="One"), await a_program(world, partner=partner)
    schools = [await a_school(world, name=name) for name in ("Dogwood", "Birch", "Cedar", "Alder")]
    for school in schools:
        await a_partnership(world, partner=partner, program=one, school=school)
    await a_partnership(world, partner=partner, program=other, school=schools[0], stage="paused")
    await a_partnership(world, partner=partner, program=other, school=await a_school(world), stage="ended")
    await a_partnership(world, partner=partner, program=one, school=await a_school(world), stage="exploring")
    await an_agreement(world, partner=partner, schools=schools[:1], ends_on=date(2020, 6, 12))
    await an_agreement(world, partner=partner, schools=schools[1:], ends_on=date(2021, 6, 11))
    await an_agreement(world, partner=partner, starts_on=date(2018, 8, 27), ends_on=date(2019, 6, 14))
    await an_agreement(world, partner=partner, status="draft")
    return partner, schools


async def test_a_row_shows_schools_and_agreements_in_force(world: World) -> None:
    partner, _schools = await at_work(world)
    idle = await a_partner(world, name="Idle")
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    row = await row_of(office, partner)
    assert (row["schools"]["count"], [each["name"] for each in row["schools"]["first"]]) == (
        4, ["Alder", "Birch", "Cedar"]
    )  # fmt: skip
    assert row["agreements"] == {"in_force": 2, "next_end": "2020-06-12"}
    row = await row_of(office, idle)
    assert (row["schools"], row["agreements"]) == ({"count": 0, "first": []}, {"in_force": 0, "next_end": None})
    # the same number as the list that it leads to
    listed = done(
        await office.http.get("/api/v1/agreements", params={"partner": str(partner), "effective": "in_force"})
    )
    assert len(listed["items"]) == 2


async def test_on_another_day_a_row_shows_what_was(world: World) -> None:
    partner, _schools = await at_work(world)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    row = await row_of(office, partner, effective_on="2019-03-01")
    assert row["agreements"] == {"in_force": 1, "next_end": "2019-06-14"}
    row = await row_of(office, partner, effective_on="2020-08-01")
    assert row["agreements"] == {"in_force": 1, "next_end": "2021-06-11"}


async def test_the_weekday_filter_and_the_day_looked_at_do_not_meet(world: World) -> None:
    partner, _schools = await at_work(world)
    await a_program(world, partner=partner, name="Mondays", weekdays=["monday"])
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    row = await row_of(office, partner, day="monday", effective_on="2019-03-01", include_total="true")
    assert row["agreements"] == {"in_force": 1, "next_end": "2019-06-14"}


async def test_everybody_is_told_what_they_may_open(world: World) -> None:
    partner, schools = await at_work(world)
    principal = await world.person(Role.SCHOOL_LEADER, schools=schools[:1])
    row = await row_of(principal, partner)
    assert (row["schools"]["count"], row["agreements"]) == (1, {"in_force": 1, "next_end": "2020-06-12"})
    teacher = await world.person(Role.SCHOOL_STAFF, schools=schools[:1])
    row = await row_of(teacher, partner)
    assert (row["schools"]["count"], row["agreements"]) == (1, None)
    admin = await world.person(Role.PARTNER_ADMIN, partner=partner)
    row = await row_of(admin, partner)
    assert (row["schools"]["count"], row["agreements"]["in_force"]) == (4, 2)
    rival = await world.person(Role.PARTNER_ADMIN, partner=await a_partner(world))
    row = await row_of(rival, partner)
    assert (row["schools"], row["agreements"], row["last_contact_on"]) == (None, None, None)
    client = await world.machine(Scope.PARTNERS_READ)
    told = done(await client.get(PARTNERS))["items"][0]
    assert (told["schools"], told["agreements"]) == (None, None)
    stranger = await world.person(Role.DISTRICT_ADMIN, tenant=world.stranger_id)
    assert done(await stranger.http.get(PARTNERS))["items"] == []
    assert (await world.anonymous().get(PARTNERS)).status_code == 401


async def _signs(world: World, agreement: UUID, _who: UUID) -> None:
    await a_signature(world, agreement=agreement, party="partner", signed_on=SPOKE)


async def _answers(world: World, agreement: UUID, who: UUID) -> None:
    revisit = await a_revisit(world, agreement=agreement)
    await world.add(RevisitWord, revisit_id=revisit, side="partner", outcome="confirmed", said_by_id=who, said_on=SPOKE)


async def _gives_notice(world: World, agreement: UUID, who: UUID) -> None:
    await world.add(AgreementNotice, agreement_id=agreement, side="partner", given_on=SPOKE, given_by_id=who)


async def _writes_elsewhere(world: World, agreement: UUID, _who: UUID) -> None:
    await world.rows("update agreement set signed_elsewhere_on = $2 where id = $1", agreement, SPOKE)


async def _hands_in_a_paper(world: World, agreement: UUID, _who: UUID) -> None:
    (row,) = await world.rows("select partner_id from agreement where id = $1", agreement)
    await world.add(Paper, partner_id=row["partner_id"], kind="agency_letter", status="submitted", submitted_on=SPOKE)


async def _applies(world: World, agreement: UUID, _who: UUID) -> None:
    await world.rows(
        "update partner set submitted_on = $2 where id = (select partner_id from agreement where id = $1)",
        agreement, SPOKE,
    )  # fmt: skip


WORDS = [_signs, _answers, _gives_notice, _writes_elsewhere, _hands_in_a_paper, _applies]


@pytest.mark.parametrize("say", WORDS)
async def test_what_a_partner_says_is_contact(
    world: World, say: Callable[[World, UUID, UUID], Awaitable[None]]
) -> None:
    partner = await a_partner(world)
    agreement = await an_agreement(world, partner=partner, starts_on=date(2019, 8, 26))
    admin = await world.person(Role.PARTNER_ADMIN, partner=partner)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    before = await row_of(office, partner)
    assert before["last_contact_on"] is None
    await say(world, agreement, admin.id)
    after = await row_of(office, partner)
    assert (after["last_contact_on"], after["updated_at"]) == (SPOKE.isoformat(), before["updated_at"])


async def test_promises_and_plans_are_answered_in_the_district_s_own_day(world: World) -> None:
    partner, school = await a_partner(world), await a_school(world)
    agreement = await an_agreement(world, partner=partner, schools=[school])
    admin = await world.person(Role.PARTNER_ADMIN, partner=partner)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    resource = await a_resource(world, agreement=agreement)
    await world.add(
        PromiseWord, agreement_id=agreement, resource_id=resource, outcome="delivered", on_day=SPOKE, side="partner"
    )
    assert (await row_of(office, partner))["last_contact_on"] == "2020-01-27"
    other = await a_partner(world)
    under = await an_agreement(world, partner=other, schools=[school])
    await a_site_plan(world, agreement=under, school=school, said_by={"partner": admin.id})
    assert (await row_of(office, other))["last_contact_on"] == "2020-01-27"


async def test_an_older_word_that_is_brought_later_sets_nothing_back(world: World) -> None:
    partner, office = await a_partner(world), await world.person(Role.PARTNERSHIP_OFFICE)
    for on in (SPOKE, SPOKE - timedelta(days=300), SPOKE - timedelta(days=1)):
        agreement = await an_agreement(world, partner=partner)
        await a_signature(world, agreement=agreement, party="partner", signed_on=on)
        await world.add(Paper, partner_id=partner, kind="agency_letter", status="submitted", submitted_on=on)
        assert (await row_of(office, partner))["last_contact_on"] == SPOKE.isoformat()


async def test_what_the_district_says_alone_is_not(world: World) -> None:
    partner = await a_partner(world)
    agreement = await an_agreement(world, partner=partner)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    await a_signature(world, agreement=agreement, party="district")
    revisit = await a_revisit(world, agreement=agreement)
    await world.add(
        RevisitWord, revisit_id=revisit, side="school", outcome="confirmed", said_by_id=office.id, said_on=SPOKE
    )
    assert (await row_of(office, partner))["last_contact_on"] is None


async def test_contact_goes_with_what_is_moved_to_another_record_and_with_what_is_taken_back(world: World) -> None:
    ours, theirs = await a_partner(world), await a_partner(world)
    agreement = await an_agreement(world, partner=ours)
    signature = await a_signature(world, agreement=agreement, party="partner", signed_on=SPOKE)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    await world.rows("update agreement set partner_id = $2 where id = $1", agreement, theirs)
    assert (await row_of(office, ours))["last_contact_on"] is None
    assert (await row_of(office, theirs))["last_contact_on"] == SPOKE.isoformat()
    await world.rows("delete from signature where id = $1", signature)
    assert (await row_of(office, theirs))["last_contact_on"] is None


async def test_the_longest_silence_comes_first_and_pages_go_on(world: World) -> None:
    for number in range(7):
        partner = await a_partner(world, name=f"P {number}")
        if number % 3:
            agreement = await an_agreement(world, partner=partner)
            await a_signature(world, agreement=agreement, party="partner", signed_on=date(2019, 9, 30 - number))
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    for sort, down in (("last_contact_on", False), ("-last_contact_on", True)):
        found, cursor = [], ""
        while cursor is not None and len(found) < 20:
            more = {"cursor": cursor} if cursor else {}
            page = done(await office.http.get(PARTNERS, params={"sort": sort, "limit": "2", **more}))
            found += [each["last_contact_on"] or "" for each in page["items"]]
            cursor = page["next_cursor"]
        assert found == sorted(found, reverse=down)
        assert (len(found), found.count("")) == (7, 3)
        file = await office.http.get("/api/v1/exports/partners.csv", params={"sort": sort})
        assert [row["last_contact_on"] for row in csv.DictReader(StringIO(file.text))] == found


async def test_an_order_does_not_tell_what_the_rows_keep_back(world: World) -> None:
    for name, day in (("A", date(2019, 9, 3)), ("B", date(2019, 9, 1)), ("C", date(2019, 9, 2))):
        agreement = await an_agreement(world, partner=await a_partner(world, name=name))
        await a_signature(world, agreement=agreement, party="partner", signed_on=day)
    rival = await world.person(Role.PARTNER_ADMIN, partner=await a_partner(world, name="Z"))
    page = done(await rival.http.get(PARTNERS, params={"sort": "last_contact_on"}))
    assert [each["name"] for each in page["items"]] == ["A", "B", "C", "Z"]


@pytest.mark.parametrize("role", [Role.PARTNERSHIP_OFFICE, Role.SCHOOL_STAFF])
async def test_the_file_says_what_the_list_says(world: World, role: Role) -> None:
    partner, schools = await at_work(world)
    await world.rows("update partner set submitted_on = $2 where id = $1", partner, SPOKE)
    person = await world.person(role, schools=schools[:2] if role is Role.SCHOOL_STAFF else ())
    row = await row_of(person, partner)
    file = await person.http.get("/api/v1/exports/partners.csv")
    written = next(each for each in csv.DictReader(StringIO(file.text)) if each["id"] == str(partner))
    agreements = row["agreements"] or {"in_force": "", "next_end": ""}
    assert written["schools"] == str(row["schools"]["count"])
    assert written["first_schools"] == "; ".join(each["name"] for each in row["schools"]["first"])
    assert (written["agreements_in_force"], written["next_end"]) == (
        str(agreements["in_force"]), agreements["next_end"],
    )  # fmt: skip
    assert written["last_contact_on"] == SPOKE.isoformat()
