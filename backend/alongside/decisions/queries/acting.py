"""As whom somebody decides: as themselves, and for each principal for whom they stand in."""

from dataclasses import dataclass, replace
from uuid import UUID

from alongside.core.db import Database, Executor
from alongside.decisions.rules import KINDS
from alongside.identity.principal import HeldRole, Principal
from alongside.identity.queries import find_person
from alongside.identity.scopes import Role

from .delegations import stood_in_for


@dataclass(frozen=True, slots=True)
class Acting:
    """A caller who decides, for whom (None: for themselves), and what they may decide so.

    A delegate keeps their own id, roles and employers, so that nobody gives both sides' word, and has besides them
    the principal's role, at the schools where both of them work.
    """

    principal: Principal
    on_behalf_of: UUID | None
    kinds: frozenset[str]


async def acting(database: Database, db: Executor, person: Principal) -> list[Acting]:
    """Everything as which this person may decide today."""
    found = [Acting(person, None, frozenset(KINDS))]
    for leader_id, kinds in sorted((await stood_in_for(db, person.person_id, person.today)).items()):
        leader = await find_person(database, leader_id, person.tenant_id)
        lent = () if leader is None else _lent(leader, person)
        if lent:
            found.append(Acting(replace(person, roles=(*person.roles, *lent)), leader_id, kinds))
    return found


def _lent(leader: Principal, delegate: Principal) -> tuple[HeldRole, ...]:
    return tuple(
        replace(held, school_ids=here)
        for held in leader.roles
        if held.role is Role.SCHOOL_LEADER and (here := held.school_ids & delegate.staff_schools)
    )
