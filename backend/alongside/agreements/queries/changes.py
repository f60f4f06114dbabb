"""What an agreement says otherwise than the one that it renews, amends or replaces."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, Final
from uuid import UUID

from alongside.agreements import rules
from alongside.agreements.errors import AgreementNotFound
from alongside.core.db import Executor
from alongside.core.fields import money
from alongside.identity.principal import Principal

from .record import fetch

_HOW: Final = ("renews", "amends", "supersedes")
_NOTHING: Final[Mapping[str, Any]] = {
    "since": None, "how": None, "fields": [], "names": [], "promises": [], "is_same": True,
}  # fmt: skip


async def get_changes(db: Executor, principal: Principal, agreement_id: UUID) -> dict[str, Any]:
    """The differences from what it follows, as far as the caller sees that; AgreementNotFound.

    A renewal is compared with what was last agreed, the signed amendments included.
    """
    now = await fetch(db, principal, agreement_id)
    how = next((each for each in _HOW if now[each] is not None), None)
    if how is None:
        return dict(_NOTHING)
    before = await fetch(db, principal, UUID(now[how]["id"]))
    signed = [each for each in before["amendments"] if each["status"] in rules.RENEWABLE]
    if signed and signed[-1]["id"] != str(agreement_id):
        try:
            terms = {"starts_on": before["starts_on"], "ends_on": before["ends_on"]}
            before = {**await fetch(db, principal, UUID(signed[-1]["id"])), **terms}
        except AgreementNotFound:
            pass
    fields = rules.field_changes(_with_cost(before), _with_cost(now))
    names = [
        *rules.name_changes("program", _programs(before), _programs(now)),
        *rules.name_changes("school", _schools(before), _schools(now)),
    ]
    promises = rules.differences(_lines(before), _lines(now))
    return {
        "since": now[how],
        "how": how,
        "fields": [asdict(each) for each in fields],
        "names": [asdict(each) for each in names],
        "promises": [asdict(each) for each in promises],
        "is_same": not fields and not names and all(each.change == "kept" for each in promises),
    }


def _with_cost(record: Mapping[str, Any]) -> dict[str, Any]:
    return {**record, "cost": money(record["cost_cents"])}


def _programs(record: Mapping[str, Any]) -> list[tuple[object, str]]:
    return [(each["id"], each["name"]) for each in record["programs"]]


def _schools(record: Mapping[str, Any]) -> list[tuple[object, str]]:
    named = [each for each in record["schools"] if each["confirmation"] != "declined"]
    return [(each["school"]["id"], each["school"]["name"]) for each in named]


def _lines(record: Mapping[str, Any]) -> list[rules.Line]:
    expected = [("expectation", each["party"], each["text"]) for each in record["expectations"]]
    return expected + [("resource", each["party"], each["text"]) for each in record["resources"]]
