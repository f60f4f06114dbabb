"""Who reads the history of a record, and how much of it: never more than the record itself shows them."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from alongside.agreements import queries as agreements
from alongside.changes.schemas import ObjectType
from alongside.core.db import Executor
from alongside.identity.principal import Principal, Standpoint
from alongside.needs import queries as needs
from alongside.papers import queries as papers
from alongside.partners import queries as partners
from alongside.partnerships import queries as partnerships
from alongside.schools import queries as schools
from alongside.targets import queries as targets


@dataclass(frozen=True, slots=True)
class View:
    """What a reader sees of a history: its facts always, of the rest no more than this.

    `only`: the fields shown, None for all; `without`: fields that are not; `since`: the fact from which on fields and
    reasons are shown, earlier ones being the other side's draft; `silent`: facts whose fields and reasons are not.
    """

    only: frozenset[str] | None = None
    without: frozenset[str] = frozenset()
    since: str | None = None
    silent: frozenset[str] = frozenset()
    hides_reasons: bool = False

    def shows(self, field: str) -> bool:
        """Whether the reader sees what became of the field."""
        return field not in self.without and (self.only is None or field in self.only)


ALL: Final = View()
Reader = Callable[[Executor, Principal, UUID], Awaitable[View]]


async def _school(db: Executor, principal: Principal, record_id: UUID) -> View:
    await schools.get(db, principal, record_id)
    return ALL


_DIRECTORY: Final = frozenset(
    {"name", "org_type", "sector", "mission", "website", "city", "state", "languages", "status", "is_public"}
)


async def _partner(db: Executor, principal: Principal, record_id: UUID) -> View:
    """Other partners' people read what the directory says."""
    body = await partners.get(db, principal, record_id)
    return ALL if body["view"] == "full" else View(only=_DIRECTORY, hides_reasons=True)


async def _program(db: Executor, principal: Principal, record_id: UUID) -> View:
    """A draft stays with its partner; what it said before it was sent, too."""
    body = await partners.get_program(db, principal, record_id)
    sees_drafts = Standpoint.DISTRICT in principal.standpoints or body["partner"]["id"] in principal.partner_ids
    return ALL if sees_drafts else View(since="program.submitted")


async def _assessment(db: Executor, principal: Principal, record_id: UUID) -> View:
    """The working notes stay in the school."""
    body = await needs.get_assessment(db, principal, record_id)
    return _of_school(principal, body)


async def _need(db: Executor, principal: Principal, record_id: UUID) -> View:
    """How it was found and weighed stays in the school."""
    body = await needs.get(db, principal, record_id)
    return _of_school(principal, body)


def _of_school(principal: Principal, body: Mapping[str, Any]) -> View:
    if needs.is_ours(principal, body["school"]["id"]):
        return ALL
    return View(only=frozenset({"status", "published_on"}), hides_reasons=True)


async def _agreement(db: Executor, principal: Principal, record_id: UUID) -> View:
    """A partner reads the other side's text from the day it was sent; what it said as a draft is not theirs."""
    body = await agreements.get(db, principal, record_id)
    is_outside = principal.standpoints == {Standpoint.PARTNER} and body["drafted_by"] != "partner"
    return View(since="agreement.submitted") if is_outside and body["origin"] == "drafted" else ALL


async def _plan(db: Executor, principal: Principal, record_id: UUID) -> View:
    """What the other side wrote before it was proposed is not told."""
    body = await agreements.get_plan(db, principal, record_id)
    if Standpoint.DISTRICT in principal.standpoints:
        return ALL
    mine = "partner" if principal.standpoints == {Standpoint.PARTNER} else "school"
    return ALL if body["drafted_by"] in (mine, "district") else View(since="site_plan.proposed")


async def _partnership(db: Executor, principal: Principal, record_id: UUID) -> View:
    """Why a program is no fit, and which unpublished needs were chosen, stay with the school and the district."""
    body = await partnerships.get(db, principal, record_id)
    if partnerships.sees_judgement(principal, body["school"]["id"]):
        return ALL
    return View(without=frozenset({"need_ids", "stage_reason"}), silent=frozenset({"partnership.not_a_fit"}))


async def _target(db: Executor, principal: Principal, record_id: UUID) -> View:
    """A draft stays with the side that wrote it; a school reads nothing of the other schools' words."""
    row = await targets.row_of(db, principal, record_id)
    if Standpoint.DISTRICT in principal.standpoints:
        return ALL
    ids = {each["school_id"] for each in row["schools"]}
    is_partner = targets.is_partners(principal, row["partner_id"], ids)
    is_theirs = row["proposed_by_side"] == ("school" if is_partner else "partner")
    since = "target.proposed" if is_theirs else None
    if is_partner:
        return View(since=since)
    named = frozenset({"schools", "school_id", "school_ids", "partnership_ids"})
    return View(without=named, since=since, silent=frozenset({"target.school_opted_out"}))


async def _result(db: Executor, principal: Principal, record_id: UUID) -> View:
    """Where a number is hidden from the reader, so is what it was."""
    body = await targets.get_result(db, principal, record_id)
    is_hidden = body["figure"]["suppressed"]
    return View(without=frozenset({"value", "numerator", "denominator"})) if is_hidden else ALL


async def _paper(db: Executor, principal: Principal, record_id: UUID) -> View:
    await papers.get(db, principal, record_id)
    return ALL


async def _requirement(db: Executor, principal: Principal, record_id: UUID) -> View:
    await papers.get_requirement(db, principal, record_id)
    return ALL


async def _staff(db: Executor, principal: Principal, record_id: UUID) -> View:
    await papers.get_staff(db, principal, record_id)
    return ALL


async def _waiver(db: Executor, principal: Principal, record_id: UUID) -> View:
    await papers.get_waiver(db, principal, record_id)
    return ALL


READERS: Final[Mapping[ObjectType, Reader]] = {
    ObjectType.SCHOOL: _school,
    ObjectType.PARTNER: _partner,
    ObjectType.PROGRAM: _program,
    ObjectType.NEEDS_ASSESSMENT: _assessment,
    ObjectType.NEED: _need,
    ObjectType.AGREEMENT: _agreement,
    ObjectType.SITE_PLAN: _plan,
    ObjectType.PAPER: _paper,
    ObjectType.PAPER_REQUIREMENT: _requirement,
    ObjectType.STAFF_MEMBER: _staff,
    ObjectType.PAPER_WAIVER: _waiver,
    ObjectType.PARTNERSHIP: _partnership,
    ObjectType.TARGET: _target,
    ObjectType.RESULT: _result,
}
"""How each record is read for its history; what the reader may not see raises the record's own NotFound."""
