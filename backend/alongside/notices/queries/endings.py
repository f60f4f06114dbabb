"""What ends, or is due, on a day: one source a feature, all with the same columns.

To be reminded of something else (a data-sharing agreement, a background check), write one more select and give it a
line in `SOURCES`, and its kind one in `rules/kinds.py` and `rules/words.py`: reminders, catching up and calendars
follow.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Date,
    String,
    and_,
    cast,
    exists,
    func,
    literal,
    literal_column,
    not_,
    or_,
    select,
    true,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.dialects.postgresql import UUID as KEY

from alongside.agreements.models import Agreement, AgreementSchool, Revisit, RevisitWord
from alongside.agreements.queries import visible_to as sees_agreement
from alongside.core.db import Executor
from alongside.core.statements import TENANT, Query, a_day, columns, statement
from alongside.identity.principal import Principal, Standpoint
from alongside.identity.scopes import Role
from alongside.notices.rules import KINDS, LATE_DAYS, OPENING, SOON, STEPS, Matter
from alongside.papers.models import Paper
from alongside.papers.queries import visible_to as sees_papers
from alongside.partners.models import Partner
from alongside.partners.rules import OFFICE
from alongside.targets.models import Result, Target, TargetSchool
from alongside.targets.queries.visible import visible_to as sees_target

a, ns, o, d = columns(Agreement), columns(AgreementSchool), columns(Partner), columns(Paper)
v, w = columns(Revisit), columns(RevisitWord)
t, ts, r = columns(Target), columns(TargetSchool), columns(Result)

_NO_SCHOOLS: ColumnElement[Any] = literal_column("'{}'::uuid[]")
FIRST, LAST = a_day("first"), a_day("last")
Standpoints = frozenset[Standpoint] | None
"""From where somebody looks; None for the worker, which sees the whole tenant."""


@dataclass(frozen=True, slots=True)
class Source:
    """Something that ends: which kind of notice reminds of it, who is told, how many days before."""

    kind: str
    steps: tuple[int, ...]
    select: Callable[[Standpoints], Query]
    claimed_as: str | None = None
    """Under which name its reminders are written down, where the same record has other ends besides."""

    @property
    def roles(self) -> frozenset[Role]:
        return KINDS[self.kind].reaches


@dataclass(frozen=True, slots=True)
class Ending:
    """One end: what about, on which day, and since when it counts."""

    source: Source
    matter: Matter
    ends_on: date
    since_on: date
    changed_at: Any
    version: int

    @property
    def roles(self) -> frozenset[Role]:
        """Who is reminded; of a revisit that schools answer themselves the office is not."""
        answers = self.source.kind == "revisit_due" and not self.matter.is_district_wide
        return self.source.roles - OFFICE if answers else self.source.roles


def _ending(
    kind: str,
    object_type: str,
    row: Any,
    *,
    title: ColumnElement[Any],
    number: ColumnElement[Any] | None,
    schools: ColumnElement[Any],
    is_district_wide: ColumnElement[Any],
    ends_on: ColumnElement[Any],
    since_on: ColumnElement[Any],
    answer: ColumnElement[Any] | None = None,
) -> Query:
    return select(
        literal(kind, String).label("kind"),
        literal(object_type, String).label("object_type"),
        row.id.label("id"),
        title.label("title"),
        cast(literal_column("null") if number is None else number, String).label("number"),
        cast(literal_column("null") if answer is None else answer, String).label("answer"),
        o.id.label("partner_id"),
        o.name.label("partner_name"),
        cast(schools, ARRAY(KEY)).label("schools"),
        is_district_wide.label("is_district_wide"),
        cast(ends_on, Date).label("ends_on"),
        cast(since_on, Date).label("since_on"),
        row.updated_at.label("changed_at"),
        row.version.label("version"),
    ).where(row.tenant_id == TENANT, o.tenant_id == TENANT, o.id == row.partner_id)


def _renewed() -> ColumnElement[bool]:
    """Whether a signed agreement follows; one that is only drafted does not extend the old."""
    following = a.id.table.alias("following").c
    return exists(
        select(literal_column("1"))
        .where(following.tenant_id == a.tenant_id, following.renews_id == a.id, following.status == "executed")
        .correlate(a.id.table)
    )


def agreement_ends(standpoints: Standpoints) -> Query:
    """Signed agreements that nobody renewed."""
    schools = (
        select(func.coalesce(func.array_agg(ns.school_id), literal_column("'{}'::uuid[]")))
        .where(ns.tenant_id == a.tenant_id, ns.agreement_id == a.id, ns.confirmation == "confirmed")
        .correlate(a.id.table)
        .scalar_subquery()
    )
    return _ending(
        "agreement_ending", "agreement", a, title=a.title, number=a.number, schools=schools,
        is_district_wide=a.is_district_wide, ends_on=a.ends_on, since_on=a.status_since,
    ).where(
        a.status == "executed", a.amends_id.is_(None), a.ends_on >= FIRST, a.ends_on <= LAST, not_(_renewed()),
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
            func.coalesce(func.array_agg(ns.school_id).filter(ns.school_id.is_not(None)), _NO_SCHOOLS).label("schools"),
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
    return _ending(
        "revisit_due", "agreement", a, title=a.title, number=a.number, schools=waiting.c.schools,
        is_district_wide=a.is_district_wide, ends_on=waiting.c.due_on, since_on=waiting.c.opens_on,
    ).where(
        a.status == "executed", true() if standpoints is None else sees_agreement(standpoints),
    )  # fmt: skip


def paper_ends(standpoints: Standpoints) -> Query:
    """Accepted papers, unless one of the same kind already follows."""
    following = d.id.table.alias("following").c
    is_followed = exists(
        select(literal_column("1"))
        .where(
            following.tenant_id == d.tenant_id, following.partner_id == d.partner_id, following.kind == d.kind,
            following.coverage.is_not_distinct_from(d.coverage),
            following.program_id.is_not_distinct_from(d.program_id),
            following.status == "accepted", following.expires_on > d.expires_on,
        )
        .correlate(d.id.table)
    )  # fmt: skip
    return _ending(
        "paper_ending", "paper", d, title=d.kind, number=None, schools=literal_column("'{}'::uuid[]"),
        is_district_wide=literal_column("true"), ends_on=d.expires_on, since_on=d.accepted_on, answer=d.kind,
    ).where(
        d.status == "accepted", d.expires_on >= FIRST, d.expires_on <= LAST, not_(is_followed),
        true() if standpoints is None else sees_papers(standpoints, d.tenant_id, d.partner_id),
    )  # fmt: skip


def result_days(standpoints: Standpoints) -> Query:
    """Days by which the next result of an open target is due: the earliest of its schools'."""
    last = (
        select(func.max(r.as_of_on))
        .where(
            r.tenant_id == t.tenant_id,
            r.target_id == t.id,
            r.school_id == ts.school_id,
            and_(r.status != "rejected", r.status != "superseded"),
        )
        .correlate(t.id.table, ts.id.table)
        .scalar_subquery()
    )
    by_school = (
        select(ts.school_id, last.label("last"))
        .where(ts.tenant_id == t.tenant_id, ts.target_id == t.id, ts.word == "agreed")
        .correlate(t.id.table)
        .lateral("by_school")
    )
    following = func.coalesce(by_school.c.last, t.period_starts_on) + t.reporting_interval_days
    due = (
        select(
            func.min(func.least(following, t.period_ends_on)).label("on"),
            func.array_agg(by_school.c.school_id).label("schools"),
        )
        .select_from(by_school)
        .where(func.coalesce(by_school.c.last, t.period_starts_on) < t.period_ends_on)
        .correlate(t.id.table)
        .lateral("due")
    )
    return _ending(
        "result_due", "target", t, title=t.name, number=None, schools=due.c.schools,
        is_district_wide=literal_column("false"), ends_on=due.c.on,
        since_on=func.coalesce(t.proposed_on, t.period_starts_on),
    ).where(
        due.c.on >= FIRST, due.c.on <= LAST, t.status == "open",
        true() if standpoints is None else sees_target(standpoints),
    )  # fmt: skip


