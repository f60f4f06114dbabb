"""How an agreement ends before its last day, and how its place is taken: what one signed text does to another."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from alongside.agreements import queries, rules
from alongside.agreements.events import (
    AgreementAmended,
    AgreementRestored,
    AgreementSuperseded,
    AgreementTerminated,
)
from alongside.agreements.models import AgreementNotice
from alongside.agreements.schemas import AgreementTermination
from alongside.core.conditional import IfMatch, check_version
from alongside.core.db import Tx
from alongside.core.errors import wrong
from alongside.core.record import record
from alongside.identity.principal import Principal
from alongside.partners.rules import OFFICE

from . import write
from .data_terms import check_disposition
from .following import follow
from .moves import check
from .opening import close_for_good, follow_standing
from .revisits import plan_again

WORDS: Mapping[str, str] = {
    "back_dated": "An agreement is not ended for days that are over",
    "after_last_day": "It ends by itself before that day",
    "notice_too_short": "This is shorter than the notice that was agreed",
}


async def terminate(
    tx: Tx, principal: Principal, agreement_id: UUID, body: AgreementTermination, if_match: IfMatch
) -> dict[str, Any]:
    """End it before its last day, from a day on. What changed it ends with it; what it was to replace goes on.

    Raises NotYourMove, AgreementCannotMove, Unprocessable.
    """
    before = await queries.lock(tx, principal, agreement_id)
    check_version(if_match, before["version"])
    made = await check(tx, principal, before, "terminate")
    is_office = not queries.actors_on(principal, before).isdisjoint(OFFICE)
    ceases_on = _ceases_on(before, body, principal.today, is_office=is_office)
    check_disposition(before, body.student_data, body.student_data_due_on, principal)
    papers = {each["id"] for each in before["documents"]}
    if body.paper_id is not None and str(body.paper_id) not in papers:
        raise wrong("/paper_id", "unknown_paper", "The agreement has no such paper")
    notice = {
        "agreement_id": agreement_id,
        "side": "district" if is_office else "partner",
        "given_on": principal.today,
        "given_by_id": principal.person_id,
        "for_cause": body.for_cause,
        "papers": body.papers,
        "paper_id": body.paper_id,
        "student_data": body.student_data,
        "student_data_due_on": body.student_data_due_on,
    }
    await write.add(tx, AgreementNotice, notice)
    ended = {"status": made.to_state, "status_since": principal.now, "ceases_on": ceases_on}
    version = await write.change(tx, agreement_id, {**ended, "status_reason": body.reason})
    changed = {"status": [before["status"], made.to_state], "ceases_on": [None, ceases_on]}
    if body.student_data is not None:
        changed["student_data"] = [None, body.student_data]
    told = AgreementTerminated(object_id=agreement_id, version=version, changed=changed, reason=body.reason)
    record(tx, told)
    await follow(tx, agreement_id, ended)
    await _end_for_others(tx, principal, agreement_id, ceases_on)
    if before["supersedes_id"] is not None and ceases_on <= before["effective_on"]:
        await _restore(tx, principal, before["supersedes_id"], before["effective_on"])
    return await queries.get(tx, principal, agreement_id)


def _ceases_on(before: Mapping[str, Any], body: AgreementTermination, day: date, *, is_office: bool) -> date:
    if body.for_cause and not is_office:
        raise wrong("/for_cause", "office_only", "Only the district office ends an agreement without notice")
    notice: int | None = before["notice_days"]
    ceases_on = body.ceases_on or rules.earliest_end(day, notice, for_cause=body.for_cause)
    problem = rules.ending_problem(ceases_on, before["ends_on"], day, notice, for_cause=body.for_cause)
    if problem is not None:
        raise wrong("/ceases_on", problem, WORDS[problem])
    return ceases_on


async def take_place(tx: Tx, principal: Principal, signed: Mapping[str, Any], effective_on: date) -> None:
    """What a text that is now fully signed does to the agreement that it changes or replaces (rule B4)."""
    if signed["amends_id"] is not None:
        await _amend(tx, principal, signed, effective_on)
    if signed["supersedes_id"] is not None:
        await _supersede(tx, principal, signed["supersedes_id"], effective_on)


async def _amend(tx: Tx, principal: Principal, signed: Mapping[str, Any], effective_on: date) -> None:
    """The original keeps its text and takes the last day of its amendment, which says from its first day on what is
    covered; an amendment before it is over from then on."""
    original = await queries.lock_other(tx, signed["amends_id"])
    for each in await queries.lock_amendments(tx, original["id"]):
        if each["id"] != signed["id"] and each["status"] in rules.RENEWABLE:
            await _cease(tx, principal, each, effective_on)
    values = {"amended_from": min(original["amended_from"] or effective_on, effective_on)}
    if signed["ends_on"] != original["ends_on"]:
        values["ends_on"] = signed["ends_on"]
    version = await write.change(tx, original["id"], values)
    changed = {name: [original[name], value] for name, value in values.items()}
    changed["amendment"] = [None, signed["number"]]
    record(tx, AgreementAmended(object_id=original["id"], version=version, changed=changed))
    await close_for_good(tx, principal, original["id"])  # others would join a text that no longer stands alone
    if "ends_on" in values:
        await plan_again(tx, principal, original["id"], original["effective_on"], signed["ends_on"])


async def _supersede(tx: Tx, principal: Principal, agreement_id: UUID, effective_on: date) -> None:
    """What is replaced counts until the eve of the other's first day; what ends by then simply ends."""
    replaced = await queries.lock_other(tx, agreement_id)
    if replaced["status"] not in rules.RENEWABLE or replaced["ends_on"] < effective_on:
        return
    for each in (replaced, *await queries.lock_amendments(tx, agreement_id)):
        if each["status"] in rules.RENEWABLE:
            await _cease(tx, principal, each, effective_on)


async def _cease(tx: Tx, principal: Principal, each: Mapping[str, Any], ceases_on: date) -> None:
    values = {"status": "superseded", "status_since": principal.now, "ceases_on": ceases_on}
    version = await write.change(tx, each["id"], values)
    changed = {"status": [each["status"], "superseded"], "ceases_on": [None, ceases_on]}
    record(tx, AgreementSuperseded(object_id=each["id"], version=version, changed=changed))
    await _end_for_others(tx, principal, each["id"], ceases_on)


async def _end_for_others(tx: Tx, principal: Principal, agreement_id: UUID, over_on: date) -> None:
    """No other district joins what ends; those that did are told, and keep what they signed."""
    await follow_standing(tx, agreement_id, "over", over_on)
    await close_for_good(tx, principal, agreement_id)


async def _restore(tx: Tx, principal: Principal, agreement_id: UUID, ceased_on: date) -> None:
    """What was to take its place never begins, so it goes on as it was."""
    replaced = await queries.lock_other(tx, agreement_id)
    for each in (replaced, *await queries.lock_amendments(tx, agreement_id)):
        if each["status"] != "superseded" or each["ceases_on"] != ceased_on:
            continue
        state = "executed" if each["held_from"] is None else "suspended"
        values = {"status": state, "status_since": principal.now, "ceases_on": None}
        version = await write.change(tx, each["id"], values)
        changed = {"status": ["superseded", state], "ceases_on": [ceased_on, None]}
        record(tx, AgreementRestored(object_id=each["id"], version=version, changed=changed))
        await follow_standing(tx, each["id"], "in_force" if state == "executed" else "on_hold")
