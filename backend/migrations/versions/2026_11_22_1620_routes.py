"""Routes of review and signing, notes beside sections, what an agreement costs, and the board's votes.

Revision: routes, after endings.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY

revision = "routes"
down_revision = "endings"
branch_labels = None
depends_on = None

TYPES = (
    "'mou', 'moa', 'school_partner_agreement', 'services_contract', 'space_use', 'data_sharing', 'research', "
    "'letter_of_agreement', 'collaboration_plan'"
)
SECTIONS = (
    "'parties', 'purpose', 'programs', 'schools', 'students', 'schedule', 'promises', 'costs', 'records', 'term'"
)
ORDERS = "'any', 'partner_first', 'district_first'"


def upgrade() -> None:
    op.create_table(
        "agreement_route",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("tenant_now()"), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=sa.text("tenant_now()"), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("steps", ARRAY(sa.Text()), nullable=False),
        sa.Column("is_in_order", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("signing_order", sa.String(), server_default=sa.text("'any'"), nullable=False),
        sa.CheckConstraint(f"type in ({TYPES})", name=op.f("ck_agreement_route_type_known")),
        sa.CheckConstraint(f"signing_order in ({ORDERS})", name=op.f("ck_agreement_route_signing_order_known")),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_agreement_route_tenant_id_tenant")),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_agreement_route")),
    )
    op.create_index("agreement_route_type", "agreement_route", ["tenant_id", "type"], unique=True)
    op.create_table(
        "board_vote",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("met_on", sa.Date(), nullable=False),
        sa.Column("item", sa.String(), nullable=False),
        sa.Column("resolution", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("recorded_by_id", sa.Uuid(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), server_default=sa.text("tenant_now()"), nullable=False),
        sa.CheckConstraint("outcome in ('approved', 'declined')", name=op.f("ck_board_vote_outcome_known")),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_board_vote_tenant_id_tenant")),
        sa.ForeignKeyConstraint(["recorded_by_id"], ["person.id"], name=op.f("fk_board_vote_recorded_by_id_person")),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_board_vote")),
    )
    op.create_index("board_vote_met", "board_vote", ["tenant_id", "met_on", "id"])
    op.create_table(
        "board_vote_agreement",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("vote_id", sa.Uuid(), nullable=False),
        sa.Column("agreement_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_board_vote_agreement_tenant_id_tenant")),
        sa.ForeignKeyConstraint(
            ["tenant_id", "vote_id"], ["board_vote.tenant_id", "board_vote.id"],
            name=op.f("fk_board_vote_agreement_tenant_id_vote_id_board_vote"), ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "agreement_id"], ["agreement.tenant_id", "agreement.id"],
            name=op.f("fk_board_vote_agreement_tenant_id_agreement_id_agreement"), ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_board_vote_agreement")),
    )  # fmt: skip
    op.create_index(
        "board_vote_agreement_pair", "board_vote_agreement", ["tenant_id", "vote_id", "agreement_id"], unique=True
    )
    op.create_index("board_vote_agreement_agreement", "board_vote_agreement", ["tenant_id", "agreement_id"])
    op.create_table(
        "review_note",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("review_id", sa.Uuid(), nullable=False),
        sa.Column("section", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.CheckConstraint(f"section in ({SECTIONS})", name=op.f("ck_review_note_section_known")),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_review_note_tenant_id_tenant")),
        sa.ForeignKeyConstraint(
            ["tenant_id", "review_id"], ["agreement_review.tenant_id", "agreement_review.id"],
            name=op.f("fk_review_note_tenant_id_review_id_agreement_review"), ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_review_note")),
    )  # fmt: skip
    op.create_index("review_note_review", "review_note", ["tenant_id", "review_id", "section"], unique=True)
    for name in ("agreement_route", "board_vote", "board_vote_agreement", "review_note"):
        op.execute(f"select protect_tenant_table('{name}')")
    op.add_column("agreement", sa.Column("cost_cents", sa.BigInteger(), nullable=True))
    op.add_column("agreement", sa.Column("funding_source", sa.String(), nullable=True))
    op.add_column("agreement", sa.Column("handed_in_hash", sa.String(), nullable=True))
    op.add_column("agreement", sa.Column("handed_in_before_hash", sa.String(), nullable=True))
    op.add_column("agreement", sa.Column("route_steps", ARRAY(sa.Text()), nullable=True))
    op.add_column(
        "agreement", sa.Column("is_route_in_order", sa.Boolean(), server_default=sa.text("false"), nullable=False)
    )
    op.add_column(
        "agreement", sa.Column("signing_order", sa.String(), server_default=sa.text("'any'"), nullable=False)
    )
    op.create_check_constraint(
        op.f("ck_agreement_signing_order_known"), "agreement", f"signing_order in ({ORDERS})"
    )
    op.create_check_constraint(op.f("ck_agreement_cost_not_negative"), "agreement", "cost_cents >= 0")
    op.drop_constraint(op.f("ck_agreement_review_step_known"), "agreement_review", type_="check")
    op.create_check_constraint(
        op.f("ck_agreement_review_step_known"), "agreement_review",
        "step in ('program', 'legal', 'risk', 'privacy', 'board')",
    )  # fmt: skip
    op.add_column("agreement_review", sa.Column("board_vote_id", sa.Uuid(), nullable=True))
    op.create_foreign_key(
        op.f("fk_agreement_review_tenant_id_board_vote_id_board_vote"), "agreement_review", "board_vote",
        ["tenant_id", "board_vote_id"], ["tenant_id", "id"],
    )  # fmt: skip


def downgrade() -> None:
    connection = op.get_bind()
    for (tenant,) in connection.execute(sa.text("select id from tenant")).all():
        connection.execute(sa.text("select set_config('app.tenant_id', :id, true)"), {"id": str(tenant)})
        connection.execute(sa.text("delete from agreement_review where step = 'board'"))
    connection.execute(sa.text("select set_config('app.tenant_id', '', true)"))
    op.drop_constraint(
        op.f("fk_agreement_review_tenant_id_board_vote_id_board_vote"), "agreement_review", type_="foreignkey"
    )
    op.drop_column("agreement_review", "board_vote_id")
    op.drop_constraint(op.f("ck_agreement_review_step_known"), "agreement_review", type_="check")
    op.create_check_constraint(
        op.f("ck_agreement_review_step_known"), "agreement_review", "step in ('program', 'legal', 'risk', 'privacy')"
    )
    op.drop_constraint(op.f("ck_agreement_cost_not_negative"), "agreement", type_="check")
    op.drop_constraint(op.f("ck_agreement_signing_order_known"), "agreement", type_="check")
    for name in ("signing_order", "is_route_in_order", "route_steps", "handed_in_before_hash", "handed_in_hash",
                 "funding_source", "cost_cents"):  # fmt: skip
        op.drop_column("agreement", name)
    for name in ("review_note", "board_vote_agreement", "board_vote", "agreement_route"):
        op.drop_table(name)
