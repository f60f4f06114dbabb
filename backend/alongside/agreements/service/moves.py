"""The steps of an agreement's lifecycle that one party takes alone."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Update, update

from alongside.agreements import queries, rules
from alongside.agreements.errors import AgreementCannotMove
from alongside.agreements.events import MOVED
from alongside.agreements.models import AgreementReview, Signature
from alongside.core.conditional import IfMatch, check_version
from alongside.core.db import Tx
from alongside.core.errors import Problem
from alongside.core.lifecycle import Move
from alongside.core.moves import make_move
from alongside.core.record import record
from alongside.core.statements import TENANT, a_key, an_instant, columns, statement, table
from alongside.identity.principal import Principal

from . import write
from .following import end_hold, hold
from .freeze import freeze, keep

rev, sig = columns(AgreementReview), columns(Signature)


@statement
def _outdate_reviews() -> Update:
    return (
        update(table(AgreementReview))
        .where(rev.tenant_id == TENANT, rev.agreement_id == a_key("agreement_id"), rev.is_current)
        .values(is_current=False)
    )


@statement
def _void_signatures() -> Update:
    return (
        update(table(Signature))
        .where(sig.tenant_id == TENANT, sig.agreement_id == a_key("agreement_id"), sig.voided_at.is_(None))
        .values(voided_at=an_instant("now"))
    )


async def move(
    tx: Tx, principal: Principal, agreement_id: UUID, verb: str, if_match: IfMatch, reason: str | None = None
) -> dict[str, Any]:
    """Take one step. Raises NotYourMove, AgreementCannotMove with what is missing and what is possible."""
    before = await queries.lock(tx, principal, agreement_id)
    check_version(if_match, before["version"])
    if verb == "approve":
        await queries.lock_partner(tx, before["partner_id"])
    made = await check(tx, principal, before, verb)
    values = {"status": made.to_state, "status_since": principal.now, "status_reason": reason}
    values |= await _carry_out(tx, principal, before, verb)
    version = await write.change(tx, agreement_id, values)
    changed: dict[str, Any] = {"status": [before["status"], made.to_state]}
    if "document_hash" in values:
        changed["document_hash"] = [before["document_hash"], values["document_hash"]]
    record(tx, MOVED[verb](object_id=agreement_id, version=version, changed=changed, reason=reason))
    return await queries.get(tx, principal, agreement_id)


async def check(tx: Tx, principal: Principal, before: Mapping[str, Any], verb: str) -> Move:
    """The move, when this caller may make it now. Raises NotYourMove, AgreementCannotMove."""
    overlaps = await queries.rivals(tx, before)
    facts = queries.facts_of(principal, before, overlaps, principal.today)
    actors = queries.actors_on(principal, before)
    try:
        return make_move(rules.AGREEMENT, verb, before["status"], actors, rules.needs_of(facts), AgreementCannotMove)
    except AgreementCannotMove as refused:
        if "clauses_finalized" in refused.extensions["needs"]:
            clauses = queries.open_clauses(principal, before)
            refused.extensions["clauses"] = [
                {"code": each.code, "title": each.title, "state": each.state} for each in clauses
            ]
        raise


async def refused(
    tx: Tx,
    principal: Principal,
    before: Mapping[str, Any],
    needs: Sequence[str] = (),
    problem: type[Problem] = AgreementCannotMove,
) -> Problem:
    """What is not possible now, with what is missing and the moves that are the caller's instead."""
    facts = queries.facts_of(principal, before, await queries.rivals(tx, before), principal.today)
    return problem(needs=list(needs), allowed_moves=queries.moves_of(principal, before, facts), state=before["status"])


async def _carry_out(tx: Tx, principal: Principal, before: Mapping[str, Any], verb: str) -> dict[str, Any]:
    """What a step changes besides the state; the agreement's own columns are returned."""
    agreement_id = before["id"]
    match verb:
        case "submit":
            await tx.run(_outdate_reviews(), agreement_id=agreement_id)
            route = queries.route_of(before)
            return {
                "submitted_at": principal.now,
                "submitted_by_id": principal.person_id,
                "handed_in_before_hash": before["handed_in_hash"],
                "handed_in_hash": await keep(tx, principal, before),
                "route_steps": list(route.steps),
                "is_route_in_order": route.is_in_order,
                "signing_order": route.signing_order,
                "recommended": _recommended(before),
            }
        case "approve":
            await approve_program(tx, principal, before)
            return {"approved_at": principal.now, "approved_by_id": principal.person_id}
        case "send-for-signature":
            return {"document_hash": await freeze(tx, principal, before)}
        case "suspend":
            return await hold(tx, before, principal)
        case "reinstate":
            return await end_hold(tx, before, principal)
        case "recall":
            await tx.run(_void_signatures(), agreement_id=agreement_id, now=principal.now)
            return {"document_hash": None}
        case _:
            return {}


def _recommended(before: Mapping[str, Any]) -> dict[str, Any] | None:
    """What the answers led to on the day the text was handed in."""
    answers = rules.answers_of(before["answers"])
    return None if answers is None else queries.recommended_now(before, answers)


async def approve_program(tx: Tx, principal: Principal, before: Mapping[str, Any]) -> None:
    """The office's approval is its word on the program's step, unless a person of it gave that word already."""
    given = any(each["is_current"] and each["step"] == "program" for each in before["reviews"])
    if not given and principal.person_id is not None:
        row = {"agreement_id": before["id"], "step": "program", "decision": "approved", "decided_at": principal.now}
        await write.add(tx, AgreementReview, {**row, "reviewer_id": principal.person_id})
