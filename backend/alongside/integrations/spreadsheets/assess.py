"""Puts a file beside what is here: reads its rows, finds whom they mean, and makes the plan. Writes nothing."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from alongside.core.db import Executor
from alongside.identity.principal import Principal
from alongside.partners.queries import find_by_reach, find_similar
from alongside.partners.rules import normalized_name
from alongside.schools.queries import propose, school_names, terms

from . import queries
from .cleaning import header_key
from .days import Calendar, is_ambiguous, order_of
from .facts import Lists, Manner, Problem, RowFacts, RowReader
from .groups import Group, Other, Question, gather, link, pair, settle
from .known import KnownPartner, fetch_known, find_named
from .plan import Plan
from .planner import Ground, make_plan
from .tables import Rows, Skipped, divide, headers_of

SKIPPED = {
    "above_header": "Above the names of the columns: not read as data",
    "header_again": "The names of the columns again: not read as data",
    "total": "A total: not read as data",
    "blank": "Nothing in this row but blanks and words for unknown",
}


@dataclass(slots=True)
class Assessment:
    """What a file would write, what is asked, and what is here of it."""

    plan: Plan
    questions: list[Question]
    known: dict[UUID, KnownPartner]
    outcome: dict[str, Any]


def _days_of(sheets: Mapping[int, Rows], matching: Mapping[str, Any]) -> list[str]:
    """Every cell of a column of days."""
    return [
        cells[place]
        for sheet, chosen in enumerate(matching["sheets"])
        if chosen["is_used"]
        for place, key in enumerate(chosen["columns"])
        if key is not None and key.endswith("_on")
        for number, cells in sheets.get(sheet, ())
        if number > chosen["header_row"] and place < len(cells)
    ]


def proposed_order(sheets: Mapping[int, Rows], matching: Mapping[str, Any]) -> str | None:
    """Which number of a day comes first: as those days show that can be read one way alone; where none does, the
    month, as is usual here; None when they contradict each other."""
    cells = _days_of(sheets, matching)
    told = order_of(cells)
    if told is None and not any(order_of([cell]) for cell in cells):
        return "mdy"
    return told


def ambiguous_days(sheets: Mapping[int, Rows], matching: Mapping[str, Any]) -> int:
    """How many days can be read two ways."""
    return sum(is_ambiguous(cell) for cell in _days_of(sheets, matching))


def _school_year(principal: Principal) -> tuple[tuple[int, int], date]:
    """When the district's school years start, and the last day of the current one."""
    month, day = principal.tenant.school_year_starts_month, principal.tenant.school_year_starts_day
    starts = date(principal.today.year, month, day)
    ends = starts if starts > principal.today else date(starts.year + 1, month, day)
    return (month, day), ends - timedelta(days=1)


def read_rows(
    sheets: Mapping[int, Rows], spreadsheet: Mapping[str, Any], lists: Lists, principal: Principal
) -> tuple[list[RowFacts], list[tuple[int, Skipped]]]:
    """What the rows of the sheets in use say, and which rows are no data."""
    matching = spreadsheet["matching"]
    starts, year_ends_on = _school_year(principal)
    found: list[RowFacts] = []
    skipped: list[tuple[int, Skipped]] = []
    for sheet, chosen in enumerate(matching["sheets"]):
        rows = sheets.get(sheet, [])
        if not chosen["is_used"]:
            continue
        is_1904 = "dates_1904" in spreadsheet["sheets"][sheet]["notes"]
        manner = Manner(Calendar(matching["day_order"], is_1904, starts), matching["open_end"], year_ends_on)
        headers = headers_of(rows, chosen["header_row"])
        reader = RowReader(sheet, headers, chosen["columns"], lists, manner)
        data, no_data = divide(rows, chosen["header_row"], chosen["columns"])
        found += [reader.read(number, cells) for number, cells in data]
        skipped += [(sheet, each) for each in no_data]
    return found, skipped


