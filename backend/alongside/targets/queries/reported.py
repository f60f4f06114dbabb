"""Results as one reader may know them: the only place that reads what was reported (domain rule E7).

Numbers leave it through `Reported.figure` (one school's) and through `measured.py` (the pooled value), which
both ask what this reader may see.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, any_, func, or_, select
from sqlalchemy.orm import aliased

from alongside.core.db import Executor
from alongside.core.statements import TENANT, Query, a_day, columns, statement, table, the_keys
from alongside.identity.models import Person
from alongside.identity.principal import Principal
from alongside.measures.suppression import Reason
from alongside.schools.models import School
from alongside.targets import rules
from alongside.targets.models import Result, Target, TargetSchool

r, t, ts, s = columns(Result), columns(Target), columns(TargetSchool), columns(School)
who = aliased(table(Person), name="entered_by")
checker = aliased(table(Person), name="verified_by")
CURRENT = or_(r.status == "submitted", r.status == "verified")


@dataclass(frozen=True, slots=True)
class Reported:
    """One result, and why its numbers are hidden from this reader (None: they are shown)."""

    row: Mapping[str, Any]
    result: rules.Result
    reason: Reason | None

    @property
    def school_id(self) -> UUID:
        school: UUID = self.row["school_id"]
        return school

    @property
    def key(self) -> tuple[str | None, date]:
        """Of the results that stand, one has this school and day."""
        return (self.result.school, self.result.as_of)

    def figure(self, terms: rules.TargetTerms) -> dict[str, Any]:
        """The numbers as the wire carries them: themselves, or nothing but the reason."""
        if self.reason is not None:
            return hidden_figure(self.reason)
        value = rules.amount(terms, self.result)
        return {
            "value": None if value is None else float(value),
            "numerator": self.result.numerator,
            "denominator": self.result.denominator,
            "words": None if value is None else rules.said(terms, value, terms.target),
            "suppressed": False,
            "reason": None,
        }


def hidden_figure(reason: Reason) -> dict[str, Any]:
    """What stands where a number is hidden: never 0, never a part of it."""
    return {
        "value": None, "numerator": None, "denominator": None, "words": None, "suppressed": True, "reason": reason,
    }  # fmt: skip


def joined(condition: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    """Results with their school, target and the people behind them."""
    return (
        select(
            *(column for column in r if column.name != "tenant_id"),
            s.name.label("school_name"),
            t.name.label("target_name"),
            t.partner_id.label("partner_id"),
            t.status.label("target_status"),
            t.kind.label("kind"),
            func.coalesce(ts.word, "pending").label("word"),
            who.c.name.label("entered_by_name"),
            checker.c.name.label("verified_by_name"),
        )
        .select_from(
            r.id.table.join(t.id.table, and_(t.tenant_id == r.tenant_id, t.id == r.target_id))
            .join(s.id.table, and_(s.tenant_id == r.tenant_id, s.id == r.school_id))
            .outerjoin(
                ts.id.table,
                and_(ts.tenant_id == r.tenant_id, ts.target_id == r.target_id, ts.school_id == r.school_id),
            )
            .outerjoin(who, who.c.id == r.entered_by_id)
            .outerjoin(checker, checker.c.id == r.verified_by_id)
        )
        .where(r.tenant_id == TENANT, condition)
    )


@statement
def _of_targets() -> Query:
    return joined(
        and_(
            r.target_id == any_(the_keys("targets")),
            r.status != "superseded",
            ts.word == "agreed",
            r.as_of_on <= a_day("day"),
        )
    ).order_by(r.as_of_on, s.name, r.entered_at, r.id)


def reported(row: Mapping[str, Any], principal: Principal) -> Reported:
    """A row as this reader may know it: own-school leaders see their school's (unless a partner pays them), a
    partner's people what their side entered, everybody what they entered themselves."""
    own = (
        row["school_id"] in principal.unhidden_schools
        or row["entered_for_partner_id"] in principal.partner_ids
        or (principal.person_id is not None and row["entered_by_id"] == principal.person_id)
    )
    result = rules.Result(
        as_of=row["as_of_on"],
        recorded=int(row["entered_at"].timestamp() * 1_000_000),
        status=row["status"],
        school=str(row["school_id"]),
        value=row["value"],
        numerator=row["numerator"],
        denominator=row["denominator"],
    )
    return Reported(row, result, None if own else row["hidden"])


async def guarded_results(
    db: Executor, principal: Principal, targets: Sequence[UUID], day: date
) -> dict[UUID, list[Reported]]:
    """The results of these targets up to a day, oldest first, of the schools that agreed; without the superseded.

    The caller has made sure that the targets are visible.
    """
    found: dict[UUID, list[Reported]] = {target: [] for target in targets}
    if targets:
        for row in await db.rows(_of_targets(), targets=list(targets), day=day):
            found[row["target_id"]].append(reported(dict(row), principal))
    return found
