"""Deciding by link, delegates, and signatures on paper with their scan.

Revision: decisions, after program_outcomes.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "decisions"
down_revision = "program_outcomes"
branch_labels = None
depends_on = None

NOW = sa.text("tenant_now()")


def upgrade() -> None:
    op.create_table(
        "decision_link",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("mail_id", sa.Uuid(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=NOW, nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked_why", sa.String(), nullable=True),
        sa.Column("code_hash", sa.LargeBinary(), nullable=True),
        sa.Column("code_asked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("code_expires_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("codes_sent", sa.Integer(), server_default=sa.text("'0'"), nullable=False),
        sa.Column("code_tries", sa.Integer(), server_default=sa.text("'0'"), nullable=False),
        sa.CheckConstraint(
            "revoked_why in ('replaced', 'disowned', 'tries')", name=op.f("ck_decision_link_revoked_why_known")
        ),
        sa.CheckConstraint(
            "code_tries >= 0 and codes_sent >= 0", name=op.f("ck_decision_link_counts_not_negative")
        ),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_decision_link_tenant_id_tenant")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_decision_link_person_id_person")),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_decision_link")),
    )
    op.create_index("decision_link_token", "decision_link", ["tenant_id", "token_hash"], unique=True)
    op.create_index("decision_link_person", "decision_link", ["tenant_id", "person_id", "created_at"])
    op.create_table(
        "link_decision",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("link_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("object_id", sa.Uuid(), nullable=False),
        sa.Column("school_id", sa.Uuid(), nullable=True),
        sa.Column("on_behalf_of_id", sa.Uuid(), nullable=True),
        sa.Column("basis", sa.String(), nullable=False),
        sa.Column("answer", sa.String(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "kind in ('confirm_school', 'sign_agreement', 'agree_target')", name=op.f("ck_link_decision_kind_known")
        ),
        sa.CheckConstraint("answer in ('yes', 'no')", name=op.f("ck_link_decision_answer_known")),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_link_decision_tenant_id_tenant")),
        sa.ForeignKeyConstraint(
            ["on_behalf_of_id"], ["person.id"], name=op.f("fk_link_decision_on_behalf_of_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "link_id"], ["decision_link.tenant_id", "decision_link.id"],
            name=op.f("fk_link_decision_tenant_id_link_id_decision_link"), ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "school_id"], ["school.tenant_id", "school.id"],
            name=op.f("fk_link_decision_tenant_id_school_id_school"),
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_link_decision")),
    )  # fmt: skip
    op.create_index("link_decision_link", "link_decision", ["tenant_id", "link_id", "position"])
    op.create_table(
        "delegation",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=NOW, nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=NOW, nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("delegate_id", sa.Uuid(), nullable=False),
        sa.Column("decisions", postgresql.ARRAY(sa.Text()), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("starts_on <= ends_on", name=op.f("ck_delegation_dates_in_order")),
        sa.CheckConstraint("person_id <> delegate_id", name=op.f("ck_delegation_somebody_else")),
        sa.CheckConstraint(
            "cardinality(decisions) > 0 and decisions <@ array['confirm_school', 'agree_target']",
            name=op.f("ck_delegation_decisions_known"),
        ),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_delegation_tenant_id_tenant")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_delegation_person_id_person")),
        sa.ForeignKeyConstraint(["delegate_id"], ["person.id"], name=op.f("fk_delegation_delegate_id_person")),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_delegation")),
    )
    op.create_index("delegation_person", "delegation", ["tenant_id", "person_id", "ends_on"])
    op.create_index("delegation_delegate", "delegation", ["tenant_id", "delegate_id", "ends_on"])
    for name in ("decision_link", "link_decision", "delegation"):
        op.execute(f"select protect_tenant_table('{name}')")
    op.add_column("signature", sa.Column("entered_by_id", sa.Uuid(), nullable=True))
    op.add_column("signature", sa.Column("document_id", sa.Uuid(), nullable=True))
    op.create_foreign_key(
        op.f("fk_signature_entered_by_id_person"), "signature", "person", ["entered_by_id"], ["id"]
    )
    op.create_foreign_key(
        op.f("fk_signature_tenant_id_document_id_agreement_document"), "signature", "agreement_document",
        ["tenant_id", "document_id"], ["tenant_id", "id"],
    )  # fmt: skip


def downgrade() -> None:
    op.drop_constraint(op.f("fk_signature_tenant_id_document_id_agreement_document"), "signature", type_="foreignkey")
    op.drop_constraint(op.f("fk_signature_entered_by_id_person"), "signature", type_="foreignkey")
    op.drop_column("signature", "document_id")
    op.drop_column("signature", "entered_by_id")
    for name in ("delegation", "link_decision", "decision_link"):
        op.drop_table(name)
