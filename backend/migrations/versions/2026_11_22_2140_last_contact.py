"""When a partner last said something that the record keeps, kept beside it so that a directory can be put in that order.

Revision: last_contact, after school_answer_days.
"""

import sqlalchemy as sa
from alembic import op

revision = "last_contact"
down_revision = "school_answer_days"
branch_labels = None
depends_on = None

WORDS = ("signature", "revisit_word", "promise_word", "site_plan_word", "agreement_notice")
# of these a row says something only now and then: many that say nothing are written at no cost
RECORDS = {
    "agreement": (
        ("partner_id", "submitted_at", "signed_elsewhere_on"),
        "{0}.signed_elsewhere_on is not null or ({0}.drafted_by = 'partner' and {0}.submitted_at is not null)",
    ),
    "paper": (("partner_id", "submitted_on"), "{0}.submitted_on is not null"),
}


def upgrade() -> None:
    op.add_column("partner", sa.Column("last_contact_on", sa.Date(), nullable=True))
    # counted anew each time, so that what is moved to another record or taken back needs no care of its own
    op.execute(
        """
        create function partner_last_said(of_tenant uuid, of_partner uuid) returns date language sql stable as $$
          with zone as (select time_zone from tenant where id = of_tenant),
               own as (select id, drafted_by, submitted_at, signed_elsewhere_on from agreement
                       where tenant_id = of_tenant and partner_id = of_partner)
          select max(said) from (
            select signed_elsewhere_on from own
            union all
            select (submitted_at at time zone time_zone)::date from own, zone where drafted_by = 'partner'
            union all
            select s.signed_on from own join signature s on s.tenant_id = of_tenant and s.agreement_id = own.id
            where s.party = 'partner'
            union all
            select n.given_on from own join agreement_notice n on n.tenant_id = of_tenant and n.agreement_id = own.id
            where n.side = 'partner'
            union all
            select w.said_on from own
            join revisit r on r.tenant_id = of_tenant and r.agreement_id = own.id
            join revisit_word w on w.tenant_id = of_tenant and w.revisit_id = r.id
            where w.side = 'partner'
            union all
            select w.said_on from own
            join site_plan l on l.tenant_id = of_tenant and l.agreement_id = own.id
            join site_plan_word w on w.tenant_id = of_tenant and w.plan_id = l.id
            where w.side = 'partner'
            union all
            select (w.said_at at time zone time_zone)::date from own cross join zone
            join promise_word w on w.tenant_id = of_tenant and w.agreement_id = own.id
            where w.side = 'partner'
            union all
            select submitted_on from paper where tenant_id = of_tenant and partner_id = of_partner
          ) as every(said)
        $$
        """
    )
    op.execute(
        """
        create function partner_hands_in() returns trigger language plpgsql as $$
        begin
          -- nobody has written anything else about a partner that is new
          new.last_contact_on := case when tg_op = 'INSERT' then new.submitted_on
                                      else greatest(new.submitted_on, partner_last_said(new.tenant_id, new.id)) end;
          return new;
        end $$
        """
    )
    op.execute(
        """
        create function partner_says() returns trigger language plpgsql as $$
        declare
          written record := case when tg_op = 'DELETE' then old else new end;
          concerned uuid[];
        begin
          if tg_table_name in ('agreement', 'paper') then
            concerned := array[written.partner_id];
            if tg_op = 'UPDATE' then
              concerned := concerned || old.partner_id;
            end if;
          elsif tg_table_name = 'revisit_word' then
            concerned := array(select a.partner_id from revisit r
                               join agreement a on a.tenant_id = r.tenant_id and a.id = r.agreement_id
                               where r.tenant_id = written.tenant_id and r.id = written.revisit_id);
          elsif tg_table_name = 'site_plan_word' then
            concerned := array(select a.partner_id from site_plan l
                               join agreement a on a.tenant_id = l.tenant_id and a.id = l.agreement_id
                               where l.tenant_id = written.tenant_id and l.id = written.plan_id);
          else
            concerned := array(select a.partner_id from agreement a
                               where a.tenant_id = written.tenant_id and a.id = written.agreement_id);
          end if;
          update partner p set last_contact_on = said.on_day
          from (select q.id, greatest(q.submitted_on, partner_last_said(q.tenant_id, q.id)) as on_day from partner q
                where q.tenant_id = written.tenant_id and q.id = any(concerned)) as said
          where p.tenant_id = written.tenant_id and p.id = said.id and p.last_contact_on is distinct from said.on_day;
          return null;
        end $$
        """
    )
    op.execute(
        "create trigger partner_hands_in before insert or update of submitted_on on partner "
        "for each row execute function partner_hands_in()"
    )
    for table in WORDS:
        op.execute(
            f"create trigger partner_says after insert or update or delete on {table} "
            "for each row execute function partner_says()"
        )
    for table, (names, says) in RECORDS.items():
        was, now = (", ".join(f"{row}.{name}" for name in names) for row in ("old", "new"))
        for event, row, when in (
            ("insert", "new", says.format("new")),
            ("delete", "old", says.format("old")),
            (f"update of {', '.join(names)}", "moved", f"({was}) is distinct from ({now})"),
        ):
            op.execute(
                f"create trigger partner_says_{row} after {event} on {table} "
                f"for each row when ({when}) execute function partner_says()"
            )
    connection = op.get_bind()
    for (tenant,) in connection.execute(sa.text("select id from tenant")).all():
        connection.execute(sa.text("select set_config('app.tenant_id', :id, true)"), {"id": str(tenant)})
        connection.execute(
            sa.text(
                "update partner set last_contact_on = greatest(submitted_on, partner_last_said(tenant_id, id)) "
                "where tenant_id = :id"
            ),
            {"id": tenant},
        )
    connection.execute(sa.text("select set_config('app.tenant_id', '', true)"))
    op.create_index(
        "partner_by_contact", "partner", ["tenant_id", sa.text("coalesce(last_contact_on, '1900-01-01'::date)"), "id"]
    )


def downgrade() -> None:
    op.drop_index("partner_by_contact", table_name="partner")
    for table in WORDS:
        op.execute(f"drop trigger partner_says on {table}")
    for table in RECORDS:
        for row in ("new", "old", "moved"):
            op.execute(f"drop trigger partner_says_{row} on {table}")
    op.execute("drop trigger partner_hands_in on partner")
    op.execute("drop function partner_says()")
    op.execute("drop function partner_hands_in()")
    op.execute("drop function partner_last_said(uuid, uuid)")
    op.drop_column("partner", "last_contact_on")
