"""Steps of a spreadsheet that take longer than a request may.

Revision: spreadsheet_work, after chapters.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "spreadsheet_work"
down_revision = "chapters"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "spreadsheet_work",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("spreadsheet_id", sa.Uuid(), nullable=False),
        sa.Column("move", sa.String(), nullable=False),
        sa.Column("decisions", postgresql.JSONB(), nullable=True),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("machine", postgresql.JSONB(), nullable=True),
        sa.Column("done", sa.Integer(), server_default=sa.text("'0'"), nullable=False),
        sa.Column("total", sa.Integer(), server_default=sa.text("'0'"), nullable=False),
        sa.Column("failed", sa.String(), nullable=True),
        sa.CheckConstraint("move in ('check', 'decide', 'commit')", name=op.f("ck_spreadsheet_work_move_known")),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_spreadsheet_work_tenant_id_tenant")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_spreadsheet_work_person_id_person")),
        sa.ForeignKeyConstraint(
            ["tenant_id", "spreadsheet_id"], ["spreadsheet.tenant_id", "spreadsheet.id"],
            name=op.f("fk_spreadsheet_work_tenant_id_spreadsheet_id_spreadsheet"), ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_spreadsheet_work")),
    )  # fmt: skip
    op.create_index("spreadsheet_work_one", "spreadsheet_work", ["tenant_id", "spreadsheet_id"], unique=True)
    op.execute("select protect_tenant_table('spreadsheet_work')")


def downgrade() -> None:
    op.drop_table("spreadsheet_work")
