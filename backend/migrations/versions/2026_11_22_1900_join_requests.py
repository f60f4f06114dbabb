"""Schools that ask to join what another school has signed.

Revision: join_requests, after templates.
"""

import sqlalchemy as sa
from alembic import op

revision = "join_requests"
down_revision = "templates"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "join_request",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("tenant_now()"), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=sa.text("tenant_now()"), nullable=False),
        sa.Column("agreement_id", sa.Uuid(), nullable=False),
        sa.Column("school_id", sa.Uuid(), nullable=False),
        sa.Column("status", sa.String(), server_default=sa.text("'asked'"), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("is_principals", sa.Boolean(), server_default=sa.text("'False'"), nullable=False),
        sa.Column("asked_by_id", sa.Uuid(), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("decided_by_id", sa.Uuid(), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.CheckConstraint(
            "status in ('asked', 'accepted', 'refused', 'withdrawn')", name=op.f("ck_join_request_status_known")
        ),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_join_request_tenant_id_tenant")),
        sa.ForeignKeyConstraint(["asked_by_id"], ["person.id"], name=op.f("fk_join_request_asked_by_id_person")),
        sa.ForeignKeyConstraint(["decided_by_id"], ["person.id"], name=op.f("fk_join_request_decided_by_id_person")),
        sa.ForeignKeyConstraint(
            ["tenant_id", "agreement_id"], ["agreement.tenant_id", "agreement.id"],
            name=op.f("fk_join_request_tenant_id_agreement_id_agreement"), ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "school_id"], ["school.tenant_id", "school.id"],
            name=op.f("fk_join_request_tenant_id_school_id_school"),
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_join_request")),
    )  # fmt: skip
    op.create_index(
        "join_request_one_open", "join_request", ["tenant_id", "agreement_id", "school_id"], unique=True,
        postgresql_where=sa.text("status = 'asked'"),
    )  # fmt: skip
    op.create_index("join_request_school", "join_request", ["tenant_id", "school_id", "id"])
    op.execute("select protect_tenant_table('join_request')")


def downgrade() -> None:
    op.drop_table("join_request")
