"""The office's queue: applications that wait for its answer, the longest wait first."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import orjson
from sqlalchemy import ColumnElement, any_, func, literal_column, select

from alongside.core.db import Executor
from alongside.core.lifecycle import allowed_moves
from alongside.core.paging import Cursors, Page, bounded_total, fetch_page, paged
from alongside.core.statements import TENANT, Query, a_key, a_text, columns, holds, statement
from alongside.identity.models import Person
from alongside.identity.principal import Principal, Standpoint
from alongside.partners.models import Contact
from alongside.partners.rules import ANSWER_DAYS, PARTNER, needs_of
from alongside.partners.schemas import ApplicationFilters, ApplicationSort

from .duplicates import find_similar
from .record import facts, missing_of
from .standing import actors_on, g, p, visible_to

c, who = columns(Contact), columns(Person)

_GIVEN: Mapping[str, ColumnElement[bool]] = {
    "q": holds(p.name, a_text("q")),
    "org_type": p.org_type == a_text("org_type"),
}

_HELD: Mapping[str, ColumnElement[bool]] = {
    "me": p.reviewer_id == a_key("me"),
    "nobody": p.reviewer_id.is_(None),
    "another": p.reviewer_id != a_key("me"),
}


def _waiting(standpoints: frozenset[Standpoint], given: frozenset[str], held_by: str | None) -> Query:
    contacts = select(func.json_agg(func.json_build_object(literal_column("'kind'"), c.kind))).where(
        c.tenant_id == TENANT, c.partner_id == p.id
    )
    program = func.json_build_object(
        literal_column("'status'"), g.status, literal_column("'grades'"), g.grades,
        literal_column("'capacity_students'"), g.capacity_students,
    )  # fmt: skip
    programs = select(func.json_agg(program)).where(g.tenant_id == TENANT, g.partner_id == p.id)
    reviewer = select(func.json_build_object(literal_column("'id'"), who.id, literal_column("'name'"), who.name)).where(
        who.id == p.reviewer_id
    )
    return select(
        p.id, p.version, p.name, p.org_type, p.city, p.status, p.submitted_on, p.application_note, p.mission, p.phone,
        p.email, p.address, p.ein, p.fiscal_sponsor_id, p.sponsor_name,
        p.sponsor_ein, reviewer.scalar_subquery().label("reviewer"),
        contacts.scalar_subquery().label("contacts"), programs.scalar_subquery().label("programs"),
    ).where(
        visible_to(standpoints),
        p.status == any_(literal_column("'{submitted,under_review}'::text[]")),
        p.submitted_on.is_not(None),
        *(_GIVEN[name] for name in sorted(given & _GIVEN.keys())),
        *([_HELD[held_by]] if held_by else []),
    )  # fmt: skip


@statement
def _page(
    standpoints: frozenset[Standpoint], given: frozenset[str], held_by: str | None, sort: ApplicationSort, after: bool
) -> Query:
    descending = sort is ApplicationSort.SUBMITTED_DOWN
    return paged(_waiting(standpoints, given, held_by), p.submitted_on, p.id, descending=descending, after=after)


@statement
def _total(standpoints: frozenset[Standpoint], given: frozenset[str], held_by: str | None) -> Query:
    return bounded_total(_waiting(standpoints, given, held_by))


async def find_applications(db: Executor, principal: Principal, query: ApplicationFilters, cursors: Cursors) -> Page:
    """A page of the queue as it stands, its waits counted up to the day asked for."""
    day = query.effective_on or principal.today
    shape, standpoints = frozenset(query.given()), principal.standpoints
    page = await fetch_page(
        db,
        query,
        lambda after: _page(standpoints, shape, query.held_by, query.sort, after),
        name="applications",
        cursors=cursors,
        values={**principal.binds, "me": principal.person_id},
        total=lambda: _total(standpoints, shape, query.held_by),
    )
    alike = await find_similar(db, principal, [row["name"] for row in page.items])
    items = [
        _item(principal, row, [each for each in similar if each["id"] != row["id"]], day)
        for row, similar in zip(page.items, alike, strict=True)
    ]
    return Page(items, page.next_cursor, page.total)


def _item(principal: Principal, row: Mapping[str, Any], similar: list[dict[str, Any]], day: date) -> dict[str, Any]:
    contacts = orjson.loads(row["contacts"] or "[]")
    programs = orjson.loads(row["programs"] or "[]")
    since: date = row["submitted_on"]
    due = since + timedelta(days=ANSWER_DAYS)
    told = ("id", "version", "name", "org_type", "city", "status", "submitted_on", "application_note")
    return {
        **{name: row[name] for name in told},
        "waiting_days": max((day - since).days, 0),
        "due_on": due,
        "is_late": day > due,
        "reviewer": orjson.loads(row["reviewer"]) if row["reviewer"] else None,
        "programs": sum(program["status"] != "retired" for program in programs),
        "missing": missing_of(row, contacts, programs),
        "similar": similar,
        "allowed_moves": allowed_moves(
            PARTNER, row["status"], actors_on(principal, row["id"]), needs_of(facts(contacts, programs))
        ),
    }
