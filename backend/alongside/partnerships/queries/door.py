"""Who may enter a school on a day: what the front office needs at the door."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any, Final
from uuid import UUID

from sqlalchemy import any_

from alongside.core.db import Executor
from alongside.core.statements import Query, a_key, statement, the_texts
from alongside.core.telling import Told, on_the_wire, told
from alongside.identity.principal import Principal, Standpoint
from alongside.papers import rules as papers
from alongside.partnerships import rules
from alongside.schools.queries import get as get_school

from .clearance import Covers, clearance_of, find_covers, runs_of, standing_of
from .shape import STAGE, is_at_work, partner_of, program_of, selected
from .visible import p, visible_to

_TIMES: Final = ("before_school", "school_day", "after_school", "evening", "weekend", "summer")
_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_LISTED: Final = ("ready_check", "active", "paused", "ended")
"""Those who may be at the door: a first conversation or a plan is nobody's entry."""

_STAGE: Final[Mapping[str, Told]] = {
    "ready_check": told("partnership_not_started", "The school has not started this partnership yet."),
    "paused": told("partnership_paused", "The partnership is paused."),
    "ended": told("partnership_ended", "The partnership has ended."),
}
_BEFORE: Final = told("partnership_started_later", "The partnership had not started on this day.")


@statement
def _at_school(standpoints: frozenset[Standpoint]) -> Query:
    return selected(standpoints).where(
        visible_to(standpoints), p.school_id == a_key("school_id"), any_(the_texts("stages")) == STAGE
    )


async def entries(db: Executor, principal: Principal, school_id: UUID, effective_on: date | None) -> dict[str, Any]:
    """Who may enter the school on the day: those who may first, by time of day, then the rest with the reasons."""
    day = effective_on or principal.today
    school = await get_school(db, principal, school_id)
    rows = await db.rows(
        _at_school(principal.standpoints), **principal.binds, school_id=school_id, day=day, stages=list(_LISTED)
    )
    listed = [dict(row) for row in rows if row["stage"] != "ended" or _worked_until(dict(row), day)]
    covers = await find_covers(db, principal, listed, day)
    items = sorted((_entry(row, covers, day) for row in listed), key=_door_order)
    return {"school": {"id": school_id, "name": school["name"]}, "effective_on": day, "items": items}


def _worked_until(row: Mapping[str, Any], day: date) -> bool:
    """Whether an ended partnership still says something about the day: it was at work then, or ended on it."""
    return row["ended_on"] is not None and day <= row["ended_on"] and row["started_on"] is not None


def _entry(row: Mapping[str, Any], covers: Covers, day: date) -> dict[str, Any]:
    clearance = clearance_of(row, covers, day)
    works, runs = is_at_work(row, day), runs_of(row)
    may_enter = works and clearance["cleared"] and not runs.rests
    said = [] if works else [on_the_wire(_STAGE.get(row["stage"], _BEFORE))]
    # what would have to be done for it is no matter of a day on which it does not run
    resting = [on_the_wire(runs.said)] if runs.rests and runs.said is not None else []
    said += resting or [blocker["said"] for blocker in clearance["blockers"]]
    plain = ("id", "stage", "schedule", "place", "partner_lead", "coordinator")
    return {
        **{name: row[name] for name in plain},
        "start_time": rules.start_time(row["schedule"]),
        "partner": partner_of(row),
        "program": program_of(row),
        "may_enter": may_enter,
        "people": _people(row, covers, day) if may_enter else [],
        "meets_that_day": _WEEKDAYS[day.weekday()] in row["weekdays"] if row["weekdays"] else None,
        "cleared": clearance["cleared"],
        "cleared_through": clearance["cleared_through"],
        "runs": clearance["runs"],
        "reasons": [each["words"] for each in said],
        "said": said,
    }


def _people(row: Mapping[str, Any], covers: Covers, day: date) -> list[dict[str, Any]]:
    """Those of the partner's staff list who may enter for the program; who is not cleared is not on it."""
    standing = standing_of(row, covers, day)
    return [
        {
            "id": member.id,
            "name": member.name,
            "title": member.title,
            "with_staff": standing.with_staff,
            "cleared_through": papers.cleared_until(member, standing.personal, day),
        }
        for member in standing.people
    ]


async def who_may_enter(
    db: Executor, principal: Principal, school_id: UUID, effective_on: date | None
) -> dict[str, Any]:
    """The people who may enter the school on the day, by name: those of `entries`, once for each program."""
    found = await entries(db, principal, school_id, effective_on)
    may = [entry for entry in found["items"] if entry["may_enter"]]
    plain = ("schedule", "start_time", "place", "meets_that_day")
    people = [
        {
            **person,
            "partnership_id": entry["id"],
            "partner": {"id": entry["partner"]["id"], "name": entry["partner"]["name"]},
            "program": {"id": entry["program"]["id"], "name": entry["program"]["name"]},
            **{name: entry[name] for name in plain},
        }
        for entry in may
        for person in entry["people"]
    ]
    return {
        "school": found["school"],
        "effective_on": found["effective_on"],
        "programs": len(may),
        "programs_without_names": sum(not entry["people"] for entry in may),
        "people": sorted(people, key=lambda one: (one["name"].casefold(), one["program"]["name"], str(one["id"]))),
    }


def _door_order(entry: dict[str, Any]) -> tuple[bool, bool, bool, bool, time, int, str, str]:
    """May enter first, what rests last, then whoever does not meet that day later, then by the clock; unknown times
    last."""
    times = [_TIMES.index(each) for each in entry["program"]["times_of_day"] if each in _TIMES]
    return (
        not entry["may_enter"],
        entry["runs"]["standing"] in ("not_in_summer", "only_in_summer"),
        entry["meets_that_day"] is False,
        entry["start_time"] is None,
        entry["start_time"] or time.max,
        min(times, default=len(_TIMES)),
        entry["partner"]["name"].casefold(),
        str(entry["id"]),
    )
