"""Applications of partners in full: notes beside fields, former names, registrations, and merged records.

Revision: applications, after revisits.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "applications"
down_revision = "revisits"
branch_labels = None
depends_on = None

TENANT_TABLES = ("partner_former_name", "partner_note", "partner_registration", "partner_merge")


def _tenant_part(name: str) -> list[sa.schema.SchemaItem]:
    return [
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f(f"fk_{name}_tenant_id_tenant")),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f(f"pk_{name}")),
    ]


def _of_partner(name: str, column: str, *, cascade: bool = False) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["tenant_id", column],
        ["partner.tenant_id", "partner.id"],
        name=op.f(f"fk_{name}_tenant_id_{column}_partner"),
        ondelete="CASCADE" if cascade else None,
    )


def _of_person(name: str, column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], ["person.id"], name=op.f(f"fk_{name}_{column}_person"))


def _instant(name: str, *, default: bool = False) -> sa.Column:
    server_default = sa.text("tenant_now()") if default else None
    return sa.Column(name, sa.DateTime(timezone=True), server_default=server_default, nullable=not default)


def upgrade() -> None:
    op.add_column("partner", sa.Column("application_note", sa.String(), nullable=True))
    op.add_column("partner", sa.Column("reviewer_id", sa.Uuid(), nullable=True))
    op.add_column("partner", sa.Column("merged_into_id", sa.Uuid(), nullable=True))
    op.create_foreign_key(op.f("fk_partner_reviewer_id_person"), "partner", "person", ["reviewer_id"], ["id"])
    op.create_foreign_key(
        op.f("fk_partner_tenant_id_merged_into_id_partner"),
        "partner",
        "partner",
        ["tenant_id", "merged_into_id"],
        ["tenant_id", "id"],
    )
    op.create_index(
        "partner_waiting",
        "partner",
        ["tenant_id", "submitted_on", "id"],
        postgresql_where=sa.text("status in ('submitted', 'under_review')"),
    )
    op.create_table(
        "partner_former_name",
        *_tenant_part("partner_former_name"),
        sa.Column("partner_id", sa.Uuid(), nullable=False),
        sa.Column("legal_name", sa.String(), nullable=False),
        sa.Column("normalized_name", sa.String(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=False),
        _of_partner("partner_former_name", "partner_id", cascade=True),
    )
    op.create_index("partner_former_name_partner", "partner_former_name", ["tenant_id", "partner_id", "until_on"])
    op.create_index("partner_former_name_normalized", "partner_former_name", ["tenant_id", "normalized_name"])
    op.create_table(
        "partner_note",
        *_tenant_part("partner_note"),
        sa.Column("partner_id", sa.Uuid(), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("asked_by_id", sa.Uuid(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        _of_partner("partner_note", "partner_id", cascade=True),
        _of_person("partner_note", "asked_by_id"),
    )
    op.create_index("partner_note_partner", "partner_note", ["tenant_id", "partner_id", "asked_on"])
    op.create_table(
        "partner_registration",
        *_tenant_part("partner_registration"),
        sa.Column("organization", sa.String(), nullable=False),
        sa.Column("org_type", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("locale", sa.String(), server_default=sa.text("'en'"), nullable=False),
        sa.Column("from_hash", sa.LargeBinary(), nullable=False),
        _instant("asked_at", default=True),
        _instant("confirmed_at"),
        sa.Column("partner_id", sa.Uuid(), nullable=True),
        sa.CheckConstraint("locale in ('en', 'es')", name=op.f("ck_partner_registration_locale_known")),
        _of_partner("partner_registration", "partner_id"),
    )
    op.create_index(
        "partner_registration_email", "partner_registration", ["tenant_id", sa.text("lower(email)"), "asked_at"]
    )
    op.create_index("partner_registration_from", "partner_registration", ["tenant_id", "from_hash", "asked_at"])
    op.create_table(
        "partner_merge",
        *_tenant_part("partner_merge"),
        sa.Column("survivor_id", sa.Uuid(), nullable=False),
        sa.Column("merged_id", sa.Uuid(), nullable=False),
        _instant("made_at", default=True),
        sa.Column("made_by_id", sa.Uuid(), nullable=True),
        sa.Column("undo_until_on", sa.Date(), nullable=False),
        sa.Column("before", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("after", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("moved", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        _instant("undone_at"),
        sa.Column("undone_by_id", sa.Uuid(), nullable=True),
        _of_partner("partner_merge", "survivor_id"),
        _of_partner("partner_merge", "merged_id"),
        _of_person("partner_merge", "made_by_id"),
        _of_person("partner_merge", "undone_by_id"),
    )
    op.create_index("partner_merge_survivor", "partner_merge", ["tenant_id", "survivor_id", "made_at"])
    op.create_index(
        "partner_merge_merged",
        "partner_merge",
        ["tenant_id", "merged_id"],
        unique=True,
        postgresql_where=sa.text("undone_at is null"),
    )
    for name in TENANT_TABLES:
        op.execute(f"select protect_tenant_table('{name}')")


def downgrade() -> None:
    for name in reversed(TENANT_TABLES):
        op.drop_table(name)
    op.drop_index("partner_waiting", table_name="partner")
    op.drop_constraint(op.f("fk_partner_tenant_id_merged_into_id_partner"), "partner", type_="foreignkey")
    op.drop_constraint(op.f("fk_partner_reviewer_id_person"), "partner", type_="foreignkey")
    for column in ("merged_into_id", "reviewer_id", "application_note"):
        op.drop_column("partner", column)
