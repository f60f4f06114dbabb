"""A revisit says which amendment came of it, and an expectation that it was said there.

Revision: revisit_amendments, after spreadsheet_work.
"""

import sqlalchemy as sa
from alembic import op

revision = "revisit_amendments"
down_revision = "spreadsheet_work"
branch_labels = None
depends_on = None

TOPICS = (
    "'space', 'schedule', 'communication', 'recruitment_referral', 'staffing', 'materials', 'data', 'family_contact', "
    "'safety', 'facilities', 'dispute_resolution'"
)
KNOWN = "ck_expectation_topic_known"
KEY = "fk_revisit_tenant_id_amendment_id_agreement"


def upgrade() -> None:
    op.drop_constraint(op.f(KNOWN), "expectation", type_="check")
    op.create_check_constraint(op.f(KNOWN), "expectation", f"topic in ({TOPICS}, 'revisit')")
    op.add_column("revisit", sa.Column("amendment_id", sa.Uuid(), nullable=True))
    op.create_foreign_key(op.f(KEY), "revisit", "agreement", ["tenant_id", "amendment_id"], ["tenant_id", "id"])


def downgrade() -> None:
    op.drop_constraint(op.f(KEY), "revisit", type_="foreignkey")
    op.drop_column("revisit", "amendment_id")
    op.execute("update expectation set topic = 'communication' where topic = 'revisit'")
    op.drop_constraint(op.f(KNOWN), "expectation", type_="check")
    op.create_check_constraint(op.f(KNOWN), "expectation", f"topic in ({TOPICS})")
