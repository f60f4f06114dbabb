"""Setting how small a group of students may be and still be shown: counts of schools and results of targets alike."""

from alongside.core.db import Tx
from alongside.identity.principal import Principal
from alongside.measures import service as measures
from alongside.targets import service as targets


async def set_minimum(tx: Tx, principal: Principal, minimum: int) -> int:
    """Set the tenant's minimum and hide or show everything by it; how many values changed."""
    observations = await measures.set_minimum(tx, principal, minimum)
    return observations + await targets.hide_small_groups(tx)
