"""One move for all partners of a question: those that were counted when it was decided, or none."""

from typing import Any
from uuid import UUID

from sqlalchemy import Executable, any_, bindparam, func, update

from alongside.core.db import Tx
from alongside.core.errors import wrong
from alongside.core.moves import NotYourMove
from alongside.core.record import difference, record
from alongside.core.statements import TENANT, columns, statement, table, the_keys
from alongside.identity.principal import Principal
from alongside.partners import queries
from alongside.partners.errors import QuestionChanged, TooManyAtOnce
from alongside.partners.events import PARTNER_MOVED
from alongside.partners.models import Partner
from alongside.partners.rules import MOST_AT_ONCE, OFFICE, PARTNER, TAKEN_UP, fingerprint
from alongside.partners.schemas import BulkMoved, BulkMoveWrite

p = columns(Partner)


@statement
def _move(names: frozenset[str]) -> Executable:
    told = {name: bindparam(f"new_{name}", type_=p[name].type) for name in sorted(names)}
    return (
        update(table(Partner))
        .where(p.tenant_id == TENANT, p.id == any_(the_keys("partners")))
        .values(version=p.version + 1, updated_at=func.tenant_now(), **told)
        .returning(p.id, p.version)
    )


async def move_all(tx: Tx, principal: Principal, body: BulkMoveWrite) -> dict[str, Any]:
    """Make the move for every partner that it concerns, each with its own fact.

    Raises NotYourMove, TooManyAtOnce, Unprocessable without the reason that the move asks for, and QuestionChanged
    when it would concern other partners than the caller was told: then nothing is written.
    """
    if not principal.role_names & OFFICE and principal.machine_scopes is None:
        raise NotYourMove
    if queries.asks_reason(body.move) != (body.reason is not None):
        if body.reason is None:
            raise wrong("/reason", "required", "Say why; the partners read it")
        raise wrong("/reason", "not_asked", "This step has no reason")
    rows = await queries.hold(tx, principal, body.question)
    found = queries.sorted_for(principal, body.move, rows)
    now = fingerprint(body.move, found.moved)
    if (len(found.moved), now) != (body.seen.count, body.seen.fingerprint):
        raise QuestionChanged(count=len(found.moved), fingerprint=now, move=body.move)
    if len(found.moved) > MOST_AT_ONCE:
        raise TooManyAtOnce(most=MOST_AT_ONCE)
    await _write(tx, principal, body, {row["id"]: dict(row) for row in rows}, list(found.moved))
    return BulkMoved(move=body.move, count=len(found.moved), left_out=len(found.left_out)).model_dump()


async def _write(
    tx: Tx, principal: Principal, body: BulkMoveWrite, before: dict[UUID, dict[str, Any]], moved: list[UUID]
) -> None:
    target = next(each.to_state for each in PARTNER.moves if each.verb == body.move)
    values: dict[str, Any] = {"status": target, "status_reason": body.reason}
    if body.move in TAKEN_UP:
        values["reviewer_id"] = principal.person_id
    told = {f"new_{name}": value for name, value in values.items()}
    for row in await tx.rows(_move(frozenset(values)), partners=moved, **told):
        changed = difference(before[row["id"]], values)
        fact = PARTNER_MOVED[body.move]
        record(tx, fact(object_id=row["id"], version=row["version"], changed=changed, reason=body.reason))
