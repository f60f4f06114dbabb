"""Records that may be the same organization: the same EIN, or a name much like another, former legal names included.

A row-level policy comes before any index on a name's letter triples, so the tenant's own partners are read and
compared with several names at once.
"""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Float, Text, bindparam, column, func, literal_column, select, union_all

from alongside.core.db import Executor
from alongside.core.statements import TENANT, Query, a_text, columns, statement, the_texts
from alongside.identity.principal import Principal, Standpoint
from alongside.partners.models import PartnerFormerName
from alongside.partners.rules import SIMILAR, normalized_name

from .standing import p, visible_to

f = columns(PartnerFormerName)

MOST = 5
"""So many likenesses of one name are worth looking at."""

AT_ONCE = 10
"""So many names are compared in one statement, each takes about 0.1 s among 10,000 partners."""


def _likeness(one: ColumnElement[str], other: ColumnElement[str]) -> ColumnElement[float]:
    return func.similarity(one, other)


@statement
def _similar(standpoints: frozenset[Standpoint]) -> Query:
    unnested = func.unnest(the_texts("names")).table_valued(column("name", Text), with_ordinality="place")
    asked = unnested.render_derived("asked")
    named: list[Any] = [
        select(p.id, p.normalized_name.label("called"), literal_column("'name'").label("because")).where(
            visible_to(standpoints)
        ),
        select(p.id, func.lower(p.legal_name).label("called"), literal_column("'legal_name'").label("because")).where(
            visible_to(standpoints), p.legal_name != p.name
        ),
        select(p.id, f.normalized_name.label("called"), literal_column("'former_name'").label("because"))
        .join_from(p.id.table, f.id.table, (f.tenant_id == p.tenant_id) & (f.partner_id == p.id))
        .where(visible_to(standpoints)),
    ]
    called = union_all(*named).cte("called").prefix_with("materialized", dialect="postgresql")
    score = _likeness(called.c.called, asked.c.name)
    least = bindparam("least", type_=Float)
    return (
        select(
            asked.c.place, p.id, p.name, p.legal_name, p.org_type, p.city, p.status, called.c.because,
            score.label("score"),
        )
        .select_from(asked)
        .join(called, score >= least)
        .join(p.id.table, (p.tenant_id == TENANT) & (p.id == called.c.id))
        .where(asked.c.name != "")
        .order_by(asked.c.place, score.desc(), p.name, p.id)
    )  # fmt: skip


@statement
def _by_ein(standpoints: frozenset[Standpoint]) -> Query:
    return select(p.id, p.name, p.legal_name, p.org_type, p.city, p.status).where(
        visible_to(standpoints), p.ein == a_text("ein")
    )


def _told(row: Mapping[str, Any], because: str, score: float) -> dict[str, Any]:
    told = {name: row[name] for name in ("id", "name", "legal_name", "org_type", "city", "status")}
    return {**told, "because": because, "score": round(score, 2)}


async def find_similar(
    db: Executor, principal: Principal, names: Sequence[str], *, but: UUID | None = None
) -> list[list[dict[str, Any]]]:
    """For each name the partners that this caller sees whose name is much like it, the likest first; `but` leaves
    one out. A partner stands there once, with what is likest of it."""
    found: list[dict[UUID, dict[str, Any]]] = [{} for _ in names]
    bare = [normalized_name(name) for name in names]
    for start in range(0, len(bare), AT_ONCE):
        values = {**principal.binds, "names": bare[start : start + AT_ONCE], "least": SIMILAR}
        for row in await db.rows(_similar(principal.standpoints), **values):
            if row["id"] != but:
                likest = found[start + row["place"] - 1]
                likest.setdefault(row["id"], _told(dict(row), row["because"], row["score"]))
    return [list(each.values())[:MOST] for each in found]


async def find_same(
    db: Executor, principal: Principal, name: str, ein: str | None, *, but: UUID | None = None
) -> list[dict[str, Any]]:
    """Who may be the same organization, of those this caller sees: by EIN for certain, then by name."""
    certain = [] if ein is None else await db.rows(_by_ein(principal.standpoints), **principal.binds, ein=ein)
    same = [_told(dict(row), "ein", 1.0) for row in certain if row["id"] != but]
    known = {each["id"] for each in same}
    like = (await find_similar(db, principal, [name], but=but))[0] if name else []
    return same + [each for each in like if each["id"] not in known]
