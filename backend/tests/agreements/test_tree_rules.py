"""What the four questions lead to, as a table over every combination, and who reviews it."""

from itertools import product
from typing import Any

import pytest

from alongside.agreements import rules
from alongside.agreements.rules import Answers, Lead, Route

LETTER, PARTNER, MOU = "letter_of_agreement", "school_partner_agreement", "mou"
CONTRACT, SPACE = "services_contract", "space_use"

TABLE = [
    # money, space, records: a few visits, every week, many schools or students alone
    ("...", (LETTER, ""), (PARTNER, ""), (MOU, "legal risk")),
    ("..r", (MOU, "privacy"), (MOU, "privacy"), (MOU, "legal risk privacy")),
    (".s.", (SPACE, "risk"), (SPACE, "risk"), (SPACE, "risk legal")),
    (".sr", (SPACE, "risk privacy"), (SPACE, "risk privacy"), (SPACE, "risk legal privacy")),
    ("m..", (CONTRACT, "legal risk"), (CONTRACT, "legal risk"), (CONTRACT, "legal risk")),
    ("m.r", (CONTRACT, "legal risk privacy"), (CONTRACT, "legal risk privacy"), (CONTRACT, "legal risk privacy")),
    ("ms.", (CONTRACT, "legal risk"), (CONTRACT, "legal risk"), (CONTRACT, "legal risk")),
    ("msr", (CONTRACT, "legal risk privacy"), (CONTRACT, "legal risk privacy"), (CONTRACT, "legal risk privacy")),
]
HOW_MUCH: tuple[rules.Intensity, ...] = ("few_visits", "every_week", "many_or_alone")
EVERY = [
    (Answers("m" in said, "s" in said, "r" in said, intensity), kind, tuple(steps.split()))
    for said, *cells in TABLE
    for intensity, (kind, steps) in zip(HOW_MUCH, cells, strict=True)
]


def test_the_table_holds_every_combination() -> None:
    every = {Answers(*said, much) for said in product((True, False), repeat=3) for much in HOW_MUCH}
    assert {answers for answers, _, _ in EVERY} == every
    assert len(EVERY) == 24


@pytest.mark.parametrize(("answers", "kind", "steps"), EVERY)
def test_every_combination_leads_to_one_type_and_one_route(answers: Answers, kind: str, steps: tuple[str, ...]) -> None:
    found = rules.recommend(answers, rules.leads_of({}), rules.usual_route)
    assert (found.type, found.route.steps) == (kind, steps)
    assert found.is_binding is (kind != LETTER)
    assert found.clears_programs is rules.clears_programs(kind, found.is_binding)
    deciding = [reason for reason in found.reasons if reason.decides]
    assert len(deciding) == 1
    assert all(reason.words.endswith(".") for reason in found.reasons)
    told = {step for reason in found.reasons for step in reason.steps} | set(rules.usual_route(kind).steps)
    assert set(found.route.steps) == told, "each reviewer is there for the type or for an answer"


def test_the_reasons_say_which_answer_does_what() -> None:
    found = rules.recommend(Answers(False, True, True, "every_week"), rules.leads_of({}), rules.usual_route)
    assert [(reason.answer, reason.decides, reason.steps, reason.words) for reason in found.reasons] == [
        ("space_yes", True, ("risk",),
         "Space is used for long: a space use agreement that binds both sides, with risk review."),
        ("records_yes", False, ("privacy",), "Student records are shared: privacy review."),
    ]  # fmt: skip


def test_a_district_says_otherwise_answer_by_answer() -> None:
    own = rules.leads_of({"space_yes": Lead(steps=("risk", "board")), "every_week": Lead("moa", is_binding=False)})
    found = rules.recommend(Answers(False, True, False, "every_week"), own, lambda _: Route(("legal",), True))
    assert (found.type, found.is_binding) == ("moa", False)
    assert found.route == Route(("legal", "risk", "board"), True)


def test_shared_records_pass_privacy_whatever_the_district_says() -> None:
    own = rules.leads_of({"records_yes": Lead()})
    found = rules.recommend(Answers(False, False, True, "few_visits"), own, rules.usual_route)
    assert (found.type, found.route.steps) == (LETTER, ("privacy",))


