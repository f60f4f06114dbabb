"""The first and last day of instruction of each school year, and what was known of them before.

Revision: instruction_days, after open_agreements.
"""

import sqlalchemy as sa
from alembic import op

revision = "instruction_days"
down_revision = "open_agreements"
branch_labels = None
depends_on = None

DAYS = ("first_day_on", "last_day_on")
CHECKS = {
    "ck_school_year_both_days_of_instruction": "(first_day_on is null) = (last_day_on is null)",
    "ck_school_year_days_of_instruction_in_order": (
        "starts_on <= first_day_on and first_day_on <= last_day_on and last_day_on <= ends_on"
    ),
}


def upgrade() -> None:
    for day in DAYS:
        op.add_column("school_year", sa.Column(day, sa.Date(), nullable=True))
    for name, condition in CHECKS.items():
        op.create_check_constraint(op.f(name), "school_year", condition)
    op.create_table(
        "school_year_before",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("school_year_id", sa.Uuid(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=False),
        *(sa.Column(day, sa.Date(), nullable=True) for day in DAYS),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_school_year_before_tenant_id_tenant")),
        sa.ForeignKeyConstraint(
            ["tenant_id", "school_year_id"], ["school_year.tenant_id", "school_year.id"],
            name=op.f("fk_school_year_before_tenant_id_school_year_id_school_year"), ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_school_year_before")),
    )  # fmt: skip
    op.create_index(
        "school_year_before_days", "school_year_before", ["tenant_id", "school_year_id", "until_on"], unique=True
    )
    op.execute("select protect_tenant_table('school_year_before')")
    was, now = (", ".join(f"{row}.{day}" for day in DAYS) for row in ("old", "new"))
    op.execute(
        f"create trigger keep_what_was after update of {', '.join(DAYS)} on school_year for each row "
        f"when (({was}) is distinct from ({now})) execute function keep_what_was({', '.join(map(repr, DAYS))})"
    )


def downgrade() -> None:
    op.execute("drop trigger keep_what_was on school_year")
    op.drop_table("school_year_before")
    for name in CHECKS:
        op.drop_constraint(op.f(name), "school_year", type_="check")
    for day in DAYS:
        op.drop_column("school_year", day)
