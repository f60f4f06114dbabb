"""Taking aggregates from another system: up to 5,000 at once, all of them or none (EDU-09)."""

from collections.abc import AsyncIterator, Sequence
from typing import Any
from uuid import UUID

from alongside.core.clock import new_id
from alongside.core.db import Tx
from alongside.core.errors import FieldError
from alongside.identity.principal import Principal
from alongside.measures.errors import LooksLikeStudents, ObservationsRefused
from alongside.measures.queries import get_measure
from alongside.measures.rules import ValueRefused, check_number, is_mostly_single_students, rate
from alongside.measures.schemas import ObservationBatchWrite, ObservationEntry
from alongside.schools.queries import school_keys

from .load import Staged, merge, stage


async def observe(tx: Tx, principal: Principal, key: str, body: ObservationBatchWrite) -> dict[str, Any]:
    """Write a batch of one measure; idempotent on school, period, group and source."""
    measure = await get_measure(tx, key)
    denominators = [entry.denominator for entry in body.items if entry.denominator is not None]
    if is_mostly_single_students(denominators.count(1), len(denominators)):
        raise LooksLikeStudents
    schools = await _schools(tx, principal, body.items)
    staged, errors = [], []
    seen: set[tuple[UUID, str, str]] = set()
    for place, entry in enumerate(body.items):
        school = schools.get(entry.school_external_id)
        if school is None:
            errors.append(_wrong(place, "school_external_id", "unknown_school", "There is no such school here"))
            continue
        if (school, entry.period, entry.group) in seen:
            errors.append(_wrong(place, "group", "duplicate", "An earlier entry says this already"))
            continue
        seen.add((school, entry.period, entry.group))
        try:
            staged.append(_stage(place, measure["id"], school, entry, measure["unit"]))
        except ValueRefused as refused:
            errors.append(_wrong(place, "value", refused.code, str(refused)))
    if errors:
        raise ObservationsRefused(errors=errors[:100])
    await stage(tx, _each(staged))
    counts = await merge(tx, kind="entry", source=body.source)
    return {
        "batch_id": counts.batch_id,
        "created": counts.created,
        "updated": counts.updated,
        "unchanged": counts.unchanged,
    }


async def _schools(tx: Tx, principal: Principal, entries: Sequence[ObservationEntry]) -> dict[str, UUID]:
    """The schools meant, by outside key; a machine that is limited to some schools knows only those."""
    found = {}
    for system in {entry.school_external_id.partition(":")[0] for entry in entries}:
        for key, school in (await school_keys(tx, system)).items():
            if not principal.machine_schools or school in principal.machine_schools:
                found[f"{system}:{key}"] = school
    return found


def _stage(place: int, measure_id: UUID, school: UUID, entry: ObservationEntry, unit: str) -> Staged:
    value = None
    if entry.value is not None:
        value = check_number(entry.value, unit)
    elif entry.numerator is not None and entry.denominator is not None:
        value = rate(entry.numerator, entry.denominator, unit)
    return Staged(
        place, new_id(), measure_id, school, entry.period, entry.group, value, entry.text, entry.numerator,
        entry.denominator, entry.as_of_on,
    )  # fmt: skip


def _wrong(place: int, field: str, code: str, detail: str) -> FieldError:
    return FieldError(f"/items/{place}/{field}", code, detail)


async def _each(staged: Sequence[Staged]) -> AsyncIterator[Staged]:
    for observation in staged:
        yield observation
