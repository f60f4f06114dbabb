"""How far an agreement is, what is missing, whose turn it is; its text; its papers: rules without a database."""

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.agreements.rules import (
    AGREEMENT,
    AgreementFacts,
    Reached,
    SchoolAnswer,
    Signature,
    Standing,
    amendment_needs,
    binds,
    days_left,
    missing,
    party_of,
    renewal_needs,
    renewal_term,
    review_steps,
    signing_needs,
    steps,
    waits_for,
)
from alongside.agreements.rules.document import Promise, Terms, canonical, dollars, fingerprint, write
from alongside.core.files import file_name, media_type
from alongside.identity.scopes import Role

AT = datetime(2020, 1, 8, 16, 2, tzinfo=UTC)
SENT = datetime(2020, 1, 13, 17, 30, tzinfo=UTC)
FACTS = AgreementFacts(
    has_title=True, programs=1, district_wide=False, starts_on=date(2020, 2, 24), ends_on=date(2021, 6, 11),
    partner_approved=True, confirmations=("pending", "confirmed"),
)  # fmt: skip
ALDER, BIRCH = SchoolAnswer(uuid4(), "Alderbrook", "pending"), SchoolAnswer(uuid4(), "Birchwell", "confirmed")
STANDING = Standing(
    status="in_review", effective_status="in_review", drafted_by="partner", schools=(ALDER, BIRCH),
    reviews={"risk": "pending", "legal": "approved"}, signed=(), effective_on=None,
)  # fmt: skip


def states(reached: Reached) -> list[str]:
    return [step.state for step in steps(reached)]


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("draft", ["current", "ahead", "ahead", "ahead", "ahead"]),
        ("changes_requested", ["current", "ahead", "ahead", "ahead", "ahead"]),
        ("submitted", ["done", "done", "current", "ahead", "ahead"]),
        ("in_review", ["done", "done", "current", "ahead", "ahead"]),
        ("approved", ["done", "done", "done", "current", "ahead"]),
        ("out_for_signature", ["done", "done", "done", "current", "ahead"]),
        ("executed", ["done", "done", "done", "done", "current"]),
        ("suspended", ["done", "done", "done", "done", "current"]),
        ("superseded", ["done", "done", "done", "done", "stopped"]),
        ("terminated", ["done", "done", "done", "done", "stopped"]),
        ("rejected", ["done", "done", "stopped", "ahead", "ahead"]),
    ],
)
def test_each_state_has_its_place_among_the_five_steps(status: str, expected: list[str]) -> None:
    assert states(Reached(status, SENT, AT)) == expected


def test_what_was_withdrawn_stopped_where_it_was() -> None:
    reached = Reached("withdrawn", SENT, AT)
    assert states(reached)[0] == "stopped"
    assert states(replace(reached, submitted_at=SENT))[2] == "stopped"
    assert states(replace(reached, submitted_at=SENT, approved_at=SENT))[3] == "stopped"


def test_a_step_says_when_it_was_done_and_by_whom() -> None:
    drafted, sent, review, *_ = steps(
        Reached("in_review", SENT, AT, author="Marisol Vega", submitted_at=SENT, submitted_by="Dana Fitch")
    )
    assert (drafted.at, drafted.by) == (AT, "Marisol Vega")
    assert (sent.at, sent.by) == (SENT, "Dana Fitch")
    assert (review.at, review.since) == (None, SENT)


def told(standing: Standing, facts: AgreementFacts = FACTS) -> list[tuple[str, bool]]:
    return [(each.code, each.now) for each in missing(standing, facts)]


def test_everything_that_is_missing_is_listed_and_what_can_be_done_now_is_marked() -> None:
    assert told(STANDING) == [
        ("school_pending", True), ("risk_review", True), ("not_approved", False), ("not_sent", False),
        ("partner_signature", False), ("district_signature", False),
    ]  # fmt: skip
    assert told(replace(STANDING, status="draft"), replace(FACTS, programs=0)) == [
        ("programs", True), ("not_submitted", False), ("school_pending", False), ("risk_review", False),
        ("not_in_review", False), ("not_approved", False), ("not_sent", False), ("partner_signature", False),
        ("district_signature", False),
    ]  # fmt: skip
    ready = replace(STANDING, schools=(BIRCH,), reviews={})
    assert told(ready)[0] == ("not_approved", True)
    assert told(replace(ready, status="approved"))[0] == ("not_sent", True)
    assert told(replace(ready, status="out_for_signature", signed=("partner",))) == [("district_signature", True)]


