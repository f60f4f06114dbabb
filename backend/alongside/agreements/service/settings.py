"""Setting when agreements are looked at again, when their renewals open, and whether clauses are checked off."""

from dataclasses import replace
from typing import Any

from sqlalchemy import Delete, Insert, Update, delete, insert, update

from alongside.agreements import queries
from alongside.agreements.errors import WholeDistrict
from alongside.agreements.events import AgreementSettingsChanged
from alongside.agreements.models import RenewalLead
from alongside.agreements.schemas import AgreementSettingsWrite
from alongside.core.clock import new_id
from alongside.core.conditional import IfMatch, require_version
from alongside.core.db import Tx
from alongside.core.record import difference, record
from alongside.core.statements import TENANT, a_flag, a_key, a_text, an_int, columns, statement, table
from alongside.identity.models import Tenant
from alongside.identity.principal import Principal, Standpoint

from .revisits import plan_all_again

t, lead = columns(Tenant), columns(RenewalLead)


@statement
def _set() -> Update:
    return (
        update(table(Tenant))
        .where(t.id == TENANT)
        .values(
            revisit_basis=a_text("basis"),
            revisit_window_days=an_int("window"),
            asks_site_plans=a_flag("asks"),
            has_clause_checklist=a_flag("checklist"),
            adopts_without_legal=a_flag("adopts"),
            school_answer_days=an_int("answer"),
        )
        .returning(t.rights_version)
    )


@statement
def _forget_leads() -> Delete:
    return delete(table(RenewalLead)).where(lead.tenant_id == TENANT)


@statement
def _lead() -> Insert:
    return insert(table(RenewalLead)).values(tenant_id=TENANT, id=a_key("id"), type=a_text("type"), days=an_int("days"))


async def set_settings(tx: Tx, principal: Principal, body: AgreementSettingsWrite, if_match: IfMatch) -> dict[str, Any]:
    """Set them for the whole district. Raises WholeDistrict, PreconditionFailed/Required."""
    if Standpoint.DISTRICT not in principal.standpoints:
        raise WholeDistrict
    before = await queries.get_settings(tx, is_held=True)
    require_version(if_match, before["version"])
    own = {each["type"]: each["days"] for each in before["renewal_leads"] if each["is_own"]}
    leads: dict[str, int] = {each.type: each.days for each in body.renewal_leads if each.days is not None}
    planned = {"revisit_basis": body.revisit_basis, "revisit_window_days": body.revisit_window_days}
    checklist = before["has_clause_checklist"] if body.has_clause_checklist is None else body.has_clause_checklist
    adopts = before["adopts_without_legal"] if body.adopts_without_legal is None else body.adopts_without_legal
    answer = before["school_answer_days"] if body.school_answer_days is None else body.school_answer_days
    asked = {
        "school_answer_days": answer,
        "asks_site_plans": body.asks_site_plans,
        "has_clause_checklist": checklist,
        "adopts_without_legal": adopts,
    }
    changed = difference({**before, "renewal_leads": own}, {**planned, **asked, "renewal_leads": leads})
    if not changed:
        return before
    told = {"basis": body.revisit_basis, "window": body.revisit_window_days, "asks": body.asks_site_plans}
    version = await tx.value(_set(), **told, checklist=checklist, adopts=adopts, answer=answer)
    if leads != own:
        await tx.run(_forget_leads())
        await tx.run_many(_lead(), [{"id": new_id(), "type": kind, "days": days} for kind, days in leads.items()])
    if not changed.keys().isdisjoint(planned):
        tenant = replace(
            principal.tenant, revisit_basis=body.revisit_basis, revisit_window_days=body.revisit_window_days
        )
        await plan_all_again(tx, tenant, principal.today)
    record(tx, AgreementSettingsChanged(object_id=principal.tenant_id, version=version, changed=changed))
    return await queries.get_settings(tx)