async def _outside(
    db: Executor, principal: Principal, groups: list[Group], decisions: Mapping[str, Any]
) -> dict[str, list[Other]]:
    """The partners that groups without a certain one may be the same as."""
    asked = [group for group in groups if group.partner_id is None]
    similar = await find_similar(db, principal, [group.name for group in asked])
    places = [
        (place, email, phone)
        for place, group in enumerate(asked)
        for email, phone in {
            (row.get("email"), row.get("phone")) for each in group.rows for row in (each.partner, *each.contacts)
        }
        if email or phone
    ]
    reached = await find_by_reach(db, principal, [(email, phone) for _, email, phone in places])
    found: list[dict[str, tuple[Mapping[str, Any], list[str]]]] = [{} for _ in asked]
    for place, alike in enumerate(similar):
        for each in alike:
            found[place][str(each["id"])] = (each, [each["because"]])
    for (place, _, _), alike in zip(places, reached, strict=True):
        for each in alike:
            _, because = found[place].setdefault(str(each["id"]), (each, []))
            because += [word for word in each["because"] if word not in because]
    return {
        group.key: [
            Other(key, each["name"], each["city"], tuple(because), decisions.get(pair(group.key, key)))
            for key, (each, because) in alike.items()
        ]
        for group, alike in zip(asked, found, strict=True)
    }


async def assess(db: Executor, principal: Principal, spreadsheet: Mapping[str, Any]) -> Assessment:
    """What committing this file would do now."""
    sheets = await queries.rows_of(db, spreadsheet["id"])
    names, called = await school_names(db)
    areas = {
        header_key(word): term["code"] for term in await terms(db, "area") for word in (term["label"], term["code"])
    }
    is_open = frozenset(school for school, each in called.items() if each["status"] == "active")
    lists = Lists(names, is_open, areas)
    rows, skipped = await asyncio.to_thread(read_rows, sheets, spreadsheet, lists, principal)
    groups = gather(rows)
    keys = [normalized_name(group.name) for group in groups]
    link(groups, await find_named(db, principal, keys, [group.ein for group in groups if group.ein]))
    decisions = spreadsheet["decisions"]
    outside = await _outside(db, principal, groups, decisions)
    left, questions = await asyncio.to_thread(settle, groups, outside, decisions)
    known = await fetch_known(db, principal, [group.partner_id for group in left if group.partner_id is not None])
    ground = Ground(known, principal.today, spreadsheet["matching"]["overwrites"])
    plan = await asyncio.to_thread(make_plan, rows, left, ground)
    for sheet, each in skipped:
        plan.outcomes[sheet, each.number] = "skipped"
        plan.problems.append(Problem(sheet, each.number, None, each.code, SKIPPED[each.code], "note"))
    plan.problems.sort(key=lambda problem: (problem.sheet, problem.number or 0))
    outcome = _outcome(plan, questions, await _unknown_schools(db, plan))
    return Assessment(plan, questions, known, outcome)


async def _unknown_schools(db: Executor, plan: Plan) -> list[dict[str, Any]]:
    rows: dict[str, list[int]] = {}
    for problem in plan.problems:
        if problem.code == "unknown_school" and problem.said and problem.number:
            rows.setdefault(problem.said, []).append(problem.number)
    proposals = await propose(db, list(rows)) if rows else {}
    return [
        {
            "said": said,
            "rows": numbers,
            "proposals": [{"id": str(each["id"]), "name": each["name"]} for each in proposals[said]],
        }
        for said, numbers in rows.items()
    ]


def _kinds(plan: Plan) -> list[dict[str, Any]]:
    """What is wrong by kind, so that one repair is seen once however many rows need it."""
    together: dict[tuple[str, str], list[Problem]] = {}
    for problem in plan.problems:
        together.setdefault((problem.weight, problem.code), []).append(problem)
    kinds = [
        {
            "weight": weight,
            "code": code,
            "message": found[0].message,
            "rows": len({(problem.sheet, problem.number) for problem in found}),
            "said": list(dict.fromkeys(problem.said for problem in found if problem.said))[:3],
        }
        for (weight, code), found in together.items()
    ]
    return sorted(kinds, key=lambda kind: -int(kind["rows"]))


def _outcome(plan: Plan, questions: list[Question], unknown_schools: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "counts": plan.counts(),
        "refused_problems": sum(problem.weight == "refused" for problem in plan.problems),
        "notes": sum(problem.weight == "note" for problem in plan.problems),
        "problem_kinds": _kinds(plan),
        "open_questions": sum(question.is_open for question in questions),
        "questions": [
            {
                "key": question.group.key,
                "name": question.group.name,
                "rows": [row.number for row in question.group.rows][:20],
                "is_open": question.is_open,
                "others": [
                    {
                        "key": other.key,
                        "name": other.name,
                        "partner_id": None if ":" in other.key else other.key,
                        "detail": other.detail,
                        "because": list(other.because),
                        "decision": other.decision,
                    }
                    for other in question.others
                ],
            }
            for question in questions
        ],
        "unknown_schools": unknown_schools,
    }