def test_a_pending_school_names_its_principal_s_role_and_the_school() -> None:
    first = missing(STANDING, FACTS)[0]
    assert (first.school_id, first.roles, first.words) == (
        ALDER.id,
        (Role.SCHOOL_LEADER,),
        "The principal has to confirm Alderbrook.",
    )


def test_in_force_nothing_is_missing_and_before_only_time() -> None:
    signed = replace(STANDING, status="executed", effective_status="active", effective_on=date(2020, 2, 24))
    assert missing(signed, FACTS) == []
    (waiting,) = missing(replace(signed, effective_status="scheduled"), FACTS)
    assert (waiting.due_on, waiting.roles, waiting.now) == (date(2020, 2, 24), (), False)
    assert told(replace(signed, effective_status="expired")) == [("expired", True)]
    assert told(replace(signed, status="suspended")) == [("suspended", True)]


@pytest.mark.parametrize("status", sorted(AGREEMENT.final()))
def test_nothing_is_missing_from_what_is_over(status: str) -> None:
    assert missing(replace(STANDING, status=status), FACTS) == []


@pytest.mark.parametrize("status", [*AGREEMENT.states])
def test_whose_turn_it_is_agrees_with_what_can_be_done_now(status: str) -> None:
    standing = replace(STANDING, status=status, effective_status=status)
    if status == "executed":
        standing = replace(standing, effective_status="active")
    parties = {each.party for each in missing(standing, FACTS) if each.now}
    assert set(waits_for(status, "partner", 1, ())) == parties


@pytest.mark.parametrize(
    ("kind", "records", "expected"),
    [
        ("mou", False, ()), ("mou", True, ("privacy",)), ("services_contract", False, ("legal", "risk")),
        ("services_contract", True, ("legal", "risk", "privacy")), ("data_sharing", True, ("legal", "privacy")),
        ("space_use", False, ("risk",)),
    ],
)  # fmt: skip
def test_the_type_says_who_reviews(kind: str, records: bool, expected: tuple[str, ...]) -> None:
    assert review_steps(kind, records) == expected


def test_renewals_and_amendments_say_what_is_in_their_way() -> None:
    assert renewal_needs("executed", "approved", False) == []
    assert renewal_needs("terminated", "suspended", True) == [
        "fully_signed",
        "no_open_renewal",
        "partner_not_suspended",
    ]
    assert amendment_needs("suspended") == []
    assert amendment_needs("draft") == ["fully_signed"]


@pytest.mark.parametrize(
    ("first", "last", "next_first", "next_last"),
    [
        (date(2019, 8, 26), date(2020, 6, 12), date(2020, 8, 26), date(2021, 6, 12)),
        (date(2019, 7, 1), date(2020, 6, 30), date(2020, 7, 1), date(2021, 6, 30)),
        (date(2017, 7, 1), date(2020, 6, 30), date(2020, 7, 1), date(2023, 6, 30)),
        (date(2020, 2, 29), date(2021, 2, 27), date(2021, 2, 28), date(2022, 2, 27)),
        (date(2019, 7, 1), date(2020, 7, 1), date(2021, 7, 1), date(2022, 7, 1)),
    ],
)
def test_a_renewal_is_the_same_term_later(first: date, last: date, next_first: date, next_last: date) -> None:
    assert renewal_term(first, last) == (next_first, next_last)


@given(st.dates(date(1990, 1, 1), date(2030, 1, 1)), st.integers(0, 2000))
def test_a_renewal_always_starts_after_the_end(first: date, days: int) -> None:
    last = date.fromordinal(first.toordinal() + days)
    next_first, next_last = renewal_term(first, last)
    assert last < next_first <= next_last or first == last


def test_days_left_count_to_the_last_day() -> None:
    assert days_left("expiring_soon", date(2020, 1, 27), date(2020, 1, 27)) == 0
    assert days_left("scheduled", date(2020, 2, 1), date(2020, 1, 27)) == 5
    assert days_left("expired", date(2020, 1, 26), date(2020, 1, 27)) is None
    assert days_left("approved", date(2020, 2, 27), date(2020, 1, 27)) is None


def test_letters_and_plans_bind_nobody() -> None:
    assert binds("mou", True)
    assert not binds("mou", False)
    assert not binds("collaboration_plan", True)


