"""Site plans: drafted for one school or copied to several, agreed by both sides' word, ended early."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Delete, Update, bindparam, delete, func, update

from alongside.agreements import queries, rules
from alongside.agreements.errors import (
    NoPlansHere,
    NotYourAgreement,
    NotYourSide,
    PersonNeeded,
    PlanCannotMove,
    PlanIsFixed,
    PlanUnderWay,
)
from alongside.agreements.events import PLAN_MOVED, PlanDrafted, PlanEdited, PlanReplaced
from alongside.agreements.models import Expectation, SitePlan, SitePlanWord
from alongside.agreements.schemas import SitePlanCopies, SitePlanCreate, SitePlanUpdate
from alongside.core.clock import new_id
from alongside.core.conditional import IfMatch, check_version, require_version
from alongside.core.db import Tx
from alongside.core.errors import FieldError, Unprocessable, wrong
from alongside.core.lifecycle import Move
from alongside.core.moves import make_move
from alongside.core.record import difference, record
from alongside.core.statements import TENANT, a_key, columns, statement, table
from alongside.identity.principal import Principal

from . import terms, write

x, e, w = columns(SitePlan), columns(Expectation), columns(SitePlanWord)

WORDS = ("kind", "vision", "schedule", "place", "participants", "communication")
_DAYS = {
    "date_order": "The last day is before the first",
    "before_agreement": "The agreement above it begins on {day}",
    "after_agreement": "The agreement above it ends on {day}; a plan cannot run longer",
}


@statement
def _change(names: frozenset[str]) -> Update:
    told = {name: bindparam(f"new_{name}", type_=x[name].type) for name in sorted(names)}
    return (
        update(table(SitePlan))
        .where(x.tenant_id == TENANT, x.id == a_key("plan_id"))
        .values(version=x.version + 1, updated_at=func.tenant_now(), **told)
        .returning(x.version)
    )


@statement
def _clear(model: type[Expectation | SitePlanWord]) -> Delete:
    c = columns(model)
    return delete(table(model)).where(c.tenant_id == TENANT, c.plan_id == a_key("plan_id"))


async def _set(tx: Tx, plan_id: UUID, values: Mapping[str, Any]) -> int:
    told = {f"new_{name}": value for name, value in values.items()}
    version: int = await tx.value(_change(frozenset(values)), plan_id=plan_id, **told)
    return version


def _check_days(starts_on: date, ends_on: date, first: date, last: date) -> None:
    problem = rules.plan_dates_problem(starts_on, ends_on, first, last)
    if problem is not None:
        pointer, day = ("/starts_on", first) if problem == "before_agreement" else ("/ends_on", last)
        raise wrong(pointer, problem, _DAYS[problem].format(day=rules.in_words(day)), day=day)


async def draft_plan(tx: Tx, principal: Principal, agreement_id: UUID, body: SitePlanCreate) -> dict[str, Any]:
    """Draft a plan for one school of an agreement. Raises NoPlansHere, NotYourSide, PlanUnderWay, Unprocessable."""
    above = await _parent(tx, principal, agreement_id)
    problem = await _place_problem(tx, principal, above, body.school_id)
    if problem is not None:
        if problem == "plan_under_way":
            raise PlanUnderWay
        raise wrong("/school_id", problem, _PLACES[problem])
    first, last = above["starts_on"], rules.last_day(above["ends_on"], above["ceases_on"])
    starts_on, ends_on = body.starts_on or first, body.ends_on or last
    _check_days(starts_on, ends_on, first, last)
    said = {name: getattr(body, name) for name in WORDS}
    days = {"starts_on": starts_on, "ends_on": ends_on}
    promised = terms.expectations_of(body.expectations)
    made = await _store(tx, principal, above, body.school_id, {**said, **days}, promised)
    return await queries.get_plan(tx, principal, made)


async def copy_plan(tx: Tx, principal: Principal, agreement_id: UUID, body: SitePlanCopies) -> dict[str, Any]:
    """Drafts for several schools that begin with one plan's words: all of them or none.

    Raises NoPlansHere, NotYourSide, Unprocessable (which names each school that is in the way).
    """
    above = await _parent(tx, principal, agreement_id)
    source = await queries.find_plan(tx, principal, body.from_id)
    if source is None or source["partner_id"] != above["partner_id"]:
        raise wrong("/from_id", "unknown_plan", "There is no such plan of this partner here")
    errors, schools = [], terms.once(body.school_ids)
    for place, school_id in enumerate(schools):
        problem = await _place_problem(tx, principal, above, school_id)
        if problem is not None:
            errors.append(FieldError(f"/school_ids/{place}", problem, _PLACES[problem]))
    if errors:
        raise Unprocessable(errors=errors)
    first, last = above["starts_on"], rules.last_day(above["ends_on"], above["ceases_on"])
    starts_on, ends_on = max(source["starts_on"], first), min(source["ends_on"], last)
    days = {"starts_on": starts_on, "ends_on": ends_on}
    if starts_on > ends_on:  # of another year
        days = {"starts_on": first, "ends_on": last}
    promised = [{name: each[name] for name in ("party", "topic", "text")} for each in source["expectations"]]
    for school_id in schools:
        said = {name: source[name] for name in WORDS}
        if school_id != source["school_id"]:
            said["place"] = None
        values = {**said, **days, "copied_from_id": source["id"]}
        await _store(tx, principal, above, school_id, values, promised)
    return await queries.plans_under(tx, principal, agreement_id)


_PLACES = {
    "school_not_named": "The agreement does not name this school, or its principal declined",
    "unknown_school": "There is no such school here",
    "plan_under_way": "A site plan for this school is under way already",
}


async def _parent(tx: Tx, principal: Principal, agreement_id: UUID) -> Mapping[str, Any]:
    """The agreement above, held: two drafts for one school cannot both be the first."""
    above = await queries.lock(tx, principal, agreement_id)
    if not queries.holds_plans(above) or principal.today > rules.last_day(above["ends_on"], above["ceases_on"]):
        raise NoPlansHere(state=above["status"])
    return above


async def _place_problem(tx: Tx, principal: Principal, above: Mapping[str, Any], school_id: UUID) -> str | None:
    """What is wrong with a school for a new plan; a code or None. NotYourSide: the caller does not write there."""
    if queries.side_for(principal, above["partner_id"], frozenset({school_id}), False) is None:
        raise NotYourSide
    named = next((each for each in above["schools"] if each["school"]["id"] == str(school_id)), None)
    if named is None and above["is_district_wide"]:
        if not await terms.is_school(tx, school_id):
            return "unknown_school"
    elif named is None or named["confirmation"] == "declined":
        return "school_not_named"
    return "plan_under_way" if await queries.has_open_plan(tx, above["id"], school_id) else None


async def _store(
    tx: Tx,
    principal: Principal,
    above: Mapping[str, Any],
    school_id: UUID,
    values: Mapping[str, Any],
    promised: list[dict[str, Any]],
) -> UUID:
    plan_id = new_id()
    own = {
        **values,
        "agreement_id": above["id"],
        "school_id": school_id,
        "drafted_by": queries.side_for(principal, above["partner_id"], frozenset({school_id}), False),
        "author_id": principal.person_id,
        "created_at": principal.now,
        "status_since": principal.now,
    }
    await write.add(tx, SitePlan, {"id": plan_id, **own})
    await _promise(tx, above["id"], plan_id, promised)
    silent = ("author_id", "created_at", "status_since")
    changed = {name: [None, value] for name, value in own.items() if value is not None and name not in silent}
    record(tx, PlanDrafted(object_id=plan_id, changed=changed))
    return plan_id


async def _promise(tx: Tx, agreement_id: UUID, plan_id: UUID, promised: list[dict[str, Any]]) -> None:
    await tx.run(_clear(Expectation), plan_id=plan_id)
    named = {"agreement_id": agreement_id, "plan_id": plan_id}
    await write.add_all(
        tx, Expectation, [{**named, "position": place, **each} for place, each in enumerate(promised)]
    )  # fmt: skip


async def edit_plan(
    tx: Tx, principal: Principal, plan_id: UUID, body: SitePlanUpdate, if_match: IfMatch
) -> dict[str, Any]:
    """Change a draft, or one that was sent back. Raises NotYourAgreement, PlanIsFixed, Unprocessable."""
    before = await queries.lock_plan(tx, principal, plan_id)
    if not queries.may_write_plan(principal, before):
        raise NotYourAgreement
    require_version(if_match, before["version"])
    if before["status"] not in rules.PLAN_EDITABLE:
        raise PlanIsFixed(state=before["status"])
    given = body.given()
    first, last = before["above_starts_on"], before["above_last_on"]
    wanted = {name: given[name] for name in (*WORDS, "starts_on", "ends_on") if name in given}
    for name, usual in (("starts_on", first), ("ends_on", last), ("kind", "collaboration_plan")):
        if name in wanted and wanted[name] is None:
            wanted[name] = usual
    promised = [{name: each[name] for name in ("party", "topic", "text")} for each in before["expectations"]]
    if "expectations" in given:
        wanted["expectations"] = terms.expectations_of(body.expectations)
    changed = difference({**before, "expectations": promised}, wanted)
    if not changed:
        return await queries.get_plan(tx, principal, plan_id)
    if changed.keys() & {"starts_on", "ends_on"}:
        now = {**before, **wanted}
        _check_days(now["starts_on"], now["ends_on"], first, last)
    if "expectations" in changed:
        await _promise(tx, before["agreement_id"], plan_id, wanted["expectations"])
    version = await _set(tx, plan_id, {name: wanted[name] for name in changed if name != "expectations"})
    record(tx, PlanEdited(object_id=plan_id, version=version, changed=changed))
    return await queries.get_plan(tx, principal, plan_id)


async def move_plan(
    tx: Tx, principal: Principal, plan_id: UUID, verb: str, if_match: IfMatch, reason: str | None = None
) -> dict[str, Any]:
    """Take one step with a plan. Raises NotYourMove, PlanCannotMove."""
    before = await queries.lock_plan(tx, principal, plan_id)
    check_version(if_match, before["version"])
    facts = queries.plan_facts(principal, before, principal.today)
    actors = queries.plan_actors(principal, before)
    made = make_move(rules.PLAN, verb, before["status"], actors, rules.plan_needs_of(facts), PlanCannotMove)
    if verb == "agree":
        await _agree(tx, principal, before, facts, made)
        return await queries.get_plan(tx, principal, plan_id)
    if verb == "request-changes":
        await tx.run(_clear(SitePlanWord), plan_id=plan_id)
    values: dict[str, Any] = {"status": made.to_state, "status_reason": reason, "status_since": principal.now}
    if verb == "end":
        values["ceased_on"] = principal.today
    version = await _set(tx, plan_id, values)
    changed = {"status": [before["status"], made.to_state]}
    record(tx, PLAN_MOVED[verb](object_id=plan_id, version=version, changed=changed, reason=reason))
    return await queries.get_plan(tx, principal, plan_id)


async def _agree(
    tx: Tx, principal: Principal, before: Mapping[str, Any], facts: rules.PlanFacts, made: Move
) -> None:  # fmt: skip
    """One side's word; with the second one the plan is agreed and takes the place of the one before."""
    side = next((each for each in facts.mine if each not in facts.said), None)
    if side is None or principal.person_id is None:
        raise PersonNeeded
    word = {"plan_id": before["id"], "side": side, "said_by_id": principal.person_id}
    await write.add(tx, SitePlanWord, {**word, "said_on": principal.today, "said_at": principal.now})
    state = rules.agreed_by({*facts.said, side})
    values: dict[str, Any] = {}
    if state == made.to_state:
        values = {"status": state, "status_reason": None, "status_since": principal.now, "agreed_on": principal.today}
        await _take_place(tx, principal, before)
    version = await _set(tx, before["id"], values)
    changed: dict[str, Any] = {"side": [None, side]}
    if values:
        changed |= {"status": [before["status"], state], "agreed_on": [None, principal.today]}
    record(tx, PLAN_MOVED["agree"](object_id=before["id"], version=version, changed=changed))


async def _take_place(tx: Tx, principal: Principal, before: Mapping[str, Any]) -> None:
    """What was agreed before at this school counts until the eve of the new plan's first day."""
    old = await queries.agreed_plan(tx, before["agreement_id"], before["school_id"])
    if old is None:
        return
    first = max(principal.today, before["starts_on"], before["above_effective_on"] or principal.today)
    values = {"status": "replaced", "status_since": principal.now, "ceased_on": first}
    version = await _set(tx, old, values)
    changed = {"status": ["agreed", "replaced"], "ceased_on": [None, first]}
    record(tx, PlanReplaced(object_id=old, version=version, changed=changed))
