"""Agreements that other districts may join: the two words on it, the copy that others read, and what was adopted.

Revision: open_agreements, after sponsors.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "open_agreements"
down_revision = "sponsors"
branch_labels = None
depends_on = None

TABLES = ("agreement_opening", "open_agreement", "agreement_adoption")


def _own(table: str) -> list[sa.Column | sa.Constraint]:
    """The columns and keys of a tenant's row that belongs to an agreement."""
    return [
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agreement_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f(f"fk_{table}_tenant_id_tenant")),
        sa.ForeignKeyConstraint(
            ["tenant_id", "agreement_id"], ["agreement.tenant_id", "agreement.id"],
            name=op.f(f"fk_{table}_tenant_id_agreement_id_agreement"), ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f(f"pk_{table}")),
    ]  # fmt: skip


def upgrade() -> None:
    op.create_table(
        "agreement_opening",
        *_own("agreement_opening"),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("tenant_now()"), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=sa.text("tenant_now()"), nullable=False),
        sa.Column("status", sa.String(), server_default=sa.text("'proposed'"), nullable=False),
        sa.Column("clause", sa.String(), nullable=False),
        sa.Column("open_until", sa.Date(), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("proposed_by_id", sa.Uuid(), nullable=True),
        sa.Column("proposed_on", sa.Date(), nullable=False),
        sa.Column("decided_by_id", sa.Uuid(), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("closed_by", sa.String(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.CheckConstraint(
            "status in ('proposed', 'open', 'refused', 'withdrawn', 'closed')",
            name=op.f("ck_agreement_opening_status_known"),
        ),
        sa.CheckConstraint(
            "closed_by in ('district', 'partner', 'end')", name=op.f("ck_agreement_opening_closed_by_known")
        ),
        sa.ForeignKeyConstraint(
            ["proposed_by_id"], ["person.id"], name=op.f("fk_agreement_opening_proposed_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["decided_by_id"], ["person.id"], name=op.f("fk_agreement_opening_decided_by_id_person")
        ),
    )
    op.create_index(
        "agreement_opening_one_current", "agreement_opening", ["tenant_id", "agreement_id"], unique=True,
        postgresql_where=sa.text("status in ('proposed', 'open')"),
    )  # fmt: skip
    op.create_index("agreement_opening_agreement", "agreement_opening", ["tenant_id", "agreement_id", "id"])
    op.create_table(
        "open_agreement",
        *_own("open_agreement"),
        sa.Column("district", sa.String(), nullable=False),
        sa.Column("partner", sa.String(), nullable=False),
        sa.Column("partner_ein", sa.String(), nullable=True),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("clause", sa.String(), nullable=False),
        sa.Column("text_sha256", sa.String(), nullable=False),
        sa.Column("document", postgresql.JSONB(), nullable=True),
        sa.Column("terms", postgresql.JSONB(), nullable=True),
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.Column("open_until", sa.Date(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("standing", sa.String(), server_default=sa.text("'in_force'"), nullable=False),
        sa.Column("over_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "standing in ('in_force', 'on_hold', 'over')", name=op.f("ck_open_agreement_standing_known")
        ),
        sa.CheckConstraint(
            "closed_on is null or (document is null and terms is null)",
            name=op.f("ck_open_agreement_closed_without_words"),
        ),
    )
    op.create_index("open_agreement_agreement", "open_agreement", ["tenant_id", "agreement_id", "id"])
    op.create_table(
        "agreement_adoption",
        *_own("agreement_adoption"),
        sa.Column("origin_tenant_id", sa.Uuid(), nullable=False),
        sa.Column("origin_id", sa.Uuid(), nullable=False),
        sa.Column("district", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("clause", sa.String(), nullable=False),
        sa.Column("text_sha256", sa.String(), nullable=False),
        sa.Column("origin_ends_on", sa.Date(), nullable=False),
        sa.Column("terms", postgresql.JSONB(), nullable=False),
        sa.Column("adopted_on", sa.Date(), nullable=False),
        sa.Column("adopted_by_id", sa.Uuid(), nullable=True),
        sa.Column("origin_state", sa.String(), server_default=sa.text("'open'"), nullable=False),
        sa.Column("origin_state_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "origin_state in ('open', 'on_hold', 'closed', 'over')",
            name=op.f("ck_agreement_adoption_origin_state_known"),
        ),
        sa.ForeignKeyConstraint(
            ["origin_tenant_id"], ["tenant.id"], name=op.f("fk_agreement_adoption_origin_tenant_id_tenant")
        ),
        sa.ForeignKeyConstraint(
            ["adopted_by_id"], ["person.id"], name=op.f("fk_agreement_adoption_adopted_by_id_person")
        ),
    )
    op.create_index(
        "agreement_adoption_agreement", "agreement_adoption", ["tenant_id", "agreement_id"], unique=True
    )
    for table in TABLES:
        op.execute(f"select protect_tenant_table('{table}')")
    # the one table of which other tenants read rows, and read only: copies that were made for them
    op.execute(
        "create policy read_by_other_districts on open_agreement for select "
        "using (closed_on is null or (document is null and terms is null))"
    )
    op.add_column(
        "tenant",
        sa.Column("adopts_without_legal", sa.Boolean(), server_default=sa.text("'False'"), nullable=False),
    )


def downgrade() -> None:
    op.drop_column("tenant", "adopts_without_legal")
    for table in reversed(TABLES):
        op.drop_table(table)
