"""Going without a paper for a time, and taking that back."""

from typing import Any
from uuid import UUID

from alongside.core.conditional import IfMatch, check_version
from alongside.core.db import Tx
from alongside.core.errors import FieldError, Unprocessable
from alongside.core.record import record
from alongside.identity.principal import Principal
from alongside.papers import queries
from alongside.papers.errors import NotYourPapers, PersonMustDecide, RequirementNotFound, WaiverOver
from alongside.papers.events import WaiverGiven, WaiverRevoked
from alongside.papers.models import PaperWaiver
from alongside.papers.schemas import WaiverCreate
from alongside.partners.errors import PartnerNotFound
from alongside.partners.queries import get as get_partner

from . import write


async def give_waiver(tx: Tx, principal: Principal, body: WaiverCreate) -> dict[str, Any]:
    """Waive a requirement for a time. Raises PersonMustDecide, NotYourPapers (of one's own employer), Unprocessable."""
    if principal.person_id is None:
        raise PersonMustDecide
    if body.partner_id in principal.employers:
        raise NotYourPapers
    faults = []
    try:
        requirement = await queries.lock_requirement(tx, body.requirement_id)
        if queries.is_retired(requirement, body.starts_on):
            faults.append(FieldError("/requirement_id", "retired", "This is not asked any more"))
    except RequirementNotFound:
        faults.append(FieldError("/requirement_id", "unresolved_reference", "There is no such requirement"))
    try:
        await get_partner(tx, principal, body.partner_id)
    except PartnerNotFound:
        faults.append(FieldError("/partner_id", "unresolved_reference", "There is no such partner"))
    if body.starts_on < principal.today:
        faults.append(FieldError("/starts_on", "not_before_today", "Nothing is waived for days that are over"))
    if body.ends_on < body.starts_on:
        faults.append(FieldError("/ends_on", "date_order", "The last day is before the first"))
    if body.program_id is not None and not faults:
        faults += await write.program_fault(tx, principal, body.program_id, body.partner_id, "/program_id")
    if body.school_id is not None:
        faults += await write.school_fault(tx, principal, body.school_id, "/school_id")
    if faults:
        raise Unprocessable(errors=faults)
    values = {**body.model_dump(), "author_id": principal.person_id}
    waiver_id = await write.add(tx, PaperWaiver, values)
    told = write.told({name: value for name, value in values.items() if name != "reason"})
    record(tx, WaiverGiven(object_id=waiver_id, changed=told, reason=body.reason))
    return await queries.get_waiver(tx, principal, waiver_id)


async def revoke_waiver(
    tx: Tx, principal: Principal, waiver_id: UUID, reason: str, if_match: IfMatch
) -> dict[str, Any]:
    """Take a waiver back as of today. Raises PersonMustDecide, NotYourPapers, WaiverOver."""
    row = await queries.lock_waiver(tx, principal, waiver_id)
    check_version(if_match, row["version"])
    if principal.person_id is None:
        raise PersonMustDecide
    if row["partner_id"] in principal.employers:
        raise NotYourPapers
    if row["revoked_on"] is not None:
        raise WaiverOver
    after = {"revoked_on": principal.today, "revoked_reason": reason}
    version = await write.change(tx, PaperWaiver, waiver_id, after)
    told = {"revoked_on": [None, principal.today]}
    record(tx, WaiverRevoked(object_id=waiver_id, version=version, changed=told, reason=reason))
    return await queries.get_waiver(tx, principal, waiver_id)
