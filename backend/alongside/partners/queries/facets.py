"""How many partners the directory would have with each value of each filter."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import CTE, ColumnElement, any_, func, literal, literal_column, select
from sqlalchemy.types import Text

from alongside.core.db import Executor
from alongside.core.statements import TENANT, Query, columns, statement
from alongside.identity.principal import Principal, Standpoint
from alongside.partners.schemas import PartnerQuestion
from alongside.schools.models import TaxonomyTerm

from .question import APPROVED, ON_PROGRAM, answering, conditions, several, shape_of, values_of
from .standing import g, p, program_visible_to

t = columns(TaxonomyTerm)

_LISTS: Mapping[str, ColumnElement[Any]] = {"grade": g.grades, "language": g.languages, "day": g.weekdays}


def _among_programs(
    standpoints: frozenset[Standpoint],
    given: frozenset[str],
    facet: str,
    values: ColumnElement[Any],
    looked_for: CTE | None,
) -> Query:
    """Partners by a value of their programs, beside the other filters: all must be true of one program."""
    others = given - {facet, several(facet)}
    source = p.id.table.join(g.id.table, (g.tenant_id == TENANT) & (g.partner_id == p.id))
    return (
        select(literal(facet, Text).label("facet"), values.label("value"), func.count(p.id.distinct()).label("count"))
        .select_from(source)
        .where(
            *conditions(standpoints, others - ON_PROGRAM.keys(), looked_for), program_visible_to(standpoints),
            g.status != "retired", *(ON_PROGRAM[name]() for name in sorted(others & ON_PROGRAM.keys())),
        )
    )  # fmt: skip


@statement
def _facets(standpoints: frozenset[Standpoint], given: frozenset[str]) -> Query:
    counted = []
    looked_for = answering(standpoints) if "q" in given else None
    for facet, values in _LISTS.items():
        each = func.unnest(values).table_valued("value").render_derived(name=f"each_{facet}").lateral()
        found = _among_programs(standpoints, given, facet, each.c.value, looked_for)
        counted.append(found.join(each, literal_column("true")).group_by(each.c.value))
    # who looks for the wider area finds the narrower one too (`area_or_below`)
    own = select(func.unnest(g.areas).label("value")).correlate(g.id.table)
    wider = select(t.parent_code.label("value")).where(
        t.tenant_id == TENANT, t.scheme == "area", t.code == any_(g.areas), t.parent_code.is_not(None)
    ).correlate(g.id.table)  # fmt: skip
    area = own.union(wider).lateral("each_area")
    counted.append(
        _among_programs(standpoints, given, "area", area.c.value, looked_for)
        .join(area, literal_column("true"))
        .group_by(area.c.value)
    )
    for facet, column_ in (("org_type", p.org_type), ("status", p.status)):
        counted.append(
            select(literal(facet, Text).label("facet"), column_.label("value"), func.count().label("count"))
            .where(*conditions(standpoints, given - {facet, several(facet)}, looked_for))
            .group_by(column_)
        )
    for facet, others, more in (("total", given, []), ("approved", given - {"approved"}, [APPROVED])):
        counted.append(
            select(literal(facet, Text).label("facet"), literal("", Text).label("value"), func.count().label("count"))
            .where(*conditions(standpoints, others, looked_for), *more)
        )  # fmt: skip
    every_one = counted[0].union_all(*counted[1:]).subquery("found")
    return select(every_one).order_by(every_one.c.facet, every_one.c.value)


async def facets(db: Executor, principal: Principal, query: PartnerQuestion) -> dict[str, Any]:
    """How many partners the list would have with each value of each filter."""
    values = values_of(principal, query)
    told: dict[str, Any] = {name: [] for name in ("area", "grade", "language", "day", "org_type", "status")}
    counts = {"total": 0, "approved": 0}
    for row in await db.rows(_facets(principal.standpoints, shape_of(query)), **values):
        if row["facet"] in counts:
            counts[row["facet"]] = row["count"]
        else:
            told[row["facet"]].append({"value": row["value"], "count": row["count"]})
    return {"as_of": values["today"], **counts, **told}
