"""Whether a partner was merged is asked of an index of those that were.

What is written about a partner asks it row by row, by a plan that was made when the district had hardly any partner;
that plan read all partners of the district for each of thousands of rows that were brought at once.

Revision: merged_partners, after calendar_indexes.
"""

import sqlalchemy as sa
from alembic import op

revision = "merged_partners"
down_revision = "calendar_indexes"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(
        "partner_merged", "partner", ["tenant_id", "id"], postgresql_where=sa.text("merged_into_id is not null")
    )
    op.execute("alter function partner_is_whole() set enable_seqscan to off")


def downgrade() -> None:
    op.execute("alter function partner_is_whole() reset enable_seqscan")
    op.drop_index("partner_merged", table_name="partner")
