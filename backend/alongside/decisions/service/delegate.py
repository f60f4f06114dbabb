"""A principal names somebody at the school who gives their word for a time."""

from typing import Any
from uuid import UUID

from sqlalchemy import Insert, Update, bindparam, func, insert, update

from alongside.core.clock import new_id
from alongside.core.db import Tx
from alongside.core.errors import FieldError, Unprocessable
from alongside.core.record import record
from alongside.core.statements import TENANT, a_day, a_key, an_instant, columns, statement, table
from alongside.decisions import queries, rules
from alongside.decisions.events import DelegateNamed, DelegationEnded
from alongside.decisions.models import Delegation
from alongside.decisions.schemas import DelegationCreate
from alongside.identity.principal import Principal
from alongside.identity.scopes import Role

g = columns(Delegation)


@statement
def _name() -> Insert:
    return insert(table(Delegation)).values(
        tenant_id=TENANT, id=a_key("id"), person_id=a_key("me"), delegate_id=a_key("delegate_id"),
        decisions=bindparam("decisions", type_=g.decisions.type), starts_on=a_day("starts_on"),
        ends_on=a_day("ends_on"),
    )  # fmt: skip


async def name_delegate(tx: Tx, principal: Principal, body: DelegationCreate) -> dict[str, Any]:
    """Name a delegate. Raises Unprocessable for days in disorder or somebody who does not work at the school."""
    schools = principal.schools_as(Role.SCHOOL_LEADER)
    errors = [
        FieldError(f"/{field}", code, words)
        for field, code, words in rules.problems(body.starts_on, body.ends_on, principal.today)
    ]
    known = {row["id"] for row in await queries.delegates(tx, principal.person_id, schools, principal.today)}
    if body.delegate_id not in known:
        words = "A delegate works at your school and is not paid by a partner"
        errors.append(FieldError("/delegate_id", "not_at_school", words))
    if errors:
        raise Unprocessable(errors=errors)
    delegation_id = new_id()
    values = {"delegate_id": body.delegate_id, "starts_on": body.starts_on, "ends_on": body.ends_on}
    decisions = [kind for kind in rules.DELEGABLE if kind in body.decisions]
    await tx.run(_name(), id=delegation_id, me=principal.person_id, decisions=decisions, **values)
    told = {name: [None, value] for name, value in {**values, "decisions": decisions}.items()}
    record(tx, DelegateNamed(object_id=delegation_id, changed=told))
    return await queries.get_delegation(tx, principal.person_id, delegation_id, principal.today)


@statement
def _end() -> Update:
    return (
        update(table(Delegation))
        .where(g.tenant_id == TENANT, g.id == a_key("id"))
        .values(ended_at=an_instant("now"), version=g.version + 1, updated_at=func.tenant_now())
    )


async def end_delegation(tx: Tx, principal: Principal, delegation_id: UUID) -> dict[str, Any]:
    """End it now; what the delegate decided stands. Raises DelegationNotFound."""
    row = await queries.lock_delegation(tx, principal.person_id, delegation_id)
    if row["ended_at"] is None:
        await tx.run(_end(), id=delegation_id, now=principal.now)
        record(tx, DelegationEnded(object_id=delegation_id, version=row["version"] + 1))
    return await queries.get_delegation(tx, principal.person_id, delegation_id, principal.today)
