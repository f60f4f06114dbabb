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
