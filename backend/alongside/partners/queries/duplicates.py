"""Records that may be the same organization: the same EIN, or a name much like another, former legal names included.

A row-level policy comes before any index on a name's letter triples (their operators are not leakproof, and only a
superuser may call them so). So the names that the caller sees are read, and compared here.
"""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias
from uuid import UUID

from sqlalchemy import any_, func, literal_column, select, union_all

from alongside.core.db import Executor, Row
from alongside.core.statements import Query, a_text, columns, statement, the_keys
from alongside.identity.principal import Principal, Standpoint
from alongside.partners.likeness import Names
from alongside.partners.models import PartnerFormerName
from alongside.partners.rules import SIMILAR, normalized_name

from .standing import p, visible_to

f = columns(PartnerFormerName)

MOST = 5
"""So many likenesses of one name are worth looking at."""

_TOLD = ("id", "name", "legal_name", "org_type", "city", "status")

Found: TypeAlias = dict[UUID, tuple[str, float]]
"""Partners by what makes each likest, and how much."""


@statement
def _called(standpoints: frozenset[Standpoint]) -> Query:
    """Every name that a partner has or had, the one that it goes by first."""
    every = union_all(
        select(p.id, p.normalized_name.label("called"), literal_column("'name'").label("because")).where(
            visible_to(standpoints)
        ),
        select(p.id, func.lower(p.legal_name), literal_column("'legal_name'")).where(
            visible_to(standpoints), p.legal_name != p.name
        ),
        select(p.id, f.normalized_name, literal_column("'former_name'"))
        .join_from(p.id.table, f.id.table, (f.tenant_id == p.tenant_id) & (f.partner_id == p.id))
        .where(visible_to(standpoints)),
    ).subquery()
    return select(*every.c)


@statement
def _named(standpoints: frozenset[Standpoint]) -> Query:
    return select(*(p[name] for name in _TOLD)).where(visible_to(standpoints), p.id == any_(the_keys("ids")))


@statement
def _by_ein(standpoints: frozenset[Standpoint]) -> Query:
    return select(*(p[name] for name in _TOLD)).where(visible_to(standpoints), p.ein == a_text("ein"))


def _compare(rows: Sequence[Row], names: Sequence[str]) -> list[Found]:
    """For each name the partners that it is much like, each with what is likest of it."""
    is_legal = [row["because"] == "legal_name" for row in rows]
    known = Names(
        normalized_name(row["called"]) if legal else row["called"] for row, legal in zip(rows, is_legal, strict=True)
    )
    answers: list[Found] = []
    for name in names:
        found: Found = {}
        for place, score in known.like(normalized_name(name), SIMILAR):
            partner_id = rows[place]["id"]
            if partner_id not in found or found[partner_id][1] < score:
                found[partner_id] = (rows[place]["because"], score)
        answers.append(found)
    return answers


def _told(row: Mapping[str, Any], because: str, score: float) -> dict[str, Any]:
    return {**{name: row[name] for name in _TOLD}, "because": because, "score": round(score, 2)}


async def find_similar(
    db: Executor, principal: Principal, names: Sequence[str], *, but: UUID | None = None
) -> list[list[dict[str, Any]]]:
    """For each name the partners that this caller sees whose name is much like it, the likest first; `but` leaves
    one out. A partner stands there once, with what is likest of it."""
    if not any(names):
        return [[] for _ in names]
    standpoints, binds = principal.standpoints, principal.binds
    rows = await db.rows(_called(standpoints), **binds)
    # two million comparisons take a second: others are answered meanwhile
    answers = await asyncio.to_thread(_compare, rows, names)
    ids = list({partner_id for found in answers for partner_id in found if partner_id != but})
    by_id = {row["id"]: row for row in await db.rows(_named(standpoints), **binds, ids=ids)} if ids else {}
    return [
        sorted(
            (_told(dict(by_id[each]), because, score) for each, (because, score) in found.items() if each in by_id),
            key=lambda told: (-told["score"], told["name"], told["id"]),
        )[:MOST]
        for found in answers
    ]


async def find_same(
    db: Executor, principal: Principal, name: str, ein: str | None, *, but: UUID | None = None
) -> list[dict[str, Any]]:
    """Who may be the same organization, of those this caller sees: by EIN for certain, then by name."""
    certain = [] if ein is None else await db.rows(_by_ein(principal.standpoints), **principal.binds, ein=ein)
    same = [_told(dict(row), "ein", 1.0) for row in certain if row["id"] != but]
    known = {each["id"] for each in same}
    like = (await find_similar(db, principal, [name], but=but))[0] if name else []
    return same + [each for each in like if each["id"] not in known]
