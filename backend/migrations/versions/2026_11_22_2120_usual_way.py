"""A district that said where an answer about new agreements leads may go back to the usual way.

Revision: usual_way, after opening_noted.
"""

import sqlalchemy as sa
from alembic import op

revision = "usual_way"
down_revision = "opening_noted"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("tree_answer", sa.Column("is_usual", sa.Boolean(), server_default=sa.text("false"), nullable=False))


def downgrade() -> None:
    # the release before knows a district's own lead alone: one that went back has no row there
    connection = op.get_bind()
    for (tenant,) in connection.execute(sa.text("select id from tenant")).all():
        connection.execute(sa.text("select set_config('app.tenant_id', :id, true)"), {"id": str(tenant)})
        connection.execute(sa.text("delete from tree_answer where is_usual"))
    op.drop_column("tree_answer", "is_usual")
