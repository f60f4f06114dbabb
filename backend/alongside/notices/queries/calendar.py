"""A person's days: what ends, what is due, which assessments are open. Titles name no person and no free text."""

from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import any_, literal_column, select

from alongside.core.db import Executor
from alongside.core.statements import TENANT, Query, columns, statement, the_keys
from alongside.identity.principal import Principal, Standpoint
from alongside.needs.models import NeedsAssessment
from alongside.notices.models import CalendarFeed
from alongside.notices.rules import Day, calendar, page_of
from alongside.schools.models import School, SchoolYear

from .endings import SOURCES, Ending, Source, seen_by

f, na, s, y = columns(CalendarFeed), columns(NeedsAssessment), columns(School), columns(SchoolYear)

_PAPERS: Final = {
    "insurance_certificate": "Insurance certificate", "endorsement": "Endorsement", "agency_letter": "Agency letter",
    "staff_present": "Staff-present arrangement",
}  # fmt: skip
BACK: Final = timedelta(days=90)
AHEAD: Final = timedelta(days=730)


def _title(each: Ending) -> str:
    number, answer = each.matter.facts["number"], each.matter.facts["answer"]
    words = {
        "agreement_ending": f"Agreement {number} with {{partner}} ends",
        "revisit_due": f"Annual revisit of agreement {number} with {{partner}} due",
        "records_to_destroy": f"Student records under agreement {number} with {{partner}} to be destroyed",
        "paper_ending": f"{_PAPERS.get(answer)} of {{partner}} ends",
        "check_ending": "Background checks end at {partner}",
        "waiver_ending": "Waiver of a paper ends for {partner}",
        "vetting_ending": "Approval of {partner} ends",
        "result_due": "Results due with {partner}",
    }
    return words[each.source.kind].replace("{partner}", each.matter.facts["partner"]["name"])


async def _days(db: Executor, principal: Principal, source: Source, first: date, last: date) -> list[Day]:
    """The days of a source; what ends for several people of one partner on one day is one entry."""
    entries: dict[tuple[UUID, date], Ending] = {}
    for each in await seen_by(db, principal, source, first, last):
        about = each.matter.object_id if source.is_counted else each.record_id
        known = entries.setdefault((about, each.ends_on), each)
        entries[about, each.ends_on] = min(known, each, key=lambda one: one.record_id)
    return [
        Day(
            source.kind, each.record_id, _title(each), each.ends_on,
            page_of(
                source.kind, each.matter.object_type, each.matter.object_id, each.matter.facts, principal.partner_ids
            ),
            each.changed_at, each.version,
        )
        for each in entries.values()
    ]  # fmt: skip


@statement
def _windows(everywhere: bool) -> Query:
    query = (
        select(
            na.id, na.version, na.updated_at, na.school_year, s.name.label("school_name"),
            y.ends_on,
        )
        .where(
            na.tenant_id == TENANT,
            na.status == any_(literal_column("'{draft,collecting,analyzing,prioritizing,submitted,approved}'::text[]")),
            s.tenant_id == TENANT,
            s.id == na.school_id,
            y.tenant_id == TENANT,
            y.label == na.school_year,
        )
    )  # fmt: skip
    return query if everywhere else query.where(na.school_id == any_(the_keys("led_schools")))


async def calendar_of(db: Executor, principal: Principal, address: str) -> bytes:
    """The caller's calendar file."""
    first, last = principal.today - BACK, principal.today + AHEAD
    days = [
        day
        for source in SOURCES.values()
        if source.is_in_calendars
        for day in await _days(db, principal, source, first, last)
    ]
    everywhere = Standpoint.DISTRICT in principal.standpoints
    days += [
        Day(
            "assessment_closing", row["id"], f"Needs assessment {row['school_year']} of {row['school_name']} closes",
            row["ends_on"], f"needs/assessments/{row['id']}", row["updated_at"], row["version"],
        )
        for row in await db.rows(_windows(everywhere), **principal.binds)
    ]  # fmt: skip
    return calendar(f"Alongside, {principal.tenant.name}", days, address)


@statement
def _feed() -> Query:
    return select(f.created_at, f.last_read_at).where(f.tenant_id == TENANT, f.person_id == any_(the_keys("mine")))


async def feed(db: Executor, principal: Principal) -> dict[str, Any]:
    """Whether the caller has a calendar address."""
    row = await db.row(_feed(), mine=[] if principal.person_id is None else [principal.person_id])
    if row is None:
        return {"is_on": False, "created_at": None, "last_read_at": None}
    return {"is_on": True, **dict(row)}
