"""Whom a move would concern, of all partners that a question finds."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from alongside.core.db import Executor, Row, Tx
from alongside.core.statements import Query, statement
from alongside.identity.principal import Principal, Standpoint
from alongside.partners.rules import FOR_MANY, MOST_AT_ONCE, PARTNER, Sorted, fingerprint, sort_out
from alongside.partners.schemas import PartnerQuestion

from .question import conditions, shape_of, values_of
from .standing import actors_on, p

NAMED = 20
"""So many partners are named before the decision; all are counted."""


@statement
def _found(standpoints: frozenset[Standpoint], given: frozenset[str]) -> Query:
    return select(p.id, p.name, p.status).where(*conditions(standpoints, given)).order_by(p.name, p.id)


@statement
def _held(standpoints: frozenset[Standpoint], given: frozenset[str]) -> Query:
    """In the order of ids, so that two who decide about the same partners wait for each other and never forever."""
    return select(*p).where(*conditions(standpoints, given)).order_by(p.id).with_for_update()


def sorted_for(principal: Principal, verb: str, rows: Sequence[Row]) -> Sorted:
    """Who of these rows the caller's move would concern."""
    return sort_out(verb, [(row["id"], row["status"], actors_on(principal, row["id"])) for row in rows])


async def offers(db: Executor, principal: Principal, query: PartnerQuestion) -> dict[str, Any]:
    """What the caller may do to all partners of a question at once, and to how many."""
    rows = await db.rows(_found(principal.standpoints, shape_of(query)), **values_of(principal, query))
    made = (_offer(principal, verb, rows) for verb in FOR_MANY)
    return {"total": len(rows), "most": MOST_AT_ONCE, "moves": [offer for offer in made if offer["count"]]}


def _offer(principal: Principal, verb: str, rows: Sequence[Row]) -> dict[str, Any]:
    found = sorted_for(principal, verb, rows)
    moved = set(found.moved)
    named = [{"id": row["id"], "name": row["name"]} for row in rows if row["id"] in moved][:NAMED]
    left = Counter((found.left_out[row["id"]], row["status"]) for row in rows if row["id"] in found.left_out)
    return {
        "move": verb,
        "count": len(found.moved),
        "fingerprint": fingerprint(verb, found.moved),
        "partners": named,
        "left_out": [{"because": why, "status": status, "count": n} for (why, status), n in sorted(left.items())],
        "asks_reason": asks_reason(verb),
    }


def asks_reason(verb: str) -> bool:
    """Whether the move says why."""
    return any("reason" in each.asks for each in PARTNER.moves if each.verb == verb)


async def hold(tx: Tx, principal: Principal, query: PartnerQuestion) -> Sequence[Row]:
    """Every partner of a question, held until the commit."""
    return await tx.rows(_held(principal.standpoints, shape_of(query)), **values_of(principal, query))
