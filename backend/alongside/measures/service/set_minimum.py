"""Setting how small a group of students may be and still be shown."""

from alongside.core.db import Tx
from alongside.core.errors import wrong
from alongside.core.record import Caller, record
from alongside.measures.events import MinimumChanged
from alongside.measures.hiding import hide
from alongside.measures.suppression import LOWEST_MIN_N

from .load import LOAD_SECONDS, lock_observations

HIGHEST_MIN_N = 30


async def set_minimum(tx: Tx, principal: Caller, minimum: int) -> int:
    """Set the tenant's minimum and hide or show every count by it; how many observations changed."""
    if not LOWEST_MIN_N <= minimum <= HIGHEST_MIN_N:
        raise wrong("/min_n", "out_of_range", f"The smallest group shown is {LOWEST_MIN_N} to {HIGHEST_MIN_N} students")
    await lock_observations(tx)
    before: int = await tx.connection.fetchval("select min_n from tenant where id = $1 for update", tx.tenant_id)
    if before == minimum:
        return 0
    await tx.connection.execute("update tenant set min_n = $2 where id = $1", tx.tenant_id, minimum)
    changed = await hide(tx.connection, tx.tenant_id, "all", seconds=LOAD_SECONDS)
    record(tx, MinimumChanged(object_id=principal.tenant_id, changed={"min_n": [before, minimum]}))
    return changed
