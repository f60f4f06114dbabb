"""Setting how small a group of students may be and still be shown: counts of schools and results of targets alike."""

from typing import Any

from alongside.core.conditional import ANY, IfMatch
from alongside.core.db import Tx
from alongside.identity.principal import Principal, Standpoint
from alongside.measures import queries
from alongside.measures import service as measures
from alongside.targets import service as targets

from .errors import DistrictMatter


async def set_minimum(tx: Tx, principal: Principal, minimum: int, if_match: IfMatch = ANY) -> int:
    """Set the tenant's minimum and hide or show everything by it; how many values changed."""
    observations = await measures.set_minimum(tx, principal, minimum, if_match)
    return observations + await targets.hide_small_groups(tx)


async def change_minimum(tx: Tx, principal: Principal, minimum: int, if_match: IfMatch) -> dict[str, Any]:
    """The same for somebody who asks: only the whole district may. Raises DistrictMatter."""
    if Standpoint.DISTRICT not in principal.standpoints:
        raise DistrictMatter
    await set_minimum(tx, principal, minimum, if_match)
    return await queries.get_minimum(tx)
