"""A public page of each school: the page, the partner's word on a program, the school's or the office's on each.

Revision: half_sheets, after views.
"""

import sqlalchemy as sa
from alembic import op

revision = "half_sheets"
down_revision = "views"
branch_labels = None
depends_on = None

TABLES = ("half_sheet", "program_listing", "half_sheet_entry")


def _row(*columns: sa.Column) -> list[sa.Column]:
    return [
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("tenant_now()"), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=sa.text("tenant_now()"), nullable=False),
        *columns,
    ]


def _keys(name: str, column: str, refers_to: str) -> list[sa.Constraint]:
    return [
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f(f"fk_{name}_tenant_id_tenant")),
        sa.ForeignKeyConstraint(
            ["tenant_id", column], [f"{refers_to}.tenant_id", f"{refers_to}.id"],
            name=op.f(f"fk_{name}_tenant_id_{column}_{refers_to}"), ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f(f"pk_{name}")),
    ]  # fmt: skip


def _words(*names: str) -> list[sa.Column]:
    return [sa.Column(name, sa.String(), nullable=True) for name in names]


def upgrade() -> None:
    op.add_column(
        "tenant", sa.Column("half_sheets_by", sa.String(), server_default=sa.text("'district'"), nullable=False)
    )
    op.create_check_constraint(
        op.f("ck_tenant_half_sheets_by_known"), "tenant", "half_sheets_by in ('district', 'school')"
    )
    op.create_table(
        "half_sheet",
        *_row(
            sa.Column("school_id", sa.Uuid(), nullable=False),
            sa.Column("slug", sa.String(), nullable=False),
            sa.Column("is_open", sa.Boolean(), server_default=sa.text("false"), nullable=False),
            *_words("ask", "ask_es", "ask_phone"),
        ),
        *_keys("half_sheet", "school_id", "school"),
    )
    op.create_index("half_sheet_school", "half_sheet", ["tenant_id", "school_id"], unique=True)
    op.create_index("half_sheet_slug", "half_sheet", ["tenant_id", "slug"], unique=True)
    op.create_table(
        "program_listing",
        *_row(
            sa.Column("program_id", sa.Uuid(), nullable=False),
            sa.Column("is_public", sa.Boolean(), server_default=sa.text("false"), nullable=False),
            sa.Column("words_version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
            sa.Column("summary", sa.String(), nullable=True),
            sa.Column("is_free", sa.Boolean(), nullable=True),
            *_words("cost", "how_to_join", "contact", "phone", "name_es", "summary_es", "cost_es", "how_to_join_es"),
        ),
        *_keys("program_listing", "program_id", "program"),
    )
    op.create_index("program_listing_program", "program_listing", ["tenant_id", "program_id"], unique=True)
    op.create_table(
        "half_sheet_entry",
        *_row(
            sa.Column("partnership_id", sa.Uuid(), nullable=False),
            sa.Column("words_version", sa.BigInteger(), nullable=False),
            *_words("schedule_es", "place_es"),
        ),
        *_keys("half_sheet_entry", "partnership_id", "partnership"),
    )
    op.create_index(
        "half_sheet_entry_partnership", "half_sheet_entry", ["tenant_id", "partnership_id"], unique=True
    )
    for name in TABLES:
        op.execute(f"select protect_tenant_table('{name}')")


def downgrade() -> None:
    for name in reversed(TABLES):
        op.drop_table(name)
    op.drop_constraint(op.f("ck_tenant_half_sheets_by_known"), "tenant", type_="check")
    op.drop_column("tenant", "half_sheets_by")
