"""Whether what was promised came, and schools that join an agreement after it was signed.

Revision: promises, after instants.
"""

import sqlalchemy as sa
from alembic import op

revision = "promises"
down_revision = "instants"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("agreement_school", sa.Column("added_on", sa.Date(), nullable=True))
    op.add_column("agreement_school", sa.Column("added_by_id", sa.Uuid(), nullable=True))
    op.add_column("agreement_school", sa.Column("covered_from", sa.Date(), nullable=True))
    op.create_foreign_key(
        op.f("fk_agreement_school_added_by_id_person"), "agreement_school", "person", ["added_by_id"], ["id"]
    )
    op.create_table(
        "promise_word",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agreement_id", sa.Uuid(), nullable=False),
        sa.Column("expectation_id", sa.Uuid(), nullable=True),
        sa.Column("resource_id", sa.Uuid(), nullable=True),
        sa.Column("school_id", sa.Uuid(), nullable=True),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("said_by_id", sa.Uuid(), nullable=True),
        sa.Column("said_at", sa.DateTime(timezone=True), server_default=sa.text("tenant_now()"), nullable=False),
        sa.CheckConstraint("outcome in ('delivered', 'not_delivered')", name=op.f("ck_promise_word_outcome_known")),
        sa.CheckConstraint("side in ('district', 'school', 'partner')", name=op.f("ck_promise_word_side_known")),
        sa.CheckConstraint(
            "(expectation_id is null) <> (resource_id is null)", name=op.f("ck_promise_word_one_promise")
        ),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_promise_word_tenant_id_tenant")),
        sa.ForeignKeyConstraint(["said_by_id"], ["person.id"], name=op.f("fk_promise_word_said_by_id_person")),
        sa.ForeignKeyConstraint(
            ["tenant_id", "agreement_id"], ["agreement.tenant_id", "agreement.id"],
            name=op.f("fk_promise_word_tenant_id_agreement_id_agreement"), ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "expectation_id"], ["expectation.tenant_id", "expectation.id"],
            name=op.f("fk_promise_word_tenant_id_expectation_id_expectation"), ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "resource_id"], ["resource_commitment.tenant_id", "resource_commitment.id"],
            name=op.f("fk_promise_word_tenant_id_resource_id_resource_commitment"), ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "school_id"], ["school.tenant_id", "school.id"],
            name=op.f("fk_promise_word_tenant_id_school_id_school"),
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_promise_word")),
    )  # fmt: skip
    op.create_index("promise_word_agreement", "promise_word", ["tenant_id", "agreement_id", "id"])
    op.create_index(
        "promise_word_expectation", "promise_word", ["tenant_id", "expectation_id", "school_id"], unique=True,
        postgresql_nulls_not_distinct=True, postgresql_where=sa.text("expectation_id is not null"),
    )  # fmt: skip
    op.create_index(
        "promise_word_resource", "promise_word", ["tenant_id", "resource_id", "school_id"], unique=True,
        postgresql_nulls_not_distinct=True, postgresql_where=sa.text("resource_id is not null"),
    )  # fmt: skip
    op.execute("select protect_tenant_table('promise_word')")


def downgrade() -> None:
    op.drop_table("promise_word")
    op.drop_constraint(op.f("fk_agreement_school_added_by_id_person"), "agreement_school", type_="foreignkey")
    for name in ("covered_from", "added_by_id", "added_on"):
        op.drop_column("agreement_school", name)
