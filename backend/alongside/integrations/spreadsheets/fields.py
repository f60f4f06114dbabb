"""What a column may stand for, by what names people call it, and how it is told from its values."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from alongside.partners.likeness import likeness, trigrams

from .cleaning import header_key
from .column_names import OF_A_PERSON, PARTNER, PEOPLE, WORK

Group = Literal["partner", "contact", "second_contact", "signatory", "program", "agreement"]


@dataclass(frozen=True, slots=True)
class Field:
    """A field of ours: its key (`partner.name`), the column names that mean it, and whether several columns may."""

    key: str
    names: tuple[str, ...]
    several: bool = False

    @property
    def group(self) -> str:
        return self.key.partition(".")[0]


def _written(text: str) -> list[Field]:
    """The fields of a table: each on a line, its names after the colon."""
    found = []
    for entry in text.strip().replace("\n    ", " ").splitlines():
        key, _, names = entry.partition(":")
        called = tuple(header_key(name) for name in names.split("|"))
        found.append(Field(key.rstrip("*"), called, several=key.endswith("*")))
    return found


def _of_people() -> list[Field]:
    found = []
    for place, (group, whom) in enumerate(PEOPLE.items()):
        for part, words in OF_A_PERSON.items():
            names = [f"{who} {word}" for who in whom for word in words]
            bare = list(whom) if part == "name" else list(words) if place == 0 else []
            found.append(Field(f"{group}.{part}", tuple(header_key(name) for name in [*bare, *names])))
    return found


FIELDS: Final = (*_written(PARTNER), *_of_people(), *_written(WORK))
BY_KEY: Final = {field.key: field for field in FIELDS}
_BY_NAME: Final = {name: field.key for field in reversed(FIELDS) for name in field.names}

_STUDENT: Final = re.compile(
    r"\b(student|pupil|child|scholar|learner|alumno|estudiante)s? ?(first |last |full |legal )?"
    r"(name|id|ids|number|dob|birth|email|address|ssn|phone)s?\b|\b(date of birth|dob|birth ?date|ssn|social security|"
    r"iep|504 plan|lunch status|free reduced lunch|immigration|home language)\b"
)


def is_about_single_students(header: str) -> bool:
    """Whether a column's name says that it holds data about single students."""
    key = header_key(header)
    return key not in ("number of students", "student number of students") and bool(_STUDENT.search(key))


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a column may stand for, and how sure that is: `name` (called so), `alike` (nearly), `values` (looks so)."""

    field: str | None
    because: Literal["name", "alike", "values"] | None


def propose(headers: Sequence[str], samples: Sequence[Sequence[str]]) -> list[Proposal]:
    """What each column may stand for, from its name and the values under it; each field is proposed once."""
    found: list[Proposal] = [Proposal(None, None)] * len(headers)
    taken: set[str] = set()

    def take(place: int, key: str, because: Literal["name", "alike", "values"]) -> None:
        if found[place].field is None and (key not in taken or (BY_KEY[key].several and because == "name")):
            found[place] = Proposal(key, because)
            taken.add(key)

    keys = [header_key(header) for header in headers]
    for place, key in enumerate(keys):
        if key in _BY_NAME:
            take(place, _BY_NAME[key], "name")
    for place, key in enumerate(keys):
        if key and found[place].field is None:
            near = max(((likeness(trigrams(key), _TRIGRAMS[name]), name) for name in _BY_NAME), default=(0.0, ""))
            if near[0] >= 0.6:
                take(place, _BY_NAME[near[1]], "alike")
    for place, values in enumerate(samples):
        for key, looks in _LOOKS:
            told = [value.strip() for value in values if value.strip()]
            if len(told) >= 3 and sum(bool(looks.search(value)) for value in told) >= 0.7 * len(told):
                take(place, key, "values")
    if "partner.name" not in taken and any(proposal.field for proposal in found):
        for place, key in enumerate(keys):
            if key in ("name", "nombre", "full name"):
                take(place, "partner.name", "alike")
    return found


_TRIGRAMS: Final = {name: trigrams(name) for name in _BY_NAME}
_LOOKS: Final = (
    ("contact.email", re.compile(r"^\S+@\S+\.\S+$|mailto:")),
    ("partner.ein", re.compile(r"^[0-9]{2}-[0-9]{7}$")),
    ("partner.website", re.compile(r"^(https?://|www\.)")),
    ("contact.phone", re.compile(r"^\+?1?[\s.(-]*[0-9]{3}[\s.)-]*[0-9]{3}[\s.-]*[0-9]{4}")),
)


def header_score(cells: Sequence[str]) -> int:
    """How many cells of a row are names of columns that are known here."""
    return sum(header_key(cell) in _BY_NAME for cell in cells if cell.strip() and len(cell) <= 60)
