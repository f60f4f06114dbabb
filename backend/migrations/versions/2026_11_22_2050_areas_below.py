"""What is asked in an area is asked in everything under it; what is in force already, from today.

Revision: areas_below, after paper_conditions.
"""

import sqlalchemy as sa
from alembic import op

revision = "areas_below"
down_revision = "paper_conditions"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("paper_requirement", sa.Column("areas_below_from", sa.Date(), nullable=True))
    # past days keep their answer: until today exactly the areas that were named were meant
    connection = op.get_bind()
    for (tenant,) in connection.execute(sa.text("select id from tenant")).all():
        connection.execute(sa.text("select set_config('app.tenant_id', :id, true)"), {"id": str(tenant)})
        connection.execute(
            sa.text(
                "update paper_requirement set areas_below_from = tenant_day(tenant_id) "
                "where tenant_id = :id and cardinality(areas) > 0 and enforced_from < tenant_day(tenant_id)"
            ),
            {"id": tenant},
        )
    connection.execute(sa.text("select set_config('app.tenant_id', '', true)"))


def downgrade() -> None:
    op.drop_column("paper_requirement", "areas_below_from")
