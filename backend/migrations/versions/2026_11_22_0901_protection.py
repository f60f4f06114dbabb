"""Row-level security, privileges, the append-only log, and the guarded view of observations.

Revision: 0002, after 0001.

A later migration that adds a tenant table calls `select protect_tenant_table('its_name')`.
"""

from urllib.parse import urlsplit

from alembic import op

from alongside.core.settings import settings

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

APP = urlsplit(settings().database_url.get_secret_value()).username or "alongside_app"
OUTSIDE = ("tenant", "person", "session", "api_credential", "access_token")


RIGHTS = (
    """
    create function role_changes_rights() returns trigger language plpgsql as $$
    begin
      update person set rights_version = rights_version + 1 where id = any (array[
        case when tg_op <> 'INSERT' then old.person_id end, case when tg_op <> 'DELETE' then new.person_id end]);
      return null;
    end $$
    """,
    """
    create function role_school_changes_rights() returns trigger language plpgsql as $$
    begin
      update person p set rights_version = p.rights_version + 1 from role_assignment r
      where r.person_id = p.id and r.tenant_id = case when tg_op = 'DELETE' then old.tenant_id else new.tenant_id end
        and r.id = any (array[case when tg_op <> 'INSERT' then old.role_assignment_id end,
                              case when tg_op <> 'DELETE' then new.role_assignment_id end]);
      return null;
    end $$
    """,
    """
    create function own_rights_change() returns trigger language plpgsql as $$
    begin
      new.rights_version := old.rights_version + 1;
      return new;
    end $$
    """,
    """
    create trigger role_changes_rights after insert or update or delete on role_assignment
      for each row execute function role_changes_rights()
    """,
    """
    create trigger role_school_changes_rights after insert or update or delete on role_school
      for each row execute function role_school_changes_rights()
    """,
    "create trigger own_rights_change before update on tenant for each row execute function own_rights_change()",
    """
    create trigger own_rights_change before update of is_active, name, email on person
      for each row execute function own_rights_change()
    """,
)


def upgrade() -> None:
    op.execute("create extension if not exists pg_trgm")
    # the policy is plain, without a sub-select, which a distributed Postgres refuses
    op.execute(
        f"""
        create function protect_tenant_table(name text) returns void language plpgsql as $$
        begin
          execute format('alter table %I enable row level security', name);
          execute format('alter table %I force row level security', name);
          execute format('create policy tenant on %I using (tenant_id = '
            'nullif(current_setting(''app.tenant_id'', true), '''')::uuid) with check (tenant_id = '
            'nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', name);
          execute format('grant select, insert, update, delete on %I to "{APP}"', name);
        end $$
        """
    )
    op.execute(
        """
        select protect_tenant_table(table_name::text) from information_schema.columns
        where table_schema = current_schema() and column_name = 'tenant_id'
          and table_name <> all (array['session', 'api_credential', 'access_token'])
        """
    )
    for table in OUTSIDE:
        op.execute(f'grant select, insert, update, delete on {table} to "{APP}"')
    op.execute(f'revoke insert, delete on tenant from "{APP}"')
    op.execute(f'revoke update, delete, truncate on log from "{APP}"')
    op.execute(
        """
        create function log_is_append_only() returns trigger language plpgsql as $$
        begin
          raise exception 'the log is append-only' using errcode = 'insufficient_privilege';
        end $$
        """
    )
    op.execute(
        "create trigger log_keeps_rows before update or delete on log "
        "for each row execute function log_is_append_only()"
    )
    op.execute(
        "create trigger log_keeps_all before truncate on log "
        "for each statement execute function log_is_append_only()"
    )
    # a server remembers who a session belongs to; these numbers, checked in each message, tell it when that changed
    for made in RIGHTS:
        op.execute(made)
    # what is hidden is null in every column from which it could be read; the caller's own schools are named
    # in a setting made in the same message or transaction, and without it everything hidden stays hidden
    op.execute(
        """
        create view observation_guarded with (security_invoker = true) as
        select o.tenant_id, o.id, o.version, o.measure_id, o.school_id, o.batch_id, o.period, o.group_key,
               case when shown.yes then o.value end as value,
               case when shown.yes then o.value_text end as value_text,
               case when shown.yes then o.numerator end as numerator,
               case when shown.yes then o.denominator end as denominator,
               case when shown.yes then null else o.hidden end as hidden,
               o.source, o.as_of_on, o.observed_at
        from observation o
        cross join lateral (
          select o.hidden is null or o.school_id = any (
            string_to_array(nullif(current_setting('app.unhidden_schools', true), ''), ',')::uuid[]) is true as yes
        ) as shown
        """
    )
    op.execute(f'grant select on observation_guarded to "{APP}"')


def downgrade() -> None:
    op.execute("drop view observation_guarded")
    op.execute("drop trigger own_rights_change on person")
    op.execute("drop trigger own_rights_change on tenant")
    op.execute("drop trigger role_school_changes_rights on role_school")
    op.execute("drop trigger role_changes_rights on role_assignment")
    for function in ("own_rights_change", "role_school_changes_rights", "role_changes_rights"):
        op.execute(f"drop function {function}()")
    op.execute("drop trigger log_keeps_all on log")
    op.execute("drop trigger log_keeps_rows on log")
    op.execute("drop function log_is_append_only()")
    op.execute(
        """
        do $$ declare one text; begin
          for one in select tablename from pg_policies where policyname = 'tenant' loop
            execute format('drop policy tenant on %I', one);
            execute format('alter table %I disable row level security', one);
            execute format('alter table %I no force row level security', one);
          end loop;
        end $$
        """
    )
    op.execute("drop function protect_tenant_table(text)")
    op.execute("drop extension pg_trgm")
