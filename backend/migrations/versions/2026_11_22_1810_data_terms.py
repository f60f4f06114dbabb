"""What data sharing agreements say, what becomes of student records at the end, and certificates of destruction.

Revision: data_terms, after packs.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY

revision = "data_terms"
down_revision = "packs"
branch_labels = None
depends_on = None

BASES = "'consent', 'school_official', 'studies', 'audit_evaluation', 'directory'"
PROSE = ("users", "institutional_function", "direct_control", "representative")
MORE = ("security", "retention")


def upgrade() -> None:
    op.create_table(
        "data_terms",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agreement_id", sa.Uuid(), nullable=False),
        sa.Column("basis", sa.String(), nullable=True),
        sa.Column("data_elements", ARRAY(sa.Text()), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("directory_elements", ARRAY(sa.Text()), server_default=sa.text("'{}'"), nullable=False),
        *(sa.Column(name, sa.String(), nullable=True) for name in PROSE),
        sa.Column("no_identification", sa.Boolean(), server_default=sa.text("'False'"), nullable=False),
        sa.Column("consent", sa.String(), nullable=True),
        sa.Column("opt_outs", sa.String(), nullable=True),
        sa.Column("may_redisclose", sa.Boolean(), server_default=sa.text("'False'"), nullable=False),
        sa.Column("redisclosure", sa.String(), nullable=True),
        *(sa.Column(name, sa.String(), nullable=True) for name in MORE),
        sa.Column("destruction_days", sa.Integer(), nullable=True),
        sa.Column("breach_hours", sa.Integer(), nullable=True),
        *(sa.Column(name, sa.String(), nullable=True) for name in ("breach_contact", "parents_access", "framework")),
        sa.CheckConstraint(f"basis in ({BASES})", name=op.f("ck_data_terms_basis_known")),
        sa.CheckConstraint("destruction_days between 0 and 3650", name=op.f("ck_data_terms_destruction_days_range")),
        sa.CheckConstraint("breach_hours between 1 and 720", name=op.f("ck_data_terms_breach_hours_range")),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_data_terms_tenant_id_tenant")),
        sa.ForeignKeyConstraint(
            ["tenant_id", "agreement_id"], ["agreement.tenant_id", "agreement.id"],
            name=op.f("fk_data_terms_tenant_id_agreement_id_agreement"), ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_data_terms")),
    )  # fmt: skip
    op.create_index("data_terms_agreement", "data_terms", ["tenant_id", "agreement_id"], unique=True)
    op.create_table(
        "data_destruction",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agreement_id", sa.Uuid(), nullable=False),
        sa.Column("destroyed_on", sa.Date(), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("method", "certified_by", "certifier_title")),
        sa.Column("document_id", sa.Uuid(), nullable=False),
        sa.Column("recorded_by_id", sa.Uuid(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), server_default=sa.text("tenant_now()"), nullable=False),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_data_destruction_tenant_id_tenant")),
        sa.ForeignKeyConstraint(
            ["recorded_by_id"], ["person.id"], name=op.f("fk_data_destruction_recorded_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "agreement_id"], ["agreement.tenant_id", "agreement.id"],
            name=op.f("fk_data_destruction_tenant_id_agreement_id_agreement"), ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "document_id"], ["agreement_document.tenant_id", "agreement_document.id"],
            name=op.f("fk_data_destruction_tenant_id_document_id_agreement_document"),
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_data_destruction")),
    )  # fmt: skip
    op.create_index("data_destruction_agreement", "data_destruction", ["tenant_id", "agreement_id"], unique=True)
    for name in ("data_terms", "data_destruction"):
        op.execute(f"select protect_tenant_table('{name}')")
    op.add_column("agreement_notice", sa.Column("student_data", sa.String(), nullable=True))
    op.add_column("agreement_notice", sa.Column("student_data_due_on", sa.Date(), nullable=True))
    op.create_check_constraint(
        op.f("ck_agreement_notice_student_data_known"),
        "agreement_notice",
        "student_data in ('destroy', 'return', 'carry_on')",
    )


def downgrade() -> None:
    op.drop_column("agreement_notice", "student_data_due_on")
    op.drop_column("agreement_notice", "student_data")
    for name in ("data_destruction", "data_terms"):
        op.drop_table(name)
