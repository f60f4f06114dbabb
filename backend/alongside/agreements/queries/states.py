"""The agreements of a question by where they stand on its day."""

from typing import Any, Final

from sqlalchemy import any_, func, select

from alongside.agreements.models import Agreement
from alongside.agreements.schemas import StateFilters
from alongside.core.db import Executor
from alongside.core.statements import Query, an_int, columns, statement, the_keys
from alongside.identity.principal import Principal

from .effective import EFFECTIVE_STATUS
from .find import WITH_PARTNER, Shape, item_of, listed, shape_of, values_of

a = columns(Agreement)

ORDER: Final = (
    "draft", "submitted", "in_review", "changes_requested", "approved", "out_for_signature", "scheduled", "active",
    "expiring_soon", "suspended", "expired", "terminated", "superseded", "rejected", "withdrawn",
)  # fmt: skip


@statement
def _first(shape: Shape) -> Query:
    every = (
        select(a.id, EFFECTIVE_STATUS.label("state"), a.ends_on)
        .select_from(WITH_PARTNER)
        .where(*shape.conditions())
        .subquery("every")
    )
    place = (
        select(
            every.c.id, every.c.state, func.count().over(partition_by=every.c.state).label("of"),
            func.row_number().over(partition_by=every.c.state, order_by=(every.c.ends_on, every.c.id)).label("place"),
        ).subquery("place")
    )  # fmt: skip
    # the first of each state comes in any case: it tells how many there are
    return select(place).where(place.c.place <= func.greatest(an_int("cards"), 1)).order_by(place.c.place)


@statement
def _cards(shape: Shape) -> Query:
    return listed(shape).where(a.id == any_(the_keys("ids")))


async def states(db: Executor, principal: Principal, query: StateFilters) -> dict[str, Any]:
    """How many stand where, and the first of each."""
    shape, values = shape_of(principal, query), values_of(principal, query)
    first = await db.rows(_first(shape), **values, cards=query.cards)
    ids = [row["id"] for row in first if row["place"] <= query.cards]
    rows = await db.rows(_cards(shape), **values, ids=ids) if ids else []
    items = {row["id"]: item_of(row, values["day"]) for row in rows}
    count = {row["state"]: row["of"] for row in first}
    found = [
        {
            "effective_status": state,
            "count": count[state],
            "items": [items[row["id"]] for row in first if row["state"] == state and row["id"] in items],
        }
        for state in ORDER
        if state in count
    ]
    return {"as_of": values["day"], "total": sum(count.values()), "items": found}
