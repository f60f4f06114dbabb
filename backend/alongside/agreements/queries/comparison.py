"""Last year's promises beside this year's, and what of them did not come."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import any_, func, literal, or_, select, union_all

from alongside.agreements import rules
from alongside.agreements.models import Agreement, Expectation, PromiseWord, ResourceCommitment
from alongside.core.db import Executor
from alongside.core.statements import TENANT, Query, a_day, a_key, columns, statement, the_keys
from alongside.schools.models import School
from alongside.schools.school_year import years_after

a, s = columns(Agreement), columns(School)
e, rc, said = columns(Expectation), columns(ResourceCommitment), columns(PromiseWord)


@statement
def _texts() -> Query:
    """This agreement, what it renews, and what amended it: whose promises stood on which day."""
    mine = or_(a.id == a_key("agreement_id"), a.id == a_key("renews_id"), a.amends_id == a_key("agreement_id"))
    return (
        select(a.id, a.effective_on, (a.id == a_key("renews_id")).label("is_before"))
        .where(a.tenant_id == TENANT, mine, a.effective_on.is_not(None))
        .order_by((a.id == a_key("renews_id")).desc(), a.effective_on, a.id)
    )


@statement
def _promises() -> Any:
    expected = select(
        e.agreement_id, literal("expectation").label("kind"), e.party, e.text, e.position.label("place")
    ).where(e.tenant_id == TENANT, e.agreement_id == any_(the_keys("ids")), e.plan_id.is_(None))
    given = select(
        rc.agreement_id, literal("resource").label("kind"), rc.party, rc.text, rc.position.label("place")
    ).where(rc.tenant_id == TENANT, rc.agreement_id == any_(the_keys("ids")))
    both = union_all(expected, given).subquery()
    return select(both).order_by(both.c.agreement_id, both.c.kind, both.c.place)


@statement
def _not_delivered() -> Query:
    """What did not come between two days, of this agreement and of what amended or came before it."""
    text = func.coalesce(e.text, rc.text)
    return (
        select(
            text.label("text"), func.coalesce(e.party, rc.party).label("party"), said.on_day.label("on_day"), said.note,
            s.id.label("school_id"), s.name.label("school_name"),
        )
        .select_from(said.id.table)
        .outerjoin(e.id.table, (e.tenant_id == said.tenant_id) & (e.id == said.expectation_id))
        .outerjoin(rc.id.table, (rc.tenant_id == said.tenant_id) & (rc.id == said.resource_id))
        .outerjoin(s.id.table, (s.tenant_id == said.tenant_id) & (s.id == said.school_id))
        .where(
            said.tenant_id == TENANT, said.agreement_id == any_(the_keys("ids")), said.outcome == "not_delivered",
            said.on_day > a_day("after"), said.on_day <= a_day("until"),
        )
        .order_by(said.on_day, said.id)
    )  # fmt: skip


async def comparison(db: Executor, record: Mapping[str, Any], occasion: rules.Occasion) -> dict[str, Any]:
    """Last year's promises beside today's, and what of them did not come."""
    then = years_after(occasion.due_on, -1)
    texts = await db.rows(_texts(), agreement_id=record["id"], renews_id=record["renews_id"])
    ids = [row["id"] for row in texts]
    lines: dict[UUID, list[rules.Line]] = {each: [] for each in ids}
    for row in await db.rows(_promises(), ids=ids):
        lines[row["agreement_id"]].append((row["kind"], row["party"], row["text"]))
    now = _standing_text(texts, occasion.due_on)
    before = _standing_text(texts, then) or (None if now is None else _first(texts))
    found = rules.differences(lines.get(before, []) if before else [], lines.get(now, []) if now else [])
    late = await db.rows(_not_delivered(), ids=ids, after=then, until=occasion.due_on)
    return {
        "last_year_from": then + timedelta(days=1),
        "promises": [
            {"change": each.change, "kind": each.kind, "party": each.party, "text": each.text} for each in found
        ],
        "not_delivered": [
            {
                **{name: row[name] for name in ("text", "party", "note")},
                "on": row["on_day"],
                "school": None if row["school_id"] is None else {"id": row["school_id"], "name": row["school_name"]},
            }
            for row in late
        ],
    }


def _standing_text(texts: Sequence[Any], day: date) -> UUID | None:
    begun = [row["id"] for row in texts if row["effective_on"] <= day]
    return begun[-1] if begun else None


def _first(texts: Sequence[Any]) -> UUID | None:
    """In its first year an agreement is compared with what both signed at its start."""
    return next((row["id"] for row in texts), None)
