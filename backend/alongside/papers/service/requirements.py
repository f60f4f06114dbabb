"""Saying what a district asks for; what was asked on a past day stays as it was."""

from datetime import date
from typing import Any
from uuid import UUID

from alongside.core.conditional import IfMatch, check_version, require_version
from alongside.core.db import Tx
from alongside.core.errors import FieldError, Unprocessable, wrong
from alongside.core.record import difference, record
from alongside.identity.principal import Principal
from alongside.papers import queries, rules
from alongside.papers.errors import RequirementInForce, RequirementRetired, RequirementsExist
from alongside.papers.events import RequirementAdded, RequirementChanged
from alongside.papers.events import RequirementRetired as RequirementWasRetired
from alongside.papers.models import PaperRequirement
from alongside.papers.schemas import RequirementCreate, RequirementReplace, RequirementUpdate
from alongside.partners.errors import ProgramNotFound
from alongside.partners.queries import get_program
from alongside.schools.queries import terms

from . import write

_COLUMN = {"min_each": "min_each_cents", "min_aggregate": "min_aggregate_cents"}
_ALWAYS = frozenset({"title", "note"})
"""What may change while it is in force: words, never what is asked."""


def _in_columns(given: dict[str, Any]) -> dict[str, Any]:
    return {_COLUMN.get(name, name): value for name, value in given.items()}


def _check(kind: str, values: dict[str, Any]) -> None:
    """What is asked fits the kind of paper. Raises Unprocessable."""
    faults = []
    if kind == "insurance_certificate" and values["coverage"] is None:
        faults.append(FieldError("/coverage", "required", "Say what the insurance has to cover"))
    if kind == "background_check" and not values["check_kinds"]:
        faults.append(FieldError("/check_kinds", "required", "Say which checks each person needs"))
    personal = ("check_kinds", "accepts_instead")
    if kind != "background_check":
        faults += [
            FieldError(f"/{name}", "not_for_kind", "Only background checks have this")
            for name in personal
            if values[name]
        ]
    limits = (("min_each", "min_each_cents"), ("min_aggregate", "min_aggregate_cents"))
    if kind != "insurance_certificate":
        faults += [
            FieldError(f"/{name}", "not_for_kind", "Only insurance has limits")
            for name, column in limits
            if values[column] is not None
        ]
    if faults:
        raise Unprocessable(errors=faults)


def _check_day(enforced_from: date, principal: Principal) -> None:
    """Nobody is kept out on a day that is over. Raises Unprocessable."""
    if enforced_from < principal.today:
        raise wrong("/enforced_from", "not_before_today", "What was asked on past days cannot change")


async def _check_programs(tx: Tx, principal: Principal, values: dict[str, Any]) -> None:
    """Areas are the district's, and one program is there. Raises Unprocessable."""
    if values.get("areas"):
        known = {term["code"] for term in await terms(tx, "area")}
        for place, code in enumerate(values["areas"]):
            if code not in known:
                raise wrong(f"/areas/{place}", "unknown_area", "This is not one of the district's areas")
    if values.get("program_id") is not None:
        try:
            await get_program(tx, principal, values["program_id"])
        except ProgramNotFound:
            raise wrong("/program_id", "unresolved_reference", "There is no such program") from None


async def _add(tx: Tx, values: dict[str, Any]) -> UUID:
    requirement_id = await write.add(tx, PaperRequirement, values)
    record(tx, RequirementAdded(object_id=requirement_id, changed=write.told(values)))
    return requirement_id


async def add_requirement(tx: Tx, principal: Principal, body: RequirementCreate) -> dict[str, Any]:
    """Ask for a paper from a day on. Raises Unprocessable."""
    _check_day(body.enforced_from, principal)
    values = _in_columns(body.model_dump())
    _check(body.kind, values)
    await _check_programs(tx, principal, values)
    return await queries.get_requirement(tx, principal, await _add(tx, values))


async def adopt_requirements(tx: Tx, principal: Principal, enforced_from: date) -> dict[str, Any]:
    """Start from common practice, where nothing has been asked yet. Raises RequirementsExist, Unprocessable."""
    _check_day(enforced_from, principal)
    await queries.wait_for_first(tx)
    if await queries.has_requirements(tx):
        raise RequirementsExist
    for starter in rules.STARTER:
        await _add(tx, {**starter, "enforced_from": enforced_from})
    return await queries.find_requirements(tx, principal, None)


async def change_requirement(
    tx: Tx, principal: Principal, requirement_id: UUID, body: RequirementUpdate, if_match: IfMatch
) -> dict[str, Any]:
    """Edit a requirement that is not in force; of one in force only its words. Raises RequirementInForce,
    RequirementRetired, Unprocessable."""
    row = await queries.lock_requirement(tx, requirement_id)
    require_version(if_match, row["version"])
    if row["retired_from"] is not None:
        raise RequirementRetired
    values = _in_columns(body.given())
    changed = difference(row, values)
    if changed:
        if row["enforced_from"] <= principal.today and not changed.keys() <= _ALWAYS:
            raise RequirementInForce
        if "enforced_from" in changed:
            _check_day(body.enforced_from, principal)
        _check(row["kind"], {**row, **values})
        await _check_programs(tx, principal, values)
        version = await write.change(tx, PaperRequirement, requirement_id, {name: values[name] for name in changed})
        record(tx, RequirementChanged(object_id=requirement_id, version=version, changed=changed))
    return await queries.get_requirement(tx, principal, requirement_id)


async def replace_requirement(
    tx: Tx, principal: Principal, requirement_id: UUID, body: RequirementReplace, if_match: IfMatch
) -> dict[str, Any]:
    """Ask for something else from a later day; until then what was asked is asked. Raises RequirementRetired."""
    row = await queries.lock_requirement(tx, requirement_id)
    check_version(if_match, row["version"])
    if row["retired_from"] is not None:
        raise RequirementRetired
    if body.enforced_from <= max(principal.today, row["enforced_from"]):
        raise wrong("/enforced_from", "after_today", "A replacement begins on a later day")
    values = {**_in_columns(body.model_dump()), "kind": row["kind"], "replaces_id": requirement_id}
    _check(row["kind"], values)
    await _check_programs(tx, principal, values)
    await _retire(tx, requirement_id, body.enforced_from)
    return await queries.get_requirement(tx, principal, await _add(tx, values))


async def retire_requirement(
    tx: Tx, principal: Principal, requirement_id: UUID, retired_from: date | None, if_match: IfMatch
) -> dict[str, Any]:
    """Stop asking for it, from today or a later day. Raises RequirementRetired, Unprocessable."""
    row = await queries.lock_requirement(tx, requirement_id)
    check_version(if_match, row["version"])
    if row["retired_from"] is not None:
        raise RequirementRetired
    day = retired_from or principal.today
    if day < principal.today:
        raise wrong("/retired_from", "not_before_today", "What was asked on past days cannot change")
    # one that was never in force ends where it would have begun
    await _retire(tx, requirement_id, max(day, row["enforced_from"]) if retired_from else day, row["enforced_from"])
    return await queries.get_requirement(tx, principal, requirement_id)


async def _retire(tx: Tx, requirement_id: UUID, day: date, enforced_from: date | None = None) -> None:
    values: dict[str, Any] = {"retired_from": day}
    if enforced_from is not None and enforced_from > day:
        values["enforced_from"] = day
    version = await write.change(tx, PaperRequirement, requirement_id, values)
    told = {name: [None, value] for name, value in values.items()}
    record(tx, RequirementWasRetired(object_id=requirement_id, version=version, changed=told))
