"""Signing: one party's name under one frozen text; with the last one the agreement is fully signed."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from alongside.agreements import queries, rules
from alongside.agreements.errors import AnotherText
from alongside.agreements.events import AgreementExecuted, AgreementSigned, SignatureDeclined
from alongside.agreements.models import Signature
from alongside.agreements.schemas import CONSENT, PaperSignature, SignatureWrite
from alongside.core.conditional import IfMatch, check_version
from alongside.core.db import Tx
from alongside.core.errors import FieldError, Unprocessable
from alongside.core.moves import NotYourMove
from alongside.core.record import record
from alongside.identity.principal import Principal

from . import write
from .ending import take_place
from .moves import check, refused
from .revisits import plan_revisits


async def sign(
    tx: Tx,
    principal: Principal,
    agreement_id: UUID,
    body: SignatureWrite,
    if_match: IfMatch,
    ip_address: str | None = None,
) -> dict[str, Any]:
    """Sign for the caller's party, dated today. Raises NotYourMove, AgreementCannotMove, AnotherText."""
    before = await _lock(tx, principal, agreement_id)
    check_version(if_match, before["version"])
    await check(tx, principal, before, "sign")
    if body.sha256 is not None and body.sha256 != before["document_hash"]:
        raise AnotherText
    party, _ = queries.signing_of(principal, before, principal.today)
    row = {
        "agreement_id": agreement_id,
        "party": party,
        "signer_id": principal.person_id,
        "signer_name": body.name,
        "signer_title": body.title,
        "method": "esign",
        "signed_on": principal.today,
        "signed_at": principal.now,
        "document_hash": before["document_hash"],
        "has_consented": body.consents,
        "consent_words": CONSENT[body.consent_in],
        "ip_address": ip_address,
    }
    return await _given(tx, principal, before, row)


async def _lock(tx: Tx, principal: Principal, agreement_id: UUID) -> Mapping[str, Any]:
    """First what it changes or replaces, then itself: in the order in which everybody takes them."""
    followed = await queries.fetch(tx, principal, agreement_id)
    for other in (followed["amends_id"], followed["supersedes_id"]):
        if other is not None:
            await queries.lock_other(tx, other)
    return await queries.lock(tx, principal, agreement_id)


async def decline_to_sign(tx: Tx, principal: Principal, agreement_id: UUID, reason: str) -> dict[str, Any]:
    """Say that one does not sign, and why: nothing moves, the office hears of it. Raises as `sign` does."""
    before = await queries.lock(tx, principal, agreement_id)
    await check(tx, principal, before, "sign")
    party, _ = queries.signing_of(principal, before, principal.today)
    version = await write.change(tx, agreement_id, {})
    changed = {"party": [None, party]}
    record(tx, SignatureDeclined(object_id=agreement_id, version=version, changed=changed, reason=reason))
    return await queries.get(tx, principal, agreement_id)


async def sign_on_paper(
    tx: Tx, principal: Principal, agreement_id: UUID, body: PaperSignature, if_match: IfMatch
) -> dict[str, Any]:
    """Enter a signature that a party gave with a pen under this very text; its scan is one of the papers.

    Raises NotYourMove, AgreementCannotMove, Unprocessable.
    """
    before = await _lock(tx, principal, agreement_id)
    check_version(if_match, before["version"])
    given = queries.signatures_of(before)
    needs = rules.paper_needs(
        principal.person_id, body.party, given=given, term_over=principal.today > before["ends_on"]
    )
    if queries.original_over(before, principal.today):
        needs = [*needs, "original_runs"]
    signed = {each.party for each in given}
    due = rules.due_parties(queries.route_of(before).signing_order, signed)
    if body.party not in due and body.party not in signed:
        needs = [*needs, "other_party_first"]
    if not queries.is_office(principal, before["partner_id"]) or principal.person_id is None:
        raise await refused(tx, principal, before, problem=NotYourMove)
    if before["status"] != "out_for_signature" or needs:
        raise await refused(tx, principal, before, needs)
    await _check_paper(tx, principal, before, body)
    row = {
        "agreement_id": agreement_id,
        "party": body.party,
        "signer_name": body.name,
        "signer_title": body.title,
        "method": "wet",
        "signed_on": body.signed_on,
        "signed_at": principal.now,
        "document_hash": before["document_hash"],
        "entered_by_id": principal.person_id,
        "document_id": body.document_id,
    }
    return await _given(tx, principal, before, row)


async def _check_paper(tx: Tx, principal: Principal, before: Mapping[str, Any], body: PaperSignature) -> None:
    """The paper shows this text, was signed on a day that can be, and its scan is there.

    Nobody signs a text before it was fixed for signature, so that no agreement is dated back (rule E1d).
    """
    errors = []
    kept = await queries.frozen(tx, before)
    if kept is not None and body.signed_on < kept["frozen_at"].astimezone(ZoneInfo(principal.tenant.time_zone)).date():
        errors.append(FieldError("/signed_on", "signed_after_fixed", rules.NEEDS["signed_after_fixed"]))
    if body.signed_on > principal.today:
        errors.append(FieldError("/signed_on", "signed_by_today", rules.NEEDS["signed_by_today"]))
    if body.sha256 != before["document_hash"]:
        words = "The paper shows another text; print this one and have it signed"
        errors.append(FieldError("/sha256", "another_text", words))
    if str(body.document_id) not in {each["id"] for each in before["documents"]}:
        errors.append(
            FieldError("/document_id", "unresolved_reference", "Add the scan to the agreement's papers first")
        )
    if errors:
        raise Unprocessable(errors=errors)


async def _given(tx: Tx, principal: Principal, before: Mapping[str, Any], row: Mapping[str, Any]) -> dict[str, Any]:
    """Keep a signature; with the last one the agreement is fully signed."""
    agreement_id, party = before["id"], row["party"]
    await write.add(tx, Signature, row)
    signed = rules.Signature(party, row.get("signer_id"), row["signed_on"])
    given = [*queries.signatures_of(before), signed]
    state = rules.state_after_signing(given)
    values: dict[str, Any] = {}
    if state == "executed":
        effective_on = rules.takes_effect_on(before["starts_on"], max(each.signed_on for each in given))
        values = {"status": state, "status_since": principal.now, "effective_on": effective_on}
        if before["amends_id"] is None:
            await plan_revisits(tx, principal, agreement_id, effective_on, before["ends_on"])
    version = await write.change(tx, agreement_id, values)
    changed = {"party": [None, party], "document_hash": [None, before["document_hash"]]}
    if row["method"] == "wet":
        changed |= {"method": [None, "on paper"], "signer_name": [None, row["signer_name"]]}
        changed |= {"signed_on": [None, row["signed_on"]], "document_id": [None, row["document_id"]]}
    record(tx, AgreementSigned(object_id=agreement_id, version=version, changed=changed))
    if state == "executed":
        await take_place(tx, principal, before, values["effective_on"])
        changed = {"status": [before["status"], state], "effective_on": [None, values["effective_on"]]}
        record(tx, AgreementExecuted(object_id=agreement_id, version=version, changed=changed))
    return await queries.get(tx, principal, agreement_id)
