"""What a partner offers: programs added, edited, submitted, approved and retired."""

from typing import Any
from uuid import UUID

from sqlalchemy import Insert, Update, bindparam, func, insert, update

from alongside.core.clock import new_id
from alongside.core.conditional import IfMatch, check_version, require_version
from alongside.core.db import Tx
from alongside.core.errors import wrong
from alongside.core.moves import make_move
from alongside.core.record import difference, record
from alongside.core.statements import TENANT, a_key, columns, statement, table
from alongside.identity.principal import Principal
from alongside.partners import queries
from alongside.partners.errors import NotYourPartner, PartnerInactive, ProgramCannotMove, ProgramIsRetired
from alongside.partners.events import PROGRAM_MOVED, PartnerProgramsChanged, ProgramAdded, ProgramChanged
from alongside.partners.models import Program
from alongside.partners.rules import PROGRAM, program_needs_of
from alongside.partners.schemas import ProgramCreate, ProgramUpdate
from alongside.schools.queries import terms

from .register import touch

g = columns(Program)
COLUMN = {"cost_to_school": "cost_to_school_cents", "est_value": "est_value_cents"}
CREATED = tuple(COLUMN.get(name, name) for name in ProgramCreate.model_fields)
LISTS = {"areas": "area", "populations": "population", "outcomes": "outcome"}


@statement
def _add() -> Insert:
    told = {name: bindparam(f"new_{name}", type_=g[name].type) for name in CREATED}
    return insert(table(Program)).values(tenant_id=TENANT, id=a_key("new_id"), partner_id=a_key("partner"), **told)


@statement
def _change(names: frozenset[str]) -> Update:
    told = {name: bindparam(f"new_{name}", type_=g[name].type) for name in sorted(names)}
    return (
        update(table(Program))
        .where(g.tenant_id == TENANT, g.id == a_key("program"))
        .values(version=g.version + 1, updated_at=func.tenant_now(), **told)
        .returning(g.version)
    )


async def _write(tx: Tx, program_id: UUID, values: dict[str, Any]) -> int:
    told = {f"new_{name}": value for name, value in values.items()}
    version: int = await tx.value(_change(frozenset(values)), program=program_id, **told)
    return version


async def _check_terms(tx: Tx, values: dict[str, Any]) -> None:
    """Every area and population is a word of the district's own lists, or Unprocessable points at it."""
    for field, scheme in LISTS.items():
        if values.get(field):
            known = {term["code"] for term in await terms(tx, scheme)}
            for place, code in enumerate(values[field]):
                if code not in known:
                    raise wrong(f"/{field}/{place}", f"unknown_{scheme}", f"This is not one of the district's {field}")


def _in_columns(given: dict[str, Any]) -> dict[str, Any]:
    return {COLUMN.get(name, name): value for name, value in given.items()}


async def add_program(tx: Tx, principal: Principal, partner_id: UUID, body: ProgramCreate) -> dict[str, Any]:
    """Describe what a partner offers, as a draft. Raises NotYourPartner, PartnerInactive, Unprocessable."""
    partner = await queries.lock(tx, principal, partner_id)
    if not queries.may_edit(principal, partner_id):
        raise NotYourPartner
    if partner["status"] == "inactive":
        raise PartnerInactive
    values = _in_columns(body.model_dump())
    await _check_terms(tx, values)
    program_id = new_id()
    told = {f"new_{name}": values[name] for name in CREATED}
    await tx.run(_add(), new_id=program_id, partner=partner_id, **told)
    changed = {name: [None, value] for name, value in values.items() if value not in (None, [])}
    record(tx, ProgramAdded(object_id=program_id, changed=changed))
    await touch(tx, PartnerProgramsChanged, partner_id, {"program_id": [None, program_id]})
    return await queries.get_program(tx, principal, program_id)


async def change_program(
    tx: Tx, principal: Principal, program_id: UUID, body: ProgramUpdate, if_match: IfMatch
) -> dict[str, Any]:
    """Edit a program. Raises NotYourPartner, ProgramIsRetired, Unprocessable."""
    row = await queries.lock_program(tx, principal, program_id)
    partner_id = row["partner_id"]
    if not queries.may_edit(principal, partner_id):
        raise NotYourPartner
    require_version(if_match, row["version"])
    if row["status"] == "retired":
        raise ProgramIsRetired
    values = _in_columns(body.given())
    changed = difference(row, values)
    if changed:
        values = {name: values[name] for name in changed}
        await _check_terms(tx, values)
        version = await _write(tx, program_id, values)
        record(tx, ProgramChanged(object_id=program_id, version=version, changed=changed))
        await touch(tx, PartnerProgramsChanged, partner_id, {"program_id": [program_id, program_id]})
    return await queries.get_program(tx, principal, program_id)


async def move_program(tx: Tx, principal: Principal, program_id: UUID, verb: str, if_match: IfMatch) -> dict[str, Any]:
    """Take one step of a program's lifecycle. Raises NotYourMove or ProgramCannotMove."""
    row = await queries.lock_program(tx, principal, program_id)
    partner_id = row["partner_id"]
    check_version(if_match, row["version"])
    actors = queries.actors_on(principal, partner_id)
    needs = program_needs_of(row["areas"], row["grades"])
    made = make_move(PROGRAM, verb, row["status"], actors, needs, ProgramCannotMove)
    version = await _write(tx, program_id, {"status": made.to_state})
    changed = {"status": [row["status"], made.to_state]}
    record(tx, PROGRAM_MOVED[verb](object_id=program_id, version=version, changed=changed))
    await touch(tx, PartnerProgramsChanged, partner_id, {"program_id": [program_id, program_id]})
    return await queries.get_program(tx, principal, program_id)
