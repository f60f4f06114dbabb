"""From where a signature was given, and the words of the consent to sign electronically.

Revision: signing, after spreadsheets.
"""

import sqlalchemy as sa
from alembic import op

revision = "signing"
down_revision = "spreadsheets"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("signature", sa.Column("consent_words", sa.String(), nullable=True))
    op.add_column("signature", sa.Column("ip_address", sa.String(), nullable=True))


def downgrade() -> None:
    op.drop_column("signature", "ip_address")
    op.drop_column("signature", "consent_words")
