"""What a district has set for all its agreements."""

from typing import Any

from sqlalchemy import select

from alongside.core.db import Executor
from alongside.core.statements import TENANT, Query, columns, statement
from alongside.identity.models import Tenant

from .leads import renewal_leads

t = columns(Tenant)


@statement
def _settings(is_held: bool) -> Query:
    # the tenant's version moves with everything that is set of it
    found = select(
        t.rights_version.label("version"), t.revisit_basis, t.revisit_window_days, t.asks_site_plans,
        t.school_answer_days,
        t.has_clause_checklist, t.adopts_without_legal,
    ).where(t.id == TENANT)  # fmt: skip
    return found.with_for_update() if is_held else found


async def get_settings(db: Executor, *, is_held: bool = False) -> dict[str, Any]:
    """The settings; held until the commit when they are to be changed."""
    row = await db.row(_settings(is_held))
    assert row is not None
    return {**row, "renewal_leads": await renewal_leads(db)}
