"""Papers and people on any day: worked examples, and what must hold whatever the days are."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.core.clock import months_after
from alongside.identity.scopes import Role
from alongside.papers.rules import (
    Check,
    Held,
    Member,
    PaperFact,
    Requirement,
    Setting,
    Waiver,
    areas_below,
    cleared_until,
    deciding,
    is_cleared,
    lacks,
    last_valid_day,
    papers_through,
    standing,
)

PROGRAM, SCHOOL, OTHER = UUID(int=1), UUID(int=2), UUID(int=3)
DAY = date(2020, 1, 27)
HERE = Setting(
    PROGRAM, SCHOOL, "in_person", frozenset({"after_school"}), frozenset({"3", "4"}), has_place=True,
    areas=frozenset({"tutoring"}), org_type="business", cost_cents=50_00, supervision="alone",
)  # fmt: skip
LIABILITY = Requirement(UUID(int=10), "insurance_certificate", "General liability", date(2019, 8, 1),
                        coverage="general_liability", min_each_cents=100)  # fmt: skip
CHECKS = Requirement(UUID(int=11), "background_check", "Background checks", date(2019, 8, 1),
                     check_kinds=frozenset({"state_criminal", "child_abuse"}), validity_months=60,
                     accepts_instead=frozenset({"agency_letter", "staff_present"}))  # fmt: skip
PAPER = PaperFact(UUID(int=20), "insurance_certificate", "accepted", date(2019, 7, 1), date(2020, 6, 30),
                  coverage="general_liability", limit_each_cents=100, submitted_on=date(2019, 7, 2),
                  accepted_on=date(2019, 7, 8))  # fmt: skip


def clear(kind: str, issued_on: date = date(2018, 8, 20), **values: object) -> Check:
    return replace(Check(kind, issued_on, "clear", issued_on), **values)  # type: ignore[arg-type]


def tutor(*checks: Check, name: str = "Tess", basis: str = "employee", number: int = 30) -> Member:
    return Member(UUID(int=number), name, basis, date(2019, 8, 1), None, frozenset({(PROGRAM, SCHOOL)}), checks)


BOTH = (clear("state_criminal"), clear("child_abuse"))


@pytest.mark.parametrize(
    ("asked", "setting", "applies"),
    [
        ({}, {}, True),
        ({"deliveries": frozenset({"virtual"})}, {}, False),
        ({"deliveries": frozenset({"in_person"})}, {"delivery": None}, True),
        ({"times_of_day": frozenset({"after_school", "summer"})}, {}, True),
        ({"times_of_day": frozenset({"summer"})}, {}, False),
        ({"times_of_day": frozenset({"summer"})}, {"times_of_day": frozenset()}, True),
        ({"grades": frozenset({"9"})}, {}, False),
        ({"grades": frozenset({"4", "5"})}, {}, True),
        ({"needs_place": True}, {"has_place": False}, False),
        ({"needs_place": True}, {}, True),
        ({"needs_place": True, "grades": frozenset({"9"})}, {}, False),
        ({"areas": frozenset({"tutoring", "arts"})}, {}, True),
        ({"areas": frozenset({"arts"})}, {}, False),
        ({"areas": frozenset({"arts"})}, {"areas": frozenset()}, True),
        ({"areas": frozenset({"academics"}), "areas_below": frozenset({"tutoring"})}, {}, True),
        ({"areas": frozenset({"academics"}), "areas_below": frozenset({"math"})}, {}, False),
        (
            {"areas": frozenset({"academics"}), "areas_below": frozenset({"tutoring"}), "areas_below_from": DAY},
            {},
            True,
        ),
        (
            {
                "areas": frozenset({"academics"}),
                "areas_below": frozenset({"tutoring"}),
                "areas_below_from": DAY + timedelta(days=1),
            },
            {},
            False,
        ),
        ({"org_types": frozenset({"business"})}, {}, True),
        ({"org_types": frozenset({"nonprofit", "faith"})}, {}, False),
        ({"org_types": frozenset({"nonprofit"})}, {"org_type": None}, True),
        ({"payment": "paid"}, {}, True),
        ({"payment": "free"}, {}, False),
        ({"payment": "free"}, {"cost_cents": 0}, True),
        ({"payment": "paid"}, {"cost_cents": 0}, False),
        ({"payment": "paid"}, {"cost_cents": None}, True),
        ({"supervision": "alone"}, {}, True),
        ({"supervision": "alone"}, {"supervision": None}, True),
        ({"supervision": "alone"}, {"supervision": "staff_present"}, False),
        ({"supervision": "staff_present"}, {}, False),
        ({"supervision": "alone", "payment": "free"}, {}, False),
        ({"program_id": PROGRAM}, {}, True),
        ({"program_id": OTHER}, {}, False),
        ({"org_types": frozenset({"business"}), "payment": "paid", "areas": frozenset({"tutoring"})}, {}, True),
        ({"org_types": frozenset({"business"}), "payment": "free", "areas": frozenset({"tutoring"})}, {}, False),
    ],
)
def test_a_requirement_is_asked_of_the_programs_it_names(
    asked: dict[str, object], setting: dict[str, object], applies: bool
) -> None:
    """What a program does not say is asked; a place is asked about only where one is named."""
    assert replace(LIABILITY, **asked).applies_to(replace(HERE, **setting), DAY) is applies  # type: ignore[arg-type]


def test_an_area_means_everything_under_it_however_deep_and_not_what_is_above() -> None:
    above = {
        "academics": None, "reading": "academics", "tutoring": "reading", "pairs": "tutoring", "math": "academics",
        "arts": None, "music": "arts",
    }  # fmt: skip
    assert areas_below(frozenset({"reading"}), above) == {"tutoring", "pairs"}
    assert areas_below(frozenset({"academics", "reading"}), above) == {"tutoring", "pairs", "math"}
    assert areas_below(frozenset({"pairs", "unknown"}), above) == frozenset()
    assert areas_below(frozenset(), above) == frozenset()
    # whoever makes a ring of them gets an end all the same
    assert areas_below(frozenset({"a"}), {"a": "c", "b": "a", "c": "b"}) == {"b", "c"}


def test_what_clears_ends_on_the_day_before_the_areas_below_are_meant() -> None:
    wide = replace(
        LIABILITY, areas=frozenset({"academics"}), areas_below=frozenset({"tutoring"}),
        areas_below_from=DAY + timedelta(days=3),
    )  # fmt: skip
    assert not standing([wide], Held(), HERE, DAY).blockers
    assert papers_through([wide], Held(), HERE, DAY) == DAY + timedelta(days=2)
    assert standing([wide], Held(), HERE, DAY + timedelta(days=3)).blockers


@pytest.mark.parametrize(
    ("paper", "words"),
    [
        ({}, []),
        ({"program_id": OTHER}, ["General liability is missing."]),
        ({"school_ids": frozenset({OTHER})}, ["General liability is missing."]),
        ({"school_ids": frozenset({OTHER, SCHOOL})}, []),
        ({"coverage": "auto"}, ["General liability is missing."]),
        ({"limit_each_cents": 99}, ["General liability: the limits are lower than the district asks."]),
        ({"limit_each_cents": None}, ["General liability: the limits are lower than the district asks."]),
        ({"expires_on": DAY}, []),
        ({"expires_on": date(2020, 1, 26)}, ["General liability ran out on January 26, 2020."]),
        ({"effective_on": date(2020, 1, 28)}, ["General liability starts on January 28, 2020."]),
        ({"accepted_on": DAY}, []),
        ({"accepted_on": date(2020, 1, 28)}, ["General liability waits for review."]),
        ({"status": "submitted", "accepted_on": None}, ["General liability waits for review."]),
        ({"status": "rejected", "accepted_on": None}, ["General liability was turned down."]),
        ({"status": "draft", "accepted_on": None, "submitted_on": None}, ["General liability is missing."]),
        ({"status": "withdrawn", "withdrawn_on": DAY}, ["General liability is missing."]),
        ({"status": "withdrawn", "withdrawn_on": date(2020, 1, 28)}, []),
    ],
)
def test_a_paper_counts_from_its_acceptance_to_its_last_day(paper: dict[str, object], words: list[str]) -> None:
    held = Held((replace(PAPER, **paper),))  # type: ignore[arg-type]
    assert [each.words for each in standing([LIABILITY], held, HERE, DAY).blockers] == words


def test_the_nearest_paper_says_whose_turn_it_is() -> None:
    late = replace(PAPER, expires_on=date(2019, 12, 31))
    waiting = replace(PAPER, id=UUID(int=21), status="submitted", accepted_on=None)
    (blocker,) = standing([LIABILITY], Held((late, waiting)), HERE, DAY).blockers
    assert (blocker.code, blocker.party) == ("paper_in_review", "district")
    (blocker,) = standing([LIABILITY], Held((late,)), HERE, DAY).blockers
    assert (blocker.code, blocker.party, blocker.roles[0]) == ("paper_expired", "partner", Role.PARTNER_ADMIN)


def test_until_its_day_a_paper_is_due_and_keeps_nobody_out() -> None:
    asked = replace(LIABILITY, enforced_from=date(2020, 3, 2))
    found = standing([asked], Held(), HERE, DAY)
    assert found.blockers == ()
    assert [(due.words, due.due_on) for due in found.due] == [
        ("General liability is due by March 2, 2020.", date(2020, 3, 2))
    ]
    assert standing([asked], Held((PAPER,)), HERE, DAY).due == ()
    runs_out_before = Held((replace(PAPER, expires_on=date(2020, 3, 1)),))
    assert len(standing([asked], runs_out_before, HERE, DAY).due) == 1
    assert len(standing([asked], Held(), HERE, date(2020, 3, 2)).blockers) == 1


def test_what_was_retired_is_not_asked_from_that_day() -> None:
    asked = replace(LIABILITY, retired_from=DAY)
    assert len(standing([asked], Held(), HERE, DAY - timedelta(days=1)).blockers) == 1
    assert standing([asked], Held(), HERE, DAY).blockers == ()


@pytest.mark.parametrize(
    ("waiver", "blocked"),
    [
        ({}, False),
        ({"program_id": PROGRAM, "school_id": SCHOOL}, False),
        ({"school_id": OTHER}, True),
        ({"program_id": OTHER}, True),
        ({"requirement_id": OTHER}, True),
        ({"ends_on": DAY}, False),
        ({"ends_on": date(2020, 1, 26)}, True),
        ({"starts_on": date(2020, 1, 28)}, True),
        ({"revoked_on": DAY}, True),
        ({"revoked_on": date(2020, 1, 28)}, False),
    ],
)
def test_a_waiver_holds_for_its_days_and_places(waiver: dict[str, object], blocked: bool) -> None:
    given_ = replace(Waiver(LIABILITY.id, date(2020, 1, 1), date(2020, 6, 30)), **waiver)  # type: ignore[arg-type]
    assert bool(standing([LIABILITY], Held(waivers=(given_,)), HERE, DAY).blockers) is blocked


@pytest.mark.parametrize(
    ("checks", "basis", "cleared", "missing"),
    [
        (BOTH, "employee", True, []),
        (BOTH, "volunteer", True, []),
        (BOTH[:1], "employee", False, [("child_abuse", "missing")]),
        ((BOTH[0], clear("child_abuse", basis="volunteer")), "volunteer", True, []),
        ((BOTH[0], clear("child_abuse", basis="volunteer")), "employee", False, [("child_abuse", "missing")]),
        ((BOTH[0], clear("child_abuse", date(2015, 1, 28))), "employee", True, []),
        ((BOTH[0], clear("child_abuse", date(2015, 1, 27))), "employee", False, [("child_abuse", "expired")]),
        ((BOTH[0], clear("child_abuse", expires_on=DAY)), "employee", True, []),
        ((BOTH[0], clear("child_abuse", expires_on=date(2020, 1, 26))), "employee", False,
         [("child_abuse", "expired")]),
        ((BOTH[0], clear("child_abuse", verified_on=date(2020, 1, 28))), "employee", False,
         [("child_abuse", "missing")]),
        ((*BOTH, clear("child_abuse", date(2019, 9, 1), result="not_clear")), "employee", False,
         [("child_abuse", "not_clear")]),
        ((*BOTH, clear("child_abuse", BOTH[1].issued_on, result="not_clear")), "employee", False,
         [("child_abuse", "not_clear")]),
        ((*BOTH, Check("child_abuse", date(2019, 9, 1), "pending", None)), "employee", True, []),
        ((BOTH[0], Check("child_abuse", date(2019, 9, 1), "pending", None)), "employee", False,
         [("child_abuse", "pending")]),
        ((clear("state_criminal", date(2019, 1, 1), result="not_clear"), clear("state_criminal", date(2019, 6, 1)),
          BOTH[1]), "employee", True, []),
    ],
)  # fmt: skip
def test_who_is_cleared(checks: tuple[Check, ...], basis: str, cleared: bool, missing: list[tuple[str, str]]) -> None:
    somebody = tutor(*checks, basis=basis)
    assert is_cleared(somebody, [CHECKS], DAY) is cleared
    assert lacks(somebody, [CHECKS], DAY) == missing


def test_sixty_months_count_from_the_oldest_clearance() -> None:
    somebody = tutor(clear("state_criminal", date(2018, 5, 1)), clear("child_abuse", date(2015, 3, 15)))
    assert cleared_until(somebody, [CHECKS], DAY) == date(2020, 3, 14)
    assert is_cleared(somebody, [CHECKS], date(2020, 3, 14))
    assert not is_cleared(somebody, [CHECKS], date(2020, 3, 15))
    assert last_valid_day(date(2016, 2, 29), 60) == date(2021, 2, 27)


@pytest.mark.parametrize(
    ("people", "minimum", "words", "party"),
    [
        ([], 1, "Nobody is on the staff list.", "partner"),
        ([tutor()], 1, "Nobody on the staff list has a background check in date.", "partner"),
        ([tutor(*BOTH), tutor(number=31)], 1, None, None),
        ([tutor(*BOTH), tutor(number=31)], 2, "Only 1 of 2 people needed have a background check in date.", "partner"),
        ([tutor(*BOTH), tutor(BOTH[0], Check("child_abuse", DAY, "pending", None), number=31)], 2,
         "Only 1 of 2 people needed have a background check in date.", "district"),
        ([replace(tutor(*BOTH), ends_on=date(2020, 1, 26))], 1, "Nobody is on the staff list.", "partner"),
        ([replace(tutor(*BOTH), starts_on=date(2020, 1, 28))], 1, "Nobody is on the staff list.", "partner"),
        ([replace(tutor(*BOTH), places=frozenset({(PROGRAM, OTHER)}))], 1, "Nobody is on the staff list.", "partner"),
        ([replace(tutor(*BOTH), places=frozenset({(PROGRAM, None)}))], 1, None, None),
    ],
)  # fmt: skip
def test_a_person_leaves_the_list_and_too_few_keep_the_program_out(
    people: list[Member], minimum: int, words: str | None, party: str | None
) -> None:
    found = standing([CHECKS], Held(members=tuple(people)), HERE, DAY, minimum)
    told = [(each.words, each.party) for each in found.blockers]
    assert told == ([] if words is None else [(words, party)])
    assert all(is_cleared(member, [CHECKS], DAY) for member in found.people)


@pytest.mark.parametrize("kind", ["agency_letter", "staff_present"])
def test_a_letter_or_staff_of_the_school_stands_in_for_checks(kind: str) -> None:
    letter = PaperFact(UUID(int=22), kind, "accepted", date(2019, 8, 1), None, accepted_on=date(2019, 8, 2))
    unchecked = tutor()
    found = standing([CHECKS], Held((letter,), members=(unchecked,)), HERE, DAY)
    assert (found.blockers, found.people, found.with_staff) == ((), (unchecked,), kind == "staff_present")
    refused = replace(CHECKS, accepts_instead=frozenset())
    assert standing([refused], Held((letter,), members=(unchecked,)), HERE, DAY).blockers != ()


def test_what_is_cleared_stays_so_until_the_first_thing_ends_that_is_needed() -> None:
    members = (tutor(*BOTH), tutor(*(clear(each.kind, date(2015, 3, 15)) for each in BOTH), number=31))
    held = Held((PAPER,), members=members)
    assert papers_through([LIABILITY, CHECKS], held, HERE, DAY) == date(2020, 6, 30)
    assert papers_through([LIABILITY, CHECKS], held, HERE, DAY, 2) == date(2020, 3, 14)
    renewed = replace(PAPER, id=UUID(int=21), effective_on=date(2020, 7, 1), expires_on=date(2021, 6, 30))
    both = Held((PAPER, renewed), members=members)
    assert papers_through([LIABILITY], both, HERE, DAY) == date(2021, 6, 30)
    to_come = replace(LIABILITY, id=UUID(int=12), title="Auto", coverage="auto", enforced_from=date(2020, 3, 2))
    assert papers_through([LIABILITY, to_come], both, HERE, DAY) == date(2020, 3, 1)
    assert papers_through([], both, HERE, DAY) is None


days = st.dates(date(2018, 1, 1), date(2023, 12, 31))
maybe = st.none() | days
papers = st.builds(
    lambda start, length, accepted, back, limit: replace(
        PAPER, effective_on=start, expires_on=start + timedelta(days=length), accepted_on=accepted, withdrawn_on=back,
        limit_each_cents=limit,
    ),
    days, st.integers(0, 900), maybe, maybe, st.sampled_from([50, 100, 200]),
)  # fmt: skip
checks = st.builds(
    lambda kind, issued, seen, result, basis: Check(
        kind, issued, result, None if result == "pending" else issued + timedelta(days=seen), basis
    ),
    st.sampled_from(["state_criminal", "child_abuse"]), days, st.integers(0, 60),
    st.sampled_from(["clear", "clear", "not_clear", "pending"]), st.sampled_from(["employee", "volunteer"]),
)  # fmt: skip
members = st.builds(
    lambda told, basis, start, length: replace(
        tutor(*told, basis=basis), starts_on=start, ends_on=None if length is None else start + timedelta(days=length)
    ),
    st.lists(checks, max_size=6), st.sampled_from(["employee", "volunteer"]), days,
    st.none() | st.integers(0, 700),
)  # fmt: skip
waivers = st.builds(
    lambda asked, start, length, back: Waiver(asked, start, start + timedelta(days=length), revoked_on=back),
    st.sampled_from([LIABILITY.id, CHECKS.id]), days, st.integers(0, 200), maybe,
)  # fmt: skip
holdings = st.builds(
    lambda some, none, people: Held(
        tuple(replace(each, id=UUID(int=100 + place)) for place, each in enumerate(some)),
        tuple(none),
        tuple(replace(each, id=UUID(int=200 + place)) for place, each in enumerate(people)),
    ),
    st.lists(papers, max_size=4), st.lists(waivers, max_size=2), st.lists(members, max_size=3),
)  # fmt: skip
demands = st.builds(
    lambda one, two, over: [
        replace(LIABILITY, enforced_from=one, retired_from=over), replace(CHECKS, enforced_from=two, validity_months=24)
    ],
    days, days, st.none(),
)  # fmt: skip


@given(demands, holdings, days, st.integers(1, 3))
@settings(deadline=None, max_examples=300)
def test_cleared_through_is_the_day_before_the_first_blocker_and_nothing_blocks_before(
    asked: list[Requirement], held: Held, day: date, minimum: int
) -> None:
    """Day by day the rule says the same as the day that `papers_through` names."""
    if standing(asked, held, HERE, day, minimum).blockers:
        return
    through = papers_through(asked, held, HERE, day, minimum)
    last = through or day + timedelta(days=1500)
    for ahead in range((min(last, day + timedelta(days=1500)) - day).days + 1):
        assert not standing(asked, held, HERE, day + timedelta(days=ahead), minimum).blockers
    if through is not None:
        assert standing(asked, held, HERE, through + timedelta(days=1), minimum).blockers


@given(holdings, days, st.integers(0, 400))
@settings(deadline=None)
def test_what_is_decided_later_does_not_change_an_earlier_day(held: Held, day: date, later: int) -> None:
    """A paper accepted, or a check verified, after a day says nothing about that day."""
    after = day + timedelta(days=later + 1)
    more = Held(
        (*held.papers, replace(PAPER, id=UUID(int=99), effective_on=day, accepted_on=after, expires_on=None)),
        held.waivers,
        tuple(replace(each, checks=(*each.checks, clear("child_abuse", day, verified_on=after)))
              for each in held.members),
    )  # fmt: skip
    before, now = (standing([LIABILITY, CHECKS], each, HERE, day) for each in (held, more))
    assert bool(before.blockers) == bool(now.blockers)
    assert [member.id for member in before.people] == [member.id for member in now.people]


@given(st.lists(checks, max_size=6), days)
@settings(deadline=None)
def test_the_newest_verified_check_decides(told: list[Check], day: date) -> None:
    found = deciding(told, "child_abuse", "volunteer", day)
    seen = [each for each in told if each.kind == "child_abuse" and each.verified_on and each.verified_on <= day]
    assert (found is None) == (not seen)
    if found is not None:
        assert found.issued_on == max(each.issued_on for each in seen)
        assert found.result == "clear" or any(each.result == "not_clear" for each in seen)


@given(days, st.integers(1, 240))
def test_months_end_on_the_day_before_their_anniversary(day: date, months: int) -> None:
    after = months_after(day, months)
    assert (after.year * 12 + after.month) - (day.year * 12 + day.month) == months
    assert after.day == day.day or (after + timedelta(days=1)).day == 1
