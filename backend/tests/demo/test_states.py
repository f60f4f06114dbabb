"""Every state that a record can be in occurs, so that no page of the demonstration is empty."""

from collections import Counter

import pytest

from alongside.agreements.rules import AGREEMENT, AGREEMENT_SCHOOL
from alongside.demo.content.cast import ORGANIZATIONS, everybody
from alongside.demo.content.districts import CEDAR, TWIN
from alongside.identity.scopes import Role
from alongside.needs.rules import ASSESSMENT, NEED
from alongside.partners.rules import PARTNER, PROGRAM
from alongside.partnerships.rules import PARTNERSHIP
from alongside.targets.rules import TARGET
from tests.demo.scene import Demonstration

pytestmark = pytest.mark.timeout(300)

RATINGS = {
    "context", "informational", "too_early", "awaiting_data", "no_data", "no_baseline", "on_track", "at_risk",
    "off_track", "met", "not_met", "not_reported",
}  # fmt: skip


async def states(demonstration: Demonstration, table: str, column: str = "status") -> Counter[str]:
    rows = await demonstration.rows(f"select {column} as state, count(*) as n from {table} group by 1")
    return Counter({row["state"]: row["n"] for row in rows})


@pytest.mark.parametrize(
    ("table", "column", "known"),
    [
        ("partner", "status", PARTNER.states),
        ("program", "status", PROGRAM.states),
        ("needs_assessment", "status", ASSESSMENT.states),
        ("need", "status", NEED.states),
        ("partnership", "stage", PARTNERSHIP.states),
        ("agreement", "status", AGREEMENT.states),
        ("agreement_school", "confirmation", AGREEMENT_SCHOOL.states),
        ("target", "status", TARGET.states),
        ("target_school", "word", ("pending", "agreed", "opted_out")),
        ("result", "status", ("submitted", "verified", "rejected", "superseded")),
        ("agreement", "origin", ("drafted", "recorded")),
    ],
)
async def test_every_state_occurs(
    demonstration: Demonstration, table: str, column: str, known: tuple[str, ...]
) -> None:
    assert set(await states(demonstration, table, column)) >= set(known)


async def test_an_agreement_of_every_effective_status_is_listed(demonstration: Demonstration) -> None:
    office = await demonstration.sign_in("district@demo.example.org")
    listed = {each["effective_status"] for each in await demonstration.all_of(office, "agreements")}
    assert listed >= {"scheduled", "active", "expiring_soon", "expired", *AGREEMENT.states} - {"executed"}


async def test_targets_are_rated_in_every_way(demonstration: Demonstration) -> None:
    office = await demonstration.sign_in("district@demo.example.org")
    rated = {each["progress"]["rating"] for each in await demonstration.all_of(office, "targets")}
    assert rated - {None} == RATINGS


async def test_there_are_forty_partners_with_ninety_programs_and_people_in_every_role(
    demonstration: Demonstration,
) -> None:
    assert sum((await states(demonstration, "partner")).values()) == 40
    assert sum((await states(demonstration, "program")).values()) == 90
    held = await demonstration.rows("select distinct role from role_assignment")
    assert {row["role"] for row in held} == {role.value for role in Role}


async def test_660_schools_with_students_and_three_years_of_measures(demonstration: Demonstration) -> None:
    office = await demonstration.sign_in("district@demo.example.org")
    schools = await demonstration.all_of(office, "schools")
    assert len(schools) == 660
    assert sum(school["status"] == "merged" for school in schools) == 1
    batches = await demonstration.rows("select kind, source, refused_count from observation_batch")
    assert Counter(row["kind"] for row in batches) == {"schools": 1, "measures": 4}
    assert sum(row["refused_count"] for row in batches) == 4 + 1 + 3


@pytest.mark.parametrize("district", [CEDAR, TWIN])
async def test_the_other_districts_have_a_little_of_everything(demonstration: Demonstration, district: str) -> None:
    for table in ("school", "partner", "program", "need", "agreement", "partnership", "target", "result", "log"):
        assert await demonstration.rows(f"select 1 from {table} limit 1", district=district), table


def test_nobody_in_the_demonstration_can_be_called_or_written_to() -> None:
    """Telephone numbers from 555-0100 on and reserved domains reach nobody (RFC 2606)."""
    people = everybody()
    assert len({person.email for person in people}) == len(people)
    for person in people:
        assert person.email.endswith((".example", "@demo.example.org", "@other.example.org"))
        assert person.phone is None or "555-01" in person.phone
    assert all("555-01" in one.phone for one in ORGANIZATIONS)
    assert len({one.phone for one in ORGANIZATIONS}) == len(ORGANIZATIONS)
    assert all(one.ein is None or one.ein.startswith("00-") for one in ORGANIZATIONS)


async def test_one_revisit_is_overdue_and_one_is_half_answered(demonstration: Demonstration) -> None:
    late = await demonstration.rows(
        "select v.due_on, count(w.id) as words from revisit v join agreement a on a.id = v.agreement_id "
        "left join revisit_word w on w.revisit_id = v.id where a.status = 'executed' and v.due_on < '2020-01-27' "
        "group by v.id, v.due_on order by v.due_on"
    )
    assert [(row["due_on"].isoformat(), row["words"]) for row in late] == [("2019-12-20", 2), ("2019-12-31", 0)]
    half = await demonstration.rows(
        "select v.due_on, array_agg(w.side) as sides from revisit v join revisit_word w on w.revisit_id = v.id "
        "group by v.id, v.due_on having count(*) = 1"
    )
    assert [(row["due_on"].isoformat(), row["sides"]) for row in half] == [("2020-02-28", ["partner"])]
    missed = await demonstration.rows("select outcome, side from promise_word")
    assert [tuple(row) for row in missed] == [("not_delivered", "partner")]
