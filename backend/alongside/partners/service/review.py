"""Moving an application through its review, and an approved partner out and in again."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Insert, Update, insert, update

from alongside.core.clock import new_id
from alongside.core.conditional import IfMatch, check_version
from alongside.core.db import Tx
from alongside.core.errors import wrong
from alongside.core.moves import make_move
from alongside.core.record import difference, record
from alongside.core.statements import TENANT, a_day, a_key, a_text, columns, statement, table
from alongside.identity.principal import Principal
from alongside.partners import queries
from alongside.partners.errors import PartnerCannotMove
from alongside.partners.events import PARTNER_MOVED
from alongside.partners.models import PartnerNote
from alongside.partners.queries.record import facts
from alongside.partners.rules import PARTNER, TAKEN_UP, needs_of, reapplies
from alongside.partners.schemas import PartnerApproval, PartnerChanges

from .register import write

n = columns(PartnerNote)


@statement
def _ask() -> Insert:
    return insert(table(PartnerNote)).values(
        tenant_id=TENANT, id=a_key("id"), partner_id=a_key("partner"), field=a_text("field"), note=a_text("note"),
        asked_on=a_day("day"), asked_by_id=a_key("me"),
    )  # fmt: skip


@statement
def _close() -> Update:
    return (
        update(table(PartnerNote))
        .where(n.tenant_id == TENANT, n.partner_id == a_key("partner"), n.closed_on.is_(None))
        .values(closed_on=a_day("day"))
    )


async def move(
    tx: Tx, principal: Principal, partner_id: UUID, verb: str, if_match: IfMatch, reason: str | None = None
) -> dict[str, Any]:
    """Take one step of the lifecycle. Raises NotYourMove or PartnerCannotMove."""
    values = {"reviewer_id": principal.person_id} if verb in TAKEN_UP else {}
    await _step(tx, principal, partner_id, verb, if_match, reason, values)
    return await queries.get(tx, principal, partner_id)


async def submit(tx: Tx, principal: Principal, partner_id: UUID, if_match: IfMatch, note: str | None) -> dict[str, Any]:
    """Hand the application in; the notes of the office are answered by it.

    Raises NotYourMove, PartnerCannotMove, and Unprocessable for an application after a no that does not say what
    has changed since.
    """
    values = {"submitted_on": principal.today, "application_note": note}
    before = await _step(tx, principal, partner_id, "submit", if_match, None, values)
    if reapplies(before["status"]) and note is None:
        raise wrong("/note", "required", "Say what has changed since the district declined")
    await tx.run(_close(), partner=partner_id, day=principal.today)
    return await queries.get(tx, principal, partner_id)


async def request_changes(
    tx: Tx, principal: Principal, partner_id: UUID, body: PartnerChanges, if_match: IfMatch
) -> dict[str, Any]:
    """Send the application back, with notes beside its fields. Raises NotYourMove, PartnerCannotMove."""
    told: Sequence[dict[str, str]] = [{"field": each.field, "note": each.note} for each in body.notes]
    extra = {"notes": [None, told]} if told else {}
    await _step(tx, principal, partner_id, "request-changes", if_match, body.reason, {}, extra)
    asked = {"partner": partner_id, "day": principal.today, "me": principal.person_id}
    await tx.run_many(_ask(), [{"id": new_id(), **asked, **each} for each in told])
    return await queries.get(tx, principal, partner_id)


async def approve(
    tx: Tx, principal: Principal, partner_id: UUID, body: PartnerApproval, if_match: IfMatch
) -> dict[str, Any]:
    """Approve an application: vetted today, until the day given. Raises NotYourMove, PartnerCannotMove."""
    last = body.vetting_expires_on
    if last is not None and last < principal.today:
        raise wrong("/vetting_expires_on", "date_order", "The vetting would end before it begins")
    dates = {"vetted_on": principal.today, "vetting_expires_on": last}
    await _step(tx, principal, partner_id, "approve", if_match, None, dates)
    return await queries.get(tx, principal, partner_id)


async def _step(
    tx: Tx,
    principal: Principal,
    partner_id: UUID,
    verb: str,
    if_match: IfMatch,
    reason: str | None,
    told: dict[str, Any],
    extra: dict[str, Any] | None = None,
) -> dict[str, Any]:
    """Make the move and record it; the row as it was before."""
    row = await queries.lock(tx, principal, partner_id)
    check_version(if_match, row["version"])
    before = await queries.get(tx, principal, partner_id)
    needs = needs_of(facts(before["contacts"], before["programs"]))
    actors = queries.actors_on(principal, partner_id)
    made = make_move(PARTNER, verb, row["status"], actors, needs, PartnerCannotMove)
    values = {"status": made.to_state, "status_reason": reason, **told}
    version = await write(tx, partner_id, values)
    changed = {**difference(row, values), **(extra or {})}
    record(tx, PARTNER_MOVED[verb](object_id=partner_id, version=version, changed=changed, reason=reason))
    return row
