"""Saying when school is in session."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Insert, Update, func, insert, update

from alongside.core.clock import new_id
from alongside.core.conditional import IfMatch, require_version
from alongside.core.db import Tx
from alongside.core.errors import FieldError, Unprocessable
from alongside.core.record import record
from alongside.core.statements import TENANT, a_day, a_key, a_text, columns, statement, table
from alongside.identity.principal import Principal
from alongside.schools import queries
from alongside.schools.errors import InstructionOfDistrict
from alongside.schools.events import InstructionDaysSet
from alongside.schools.models import SchoolYear
from alongside.schools.schemas import InstructionDaysWrite, InstructionYearWrite

y = columns(SchoolYear)

_DAYS = {"first_day_on": a_day("new_first"), "last_day_on": a_day("new_last")}


@statement
def _set() -> Update:
    return (
        update(table(SchoolYear))
        .where(y.tenant_id == TENANT, y.label == a_text("year"))
        .values(**_DAYS, version=y.version + 1, updated_at=func.tenant_now())
        .returning(y.version)
    )


@statement
def _enter() -> Insert:
    return insert(table(SchoolYear)).values(
        tenant_id=TENANT, id=a_key("new_id"), label=a_text("year"), starts_on=a_day("new_start"),
        ends_on=a_day("new_end"), **_DAYS,
    )  # fmt: skip


def _faults(at: str, told: InstructionYearWrite, year: Mapping[str, Any] | None) -> list[FieldError]:
    if year is None:
        return [FieldError(f"{at}/label", "school_year_not_open", "Days are entered for this school year and the next")]
    first, last = told.first_day_on, told.last_day_on
    if first is None or last is None:
        if first == last:
            return []
        missing = "first_day_on" if first is None else "last_day_on"
        return [
            FieldError(f"{at}/{missing}", "both_days", "Enter the first and the last day of instruction, or neither")
        ]
    outside = [
        FieldError(f"{at}/{name}", "outside_school_year", "This day lies outside the school year")
        for name, day in (("first_day_on", first), ("last_day_on", last))
        if not year["starts_on"] <= day <= year["ends_on"]
    ]
    if outside or first <= last:
        return outside
    return [FieldError(f"{at}/last_day_on", "date_order", "The last day of instruction is before the first")]


async def set_instruction_days(
    tx: Tx, principal: Principal, body: InstructionDaysWrite, if_match: IfMatch
) -> dict[str, Any]:
    """Set them for the whole district. What was answered for days that are over stays. Raises InstructionOfDistrict,
    PreconditionFailed/Required, Unprocessable."""
    if not queries.may_set(principal):
        raise InstructionOfDistrict
    await queries.wait_for_instruction_days(tx)
    before = await queries.get_instruction_days(tx, principal)
    require_version(if_match, before["version"])
    years = {year["label"]: year for year in before["years"]}
    faults = [
        fault
        for place, told in enumerate(body.years)
        for fault in _faults(f"/years/{place}", told, years.get(told.label))
    ]
    if not faults and len({told.label for told in body.years}) < len(body.years):
        faults = [FieldError("/years", "school_year_twice", "Each school year may be named once")]
    if faults:
        raise Unprocessable(errors=faults)
    changed: dict[str, Any] = {}
    for told in body.years:
        was = (years[told.label]["first_day_on"], years[told.label]["last_day_on"])
        now = (told.first_day_on, told.last_day_on)
        if was != now:
            await _write(tx, years[told.label], now)
            changed[told.label] = [list(was), list(now)]
    if not changed:
        return before
    after = await queries.get_instruction_days(tx, principal)
    record(tx, InstructionDaysSet(object_id=principal.tenant_id, version=after["version"], changed=changed))
    return after


async def _write(tx: Tx, year: Mapping[str, Any], days: tuple[date | None, date | None]) -> None:
    told = {"year": year["label"], "new_first": days[0], "new_last": days[1]}
    if await tx.value(_set(), **told) is None:
        await tx.run(_enter(), new_id=new_id(), new_start=year["starts_on"], new_end=year["ends_on"], **told)
