"""One agreement with all its parts in one statement, and the locks that writes start from."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, any_, func, literal_column, not_, select
from sqlalchemy.dialects.postgresql import aggregate_order_by

from alongside.agreements import rules
from alongside.agreements.errors import AgreementNotFound
from alongside.agreements.models import (
    Agreement,
    AgreementAdoption,
    AgreementDocument,
    AgreementHold,
    AgreementNotice,
    AgreementProgram,
    AgreementReview,
    AgreementRoute,
    AgreementSchool,
    AgreementTemplate,
    AgreementTemplateVersion,
    BoardVote,
    BoardVoteAgreement,
    ClauseWord,
    DataTerms,
    Expectation,
    OpenAgreement,
    PromiseWord,
    RenewalLead,
    ResourceCommitment,
    ReviewNote,
    Signature,
    TreeAnswer,
)
from alongside.core.db import Executor, Tx
from alongside.core.statements import TENANT, Query, a_key, columns, statement, table
from alongside.identity.models import Person, Tenant
from alongside.identity.principal import Principal, Standpoint
from alongside.partners.models import Partner, Program
from alongside.partners.queries.naming import other_name_on
from alongside.schools.queries import STATUS, s

from .answers import SCHOOL_ANSWER_DUE
from .visible import visible_to

a, p, g = columns(Agreement), columns(Partner), columns(Program)
np, ns, rev, sig = columns(AgreementProgram), columns(AgreementSchool), columns(AgreementReview), columns(Signature)
e, rc, d = columns(Expectation), columns(ResourceCommitment), columns(AgreementDocument)
w, h, n, lead = columns(PromiseWord), columns(AgreementHold), columns(AgreementNotice), columns(RenewalLead)
ro, rn = columns(AgreementRoute), columns(ReviewNote)
bv, ba, dt = columns(BoardVote), columns(BoardVoteAgreement), columns(DataTerms)
at, av, cw, ta = columns(AgreementTemplate), columns(AgreementTemplateVersion), columns(ClauseWord), columns(TreeAnswer)
ad, oo, tenant = columns(AgreementAdoption), columns(OpenAgreement), columns(Tenant)

_EMPTY: ColumnElement[Any] = literal_column("'[]'::jsonb")
OVER: ColumnElement[Any] = literal_column("'{" + ",".join(sorted(rules.OVER)) + "}'::text[]")
_RFC_3339: ColumnElement[Any] = literal_column("""'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'""")


def _utc(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """An instant as the wire writes it."""
    return func.to_char(func.timezone(literal_column("'UTC'"), column), _RFC_3339)


def _object(**fields: Any) -> ColumnElement[Any]:
    pairs: list[ColumnElement[Any]] = []
    for name, value in fields.items():
        pairs += [literal_column(f"'{name}'"), value]
    return func.jsonb_build_object(*pairs)


def _list(told: ColumnElement[Any], *order: Any) -> ColumnElement[Any]:
    return func.coalesce(func.jsonb_agg(aggregate_order_by(told, *order)), _EMPTY)


def _parts(told: ColumnElement[Any], part: Any, *order: Any) -> Select[Any]:
    return select(_list(told, *order)).where(part.tenant_id == a.tenant_id, part.agreement_id == a.id)


def _name_of(column: ColumnElement[Any]) -> ColumnElement[Any]:
    who = table(Person).alias()
    return select(who.c.name).where(who.c.id == column).scalar_subquery()


def _person(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """Somebody by id and name as JSON, or null."""
    who = table(Person).alias()
    return select(_object(id=who.c.id, name=who.c.name)).where(who.c.id == column).scalar_subquery()


def _schools() -> ColumnElement[Any]:
    told = _object(
        school=_object(id=s.id, name=s.name), school_status=STATUS, confirmation=ns.confirmation,
        confirmed_by=_person(ns.confirmed_by_id), confirmed_on=ns.confirmed_on, reason=ns.reason,
        added_on=ns.added_on, added_by=_person(ns.added_by_id), covered_from=ns.covered_from,
        answer_due_on=SCHOOL_ANSWER_DUE,
    )  # fmt: skip
    at = (s.tenant_id == ns.tenant_id) & (s.id == ns.school_id)
    return _parts(told, ns, s.name, s.id).join_from(ns.id.table, s.id.table, at).scalar_subquery()


def _words(of: ColumnElement[Any], promise: ColumnElement[Any]) -> ColumnElement[Any]:
    """What was said of one promise, at which school or everywhere."""
    at = (s.tenant_id == w.tenant_id) & (s.id == w.school_id)
    school = select(_object(id=s.id, name=s.name)).where(at).scalar_subquery()
    told = _object(
        school=school, outcome=w.outcome, on=w.on_day, note=w.note, side=w.side, by=_person(w.said_by_id),
        said_at=_utc(w.said_at),
    )  # fmt: skip
    said = select(_list(told, w.on_day, w.id)).where(w.tenant_id == TENANT, of == promise)
    return said.scalar_subquery()


def _resources() -> ColumnElement[Any]:
    at = (s.tenant_id == rc.tenant_id) & (s.id == rc.school_id)
    school = select(_object(id=s.id, name=s.name)).where(at).scalar_subquery()
    told = _object(
        id=rc.id, party=rc.party, text=rc.text, value_cents=rc.value_cents, promised_by_on=rc.promised_by_on,
        delivered_on=rc.delivered_on, school=school, words=_words(w.resource_id, rc.id),
    )  # fmt: skip
    return _parts(told, rc, rc.position, rc.id).scalar_subquery()


def promise_words(expectation: ColumnElement[Any]) -> ColumnElement[Any]:
    """What was said of one expectation."""
    return _words(w.expectation_id, expectation)


def _expectations() -> ColumnElement[Any]:
    told = _object(id=e.id, party=e.party, topic=e.topic, text=e.text, words=promise_words(e.id))
    # what a site plan promises at its school stands in the plan
    return _parts(told, e, e.position, e.id).where(e.plan_id.is_(None)).scalar_subquery()


def _reviews() -> ColumnElement[Any]:
    notes = (
        select(_list(_object(section=rn.section, text=rn.text), rn.section))
        .where(rn.tenant_id == TENANT, rn.review_id == rev.id)
        .scalar_subquery()
    )
    told = _object(
        id=rev.id, notes=notes, step=rev.step, decision=rev.decision, comment=rev.comment,
        reviewer=_person(rev.reviewer_id), decided_at=_utc(rev.decided_at), is_current=rev.is_current,
    )  # fmt: skip
    return _parts(told, rev, rev.decided_at, rev.id).scalar_subquery()


def _signatures() -> ColumnElement[Any]:
    told = _object(
        id=sig.id, party=sig.party, name=sig.signer_name, title=sig.signer_title, method=sig.method,
        signed_on=sig.signed_on, sha256=sig.document_hash, voided_at=_utc(sig.voided_at), signer_id=sig.signer_id,
        signed_at=_utc(sig.signed_at), consent_words=sig.consent_words, ip_address=sig.ip_address,
        entered_by=_person(sig.entered_by_id), document_id=sig.document_id,
    )  # fmt: skip
    return _parts(told, sig, sig.signed_at, sig.id).scalar_subquery()


def signed_as() -> ColumnElement[Any]:
    """What the partner was called when it signed, where that is another name than today's; the partner is joined.
    Nobody knows when the day of signing is unknown."""
    given = select(func.max(sig.signed_on)).where(
        sig.tenant_id == a.tenant_id, sig.agreement_id == a.id, sig.voided_at.is_(None), sig.party == "partner"
    )
    return other_name_on(a, func.coalesce(given.correlate(a.id.table).scalar_subquery(), a.signed_elsewhere_on))


def _papers() -> ColumnElement[Any]:
    told = _object(
        id=d.id, name=d.name, media_type=d.media_type, size=d.size, sha256=d.sha256, uploaded_at=_utc(d.uploaded_at),
        uploaded_by=_person(d.uploaded_by_id),
    )  # fmt: skip
    return _parts(told, d, d.uploaded_at, d.id).scalar_subquery()


def _route() -> ColumnElement[Any]:
    """How the district reviews this type now, for a text that was not handed in yet."""
    told = _object(steps=ro.steps, is_in_order=ro.is_in_order, signing_order=ro.signing_order)
    return select(told).where(ro.tenant_id == TENANT, ro.type == a.type).scalar_subquery()


def _tree() -> ColumnElement[Any]:
    """Where answers lead in this district, as it set them; or that it went back to the usual way."""
    told = _object(answer=ta.answer, type=ta.type, is_binding=ta.is_binding, steps=ta.steps, is_usual=ta.is_usual)
    return select(_list(told, ta.answer)).where(ta.tenant_id == TENANT).scalar_subquery()


def _template() -> ColumnElement[Any]:
    """The template and its version that the text was made from, and the newest version there is; or null."""
    newest = table(AgreementTemplateVersion).alias("newest_version").c
    last = (
        select(_object(id=newest.id, number=newest.number))
        .where(newest.tenant_id == TENANT, newest.template_id == at.id, newest.published_at.is_not(None))
        .order_by(newest.number.desc())
        .limit(literal_column("1"))
        .scalar_subquery()
    )
    told = _object(
        id=at.id, name=at.name, is_retired=at.status == literal_column("'retired'"), version_id=av.id,
        number=av.number, is_negotiable=av.is_negotiable, newest=last,
    )  # fmt: skip
    on = (at.tenant_id == av.tenant_id) & (at.id == av.template_id)
    found = select(told).join_from(av.id.table, at.id.table, on)
    return found.where(av.tenant_id == a.tenant_id, av.id == a.template_version_id).scalar_subquery()


def _adoption() -> ColumnElement[Any]:
    """Whose terms it adopts, as they were then, and how that agreement stands by now; or null.

    The copy is another tenant's row, which its policy lets everybody read.
    """
    told = _object(
        **{column.name: column for column in ad if column.name not in {"tenant_id", "id", "agreement_id"}},
        standing=oo.standing, closed_on=oo.closed_on, open_until=oo.open_until, over_on=oo.over_on,
        ends_on=oo.ends_on, adopted_by=_person(ad.adopted_by_id),
    )  # fmt: skip
    copy = (oo.tenant_id == ad.origin_tenant_id) & (oo.id == ad.origin_id)
    found = select(told).join_from(ad.id.table, oo.id.table, copy, isouter=True)
    return found.where(ad.tenant_id == a.tenant_id, ad.agreement_id == a.id).scalar_subquery()


def _adopts_without_legal() -> ColumnElement[Any]:
    return select(tenant.adopts_without_legal).where(tenant.id == a.tenant_id).scalar_subquery()


def _clause_words() -> ColumnElement[Any]:
    """What was said of clauses, the last word last."""
    told = _object(
        code=cw.code, state=cw.state, note=cw.note, side=cw.side, by=_person(cw.said_by_id), said_at=_utc(cw.said_at)
    )
    return _parts(told, cw, cw.said_at, cw.id).scalar_subquery()


def _vote() -> ColumnElement[Any]:
    """The board's vote that moved it, or null."""
    told = _object(
        id=bv.id, met_on=bv.met_on, item=bv.item, resolution=bv.resolution, outcome=bv.outcome, note=bv.note,
        recorded_by=_person(bv.recorded_by_id), recorded_at=_utc(bv.recorded_at),
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


def _programs() -> ColumnElement[Any]:
    told = _object(id=g.id, name=g.name, description=g.description, status=g.status)
    on = (g.tenant_id == np.tenant_id) & (g.id == np.program_id)
    return _parts(told, np, g.name, g.id).join_from(np.id.table, g.id.table, on).scalar_subquery()


def ref(of: Any) -> ColumnElement[Any]:
    """Another agreement as JSON."""
    return _object(
        id=of.id, number=of.number, title=of.title, status=of.status, starts_on=of.starts_on, ends_on=of.ends_on
    )


def _followed(standpoints: frozenset[Standpoint], name: str, own: ColumnElement[Any]) -> ColumnElement[Any]:
    """The agreement that this one renews or amends, when the caller sees it."""
    other = table(Agreement).alias(name).c
    return select(ref(other)).where(visible_to(standpoints, other), other.id == own).scalar_subquery()


def _open_renewal() -> Select[Any]:
    other = table(Agreement).alias("open_renewal").c
    over = other.status == any_(OVER)
    return select(func.count() > literal_column("0")).where(
        other.tenant_id == TENANT, other.renews_id == a.id, not_(over)
    )


def _renewal(standpoints: frozenset[Standpoint]) -> ColumnElement[Any]:
    """The renewal under way or signed, of which there is one at most."""
    other = table(Agreement).alias("renewal").c
    over = other.status == any_(OVER)
    found = select(ref(other)).where(visible_to(standpoints, other), other.renews_id == a.id, not_(over))
    return found.scalar_subquery()


def _number_of(own: ColumnElement[Any], name: str) -> ColumnElement[Any]:
    """The number of the agreement that is followed: part of the text, whoever reads it."""
    other = table(Agreement).alias(name).c
    return select(other.number).where(other.tenant_id == TENANT, other.id == own).scalar_subquery()


def _amendments(standpoints: frozenset[Standpoint]) -> ColumnElement[Any]:
    other = table(Agreement).alias("amendment").c
    return (
        select(_list(ref(other), other.created_at, other.id))
        .where(other.amends_id == a.id, visible_to(standpoints, other))
        .scalar_subquery()
    )


def _holds() -> ColumnElement[Any]:
    told = _object(from_on=h.from_on, until_on=h.until_on, reason=h.reason)
    return _parts(told, h, h.from_on, h.id).scalar_subquery()


def _notice() -> ColumnElement[Any]:
    told = _object(
        side=n.side, given_on=n.given_on, given_by=_person(n.given_by_id), for_cause=n.for_cause, papers=n.papers,
        paper_id=n.paper_id, student_data=n.student_data, student_data_due_on=n.student_data_due_on,
    )  # fmt: skip
    return select(told).where(n.tenant_id == a.tenant_id, n.agreement_id == a.id).scalar_subquery()


def data_terms(of: Any = a) -> ColumnElement[Any]:
    """What an agreement says of student records as JSON, or null."""
    told = _object(**{column.name: column for column in dt if column.name not in {"tenant_id", "id", "agreement_id"}})
    return (
        select(told)
        .where(dt.tenant_id == of.tenant_id, dt.agreement_id == of.id)
        .correlate(of.id.table)
        .scalar_subquery()
    )


def _replacements(standpoints: frozenset[Standpoint] | None) -> Select[Any]:
    """What is to take its place or did, of which there is one at most; with None whoever sees it."""
    other = table(Agreement).alias("replacement").c
    seen = other.tenant_id == TENANT if standpoints is None else visible_to(standpoints, other)
    told = func.count() > literal_column("0") if standpoints is None else ref(other)
    return select(told).where(seen, other.supersedes_id == a.id, not_(other.status == any_(OVER)))


def _of_original(column: str) -> ColumnElement[Any]:
    """A column of the agreement that this one changes, whoever sees that one."""
    other = table(Agreement).alias(f"original_{column}").c
    return select(other[column]).where(other.tenant_id == TENANT, other.id == a.amends_id).scalar_subquery()


def _lead() -> ColumnElement[Any]:
    return select(lead.days).where(lead.tenant_id == TENANT, lead.type == a.type).scalar_subquery()


@statement
def _record(standpoints: frozenset[Standpoint]) -> Query:
    return (
        select(
            *(column for column in a if column.name != "tenant_id"),
            p.name.label("partner_name"), p.legal_name.label("partner_legal_name"),
            signed_as().label("signed_as"),
            p.status.label("partner_status"), p.vetting_expires_on.label("partner_vetting_expires_on"),
            _person(a.author_id).label("author"), _name_of(a.submitted_by_id).label("submitted_by"),
            _name_of(a.approved_by_id).label("approved_by"), _programs().label("programs"),
            _schools().label("schools"), _expectations().label("expectations"), _resources().label("resources"),
            _reviews().label("reviews"), _signatures().label("signatures"), _papers().label("documents"),
            _followed(standpoints, "renewed", a.renews_id).label("renews"),
            _renewal(standpoints).label("renewal"),
            _followed(standpoints, "amended", a.amends_id).label("amends"),
            _amendments(standpoints).label("amendments"), _open_renewal().scalar_subquery().label("has_open_renewal"),
            _followed(standpoints, "replaced", a.supersedes_id).label("supersedes"),
            _replacements(standpoints).scalar_subquery().label("replacement"),
            _replacements(None).scalar_subquery().label("has_replacement"),
            _holds().label("holds"), _notice().label("notice"), data_terms().label("data_terms"),
            _lead().label("lead_days"),
            *(_of_original(name).label(f"original_{name}") for name in ("status", "starts_on", "ends_on")),
            _route().label("route"), _vote().label("board"), _tree().label("tree"),
            _adoption().label("adoption"), _adopts_without_legal().label("adopts_without_legal"),
            _template().label("template"), _clause_words().label("clause_words"),
            _number_of(a.renews_id, "renewed_number").label("renews_number"),
            _number_of(a.amends_id, "amended_number").label("amends_number"),
        )
        .join_from(a.id.table, p.id.table, (p.tenant_id == a.tenant_id) & (p.id == a.partner_id))
        .where(visible_to(standpoints), a.id == a_key("id"))
    )  # fmt: skip


@statement
def _lock(standpoints: frozenset[Standpoint]) -> Query:
    return select(a.id).where(visible_to(standpoints), a.id == a_key("id")).with_for_update()


async def fetch(db: Executor, principal: Principal, agreement_id: UUID) -> Mapping[str, Any]:
    """One agreement with its parts as they are stored, or AgreementNotFound."""
    row = await db.row(_record(principal.standpoints), id=agreement_id, **principal.binds)
    if row is None:
        raise AgreementNotFound
    return dict(row)


async def lock(tx: Tx, principal: Principal, agreement_id: UUID) -> Mapping[str, Any]:
    """The same, nobody else changing it until the transaction ends; AgreementNotFound."""
    if await tx.row(_lock(principal.standpoints), id=agreement_id, **principal.binds) is None:
        raise AgreementNotFound
    return await fetch(tx, principal, agreement_id)


@statement
def _original(names: tuple[str, ...]) -> Query:
    return select(*(a[name] for name in names)).where(a.tenant_id == TENANT, a.id == a_key("id")).with_for_update()


@statement
def _running_amendments() -> Query:
    return (
        select(a.id, a.status, a.starts_on, a.ends_on, a.effective_on, a.ceases_on, a.held_from)
        .where(a.tenant_id == TENANT, a.amends_id == a_key("id"), a.status == any_(_KEPT))
        .order_by(a.effective_on, a.id)
        .with_for_update()
    )


_KEPT: ColumnElement[Any] = literal_column("'{executed,suspended,superseded}'::text[]")
_STANDING = ("id", "status", "starts_on", "ends_on", "effective_on", "ceases_on", "held_from", "amended_from")


async def lock_other(tx: Tx, agreement_id: UUID) -> Mapping[str, Any]:
    """The agreement that another one changes or replaces, whoever sees it: what time does is nobody's view."""
    row = await tx.row(_original(_STANDING), id=agreement_id)
    if row is None:
        raise AgreementNotFound
    return dict(row)


async def lock_amendments(tx: Tx, agreement_id: UUID) -> list[Mapping[str, Any]]:
    """The signed amendments of an agreement: what happens to it happens to them."""
    return [dict(row) for row in await tx.rows(_running_amendments(), id=agreement_id)]


@statement
def _last_day() -> Query:
    return select(a.ends_on).where(a.tenant_id == TENANT, a.id == a_key("id"))


async def renewed_through(db: Executor, renews_id: UUID | None) -> date | None:
    """The last day of the agreement that is renewed, whoever sees it; None without one."""
    last: date | None = None if renews_id is None else await db.value(_last_day(), id=renews_id)
    return last
