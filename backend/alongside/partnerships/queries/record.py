"""One partnership: to read it, and to lock it for a write."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import all_, any_, select

from alongside.core.db import Executor, Tx
from alongside.core.lifecycle import Needs, allowed_moves
from alongside.core.statements import TENANT, Query, a_key, columns, statement, the_keys, the_texts
from alongside.identity.principal import Principal, Standpoint
from alongside.identity.scopes import Scope
from alongside.partnerships import rules
from alongside.partnerships.errors import PartnershipNotFound
from alongside.partnerships.models import PartnershipNeed
from alongside.schools.queries import s

from .clearance import agreements_of, blockers_of, find_agreements, find_covers, is_free, name_who_acts
from .shape import item_of, selected
from .visible import actors_on, changeable_by, p, sees_judgement, visible_to

pn = columns(PartnershipNeed)

_LISTED_ONLY = frozenset({"principal", "signatory"})
"""Whom lists call about what is missing; the record names those who can act beside each blocker."""


@statement
def _one(standpoints: frozenset[Standpoint]) -> Query:
    return selected(standpoints).where(visible_to(standpoints), p.id == a_key("id"))


@statement
def _beside(standpoints: frozenset[Standpoint]) -> Query:
    return (
        selected(standpoints)
        .where(
            visible_to(standpoints),
            p.program_id == a_key("program_id"),
            p.id != a_key("id"),
            p.stage != all_(the_texts("over")),
        )
        .order_by(s.name, p.id)
    )


@statement
def _locked(standpoints: frozenset[Standpoint]) -> Query:
    return select(*p).where(visible_to(standpoints), p.id == a_key("id")).with_for_update()


async def _row(db: Executor, principal: Principal, partnership_id: UUID, day: date) -> dict[str, Any]:
    row = await db.row(_one(principal.standpoints), **principal.binds, id=partnership_id, day=day)
    if row is None:
        raise PartnershipNotFound
    return dict(row)


def _chosen(row: Mapping[str, Any], post: str) -> UUID | None:
    """Who was chosen for a post, while that is who is called."""
    chosen, called = row[f"{post}_id"], row[post]
    return chosen if chosen is not None and called is not None and called["id"] == str(chosen) else None


async def _shares_agreement(db: Executor, principal: Principal, row: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The same program at other schools of the caller's that no agreement holds either: one may cover them all."""
    rows = await db.rows(
        _beside(principal.standpoints), **principal.binds, program_id=row["program_id"], id=row["id"],
        over=sorted(rules.OVER), day=principal.today,
    )  # fmt: skip
    beside = [dict(row) for row in rows]
    covers = await find_agreements(db, principal, beside, principal.today)
    return [{"id": each["id"], "name": each["school_name"]} for each in beside if is_free(each, covers)]


async def get(
    db: Executor, principal: Principal, partnership_id: UUID, effective_on: date | None = None
) -> dict[str, Any]:
    """One partnership as it stands on a day (its moves as of today), or PartnershipNotFound."""
    day = effective_on or principal.today
    row = await _row(db, principal, partnership_id, day)
    covers = await find_covers(db, principal, [row], day)
    now, today = row, covers
    if day != principal.today:
        now = await _row(db, principal, partnership_id, principal.today)
        today = await find_covers(db, principal, [now], principal.today)
    found = item_of(row, covers, day)
    await name_who_acts(
        db, found["clearance"], school_id=row["school_id"], partner_id=row["partner_id"], day=principal.today
    )
    may_draft = Scope.AGREEMENTS_WRITE in principal.scopes and is_free(now, today)
    is_hidden = row["stage"] == "not_a_fit" and not sees_judgement(principal, row["school_id"])
    plain = ("first_school_year", "min_cleared_people", "started_on", "ended_on", "created_at")
    return {
        **{name: value for name, value in found.items() if name not in _LISTED_ONLY},
        **{name: row[name] for name in plain},
        "stage_reason": None if is_hidden else row["stage_reason"],
        "coordinator_id": _chosen(row, "coordinator"),
        "partner_lead_id": _chosen(row, "partner_lead"),
        "agreements": agreements_of(row, covers),
        "may_share_agreement": await _shares_agreement(db, principal, now) if may_draft else [],
        "allowed_moves": allowed_moves(
            rules.PARTNERSHIP,
            now["stage"],
            actors_on(principal, now),
            rules.needs_of(blockers_of(now, today, principal.today)),
        ),
        "can_change": sorted(changeable_by(principal, now)),
    }


async def lock(tx: Tx, principal: Principal, partnership_id: UUID) -> dict[str, Any]:
    """The bare row, locked until the transaction ends, or PartnershipNotFound."""
    row = await tx.row(_locked(principal.standpoints), **principal.binds, id=partnership_id)
    if row is None:
        raise PartnershipNotFound
    return dict(row)


async def guard(tx: Tx, principal: Principal, partnership_id: UUID) -> Needs:
    """The guard of its moves, read after the lock."""
    row = await _row(tx, principal, partnership_id, principal.today)
    covers = await find_covers(tx, principal, [row], principal.today)
    return rules.needs_of(blockers_of(row, covers, principal.today))


@statement
def _need_ids() -> Query:
    return select(pn.need_id).where(pn.tenant_id == TENANT, pn.partnership_id == a_key("id")).order_by(pn.need_id)


@statement
def _still_named() -> Query:
    return select(pn.need_id).where(
        pn.tenant_id == TENANT, pn.need_id == any_(the_keys("needs")),
        p.tenant_id == TENANT, p.id == pn.partnership_id, p.stage != all_(the_texts("over")),
    )  # fmt: skip


async def needs_left(tx: Tx, need_ids: Sequence[UUID]) -> frozenset[UUID]:
    """Those of these needs that no partnership is for, but such as are over."""
    named = {row["need_id"] for row in await tx.rows(_still_named(), needs=list(need_ids), over=sorted(rules.OVER))}
    return frozenset(need_ids) - named


async def need_ids(db: Executor, partnership_id: UUID) -> list[UUID]:
    """The needs it addresses, whoever asks."""
    return [row["need_id"] for row in await db.rows(_need_ids(), id=partnership_id)]


@statement
def _open_pair() -> Query:
    return select(p.id).where(
        p.tenant_id == TENANT,
        p.school_id == a_key("school_id"),
        p.program_id == a_key("program_id"),
        *(p.stage != stage for stage in sorted(rules.OVER)),
    )


async def find_open(db: Executor, school_id: UUID, program_id: UUID) -> UUID | None:
    """The partnership that this program has at this school, if it is not over."""
    found: UUID | None = await db.value(_open_pair(), school_id=school_id, program_id=program_id)
    return found
