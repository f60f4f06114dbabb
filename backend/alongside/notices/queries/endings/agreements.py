"""Signed agreements: the last day of each, the days on which both sides look at it again, and those by which student
records are destroyed."""

from sqlalchemy import (
    ColumnElement,
    Date,
    and_,
    any_,
    case,
    cast,
    exists,
    func,
    literal_column,
    not_,
    or_,
    select,
    true,
)

from alongside.agreements.models import Agreement, AgreementProgram, AgreementSchool, Revisit, RevisitWord
from alongside.agreements.queries import DESTRUCTION_DUE, DESTRUCTION_OWED
from alongside.agreements.queries import LAST as LAST_IN_FORCE
from alongside.agreements.queries import visible_to as sees_agreement
from alongside.core.statements import Query, columns, day_of
from alongside.partners.models import Program
from alongside.schools.queries import is_summer
from alongside.schools.seasons import SUMMER

from .shape import FIRST, LAST, NO_SCHOOLS, Standpoints, an_ending, o

a, ns = columns(Agreement), columns(AgreementSchool)
ap, g = columns(AgreementProgram), columns(Program)
v, w = columns(Revisit), columns(RevisitWord)


def _renewed() -> ColumnElement[bool]:
    """Whether a signed agreement follows; one that is only drafted does not extend the old."""
    following = a.id.table.alias("following").c
    return exists(
        select(literal_column("1"))
        .where(following.tenant_id == a.tenant_id, following.renews_id == a.id, following.status == "executed")
        .correlate(a.id.table)
    )


def _rests() -> ColumnElement[bool]:
    """Whether it ends into the summer and every program of it is known not to run then."""
    programs: Query = select(literal_column("1")).where(
        ap.tenant_id == a.tenant_id, ap.agreement_id == a.id, g.tenant_id == a.tenant_id, g.id == ap.program_id
    )
    may_run = or_(
        func.cardinality(g.times_of_day) == literal_column("0"), literal_column(f"'{SUMMER}'") == any_(g.times_of_day)
    )
    return and_(
        is_summer(cast(a.ends_on + literal_column("1"), Date)),
        exists(programs.correlate(a.id.table)),
        not_(exists(programs.where(may_run).correlate(a.id.table))),
    )


def agreement_ends(standpoints: Standpoints) -> Query:
    """Signed agreements that nobody renewed; `rests`: none of the programs runs on the days that follow at once."""
    schools = (
        select(func.coalesce(func.array_agg(ns.school_id), literal_column("'{}'::uuid[]")))
        .where(ns.tenant_id == a.tenant_id, ns.agreement_id == a.id, ns.confirmation == "confirmed")
        .correlate(a.id.table)
        .scalar_subquery()
    )
    return an_ending(
        "agreement", a, title=a.title, number=a.number, schools=schools, is_district_wide=a.is_district_wide,
        ends_on=a.ends_on, since_on=day_of(a.status_since), answer=case((_rests(), "rests")),
    ).where(
        o.id == a.partner_id, a.status == "executed", a.amends_id.is_(None), a.ends_on >= FIRST, a.ends_on <= LAST,
        not_(_renewed()),
        true() if standpoints is None else sees_agreement(standpoints),
    )  # fmt: skip


def revisit_days(standpoints: Standpoints) -> Query:
    """Days by which both sides look at an agreement again, while somebody's word is missing: the next of each."""
    takes_part = and_(
        ns.tenant_id == a.tenant_id, ns.agreement_id == a.id, not_(a.is_district_wide),
        ns.confirmation == "confirmed", or_(ns.covered_from.is_(None), ns.covered_from <= v.due_on),
    )  # fmt: skip
    given = (
        select(func.count())
        .where(w.tenant_id == v.tenant_id, w.revisit_id == v.id, w.school_id.is_not_distinct_from(ns.school_id))
        .correlate(v.id.table, ns.id.table)
        .scalar_subquery()
    )
    waiting = (
        select(
            v.due_on, v.opens_on,
            func.coalesce(func.array_agg(ns.school_id).filter(ns.school_id.is_not(None)), NO_SCHOOLS).label("schools"),
        )
        .select_from(v.id.table)
        .outerjoin(ns.id.table, takes_part)
        .where(
            v.tenant_id == a.tenant_id, v.agreement_id == a.id, v.due_on >= FIRST, v.due_on <= LAST,
            or_(a.is_district_wide, ns.id.is_not(None)), given < literal_column("2"),
        )
        .group_by(v.id, v.due_on, v.opens_on)
        .correlate(a.id.table)
        .lateral("waiting")
    )  # fmt: skip
    return an_ending(
        "agreement", a, title=a.title, number=a.number, schools=waiting.c.schools,
        is_district_wide=a.is_district_wide, ends_on=waiting.c.due_on, since_on=waiting.c.opens_on,
    ).where(
        o.id == a.partner_id, a.status == "executed", true() if standpoints is None else sees_agreement(standpoints),
    )  # fmt: skip


def destructions(standpoints: Standpoints) -> Query:
    """Days by which student records are destroyed, of what is over or will be, while nobody certified it."""
    return an_ending(
        "agreement", a, title=a.title, number=a.number, ends_on=DESTRUCTION_DUE,
        since_on=LAST_IN_FORCE + literal_column("1"),
    ).where(
        o.id == a.partner_id, DESTRUCTION_OWED, DESTRUCTION_DUE >= FIRST, DESTRUCTION_DUE <= LAST,
        true() if standpoints is None else sees_agreement(standpoints),
    )  # fmt: skip
