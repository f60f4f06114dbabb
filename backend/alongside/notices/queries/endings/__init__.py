"""What ends, or is due, on a day: one source a kind, all with the same columns.

To be reminded of something else, write one more select and give it a line in `SOURCES`,
and its kind one in `rules/kinds.py` and `rules/words.py`: reminders, catching up and calendars follow.
"""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import any_

from alongside.core.db import Executor
from alongside.core.statements import Query, statement, the_keys
from alongside.identity.principal import Principal
from alongside.notices.rules import ASKED, LATE_DAYS, LEADER, LEAVING, OPENING, SCHOOL_SIDE, SILENT, SOON, STEPS, Matter

from .agreements import agreement_ends, destructions, revisit_days
from .answers import school_words, target_words
from .papers import check_ends, paper_ends, waiver_ends
from .partners import vetting_ends
from .shape import Ending, Source, Standpoints
from .targets import result_days

SOURCES: Final[Mapping[str, Source]] = {
    source.kind: source
    for source in (
        Source("agreement_ending", STEPS, agreement_ends, "agreement"),
        Source("revisit_due", OPENING, revisit_days, "revisit"),
        Source("records_to_destroy", LEAVING, destructions, "destruction"),
        Source("paper_ending", STEPS, paper_ends, "paper"),
        Source("check_ending", STEPS, check_ends, "check", is_counted=True),
        Source("waiver_ending", STEPS, waiver_ends, "waiver"),
        Source("vetting_ending", STEPS, vetting_ends, "vetting"),
        Source("result_due", SOON, result_days, "target"),
        Source("school_to_confirm", SILENT, school_words, "school_word", is_in_calendars=False, asks=LEADER),
        Source("target_proposed", ASKED, target_words, "target_word", is_in_calendars=False, asks=SCHOOL_SIDE),
    )
}


@statement
def _endings(kind: str, standpoints: Standpoints) -> Query:
    return SOURCES[kind].select(standpoints)


@statement
def _days_of(kind: str) -> Query:
    query = SOURCES[kind].select(None)
    return query.where(query.selected_columns.record_id == any_(the_keys("ids")))


def _read(source: Source, row: Any) -> Ending:
    facts = {
        "title": row["title"],
        "number": row["number"],
        "partner": {"id": str(row["partner_id"]), "name": row["partner_name"]},
        "answer": row["answer"],
    }
    schools: frozenset[UUID] = frozenset(row["schools"] or ())
    matter = Matter(row["object_type"], row["id"], facts, row["partner_id"], schools, row["is_district_wide"])
    return Ending(
        source, row["record_id"], matter, row["ends_on"], row["since_on"], row["changed_at"], row["version"],
        row["whose"],
    )  # fmt: skip


async def ending(db: Executor, source: Source, today: date) -> list[Ending]:
    """Everything of a source that somebody may have to be reminded of today."""
    first, last = date.fromordinal(today.toordinal() - LATE_DAYS), date.fromordinal(today.toordinal() + source.steps[0])
    return [_read(source, row) for row in await db.rows(_endings(source.kind, None), first=first, last=last)]


async def days_of(db: Executor, source: Source, ids: Collection[UUID]) -> Mapping[UUID, frozenset[date]]:
    """On which days these records end now, however far away; one that does not end at present is left out."""
    found: dict[UUID, set[date]] = {}
    for row in await db.rows(_days_of(source.kind), ids=list(ids), first=date.min, last=date.max):
        found.setdefault(row["record_id"], set()).add(row["ends_on"])
    return {record: frozenset(days) for record, days in found.items()}


async def seen_by(db: Executor, principal: Principal, source: Source, first: date, last: date) -> list[Ending]:
    """Of a source what one person may see, for their calendar."""
    statement_ = _endings(source.kind, principal.standpoints)
    return [_read(source, row) for row in await db.rows(statement_, **principal.binds, first=first, last=last)]


__all__ = ["SOURCES", "Ending", "Source", "days_of", "ending", "seen_by"]
