"""The agreement as a document: the frozen text once it was sent for signature, else what would be sent now."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select

from alongside.agreements import rules
from alongside.agreements.models import AgreementText
from alongside.agreements.rules import document as documents
from alongside.agreements.rules import printing
from alongside.core.db import Executor, Row
from alongside.core.statements import TENANT, Query, a_key, a_text, columns, statement
from alongside.identity.principal import Principal

from .record import fetch

t = columns(AgreementText)


@statement
def _frozen() -> Query:
    return select(t.document, t.frozen_at).where(
        t.tenant_id == TENANT, t.agreement_id == a_key("agreement_id"), t.sha256 == a_text("sha256")
    )


def _promise(each: Mapping[str, Any]) -> documents.Promise:
    by = each.get("promised_by_on")
    school = each.get("school")
    return documents.Promise(
        party=each["party"],
        text=each["text"],
        value_cents=each.get("value_cents"),
        promised_by_on=None if by is None else date.fromisoformat(by),
        school=None if school is None else school["name"],
    )


def document_of(principal: Principal, record: Mapping[str, Any]) -> documents.Document:
    """The text as the record stands now; the same whoever asks."""
    return documents.write(_terms(principal, record))


def standing_of(principal: Principal, record: Mapping[str, Any]) -> list[documents.Section]:
    """Its standing terms as they read in the text."""
    return documents.standing(_terms(principal, record))


def _terms(principal: Principal, record: Mapping[str, Any]) -> documents.Terms:
    return documents.Terms(
        number=record["number"],
        kind=record["type"],
        title=record["title"],
        is_binding=record["is_binding"],
        district=principal.tenant.name,
        partner=record["partner_legal_name"],
        district_wide=record["is_district_wide"],
        starts_on=record["starts_on"],
        ends_on=record["ends_on"],
        programs=[(each["name"], each["description"]) for each in record["programs"]],
        schools=[each["school"]["name"] for each in record["schools"] if each["confirmation"] != "declined"],
        purpose=record["purpose"],
        populations=record["populations"],
        schedule=record["schedule"],
        financial_terms=record["financial_terms"],
        cost_cents=record["cost_cents"],
        funding_source=record["funding_source"],
        shares_student_records=record["shares_student_records"],
        notice_days=record["notice_days"],
        expectations=[_promise(each) for each in record["expectations"]],
        resources=[_promise(each) for each in record["resources"]],
        data=record["data_terms"] if record["type"] == "data_sharing" else None,
        amends=record["amends_number"],
        renews=record["renews_number"],
        adopts=None if record["adoption"] is None else rules.adopting_words(record["adoption"]),
        standing=record["sections"] or (),
    )


async def frozen(db: Executor, record: Mapping[str, Any]) -> Row | None:
    """The text that was fixed for signature and when; None before."""
    if record["document_hash"] is None:
        return None
    return await db.row(_frozen(), agreement_id=record["id"], sha256=record["document_hash"])


async def get_text(db: Executor, principal: Principal, agreement_id: UUID) -> dict[str, Any]:
    """The document with its hash and the signatures below it, or AgreementNotFound."""
    record = await fetch(db, principal, agreement_id)
    return _told(principal, record, await frozen(db, record))


async def text_paper(db: Executor, principal: Principal, agreement_id: UUID) -> dict[str, Any]:
    """The document as it is printed, or AgreementNotFound."""
    record = await fetch(db, principal, agreement_id)
    told = _told(principal, record, await frozen(db, record))
    parties = {"partner": record["signed_as"] or record["partner_legal_name"], "district": principal.tenant.name}
    data = printing.text_paper(told, parties, principal.tenant.is_demonstration)
    return {"data": data, "made_at": told["frozen_at"] or record["updated_at"]}


def _told(principal: Principal, record: Mapping[str, Any], kept: Row | None) -> dict[str, Any]:
    document: Mapping[str, Any] = document_of(principal, record) if kept is None else kept["document"]
    return {
        "id": record["id"],
        "version": record["version"],
        "number": record["number"],
        "is_frozen": kept is not None,
        "frozen_at": None if kept is None else kept["frozen_at"],
        "sha256": documents.fingerprint(document),
        "document": document,
        "signatures": [
            {name: each[name] for name in ("party", "name", "title", "method", "signed_on")}
            for each in record["signatures"]
            if each["voided_at"] is None
        ],
    }
