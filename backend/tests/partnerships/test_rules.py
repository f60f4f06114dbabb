"""Partnerships: their stages, what keeps a program out of a school, and how a program fits a need."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core.lifecycle import MoveRefused, allowed_moves, check_move
from alongside.identity.scopes import Role
from alongside.partners.rules import PARTNER
from alongside.partnerships.rules import (
    GRADES,
    JUDGE,
    PARTNERSHIP,
    Area,
    Blocker,
    Cover,
    NeedProfile,
    Party,
    ProgramProfile,
    SchoolProfile,
    Site,
    Vetting,
    actors,
    clearance,
    fit,
    fit_kept,
    needs_of,
    overlap,
    span,
)
from alongside.partnerships.rules.clearance import AGREEMENT

DAY = date(2020, 1, 27)
APPROVED = Vetting("approved")
IN_FORCE = Cover("active", clears=True, confirmation="confirmed")


def verbs(stage: str, role: Role) -> list[str]:
    return [each["move"] for each in allowed_moves(PARTNERSHIP, stage, actors({role}, False))]


@pytest.mark.parametrize(
    ("stage", "school", "office"),
    [
        ("exploring", ["plan", "not-a-fit"], []),
        ("planning", ["ready", "not-a-fit"], []),
        ("ready_check", ["activate", "not-a-fit"], []),
        ("active", ["pause", "end"], ["pause", "end"]),
        ("paused", ["resume", "end"], ["resume", "end"]),
        ("ended", [], []),
        ("not_a_fit", [], []),
    ],
)
def test_the_school_moves_a_partnership_and_the_office_may_pause_or_end_it(
    stage: str, school: list[str], office: list[str]
) -> None:
    assert verbs(stage, Role.SCHOOL_LEADER) == verbs(stage, Role.PARTNERSHIP_COORDINATOR) == school
    assert verbs(stage, Role.PARTNERSHIP_OFFICE) == office
    assert verbs(stage, Role.PARTNER_ADMIN) == []


def test_a_partnership_becomes_active_only_when_nothing_blocks_it() -> None:
    blocked = needs_of(clearance(APPROVED, [], DAY))
    with pytest.raises(MoveRefused) as refused:
        check_move(PARTNERSHIP, "activate", "ready_check", {Role.SCHOOL_LEADER, JUDGE}, blocked)
    assert refused.value.needs == ["no_agreement_in_force", "school_not_confirmed"]
    assert allowed_moves(PARTNERSHIP, "paused", {Role.SCHOOL_LEADER}, blocked) == [
        {"move": "resume", "needs": refused.value.needs},
        {"move": "end", "needs": []},
    ]
    cleared = needs_of(clearance(APPROVED, [IN_FORCE], DAY))
    assert check_move(PARTNERSHIP, "activate", "ready_check", {Role.SCHOOL_LEADER, JUDGE}, cleared).to_state == "active"


def codes(blockers: list[Blocker]) -> list[str]:
    return [blocker.code for blocker in blockers]


@pytest.mark.parametrize("status", ["active", "expiring_soon"])
def test_approved_covered_and_confirmed_is_cleared(status: str) -> None:
    assert clearance(APPROVED, [replace(IN_FORCE, status=status)], DAY) == []
    assert clearance(Vetting("approved", None, DAY), [IN_FORCE], DAY) == []


@pytest.mark.parametrize("status", [status for status in PARTNER.states if status != "approved"])
def test_a_partner_that_is_not_approved_is_not_cleared_and_somebody_has_to_act(status: str) -> None:
    (blocker,) = clearance(Vetting(status), [IN_FORCE], DAY)
    assert blocker.code == "partner_not_approved"
    assert blocker.words
    assert (blocker.party == "partner") == (blocker.roles == (Role.PARTNER_ADMIN,))
    assert (blocker.party == "district") == (blocker.roles == (Role.PARTNERSHIP_OFFICE,))


def test_a_partner_is_approved_from_the_day_it_was_vetted_on() -> None:
    assert clearance(Vetting("approved", DAY), [IN_FORCE], DAY) == []
    (blocker,) = clearance(Vetting("approved", date(2020, 1, 28)), [IN_FORCE], DAY)
    assert (blocker.code, blocker.party, blocker.due_on) == ("partner_not_approved", None, date(2020, 1, 28))


def test_a_school_is_closed_from_the_day_of_its_closing_and_then_nothing_else_matters() -> None:
    assert clearance(APPROVED, [IN_FORCE], DAY, school=Site("closed", date(2020, 1, 28))) == []
    for school, words in (
        (Site("closed", DAY), "The school closed on January 27, 2020."),
        (Site("merged", DAY), "The school was merged into another on January 27, 2020."),
        (Site("closed"), "The school closed."),
    ):
        (blocker,) = clearance(Vetting("suspended"), [], DAY, school=school)
        assert (blocker.code, blocker.words, blocker.party, blocker.roles) == ("school_closed", words, None, ())


def test_vetting_that_ran_out_yesterday_blocks_today() -> None:
    assert codes(clearance(Vetting("approved", None, date(2020, 1, 26)), [IN_FORCE], DAY)) == ["vetting_expired"]


OFFICE, COORDINATOR, ADMIN = (Role.PARTNERSHIP_OFFICE,), Role.PARTNERSHIP_COORDINATOR, (Role.PARTNER_ADMIN,)
SCHOOL = (COORDINATOR, Role.SCHOOL_LEADER)


@pytest.mark.parametrize(
    ("status", "drafted_by", "words", "party", "roles"),
    [
        ("draft", "partner", "The agreement is a draft.", "partner", ADMIN),
        ("draft", "school", "The agreement is a draft.", "school", SCHOOL),
        ("draft", "district", "The agreement is a draft.", "district", OFFICE),
        ("changes_requested", "school", "The agreement has to be changed and sent again.", "school", SCHOOL),
        ("changes_requested", "district", "The agreement has to be changed and sent again.", "district", OFFICE),
        ("expired", "partner", "The agreement has expired.", "partner", ADMIN),
        ("expired", "district", "The agreement has expired.", "district", OFFICE),
        ("submitted", "partner", "The agreement waits for review.", "district", OFFICE),
        ("in_review", "partner", "The agreement is in review.", "district", OFFICE),
        ("approved", "partner", "The agreement has to be sent for signature.", "district", OFFICE),
        ("suspended", "partner", "The agreement is on hold.", "district", OFFICE),
        ("scheduled", "partner", "The agreement has not started.", None, ()),
        ("terminated", "partner", "No agreement covers this program at this school.", "school", (*ADMIN, COORDINATOR)),
    ],
)
def test_an_agreement_on_its_way_says_where_it_is_and_which_side_goes_on(
    status: str, drafted_by: Party, words: str, party: Party | None, roles: tuple[Role, ...]
) -> None:
    blocker = clearance(APPROVED, [replace(IN_FORCE, status=status, drafted_by=drafted_by)], DAY)[0]
    assert (blocker.code, blocker.words, blocker.party, blocker.roles) == (
        "no_agreement_in_force", words, party, roles,
    )  # fmt: skip


def test_signatures_are_waited_for_from_those_who_can_give_them_now() -> None:
    out = replace(IN_FORCE, status="out_for_signature")
    partner = Blocker("no_agreement_in_force", AGREEMENT["partner"], "partner",
                      (Role.PARTNER_SIGNATORY,))  # fmt: skip
    district = Blocker("no_agreement_in_force", AGREEMENT["district"], "district",
                       (Role.DISTRICT_SIGNATORY,))  # fmt: skip
    assert clearance(APPROVED, [replace(out, to_sign=("partner",))], DAY) == [partner]
    assert clearance(APPROVED, [replace(out, to_sign=("district",))], DAY) == [district]
    both = clearance(APPROVED, [out], DAY)
    assert both == [partner, district]
    (activate,) = (
        each for each in allowed_moves(PARTNERSHIP, "ready_check", {Role.SCHOOL_LEADER, JUDGE}, needs_of(both))
        if each["move"] == "activate"
    )  # fmt: skip
    assert activate["needs"] == ["no_agreement_in_force"], "one need, however many have to act"


def test_the_agreement_nearest_to_being_in_force_is_the_one_to_talk_about() -> None:
    covers = [
        replace(IN_FORCE, status="expired"),
        replace(IN_FORCE, status="scheduled", effective_on=date(2020, 2, 24)),
        replace(IN_FORCE, status="draft", confirmation="pending"),
    ]
    (blocker,) = clearance(APPROVED, covers, DAY)
    assert blocker.words == "The agreement starts on February 24, 2020."


def test_an_agreement_that_does_not_let_programs_work_clears_nothing() -> None:
    space = replace(IN_FORCE, clears=False)
    assert codes(clearance(APPROVED, [space], DAY)) == ["no_agreement_in_force", "school_not_confirmed"]


@pytest.mark.parametrize(
    ("confirmation", "words"),
    [
        (None, "The principal has not confirmed the school yet."),
        ("pending", "The principal has not confirmed the school yet."),
        ("declined", "The principal declined."),
    ],
)
def test_the_principal_has_to_confirm_the_school(confirmation: str | None, words: str) -> None:
    (blocker,) = clearance(APPROVED, [replace(IN_FORCE, confirmation=confirmation)], DAY)
    assert (blocker.code, blocker.words, blocker.roles) == ("school_not_confirmed", words, (Role.SCHOOL_LEADER,))


def test_a_confirmation_counts_on_the_agreement_in_force_and_not_on_one_that_is_over() -> None:
    unconfirmed = replace(IN_FORCE, confirmation="pending")
    renewal = replace(IN_FORCE, status="draft")
    assert codes(clearance(APPROVED, [unconfirmed, renewal], DAY)) == ["school_not_confirmed"]
    over = replace(IN_FORCE, status="expired")
    assert codes(clearance(APPROVED, [over], DAY)) == ["no_agreement_in_force", "school_not_confirmed"]


COVERS = st.builds(
    Cover,
    st.sampled_from(["draft", "in_review", "scheduled", "active", "expiring_soon", "expired", "terminated"]),
    st.booleans(),
    st.sampled_from([None, "pending", "confirmed", "declined"]),
)


@given(
    st.sampled_from(PARTNER.states),
    st.one_of(st.none(), st.dates(date(2020, 1, 1), date(2020, 3, 1))),
    st.lists(COVERS, max_size=4),
)
def test_cleared_is_approved_and_vetted_and_confirmed_on_an_agreement_in_force(
    status: str, vetted_until: date | None, covers: list[Cover]
) -> None:
    approved = status == "approved" and (vetted_until is None or vetted_until >= DAY)
    confirmed = any(
        cover.clears and cover.status in {"active", "expiring_soon"} and cover.confirmation == "confirmed"
        for cover in covers
    )
    assert (clearance(Vetting(status, None, vetted_until), covers, DAY) == []) == (approved and confirmed)


BEHAVIOR = Area("behavior", "Behavior")
CONFLICT = Area("conflict", "Conflict", "behavior")
BELONGING = Area("belonging", "Belonging", "behavior")
READING = Area("reading", "Reading", "academics")
SCHOOL = SchoolProfile(frozenset(GRADES[:10]))
NEED = NeedProfile(
    area=CONFLICT,
    grades=frozenset({"6", "7", "8"}),
    students=45,
    times=frozenset({"after_school"}),
    languages=frozenset({"Spanish"}),
)
CIRCLES = ProgramProfile(
    name="Restorative circles",
    areas=(CONFLICT,),
    grades=frozenset({"5", "6", "7", "8"}),
    capacity=50,
    times=frozenset({"after_school", "weekend"}),
    languages=frozenset({"Spanish", "English"}),
    status="approved",
    partner_status="approved",
    approved_through=date(2021, 6, 30),
)
KEYS = ["need_area", "grades", "capacity", "schedule", "language", "approval"]


def test_a_program_that_meets_everything_says_so_in_words() -> None:
    found = fit(NEED, CIRCLES, SCHOOL)
    assert [(criterion.verdict, criterion.words) for criterion in found.criteria] == [
        ("met", "Need area: Conflict"),
        ("met", "Grades: 5–8 includes 6–8"),
        ("met", "Room for 50; about 45 need it"),
        ("met", "When: after school"),
        ("met", "Spanish: yes"),
        ("met", "Approved through June 30, 2021"),
    ]
    assert (found.strength, found.words) == ("strong", "Strong fit: 6 of 6 met")


@pytest.mark.parametrize(
    ("need", "program", "key", "verdict", "words"),
    [
        (NEED, replace(CIRCLES, areas=()), "need_area", "not_known", "Need area: not known"),
        (NEED, replace(CIRCLES, areas=(BEHAVIOR,)), "need_area", "met", "Need area: Behavior"),
        (replace(NEED, area=BEHAVIOR), CIRCLES, "need_area", "met", "Need area: Conflict"),
        (
            NEED,
            replace(CIRCLES, areas=(READING, BELONGING)),
            "need_area",
            "partly",
            "Need area: Belonging, close to Conflict",
        ),
        (NEED, replace(CIRCLES, areas=(READING,)), "need_area", "not_met", "Need area: Reading, not Conflict"),
        (
            replace(NEED, area=BEHAVIOR),
            replace(CIRCLES, areas=(Area("arts", "Arts"),)),
            "need_area",
            "not_met",
            "Need area: Arts, not Behavior",
        ),
        (NEED, replace(CIRCLES, grades=frozenset()), "grades", "not_known", "Grades: not known"),
        (NEED, replace(CIRCLES, grades=frozenset({"8", "9"})), "grades", "partly", "Grades: 8 of 6–8"),
        (NEED, replace(CIRCLES, grades=frozenset({"9", "10"})), "grades", "not_met", "Grades: 9–10, not 6–8"),
        (NEED, replace(CIRCLES, capacity=None), "capacity", "not_known", "Room: not known"),
        (NEED, replace(CIRCLES, capacity=24), "capacity", "partly", "Room for 24 of about 45"),
        (NEED, replace(CIRCLES, capacity=0), "capacity", "not_met", "Room: no place left"),
        (
            replace(NEED, students=None),
            CIRCLES,
            "capacity",
            "not_known",
            "Room for 50; how many need it is not known",
        ),
        (NEED, replace(CIRCLES, times=frozenset()), "schedule", "not_known", "When: not known"),
        (
            replace(NEED, times=frozenset()),
            CIRCLES,
            "schedule",
            "not_known",
            "When: after school, weekend; the need does not say when",
        ),
        (
            NEED,
            replace(CIRCLES, times=frozenset({"school_day"})),
            "schedule",
            "not_met",
            "When: school day, not after school",
        ),
        (replace(NEED, languages=None), CIRCLES, "language", "not_known", "Language: the need does not say"),
        (replace(NEED, languages=frozenset()), CIRCLES, "language", "met", "Language: none asked for"),
        (NEED, replace(CIRCLES, languages=None), "language", "not_known", "Spanish: not known"),
        (NEED, replace(CIRCLES, languages=frozenset({"Polish"})), "language", "not_met", "Spanish: no"),
        (
            replace(NEED, languages=frozenset({"Spanish", "Polish"})),
            CIRCLES,
            "language",
            "partly",
            "Spanish: yes; Polish: no",
        ),
        (NEED, replace(CIRCLES, approved_through=None), "approval", "met", "Approved"),
        (NEED, replace(CIRCLES, vetting_is_expired=True), "approval", "not_met", "Approval has run out"),
        (NEED, replace(CIRCLES, partner_status="under_review"), "approval", "partly", "Approval is under way"),
        (NEED, replace(CIRCLES, status="submitted"), "approval", "partly", "Approval is under way"),
        (NEED, replace(CIRCLES, partner_status="suspended"), "approval", "not_met", "Not approved"),
        (NEED, replace(CIRCLES, status="retired"), "approval", "not_met", "Not approved"),
    ],
)
def test_each_criterion_says_met_partly_not_met_or_not_known(
    need: NeedProfile, program: ProgramProfile, key: str, verdict: str, words: str
) -> None:
    found = {criterion.key: criterion for criterion in fit(need, program, SCHOOL).criteria}
    assert (found[key].verdict, found[key].words) == (verdict, words)
    assert all(criterion.verdict == "met" for criterion in found.values() if criterion.key != key)


def test_a_need_of_all_grades_means_the_grades_of_the_school() -> None:
    need = replace(NEED, grades=frozenset())
    assert fit(need, CIRCLES, SchoolProfile(frozenset({"7", "8"}))).criteria[1].words == "Grades: 5–8 includes 7–8"
    assert fit(need, CIRCLES, SchoolProfile()).criteria[1].verdict == "not_known"


CLUB = replace(CIRCLES, name="Peace club", grades=frozenset({"7"}))


def test_a_program_at_the_same_hour_for_the_same_students_is_named() -> None:
    found = fit(NEED, CIRCLES, SCHOOL, [CLUB, replace(CLUB, name="Morning club", times=frozenset({"before_school"}))])
    assert found.overlaps == ("Peace club",)
    assert found.criteria[3].verdict == "partly"
    assert found.criteria[3].words == "When: after school, weekend, when Peace club serves the same grades"


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (CLUB, True),
        (replace(CLUB, areas=(BELONGING,)), False),
        (replace(CLUB, grades=frozenset({"9"})), False),
        (replace(CLUB, times=frozenset({"school_day"})), False),
        (replace(CLUB, times=frozenset()), False),
    ],
)
def test_programs_overlap_in_area_grade_and_time_of_day_together(other: ProgramProfile, same: bool) -> None:
    assert overlap(CIRCLES, other) == overlap(other, CIRCLES) == same


UNKNOWN = ProgramProfile(name="Unknown", status="approved", partner_status="approved")


@pytest.mark.parametrize(
    ("program", "strength", "words"),
    [
        (replace(CIRCLES, languages=None), "strong", "Strong fit: 5 of 6 met, 1 not known"),
        (replace(CIRCLES, capacity=24), "strong", "Strong fit: 5 of 6 met, 1 partly"),
        (replace(CIRCLES, capacity=0), "good", "Good fit: 5 of 6 met, 1 not met"),
        (
            replace(CIRCLES, capacity=24, languages=None),
            "good",
            "Good fit: 4 of 6 met, 1 partly, 1 not known",
        ),
        (
            replace(CIRCLES, areas=(BELONGING,), capacity=None, languages=frozenset()),
            "partial",
            "Partial fit: 3 of 6 met, 1 partly, 1 not met, 1 not known",
        ),
        (UNKNOWN, "unknown", "Too little is known: 1 of 6 met, 5 not known"),
        (
            replace(CIRCLES, areas=(READING,), grades=frozenset({"12"})),
            "none",
            "Does not fit. Need area: Reading, not Conflict. Grades: 12, not 6–8",
        ),
    ],
)
def test_fit_is_said_in_words_with_counts_and_never_as_a_percentage(
    program: ProgramProfile, strength: str, words: str
) -> None:
    found = fit(NEED, program, SCHOOL)
    assert (found.strength, found.words) == (strength, words)
    assert "%" not in found.words
    kept = fit_kept(found.words)
    assert kept == (found.said[:1] if strength == "none" else found.said)


def test_other_words_that_were_kept_of_a_fit_are_not_read_as_one() -> None:
    assert fit_kept("The principal asked for it") is None
    assert fit_kept("Some fit: 1 of 6 met") is None
    assert fit_kept("") is None


def test_the_best_fit_sorts_first_and_what_does_not_fit_last() -> None:
    programs = [
        replace(CIRCLES, name="reading", areas=(READING,)),
        UNKNOWN,
        replace(CIRCLES, name="small", capacity=24),
        replace(CIRCLES, name="full", capacity=0),
        replace(CIRCLES, name="silent", languages=None),
        CIRCLES,
    ]
    order = sorted((fit(NEED, program, SCHOOL).sort_key, program.name) for program in programs)
    assert [name for _, name in order] == ["Restorative circles", "small", "silent", "full", "Unknown", "reading"]


SUBSETS = st.frozensets(st.sampled_from(["after_school", "school_day", "weekend"]))
PROGRAMS = st.builds(
    ProgramProfile,
    name=st.just("A program"),
    areas=st.lists(st.sampled_from([CONFLICT, BELONGING, BEHAVIOR, READING]), max_size=2).map(tuple),
    grades=st.frozensets(st.sampled_from(GRADES)),
    capacity=st.one_of(st.none(), st.integers(0, 100)),
    times=SUBSETS,
    languages=st.one_of(st.none(), st.frozensets(st.sampled_from(["Spanish", "Polish"]))),
    status=st.sampled_from(["draft", "submitted", "approved", "retired"]),
    partner_status=st.sampled_from(PARTNER.states),
    vetting_is_expired=st.booleans(),
)


@given(PROGRAMS, st.lists(PROGRAMS, max_size=2))
def test_every_program_has_the_same_criteria_in_the_same_order(
    program: ProgramProfile, others: list[ProgramProfile]
) -> None:
    found = fit(NEED, program, SCHOOL, others)
    assert [criterion.key for criterion in found.criteria] == KEYS
    assert all(criterion.words for criterion in found.criteria)


@given(PROGRAMS)
def test_what_a_program_does_not_say_never_counts_as_no(program: ProgramProfile) -> None:
    silent = replace(program, areas=(), grades=frozenset(), capacity=None, times=frozenset(), languages=None)
    verdicts = [criterion.verdict for criterion in fit(NEED, silent, SCHOOL).criteria]
    assert verdicts[:5] == ["not_known"] * 5


@given(PROGRAMS)
def test_staying_silent_is_never_ranked_behind_a_no_nor_before_a_yes(program: ProgramProfile) -> None:
    said, silent = fit(NEED, program, SCHOOL), fit(NEED, replace(program, capacity=None), SCHOOL)
    match said.criteria[2].verdict:
        case "not_met":
            assert silent.sort_key < said.sort_key
        case "met" | "partly":
            assert said.sort_key < silent.sort_key


@pytest.mark.parametrize(
    ("grades", "words"),
    [
        (("3", "4", "5"), "3–5"),
        (("K", "1", "2", "6"), "K–2, 6"),
        (("12", "PK"), "PK, 12"),
        (("8", "adult"), "8, adult"),
        ((), ""),
    ],
)
def test_grades_are_said_as_people_say_them(grades: tuple[str, ...], words: str) -> None:
    assert span(grades) == words
