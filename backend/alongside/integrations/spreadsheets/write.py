"""Performs a plan through the services, so that the log, row-level security and every rule hold as they do by hand."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any
from uuid import UUID

from alongside.agreements import service as agreements
from alongside.agreements.schemas import AgreementRecord
from alongside.core.conditional import ANY
from alongside.core.db import Tx
from alongside.identity.principal import Principal
from alongside.partners import service as partners
from alongside.partners.rules import normalized_name
from alongside.partners.schemas import (
    ContactCreate,
    ContactUpdate,
    PartnerCreate,
    PartnerUpdate,
    ProgramCreate,
    ProgramUpdate,
)

from .known import KnownPartner
from .plan import Action, GroupPlan, Plan, bodies

Told = Callable[[int, int], Awaitable[None]]
"""Hears how many organizations of how many are written."""


async def write_plan(
    tx: Tx, principal: Principal, plan: Plan, known: Mapping[UUID, KnownPartner], told: Told | None = None
) -> None:
    """Write everything that is new or changed. Whatever is refused takes the whole with it."""
    for place, group in enumerate(plan.groups):
        if told is not None and place % 10 == 0:
            await told(place, len(plan.groups))
        await _write_group(tx, principal, group, known)


async def _write_group(tx: Tx, principal: Principal, group: GroupPlan, known: Mapping[UUID, KnownPartner]) -> None:
    partner_id = await _partner(tx, principal, group.partner)
    for action in group.contacts:
        if action.what == "new":
            await partners.add_contact(tx, principal, partner_id, ContactCreate(**action.values))
        elif action.what == "changed" and action.target is not None:
            changes = ContactUpdate(**action.values)
            await partners.change_contact(tx, principal, partner_id, action.target, changes, ANY)
    here = known[partner_id].programs if partner_id in known else []
    programs: dict[str, UUID] = {each["key"]: each["id"] for each in here}
    for action in group.programs:
        if action.what == "new":
            made = await partners.add_program(tx, principal, partner_id, ProgramCreate(**bodies(action.values)))
            programs[normalized_name(action.values["name"])] = made["id"]
        elif action.what == "changed" and action.target is not None:
            await partners.change_program(tx, principal, action.target, ProgramUpdate(**bodies(action.values)), ANY)
    for action in group.agreements:
        if action.what == "new":
            await agreements.record_elsewhere(tx, principal, _agreement(partner_id, action, programs))


async def _partner(tx: Tx, principal: Principal, action: Action) -> UUID:
    if action.target is None:
        made: dict[str, Any] = await partners.register(tx, principal, PartnerCreate(**action.values))
        partner_id: UUID = made["id"]
        return partner_id
    if action.what == "changed":
        await partners.change(tx, principal, action.target, PartnerUpdate(**action.values), ANY)
    return action.target


def _agreement(partner_id: UUID, action: Action, programs: Mapping[str, UUID]) -> AgreementRecord:
    own = {name: value for name, value in action.values.items() if name != "programs" and value is not None}
    return AgreementRecord(
        partner_id=partner_id,
        program_ids=[programs[key] for key in action.values["programs"]],
        term_kind="custom",
        **own,
    )
