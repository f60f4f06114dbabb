"""Nothing is written about a partner whose record was merged into another, however the two requests race.

Revision: merges, after decisions.
"""

from alembic import op

revision = "merges"
down_revision = "decisions"
branch_labels = None
depends_on = None

TABLES = (
    "contact", "program", "agreement", "partnership", "target", "paper", "staff_member", "paper_waiver",
    "role_assignment",
)


def upgrade() -> None:
    # the foreign key's own check waits for a merge that is under way; this one comes after it (triggers fire in the
    # order of their names) and, with a snapshot of its own, sees what the merge has committed
    op.execute(
        """
        create function partner_is_whole() returns trigger language plpgsql as $$
        begin
          if exists (select from partner p where p.tenant_id = new.tenant_id and p.id = new.partner_id
                     and p.merged_into_id is not null) then
            raise exception 'the partner was merged into another' using errcode = 'foreign_key_violation';
          end if;
          return null;
        end $$
        """
    )
    for table in TABLES:
        op.execute(
            f"create trigger zz_partner_is_whole after insert or update of partner_id on {table} "
            "for each row when (new.partner_id is not null) execute function partner_is_whole()"
        )


def downgrade() -> None:
    for table in TABLES:
        op.execute(f"drop trigger zz_partner_is_whole on {table}")
    op.execute("drop function partner_is_whole()")
