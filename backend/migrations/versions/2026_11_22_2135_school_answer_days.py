"""After how many days a school that was asked for its word counts as silent; reminders follow that day.

Revision: school_answer_days, after supervision.
"""

import sqlalchemy as sa
from alembic import op

revision = "school_answer_days"
down_revision = "supervision"
branch_labels = None
depends_on = None

DAYS, FIRST = 10, 7
"""The days that were usual, and those after which a school was first asked again until now."""


def _move(days: int, first: int) -> None:
    """Reminders that were given count as those of the same steps from the day by which a word is due."""
    connection = op.get_bind()
    for (tenant,) in connection.execute(sa.text("select id from tenant")).all():
        connection.execute(sa.text("select set_config('app.tenant_id', :id, true)"), {"id": str(tenant)})
        connection.execute(
            sa.text(
                "update reminder set ends_on = ends_on + :days, days = days + :first "
                "where tenant_id = :id and object_type = 'school_word'"
            ),
            {"id": tenant, "days": days, "first": first},
        )
    connection.execute(sa.text("select set_config('app.tenant_id', '', true)"))


def upgrade() -> None:
    op.add_column(
        "tenant", sa.Column("school_answer_days", sa.Integer(), server_default=sa.text(str(DAYS)), nullable=False)
    )
    op.create_check_constraint(
        op.f("ck_tenant_school_answer_range"), "tenant", "school_answer_days between 1 and 60"
    )
    _move(DAYS, FIRST)


def downgrade() -> None:
    _move(-DAYS, -FIRST)
    op.drop_constraint(op.f("ck_tenant_school_answer_range"), "tenant", type_="check")
    op.drop_column("tenant", "school_answer_days")
