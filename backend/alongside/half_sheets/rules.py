"""Who says what is public at a school, and when it is; no I/O."""

import re
import unicodedata
from collections.abc import Collection, Mapping
from itertools import count
from typing import Any, Final

from alongside.identity.scopes import Role
from alongside.partners.rules import OFFICE

from .schemas import By, Language, Standing

DECIDES: Final[Mapping[By, frozenset[Role]]] = {
    "district": OFFICE,
    "school": frozenset({Role.SCHOOL_LEADER}),
}
"""Whose word, beside the partner's, puts a program on a school's page, as the district has set it."""

TAKES_DOWN: Final = OFFICE | {Role.SCHOOL_LEADER}
"""Who may take something off a page: the office and the principal, whoever of them put it there."""

WORDS: Final = (
    "summary", "is_free", "cost", "how_to_join", "contact", "phone", "name_es", "summary_es", "cost_es",
    "how_to_join_es",
)  # fmt: skip
"""What the partner says in words; the school agrees to exactly these."""


def decides(by: By, roles: Collection[Role]) -> bool:
    """Whether somebody with these roles at the school says what its page shows."""
    return not DECIDES[by].isdisjoint(roles)


def takes_down(roles: Collection[Role]) -> bool:
    """Whether somebody with these roles at the school may take something off its page."""
    return not TAKES_DOWN.isdisjoint(roles)


def lacks(words: Mapping[str, Any]) -> list[str]:
    """What families would have to ask about: a program is not public without it."""
    missing = [name for name in ("summary", "how_to_join") if not words[name]]
    return missing if words["is_free"] or words["cost"] else [*missing, "cost"]


def standing(is_public: bool, words_version: int, agreed_version: int | None, is_in_force: bool) -> Standing:
    """Where a program stands between the two words and the day."""
    if not is_public:
        return "not_public"
    if agreed_version is None:
        return "not_decided"
    if agreed_version != words_version:
        return "words_changed"
    return "shown" if is_in_force else "not_in_force"


def in_language(row: Mapping[str, Any], field: str, language: Language) -> dict[str, str] | None:
    """A field in the page's language, else in English, and which of the two it is; None when nothing is said."""
    if language == "es" and row[f"{field}_es"]:
        return {"text": row[f"{field}_es"], "language": "es"}
    return {"text": row[field], "language": "en"} if row[field] else None


def slug_of(name: str) -> str:
    """A school's name as an address writes it; `school` when it holds neither letters nor digits."""
    folded = unicodedata.normalize("NFKD", name.casefold().replace("&", " and "))
    bare = "".join(letter for letter in folded if not unicodedata.combining(letter))
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’.]", "", bare))
    return "-".join(words)[:60].strip("-") or "school"


def free_slug(name: str, taken: Collection[str]) -> str:
    """The address of a school whose name others may have too: the first keeps it plain, the second ends in 2."""
    plain = slug_of(name)
    numbered = (plain if number == 1 else f"{plain}-{number}" for number in count(1))
    return next(slug for slug in numbered if slug not in taken)
