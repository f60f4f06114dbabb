"""What the server can say is written down for whoever says it in another language, and is what the code says."""

import json
from pathlib import Path

import pytest

from alongside import said

WORDS = Path(__file__).parents[2] / "words.json"


def test_the_words_written_down_are_the_code_s() -> None:
    assert json.loads(WORDS.read_text()) == said.said(), "make openapi"


def test_words_come_from_literals_tables_and_names() -> None:
    told = said.said()["fields"]
    assert "The last day is before the first" in told["date_order"]  # a literal
    assert told["notice_too_short"] == ["This is shorter than the notice that was agreed"]  # a table by its key
    assert told["outside_original"] == ["It changes an agreement from {first} to {last}"]  # a name, with its params


def test_a_code_that_cannot_be_read_is_a_fault(tmp_path: Path) -> None:
    source = tmp_path / "secretive.py"
    source.write_text('def refuse(make):\n    raise wrong("/x", make(), "Nobody can read this code")\n')
    with pytest.raises(said.NotSayable, match=r"secretive\.py:2"):
        list(said._Scan("alongside.said", source).fields())


def test_reasons_are_told_by_code_with_what_fills_them() -> None:
    told = said.said()
    assert told["reasons"]["agreement_starts"] == "The agreement starts on {on}."
    assert told["reasons"]["area_close"] == "Need area: {area}, close to {wanted}"
    assert "after_school" in told["terms"]


@pytest.mark.parametrize(
    "line",
    [
        'told("late", sentence)',
        'told(code, "It is late.")',
        'told("late", "It is {days} late.")',
        'told("late", "It is late.", days=3)',
    ],
)
def test_a_reason_that_cannot_be_read_is_a_fault(tmp_path: Path, line: str) -> None:
    source = tmp_path / "secretive.py"
    source.write_text(f"def tell(code, sentence):\n    return {line}\n")
    with pytest.raises(said.NotSayable, match=r"secretive\.py:2"):
        list(said._Scan("alongside.partnerships.rules.fit", source).reasons())
