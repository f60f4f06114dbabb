"""Agreements: who moves them with what in hand, what their dates say on a day, who may sign, which two collide."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.agreements.rules import (
    AGREEMENT,
    AGREEMENT_SCHOOL,
    AUTHOR,
    IN_FORCE,
    NEEDS,
    OVER,
    SIGNED,
    AgreementFacts,
    Coverage,
    Signature,
    clears_programs,
    effective_status,
    in_words,
    needs_of,
    one_year_term,
    overlaps,
    periods_overlap,
    recording_problems,
    school_needs_of,
    signed_late,
    signing_needs,
    state_after_signing,
    takes_effect_on,
)
from alongside.core.lifecycle import SYSTEM, MoveRefused, Refusal, allowed_moves, check_move
from alongside.identity.scopes import Role

DAY = date(2020, 1, 27)
DAYS = st.dates(date(2019, 1, 1), date(2021, 12, 31))
READY = AgreementFacts(
    has_title=True,
    programs=1,
    district_wide=False,
    starts_on=date(2020, 2, 24),
    ends_on=date(2021, 6, 11),
    partner_approved=True,
    reviews=("approved", "approved"),
    confirmations=("confirmed", "declined"),
)
EVERY_FINAL = ["rejected", "superseded", "terminated", "withdrawn"]


def verbs(state: str, *actors: str) -> list[str]:
    return [each["move"] for each in allowed_moves(AGREEMENT, state, actors)]


@pytest.mark.parametrize(
    ("state", "office", "partner", "coordinator", "legal"),
    [
        ("draft", ["submit", "withdraw"], [], [], []),
        ("submitted", ["start-review", "withdraw"], [], [], []),
        ("in_review", ["request-changes", "approve", "reject", "withdraw"], [], [], ["request-changes"]),
        ("changes_requested", ["submit", "withdraw"], [], [], []),
        ("approved", ["send-for-signature", "withdraw"], [], [], []),
        ("out_for_signature", ["recall"], [], [], []),
        ("executed", ["suspend", "terminate"], ["terminate"], [], []),
        ("suspended", ["reinstate", "terminate"], ["terminate"], [], []),
        *((final, [], [], [], []) for final in EVERY_FINAL),
    ],
)
def test_each_state_offers_each_side_its_own_moves(
    state: str, office: list[str], partner: list[str], coordinator: list[str], legal: list[str]
) -> None:
    assert verbs(state, Role.PARTNERSHIP_OFFICE) == office
    assert verbs(state, Role.PARTNER_ADMIN) == partner
    assert verbs(state, Role.PARTNERSHIP_COORDINATOR) == coordinator
    assert verbs(state, Role.LEGAL_REVIEWER) == legal


def test_the_side_that_wrote_it_sends_it_and_may_withdraw_it_until_it_is_out_for_signature() -> None:
    assert verbs("draft", AUTHOR) == verbs("changes_requested", AUTHOR) == ["submit", "withdraw"]
    assert verbs("in_review", AUTHOR) == verbs("approved", AUTHOR) == ["withdraw"]
    assert verbs("out_for_signature", AUTHOR) == []


def test_only_signatories_sign_and_only_time_replaces_an_agreement() -> None:
    assert verbs("out_for_signature", Role.DISTRICT_SIGNATORY) == ["sign"]
    assert verbs("out_for_signature", Role.SCHOOL_LEADER, Role.PARTNERSHIP_OFFICE) == ["recall"]
    assert verbs("executed", SYSTEM) == ["supersede"]
    assert verbs("superseded", SYSTEM) == ["restore"]
    assert {*AGREEMENT.final(), "superseded"} == OVER == set(EVERY_FINAL)


def needs(verb: str, facts: AgreementFacts) -> list[str]:
    made = next(made for made in AGREEMENT.moves if made.verb == verb)
    return needs_of(facts)(made)


@pytest.mark.parametrize(
    ("verb", "facts", "missing"),
    [
        ("submit", READY, []),
        ("submit", replace(READY, has_title=False), ["title"]),
        ("submit", replace(READY, programs=0), ["programs"]),
        ("submit", replace(READY, confirmations=()), ["schools"]),
        ("submit", replace(READY, confirmations=(), district_wide=True), []),
        ("submit", replace(READY, starts_on=None), ["dates"]),
        ("submit", replace(READY, ends_on=None), ["dates"]),
        ("submit", replace(READY, ends_on=date(2020, 2, 23)), ["dates"]),
        ("submit", replace(READY, ends_on=date(2020, 2, 24)), []),
        ("submit", replace(READY, overlapping=True), ["no_overlap"]),
        ("approve", READY, []),
        ("approve", replace(READY, reviews=()), []),
        ("approve", replace(READY, reviews=("approved", "pending")), ["reviews_approved"]),
        ("approve", replace(READY, partner_approved=False), ["partner_approved"]),
        ("approve", replace(READY, confirmations=("confirmed", "pending")), ["schools_answered"]),
        ("approve", replace(READY, confirmations=("declined",)), ["school_confirmed"]),
        ("approve", replace(READY, confirmations=(), district_wide=True), []),
        ("approve", replace(READY, overlapping=True), ["no_overlap"]),
        ("send-for-signature", READY, []),
        ("send-for-signature", replace(READY, term_over=True), ["term_not_over"]),
        ("sign", replace(READY, term_over=True), ["term_not_over"]),
        ("send-for-signature", replace(READY, partner_approved=False), ["partner_approved"]),
        ("sign", READY, []),
        ("sign", replace(READY, signing=["second_reviewer"]), ["second_reviewer"]),
        ("recall", replace(READY, has_title=False, partner_approved=False), []),
    ],
)
def test_a_move_needs_what_its_guard_says(verb: str, facts: AgreementFacts, missing: list[str]) -> None:
    assert needs(verb, facts) == missing
    assert set(missing) <= set(NEEDS)


def test_one_school_that_declines_does_not_hold_up_the_others() -> None:
    made = check_move(AGREEMENT, "approve", "in_review", {Role.PARTNERSHIP_OFFICE}, needs_of(READY))
    assert made.to_state == "approved"
    waiting = needs_of(replace(READY, confirmations=("confirmed", "pending")))
    with pytest.raises(MoveRefused) as refused:
        check_move(AGREEMENT, "approve", "in_review", {Role.PARTNERSHIP_OFFICE}, waiting)
    assert (refused.value.reason, refused.value.needs) == (Refusal.NEEDS, ["schools_answered"])


@pytest.mark.parametrize("verb", ["request-changes", "reject", "suspend", "terminate"])
def test_what_stops_an_agreement_asks_for_a_reason(verb: str) -> None:
    assert [made.asks for made in AGREEMENT.moves if made.verb == verb] == [{"reason"}]


@pytest.mark.parametrize(
    ("status", "missing"),
    [("draft", ["agreement_sent"]), ("submitted", []), ("executed", []), ("withdrawn", ["agreement_open"])],
)
def test_a_principal_answers_from_the_day_it_is_sent_until_it_is_over(status: str, missing: list[str]) -> None:
    offered = allowed_moves(AGREEMENT_SCHOOL, "pending", {Role.SCHOOL_LEADER}, school_needs_of(status))
    assert offered == [
        {"move": "confirm", "needs": missing},
        {"move": "decline", "needs": missing},
    ]
    assert allowed_moves(AGREEMENT_SCHOOL, "pending", {Role.PARTNERSHIP_COORDINATOR}) == []


def test_a_principal_may_think_again() -> None:
    assert check_move(AGREEMENT_SCHOOL, "confirm", "declined", {Role.SCHOOL_LEADER}).to_state == "confirmed"
    assert check_move(AGREEMENT_SCHOOL, "decline", "confirmed", {Role.SCHOOL_LEADER}).to_state == "declined"


PARTNER_SIGNED = Signature("partner", "tomas", DAY)


def signing(
    person: str = "harold",
    *,
    authorized: bool = True,
    given_: tuple[Signature, ...] = (PARTNER_SIGNED,),
    reviewers: tuple[str, ...] = ("renee",),
    signed_on: date = DAY,
) -> list[str]:
    return signing_needs(
        person,
        "district",
        authorized=authorized,
        given=given_,
        reviewers=reviewers,
        signed_on=signed_on,
        day=DAY,
    )


def test_an_authorized_signatory_signs_for_their_own_party() -> None:
    assert signing() == []
    assert signing(given_=()) == []
    assert signing(signed_on=DAY - timedelta(days=3)) == []


def test_nobody_signs_without_authority_or_in_the_future() -> None:
    assert signing(authorized=False) == ["authorized_signatory"]
    assert signing(signed_on=DAY + timedelta(days=1)) == ["signed_by_today"]


def test_the_same_person_never_signs_for_both_parties() -> None:
    assert signing("tomas") == ["one_party_each"]


def test_a_party_signs_once() -> None:
    assert signing(given_=(Signature("district", "somebody", DAY),)) == ["party_not_signed"]
    assert signing(given_=(Signature("district", "harold", DAY),)) == ["party_not_signed"]


def test_the_only_reviewer_does_not_sign_but_one_of_two_may() -> None:
    assert signing("renee") == ["second_reviewer"]
    assert signing("renee", reviewers=("renee", "paula")) == []
    assert signing(reviewers=()) == []


def test_it_is_fully_signed_with_the_last_signature() -> None:
    assert state_after_signing([]) == "out_for_signature"
    assert state_after_signing([PARTNER_SIGNED]) == "out_for_signature"
    assert state_after_signing([PARTNER_SIGNED, Signature("district", "harold", DAY)]) == "executed"


def test_an_agreement_takes_effect_with_its_last_signature_and_is_never_back_dated() -> None:
    start = date(2020, 2, 1)
    assert takes_effect_on(start, None) == takes_effect_on(start, date(2020, 1, 20)) == start
    assert takes_effect_on(start, date(2020, 2, 5)) == date(2020, 2, 5)
    assert signed_late(start, date(2020, 2, 5))
    assert not signed_late(start, start)
    assert not signed_late(start, None)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (date(2019, 9, 1), date(2020, 8, 31)),
        (date(2020, 2, 29), date(2021, 2, 27)),
        (date(2019, 3, 1), date(2020, 2, 29)),
        (date(2019, 2, 28), date(2020, 2, 27)),
    ],
)
def test_a_one_year_term_ends_the_day_before_its_anniversary(start: date, end: date) -> None:
    assert one_year_term(start) == end


@pytest.mark.parametrize(
    ("day", "status"),
    [
        (date(2019, 8, 31), "scheduled"),
        (date(2019, 9, 1), "active"),
        (date(2020, 3, 13), "active"),
        (date(2020, 3, 14), "expiring_soon"),
        (date(2020, 6, 12), "expiring_soon"),
        (date(2020, 6, 13), "expired"),
    ],
)
def test_the_last_day_still_counts_and_ninety_days_before_it_expires_soon(day: date, status: str) -> None:
    assert effective_status("executed", date(2019, 9, 1), date(2020, 6, 12), day, 90) == status
    assert (status in IN_FORCE) == (date(2019, 9, 1) <= day <= date(2020, 6, 12))


@pytest.mark.parametrize("state", [state for state in AGREEMENT.states if state not in SIGNED])
def test_dates_say_nothing_of_what_is_not_fully_signed(state: str) -> None:
    assert effective_status(state, date(2019, 9, 1), date(2020, 6, 12), date(2021, 1, 1)) == state


def test_without_a_first_day_it_is_not_in_force_and_still_expires() -> None:
    assert effective_status("executed", None, date(2020, 6, 12), DAY) == "scheduled"
    assert effective_status("executed", None, date(2020, 1, 26), DAY) == "expired"


@given(DAYS, DAYS, DAYS, st.integers(0, 200))
def test_an_executed_agreement_is_in_force_exactly_from_its_first_to_its_last_day(
    first: date, last: date, day: date, window: int
) -> None:
    status = effective_status("executed", first, last, day, window)
    assert (status in IN_FORCE) == (first <= day <= last)
    if status in IN_FORCE:
        assert (status == "expiring_soon") == (last - day <= timedelta(days=window))


def test_only_binding_agreements_about_services_let_a_program_work() -> None:
    assert clears_programs("mou", binding=True)
    assert not clears_programs("mou", binding=False)
    assert not clears_programs("space_use", binding=True)
    assert not clears_programs("collaboration_plan", binding=True)


def test_an_agreement_signed_elsewhere_is_recorded_with_dates_that_make_sense() -> None:
    assert recording_problems(DAY, DAY, None, DAY) == []
    assert recording_problems(DAY, DAY, DAY, DAY) == []
    wrong = recording_problems(DAY, DAY - timedelta(days=1), DAY + timedelta(days=1), DAY)
    assert wrong == ["dates", "signed_by_today"]


@given(DAYS, DAYS, DAYS, DAYS)
def test_two_periods_overlap_exactly_when_they_share_a_day(a: date, b: date, c: date, d: date) -> None:
    a, b, c, d = min(a, b), max(a, b), min(c, d), max(c, d)
    assert periods_overlap(a, b, c, d) == (max(a, c) <= min(b, d)) == periods_overlap(c, d, a, b)


def test_the_thirtieth_of_june_and_the_first_of_july_do_not_overlap() -> None:
    june, july = date(2020, 6, 30), date(2020, 7, 1)
    assert periods_overlap(date(2019, 7, 1), june, june, date(2021, 6, 30))
    assert not periods_overlap(date(2019, 7, 1), june, july, date(2021, 6, 30))


ONE = Coverage(
    agreement="one",
    partner="riverbend",
    kind="mou",
    status="executed",
    programs=frozenset({"tutoring", "mentoring"}),
    schools=frozenset({"alderbrook", "birchwell"}),
    starts_on=date(2019, 9, 1),
    ends_on=date(2020, 6, 30),
)
TWO = replace(ONE, agreement="two", programs=frozenset({"tutoring"}), schools=frozenset({"alderbrook"}))


@pytest.mark.parametrize("status", ["approved", "out_for_signature", "executed", "suspended"])
def test_two_agreements_that_promise_the_same_thing_overlap(status: str) -> None:
    assert overlaps(ONE, replace(TWO, status=status))
    assert overlaps(replace(TWO, status=status), ONE)
    assert overlaps(ONE, replace(TWO, schools=None))
    assert overlaps(replace(ONE, schools=None), TWO)
    assert overlaps(replace(ONE, schools=None), replace(TWO, schools=None))


@pytest.mark.parametrize(
    "other",
    [
        replace(TWO, agreement="one"),
        replace(TWO, partner="kindling"),
        replace(TWO, kind="data_sharing"),
        replace(TWO, status="in_review"),
        replace(TWO, status="superseded"),
        replace(TWO, programs=frozenset({"arts"})),
        replace(TWO, schools=frozenset({"foxglove"})),
        replace(TWO, starts_on=date(2020, 7, 1), ends_on=date(2021, 6, 30)),
        replace(TWO, follows=frozenset({"one"})),
    ],
)
def test_agreements_that_differ_in_one_of_these_stand_side_by_side(other: Coverage) -> None:
    assert not overlaps(ONE, other)
    assert not overlaps(other, ONE)


def test_a_day_reads_as_people_write_it() -> None:
    assert in_words(date(2020, 6, 2)) == "June 2, 2020"
