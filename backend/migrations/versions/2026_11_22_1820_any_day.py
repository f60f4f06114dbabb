"""What records said before: standing, stages, words, places and schools by the days on which they held.

A trigger writes down what is about to be overwritten, whoever writes: no service, importer or merge can forget it.

Revision: any_day, after data_terms.
"""

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY, dialect

revision = "any_day"
down_revision = "data_terms"
branch_labels = None
depends_on = None


def _text(name: str, *, nullable: bool = True) -> "sa.Column[Any]":
    return sa.Column(name, sa.String(), nullable=nullable)


def _day(name: str) -> "sa.Column[Any]":
    return sa.Column(name, sa.Date(), nullable=True)


def _words(name: str) -> "sa.Column[Any]":
    return sa.Column(name, ARRAY(sa.Text()), server_default=sa.text("'{}'"), nullable=False)


KEPT: dict[str, tuple["sa.Column[Any]", ...]] = {
    "partner": (_text("status", nullable=False), _day("vetted_on"), _day("vetting_expires_on")),
    "program": (_text("delivery"), _words("times_of_day"), _words("grades")),
    "partnership": (
        _text("stage", nullable=False), _text("stage_reason"), _day("started_on"), _day("ended_on"), _text("place"),
        sa.Column("min_cleared_people", sa.Integer(), nullable=False),
    ),
    "school": (_text("status", nullable=False), _day("closed_on"), sa.Column("successor_school_id", sa.Uuid())),
    "staff_member": (_text("basis", nullable=False), sa.Column("starts_on", sa.Date(), nullable=False), _day("ends_on")),
    "agreement_school": (_text("confirmation", nullable=False), _day("covered_from")),
}  # fmt: skip
"""What is kept of each record: only what answers for a past day."""

