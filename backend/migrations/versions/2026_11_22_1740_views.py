"""Views of a list that people keep and share; the days on which agreements start and cease, by an index.

Revision: views, after revisit_amendments.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "views"
down_revision = "revisit_amendments"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("agreement_by_start", "agreement", ["tenant_id", "starts_on", "id"])
    op.create_index(
        "agreement_by_ceasing", "agreement", ["tenant_id", "ceases_on", "id"],
        postgresql_where=sa.text("ceases_on is not null"),
    )  # fmt: skip
    op.create_table(
        "saved_view",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("tenant_now()"), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=sa.text("tenant_now()"), nullable=False),
        sa.Column("list", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("question", JSONB(), nullable=False),
        sa.Column("layout", sa.String(), nullable=True),
        sa.Column("is_shared", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("list in ('agreements', 'partners')", name=op.f("ck_saved_view_list_known")),
        sa.CheckConstraint(
            "layout in ('calendar', 'board', 'timeline')", name=op.f("ck_saved_view_layout_known")
        ),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_saved_view_tenant_id_tenant")),
        sa.ForeignKeyConstraint(["owner_id"], ["person.id"], name=op.f("fk_saved_view_owner_id_person")),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_saved_view")),
    )
    op.create_index("saved_view_owner", "saved_view", ["tenant_id", "owner_id", "list", "name"], unique=True)
    op.create_index(
        "saved_view_shared", "saved_view", ["tenant_id", "list", "name"], postgresql_where=sa.text("is_shared")
    )
    op.execute("select protect_tenant_table('saved_view')")


def downgrade() -> None:
    op.drop_table("saved_view")
    op.drop_index("agreement_by_ceasing", "agreement")
    op.drop_index("agreement_by_start", "agreement")
