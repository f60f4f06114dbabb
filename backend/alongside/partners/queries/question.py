"""Which partners a question is about: the same for the list, its facets, its files and what is done to all of them."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    any_,
    column,
    exists,
    func,
    literal_column,
    not_,
    or_,
    select,
    table,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.types import Text

from alongside.core.statements import TENANT, Query, a_day, a_flag, a_key, a_text, columns, holds, the_texts
from alongside.identity.principal import Principal, Standpoint
from alongside.partners.models import PartnerFormerName
from alongside.partners.schemas import PartnerQuestion
from alongside.schools.models import TaxonomyTerm

from .standing import g, p, program_visible_to, visible_to

t, f = columns(TaxonomyTerm), columns(PartnerFormerName)

# partnerships stand a floor above; like a foreign key, the filter knows the table by its name alone
_partnership = table("partnership", *(column(name) for name in ("tenant_id", "partner_id", "school_id", "stage"))).c

VETTING_EXPIRED = func.coalesce(
    (p.status == "approved") & (p.vetting_expires_on < a_day("today")), literal_column("false")
)
"""`rules.vetting_expired` as the database says it; a test holds the two together."""


APPROVED = (p.status == "approved") & not_(VETTING_EXPIRED)


def area_or_below(code: ColumnElement[str]) -> ColumnElement[Any]:
    """The area and those right below it in the tree: who looks for tutoring also finds reading tutoring."""
    below = select(func.array_agg(t.code)).where(
        t.tenant_id == TENANT, t.scheme == "area", t.parent_code == code
    )  # fmt: skip
    codes: ColumnElement[Any] = func.array_append(below.scalar_subquery(), code)
    return codes.cast(ARRAY(Text))


def serves_area(code: ColumnElement[str]) -> ColumnElement[bool]:
    """Whether a program serves the area or one below it.

    Asked term by term: of `&&` Postgres expects next to no rows, and would rather sort what it finds than walk
    the list in its order.
    """
    served = func.unnest(g.areas).column_valued("served")
    return exists(select(literal_column("1")).where(served == any_(area_or_below(code))))


def serves_area_of(codes: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether a program serves one of these areas or one below them."""
    served = func.unnest(g.areas).column_valued("served")
    below: Query = select(literal_column("1")).where(
        t.tenant_id == TENANT, t.scheme == "area", t.code == served, t.parent_code == any_(codes)
    )  # fmt: skip
    return exists(select(literal_column("1")).where((served == any_(codes)) | exists(below)))


def _words_in(*texts: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether the words that are looked for stand in these texts, in whichever form and order."""
    english: ColumnElement[Any] = literal_column("'english'::regconfig")
    read = func.to_tsvector(english, func.concat_ws(literal_column("' '"), *texts))
    return read.bool_op("@@")(func.websearch_to_tsquery(english, a_text("q")))


def _answers(standpoints: frozenset[Standpoint]) -> ColumnElement[bool]:
    """Whether a partner is what somebody looks for: a fragment of its name, or words of its mission or of a program
    that is seen from here. Its names in law are found by those who may read them."""
    named = [holds(p.name, a_text("q"))]
    if standpoints - {Standpoint.PARTNER}:
        former: Query = select(literal_column("1")).where(
            f.tenant_id == TENANT, f.partner_id == p.id, holds(f.legal_name, a_text("q"))
        )  # fmt: skip
        named += [holds(p.legal_name, a_text("q")), exists(former)]
    offered = _offers(standpoints, _words_in(g.name, g.description))
    return or_(*named, _words_in(p.name, p.mission), offered)


def _offers(standpoints: frozenset[Standpoint], *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether the partner has a program, seen from here and not retired, of which all this is true.

    `offset 0` keeps it a question asked of each partner in the list's order, which ends with the page; as a
    join it would read and sort every partner of the tenant first.
    """
    return exists(
        select(literal_column("1"))
        .where(g.partner_id == p.id, program_visible_to(standpoints), g.status != "retired", *conditions)
        .offset(literal_column("0"))
    )


def _has_any(of: ColumnElement[Any], name: str) -> ColumnElement[bool]:
    return of.bool_op("&&")(the_texts(several(name)))


def _is_any(of: ColumnElement[str], name: str) -> ColumnElement[bool]:
    """One of several: asked of each row as the list is walked in its order, which an index on the value would lose."""
    return func.array_position(the_texts(several(name)), of).is_not(None)


SEVERAL = frozenset({"area", "grade", "language", "day", "org_type", "status"})
"""The filters that take more than one value."""


def several(name: str) -> str:
    """How a filter with more than one value is called in a statement's shape, and its values."""
    return f"{name}_any"


ON_PROGRAM: Mapping[str, Callable[[], ColumnElement[bool]]] = {
    "area": lambda: serves_area(a_text("area")),
    "area_any": lambda: serves_area_of(the_texts("area_any")),
    "grade": lambda: a_text("grade") == any_(g.grades),
    "grade_any": lambda: _has_any(g.grades, "grade"),
    "language": lambda: a_text("language") == any_(g.languages),
    "language_any": lambda: _has_any(g.languages, "language"),
    "day": lambda: a_text("weekday") == any_(g.weekdays),
    "day_any": lambda: _has_any(g.weekdays, "day"),
}

_ON_PARTNER: Mapping[str, ColumnElement[bool]] = {
    "approved": a_flag("approved") == APPROVED,
    "org_type": p.org_type == a_text("org_type"),
    "org_type_any": _is_any(p.org_type, "org_type"),
    "status": p.status == a_text("status"),
    "status_any": _is_any(p.status, "status"),
    "school": p.id == any_(
        func.array(
            select(_partnership.partner_id)
            .where(
                _partnership.tenant_id == TENANT,
                _partnership.school_id == a_key("school"),
                (_partnership.stage == "active") | (_partnership.stage == "paused"),
            )
            .scalar_subquery()
        )
    ),
}  # fmt: skip


def answering(standpoints: frozenset[Standpoint]) -> CTE:
    """The partners that hold what somebody looks for: read once by a statement that asks many times."""
    return (
        select(p.id).where(visible_to(standpoints), _answers(standpoints)).cte("answering").prefix_with("materialized")
    )


def conditions(
    standpoints: frozenset[Standpoint], given: frozenset[str], looked_for: CTE | None = None
) -> list[ColumnElement[bool]]:
    """Every partner that a question is about, wherever it is asked."""
    on_program = [ON_PROGRAM[name]() for name in sorted(given & ON_PROGRAM.keys())]
    found = [visible_to(standpoints), *(_ON_PARTNER[name] for name in sorted(given & _ON_PARTNER.keys()))]
    if "q" in given:
        found.append(_answers(standpoints) if looked_for is None else p.id.in_(select(looked_for.c.id)))
    return [*found, *([_offers(standpoints, *on_program)] if on_program else [])]


def _asked(query: PartnerQuestion) -> dict[str, Any]:
    """What was asked by the names of a statement's shape: one value as it is, several as a list."""
    told = query.narrowing()
    for name in SEVERAL & told.keys():
        if "," in told[name]:
            told[several(name)] = told.pop(name).split(",")
    return told


def shape_of(query: PartnerQuestion) -> frozenset[str]:
    """The shape of a question."""
    return frozenset(_asked(query)) - {"effective_on"}


def values_of(principal: Principal, query: PartnerQuestion) -> dict[str, Any]:
    """What a question's statements are executed with."""
    told = _asked(query)
    # the filter is called as people say it; in statements `day` is the day that is looked at
    if "day" in told:
        told["weekday"] = told.pop("day")
    return {**principal.binds, **told, "today": query.effective_on or principal.today}
