"""How much a tenant may keep in files, where it is not what the installation says.

Revision: file_quota, after areas_below.
"""

import sqlalchemy as sa
from alembic import op

revision = "file_quota"
down_revision = "areas_below"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("tenant", sa.Column("file_quota_mb", sa.Integer(), nullable=True))
    op.create_check_constraint(op.f("ck_tenant_file_quota_positive"), "tenant", "file_quota_mb > 0")


def downgrade() -> None:
    op.drop_constraint(op.f("ck_tenant_file_quota_positive"), "tenant", type_="check")
    op.drop_column("tenant", "file_quota_mb")
