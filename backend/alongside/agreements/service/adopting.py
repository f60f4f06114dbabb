"""Adopting what another district opened: a draft of one's own with its terms, and hearing what becomes of it there."""

from typing import Any
from uuid import UUID

from sqlalchemy import Update, bindparam, update

from alongside.agreements import queries, rules
from alongside.agreements.errors import AdoptedAlready, CannotAdopt, NotYourSide
from alongside.agreements.events import AgreementAdopted, OriginChanged
from alongside.agreements.models import AgreementAdoption
from alongside.agreements.schemas import AdoptionCreate
from alongside.core.db import Database, Tx
from alongside.core.errors import wrong
from alongside.core.record import record
from alongside.core.statements import TENANT, a_day, a_key, columns, statement, table
from alongside.identity.principal import Principal, TenantSettings
from alongside.partners.queries import get as get_partner

from . import terms, write
from .draft import Parts, create
from .opening import close_for_good

ad = columns(AgreementAdoption)

_SAID = ("type", "is_binding", "term_kind", "purpose", "populations", "schedule", "financial_terms", "notice_days",
         "shares_student_records")  # fmt: skip


async def adopt(tx: Tx, principal: Principal, open_id: UUID, body: AdoptionCreate) -> dict[str, Any]:
    """Draft an agreement here with the terms of one that another district opened; its route and its signatures are
    this district's own.

    Raises OpenAgreementNotFound, NotYourSide, CannotAdopt, AdoptedAlready, Unprocessable. The lock on the partner lets
    one of two drafts through.
    """
    if not queries.adopts(principal):
        raise NotYourSide
    await queries.open_row(tx, principal, open_id)
    await terms.check_partner(tx, body.partner_id)
    if not queries.is_office(principal, body.partner_id):
        raise NotYourSide
    await queries.lock_partner(tx, body.partner_id)
    row = await queries.open_row(tx, principal, open_id)
    if row["standing"] != "in_force":
        raise CannotAdopt
    if row["adopted_here"] is not None:
        raise AdoptedAlready(agreement_id=row["adopted_here"]["id"])
    partner = await get_partner(tx, principal, body.partner_id)
    if row["partner_ein"] is not None and partner["ein"] is not None and row["partner_ein"] != partner["ein"]:
        raise wrong("/partner_id", "other_organization", "This partner has another EIN than the one that signed there")
    first, last = rules.adopted_days(row["starts_on"], row["ends_on"], principal.today)
    starts_on, ends_on = body.starts_on or first, body.ends_on or last
    terms.check_dates(starts_on, ends_on)
    terms.check_adopted(ends_on, {"origin_ends_on": row["ends_on"].isoformat()})
    programs = terms.once(body.program_ids)
    await terms.check_programs(tx, body.partner_id, programs)
    said = row["terms"]
    data = said["data_terms"]
    parts = Parts(
        programs=programs,
        expectations=said["expectations"],
        resources=[{**each, "promised_by_on": None, "school_id": None} for each in said["resources"]],
        data_terms=None if data is None else {**dict.fromkeys(rules.LOCAL_DATA), **data},
    )
    values = {
        **{name: said[name] for name in _SAID},
        "sections": said["sections"] or None,
        "title": row["title"],
        "partner_id": body.partner_id,
        "starts_on": starts_on,
        "ends_on": ends_on,
        "drafted_by": "district",
    }
    made = await create(
        tx, principal, values, parts, AgreementAdopted, adopted_from=f"{row['district']}, {row['number']}"
    )
    adoption = {
        "agreement_id": made,
        "origin_tenant_id": row["origin_tenant_id"],
        "origin_id": open_id,
        **{name: row[name] for name in ("district", "number", "title", "clause", "text_sha256", "terms")},
        "origin_ends_on": row["ends_on"],
        "adopted_on": principal.today,
        "adopted_by_id": principal.person_id,
    }
    await write.add(tx, AgreementAdoption, adoption)
    return await queries.get(tx, principal, made)


@statement
def _told_of() -> Update:
    return (
        update(table(AgreementAdoption))
        .where(ad.tenant_id == TENANT, ad.agreement_id == a_key("agreement_id"))
        .values(origin_state=bindparam("state", type_=ad.origin_state.type), origin_state_on=a_day("day"))
    )


async def look_abroad(database: Database, tenant: TenantSettings) -> None:
    """Once in a while: close what is open here beyond its last day, and write down, in the record of each agreement
    that adopts another district's, that the other one is on hold, closed or over since. Nothing else changes by it."""
    principal = Principal(tenant=tenant)
    db = database.read(principal)
    past = await queries.past_openings(db, principal.today)
    changed = [each for each in await queries.origins(db, principal.today) if each.was != each.now]
    for agreement_id in past:
        async with database.transaction(principal) as tx:
            await close_for_good(tx, principal, agreement_id)
    for each in changed:
        async with database.transaction(principal) as tx:
            # looked at again under the lock: another worker may have been here
            fresh = next((one for one in await queries.origins(tx, principal.today, each.agreement_id)), None)
            if fresh is None or fresh.was == fresh.now:
                continue
            await tx.run(_told_of(), agreement_id=each.agreement_id, state=fresh.now, day=principal.today)
            version = await write.change(tx, each.agreement_id, {})
            told = {"origin_state": [fresh.was, fresh.now], "district": [fresh.district] * 2}
            record(tx, OriginChanged(object_id=each.agreement_id, version=version, changed=told))
