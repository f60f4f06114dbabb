"""The annual revisit of agreements: when it is due, and both sides' words.

Revision: revisits, after promises.
"""

import sqlalchemy as sa
from alembic import op

revision = "revisits"
down_revision = "promises"
branch_labels = None
depends_on = None

BACKFILL = """
insert into revisit (tenant_id, id, agreement_id, school_year, opens_on, due_on)
select a.tenant_id, gen_random_uuid(), a.id, year.first || '-' || year.first + 1,
       greatest(a.effective_on, year.due - 60), year.due
from agreement a
join tenant t on t.id = a.tenant_id
cross join lateral (
  select min(first) as first, due from (
    select y as first,
           least(make_date(y + 1, t.school_year_starts_month, t.school_year_starts_day) - 1, a.ends_on) as due
    from generate_series(extract(year from a.effective_on)::int - 1, extract(year from a.ends_on)::int) as y
  ) ends group by due
) year
where a.tenant_id = :tenant and a.status in ('executed', 'suspended') and a.amends_id is null
  and a.effective_on is not null and year.due >= a.effective_on
  and (year.due - a.effective_on >= 59 or year.due = a.ends_on)
  and year.due >= current_date
"""
"""For what is signed already: at the end of each school year to come, and on the last day."""


def upgrade() -> None:
    op.add_column(
        "tenant",
        sa.Column("revisit_basis", sa.String(), server_default=sa.text("'school_year'"), nullable=False),
    )
    op.add_column(
        "tenant", sa.Column("revisit_window_days", sa.Integer(), server_default=sa.text("'60'"), nullable=False)
    )
    op.add_column("tenant", sa.Column("revisits_from", sa.Date(), nullable=True))
    op.create_check_constraint(
        op.f("ck_tenant_revisit_basis_known"), "tenant", "revisit_basis in ('school_year', 'anniversary')"
    )
    op.create_check_constraint(
        op.f("ck_tenant_revisit_window_range"), "tenant", "revisit_window_days between 0 and 365"
    )
    op.create_table(
        "revisit",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agreement_id", sa.Uuid(), nullable=False),
        sa.Column("school_year", sa.String(), nullable=False),
        sa.Column("opens_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.CheckConstraint("opens_on <= due_on", name=op.f("ck_revisit_dates_in_order")),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_revisit_tenant_id_tenant")),
        sa.ForeignKeyConstraint(
            ["tenant_id", "agreement_id"], ["agreement.tenant_id", "agreement.id"],
            name=op.f("fk_revisit_tenant_id_agreement_id_agreement"), ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_revisit")),
    )  # fmt: skip
    op.create_index("revisit_agreement", "revisit", ["tenant_id", "agreement_id", "due_on"], unique=True)
    op.create_index("revisit_due", "revisit", ["tenant_id", "due_on", "id"])
    op.create_table(
        "revisit_word",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revisit_id", sa.Uuid(), nullable=False),
        sa.Column("school_id", sa.Uuid(), nullable=True),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("said_by_id", sa.Uuid(), nullable=False),
        sa.Column("said_on", sa.Date(), nullable=False),
        sa.Column("said_at", sa.DateTime(timezone=True), server_default=sa.text("tenant_now()"), nullable=False),
        sa.CheckConstraint("side in ('school', 'partner')", name=op.f("ck_revisit_word_side_known")),
        sa.CheckConstraint("outcome in ('confirmed', 'revised', 'end')", name=op.f("ck_revisit_word_outcome_known")),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_revisit_word_tenant_id_tenant")),
        sa.ForeignKeyConstraint(["said_by_id"], ["person.id"], name=op.f("fk_revisit_word_said_by_id_person")),
        sa.ForeignKeyConstraint(
            ["tenant_id", "revisit_id"], ["revisit.tenant_id", "revisit.id"],
            name=op.f("fk_revisit_word_tenant_id_revisit_id_revisit"), ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "school_id"], ["school.tenant_id", "school.id"],
            name=op.f("fk_revisit_word_tenant_id_school_id_school"),
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_revisit_word")),
    )  # fmt: skip
    op.create_index(
        "revisit_word_place", "revisit_word", ["tenant_id", "revisit_id", "school_id", "side"], unique=True,
        postgresql_nulls_not_distinct=True,
    )  # fmt: skip
    for name in ("revisit", "revisit_word"):
        op.execute(f"select protect_tenant_table('{name}')")
    connection = op.get_bind()
    for (tenant,) in connection.execute(sa.text("select id from tenant")).all():
        connection.execute(sa.text("select set_config('app.tenant_id', :id, true)"), {"id": str(tenant)})
        connection.execute(sa.text(BACKFILL), {"tenant": tenant})
    connection.execute(sa.text("select set_config('app.tenant_id', '', true)"))


def downgrade() -> None:
    op.drop_table("revisit_word")
    op.drop_table("revisit")
    op.drop_constraint(op.f("ck_tenant_revisit_window_range"), "tenant", type_="check")
    op.drop_constraint(op.f("ck_tenant_revisit_basis_known"), "tenant", type_="check")
    op.drop_column("tenant", "revisits_from")
    op.drop_column("tenant", "revisit_window_days")
    op.drop_column("tenant", "revisit_basis")
