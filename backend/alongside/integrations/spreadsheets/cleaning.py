"""What a person wrote into a cell, freed from what a spreadsheet, a keyboard or a word processor put around it."""

import re
import unicodedata
from typing import Final

from alongside.integrations.spreadsheet import is_formula, unescaped

UNKNOWN: Final = frozenset(
    {"", "n/a", "na", "n.a.", "none", "nil", "null", "-", "--", "---", "–", "—", "tbd", "tba", "tbc", "?", "??",
     "unknown", "not known", "not applicable", "to be determined", "pending", "#n/a"}
)  # fmt: skip
"""What people write when they do not know: kept as unknown, never as a value."""

_PLAIN: Final = str.maketrans(
    {"\u00a0": " ", "\u2007": " ", "\u202f": " ", "\u200b": "", "\u200c": "", "\u200d": "", "\u2060": "", "\ufeff": "",
     "\u00ad": "", "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201c": '"', "\u201d": '"', "\u201e": '"',
     "\u2010": "-", "\u2011": "-", "\u2212": "-", "\r": "\n", "\v": "\n", "\u2028": "\n", "\t": " "}
)  # fmt: skip
_UNSEEN: Final = ("Cc", "Cf", "Cs")
_BROKEN: Final = ("#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#FORMULA!")
_BULLET: Final = re.compile(r"^(?:[•·▪●*]|-(?=\s))\s*")


class ValueWrong(Exception):
    """What is in a cell cannot be what its column is for."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code, self.message = code, message


def clean(cell: str) -> str:
    """A cell's text: plain quotes and spaces, no invisible signs, no bullet, single spaces; line breaks stay.

    Raises ValueWrong for what a spreadsheet program would run.
    """
    text = unescaped(unicodedata.normalize("NFC", cell).replace("\r\n", "\n")).translate(_PLAIN)
    text = "".join(letter for letter in text if letter == "\n" or unicodedata.category(letter) not in _UNSEEN)
    lines = [re.sub(r" {2,}", " ", line).strip() for line in text.split("\n")]
    text = _BULLET.sub("", "\n".join(line for line in lines if line))
    if text.casefold() in UNKNOWN:
        return ""
    if text in _BROKEN:
        raise ValueWrong("formula_without_value", "A formula without a value; mend it, or open and save it in Excel")
    if is_formula(text) and not re.match(r"[+\-]\s?[\d(]", text):
        raise ValueWrong("formula", "This begins like a formula; write the value itself")
    return text


def is_blank(cell: str) -> bool:
    """Whether a cell says nothing."""
    try:
        return clean(cell) == ""
    except ValueWrong:
        return False


def header_key(header: str) -> str:
    """A column's name for comparing: words without case, accents and punctuation."""
    folded = unicodedata.normalize("NFKD", header.translate(_PLAIN).casefold())
    bare = "".join(letter for letter in folded if not unicodedata.combining(letter))
    return " ".join(re.findall(r"[^\W_]+", bare.replace("#", " number ").replace("&", " and ").replace("'", "")))


def parts(text: str, *, commas: bool = False) -> list[str]:
    """Several things in one cell, divided by lines, semicolons, bars or slashes (and commas, if they divide)."""
    found = re.split(r"[\n;|]|\s/\s" + (r"|,|\band\b|&" if commas else ""), text)
    return [piece for each in found if (piece := _BULLET.sub("", each.strip(" ,.")).strip())]
