"""Packs of a partner's record, when they were opened from another district, and what was taken from one.

Revision: packs, after half_sheets.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "packs"
down_revision = "half_sheets"
branch_labels = None
depends_on = None

NOW = sa.text("tenant_now()")


def upgrade() -> None:
    op.create_table(
        "pack",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=NOW, nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=NOW, nullable=False),
        sa.Column("partner_id", sa.Uuid(), nullable=False),
        sa.Column("parts", postgresql.ARRAY(sa.Text()), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("content", postgresql.JSONB(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), server_default=NOW, nullable=False),
        sa.Column("made_by_id", sa.Uuid(), nullable=False),
        sa.Column("expires_on", sa.Date(), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked_by_id", sa.Uuid(), nullable=True),
        sa.CheckConstraint(
            "cardinality(parts) > 0 and parts <@ array['profile', 'programs', 'papers', 'staff', 'checks']",
            name=op.f("ck_pack_parts_known"),
        ),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_pack_tenant_id_tenant")),
        sa.ForeignKeyConstraint(["made_by_id"], ["person.id"], name=op.f("fk_pack_made_by_id_person")),
        sa.ForeignKeyConstraint(["revoked_by_id"], ["person.id"], name=op.f("fk_pack_revoked_by_id_person")),
        sa.ForeignKeyConstraint(
            ["tenant_id", "partner_id"], ["partner.tenant_id", "partner.id"],
            name=op.f("fk_pack_tenant_id_partner_id_partner"),
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_pack")),
    )  # fmt: skip
    op.create_index("pack_partner", "pack", ["tenant_id", "partner_id", "made_at", "id"])
    op.create_table(
        "pack_opening",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("pack_id", sa.Uuid(), nullable=False),
        sa.Column("district", sa.String(), nullable=False),
        sa.Column("district_name", sa.String(), nullable=False),
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), server_default=NOW, nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_pack_opening_tenant_id_tenant")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_pack_opening_person_id_person")),
        sa.ForeignKeyConstraint(
            ["tenant_id", "pack_id"], ["pack.tenant_id", "pack.id"],
            name=op.f("fk_pack_opening_tenant_id_pack_id_pack"), ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_pack_opening")),
    )  # fmt: skip
    op.create_index(
        "pack_opening_once",
        "pack_opening",
        ["tenant_id", "pack_id", "district", "person_id", "opened_on"],
        unique=True,
    )
    op.create_table(
        "pack_taking",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("partner_id", sa.Uuid(), nullable=False),
        sa.Column("pack", sa.Uuid(), nullable=False),
        sa.Column("pack_sha256", sa.String(), nullable=False),
        sa.Column("district", sa.String(), nullable=False),
        sa.Column("district_name", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("items", postgresql.JSONB(), nullable=False),
        sa.Column("taken_at", sa.DateTime(timezone=True), server_default=NOW, nullable=False),
        sa.Column("taken_by_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_pack_taking_tenant_id_tenant")),
        sa.ForeignKeyConstraint(["taken_by_id"], ["person.id"], name=op.f("fk_pack_taking_taken_by_id_person")),
        sa.ForeignKeyConstraint(
            ["tenant_id", "partner_id"], ["partner.tenant_id", "partner.id"],
            name=op.f("fk_pack_taking_tenant_id_partner_id_partner"),
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_pack_taking")),
    )  # fmt: skip
    op.create_index("pack_taking_partner", "pack_taking", ["tenant_id", "partner_id", "taken_at", "id"])
    for name in ("pack", "pack_opening", "pack_taking"):
        op.execute(f"select protect_tenant_table('{name}')")


def downgrade() -> None:
    for name in ("pack_taking", "pack_opening", "pack"):
        op.drop_table(name)
