"""What a file would write, in full and before anything is written; committing it performs exactly this."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, Final, Literal
from uuid import UUID

import orjson

from alongside.core.fields import money

from .facts import Problem
from .groups import Group

Noun = Literal["partners", "contacts", "programs", "agreements"]
What = Literal["new", "changed", "unchanged"]
Place = tuple[int, int]


@dataclass(slots=True)
class Action:
    """One record: to add, to change, or found as the file says. `target` is the record that is here."""

    noun: Noun
    what: What
    rows: list[Place]
    values: dict[str, Any] = field(default_factory=dict)
    target: UUID | None = None


@dataclass(slots=True)
class GroupPlan:
    """Everything of one organization; `programs` of agreements are named by `normalized_name`."""

    group: Group
    partner: Action
    contacts: list[Action] = field(default_factory=list)
    programs: list[Action] = field(default_factory=list)
    agreements: list[Action] = field(default_factory=list)

    @property
    def actions(self) -> list[Action]:
        return [self.partner, *self.contacts, *self.programs, *self.agreements]


@dataclass(slots=True)
class Plan:
    """The whole: what is done for each organization, what each row comes to, and what is wrong."""

    groups: list[GroupPlan]
    outcomes: dict[Place, str]
    problems: list[Problem]

    def counts(self) -> dict[str, dict[str, int]]:
        """How many records would be new, changed or unchanged, by kind; and rows, the refused ones too."""
        found = {noun: dict.fromkeys(("new", "changed", "unchanged"), 0) for noun in NOUNS}
        for action in (action for group in self.groups for action in group.actions):
            found[action.noun][action.what] += 1
        rows = dict.fromkeys(("new", "changed", "unchanged", "refused", "skipped"), 0)
        for outcome in self.outcomes.values():
            rows[outcome] += 1
        return {**{str(noun): counted for noun, counted in found.items()}, "rows": rows}

    def digest(self) -> str:
        """Names what would be written, so that a commit writes that or nothing."""
        told = [
            [action.noun, action.what, action.values, action.target]
            for group in self.groups
            for action in group.actions
            if action.what != "unchanged"
        ]
        return sha256(orjson.dumps(told, default=str, option=orjson.OPT_SORT_KEYS)).hexdigest()


NOUNS: Final[tuple[Noun, ...]] = ("partners", "contacts", "programs", "agreements")


def bodies(values: Mapping[str, Any]) -> dict[str, Any]:
    """Values as a request would say them: money is text on the wire."""
    if values.get("cost_to_school") is None:
        return dict(values)
    return {**values, "cost_to_school": money(values["cost_to_school"])}