def test_a_letter_never_binds_whatever_the_district_says() -> None:
    own = rules.leads_of({"few_visits": Lead("letter_of_agreement", is_binding=True)})
    assert rules.recommend(Answers(False, False, False, "few_visits"), own, rules.usual_route).is_binding is False


def test_the_last_question_always_names_a_type() -> None:
    assert [answer for answer in rules.ANSWERS if rules.lead_problem(answer, None)] == list(HOW_MUCH)
    assert all(rules.USUAL[answer].type is not None for answer in rules.LAST_QUESTION)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("{partner} and {district} agree for {term}.", None),
        ("{Partner} agrees", "unknown_placeholder"),
        ("{partner_name} agrees", "unknown_placeholder"),
        ("{} agrees", "unknown_placeholder"),
        ("{partner agrees", "stray_brace"),
        ("partner} agrees", "stray_brace"),
        ("{{partner}} agrees", "stray_brace"),
    ],
)
def test_only_names_on_the_list_stand_in_braces(text: str, problem: str | None) -> None:
    section = {"code": None, "heading": "Conduct", "paragraphs": [text], "items": []}
    wanted = [] if problem is None else [("/0/paragraphs/0", problem)]
    assert [each[:2] for each in rules.section_problems([section])] == wanted


def test_a_section_is_told_from_every_other() -> None:
    section = {"code": "conduct", "heading": "Conduct", "paragraphs": ["Be kind."], "items": []}
    wrong = [section, {**section, "heading": "TERM"}, {**section, "code": None, "paragraphs": []}]
    wrong.append({**section, "code": None, "heading": "The partner will"})
    assert [each[:2] for each in rules.section_problems(wrong)] == [
        ("/1/heading", "own_heading"), ("/1/code", "code_twice"), ("/2/heading", "heading_twice"),
        ("/2/paragraphs", "empty_section"), ("/3/heading", "own_heading"),
    ]  # fmt: skip


def test_a_finalized_clause_whose_words_change_is_open_again() -> None:
    was = [{"code": "safety", "heading": "Safety", "paragraphs": ["a"], "items": [], "is_required": True}]
    now = [{**was[0], "paragraphs": ["b"]}]
    assert rules.reopened(was, now, {"safety": "finalized"}) == ["safety"]
    assert rules.reopened(was, now, {"safety": "under_discussion"}) == []
    assert rules.reopened(was, was, {"safety": "finalized"}) == []


def _sections(*codes: str | None) -> list[dict[str, Any]]:
    return [
        {"code": code, "heading": f"Section {place}", "paragraphs": ["So it is."], "items": []}
        for place, code in enumerate(codes)
    ]


@pytest.mark.parametrize(
    ("kind", "before", "wanted", "lost"),
    [
        ("data_sharing", ["data_security", "data_breach"], ["data_breach", "data_security", None], []),
        ("data_sharing", ["data_security", None], [None], ["Section 0"]),
        ("data_sharing", ["data_security", "data_breach", "signatures"], [], ["Section 0", "Section 1", "Section 2"]),
        ("data_sharing", ["safety"], [], []),
        ("mou", ["data_security", "signatures"], [], ["Section 1"]),
    ],
)
def test_what_a_type_has_to_say_stays_and_each_loss_is_named(
    kind: str, before: list[str | None], wanted: list[str | None], lost: list[str]
) -> None:
    found = rules.removal_problems(kind, _sections(*before), _sections(*wanted))
    assert [(pointer, code) for pointer, code, _ in found] == [("", "mandatory_section")] * len(lost)
    assert all(f"“{name}”" in words for name, (_, _, words) in zip(lost, found, strict=True))


def test_a_template_about_student_records_begins_with_everything_that_they_ask_for() -> None:
    first = rules.first_sections("data_sharing")
    always = {"data_purpose", "data_population", "data_basis", "data_elements", "data_users", "data_security",
              "data_retention", "data_destruction", "data_breach", "data_parents", "signatures"}  # fmt: skip
    assert {each["code"] for each in first} == always == set(rules.kept_codes("data_sharing", first))
    assert rules.section_problems(first) == []
    assert rules.first_sections("mou") == []
