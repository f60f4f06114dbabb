"""The signing certificate: which text, who signed it with what authority, when, from where, and each event."""

from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from sqlalchemy import any_, select

from alongside.agreements.errors import NothingToCertify
from alongside.agreements.rules import printing
from alongside.core.db import Executor, Row
from alongside.core.models import LogEntry
from alongside.core.statements import TENANT, Query, a_key, columns, statement, the_keys, the_texts
from alongside.identity.models import Person
from alongside.identity.principal import Principal

from .record import fetch
from .text import frozen

entry, who = columns(LogEntry), columns(Person)

EVENTS: Final = (
    "agreement.submitted", "agreement.review_started", "agreement.reviewed", "agreement.changes_requested",
    "agreement.school_confirmed", "agreement.school_declined", "agreement.approved", "agreement.recorded",
    "agreement.sent_for_signature", "agreement.signed", "agreement.recalled", "agreement.executed",
    "agreement.suspended", "agreement.reinstated", "agreement.terminated",
)  # fmt: skip
"""What led to the signatures and what became of them; who edited a draft, and what was said of promises since, is
the record's history."""


@statement
def _events() -> Query:
    return (
        select(entry.at, entry.kind, entry.version, entry.changed, who.name.label("by"))
        .select_from(entry.seq.table.outerjoin(who.id.table, who.id == entry.person_id))
        .where(
            entry.tenant_id == TENANT,
            entry.object_type == "agreement",
            entry.object_id == a_key("agreement_id"),
            entry.kind == any_(the_texts("kinds")),
        )
        .order_by(entry.seq)
    )


@statement
def _addresses() -> Query:
    return select(who.id, who.email).where(who.id == any_(the_keys("people")))


async def certificate_paper(db: Executor, principal: Principal, agreement_id: UUID) -> dict[str, Any]:
    """The certificate as it is printed, or AgreementNotFound, NothingToCertify."""
    certificate = await get_certificate(db, principal, agreement_id)
    data = printing.certificate_paper(certificate, principal.tenant.is_demonstration)
    return {
        "data": data,
        "made_at": max((each["at"] for each in certificate["events"]), default=certificate["frozen_at"]),
    }


async def get_certificate(db: Executor, principal: Principal, agreement_id: UUID) -> dict[str, Any]:
    """Who signed which text, or AgreementNotFound, NothingToCertify."""
    record = await fetch(db, principal, agreement_id)
    text = await frozen(db, record)
    if text is None:
        raise NothingToCertify
    events = await db.rows(_events(), agreement_id=agreement_id, kinds=list(EVENTS))
    signers = {UUID(each["signer_id"]) for each in record["signatures"] if each["signer_id"] is not None}
    emails = {row["id"]: row["email"] for row in await db.rows(_addresses(), people=list(signers))}
    parties = {"district": principal.tenant.name, "partner": record["signed_as"] or record["partner_legal_name"]}
    given = [each for each in record["signatures"] if each["voided_at"] is None]
    return {
        "id": record["id"],
        "version": record["version"],
        "number": record["number"],
        "title": record["title"],
        "sha256": record["document_hash"],
        "frozen_at": text["frozen_at"],
        "is_complete": record["effective_on"] is not None,
        "effective_on": record["effective_on"],
        "origin": record["origin"],
        "time_zone": principal.tenant.time_zone,
        "signatures": [_signature(each, parties, emails) for each in record["signatures"]],
        "given": len(given),
        "events": [_event(each) for each in events],
    }


def _signature(each: Mapping[str, Any], parties: Mapping[str, str], emails: Mapping[UUID, str]) -> dict[str, Any]:
    signer = each["signer_id"]
    here = each["method"] == "esign"
    return {
        "id": each["id"],
        "party": each["party"],
        "signed_for": parties[each["party"]],
        "name": each["name"],
        "title": each["title"],
        "account": None if signer is None else emails.get(UUID(signer)),
        "method": each["method"],
        "signed_on": each["signed_on"],
        "signed_at": each["signed_at"] if here else None,
        "ip_address": each["ip_address"],
        "consent": each["consent_words"],
        "sha256": each["sha256"],
        "voided_at": each["voided_at"],
    }


def _event(row: Row) -> dict[str, Any]:
    changed = row["changed"]
    told = {name: changed[name][1] for name in ("party", "step", "document_hash", "decision") if name in changed}
    return {
        "at": row["at"],
        "what": row["kind"].partition(".")[2],
        "by": row["by"],
        "party": told.get("party"),
        "step": told.get("step"),
        "decision": told.get("decision"),
        "sha256": told.get("document_hash"),
    }
