"""Setting the clocks of what was loaded: rows carry the moments of the log, not that of the loading."""

from typing import Final
from uuid import UUID

from alongside.core.db import Database

VERSIONED: Final = ("partner", "program", "need", "needs_assessment", "agreement", "partnership", "target", "result",
                    "measure", "school", "role_assignment", "paper_requirement", "paper", "staff_member",
                    "paper_waiver")  # fmt: skip
"""Tables whose rows say when they were made and last changed."""

TOLD_AS: Final = {"role_assignment": "role"}
"""What the log calls them, where it differs."""

_SET = """
update {table} row set created_at = told.first, updated_at = told.last
from (select object_id, min(at) as first, max(at) as last from log
      where tenant_id = $1 and object_type = $2 group by object_id) as told
where row.tenant_id = $1 and row.id = told.object_id
"""

_ENTERED = """
update result set entered_at = told.first
from (select object_id, min(at) as first from log where tenant_id = $1 and kind = 'result.entered'
      group by object_id) as told
where result.tenant_id = $1 and result.id = told.object_id
"""


_CARRIED = """
update need set created_at = a.created_at, updated_at = a.created_at from needs_assessment a
where need.tenant_id = $1 and a.tenant_id = need.tenant_id and a.id = need.assessment_id
  and not exists (select 1 from log l where l.tenant_id = need.tenant_id and l.object_id = need.id)
"""
"""Needs that came into an assessment's next version have no fact of their own; they are as old as it is."""


async def set_clocks(database: Database, tenant_id: UUID) -> None:
    """The columns that the database fills by itself hold real time; a demonstration lives on another day.

    Nothing that anybody decided changes here, so there is nothing to tell the log.
    """
    async with database.connection() as connection, connection.transaction():
        await connection.execute("select set_config('app.tenant_id', $1, true)", str(tenant_id))
        for table in VERSIONED:
            await connection.execute(_SET.format(table=table), tenant_id, TOLD_AS.get(table, table))
        await connection.execute(_ENTERED, tenant_id)
        await connection.execute(_CARRIED, tenant_id)