def test_who_could_sign_for_both_signs_for_the_party_still_open() -> None:
    both = {Role.DISTRICT_SIGNATORY, Role.PARTNER_SIGNATORY}
    partner = Signature("partner", "tomas", date(2020, 1, 27))
    assert party_of({Role.DISTRICT_SIGNATORY}, [partner]) == "district"
    assert party_of(both, []) == "partner"
    assert party_of(both, [partner]) == "district"


def test_whoever_spoke_for_the_district_s_side_does_not_sign_for_the_partner() -> None:
    day = date(2020, 1, 27)
    asked = {"authorized": True, "given": (), "signed_on": day, "day": day}
    assert signing_needs("denise", "partner", reviewers=(), district_words={"denise"}, **asked) == ["one_party_each"]  # type: ignore[arg-type]
    assert signing_needs("denise", "district", reviewers=(), district_words={"denise"}, **asked) == []  # type: ignore[arg-type]


# ---- the text

TERMS = Terms(
    number="A-2020-0117", kind="mou", title="Afternoon mentoring", is_binding=True, district="Alderbrook District",
    partner="North Branch Mentors NFP", district_wide=False, starts_on=date(2020, 2, 24), ends_on=date(2021, 6, 11),
    programs=[("Homeroom Mentors", "Mentors for\ngrades 6–8")], schools=["Alderbrook School"],
    purpose="Calm.\n\nTrust.", expectations=[Promise("school", "The gym"), Promise("partner", "Six mentors")],
    resources=[Promise("school", "Bus passes", 180_000, date(2020, 2, 14), "Alderbrook School")], notice_days=30,
)  # fmt: skip


def section(terms: Terms, heading: str) -> list[str]:
    found = next(each for each in write(terms)["sections"] if each["heading"] == heading)
    return [*found["paragraphs"], *found["items"]]


def test_the_text_says_in_words_what_was_agreed() -> None:
    document = write(TERMS)
    assert (document["title"], document["subtitle"]) == (
        "Afternoon mentoring",
        "Memorandum of understanding A-2020-0117",
    )
    assert [each["heading"] for each in document["sections"]] == [
        "Parties", "Purpose", "Programs", "Schools", "Each school will", "North Branch Mentors NFP will",
        "Student records", "Term",
    ]  # fmt: skip
    assert section(TERMS, "Purpose") == ["Calm.", "Trust."]
    assert section(TERMS, "Programs") == ["Homeroom Mentors: Mentors for grades 6–8"]
    assert section(TERMS, "Each school will") == [
        "The gym",
        "Alderbrook School: Bus passes (worth $1,800), by February 14, 2020",
    ]
    assert section(TERMS, "Term")[0].startswith("From February 24, 2020 to June 11, 2021, both days included")
    assert "30 days' notice" in section(TERMS, "Term")[2]
    assert section(replace(TERMS, district_wide=True, schools=()), "Schools") == ["All schools of the district."]
    assert section(replace(TERMS, is_binding=False), "Term")[-1] == "It states what both intend and binds neither."


def test_two_texts_have_one_hash_only_when_they_are_the_same() -> None:
    assert fingerprint(write(TERMS)) == fingerprint(write(replace(TERMS)))
    assert fingerprint(write(TERMS)) != fingerprint(write(replace(TERMS, schedule="Mondays")))
    assert canonical({"b": "ü", "a": []}) == '{"a":[],"b":"ü"}'.encode()


@pytest.mark.parametrize(
    ("cents", "words"), [(0, "$0"), (180_000, "$1,800"), (1_250, "$12.50"), (100_005, "$1,000.05")]
)
def test_money_reads_as_people_write_it(cents: int, words: str) -> None:
    assert dollars(cents) == words


# ---- papers


@pytest.mark.parametrize(
    ("given_", "kept"),
    [
        ("scan.pdf", "scan.pdf"), ("C:\\scans\\scan.pdf", "scan.pdf"), ("../../etc/scan.pdf", "scan.pdf"),
        ("a\u0000b\u202efdp.pdf", "abfdp.pdf"), ("x" * 300 + ".pdf", "x" * 196 + ".pdf"), (".pdf", None), ("", None),
        ("...", None), ("no ending", None),
    ],
)  # fmt: skip
def test_the_name_of_a_paper_is_its_last_part_without_what_hides(given_: str, kept: str | None) -> None:
    assert file_name(given_) == kept


def test_a_paper_is_what_both_its_ending_and_its_first_bytes_say() -> None:
    assert media_type("a.pdf", b"%PDF-1.4") == "application/pdf"
    assert media_type("a.pdf", b"<html>%PDF-") is None
    assert media_type("a.gif", b"GIF89a") is None
