"""Fiscal sponsors that have no record here: what they are called, and their EIN.

Revision: sponsors, after join_requests.
"""

import sqlalchemy as sa
from alembic import op

revision = "sponsors"
down_revision = "join_requests"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("partner", sa.Column("sponsor_name", sa.String(), nullable=True))
    op.add_column("partner", sa.Column("sponsor_ein", sa.String(), nullable=True))
    op.create_check_constraint(
        op.f("ck_partner_sponsor_ein_format"), "partner", "sponsor_ein ~ '^[0-9]{2}-[0-9]{7}$'"
    )


def downgrade() -> None:
    op.drop_constraint(op.f("ck_partner_sponsor_ein_format"), "partner", type_="check")
    op.drop_column("partner", "sponsor_ein")
    op.drop_column("partner", "sponsor_name")
