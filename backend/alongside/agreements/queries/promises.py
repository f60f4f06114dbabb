"""Where a caller may say whether a promise came."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from alongside.agreements import rules
from alongside.identity.principal import Principal
from alongside.identity.scopes import Role, Scope

from .visible import is_office, named_schools


def saying_of(principal: Principal, record: Mapping[str, Any], promise: Mapping[str, Any]) -> rules.Saying | None:
    """For which side, and where, this caller says whether the promise came; None: it is not theirs to say.

    A person's word: a machine has none, and whoever the partner employs has none for the other side.
    """
    if principal.person_id is None or Scope.AGREEMENTS_WRITE not in principal.scopes:
        return None
    partner, at = record["partner_id"], promise.get("school")
    mine = frozenset[UUID]() if partner in principal.employers else principal.led_schools
    covered = named_schools(record)
    return rules.saying(
        promise["party"],
        None if at is None else UUID(at["id"]),
        covered | mine if record["is_district_wide"] else covered,
        is_office=is_office(principal, partner),
        is_partner=_speaks_for(principal, partner),
        mine=mine,
    )


def _speaks_for(principal: Principal, partner: UUID) -> bool:
    return any(held.role is Role.PARTNER_ADMIN and held.partner_id == partner for held in principal.roles)


def may_say(principal: Principal, record: Mapping[str, Any], promise: Mapping[str, Any]) -> dict[str, Any]:
    """The same for the wire; nowhere before there is anything to be kept."""
    said = saying_of(principal, record, promise)
    if said is None or not rules.begun(record["status"], record["effective_on"], principal.today):
        return {"can_say_everywhere": False, "can_say_at": []}
    return {"can_say_everywhere": said.everywhere, "can_say_at": sorted(said.schools, key=str)}
