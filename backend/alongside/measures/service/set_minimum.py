"""Setting how small a group of students may be and still be shown."""

from alongside.core.conditional import ANY, IfMatch, require_version
from alongside.core.db import Tx
from alongside.core.errors import wrong
from alongside.core.record import Caller, record
from alongside.measures import queries
from alongside.measures.events import MinimumChanged
from alongside.measures.hiding import hide
from alongside.measures.suppression import HIGHEST_MIN_N, LOWEST_MIN_N

from .load import LOAD_SECONDS, lock_observations


async def set_minimum(tx: Tx, principal: Caller, minimum: int, if_match: IfMatch = ANY) -> int:
    """Set the tenant's minimum and hide or show every count by it; how many observations changed."""
    if not LOWEST_MIN_N <= minimum <= HIGHEST_MIN_N:
        words = f"The smallest group shown is {LOWEST_MIN_N} to {HIGHEST_MIN_N} students"
        raise wrong("/min_n", "out_of_range", words, least=LOWEST_MIN_N, most=HIGHEST_MIN_N)
    await lock_observations(tx)
    before = await queries.get_minimum(tx, is_held=True)
    require_version(if_match, before["version"])
    if before["min_n"] == minimum:
        return 0
    # every value of the district is looked at, which no other request does
    await tx.connection.execute(f"set local statement_timeout = '{LOAD_SECONDS}s'")
    await tx.connection.execute("update tenant set min_n = $2 where id = $1", tx.tenant_id, minimum)
    changed = await hide(tx.connection, tx.tenant_id, "all", seconds=LOAD_SECONDS)
    told = {"min_n": [before["min_n"], minimum]}
    record(tx, MinimumChanged(object_id=principal.tenant_id, version=before["version"] + 1, changed=told))
    return changed
