"""Other names of schools, and an office's own spreadsheet on its way in.

Revision: spreadsheets, after applications.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "spreadsheets"
down_revision = "applications"
branch_labels = None
depends_on = None

STAGES = "'uploaded', 'matched', 'checked', 'committed', 'abandoned'"


def _instant(name: str, *, nullable: bool = False) -> sa.Column:
    default = None if nullable else sa.text("tenant_now()")
    return sa.Column(name, sa.DateTime(timezone=True), server_default=default, nullable=nullable)


def _row(name: str, *columns: sa.schema.SchemaItem) -> None:
    op.create_table(
        name,
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        *columns,
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f(f"fk_{name}_tenant_id_tenant")),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f(f"pk_{name}")),
    )


def _part_of_spreadsheet(name: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["tenant_id", "spreadsheet_id"], ["spreadsheet.tenant_id", "spreadsheet.id"],
        name=op.f(f"fk_{name}_tenant_id_spreadsheet_id_spreadsheet"), ondelete="CASCADE",
    )  # fmt: skip


def upgrade() -> None:
    versioned = [
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        _instant("created_at"),
        _instant("updated_at"),
    ]
    _row(
        "school_alias",
        *[column.copy() for column in versioned],
        sa.Column("school_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id", "school_id"], ["school.tenant_id", "school.id"],
            name=op.f("fk_school_alias_tenant_id_school_id_school"), ondelete="CASCADE",
        ),
    )  # fmt: skip
    op.create_index("school_alias_key", "school_alias", ["tenant_id", "name_key"], unique=True)
    op.create_index("school_alias_school", "school_alias", ["tenant_id", "school_id"])
    _row(
        "spreadsheet",
        *[column.copy() for column in versioned],
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("stage", sa.String(), server_default=sa.text("'uploaded'"), nullable=False),
        sa.Column("shape", sa.String(), nullable=False),
        sa.Column("sheets", postgresql.JSONB(), nullable=False),
        sa.Column("matching", postgresql.JSONB(), nullable=False),
        sa.Column("decisions", postgresql.JSONB(), nullable=False),
        sa.Column("outcome", postgresql.JSONB(), nullable=True),
        sa.Column("plan_sha256", sa.String(), nullable=True),
        sa.Column("uploaded_by_id", sa.Uuid(), nullable=True),
        _instant("committed_at", nullable=True),
        sa.CheckConstraint(f"stage in ({STAGES})", name=op.f("ck_spreadsheet_stage_known")),
        sa.ForeignKeyConstraint(["uploaded_by_id"], ["person.id"], name=op.f("fk_spreadsheet_uploaded_by_id_person")),
    )
    op.create_index("spreadsheet_newest", "spreadsheet", ["tenant_id", "created_at", "id"])
    op.create_index("spreadsheet_shape", "spreadsheet", ["tenant_id", "shape", "updated_at"])
    _row(
        "spreadsheet_row",
        sa.Column("spreadsheet_id", sa.Uuid(), nullable=False),
        sa.Column("sheet", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("cells", postgresql.JSONB(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=True),
        _part_of_spreadsheet("spreadsheet_row"),
    )
    op.create_index(
        "spreadsheet_row_place", "spreadsheet_row", ["tenant_id", "spreadsheet_id", "sheet", "number"], unique=True
    )
    _row(
        "spreadsheet_problem",
        sa.Column("spreadsheet_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("sheet", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("column_name", sa.String(), nullable=True),
        sa.Column("said", sa.String(), nullable=True),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("message", sa.String(), nullable=False),
        sa.Column("weight", sa.String(), nullable=False),
        sa.CheckConstraint("weight in ('refused', 'note')", name=op.f("ck_spreadsheet_problem_weight_known")),
        _part_of_spreadsheet("spreadsheet_problem"),
    )
    op.create_index("spreadsheet_problem_place", "spreadsheet_problem", ["tenant_id", "spreadsheet_id", "position", "id"])
    for name in ("school_alias", "spreadsheet", "spreadsheet_row", "spreadsheet_problem"):
        op.execute(f"select protect_tenant_table('{name}')")


def downgrade() -> None:
    for name in ("spreadsheet_problem", "spreadsheet_row", "spreadsheet", "school_alias"):
        op.drop_table(name)
