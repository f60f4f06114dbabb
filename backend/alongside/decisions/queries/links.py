"""Links and what they ask for, by their secret's hash or their id."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import LargeBinary, bindparam, select

from alongside.core.db import Executor, Row, Tx
from alongside.core.statements import TENANT, Query, a_key, an_instant, columns, statement
from alongside.decisions.models import DecisionLink, LinkDecision

sent, d = columns(DecisionLink), columns(LinkDecision)


@statement
def _by_token() -> Query:
    return select(*sent).where(sent.tenant_id == TENANT, sent.token_hash == bindparam("hash", type_=LargeBinary))


async def by_token(db: Executor, token_hash: bytes) -> Row | None:
    """The link with this secret, whatever became of it."""
    return await db.row(_by_token(), hash=token_hash)


@statement
def _link(lock: bool) -> Query:
    query = select(*sent).where(sent.tenant_id == TENANT, sent.id == a_key("id"))
    return query.with_for_update() if lock else query


async def get_link(db: Executor, link_id: UUID) -> Row | None:
    """A link by its id."""
    return await db.row(_link(False), id=link_id)


async def lock_link(tx: Tx, link_id: UUID) -> Row:
    """The same, held until the transaction ends: of two answers one comes first."""
    row = await tx.row(_link(True), id=link_id)
    assert row is not None
    return row


@statement
def _decisions() -> Query:
    return select(*d).where(d.tenant_id == TENANT, d.link_id == a_key("link_id")).order_by(d.position)


async def decisions_of(db: Executor, link_id: UUID) -> list[dict[str, Any]]:
    """What a link asks for, in the order of its e-mail."""
    return [dict(row) for row in await db.rows(_decisions(), link_id=link_id)]


@statement
def _fresh() -> Query:
    return (
        select(sent.id)
        .where(sent.tenant_id == TENANT, sent.person_id == a_key("person_id"), sent.created_at > an_instant("since"))
        .limit(1)
    )


async def fresh_link(db: Executor, person_id: UUID, since: datetime) -> bool:
    """Whether a link was made for somebody since then."""
    return bool(await db.rows(_fresh(), person_id=person_id, since=since))
