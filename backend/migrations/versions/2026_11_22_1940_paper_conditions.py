"""Of which programs a paper is asked: by area, kind of organization, paid or not, or one program alone; and what
partners and programs said of these before.

Revision: paper_conditions, after instruction_days.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY

revision = "paper_conditions"
down_revision = "instruction_days"
branch_labels = None
depends_on = None

WAS = {
    "partner": ("status", "vetted_on", "vetting_expires_on"),
    "program": ("delivery", "times_of_day", "grades"),
}
MORE = {"partner": ("org_type",), "program": ("areas", "cost_to_school_cents")}


def _words(name: str) -> "sa.Column[list[str]]":
    return sa.Column(name, ARRAY(sa.Text()), server_default=sa.text("'{}'"), nullable=False)


def _keep(table: str, names: tuple[str, ...]) -> None:
    was, now = (", ".join(f"{row}.{name}" for name in names) for row in ("old", "new"))
    op.execute(f"drop trigger keep_what_was on {table}")
    op.execute(
        f"create trigger keep_what_was after update of {', '.join(names)} on {table} for each row "
        f"when (({was}) is distinct from ({now})) execute function keep_what_was({', '.join(map(repr, names))})"
    )


def upgrade() -> None:
    for column in (
        _words("areas"), _words("org_types"), sa.Column("payment", sa.String(), nullable=True),
        sa.Column("program_id", sa.Uuid(), nullable=True),
    ):  # fmt: skip
        op.add_column("paper_requirement", column)
    op.create_check_constraint(
        op.f("ck_paper_requirement_payment_known"), "paper_requirement", "payment in ('paid', 'free')"
    )
    op.create_foreign_key(
        op.f("fk_paper_requirement_tenant_id_program_id_program"), "paper_requirement", "program",
        ["tenant_id", "program_id"], ["tenant_id", "id"],
    )  # fmt: skip
    op.add_column("partner_before", sa.Column("org_type", sa.String(), nullable=True))
    op.add_column("program_before", _words("areas"))
    op.add_column("program_before", sa.Column("cost_to_school_cents", sa.Integer(), nullable=True))
    # nothing was asked by these before today, so what they say now answers for the days before as well
    connection = op.get_bind()
    for (tenant,) in connection.execute(sa.text("select id from tenant")).all():
        connection.execute(sa.text("select set_config('app.tenant_id', :id, true)"), {"id": str(tenant)})
        for table, names in MORE.items():
            told = ", ".join(f"{name} = r.{name}" for name in names)
            connection.execute(
                sa.text(
                    f"update {table}_before b set {told} from {table} r "
                    f"where b.tenant_id = :id and r.tenant_id = b.tenant_id and r.id = b.{table}_id"
                ),
                {"id": tenant},
            )
    connection.execute(sa.text("select set_config('app.tenant_id', '', true)"))
    for table, names in WAS.items():
        _keep(table, (*names, *MORE[table]))


def downgrade() -> None:
    for table, names in WAS.items():
        _keep(table, names)
        for name in MORE[table]:
            op.drop_column(f"{table}_before", name)
    op.drop_constraint(
        op.f("fk_paper_requirement_tenant_id_program_id_program"), "paper_requirement", type_="foreignkey"
    )
    op.drop_constraint(op.f("ck_paper_requirement_payment_known"), "paper_requirement", type_="check")
    for name in ("areas", "org_types", "payment", "program_id"):
        op.drop_column("paper_requirement", name)