FUNCTIONS = (
    """
    create function tenant_day(of uuid) returns date language sql stable as $$
      select case when nullif(current_setting('app.now', true), '') is null and t.pinned_today is not null
                  then t.pinned_today else (tenant_now() at time zone t.time_zone)::date end
      from tenant t where t.id = of
    $$
    """,
    # the first change of a day says what held until then; what lasted for less than a day is not kept
    """
    create function keep_what_was() returns trigger language plpgsql as $$
    begin
      execute format(
        'insert into %1$I (tenant_id, id, %2$I, until_on, %3$s) '
        'select ($1).tenant_id, gen_random_uuid(), ($1).id, tenant_day(($1).tenant_id), %4$s '
        'on conflict (tenant_id, %2$I, until_on) do nothing',
        tg_table_name || '_before', tg_table_name || '_id',
        array_to_string(tg_argv, ', '), '($1).' || array_to_string(tg_argv, ', ($1).')) using old;
      return null;
    end $$
    """,
    """
    create function keep_place_that_was() returns trigger language plpgsql as $$
    declare today date := tenant_day(old.tenant_id);
    begin
      if coalesce(old.from_on, '-infinity') < today
         and exists (select from staff_member m where m.tenant_id = old.tenant_id and m.id = old.staff_id) then
        insert into staff_place_before (tenant_id, id, staff_id, program_id, school_id, from_on, until_on)
        values (old.tenant_id, old.id, old.staff_id, old.program_id, old.school_id, old.from_on, today);
      end if;
      return null;
    end $$
    """,
)
# schools that were closed without a day closed on the one on which that was entered, where the log tells it
CLOSED = """
update school s set closed_on = told.on_day from (
  select l.object_id, max((l.at at time zone t.time_zone)::date) as on_day
  from log l join tenant t on t.id = l.tenant_id
  where l.tenant_id = :tenant and l.object_type = 'school' and l.version > 1
    and l.changed -> 'status' ->> 0 = 'active' and l.changed -> 'status' ->> 1 in ('closed', 'merged')
  group by l.object_id
) told
where s.tenant_id = :tenant and s.id = told.object_id and s.status <> 'active' and s.closed_on is null
"""
# each change that the log tells of, as the trigger would have kept it
CHANGES = """
insert into {table}_before (tenant_id, id, {table}_id, until_on, {names})
select distinct on (r.id, told.on_day) r.tenant_id, gen_random_uuid(), r.id, told.on_day, {values}
from {table} r join lateral (
  select l.seq, (l.at at time zone t.time_zone)::date as on_day
  from log l join tenant t on t.id = l.tenant_id
  where l.tenant_id = r.tenant_id and l.object_type = '{table}' and l.object_id = r.id and l.version > 1
    and l.changed ?| array[{fields}]
) told on true
where r.tenant_id = :tenant
order by r.id, told.on_day, told.seq
on conflict do nothing
"""
# what a field said before a change: what the next change of it found, else what it says now
SAID = """
(coalesce(
  (select jsonb_build_array(l.changed -> '{name}' -> 0) from log l
   where l.tenant_id = r.tenant_id and l.object_type = '{table}' and l.object_id = r.id and l.version > 1
     and l.changed ? '{name}' and l.seq >= told.seq order by l.seq limit 1),
  jsonb_build_array(r.{name})) -> 0)
"""
WORDS_GIVEN = """
insert into agreement_school_before (tenant_id, id, agreement_school_id, until_on, confirmation, covered_from)
select distinct on (r.id, told.on_day)
  r.tenant_id, gen_random_uuid(), r.id, told.on_day, told.word, case when told.word = 'confirmed' then r.added_on end
from agreement_school r join lateral (
  select l.seq, l.changed -> 'confirmation' ->> 0 as word, (l.at at time zone t.time_zone)::date as on_day
  from log l join tenant t on t.id = l.tenant_id
  where l.tenant_id = r.tenant_id and l.object_type = 'agreement' and l.object_id = r.agreement_id
    and l.changed -> 'school_id' ->> 1 = r.school_id::text and l.changed -> 'confirmation' ->> 0 is not null
) told on true
where r.tenant_id = :tenant
order by r.id, told.on_day, told.seq
on conflict do nothing
"""
PLACES_LEFT = """
insert into staff_place_before (tenant_id, id, staff_id, program_id, school_id, until_on)
select distinct m.tenant_id, gen_random_uuid(), m.id, g.id, s.id, (l.at at time zone t.time_zone)::date
from log l join tenant t on t.id = l.tenant_id
join staff_member m on m.tenant_id = l.tenant_id and m.id = l.object_id
cross join lateral jsonb_array_elements(l.changed -> 'places' -> 0) as left_one
join program g on g.tenant_id = l.tenant_id and g.id = (left_one ->> 0)::uuid
left join school s on s.tenant_id = l.tenant_id and s.id = (left_one ->> 1)::uuid
where l.tenant_id = :tenant and l.kind = 'staff_member.changed' and jsonb_typeof(l.changed -> 'places' -> 0) = 'array'
  and not l.changed -> 'places' -> 1 @> jsonb_build_array(left_one)
"""


def _said(table: str, column: "sa.Column[Any]") -> str:
    if column.name == "stage_reason":
        return "null"
    said = SAID.format(table=table, name=column.name)
    if isinstance(column.type, ARRAY):
        return f"array(select jsonb_array_elements_text(nullif({said}, 'null')))"
    told = f"({said} #>> '{{}}')::{column.type.compile(dialect=dialect())}"
    # a log can tell of a field that it was not said before, though the record has always had it
    return told if column.nullable else f"coalesce({told}, r.{column.name})"


def _create(table: str, columns: tuple["sa.Column[Any]", ...]) -> None:
    own = f"{table}_before"
    op.create_table(
        own,
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column(f"{table}_id", sa.Uuid(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=False),
        *columns,
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f(f"fk_{own}_tenant_id_tenant")),
        sa.ForeignKeyConstraint(
            ["tenant_id", f"{table}_id"], [f"{table}.tenant_id", f"{table}.id"],
            name=op.f(f"fk_{own}_tenant_id_{table}_id_{table}"), ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f(f"pk_{own}")),
    )  # fmt: skip
    op.create_index(f"{own}_days", own, ["tenant_id", f"{table}_id", "until_on"], unique=True)
    op.execute(f"select protect_tenant_table('{own}')")


