"""How an agreement is decided and signed, as JSON within its statement: route, review, vote, signatures and papers."""

from typing import Any

from sqlalchemy import ColumnElement, func, literal_column, select

from alongside.agreements.models import (
    Agreement,
    AgreementDocument,
    AgreementReview,
    AgreementRoute,
    BoardVote,
    BoardVoteAgreement,
    ReviewNote,
    Signature,
    TreeAnswer,
)
from alongside.core.statements import TENANT, columns
from alongside.partners.queries.naming import other_name_on

from .as_json import json_list, json_object, parts, person, utc

a = columns(Agreement)
rev = columns(AgreementReview)
sig = columns(Signature)
d = columns(AgreementDocument)
ro = columns(AgreementRoute)
rn = columns(ReviewNote)
bv = columns(BoardVote)
ba = columns(BoardVoteAgreement)
ta = columns(TreeAnswer)


def reviews() -> ColumnElement[Any]:
    notes = (
        select(json_list(json_object(section=rn.section, text=rn.text), rn.section))
        .where(rn.tenant_id == TENANT, rn.review_id == rev.id)
        .scalar_subquery()
    )
    told = json_object(
        id=rev.id, notes=notes, step=rev.step, decision=rev.decision, comment=rev.comment,
        reviewer=person(rev.reviewer_id), decided_at=utc(rev.decided_at), is_current=rev.is_current,
    )  # fmt: skip
    return parts(told, rev, rev.decided_at, rev.id).scalar_subquery()


def signatures() -> ColumnElement[Any]:
    told = json_object(
        id=sig.id, party=sig.party, name=sig.signer_name, title=sig.signer_title, method=sig.method,
        signed_on=sig.signed_on, sha256=sig.document_hash, voided_at=utc(sig.voided_at), signer_id=sig.signer_id,
        signed_at=utc(sig.signed_at), consent_words=sig.consent_words, ip_address=sig.ip_address,
        entered_by=person(sig.entered_by_id), document_id=sig.document_id,
    )  # fmt: skip
    return parts(told, sig, sig.signed_at, sig.id).scalar_subquery()


def signed_as() -> ColumnElement[Any]:
    """What the partner was called when it signed, where that is another name than today's; the partner is joined.
    Nobody knows when the day of signing is unknown."""
    given = select(func.max(sig.signed_on)).where(
        sig.tenant_id == a.tenant_id, sig.agreement_id == a.id, sig.voided_at.is_(None), sig.party == "partner"
    )
    return other_name_on(a, func.coalesce(given.correlate(a.id.table).scalar_subquery(), a.signed_elsewhere_on))


def papers() -> ColumnElement[Any]:
    told = json_object(
        id=d.id, name=d.name, media_type=d.media_type, size=d.size, sha256=d.sha256, uploaded_at=utc(d.uploaded_at),
        uploaded_by=person(d.uploaded_by_id),
    )  # fmt: skip
    return parts(told, d, d.uploaded_at, d.id).scalar_subquery()


def route() -> ColumnElement[Any]:
    """How the district reviews this type now, for a text that was not handed in yet."""
    told = json_object(steps=ro.steps, is_in_order=ro.is_in_order, signing_order=ro.signing_order)
    return select(told).where(ro.tenant_id == TENANT, ro.type == a.type).scalar_subquery()


def tree() -> ColumnElement[Any]:
    """Where answers lead in this district, as it set them; or that it went back to the usual way."""
    told = json_object(answer=ta.answer, type=ta.type, is_binding=ta.is_binding, steps=ta.steps, is_usual=ta.is_usual)
    return select(json_list(told, ta.answer)).where(ta.tenant_id == TENANT).scalar_subquery()


def vote() -> ColumnElement[Any]:
    """The board's vote that moved it, or null."""
    told = json_object(
        id=bv.id, met_on=bv.met_on, item=bv.item, resolution=bv.resolution, outcome=bv.outcome, note=bv.note,
        recorded_by=person(bv.recorded_by_id), recorded_at=utc(bv.recorded_at),
    )  # fmt: skip
    on = (ba.tenant_id == bv.tenant_id) & (ba.vote_id == bv.id)
    return (
        select(told)
        .join_from(bv.id.table, ba.id.table, on)
        .where(ba.tenant_id == TENANT, ba.agreement_id == a.id)
        .order_by(bv.recorded_at.desc(), bv.id.desc())
        .limit(literal_column("1"))
        .scalar_subquery()
    )
