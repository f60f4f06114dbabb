"""The board's vote: recorded once, it moves every agreement that was put before the board, or none of them."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from alongside.agreements import queries, rules
from alongside.agreements.errors import NotWaiting, PersonNeeded
from alongside.agreements.events import AgreementApproved, AgreementRejected, BoardVoteRecorded
from alongside.agreements.models import AgreementReview, BoardVote, BoardVoteAgreement
from alongside.agreements.schemas import BoardVoteWrite
from alongside.core.clock import in_words
from alongside.core.db import Tx
from alongside.core.errors import FieldError, Unprocessable, wrong
from alongside.core.record import record
from alongside.identity.principal import Principal

from . import write
from .moves import approve_program


async def record_vote(tx: Tx, principal: Principal, body: BoardVoteWrite) -> dict[str, Any]:
    """Record a vote and move what it was about: approved for signature, or turned down.

    Raises PersonNeeded, Unprocessable, and NotWaiting, which names every agreement that does not wait for the board
    now; then nothing is written. The locks let one of two votes on the same agreement through.
    """
    if principal.person_id is None:
        raise PersonNeeded
    if body.met_on > principal.today:
        raise wrong("/met_on", "in_the_future", "A vote is recorded once the board has met")
    asked = list(dict.fromkeys(body.agreement_ids))
    found = await queries.lock_for_vote(tx, principal, asked)
    _check_known(asked, found)
    _check_waiting(principal, found)
    vote_id = await write.add(tx, BoardVote, _row(principal, body))
    for before in found:
        # what was moved a moment ago may cover the same programs at the same schools
        now = {**before, "needs": await queries.board_needs(tx, principal, before, principal.today)}
        _check_waiting(principal, [now])
        await _move(tx, principal, before, body, vote_id)
    changed = {name: [None, getattr(body, name)] for name in ("met_on", "item", "resolution", "outcome")}
    told = {**changed, "agreement_ids": [None, [each["id"] for each in found]]}
    record(tx, BoardVoteRecorded(object_id=vote_id, changed=told, reason=body.note))
    return await queries.get_vote(tx, principal, vote_id)


def _row(principal: Principal, body: BoardVoteWrite) -> dict[str, Any]:
    plain = {name: getattr(body, name) for name in ("met_on", "item", "resolution", "outcome", "note")}
    return {**plain, "recorded_by_id": principal.person_id, "recorded_at": principal.now}


def _check_known(asked: Sequence[UUID], found: Sequence[Mapping[str, Any]]) -> None:
    seen = {each["id"] for each in found}
    errors = [
        FieldError(f"/agreement_ids/{place}", "unresolved_reference", "There is no such agreement here")
        for place, each in enumerate(asked)
        if each not in seen
    ]
    if errors:
        raise Unprocessable(errors=errors)


def _check_waiting(principal: Principal, found: Sequence[Mapping[str, Any]]) -> None:
    """None is silently left out: those that cannot be moved now are named, each with what it lacks."""
    late = []
    for each in found:
        needs = list(each["needs"])
        if not queries.is_office(principal, each["partner_id"]):
            needs.append("not_paid_by_partner")
        if needs:
            late.append({"id": each["id"], "number": each["number"], "title": each["title"],
                         "status": each["status"], "needs": needs, "allowed_moves": each["allowed_moves"]})  # fmt: skip
    if late:
        raise NotWaiting(not_waiting=late)


async def _move(tx: Tx, principal: Principal, before: Mapping[str, Any], body: BoardVoteWrite, vote_id: UUID) -> None:
    agreement_id, now = before["id"], principal.now
    await write.add(tx, BoardVoteAgreement, {"vote_id": vote_id, "agreement_id": agreement_id})
    words = rules.vote_in_words(in_words(body.met_on), body.item, body.resolution, body.outcome)
    reason = words if body.note is None else f"{words} {body.note}"
    if body.outcome == "approved":
        await _approve_step(tx, principal, agreement_id, vote_id, words)
        await approve_program(tx, principal, before)
        values = {"status": "approved", "approved_at": now, "approved_by_id": principal.person_id}
        kind: type[AgreementApproved | AgreementRejected] = AgreementApproved
    else:
        values, kind = {"status": "rejected", "status_reason": reason}, AgreementRejected
    version = await write.change(tx, agreement_id, {**values, "status_since": now})
    changed = {"status": [before["status"], values["status"]], "board_vote_id": [None, vote_id]}
    record(tx, kind(object_id=agreement_id, version=version, changed=changed, reason=reason))


async def _approve_step(tx: Tx, principal: Principal, agreement_id: UUID, vote_id: UUID, words: str) -> None:
    row = {"agreement_id": agreement_id, "step": "board", "decision": "approved", "comment": words}
    told = {**row, "reviewer_id": principal.person_id, "decided_at": principal.now, "board_vote_id": vote_id}
    await write.add(tx, AgreementReview, told)
