"""What notices say about programs, papers, people's checks, waivers, spreadsheets and requests to join; never who
somebody is."""

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, any_, select

from alongside.agreements.models import Agreement, JoinRequest
from alongside.core.db import Executor
from alongside.core.statements import TENANT, Query, columns, statement, the_keys
from alongside.integrations.spreadsheets.models import Spreadsheet
from alongside.notices.rules import Matter
from alongside.papers.models import Paper, PaperRequirement, PaperWaiver, StaffMember
from alongside.partners.models import Partner, Program
from alongside.schools.models import School

o, g, d, m = columns(Partner), columns(Program), columns(Paper), columns(StaffMember)
w, q, f = columns(PaperWaiver), columns(PaperRequirement), columns(Spreadsheet)
j, a, s = columns(JoinRequest), columns(Agreement), columns(School)


def _of_partner(row: Any, title: ColumnElement[Any], *more: ColumnElement[Any]) -> Query:
    return select(
        row.id, title.label("title"), o.id.label("partner_id"), o.name.label("partner_name"), *more
    ).where(
        row.tenant_id == TENANT, row.id == any_(the_keys("ids")), o.tenant_id == TENANT, o.id == row.partner_id
    )  # fmt: skip


@statement
def _programs() -> Query:
    return _of_partner(g, g.name)


@statement
def _papers() -> Query:
    return _of_partner(d, d.kind)


@statement
def _members() -> Query:
    return _of_partner(m, o.name)


@statement
def _waivers() -> Query:
    return _of_partner(w, q.title, w.ends_on).where(q.tenant_id == TENANT, q.id == w.requirement_id)


def _matter(object_type: str, object_id: UUID, row: Any, **more: Any) -> Matter:
    partner = {"id": str(row["partner_id"]), "name": row["partner_name"]}
    facts = {"title": row["title"], "partner": partner, **more}
    # what a partner's own people keep is not limited to some of its schools
    return Matter(object_type, object_id, facts, row["partner_id"], is_district_wide=True)


async def programs(db: Executor, ids: Collection[UUID]) -> Mapping[UUID, Matter]:
    """Programs as matters."""
    return {row["id"]: _matter("program", row["id"], row) for row in await db.rows(_programs(), ids=list(ids))}


async def papers(db: Executor, ids: Collection[UUID]) -> Mapping[UUID, Matter]:
    """Papers as matters; the title is their kind."""
    return {row["id"]: _matter("paper", row["id"], row) for row in await db.rows(_papers(), ids=list(ids))}


async def members(db: Executor, ids: Collection[UUID]) -> Mapping[UUID, Matter]:
    """People on staff lists, each as the matter of their partner."""
    rows = await db.rows(_members(), ids=list(ids))
    return {row["id"]: _matter("partner", row["partner_id"], row) for row in rows}


async def waivers(db: Executor, ids: Collection[UUID]) -> Mapping[UUID, Matter]:
    """Waivers as matters of their partner, with their last day."""
    rows = await db.rows(_waivers(), ids=list(ids))
    return {
        row["id"]: _matter("partner", row["partner_id"], row, on=row["ends_on"].isoformat()) for row in rows
    }  # fmt: skip


@statement
def _spreadsheets() -> Query:
    return select(f.id, f.name).where(f.tenant_id == TENANT, f.id == any_(the_keys("ids")))


async def spreadsheets(db: Executor, ids: Collection[UUID]) -> Mapping[UUID, str]:
    """What an office's spreadsheets are called."""
    return {row["id"]: row["name"] for row in await db.rows(_spreadsheets(), ids=list(ids))}


@statement
def _join_requests() -> Query:
    return select(
        j.id, j.is_principals, j.school_id, s.name.label("school_name"), a.id.label("agreement_id"), a.title, a.number,
        a.partner_id, o.name.label("partner_name"),
    ).where(
        j.tenant_id == TENANT, j.id == any_(the_keys("ids")),
        a.tenant_id == TENANT, a.id == j.agreement_id,
        o.tenant_id == TENANT, o.id == a.partner_id,
        s.tenant_id == TENANT, s.id == j.school_id,
    )  # fmt: skip


async def join_requests(db: Executor, ids: Collection[UUID]) -> Mapping[UUID, Matter]:
    """Wishes to join, each as a matter of its agreement at that school alone."""
    found = {}
    for row in await db.rows(_join_requests(), ids=list(ids)):
        facts = {
            "title": row["title"],
            "number": row["number"],
            "partner": {"id": str(row["partner_id"]), "name": row["partner_name"]},
            "school": {"id": str(row["school_id"]), "name": row["school_name"]},
            "is_principals": row["is_principals"],
        }
        schools = frozenset({row["school_id"]})
        found[row["id"]] = Matter("agreement", row["agreement_id"], facts, row["partner_id"], schools)
    return found
