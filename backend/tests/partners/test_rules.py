"""Partners: who moves an application, when vetting runs out, and when two names mean one organization."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core.lifecycle import MoveRefused, Refusal, allowed_moves, check_move
from alongside.identity.scopes import Role
from alongside.partners.rules import (
    NEEDS,
    PARTNER,
    PROFILE,
    PROGRAM,
    PROGRAM_NEEDS,
    SPONSOR,
    TASKS,
    EinMalformed,
    PartnerFacts,
    completeness,
    has_identity,
    is_approved,
    keeps_former_name,
    kept_from_partner,
    merge_columns,
    needs_of,
    normalized_name,
    parse_ein,
    program_needs_of,
    tasks,
    vetting_expired,
)

COMPLETE = needs_of(PartnerFacts(has_primary_contact=True, programs=1))


def verbs(state: str, role: Role) -> list[str]:
    return [each["move"] for each in allowed_moves(PARTNER, state, {role}, COMPLETE)]


@pytest.mark.parametrize(
    ("state", "office", "partner"),
    [
        ("prospective", ["deactivate"], ["submit", "deactivate"]),
        ("submitted", ["start-review"], []),
        ("under_review", ["request-changes", "approve", "decline"], []),
        ("changes_requested", ["deactivate"], ["submit", "deactivate"]),
        ("approved", ["suspend", "deactivate"], ["deactivate"]),
        ("suspended", ["reinstate", "deactivate"], ["deactivate"]),
        ("declined", ["deactivate"], ["submit", "deactivate"]),
        ("inactive", ["reopen"], ["reopen"]),
    ],
)
def test_the_office_reviews_what_the_partner_submits(state: str, office: list[str], partner: list[str]) -> None:
    assert verbs(state, Role.PARTNERSHIP_OFFICE) == office
    assert verbs(state, Role.PARTNER_ADMIN) == partner
    assert verbs(state, Role.SCHOOL_LEADER) == []


def test_an_application_needs_somebody_to_call_and_a_program() -> None:
    empty = needs_of(PartnerFacts(has_primary_contact=False, programs=0))
    with pytest.raises(MoveRefused) as refused:
        check_move(PARTNER, "submit", "prospective", {Role.PARTNER_ADMIN}, empty)
    assert refused.value.reason == Refusal.NEEDS
    assert refused.value.needs == list(NEEDS) == ["primary_contact", "program"]
    assert check_move(PARTNER, "submit", "prospective", {Role.PARTNER_ADMIN}, COMPLETE).to_state == "submitted"


def test_a_declined_partner_may_apply_again_and_a_refusal_says_why() -> None:
    assert check_move(PARTNER, "submit", "declined", {Role.PARTNER_ADMIN}, COMPLETE).to_state == "submitted"
    assert check_move(PARTNER, "decline", "under_review", {Role.PARTNERSHIP_OFFICE}).asks == {"reason"}


def test_vetting_holds_on_its_last_day_and_not_on_the_next() -> None:
    last = date(2020, 6, 30)
    assert not vetting_expired("approved", last, date(2020, 6, 30))
    assert vetting_expired("approved", last, date(2020, 7, 1))
    assert not vetting_expired("approved", None, date(2090, 1, 1))
    assert not vetting_expired("suspended", last, date(2020, 7, 1))
    assert is_approved("approved", last, date(2020, 6, 30))
    assert not is_approved("approved", last, date(2020, 7, 1))
    assert not is_approved("submitted", None, date(2020, 7, 1))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Riverbend Learning Company, Inc.", "Riverbend  learning"),
        ("Y.M.C.A. of Chicago", "YMCA of Chicago"),
        ("Boys & Girls Club", "Boys and Girls Club"),
        ("Música Viva", "MUSICA VIVA, LLC"),
        ("Children's Home", "Childrens Home"),
        ("Straße gGmbH", "STRASSE GGMBH"),
    ],
)
def test_two_spellings_of_one_organization_have_one_normalized_name(one: str, other: str) -> None:
    assert normalized_name(one) == normalized_name(other) != ""


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("The Company", "company"),
        ("Company Inc", "company"),
        ("The The", "the"),
        ("北小学支援会", "北小学支援会"),
        ("!!!", ""),
        ("Incorporate Now", "incorporate now"),
    ],
)
def test_a_name_never_loses_its_last_word(name: str, kept: str) -> None:
    assert normalized_name(name) == kept


@given(st.text())
def test_normalizing_twice_changes_nothing_more(name: str) -> None:
    once = normalized_name(name)
    assert normalized_name(once) == once
    assert normalized_name(f"  {name} ") == once


@given(st.from_regex(r"[0-9]{2}-[0-9]{7}", fullmatch=True))
def test_an_ein_is_stored_one_way_with_or_without_its_hyphen(ein: str) -> None:
    assert parse_ein(ein) == parse_ein(ein.replace("-", "")) == parse_ein(f" {ein} ") == ein


@pytest.mark.parametrize("text", ["", "12-345678", "12-34567890", "123-456789", "1２-3456789", "12-3456789x"])
def test_what_is_not_an_ein_is_refused_without_repeating_it(text: str) -> None:
    with pytest.raises(EinMalformed) as refused:
        parse_ein(text)
    assert text == "" or text not in str(refused.value)


def test_a_program_is_approved_by_the_office_and_only_when_schools_could_find_it() -> None:
    complete, bare = program_needs_of(["tutoring"], ["3"]), program_needs_of([], [])
    for role in (Role.PARTNER_ADMIN, Role.PARTNER_STAFF, Role.PARTNERSHIP_OFFICE):
        assert check_move(PROGRAM, "submit", "draft", {role}, complete).to_state == "submitted"
    assert allowed_moves(PROGRAM, "submitted", {Role.PARTNER_STAFF}, complete) == []
    assert allowed_moves(PROGRAM, "submitted", {Role.PARTNERSHIP_OFFICE}, bare) == [
        {"move": "approve", "needs": list(PROGRAM_NEEDS)},
        {"move": "retire", "needs": []},
    ]
    assert PROGRAM.final() == {"retired"}


def test_a_profile_counts_what_is_there_and_names_the_rest() -> None:
    assert completeness(dict.fromkeys(PROFILE, True)).words == "9 of 9 done"
    half = completeness({"mission": True, "reach": True, "grades": False})
    assert (half.done, half.of) == (2, 9)
    assert half.words.startswith("2 of 9 done: missing address, EIN or fiscal sponsor, primary contact")
    assert half.words.endswith("students per program")
    assert set(half.missing) == set(PROFILE) - {"mission", "reach"}


def test_who_was_vetted_is_kept_from_the_partner_once_it_is_approved() -> None:
    assert kept_from_partner("approved") - kept_from_partner("submitted") == {"legal_name", "ein"} | SPONSOR
    assert kept_from_partner("suspended") == kept_from_partner("approved")
    assert "vendor_number" in kept_from_partner("prospective")


@pytest.mark.parametrize(
    ("told", "known"),
    [
        ({}, False), ({"ein": "12-3456789"}, True), ({"fiscal_sponsor_id": 1}, True), ({"sponsor_name": "Hub"}, False),
        ({"sponsor_ein": "12-3456789"}, False), ({"sponsor_name": "Hub", "sponsor_ein": "12-3456789"}, True),
    ],
)  # fmt: skip
def test_an_organization_is_known_in_law_by_its_ein_or_its_sponsor(told: dict[str, object], known: bool) -> None:
    nothing = dict.fromkeys(("ein", "fiscal_sponsor_id", "sponsor_name", "sponsor_ein"))
    assert has_identity(nothing | told) is known


def test_a_sponsor_is_merged_as_one() -> None:
    assert set(merge_columns(["fiscal_sponsor_id"])) == SPONSOR


def test_every_part_of_a_profile_belongs_to_one_task() -> None:
    parts = [part for each in TASKS.values() for part in each]
    assert sorted(parts) == sorted(PROFILE)


def test_a_task_is_done_to_do_or_asks_for_changes() -> None:
    found = {each.task: (each.state, each.missing) for each in tasks({"signatory", "capacity"}, ["mission", "papers"])}
    assert found == {
        "about": ("changes", ()),
        "services": ("done", ()),
        "capacity": ("to_do", ("capacity",)),
        "contacts": ("to_do", ("signatory",)),
    }


def test_a_name_of_before_is_kept_and_a_slip_of_the_same_day_is_not() -> None:
    day = date(2020, 1, 27)
    assert keeps_former_name(date(2019, 8, 1), None, day)
    assert keeps_former_name(date(2019, 8, 1), date(2020, 1, 26), day)
    assert not keeps_former_name(day, None, day)
    assert not keeps_former_name(date(2019, 8, 1), day, day)
