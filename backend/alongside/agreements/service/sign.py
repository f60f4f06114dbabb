"""Signing: one party's name under one frozen text; with the last one the agreement is fully signed."""

from typing import Any
from uuid import UUID

from alongside.agreements import queries, rules
from alongside.agreements.errors import AnotherText
from alongside.agreements.events import AgreementExecuted, AgreementSigned
from alongside.agreements.models import Signature
from alongside.agreements.schemas import SignatureWrite
from alongside.core.conditional import IfMatch, check_version
from alongside.core.db import Tx
from alongside.core.record import record
from alongside.identity.principal import Principal

from . import write
from .moves import check
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
    before = await queries.lock(tx, principal, agreement_id)
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
        "consent_words": rules.CONSENT,
        "ip_address": ip_address,
    }
    await write.add(tx, Signature, row)
    given = [*queries.signatures_of(before), rules.Signature(party, principal.person_id, principal.today)]
    state, values = rules.state_after_signing(given), {}
    if state == "executed":
        effective_on = rules.takes_effect_on(before["starts_on"], max(each.signed_on for each in given))
        values = {"status": state, "status_since": principal.now, "effective_on": effective_on}
        if before["amends_id"] is None:
            await plan_revisits(tx, principal, agreement_id, effective_on, before["ends_on"])
    version = await write.change(tx, agreement_id, values)
    changed = {"party": [None, party], "document_hash": [None, before["document_hash"]]}
    record(tx, AgreementSigned(object_id=agreement_id, version=version, changed=changed))
    if state == "executed":
        changed = {"status": [before["status"], state], "effective_on": [None, values["effective_on"]]}
        record(tx, AgreementExecuted(object_id=agreement_id, version=version, changed=changed))
    return await queries.get(tx, principal, agreement_id)
