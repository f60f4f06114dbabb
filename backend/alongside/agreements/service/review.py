"""A reviewer's word on a step; asking for changes sends the agreement back to the side that wrote it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any
from uuid import UUID

from alongside.agreements import queries, rules
from alongside.agreements.errors import PersonNeeded
from alongside.agreements.events import AgreementChangesRequested, AgreementReviewed
from alongside.agreements.models import AgreementReview, ReviewNote
from alongside.agreements.schemas import ReviewWrite
from alongside.core.conditional import IfMatch, check_version
from alongside.core.db import Tx
from alongside.core.errors import wrong
from alongside.core.moves import NotYourMove
from alongside.core.record import record
from alongside.identity.principal import Principal

from . import write
from .moves import check, refused


async def review(
    tx: Tx, principal: Principal, agreement_id: UUID, body: ReviewWrite, if_match: IfMatch
) -> dict[str, Any]:
    """Decide a step. Raises PersonNeeded, NotYourMove, AgreementCannotMove, Unprocessable."""
    before = await queries.lock(tx, principal, agreement_id)
    check_version(if_match, before["version"])
    if principal.person_id is None:
        raise PersonNeeded
    if queries.actors_on(principal, before).isdisjoint(rules.STEP_REVIEWERS[body.step]):
        raise NotYourMove
    if before["status"] != "in_review":
        raise await refused(tx, principal, before)
    await _check_turn(tx, principal, before, body.step)
    notes: dict[str, str] = {each.section: each.text for each in body.notes}
    if body.decision == "changes_requested":
        if body.comment is None:
            raise wrong("/comment", "required", "Say what has to change")
        return await _send_back(tx, principal, before, body.step, body.comment, notes)
    await _decide(tx, principal, before, body.step, "approved", body.comment, notes)
    version = await write.change(tx, agreement_id, {})
    changed = {"step": [None, body.step], "decision": [None, "approved"]}
    record(tx, AgreementReviewed(object_id=agreement_id, version=version, changed=changed, reason=body.comment))
    return await queries.get(tx, principal, agreement_id)


async def request_changes(
    tx: Tx,
    principal: Principal,
    agreement_id: UUID,
    reason: str,
    if_match: IfMatch,
    notes: Mapping[str, str] = MappingProxyType({}),
) -> dict[str, Any]:
    """Send it back, as the reviewer of the caller's own step. Raises NotYourMove, AgreementCannotMove."""
    before = await queries.lock(tx, principal, agreement_id)
    check_version(if_match, before["version"])
    actors = queries.actors_on(principal, before)
    mine = [step for step, roles in rules.STEP_REVIEWERS.items() if not actors.isdisjoint(roles)]
    await check(tx, principal, before, "request-changes")
    return await _send_back(tx, principal, before, mine[0], reason, notes)


async def _check_turn(tx: Tx, principal: Principal, before: Mapping[str, Any], step: rules.Step) -> None:
    """The board's word is recorded as a vote; in a route with an order nobody goes before an earlier step."""
    if step == "board":
        raise await refused(tx, principal, before, ["board_vote"])
    route, decisions = queries.route_of(before), queries.reviews_of(before)
    if decisions.get(step) == "pending" and step not in rules.due_steps(route, decisions):
        raise await refused(tx, principal, before, ["earlier_steps"])


async def _send_back(
    tx: Tx, principal: Principal, before: Mapping[str, Any], step: rules.Step, reason: str, notes: Mapping[str, str]
) -> dict[str, Any]:
    if principal.person_id is not None:
        await _decide(tx, principal, before, step, "changes_requested", reason, notes)
    values = {"status": "changes_requested", "status_since": principal.now, "status_reason": reason}
    version = await write.change(tx, before["id"], values)
    changed = {"status": [before["status"], "changes_requested"], "step": [None, step]}
    record(tx, AgreementChangesRequested(object_id=before["id"], version=version, changed=changed, reason=reason))
    return await queries.get(tx, principal, before["id"])


async def _decide(
    tx: Tx,
    principal: Principal,
    before: Mapping[str, Any],
    step: rules.Step,
    decision: str,
    comment: str | None,
    notes: Mapping[str, str],
) -> None:
    row = {"agreement_id": before["id"], "step": step, "decision": decision, "comment": comment}
    told = {**row, "reviewer_id": principal.person_id, "decided_at": principal.now}
    review_id = await write.add(tx, AgreementReview, told)
    await write.add_all(
        tx, ReviewNote, [{"review_id": review_id, "section": name, "text": text} for name, text in notes.items()]
    )
