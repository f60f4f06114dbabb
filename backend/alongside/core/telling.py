"""Sentences for people that can be said in any language: a code that stays, its words in English, and what fills them.

Every sentence stands as a literal in a call of `told`, so that `alongside words` finds it and the app's tests hold its
Spanish (`alongside.said`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from .clock import in_words
from .fields import ReadModel

Param = str | int | date | tuple[str, ...]
"""What fills a sentence: a name, a number, a day, or several words of the wire or names."""


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence by its code; `words` is the sentence in English, `params` in order of their names."""

    code: str
    words: str
    params: tuple[tuple[str, Param], ...] = ()


def told(code: str, sentence: str, **params: Param) -> Told:
    """A sentence, filled. Both code and sentence are literals; the sentence names every value as `{name}`."""
    words = sentence.format_map({name: _english(value) for name, value in params.items()})
    return Told(code, words, tuple(sorted(params.items())))


def _english(value: Param) -> str:
    match value:
        case date():
            return in_words(value)
        case tuple():
            return ", ".join(each.replace("_", " ") for each in value)
    return str(value)


class SaidRead(ReadModel):
    """A sentence for people: its `code` stays, `words` say it in English, and `params` are what it names (a day as
    `2020-06-30`, several words or names as a list), for whoever says it in another language."""

    code: str
    words: str
    params: dict[str, int | str | list[str]]


def on_the_wire(sentence: Told) -> dict[str, Any]:
    """The sentence as `SaidRead`."""
    return {"code": sentence.code, "words": sentence.words, "params": _params(sentence.params)}


def _params(params: tuple[tuple[str, Param], ...]) -> Mapping[str, int | str | list[str]]:
    return {name: _plain(value) for name, value in params}


def _plain(value: Param) -> int | str | list[str]:
    if isinstance(value, tuple):
        return list(value)
    return value.isoformat() if isinstance(value, date) else value
