"""The five-minute way: a school's top three needs, a sentence each, published at once by its leader."""

from typing import Any
from uuid import UUID

from alongside.core.clock import new_id
from alongside.core.db import Tx
from alongside.core.record import record
from alongside.identity.principal import Principal
from alongside.identity.scopes import Scope
from alongside.needs import queries
from alongside.needs.events import ASSESSMENT_MOVED, AssessmentStarted, NeedAdded
from alongside.needs.rules import ASSESSMENT, LEADER
from alongside.needs.schemas import TopNeeds
from alongside.schools.queries import get as get_school

from .assess import check_may_start, step_values
from .writing import add_assessment, add_need_row, check_terms

KIND = "partnership_needs_survey"
IN_THIS_ORDER = "Named by the school in this order"


async def name_top_needs(tx: Tx, principal: Principal, school_id: UUID, body: TopNeeds) -> dict[str, Any]:
    """Hand in a school's top needs; from the leader they are published at once, else the leader publishes.

    Raises SchoolNotFound, NotYourSchool, NeedsAssessmentExists, Unprocessable.
    """
    await get_school(tx, principal, school_id)
    await check_may_start(tx, principal, school_id, body.school_year, KIND)
    for place, need in enumerate(body.needs):
        await check_terms(tx, {"area": need.area}, f"/needs/{place}")
    is_leader = Scope.NEEDS_APPROVE in principal.scopes and not LEADER.isdisjoint(
        queries.actors_at(principal, school_id)
    )
    steps = ["submit", "approve", "publish"] if is_leader else ["submit"]
    assessment_id, states = new_id(), {move.verb: move.to_state for move in ASSESSMENT.moves}
    values: dict[str, Any] = {
        "school_id": school_id, "school_year": body.school_year, "kind": KIND, "status": states[steps[-1]],
        "lead_person_id": principal.person_id,
    }  # fmt: skip
    for verb in steps:
        values |= step_values(principal, verb)
    await add_assessment(tx, assessment_id, values)
    told = {name: [None, values[name]] for name in ("school_id", "school_year", "kind")}
    record(tx, AssessmentStarted(object_id=assessment_id, changed=told))
    state = ASSESSMENT.initial
    for verb in steps:
        record(tx, ASSESSMENT_MOVED[verb](object_id=assessment_id, changed={"status": [state, states[verb]]}))
        state = states[verb]
    for place, need in enumerate(body.needs, start=1):
        await _add(tx, assessment_id, school_id, place, {
            "title": need.title, "area_code": need.area, "current_condition": need.sentence,
        })  # fmt: skip
    return await queries.get_assessment(tx, principal, assessment_id)


async def _add(tx: Tx, assessment_id: UUID, school_id: UUID, place: int, told: dict[str, Any]) -> None:
    need_id = new_id()
    own = {"assessment_id": assessment_id, "school_id": school_id, "status": "prioritized"}
    ranked = {"rank": place, "rank_reason": IN_THIS_ORDER}
    await add_need_row(tx, need_id, {**own, **told, **ranked})
    record(tx, NeedAdded(object_id=need_id, changed={name: [None, value] for name, value in told.items()}))
