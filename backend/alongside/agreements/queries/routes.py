"""How a district reviews and signs agreements, type by type."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from alongside.agreements.models import AgreementRoute
from alongside.agreements.rules import usual_route
from alongside.agreements.rules.document import TYPE_WORDS
from alongside.core.db import Executor, Row, Tx
from alongside.core.statements import TENANT, Query, a_text, columns, statement

ro = columns(AgreementRoute)


@statement
def _all() -> Query:
    return select(ro.id, ro.version, ro.type, ro.steps, ro.is_in_order, ro.signing_order).where(ro.tenant_id == TENANT)


@statement
def _lock() -> Query:
    return select(ro.id, ro.version, ro.type, ro.steps, ro.is_in_order, ro.signing_order).where(
        ro.tenant_id == TENANT, ro.type == a_text("kind")
    ).with_for_update()  # fmt: skip


async def all_routes(db: Executor) -> dict[str, Any]:
    """Every type with its route: the district's own, else the usual one."""
    own = {row["type"]: row for row in await db.rows(_all())}
    return {"items": [_told(kind, own.get(kind)) for kind in TYPE_WORDS]}


async def one_route(db: Executor, kind: str) -> dict[str, Any]:
    """The route of one type; version 0 until the district sets its own."""
    own: Mapping[str, Row] = {row["type"]: row for row in await db.rows(_all())}
    return _told(kind, own.get(kind))


async def lock_route(tx: Tx, kind: str) -> Row | None:
    """The district's own route of a type, nobody else changing it until the transaction ends."""
    return await tx.row(_lock(), kind=kind)


def _told(kind: str, own: Row | None) -> dict[str, Any]:
    if own is not None:
        return {**own, "is_own": True}
    usual = usual_route(kind)
    return {
        "id": None,
        "version": 0,
        "type": kind,
        "steps": list(usual.steps),
        "is_in_order": usual.is_in_order,
        "signing_order": usual.signing_order,
        "is_own": False,
    }
