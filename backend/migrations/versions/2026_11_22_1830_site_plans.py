"""Site plans under a legal agreement, with both sides' words; whether a district asks for them.

Revision: site_plans, after any_day.
"""

import sqlalchemy as sa
from alembic import op

revision = "site_plans"
down_revision = "any_day"
branch_labels = None
depends_on = None

PROMISED = "fk_expectation_tenant_id_plan_id_site_plan"


def upgrade() -> None:
    op.add_column(
        "tenant", sa.Column("asks_site_plans", sa.Boolean(), server_default=sa.text("'False'"), nullable=False)
    )
    op.create_table(
        "site_plan",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("tenant_now()"), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=sa.text("tenant_now()"), nullable=False),
        sa.Column("agreement_id", sa.Uuid(), nullable=False),
        sa.Column("school_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), server_default=sa.text("'collaboration_plan'"), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("vision", sa.String(), nullable=True),
        sa.Column("schedule", sa.String(), nullable=True),
        sa.Column("place", sa.String(), nullable=True),
        sa.Column("participants", sa.String(), nullable=True),
        sa.Column("communication", sa.String(), nullable=True),
        sa.Column("status", sa.String(), server_default=sa.text("'draft'"), nullable=False),
        sa.Column("status_reason", sa.String(), nullable=True),
        sa.Column("status_since", sa.DateTime(timezone=True), server_default=sa.text("tenant_now()"), nullable=False),
        sa.Column("drafted_by", sa.String(), server_default=sa.text("'school'"), nullable=False),
        sa.Column("author_id", sa.Uuid(), nullable=True),
        sa.Column("copied_from_id", sa.Uuid(), nullable=True),
        sa.Column("agreed_on", sa.Date(), nullable=True),
        sa.Column("ceased_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "kind in ('collaboration_plan', 'letter_of_agreement', 'expectations_worksheet')",
            name=op.f("ck_site_plan_kind_known"),
        ),
        sa.CheckConstraint(
            "status in ('draft', 'proposed', 'changes_requested', 'agreed', 'ended', 'replaced', 'withdrawn')",
            name=op.f("ck_site_plan_status_known"),
        ),
        sa.CheckConstraint(
            "drafted_by in ('district', 'school', 'partner')", name=op.f("ck_site_plan_drafted_by_known")
        ),
        sa.CheckConstraint("starts_on <= ends_on", name=op.f("ck_site_plan_dates_in_order")),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_site_plan_tenant_id_tenant")),
        sa.ForeignKeyConstraint(["author_id"], ["person.id"], name=op.f("fk_site_plan_author_id_person")),
        sa.ForeignKeyConstraint(
            ["tenant_id", "agreement_id"], ["agreement.tenant_id", "agreement.id"],
            name=op.f("fk_site_plan_tenant_id_agreement_id_agreement"), ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "school_id"], ["school.tenant_id", "school.id"],
            name=op.f("fk_site_plan_tenant_id_school_id_school"),
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "copied_from_id"], ["site_plan.tenant_id", "site_plan.id"],
            name=op.f("fk_site_plan_tenant_id_copied_from_id_site_plan"),
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_site_plan")),
    )  # fmt: skip
    op.create_index("site_plan_agreement", "site_plan", ["tenant_id", "agreement_id", "school_id"])
    op.create_index("site_plan_school_update", "site_plan", ["tenant_id", "school_id", "updated_at", "id"])
    op.create_index("site_plan_by_update", "site_plan", ["tenant_id", "updated_at", "id"])
    op.create_index(
        "site_plan_one_open", "site_plan", ["tenant_id", "agreement_id", "school_id"], unique=True,
        postgresql_where=sa.text("status in ('draft', 'proposed', 'changes_requested')"),
    )  # fmt: skip
    op.create_index(
        "site_plan_one_agreed", "site_plan", ["tenant_id", "agreement_id", "school_id"], unique=True,
        postgresql_where=sa.text("status = 'agreed'"),
    )  # fmt: skip
    op.create_table(
        "site_plan_word",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("said_by_id", sa.Uuid(), nullable=False),
        sa.Column("said_on", sa.Date(), nullable=False),
        sa.Column("said_at", sa.DateTime(timezone=True), server_default=sa.text("tenant_now()"), nullable=False),
        sa.CheckConstraint("side in ('school', 'partner')", name=op.f("ck_site_plan_word_side_known")),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_site_plan_word_tenant_id_tenant")),
        sa.ForeignKeyConstraint(["said_by_id"], ["person.id"], name=op.f("fk_site_plan_word_said_by_id_person")),
        sa.ForeignKeyConstraint(
            ["tenant_id", "plan_id"], ["site_plan.tenant_id", "site_plan.id"],
            name=op.f("fk_site_plan_word_tenant_id_plan_id_site_plan"), ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_site_plan_word")),
    )  # fmt: skip
    op.create_index("site_plan_word_side", "site_plan_word", ["tenant_id", "plan_id", "side"], unique=True)
    op.add_column("expectation", sa.Column("plan_id", sa.Uuid(), nullable=True))
    op.create_foreign_key(
        op.f(PROMISED), "expectation", "site_plan", ["tenant_id", "plan_id"], ["tenant_id", "id"], ondelete="CASCADE"
    )
    op.create_index(
        "expectation_plan", "expectation", ["tenant_id", "plan_id", "position"],
        postgresql_where=sa.text("plan_id is not null"),
    )  # fmt: skip
    for name in ("site_plan", "site_plan_word"):
        op.execute(f"select protect_tenant_table('{name}')")


def downgrade() -> None:
    # what was promised at a school alone is no promise of the agreement
    connection = op.get_bind()
    for (tenant,) in connection.execute(sa.text("select id from tenant")).all():
        connection.execute(sa.text("select set_config('app.tenant_id', :id, true)"), {"id": str(tenant)})
        connection.execute(sa.text("delete from expectation where plan_id is not null"))
    connection.execute(sa.text("select set_config('app.tenant_id', '', true)"))
    op.drop_index("expectation_plan", "expectation")
    op.drop_constraint(op.f(PROMISED), "expectation", type_="foreignkey")
    op.drop_column("expectation", "plan_id")
    op.drop_table("site_plan_word")
    op.drop_table("site_plan")
    op.drop_column("tenant", "asks_site_plans")
