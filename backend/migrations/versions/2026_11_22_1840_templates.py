"""The questions that pick type and route, templates in versions, and the checklist of clauses.

Revision: templates, after site_plans.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

revision = "templates"
down_revision = "site_plans"
branch_labels = None
depends_on = None

TYPES = (
    "'mou', 'moa', 'school_partner_agreement', 'services_contract', 'space_use', 'data_sharing', 'research', "
    "'letter_of_agreement', 'collaboration_plan'"
)
ANSWERS = (
    "'money_yes', 'money_no', 'space_yes', 'space_no', 'records_yes', 'records_no', 'few_visits', 'every_week', "
    "'many_or_alone'"
)
SECTIONS = "'parties', 'purpose', 'programs', 'schools', 'students', 'schedule', 'promises', 'costs', 'records'"
NOTES = "ck_review_note_section_known"
KEY = "fk_agreement_tenant_id_template_version_id_agreement_template_version"


def upgrade() -> None:
    op.add_column(
        "tenant", sa.Column("has_clause_checklist", sa.Boolean(), server_default=sa.text("false"), nullable=False)
    )
    op.create_table(
        "tree_answer",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("tenant_now()"), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=sa.text("tenant_now()"), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("type", sa.String(), nullable=True),
        sa.Column("is_binding", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("steps", ARRAY(sa.Text()), nullable=False),
        sa.CheckConstraint(f"answer in ({ANSWERS})", name=op.f("ck_tree_answer_answer_known")),
        sa.CheckConstraint(f"type in ({TYPES})", name=op.f("ck_tree_answer_type_known")),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_tree_answer_tenant_id_tenant")),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_tree_answer")),
    )
    op.create_index("tree_answer_answer", "tree_answer", ["tenant_id", "answer"], unique=True)
    op.create_table(
        "agreement_template",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("tenant_now()"), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=sa.text("tenant_now()"), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("status", sa.String(), server_default=sa.text("'open'"), nullable=False),
        sa.Column("copied_from_id", sa.Uuid(), nullable=True),
        sa.CheckConstraint(f"type in ({TYPES})", name=op.f("ck_agreement_template_type_known")),
        sa.CheckConstraint("status in ('open', 'retired')", name=op.f("ck_agreement_template_status_known")),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_agreement_template_tenant_id_tenant")),
        sa.ForeignKeyConstraint(
            ["tenant_id", "copied_from_id"], ["agreement_template.tenant_id", "agreement_template.id"],
            name=op.f("fk_agreement_template_tenant_id_copied_from_id_agreement_template"),
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_agreement_template")),
    )  # fmt: skip
    op.create_index(
        "agreement_template_name", "agreement_template", ["tenant_id", sa.text("lower(name)")], unique=True
    )
    op.create_table(
        "agreement_template_version",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("template_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("is_negotiable", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("sections", JSONB(), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("published_by_id", sa.Uuid(), nullable=True),
        sa.CheckConstraint("number > 0", name=op.f("ck_agreement_template_version_number_positive")),
        sa.ForeignKeyConstraint(
            ["tenant_id"], ["tenant.id"], name=op.f("fk_agreement_template_version_tenant_id_tenant")
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "template_id"], ["agreement_template.tenant_id", "agreement_template.id"],
            name=op.f("fk_agreement_template_version_tenant_id_template_id_agreement_template"), ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["published_by_id"], ["person.id"], name=op.f("fk_agreement_template_version_published_by_id_person")
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_agreement_template_version")),
    )  # fmt: skip
    op.create_index(
        "agreement_template_version_number", "agreement_template_version", ["tenant_id", "template_id", "number"],
        unique=True,
    )  # fmt: skip
    op.create_index(
        "agreement_template_version_draft", "agreement_template_version", ["tenant_id", "template_id"], unique=True,
        postgresql_where=sa.text("published_at is null"),
    )  # fmt: skip
    op.create_table(
        "clause_word",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agreement_id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("said_by_id", sa.Uuid(), nullable=True),
        sa.Column("said_at", sa.DateTime(timezone=True), server_default=sa.text("tenant_now()"), nullable=False),
        sa.CheckConstraint(
            "state in ('not_yet_addressed', 'under_discussion', 'finalized')", name=op.f("ck_clause_word_state_known")
        ),
        sa.CheckConstraint("side in ('district', 'school', 'partner')", name=op.f("ck_clause_word_side_known")),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_clause_word_tenant_id_tenant")),
        sa.ForeignKeyConstraint(
            ["tenant_id", "agreement_id"], ["agreement.tenant_id", "agreement.id"],
            name=op.f("fk_clause_word_tenant_id_agreement_id_agreement"), ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["said_by_id"], ["person.id"], name=op.f("fk_clause_word_said_by_id_person")),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_clause_word")),
    )  # fmt: skip
    op.create_index("clause_word_agreement", "clause_word", ["tenant_id", "agreement_id", "code", "said_at", "id"])
    for name in ("tree_answer", "agreement_template", "agreement_template_version", "clause_word"):
        op.execute(f"select protect_tenant_table('{name}')")
    for name in ("answers", "recommended", "sections"):
        op.add_column("agreement", sa.Column(name, JSONB(), nullable=True))
    op.add_column("agreement", sa.Column("type_reason", sa.String(), nullable=True))
    op.add_column("agreement", sa.Column("template_version_id", sa.Uuid(), nullable=True))
    op.create_foreign_key(
        op.f(KEY[:63]), "agreement", "agreement_template_version",
        ["tenant_id", "template_version_id"], ["tenant_id", "id"],
    )  # fmt: skip
    op.create_index(
        "agreement_template_of", "agreement", ["tenant_id", "template_version_id"],
        postgresql_where=sa.text("template_version_id is not null"),
    )  # fmt: skip
    op.drop_constraint(op.f(NOTES), "review_note", type_="check")
    op.create_check_constraint(op.f(NOTES), "review_note", f"section in ({SECTIONS}, 'terms', 'term')")


def downgrade() -> None:
    op.drop_constraint(op.f(NOTES), "review_note", type_="check")
    connection = op.get_bind()
    for (tenant,) in connection.execute(sa.text("select id from tenant")).all():
        connection.execute(sa.text("select set_config('app.tenant_id', :id, true)"), {"id": str(tenant)})
        connection.execute(sa.text("delete from review_note where section = 'terms'"))
    connection.execute(sa.text("select set_config('app.tenant_id', '', true)"))
    op.create_check_constraint(op.f(NOTES), "review_note", f"section in ({SECTIONS}, 'term')")
    op.drop_index("agreement_template_of", "agreement")
    op.drop_constraint(op.f(KEY[:63]), "agreement", type_="foreignkey")
    for name in ("template_version_id", "type_reason", "sections", "recommended", "answers"):
        op.drop_column("agreement", name)
    for name in ("clause_word", "agreement_template_version", "agreement_template", "tree_answer"):
        op.drop_table(name)
    op.drop_column("tenant", "has_clause_checklist")
