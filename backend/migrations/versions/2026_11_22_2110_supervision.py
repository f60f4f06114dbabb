"""Whether people of a program are ever alone with students, and papers that are asked by it.

Revision: supervision, after usual_way.
"""

import sqlalchemy as sa
from alembic import op

revision = "supervision"
down_revision = "usual_way"
branch_labels = None
depends_on = None

KEPT = ("delivery", "times_of_day", "grades", "areas", "cost_to_school_cents")
SAID = ("program", "paper_requirement")


def _keep(names: tuple[str, ...]) -> None:
    was, now = (", ".join(f"{row}.{name}" for name in names) for row in ("old", "new"))
    op.execute("drop trigger keep_what_was on program")
    op.execute(
        f"create trigger keep_what_was after update of {', '.join(names)} on program for each row "
        f"when (({was}) is distinct from ({now})) execute function keep_what_was({', '.join(map(repr, names))})"
    )


def upgrade() -> None:
    # what is not said is not known, on the days before as well: nobody was asked until now
    for table in (*SAID, "program_before"):
        op.add_column(table, sa.Column("supervision", sa.String(), nullable=True))
    for table in SAID:
        op.create_check_constraint(
            op.f(f"ck_{table}_supervision_known"), table, "supervision in ('staff_present', 'alone')"
        )
    _keep((*KEPT, "supervision"))


def downgrade() -> None:
    _keep(KEPT)
    for table in SAID:
        op.drop_constraint(op.f(f"ck_{table}_supervision_known"), table, type_="check")
    for table in (*SAID, "program_before"):
        op.drop_column(table, "supervision")