def _create_places() -> None:
    op.add_column("staff_place", sa.Column("from_on", sa.Date(), nullable=True))
    op.create_table(
        "staff_place_before",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.Column("program_id", sa.Uuid(), nullable=False),
        sa.Column("school_id", sa.Uuid(), nullable=True),
        sa.Column("from_on", sa.Date(), nullable=True),
        sa.Column("until_on", sa.Date(), nullable=False),
        sa.CheckConstraint("from_on < until_on", name=op.f("ck_staff_place_before_dates_in_order")),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_staff_place_before_tenant_id_tenant")),
        sa.ForeignKeyConstraint(
            ["tenant_id", "staff_id"], ["staff_member.tenant_id", "staff_member.id"],
            name=op.f("fk_staff_place_before_tenant_id_staff_id_staff_member"), ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "program_id"], ["program.tenant_id", "program.id"],
            name=op.f("fk_staff_place_before_tenant_id_program_id_program"),
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "school_id"], ["school.tenant_id", "school.id"],
            name=op.f("fk_staff_place_before_tenant_id_school_id_school"),
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_staff_place_before")),
    )  # fmt: skip
    op.create_index("staff_place_before_staff", "staff_place_before", ["tenant_id", "staff_id", "until_on"])
    op.execute("select protect_tenant_table('staff_place_before')")


def upgrade() -> None:
    for table, columns in KEPT.items():
        _create(table, columns)
    _create_places()
    for function in FUNCTIONS:
        op.execute(function)
    connection = op.get_bind()
    for (tenant,) in connection.execute(sa.text("select id from tenant")).all():
        connection.execute(sa.text("select set_config('app.tenant_id', :id, true)"), {"id": str(tenant)})
        for statement in known_before(tenant):
            connection.exec_driver_sql(statement)
    connection.execute(sa.text("select set_config('app.tenant_id', '', true)"))
    for table, columns in KEPT.items():
        names = [column.name for column in columns]
        was, now = (", ".join(f"{row}.{name}" for name in names) for row in ("old", "new"))
        op.execute(
            f"create trigger keep_what_was after update of {', '.join(names)} on {table} for each row "
            f"when (({was}) is distinct from ({now})) execute function keep_what_was({', '.join(map(repr, names))})"
        )
    op.execute(
        "create trigger keep_place_that_was after delete on staff_place for each row "
        "execute function keep_place_that_was()"
    )


def known_before(tenant: object) -> Iterator[str]:
    """The statements that fill in what the log of a tenant tells of the days before, as the triggers would have."""
    of_tenant = f"'{tenant}'::uuid"
    yield CLOSED.replace(":tenant", of_tenant)
    for table, columns in KEPT.items():
        if table == "agreement_school":
            yield WORDS_GIVEN.replace(":tenant", of_tenant)
            continue
        names = [column.name for column in columns]
        yield CHANGES.format(
            table=table,
            names=", ".join(names),
            values=", ".join(_said(table, column) for column in columns),
            fields=", ".join(map(repr, names)),
        ).replace(":tenant", of_tenant)
    yield PLACES_LEFT.replace(":tenant", of_tenant)


def downgrade() -> None:
    op.execute("drop trigger keep_place_that_was on staff_place")
    for table in KEPT:
        op.execute(f"drop trigger keep_what_was on {table}")
    for function in ("keep_place_that_was()", "keep_what_was()", "tenant_day(uuid)"):
        op.execute(f"drop function {function}")
    op.drop_table("staff_place_before")
    op.drop_column("staff_place", "from_on")
    for table in reversed(KEPT):
        op.drop_table(f"{table}_before")
