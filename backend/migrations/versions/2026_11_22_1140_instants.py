"""Instants that people see are the tenant's: a demonstration on a pinned day does not show the real one.

Revision: instants, after notices.
"""

from alembic import op

revision = "instants"
down_revision = "notices"
branch_labels = None
depends_on = None

OUTSIDE = ("idempotency", "log", "session", "api_credential")
"""What is counted in real time, or says its instant always."""


def _default(old: str, new: str) -> None:
    op.execute(
        f"""
        do $$ declare one record; begin
          for one in select table_name, column_name from information_schema.columns c
                     where table_schema = current_schema() and column_default = '{old}'
                       and table_name <> all (array{list(OUTSIDE)!r})
                       and exists (select from information_schema.columns t where t.table_schema = c.table_schema
                                   and t.table_name = c.table_name and t.column_name = 'tenant_id') loop
            execute format('alter table %I alter column %I set default {new}', one.table_name, one.column_name);
          end loop;
        end $$
        """
    )


def upgrade() -> None:
    op.execute(
        """
        create function tenant_now() returns timestamptz language sql stable as $$
          select coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now())
        $$
        """
    )
    _default("now()", "tenant_now()")


def downgrade() -> None:
    _default("tenant_now()", "now()")
    op.execute("drop function tenant_now()")
