"""One agreement with all its parts in one statement, and the lock that writes start from."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, select

from alongside.agreements.errors import AgreementNotFound
from alongside.agreements.models import (
    Agreement,
    AgreementHold,
    AgreementNotice,
    AgreementProgram,
    AgreementSchool,
    RenewalLead,
)
from alongside.core.db import Executor, Tx
from alongside.core.statements import TENANT, Query, a_key, columns, statement
from alongside.identity.principal import Principal, Standpoint
from alongside.partners.models import Partner, Program
from alongside.schools.queries import STATUS, s

from .answers import SCHOOL_ANSWER_DUE
from .as_json import json_object, name_of, parts, person
from .decided import papers, reviews, route, signatures, signed_as, tree, vote
from .promised import expectations, resources
from .related import amendments, followed, number_of, of_original, open_renewal, renewal, replacements
from .terms import adoption, adopts_without_legal, clause_words, data_terms, template
from .visible import visible_to

a = columns(Agreement)
p = columns(Partner)
g = columns(Program)
np = columns(AgreementProgram)
ns = columns(AgreementSchool)
h = columns(AgreementHold)
n = columns(AgreementNotice)
lead = columns(RenewalLead)


def _schools() -> ColumnElement[Any]:
    told = json_object(
        school=json_object(id=s.id, name=s.name), school_status=STATUS, confirmation=ns.confirmation,
        confirmed_by=person(ns.confirmed_by_id), confirmed_on=ns.confirmed_on, reason=ns.reason,
        added_on=ns.added_on, added_by=person(ns.added_by_id), covered_from=ns.covered_from,
        answer_due_on=SCHOOL_ANSWER_DUE,
    )  # fmt: skip
    at = (s.tenant_id == ns.tenant_id) & (s.id == ns.school_id)
    return parts(told, ns, s.name, s.id).join_from(ns.id.table, s.id.table, at).scalar_subquery()


def _programs() -> ColumnElement[Any]:
    told = json_object(id=g.id, name=g.name, description=g.description, status=g.status)
    on = (g.tenant_id == np.tenant_id) & (g.id == np.program_id)
    return parts(told, np, g.name, g.id).join_from(np.id.table, g.id.table, on).scalar_subquery()


def _holds() -> ColumnElement[Any]:
    told = json_object(from_on=h.from_on, until_on=h.until_on, reason=h.reason)
    return parts(told, h, h.from_on, h.id).scalar_subquery()


def _notice() -> ColumnElement[Any]:
    told = json_object(
        side=n.side, given_on=n.given_on, given_by=person(n.given_by_id), for_cause=n.for_cause, papers=n.papers,
        paper_id=n.paper_id, student_data=n.student_data, student_data_due_on=n.student_data_due_on,
    )  # fmt: skip
    return select(told).where(n.tenant_id == a.tenant_id, n.agreement_id == a.id).scalar_subquery()


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
            person(a.author_id).label("author"), name_of(a.submitted_by_id).label("submitted_by"),
            name_of(a.approved_by_id).label("approved_by"), _programs().label("programs"),
            _schools().label("schools"), expectations().label("expectations"), resources().label("resources"),
            reviews().label("reviews"), signatures().label("signatures"), papers().label("documents"),
            followed(standpoints, "renewed", a.renews_id).label("renews"),
            renewal(standpoints).label("renewal"),
            followed(standpoints, "amended", a.amends_id).label("amends"),
            amendments(standpoints).label("amendments"), open_renewal().scalar_subquery().label("has_open_renewal"),
            followed(standpoints, "replaced", a.supersedes_id).label("supersedes"),
            replacements(standpoints).scalar_subquery().label("replacement"),
            replacements(None).scalar_subquery().label("has_replacement"),
            _holds().label("holds"), _notice().label("notice"), data_terms().label("data_terms"),
            _lead().label("lead_days"),
            *(of_original(name).label(f"original_{name}") for name in ("status", "starts_on", "ends_on")),
            route().label("route"), vote().label("board"), tree().label("tree"),
            adoption().label("adoption"), adopts_without_legal().label("adopts_without_legal"),
            template().label("template"), clause_words().label("clause_words"),
            number_of(a.renews_id, "renewed_number").label("renews_number"),
            number_of(a.amends_id, "amended_number").label("amends_number"),
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
