"""Moving an application through its review, and an approved partner out and in again."""

from typing import Any
from uuid import UUID

from alongside.core.conditional import IfMatch, check_version
from alongside.core.db import Tx
from alongside.core.errors import wrong
from alongside.core.moves import make_move
from alongside.core.record import difference, record
from alongside.identity.principal import Principal
from alongside.partners import queries
from alongside.partners.errors import PartnerCannotMove
from alongside.partners.events import PARTNER_MOVED
from alongside.partners.queries.record import facts
from alongside.partners.rules import PARTNER, needs_of
from alongside.partners.schemas import PartnerApproval

from .register import write


async def move(
    tx: Tx, principal: Principal, partner_id: UUID, verb: str, if_match: IfMatch, reason: str | None = None
) -> dict[str, Any]:
    """Take one step of the lifecycle. Raises NotYourMove or PartnerCannotMove."""
    dates = {"submitted_on": principal.today} if verb == "submit" else {}
    return await _step(tx, principal, partner_id, verb, if_match, reason, dates)


async def approve(
    tx: Tx, principal: Principal, partner_id: UUID, body: PartnerApproval, if_match: IfMatch
) -> dict[str, Any]:
    """Approve an application: vetted today, until the day given. Raises NotYourMove, PartnerCannotMove."""
    last = body.vetting_expires_on
    if last is not None and last < principal.today:
        raise wrong("/vetting_expires_on", "date_order", "The vetting would end before it begins")
    dates = {"vetted_on": principal.today, "vetting_expires_on": last}
    return await _step(tx, principal, partner_id, "approve", if_match, None, dates)


async def _step(
    tx: Tx,
    principal: Principal,
    partner_id: UUID,
    verb: str,
    if_match: IfMatch,
    reason: str | None,
    dates: dict[str, Any],
) -> dict[str, Any]:
    row = await queries.lock(tx, principal, partner_id)
    check_version(if_match, row["version"])
    before = await queries.get(tx, principal, partner_id)
    needs = needs_of(facts(before["contacts"], before["programs"]))
    actors = queries.actors_on(principal, partner_id)
    made = make_move(PARTNER, verb, row["status"], actors, needs, PartnerCannotMove)
    values = {"status": made.to_state, "status_reason": reason, **dates}
    version = await write(tx, partner_id, values)
    changed = difference(row, values)
    record(tx, PARTNER_MOVED[verb](object_id=partner_id, version=version, changed=changed, reason=reason))
    return await queries.get(tx, principal, partner_id)
