"""What a program is worth and aims at, and where its logic model and its evaluation are.

Revision: program_outcomes, after signing.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "program_outcomes"
down_revision = "signing"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("program", sa.Column("est_value_cents", sa.Integer(), nullable=True))
    op.add_column(
        "program",
        sa.Column("outcomes", postgresql.ARRAY(sa.Text()), server_default=sa.text("'{}'"), nullable=False),
    )
    op.add_column("program", sa.Column("logic_model_url", sa.String(), nullable=True))
    op.add_column("program", sa.Column("evaluation_url", sa.String(), nullable=True))
    op.create_check_constraint(op.f("ck_program_value_not_negative"), "program", "est_value_cents >= 0")


def downgrade() -> None:
    op.drop_constraint(op.f("ck_program_value_not_negative"), "program", type_="check")
    for column in ("evaluation_url", "logic_model_url", "outcomes", "est_value_cents"):
        op.drop_column("program", column)
