"""A partner's grid: each program at each school and what is missing there, over every district it works in."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import all_, and_, any_, func, literal_column, or_, select

from alongside.agreements import rules as agreements
from alongside.agreements.models import Agreement, AgreementProgram, AgreementSchool
from alongside.agreements.queries import EFFECTIVE_STATUS
from alongside.agreements.queries import visible_to as agreements_visible_to
from alongside.core.db import Database, Executor
from alongside.core.paging import MOST, Cursors
from alongside.core.statements import TENANT, Query, columns, statement, the_keys
from alongside.identity import queries as identity
from alongside.identity.principal import Principal, Standpoint
from alongside.partnerships.queries import find as find_partnerships
from alongside.partnerships.schemas import PartnershipFilters
from alongside.targets.models import Result, Target, TargetSchool
from alongside.targets.queries import visible_to as targets_visible_to

a, ap, asc = columns(Agreement), columns(AgreementProgram), columns(AgreementSchool)
t, ts, r = columns(Target), columns(TargetSchool), columns(Result)
MINE = the_keys("my_partners")
GONE = frozenset({"ended", "not_a_fit"})


@statement
def _agreements(standpoints: frozenset[Standpoint]) -> Query:
    return (
        select(
            a.id, a.number, a.status, a.effective_on, a.starts_on, a.ends_on, ap.program_id, asc.school_id,
            asc.confirmation, EFFECTIVE_STATUS.label("effective_status"),
        )
        .select_from(
            a.id.table.join(ap.id.table, and_(ap.tenant_id == a.tenant_id, ap.agreement_id == a.id)).outerjoin(
                asc.id.table, and_(asc.tenant_id == a.tenant_id, asc.agreement_id == a.id)
            )
        )
        .where(
            agreements_visible_to(standpoints),
            a.partner_id == any_(MINE),
            a.status != all_(literal_column("'{withdrawn,rejected,superseded}'::text[]")),
            or_(asc.id.is_not(None), a.is_district_wide),
        )
        .order_by(a.ends_on.desc(), a.id)
    )  # fmt: skip


@statement
def _targets(standpoints: frozenset[Standpoint]) -> Query:
    last = (
        select(func.max(r.as_of_on))
        .where(
            r.tenant_id == TENANT,
            r.target_id == t.id,
            r.school_id == ts.school_id,
            r.status == any_(literal_column("'{submitted,verified}'::text[]")),
        )
        .scalar_subquery()
    )
    return (
        select(
            t.id, t.name, t.status, ts.word, ts.partnership_id, last.label("last_result_on"),
            (func.coalesce(last, t.period_starts_on) + t.reporting_interval_days).label("result_due_on"),
        )
        .join_from(t.id.table, ts.id.table, and_(ts.tenant_id == t.tenant_id, ts.target_id == t.id))
        .where(
            targets_visible_to(standpoints),
            t.partner_id == any_(MINE),
            t.status == any_(literal_column("'{draft,proposed,agreed,open}'::text[]")),
        )
        .order_by(t.name, t.id)
    )  # fmt: skip


async def grid(database: Database, principal: Principal, effective_on: date | None, cursors: Cursors) -> dict[str, Any]:
    """The caller's rows in each tenant where they work for a partner today, the session's own tenant first."""
    places = [principal] if Standpoint.PARTNER in principal.standpoints else []
    places += [
        there for there in await identity.elsewhere(database, principal) if Standpoint.PARTNER in there.standpoints
    ]
    rows: list[dict[str, Any]] = []
    tenants = []
    for there in places:
        day = effective_on or there.today
        tenants.append(
            {"slug": there.tenant.slug, "name": there.tenant.name, "is_here": there is principal, "effective_on": day}
        )
        rows += await _rows(database.read(there), there, day, cursors)
    return {"tenants": tenants, "items": rows}


async def _rows(db: Executor, principal: Principal, day: date, cursors: Cursors) -> list[dict[str, Any]]:
    query = PartnershipFilters(limit=MOST, effective_on=day)
    found = await find_partnerships(db, principal, query, cursors)
    partnerships = [
        item for item in found.items if item["stage"] not in GONE and item["partner"]["id"] in principal.partner_ids
    ]
    covers = await _best_agreements(db, principal, day)
    targets: dict[UUID, list[dict[str, Any]]] = defaultdict(list)
    for row in await db.rows(_targets(principal.standpoints), **principal.binds):
        targets[row["partnership_id"]].append(
            {name: row[name] for name in ("id", "name", "status", "word", "last_result_on", "result_due_on")}
        )
    rows = [
        {
            "tenant": principal.tenant.slug,
            "partnership_id": item["id"],
            "school": item["school"],
            "partner": {"id": item["partner"]["id"], "name": item["partner"]["name"]},
            "program": {"id": item["program"]["id"], "name": item["program"]["name"]},
            "stage": item["stage"],
            "cleared": item["clearance"]["cleared"],
            "blockers": [
                {
                    "code": blocker["code"],
                    "words": blocker["words"],
                    "said": blocker["said"],
                    "party": blocker["who"]["party"],
                    "due_on": blocker["due_on"],
                    "about": blocker["about"],
                }
                for blocker in item["clearance"]["blockers"]
            ],
            "papers_due": item["clearance"]["papers_due"],
            "agreement": covers.get((item["program"]["id"], item["school"]["id"]))
            or covers.get((item["program"]["id"], None)),
            "targets": targets[item["id"]],
        }
        for item in partnerships
    ]
    return sorted(rows, key=lambda row: (row["school"]["name"], row["program"]["name"], str(row["partnership_id"])))


async def _best_agreements(db: Executor, principal: Principal, day: date) -> Mapping[tuple[UUID, UUID | None], Any]:
    """For each program and school the agreement in force, else the one on its way, else the last."""
    best: dict[tuple[UUID, UUID | None], tuple[int, dict[str, Any]]] = {}
    window = principal.tenant.expiring_window_days
    for row in await db.rows(_agreements(principal.standpoints), **principal.binds, day=day, window=window):
        effective = row["effective_status"]
        rank = 0 if effective in agreements.IN_FORCE else 2 if effective in ("expired", "terminated") else 1
        place = (row["program_id"], row["school_id"])
        if place not in best or rank < best[place][0]:
            shown = {name: row[name] for name in ("id", "number", "status", "ends_on", "confirmation")}
            best[place] = (rank, {**shown, "effective_status": effective})
    return {place: agreement for place, (_, agreement) in best.items()}
