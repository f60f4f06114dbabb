"""Which fields of a partnership somebody may change, one by one (rule B3)."""

from collections.abc import Collection
from typing import Final

from alongside.identity.scopes import Role
from alongside.partners.rules import OFFICE

from .stages import OVER, SCHOOL_SIDE

PARTNERS_FIELDS: Final = frozenset({"schedule", "partner_lead_id"})
"""What the partner's own people change."""

JUDGED: Final = frozenset({"need_ids", "kind", "is_lead_partner"})
"""What says how well or how closely a partner serves the school: not for those whom it pays."""

_EVERYTHING: Final = PARTNERS_FIELDS | JUDGED | {"place", "coordinator_id", "min_cleared_people"}


def changeable(roles: Collection[Role], is_employed: bool, stage: str) -> frozenset[str]:
    """The fields that somebody with these roles where partner and school meet may change; none once it is over.

    ``is_employed``: the partner pays them, whatever the role.
    """
    if stage in OVER:
        return frozenset()
    if (OFFICE | SCHOOL_SIDE).isdisjoint(roles):
        return PARTNERS_FIELDS if Role.PARTNER_ADMIN in roles else frozenset()
    return _EVERYTHING - JUDGED if is_employed else _EVERYTHING
