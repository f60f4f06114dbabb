"""How agreements end: from which day, on whose notice, what took their place; times on hold; when renewals open.

Revision: endings, after merges.
"""

import sqlalchemy as sa
from alembic import op

revision = "endings"
down_revision = "merges"
branch_labels = None
depends_on = None

LIVE = "supersedes_id is not null and status not in ('terminated', 'rejected', 'withdrawn', 'superseded')"
SINCE = """
update agreement a set {column} = (a.status_since at time zone t.time_zone)::date
from tenant t where t.id = a.tenant_id and a.tenant_id = :tenant and a.status in ({states}) and a.{column} is null
"""


def upgrade() -> None:
    for name in ("ceases_on", "held_from", "amended_from"):
        op.add_column("agreement", sa.Column(name, sa.Date(), nullable=True))
    op.create_index(
        "agreement_one_replacement", "agreement", ["tenant_id", "supersedes_id"], unique=True,
        postgresql_where=sa.text(LIVE),
    )  # fmt: skip
    op.add_column("school", sa.Column("closed_on", sa.Date(), nullable=True))
    op.create_table(
        "agreement_hold",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agreement_id", sa.Uuid(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.CheckConstraint("from_on < until_on", name=op.f("ck_agreement_hold_dates_in_order")),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_agreement_hold_tenant_id_tenant")),
        sa.ForeignKeyConstraint(
            ["tenant_id", "agreement_id"], ["agreement.tenant_id", "agreement.id"],
            name=op.f("fk_agreement_hold_tenant_id_agreement_id_agreement"), ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_agreement_hold")),
    )  # fmt: skip
    op.create_index("agreement_hold_agreement", "agreement_hold", ["tenant_id", "agreement_id", "from_on"])
    op.create_table(
        "agreement_notice",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agreement_id", sa.Uuid(), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.Column("given_by_id", sa.Uuid(), nullable=True),
        sa.Column("for_cause", sa.Boolean(), server_default=sa.text("'False'"), nullable=False),
        sa.Column("papers", sa.String(), nullable=True),
        sa.Column("paper_id", sa.Uuid(), nullable=True),
        sa.CheckConstraint("side in ('district', 'partner')", name=op.f("ck_agreement_notice_side_known")),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_agreement_notice_tenant_id_tenant")),
        sa.ForeignKeyConstraint(["given_by_id"], ["person.id"], name=op.f("fk_agreement_notice_given_by_id_person")),
        sa.ForeignKeyConstraint(
            ["tenant_id", "agreement_id"], ["agreement.tenant_id", "agreement.id"],
            name=op.f("fk_agreement_notice_tenant_id_agreement_id_agreement"), ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "paper_id"], ["agreement_document.tenant_id", "agreement_document.id"],
            name=op.f("fk_agreement_notice_tenant_id_paper_id_agreement_document"),
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_agreement_notice")),
    )  # fmt: skip
    op.create_index("agreement_notice_agreement", "agreement_notice", ["tenant_id", "agreement_id"], unique=True)
    op.create_table(
        "renewal_lead",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.CheckConstraint("days between 0 and 365", name=op.f("ck_renewal_lead_days_range")),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_renewal_lead_tenant_id_tenant")),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_renewal_lead")),
    )
    op.create_index("renewal_lead_type", "renewal_lead", ["tenant_id", "type"], unique=True)
    for name in ("agreement_hold", "agreement_notice", "renewal_lead"):
        op.execute(f"select protect_tenant_table('{name}')")
    connection = op.get_bind()
    for (tenant,) in connection.execute(sa.text("select id from tenant")).all():
        connection.execute(sa.text("select set_config('app.tenant_id', :id, true)"), {"id": str(tenant)})
        for column, states in (("ceases_on", "'terminated', 'superseded'"), ("held_from", "'suspended'")):
            connection.execute(sa.text(SINCE.format(column=column, states=states)), {"tenant": tenant})
    connection.execute(sa.text("select set_config('app.tenant_id', '', true)"))


def downgrade() -> None:
    for name in ("renewal_lead", "agreement_notice", "agreement_hold"):
        op.drop_table(name)
    op.drop_column("school", "closed_on")
    op.drop_index("agreement_one_replacement", "agreement")
    for name in ("amended_from", "held_from", "ceases_on"):
        op.drop_column("agreement", name)
