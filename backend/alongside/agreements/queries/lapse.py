"""What is not covered after an agreement ends, and from which day that is missed (rule E2)."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, any_, func, literal_column, select

from alongside.agreements import rules
from alongside.agreements.models import Agreement, AgreementProgram
from alongside.core.db import Executor
from alongside.core.statements import TENANT, Query, a_key, columns, statement
from alongside.partners.models import Program
from alongside.schools.queries import years_of_instruction
from alongside.schools.seasons import missed_from

a, ap, g = columns(Agreement), columns(AgreementProgram), columns(Program)

_SIGNED: ColumnElement[Any] = literal_column("'{executed,suspended}'::text[]")


@statement
def _after() -> Query:
    times = (
        select(func.coalesce(func.jsonb_agg(func.to_jsonb(g.times_of_day)), literal_column("'[]'::jsonb")))
        .where(ap.tenant_id == TENANT, ap.agreement_id == a_key("id"), g.tenant_id == TENANT, g.id == ap.program_id)
        .scalar_subquery()
    )
    following = (
        select(func.coalesce(a.effective_on, a.starts_on))
        .where(a.tenant_id == TENANT, a.renews_id == a_key("id"), a.status == any_(_SIGNED))
        .limit(literal_column("1"))
        .scalar_subquery()
    )
    return select(times.label("times"), following.label("renewed_from"))


async def lapse_of(db: Executor, record: Mapping[str, Any]) -> dict[str, Any] | None:
    """The days after it that no signed renewal covers, and the first of them on which one of its programs runs or may
    run; None where nothing is left uncovered, or where it lets no program work. A draft extends nothing."""
    lets_work = rules.clears_programs(record["type"], record["is_binding"])
    if not lets_work or record["amends_id"] is not None or record["status"] not in rules.RENEWABLE:
        return None
    row = await db.row(_after(), id=record["id"])
    assert row is not None
    from_on = rules.last_day(record["ends_on"], record["ceases_on"]) + timedelta(days=1)
    renewed: date | None = row["renewed_from"]
    if renewed is not None and renewed <= from_on:
        return None
    through_on = None if renewed is None else renewed - timedelta(days=1)
    programs = [frozenset(times) for times in row["times"]]
    missed = missed_from(from_on, through_on, programs, await years_of_instruction(db))
    return {"from_on": from_on, "through_on": through_on, "missed_from": missed}
