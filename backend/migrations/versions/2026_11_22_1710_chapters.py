"""A record names its chapters: without an index each reading walked through the whole directory.

Revision: chapters, after routes.
"""

import sqlalchemy as sa
from alembic import op

revision = "chapters"
down_revision = "routes"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(
        "partner_chapters",
        "partner",
        ["tenant_id", "parent_partner_id"],
        postgresql_where=sa.text("parent_partner_id is not null"),
    )


def downgrade() -> None:
    op.drop_index("partner_chapters", table_name="partner")
