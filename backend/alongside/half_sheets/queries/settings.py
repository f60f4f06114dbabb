"""What a district has set for its schools' pages."""

from typing import Any

from sqlalchemy import select

from alongside.core.db import Executor
from alongside.core.statements import TENANT, Query, columns, statement
from alongside.half_sheets.schemas import By
from alongside.identity.models import Tenant

t = columns(Tenant)


@statement
def _settings(is_held: bool) -> Query:
    # the tenant's version moves with everything that is set of it
    found = select(t.rights_version.label("version"), t.half_sheets_by.label("decided_by")).where(t.id == TENANT)
    return found.with_for_update() if is_held else found


async def get_settings(db: Executor, *, is_held: bool = False) -> dict[str, Any]:
    """The settings; held until the commit when they are to be changed."""
    row = await db.row(_settings(is_held))
    assert row is not None
    return dict(row)


async def decided_by(db: Executor) -> By:
    """Whose word beside the partner's puts a program on a page."""
    by: By = (await get_settings(db))["decided_by"]
    return by
