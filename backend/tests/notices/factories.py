"""Notices for a test's scene."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from alongside.core.clock import new_id
from alongside.identity.scopes import Role
from alongside.notices.models import Notice
from tests.world import Person, World

WHEN = datetime(2020, 1, 27, 15, tzinfo=UTC)


async def a_notice(
    world: World,
    *,
    person: Person | None = None,
    kind: str = "agreement_approved",
    object: UUID | None = None,
    title: str = "Afternoon mentoring",
    tenant: UUID | None = None,
    **values: Any,
) -> UUID:
    """A notice to somebody, shown and not read."""
    reader = person or await world.person(Role.PARTNERSHIP_OFFICE, tenant=tenant)
    facts = {"title": title, "partner": {"id": str(new_id()), "name": "North Branch Mentors"}}
    own = {"email": "daily", "is_shown": True, "created_at": WHEN, "facts": facts, "cause": f"test:{new_id()}"}
    return await world.add(
        Notice, tenant=tenant, person_id=reader.id, kind=kind, object_type="agreement",
        object_id=object or new_id(), **{**own, **values},
    )  # fmt: skip
