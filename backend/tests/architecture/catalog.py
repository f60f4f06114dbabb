"""Reads the database's own catalog for what tenancy promises; answers the faults it finds, in words."""

import asyncpg

from alongside.core.storage import KEPT
from alongside.tables import OUTSIDE_TENANTS

QUEUE = "pgqueuer"

_TABLES = """
select c.oid, c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
       exists (select from pg_attribute a
               where a.attrelid = c.oid and a.attname = 'tenant_id' and a.attnotnull) as owned,
       (select count(*) from pg_policy p where p.polrelid = c.oid) as policies
from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
order by c.relname"""

_POLICY = """(tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)"""

_READ_BY_OTHERS = {
    ("open_agreement", "read_by_other_districts"): "((closed_on IS NULL) OR ((document IS NULL) AND (terms IS NULL)))",
}
"""Where tenants read each other's rows, and only read them: copies that were made for it (ADR 0024)."""

_CROSSES = {
    "open_agreement": "tenant_id id agreement_id district partner partner_ein number type title starts_on ends_on "
    "clause text_sha256 document terms opened_on open_until closed_on standing over_on",
}
"""What such a copy says: a column more is a thing more that crosses."""

_NO_FILES = {
    "calendar_feed.token_hash",
    "decision_link.code_hash",
    "decision_link.token_hash",
    "idempotency.body",
    "idempotency.fingerprint",
    "partner_registration.from_hash",
}
"""Bytes that are no file: hashes, and answers that are kept for a day."""

_FILES = """
select c.relname as name, string_agg(a.attname, ' ' order by a.attname) as columns,
       bool_or(a.attname = 'size') as has_size
from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
  and (a.atttypid = 'bytea'::regtype and c.relname || '.' || a.attname <> all($1)
       or a.attname in ('size', 'media_type'))
group by c.relname"""


async def uncounted(connection: asyncpg.Connection) -> list[str]:
    """Tables that keep a tenant's files and are not in the sum that its room is measured by (SEC-60)."""
    found = await connection.fetch(_FILES, sorted(_NO_FILES))
    files = {
        row["name"]: row for row in found if row["name"] not in OUTSIDE_TENANTS and not row["name"].startswith(QUEUE)
    }
    return [
        *(f"{name} keeps {row['columns']} and is not counted" for name, row in files.items() if name not in KEPT),
        *(f"{name} is counted and has no size" for name in KEPT if name not in files or not files[name]["has_size"]),
    ]


async def faults(connection: asyncpg.Connection, app_role: str) -> list[str]:
    """Everything that breaks tenancy by construction (SEC-30, SEC-31)."""
    found: list[str] = await uncounted(connection)
    tables = await connection.fetch(_TABLES)
    for table in tables:
        name = table["name"]
        if name == "alembic_version" or name.startswith(QUEUE):
            continue
        if name in OUTSIDE_TENANTS:
            continue
        if not table["owned"]:
            found.append(f"{name} has no tenant_id and is not on the closed list")
            continue
        beside = {policy: words for (of, policy), words in _READ_BY_OTHERS.items() if of == name}
        if not (table["enabled"] and table["forced"] and table["policies"] == 1 + len(beside)):
            found.append(f"{name} is not protected by one forced row-level policy")
        for policy in await connection.fetch(
            "select polname, polcmd = 'r' as reads_only, "
            "pg_get_expr(polqual, polrelid) as seen, pg_get_expr(polwithcheck, polrelid) as written, "
            "polcmd = '*' as all_commands, polpermissive as permissive, polroles = '{0}' as everyone "
            "from pg_policy where polrelid = $1",
            table["oid"],
        ):
            if policy["polname"] in beside:
                columns = await connection.fetchval(
                    "select string_agg(attname, ' ' order by attnum) from pg_attribute "
                    "where attrelid = $1 and attnum > 0 and not attisdropped", table["oid"],
                )  # fmt: skip
                if set(columns.split()) != set(_CROSSES[name].split()):
                    found.append(f"{name} lets other tenants read other columns than was agreed")
                if (policy["seen"], policy["written"], policy["reads_only"]) != (beside[policy["polname"]], None, True):
                    found.append(f"{name} lets other tenants do more than read what was opened")
                continue
            if (policy["seen"], policy["written"]) != (_POLICY, _POLICY) or not policy["all_commands"]:
                found.append(f"{name} has a policy of another form")
        for index in await connection.fetch(
            "select i.indexrelid::regclass::text as name, a.attname as leading from pg_index i "
            "left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0] where i.indrelid = $1",
            table["oid"],
        ):
            if index["leading"] != "tenant_id":
                found.append(f"{index['name']} does not lead with tenant_id")
        for key in await connection.fetch(
            "select conname, confrelid::regclass::text as refers, array_length(conkey, 1) as columns "
            "from pg_constraint where contype = 'f' and conrelid = $1",
            table["oid"],
        ):
            if key["refers"] not in OUTSIDE_TENANTS and key["columns"] < 2:
                found.append(f"{key['conname']} refers to another tenant's rows")
    role = await connection.fetchrow("select rolsuper, rolbypassrls from pg_roles where rolname = $1", app_role)
    if role is None or role["rolsuper"] or role["rolbypassrls"]:
        found.append("the application's role may pass the policies")
    if await connection.fetchval(
        "select count(*) from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = $1", app_role
    ):
        found.append("the application's role owns something")
    views = await connection.fetch(
        "select relname from pg_class where relkind = 'v' and relnamespace = 'public'::regnamespace "
        "and relname not like 'pg_stat%' and not coalesce(reloptions @> array['security_invoker=true'], false)"
    )
    found += [f"view {view['relname']} reads with its owner's rights" for view in views]
    return found
