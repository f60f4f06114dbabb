"""How small a group of students may be and still be shown, in the caller's tenant."""

from typing import Any

from sqlalchemy import select

from alongside.core.db import Executor
from alongside.core.statements import TENANT, Query, columns, statement
from alongside.identity.models import Tenant
from alongside.measures.suppression import HIGHEST_MIN_N, LOWEST_MIN_N

t = columns(Tenant)


@statement
def _minimum(is_held: bool) -> Query:
    # the tenant's version moves with everything that is set of it
    found = select(t.rights_version.label("version"), t.min_n).where(t.id == TENANT)
    return found.with_for_update() if is_held else found


async def get_minimum(db: Executor, *, is_held: bool = False) -> dict[str, Any]:
    """The minimum, and between which numbers it may be set; held until the commit when it is to be changed."""
    row = await db.row(_minimum(is_held))
    assert row is not None
    return {**row, "lowest": LOWEST_MIN_N, "highest": HIGHEST_MIN_N}
