"""A word that is new is the partner's last unless a later one is known: nothing is counted anew for it.

Until now each new word counted all of its partner's, and a district that brought its agreements waited for ever:
within one transaction PostgreSQL does not know yet how long its tables have become, and reads them whole each time.

Revision: newest_word, after last_contact.
"""

from alembic import op

revision = "newest_word"
down_revision = "last_contact"
branch_labels = None
depends_on = None

WORDS = ("signature", "revisit_word", "promise_word", "site_plan_word", "agreement_notice")
# the partner, the day and whose word it is, of each table that keeps words
SAYS = {
    "signature": ("select partner_id from agreement", "new.agreement_id", "new.signed_on", "new.party"),
    "agreement_notice": ("select partner_id from agreement", "new.agreement_id", "new.given_on", "new.side"),
    "promise_word": (
        "select partner_id from agreement", "new.agreement_id",
        "(select (new.said_at at time zone time_zone)::date from tenant where id = new.tenant_id)", "new.side",
    ),
    "revisit_word": (
        "select a.partner_id from revisit r join agreement a on a.tenant_id = r.tenant_id and a.id = r.agreement_id",
        "new.revisit_id", "new.said_on", "new.side",
    ),
    "site_plan_word": (
        "select a.partner_id from site_plan r join agreement a on a.tenant_id = r.tenant_id and a.id = r.agreement_id",
        "new.plan_id", "new.said_on", "new.side",
    ),
}  # fmt: skip
RECORDS = {
    "agreement": "new.signed_elsewhere_on is not null or (new.drafted_by = 'partner' and new.submitted_at is not null)",
    "paper": "new.submitted_on is not null",
}


def upgrade() -> None:
    branches = "".join(
        f"""
          elsif tg_table_name = '{table}' then
            if {side} = 'partner' then
              concerned := ({partner} where {"r." if " r " in partner else ""}tenant_id = new.tenant_id
                            and {"r." if " r " in partner else ""}id = {row});
              said := {day};
            end if;"""
        for table, (partner, row, day, side) in SAYS.items()
    )
    op.execute(
        f"""
        create function partner_says_more() returns trigger language plpgsql as $$
        declare
          concerned uuid;
          said date;
        begin
          if tg_table_name = 'paper' then
            concerned := new.partner_id;
            said := new.submitted_on;
          elsif tg_table_name = 'agreement' then
            concerned := new.partner_id;
            said := greatest(new.signed_elsewhere_on, case when new.drafted_by = 'partner' then
              (select (new.submitted_at at time zone time_zone)::date from tenant where id = new.tenant_id) end);{branches}
          end if;
          update partner set last_contact_on = said
          where tenant_id = new.tenant_id and id = concerned and (last_contact_on is null or last_contact_on < said);
          return null;
        end $$
        """
    )
    for table in WORDS:
        op.execute(f"drop trigger partner_says on {table}")
        op.execute(
            f"create trigger partner_says after update or delete on {table} "
            "for each row execute function partner_says()"
        )
        op.execute(
            f"create trigger partner_says_more after insert on {table} "
            "for each row execute function partner_says_more()"
        )
    for table, says in RECORDS.items():
        op.execute(f"drop trigger partner_says_new on {table}")
        op.execute(
            f"create trigger partner_says_more after insert on {table} "
            f"for each row when ({says}) execute function partner_says_more()"
        )


def downgrade() -> None:
    for table in WORDS:
        op.execute(f"drop trigger partner_says_more on {table}")
        op.execute(f"drop trigger partner_says on {table}")
        op.execute(
            f"create trigger partner_says after insert or update or delete on {table} "
            "for each row execute function partner_says()"
        )
    for table, says in RECORDS.items():
        op.execute(f"drop trigger partner_says_more on {table}")
        op.execute(
            f"create trigger partner_says_new after insert on {table} "
            f"for each row when ({says}) execute function partner_says()"
        )
    op.execute("drop function partner_says_more()")
