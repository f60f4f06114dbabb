"""Whoever brings a spreadsheet in a test."""

from alongside.identity.principal import Principal
from alongside.identity.queries import get_person
from alongside.identity.scopes import Role
from tests.world import World


async def principal_of(world: World, role: Role) -> Principal:
    """Somebody with this role, as a service sees them."""
    person = await world.person(role)
    return await get_person(world.database, person.id, world.tenant_id)
