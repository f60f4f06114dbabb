"""What is checked before an agreement says something: dates, programs, schools, and whose it is to say."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import any_, select

from alongside.agreements import queries, rules
from alongside.agreements.errors import NotYourSide
from alongside.agreements.schemas import ExpectationWrite, ResourceWrite
from alongside.core.db import Tx
from alongside.core.errors import FieldError, Unprocessable, wrong
from alongside.core.statements import TENANT, Query, a_key, columns, statement, the_keys
from alongside.identity.principal import Principal
from alongside.partners.models import Partner, Program
from alongside.schools.queries import STATUS, s

p, g = columns(Partner), columns(Program)


@statement
def _partner() -> Query:
    return select(p.id, p.status, p.name).where(p.tenant_id == TENANT, p.id == a_key("id"))


@statement
def _programs() -> Query:
    return select(g.id, g.partner_id, g.status).where(g.tenant_id == TENANT, g.id == any_(the_keys("ids")))


@statement
def _schools() -> Query:
    return select(s.id, STATUS.label("status")).where(s.tenant_id == TENANT, s.id == any_(the_keys("ids")))


def check_dates(starts_on: date, ends_on: date) -> None:
    """The first day is not after the last."""
    if starts_on > ends_on:
        raise wrong("/ends_on", "date_order", "The last day is before the first")


def check_follows(starts_on: date, renewed_through: date | None) -> None:
    """A renewal starts after the last day of what it renews (rule E2)."""
    if renewed_through is not None and starts_on <= renewed_through:
        first = renewed_through + timedelta(days=1)
        raise wrong(
            "/starts_on", "after_predecessor", f"A renewal starts on {rules.in_words(first)} or later", first=first
        )


def check_within(starts_on: date, original: Mapping[str, Any]) -> None:
    """An amendment begins while the agreement that it changes runs (rule E3)."""
    first, last = original["original_starts_on"], original["original_ends_on"]
    if first is not None and not first <= starts_on <= last:
        words = f"It changes an agreement from {rules.in_words(first)} to {rules.in_words(last)}"
        raise wrong("/starts_on", "outside_original", words, first=first, last=last)


def check_adopted(ends_on: date, adoption: Mapping[str, Any] | None) -> None:
    """What another district agreed holds here no longer than there."""
    if adoption is not None:
        last = date.fromisoformat(adoption["origin_ends_on"])
        if ends_on > last:
            words = f"The terms that it adopts hold until {rules.in_words(last)}"
            raise wrong("/ends_on", "after_origin", words, last=last)


async def check_partner(tx: Tx, partner_id: UUID) -> None:
    """The partner is here and not inactive."""
    row = await tx.row(_partner(), id=partner_id)
    if row is None:
        raise wrong("/partner_id", "unknown_partner", "There is no such partner here")
    if row["status"] == "inactive":
        raise wrong("/partner_id", "partner_inactive", "This partner is inactive")


async def check_programs(tx: Tx, partner_id: UUID, programs: Sequence[UUID], kept: Collection[UUID] = ()) -> None:
    """Each is a program of this partner, and not retired unless it was named before."""
    found = {row["id"]: row for row in await tx.rows(_programs(), ids=list(programs))} if programs else {}
    errors = []
    for place, each in enumerate(programs):
        row = found.get(each)
        if row is None or row["partner_id"] != partner_id:
            errors.append(FieldError(f"/program_ids/{place}", "unknown_program", "This is no program of the partner"))
        elif row["status"] == "retired" and each not in kept:
            errors.append(FieldError(f"/program_ids/{place}", "program_retired", "This program is retired"))
    if errors:
        raise Unprocessable(errors=errors)


async def check_schools(
    tx: Tx, schools: Sequence[UUID], kept: Collection[UUID] = (), pointer: str = "/school_ids/{}"
) -> None:
    """Each is a school here, and open unless it was named before."""
    found = {row["id"]: row["status"] for row in await tx.rows(_schools(), ids=list(schools))} if schools else {}
    errors = []
    for place, each in enumerate(schools):
        if each not in found:
            errors.append(FieldError(pointer.format(place), "unknown_school", "There is no such school here"))
        elif found[each] != "active" and each not in kept:
            errors.append(FieldError(pointer.format(place), "school_closed", "This school is closed"))
    if errors:
        raise Unprocessable(errors=errors)


async def is_school(tx: Tx, school_id: UUID) -> bool:
    """Whether there is such a school here, and it is open."""
    row = await tx.row(_schools(), ids=[school_id])
    return row is not None and row["status"] == "active"


def side_or_refuse(
    principal: Principal, partner_id: UUID, schools: Collection[UUID], district_wide: bool
) -> rules.Side:
    """For which side the caller drafts; NotYourSide."""
    side = queries.side_for(principal, partner_id, frozenset(schools), district_wide)
    if side is None:
        raise NotYourSide
    return side


def once(ids: Sequence[UUID]) -> list[UUID]:
    """Each id once, in the order given."""
    return list(dict.fromkeys(ids))


def expectations_of(rows: Sequence[ExpectationWrite]) -> list[dict[str, Any]]:
    """Expectations as they are stored."""
    return [row.model_dump() for row in rows]


def resources_of(rows: Sequence[ResourceWrite]) -> list[dict[str, Any]]:
    """Resources as they are stored."""
    return [
        {
            "party": row.party,
            "text": row.text,
            "value_cents": row.value,
            "promised_by_on": row.promised_by_on,
            "school_id": row.school_id,
        }
        for row in rows
    ]


def check_resource_schools(resources: Sequence[Mapping[str, Any]], schools: Collection[UUID], wide: bool) -> None:
    """What is given at one school is given at a school of the agreement."""
    for place, each in enumerate(resources):
        if each["school_id"] is not None and not wide and each["school_id"] not in schools:
            words = "The agreement does not name this school"
            raise wrong(f"/resources/{place}/school_id", "school_not_named", words)
