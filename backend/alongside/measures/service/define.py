"""Defining measures: the catalogue is data, brought in whole and compared with what is there."""

from collections.abc import Sequence

from sqlalchemy import Insert, Select, Update, bindparam, func, insert, select, update

from alongside.core.clock import new_id
from alongside.core.db import Tx
from alongside.core.record import difference, record
from alongside.core.statements import TENANT, a_key, columns, statement, table
from alongside.measures.events import MeasureChanged, MeasureDefined
from alongside.measures.hiding import hide
from alongside.measures.models import Measure
from alongside.measures.schemas import MeasureDefinition

from .load import LOAD_SECONDS, Counts, lock_observations

m = columns(Measure)
FIELDS = tuple(MeasureDefinition.model_fields)


@statement
def _existing() -> Select[*tuple[object, ...]]:
    return select(m.id, m.version, *(m[name] for name in FIELDS)).where(m.tenant_id == TENANT)


@statement
def _define() -> Insert:
    values = {name: bindparam(name, type_=m[name].type) for name in FIELDS}
    return insert(table(Measure)).values(tenant_id=TENANT, id=a_key("id"), **values)


@statement
def _change() -> Update:
    values = {name: bindparam(name, type_=m[name].type) for name in FIELDS}
    return (
        update(table(Measure))
        .where(m.tenant_id == TENANT, m.id == a_key("id"))
        .values(version=m.version + 1, updated_at=func.tenant_now(), **values)
    )


async def define(tx: Tx, definitions: Sequence[MeasureDefinition]) -> Counts:
    """Bring the catalogue to these definitions; measures that are not named stay as they are."""
    await lock_observations(tx)
    existing = {row["key"]: row for row in await tx.rows(_existing())}
    created = updated = 0
    recount = False
    for definition in definitions:
        values = definition.model_dump()
        before = existing.get(definition.key)
        if before is None:
            measure_id = new_id()
            await tx.run(_define(), id=measure_id, **values)
            record(tx, MeasureDefined(object_id=measure_id, changed={name: [None, values[name]] for name in FIELDS}))
            created += 1
        elif changed := difference(dict(before), values):
            await tx.run(_change(), id=before["id"], **values)
            record(tx, MeasureChanged(object_id=before["id"], version=before["version"] + 1, changed=changed))
            updated += 1
            recount = recount or "unit" in changed
    if recount:
        # whether a value is a number of students decides what of it hides
        await hide(tx.connection, tx.tenant_id, "all", seconds=LOAD_SECONDS)
    return Counts(None, created, updated, len(definitions) - created - updated)