SOURCES: Final[Mapping[str, Source]] = {
    source.kind: source
    for source in (
        Source("agreement_ending", STEPS, agreement_ends),
        Source("revisit_due", OPENING, revisit_days, "revisit"),
        Source("paper_ending", STEPS, paper_ends),
        Source("result_due", SOON, result_days),
    )
}


@statement
def _endings(kind: str, standpoints: Standpoints) -> Query:
    return SOURCES[kind].select(standpoints)


def _read(source: Source, row: Any) -> Ending:
    facts = {
        "title": row["title"],
        "number": row["number"],
        "partner": {"id": str(row["partner_id"]), "name": row["partner_name"]},
        "answer": row["answer"],
    }
    schools: frozenset[UUID] = frozenset(row["schools"] or ())
    matter = Matter(row["object_type"], row["id"], facts, row["partner_id"], schools, row["is_district_wide"])
    return Ending(source, matter, row["ends_on"], row["since_on"], row["changed_at"], row["version"])


async def ending(db: Executor, source: Source, today: date) -> list[Ending]:
    """Everything of a source that somebody may have to be reminded of today."""
    first, last = date.fromordinal(today.toordinal() - LATE_DAYS), date.fromordinal(today.toordinal() + source.steps[0])
    return [_read(source, row) for row in await db.rows(_endings(source.kind, None), first=first, last=last)]


async def seen_by(db: Executor, principal: Principal, source: Source, first: date, last: date) -> list[Ending]:
    """Of a source what one person may see, for their calendar."""
    statement_ = _endings(source.kind, principal.standpoints)
    return [_read(source, row) for row in await db.rows(statement_, **principal.binds, first=first, last=last)]
