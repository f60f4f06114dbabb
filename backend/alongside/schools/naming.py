"""How people write a school's name, and when two ways of writing mean the same one; no I/O."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final
from uuid import UUID

_SPELLED: Final = {
    "elem": "elementary", "el": "elementary", "es": "elementary school", "ms": "middle school", "hs": "high school",
    "sch": "school", "schl": "school", "acad": "academy", "jr": "junior", "sr": "senior", "prep": "preparatory",
    "mt": "mount", "ft": "fort", "ctr": "center", "tech": "technology", "intl": "international",
}  # fmt: skip
_KINDS: Final = frozenset(
    {"school", "elementary", "middle", "high", "academy", "junior", "senior", "k8", "primary", "campus", "public"}
)
EVERY_SCHOOL: Final = frozenset(
    {"all", "all schools", "all sites", "all campuses", "district wide", "districtwide", "whole district", "district",
     "every school", "citywide", "city wide", "systemwide"}
)  # fmt: skip
"""What stands for the whole district where schools are named."""


def school_key(said: str) -> str:
    """The name by which schools are compared: no case, accents, punctuation or "the"; what is cut short is spelled
    out (`ALDERBROOK ELEM.` is `alderbrook elementary`). Without letters and digits it is ``""``."""
    folded = unicodedata.normalize("NFKD", said.casefold())
    bare = "".join(letter for letter in folded if not unicodedata.combining(letter))
    words = re.findall(r"[^\W_]+", re.sub(r"['’.]", "", bare.replace("&", " and ")))
    words = words[1:] if len(words) > 1 and words[0] == "the" else words
    return " ".join(_SPELLED.get(word, word) for word in words)


def _own_and_kind(key: str) -> tuple[str, frozenset[str]]:
    words = key.split()
    own = [word for word in words if word not in _KINDS]
    return " ".join(own), frozenset(words) & (_KINDS - {"school", "public"})


def means_every_school(said: str) -> bool:
    """Whether this stands for the whole district."""
    return school_key(said) in EVERY_SCHOOL


class SchoolNames:
    """Finds a school by its key elsewhere, its name, another name it goes by, or the part of its name that is its own.

    A word that says the kind has to agree (`Alderbrook High` is not Alderbrook Elementary School), and what could be
    two schools is none.
    """

    def __init__(self) -> None:
        self._by_key: dict[str, set[UUID]] = {}
        self._by_name: dict[str, set[UUID]] = {}
        self._by_own: dict[str, dict[UUID, frozenset[str]]] = {}

    def know(self, school: UUID, names: Iterable[str], keys: Iterable[str] = ()) -> None:
        """Hear of a school: the names it goes by and its keys in other systems."""
        for key in keys:
            self._by_key.setdefault(key.casefold(), set()).add(school)
        for name in names:
            whole = school_key(name)
            if not whole:
                continue
            self._by_name.setdefault(whole, set()).add(school)
            own, kinds = _own_and_kind(whole)
            if own:
                known = self._by_own.setdefault(own, {})
                known[school] = known.get(school, frozenset()) | kinds

    def find(self, said: str) -> UUID | None:
        """The one school that this means, or None."""
        whole = school_key(said)
        own, kinds = _own_and_kind(whole)
        alike = {school for school, theirs in self._by_own.get(own, {}).items() if kinds <= theirs}
        for found in (self._by_key.get(said.strip().casefold()), self._by_name.get(whole), alike):
            if found:
                return next(iter(found)) if len(found) == 1 else None
        return None
