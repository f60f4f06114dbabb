"""The rules of half-sheets, without a database."""

import pytest

from alongside.half_sheets import rules


@pytest.mark.parametrize(
    ("name", "slug"),
    [("Alderbrook School", "alderbrook-school"), ("St. Mary’s & José Martí", "st-marys-and-jose-marti"),
     ("???", "school"), ("A" * 90, "a" * 60)],
)  # fmt: skip
def test_an_address_is_plain_letters_digits_and_hyphens(name: str, slug: str) -> None:
    assert rules.slug_of(name) == slug


def test_the_first_of_a_name_keeps_it_plain() -> None:
    assert [rules.free_slug("Oak", taken) for taken in ([], ["oak"], ["oak", "oak-2"])] == ["oak", "oak-2", "oak-3"]


@pytest.mark.parametrize(
    ("public", "words", "agreed", "in_force", "stands"),
    [(False, 1, 1, True, "not_public"), (True, 1, None, True, "not_decided"), (True, 2, 1, True, "words_changed"),
     (True, 1, 2, True, "words_changed"), (True, 2, 2, False, "not_in_force"), (True, 2, 2, True, "shown")],
)  # fmt: skip
def test_a_program_stands_where_the_first_thing_is_missing(
    public: bool, words: int, agreed: int | None, in_force: bool, stands: str
) -> None:
    assert rules.standing(public, words, agreed, in_force) == stands


def test_a_field_is_said_in_the_page_s_language_else_in_english_else_not() -> None:
    row = {"cost": "Free", "cost_es": "Gratis", "place": "Room 1", "place_es": None, "ask": None, "ask_es": None}
    assert rules.in_language(row, "cost", "es") == {"text": "Gratis", "language": "es"}
    assert rules.in_language(row, "cost", "en") == {"text": "Free", "language": "en"}
    assert rules.in_language(row, "place", "es") == {"text": "Room 1", "language": "en"}
    assert rules.in_language(row, "ask", "es") is None
