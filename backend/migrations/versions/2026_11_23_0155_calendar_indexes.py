"""What a month of the calendar asks of many agreements is answered from indexes.

Revision: calendar_indexes, after newest_word.
"""

import sqlalchemy as sa
from alembic import op

revision = "calendar_indexes"
down_revision = "newest_word"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(
        "agreement_renews", "agreement", ["tenant_id", "renews_id"], postgresql_where=sa.text("renews_id is not null")
    )
    op.drop_index("agreement_by_end", table_name="agreement")
    op.create_index(
        "agreement_by_end", "agreement", ["tenant_id", "ends_on", "id"],
        postgresql_include=["status", "ceases_on", "number"],
    )  # fmt: skip


def downgrade() -> None:
    op.drop_index("agreement_by_end", table_name="agreement")
    op.create_index("agreement_by_end", "agreement", ["tenant_id", "ends_on", "id"])
    op.drop_index("agreement_renews", table_name="agreement")
