"""A school's assessment: begun, worked on by the school, approved and published by its leader."""

from typing import Any
from uuid import UUID

from alongside.core.clock import new_id
from alongside.core.conditional import IfMatch, check_version, require_version
from alongside.core.db import Tx
from alongside.core.errors import wrong
from alongside.core.moves import make_move
from alongside.core.record import difference, record
from alongside.identity.principal import Principal
from alongside.needs import queries
from alongside.needs.errors import NeedsAssessmentCannotMove, NeedsAssessmentExists, NotYourSchool
from alongside.needs.events import ASSESSMENT_MOVED, AssessmentChanged, AssessmentStarted, AssessmentSuperseded
from alongside.needs.rules import ASSESSMENT, assessment_needs_of, path_of
from alongside.needs.schemas import AssessmentCreate, AssessmentUpdate
from alongside.schools.errors import SchoolNotFound
from alongside.schools.queries import get as get_school
from alongside.schools.queries import school_years

from .writing import add_assessment, lock_open, write_assessment


async def start(tx: Tx, principal: Principal, body: AssessmentCreate) -> dict[str, Any]:
    """Begin an assessment. Raises NotYourSchool, NeedsAssessmentExists, Unprocessable."""
    try:
        await get_school(tx, principal, body.school_id)
    except SchoolNotFound as missing:
        raise wrong("/school_id", "unknown_school", "There is no such school here") from missing
    await check_may_start(tx, principal, body.school_id, body.school_year, body.kind)
    assessment_id = new_id()
    values = {**body.model_dump(), "status": ASSESSMENT.initial, "lead_person_id": principal.person_id}
    await add_assessment(tx, assessment_id, values)
    changed = {name: [None, values[name]] for name in ("school_id", "school_year", "kind", "status")}
    record(tx, AssessmentStarted(object_id=assessment_id, changed=changed))
    return await queries.get_assessment(tx, principal, assessment_id)


async def check_may_start(tx: Tx, principal: Principal, school_id: UUID, school_year: str, kind: str) -> None:
    """Whether the caller may begin this one: at their school, in a year the district has, once a year and kind."""
    if not queries.may_work_on(principal, school_id):
        raise NotYourSchool
    if school_year not in {year["label"] for year in await school_years(tx)}:
        raise wrong("/school_year", "unknown_school_year", "The district has no such school year")
    for current in await queries.current_of(tx, school_id, school_year, kind):
        raise NeedsAssessmentExists(existing={"id": current["id"], "status": current["status"]})


async def change(
    tx: Tx, principal: Principal, assessment_id: UUID, body: AssessmentUpdate, if_match: IfMatch
) -> dict[str, Any]:
    """Edit what the team notes for itself. Raises NotYourSchool, NeedsAssessmentClosed."""
    row = await lock_open(tx, principal, assessment_id)
    require_version(if_match, row["version"])
    changed = difference(row, body.given())
    if changed:
        version = await write_assessment(tx, assessment_id, {name: told for name, (_, told) in changed.items()})
        record(tx, AssessmentChanged(object_id=assessment_id, version=version, changed=changed))
    return await queries.get_assessment(tx, principal, assessment_id)


async def move(tx: Tx, principal: Principal, assessment_id: UUID, verb: str, if_match: IfMatch) -> dict[str, Any]:
    """Take one step. Raises NotYourMove, NeedsAssessmentCannotMove."""
    row = await queries.lock_assessment(tx, principal, assessment_id)
    check_version(if_match, row["version"])
    facts = [queries.facts_of(need) for need in await queries.needs_of(tx, assessment_id)]
    guard = assessment_needs_of(path_of(row["kind"]), facts)
    actors = queries.actors_at(principal, row["school_id"])
    made = make_move(ASSESSMENT, verb, row["status"], actors, guard, NeedsAssessmentCannotMove)
    if verb == "publish":
        await supersede_published(tx, row)
    values = {"status": made.to_state, **step_values(principal, verb)}
    version = await write_assessment(tx, assessment_id, values)
    changed = difference(row, values)
    record(tx, ASSESSMENT_MOVED[verb](object_id=assessment_id, version=version, changed=changed))
    return await queries.get_assessment(tx, principal, assessment_id)


def step_values(principal: Principal, verb: str) -> dict[str, Any]:
    """Who and when, as a step keeps it."""
    match verb:
        case "submit":
            return {"submitted_on": principal.today}
        case "approve":
            return {"approved_on": principal.today, "approved_by_id": principal.person_id}
        case "publish":
            return {"published_on": principal.today}
        case _:
            return {}


async def supersede_published(tx: Tx, row: dict[str, Any]) -> None:
    """The version that was published until now gives way to the next."""
    for current in await queries.current_of(tx, row["school_id"], row["school_year"], row["kind"]):
        if current["status"] == "published" and current["id"] != row["id"]:
            version = await write_assessment(tx, current["id"], {"status": "superseded"})
            changed = {"status": ["published", "superseded"], "next_id": [None, row["id"]]}
            record(tx, AssessmentSuperseded(object_id=current["id"], version=version, changed=changed))
