"""When the office noted what the partner answered about other districts; what was answered before is noted.

Revision: opening_noted, after file_quota.
"""

import sqlalchemy as sa
from alembic import op

revision = "opening_noted"
down_revision = "file_quota"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("agreement_opening", sa.Column("noted_by_id", sa.Uuid(), nullable=True))
    op.add_column("agreement_opening", sa.Column("noted_on", sa.Date(), nullable=True))
    op.create_foreign_key(
        op.f("fk_agreement_opening_noted_by_id_person"), "agreement_opening", "person", ["noted_by_id"], ["id"]
    )
    connection = op.get_bind()
    for (tenant,) in connection.execute(sa.text("select id from tenant")).all():
        connection.execute(sa.text("select set_config('app.tenant_id', :id, true)"), {"id": str(tenant)})
        connection.execute(
            sa.text("update agreement_opening set noted_on = decided_on where tenant_id = :id"), {"id": tenant}
        )
    connection.execute(sa.text("select set_config('app.tenant_id', '', true)"))


def downgrade() -> None:
    op.drop_constraint(op.f("fk_agreement_opening_noted_by_id_person"), "agreement_opening", type_="foreignkey")
    op.drop_column("agreement_opening", "noted_on")
    op.drop_column("agreement_opening", "noted_by_id")
