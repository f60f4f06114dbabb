"""What an agreement drafted from partnerships starts from: the program, the needs, when, where and whom to call."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, any_, func, literal_column, select
from sqlalchemy.dialects.postgresql import aggregate_order_by

from alongside.core.db import Executor
from alongside.core.statements import Query, columns, statement, the_keys
from alongside.identity.principal import Principal, Standpoint
from alongside.needs.models import Need, NeedsAssessment
from alongside.needs.queries import need_visible_to
from alongside.partners.models import Program
from alongside.partnerships.models import PartnershipNeed
from alongside.schools.models import TaxonomyTerm

from .shape import selected
from .visible import p, visible_to

g, n, c, pn, t = (
    columns(Program),
    columns(Need),
    columns(NeedsAssessment),
    columns(PartnershipNeed),
    columns(TaxonomyTerm),
)


def _needs_in_full(standpoints: frozenset[Standpoint]) -> ColumnElement[Any]:
    told = func.jsonb_build_object(
        "title", n.title, "current_condition", n.current_condition, "desired_condition", n.desired_condition,
        "grades", n.grades,
    )  # fmt: skip
    return (
        select(func.coalesce(func.jsonb_agg(aggregate_order_by(told, n.title, n.id)), literal_column("'[]'::jsonb")))
        .select_from(
            pn.id.table.join(n.id.table, and_(n.tenant_id == pn.tenant_id, n.id == pn.need_id)).join(
                c.id.table, and_(c.tenant_id == n.tenant_id, c.id == n.assessment_id)
            )
        )
        .where(pn.tenant_id == p.tenant_id, pn.partnership_id == p.id, need_visible_to(standpoints))
        .correlate(p.id.table)
        .scalar_subquery()
    )


def _population_labels() -> ColumnElement[Any]:
    return (
        select(func.array_agg(aggregate_order_by(t.label, t.position, t.label)))
        .where(t.tenant_id == g.tenant_id, t.scheme == "population", t.code == any_(g.populations))
        .correlate(g.id.table)
        .scalar_subquery()
    )


@statement
def _some(standpoints: frozenset[Standpoint]) -> Query:
    return (
        selected(standpoints)
        .add_columns(
            g.description,
            g.capacity_students,
            g.cost_to_school_cents,
            _population_labels().label("populations"),
            _needs_in_full(standpoints).label("needs_in_full"),
        )
        .where(visible_to(standpoints), p.id == any_(the_keys("ids")))
    )


async def for_draft(db: Executor, principal: Principal, partnership_ids: Sequence[UUID]) -> dict[UUID, dict[str, Any]]:
    """Those of the partnerships that the caller sees, each with what an agreement says of it."""
    rows = await db.rows(
        _some(principal.standpoints), **principal.binds, ids=list(partnership_ids), day=principal.today
    )
    return {row["id"]: dict(row) for row in rows}
