"""Partners, contacts and programs for a test's scene."""

from typing import Any
from uuid import UUID

from alongside.core.clock import new_id
from alongside.partners.models import Contact, Partner, Program
from alongside.partners.rules import normalized_name
from tests.world import World


async def a_partner(
    world: World,
    *,
    name: str | None = None,
    status: str = "approved",
    org_type: str = "nonprofit",
    tenant: UUID | None = None,
    **values: Any,
) -> UUID:
    """An organization, approved unless said otherwise; without a name it has one of its own."""
    called = name or f"Alderbrook Tutors {new_id().hex[-12:]}"
    return await world.add(
        Partner, tenant=tenant, name=called, status=status, org_type=org_type,
        **{"legal_name": called, "normalized_name": normalized_name(called), **values},
    )  # fmt: skip


async def a_contact(
    world: World,
    *,
    partner: UUID,
    kind: str = "primary",
    name: str = "Dana Whitfield",
    tenant: UUID | None = None,
    **values: Any,
) -> UUID:
    """Somebody to call at a partner."""
    own = {"email": "dana@example.org", "phone": "555-0100", **values}
    return await world.add(Contact, tenant=tenant, partner_id=partner, kind=kind, name=name, **own)


async def a_program(
    world: World,
    *,
    partner: UUID,
    name: str = "Reading Together",
    status: str = "approved",
    areas: tuple[str, ...] = ("tutoring",),
    grades: tuple[str, ...] = ("3", "4", "5"),
    tenant: UUID | None = None,
    **values: Any,
) -> UUID:
    """What a partner offers; approved, for grades 3 to 5, unless said otherwise."""
    return await world.add(
        Program, tenant=tenant, partner_id=partner, name=name, status=status, areas=list(areas), grades=list(grades),
        **values,
    )  # fmt: skip
