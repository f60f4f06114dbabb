"""Where an agreement's terms come from, and its clauses and data terms, as JSON within its statement."""

from typing import Any

from sqlalchemy import ColumnElement, literal_column, select

from alongside.agreements.models import (
    Agreement,
    AgreementAdoption,
    AgreementTemplate,
    AgreementTemplateVersion,
    ClauseWord,
    DataTerms,
    OpenAgreement,
)
from alongside.core.statements import TENANT, columns, table
from alongside.identity.models import Tenant

from .as_json import json_object, parts, person, utc

a = columns(Agreement)
dt = columns(DataTerms)
at = columns(AgreementTemplate)
av = columns(AgreementTemplateVersion)
cw = columns(ClauseWord)
ad = columns(AgreementAdoption)
oo = columns(OpenAgreement)
tenant = columns(Tenant)


def template() -> ColumnElement[Any]:
    """The template and its version that the text was made from, and the newest version there is; or null."""
    newest = table(AgreementTemplateVersion).alias("newest_version").c
    last = (
        select(json_object(id=newest.id, number=newest.number))
        .where(newest.tenant_id == TENANT, newest.template_id == at.id, newest.published_at.is_not(None))
        .order_by(newest.number.desc())
        .limit(literal_column("1"))
        .scalar_subquery()
    )
    told = json_object(
        id=at.id, name=at.name, is_retired=at.status == literal_column("'retired'"), version_id=av.id,
        number=av.number, is_negotiable=av.is_negotiable, newest=last,
    )  # fmt: skip
    on = (at.tenant_id == av.tenant_id) & (at.id == av.template_id)
    found = select(told).join_from(av.id.table, at.id.table, on)
    return found.where(av.tenant_id == a.tenant_id, av.id == a.template_version_id).scalar_subquery()


def adoption() -> ColumnElement[Any]:
    """Whose terms it adopts, as they were then, and how that agreement stands by now; or null.

    The copy is another tenant's row, which its policy lets everybody read.
    """
    told = json_object(
        **{column.name: column for column in ad if column.name not in {"tenant_id", "id", "agreement_id"}},
        standing=oo.standing, closed_on=oo.closed_on, open_until=oo.open_until, over_on=oo.over_on,
        ends_on=oo.ends_on, adopted_by=person(ad.adopted_by_id),
    )  # fmt: skip
    copy = (oo.tenant_id == ad.origin_tenant_id) & (oo.id == ad.origin_id)
    found = select(told).join_from(ad.id.table, oo.id.table, copy, isouter=True)
    return found.where(ad.tenant_id == a.tenant_id, ad.agreement_id == a.id).scalar_subquery()


def adopts_without_legal() -> ColumnElement[Any]:
    return select(tenant.adopts_without_legal).where(tenant.id == a.tenant_id).scalar_subquery()


def clause_words() -> ColumnElement[Any]:
    """What was said of clauses, the last word last."""
    told = json_object(
        code=cw.code, state=cw.state, note=cw.note, side=cw.side, by=person(cw.said_by_id), said_at=utc(cw.said_at)
    )
    return parts(told, cw, cw.said_at, cw.id).scalar_subquery()


def data_terms(of: Any = a) -> ColumnElement[Any]:
    """What an agreement says of student records as JSON, or null."""
    told = json_object(
        **{column.name: column for column in dt if column.name not in {"tenant_id", "id", "agreement_id"}}
    )
    return (
        select(told)
        .where(dt.tenant_id == of.tenant_id, dt.agreement_id == of.id)
        .correlate(of.id.table)
        .scalar_subquery()
    )
