"""What waits for the board: reviewed by everybody else, or what each still lacks; and the votes that were recorded."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final, Literal
from uuid import UUID

from sqlalchemy import Select, any_, exists, func, literal, literal_column, not_, select
from sqlalchemy.dialects.postgresql import aggregate_order_by

from alongside.agreements import rules
from alongside.agreements.errors import BoardVoteNotFound
from alongside.agreements.models import Agreement, AgreementReview, BoardVote, BoardVoteAgreement
from alongside.agreements.rules.lifecycle import approval_needs
from alongside.core.db import Executor, Tx
from alongside.core.statements import TENANT, Query, a_key, columns, statement, the_keys
from alongside.identity.models import Person
from alongside.identity.principal import Principal, Standpoint

from .facts import facts_of, moves_of, reviews_of, rivals
from .overlap import lock_partner
from .record import fetch
from .related import ref
from .visible import visible_to

a, rev, who = columns(Agreement), columns(AgreementReview), columns(Person)
bv, ba = columns(BoardVote), columns(BoardVoteAgreement)


def _is_open() -> Any:
    voted: Query = (
        select(literal_column("1"))
        .where(rev.tenant_id == a.tenant_id, rev.agreement_id == a.id, rev.step == "board", rev.is_current)
        .correlate(a.id.table)
    )
    return (a.status == "in_review") & (literal("board") == any_(a.route_steps)) & not_(exists(voted))


@statement
def _waiting(standpoints: frozenset[Standpoint]) -> Query:
    return select(a.id).where(visible_to(standpoints), _is_open()).order_by(a.number, a.id)


@statement
def _these(standpoints: frozenset[Standpoint], locks: bool) -> Query:
    found: Select[Any] = (
        select(a.id, a.partner_id).where(visible_to(standpoints), a.id == any_(the_keys("ids"))).order_by(a.id)
    )
    return found.with_for_update() if locks else found


async def board_records(db: Executor, principal: Principal, ids: Sequence[UUID] | None = None) -> list[dict[str, Any]]:
    """The agreements that the board is asked about, by number, or these that the caller sees; each with what it
    still `needs` before the board can vote, which is nothing once everybody else has said yes."""
    if ids is None:
        rows = await db.rows(_waiting(principal.standpoints), **principal.binds)
    else:
        rows = await db.rows(_these(principal.standpoints, False), ids=list(ids), **principal.binds)
    found = [await _with_needs(db, principal, row["id"]) for row in rows]
    return sorted(found, key=lambda record: (record["number"], record["id"]))


async def lock_for_vote(tx: Tx, principal: Principal, ids: Sequence[UUID]) -> list[dict[str, Any]]:
    """The same for these, nobody else changing them until the transaction ends; locked in one order by everybody."""
    rows = await tx.rows(_these(principal.standpoints, True), ids=list(ids), **principal.binds)
    for partner_id in sorted({row["partner_id"] for row in rows}):
        await lock_partner(tx, partner_id)
    return [await _with_needs(tx, principal, row["id"]) for row in rows]


async def _with_needs(db: Executor, principal: Principal, agreement_id: UUID) -> dict[str, Any]:
    record = dict(await fetch(db, principal, agreement_id))
    facts = facts_of(principal, record, await rivals(db, record), principal.today)
    needs = rules.board_needs(record["status"], reviews_of(record), facts)
    return {**record, "needs": needs, "allowed_moves": moves_of(principal, record, facts)}


async def board_needs(db: Executor, principal: Principal, record: dict[str, Any], day: date) -> list[str]:
    """What an agreement lacks before the board can vote: codes of `NEEDS`."""
    facts = facts_of(principal, record, await rivals(db, record), day)
    return rules.board_needs(record["status"], reviews_of(record), facts)


async def waits_for_last_word(
    db: Executor, principal: Principal, agreement_id: UUID
) -> tuple[Literal["board", "office"] | None, str]:
    """Whose turn it is once every other word is in, the board's or the office's own; None before that. And which
    time of handing in this is about."""
    record = dict(await fetch(db, principal, agreement_id))
    decisions = reviews_of(record)
    if "board" in decisions:
        turn: Literal["board", "office"] = "board"
        needs = await board_needs(db, principal, record, principal.today)
    else:
        turn = "office"
        facts = facts_of(principal, record, await rivals(db, record), principal.today)
        needs = approval_needs(facts)
    handed_in = record["submitted_at"]
    round_ = "" if handed_in is None else handed_in.isoformat()
    return (turn if record["status"] == "in_review" and not needs else None), round_


LATEST: Final = 50


def _votes_told() -> Select[Any]:
    moved = (
        select(func.coalesce(func.jsonb_agg(aggregate_order_by(ref(a), a.number, a.id)), literal_column("'[]'::jsonb")))
        .join_from(ba.id.table, a.id.table, (a.tenant_id == ba.tenant_id) & (a.id == ba.agreement_id))
        .where(ba.tenant_id == bv.tenant_id, ba.vote_id == bv.id)
        .scalar_subquery()
    )
    return (
        select(
            bv.id, bv.met_on, bv.item, bv.resolution, bv.outcome, bv.note, bv.recorded_at,
            func.jsonb_build_object(
                literal_column("'id'"), who.id, literal_column("'name'"), who.name
            ).label("recorded_by"),
            moved.label("agreements"),
        )
        .join_from(bv.id.table, who.id.table, who.id == bv.recorded_by_id)
        .where(bv.tenant_id == TENANT)
    )  # fmt: skip


@statement
def _vote() -> Query:
    return _votes_told().where(bv.id == a_key("vote_id"))


@statement
def _latest() -> Query:
    return _votes_told().order_by(bv.met_on.desc(), bv.id.desc()).limit(LATEST)


async def votes(db: Executor, principal: Principal) -> dict[str, Any]:
    """The latest votes, for the district's people; nobody else sees one."""
    found = await db.rows(_latest()) if Standpoint.DISTRICT in principal.standpoints else []
    return {"items": [{**row, "version": 1} for row in found]}


async def get_vote(db: Executor, principal: Principal, vote_id: UUID) -> dict[str, Any]:
    """One vote with the agreements that it moved, for the district's people, or BoardVoteNotFound."""
    row = await db.row(_vote(), vote_id=vote_id) if Standpoint.DISTRICT in principal.standpoints else None
    if row is None:
        raise BoardVoteNotFound
    return {**row, "version": 1}
