"""What differs between two texts, of which one follows the other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

COMPARED: Final = (
    "title", "type", "is_binding", "is_district_wide", "starts_on", "ends_on", "purpose", "populations", "schedule",
    "financial_terms", "cost", "funding_source", "shares_student_records", "notice_days",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Change:
    """A field that says otherwise, in the words of the wire."""

    field: str
    before: str | None
    after: str | None


def field_changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Change]:
    """The fields that say otherwise; spaces around and within make no difference."""
    found = []
    for name in COMPARED:
        was, now = _said(before[name]), _said(after[name])
        if _plain(was) != _plain(now):
            found.append(Change(name, was, now))
    return found


def _said(value: Any) -> str | None:
    return None if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def _plain(said: str | None) -> str | None:
    return None if said is None else " ".join(said.split())


@dataclass(frozen=True, slots=True)
class Named:
    """A program or school that came or went."""

    kind: Literal["program", "school"]
    change: Literal["added", "dropped"]
    name: str


def name_changes(
    kind: Literal["program", "school"], before: Sequence[tuple[object, str]], after: Sequence[tuple[object, str]]
) -> list[Named]:
    """Which of a kind came and which went, by their keys; a new name of the same one is no change."""
    then, now = {key for key, _ in before}, {key for key, _ in after}
    added = [Named(kind, "added", name) for key, name in after if key not in then]
    return added + [Named(kind, "dropped", name) for key, name in before if key not in now]
