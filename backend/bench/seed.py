"""Fills ten tenants with 100,000 partners, as fast as Postgres goes, and signs somebody in to one of them."""

from datetime import timedelta
from uuid import UUID

import asyncpg

from alongside.core.clock import new_id, now
from alongside.identity.credentials import digest, new_session_id

TENANTS = 10
PARTNERS = 100_000

_PARTNERS = """
insert into partner (tenant_id, id, name, legal_name, normalized_name, ein, org_type, mission, website, phone, city,
                     state, languages, status, submitted_on, vetted_on, updated_at)
select $1::uuid, gen_random_uuid(), words.name, words.name || ', Inc.', lower(words.name),
       lpad((n / 10000000 % 100)::text, 2, '0') || '-' || lpad((n % 10000000)::text, 7, '0'),
       (array['nonprofit', 'higher_ed', 'business', 'government', 'health', 'cultural'])[1 + n % 6],
       'We work beside schools so that students ' || md5(n::text), 'https://partner-' || n || '.example.org',
       '312-555-' || lpad((n % 10000)::text, 4, '0'), 'Chicago', 'IL', array['en', 'es'],
       (array['approved', 'approved', 'approved', 'under_review', 'submitted', 'inactive'])[1 + n % 6],
       date '2019-07-01' + n % 200, date '2019-08-01', now() - make_interval(secs => n)
from generate_series(1, $2::int) n
cross join lateral (select initcap(md5(n::text || ($1::uuid)::text)) || ' Partners ' || n as name) words"""

_CONTACTS = """
insert into contact (tenant_id, id, partner_id, kind, name, email, phone)
select tenant_id, gen_random_uuid(), id, 'primary', 'Dana Whitfield', 'dana@example.org', '312-555-0100' from partner
where tenant_id = $1"""

_PROGRAMS = """
insert into program (tenant_id, id, partner_id, name, areas, grades, times_of_day, capacity_students, status)
select tenant_id, gen_random_uuid(), id, 'Reading Together', array['tutoring'], array['3', '4', '5'],
       array['after_school'], 40, 'approved' from partner where tenant_id = $1"""


async def fill(owner_url: str, partners: int = PARTNERS) -> tuple[UUID, str, UUID]:
    """Seed once; answers the measured tenant, a session cookie of its partnership office, and the person."""
    connection = await asyncpg.connect(owner_url)
    try:
        tenants = [new_id() for _ in range(TENANTS)]
        person, cookie = new_id(), new_session_id()
        await connection.execute(
            "insert into person (id, email, name) values ($1, $2, 'Bench Office')", person, f"{person}@example.org"
        )
        for number, tenant in enumerate(tenants):
            await connection.execute(
                "insert into tenant (id, slug, kind, name) values ($1, $2, 'district', $3)",
                tenant, f"bench-{number}-{tenant.hex[-6:]}", f"Bench District {number}",
            )  # fmt: skip
            async with connection.transaction():
                await connection.execute("select set_config('app.tenant_id', $1, true)", str(tenant))
                await connection.execute(_PARTNERS, tenant, partners // TENANTS)
                await connection.execute(_CONTACTS, tenant)
                await connection.execute(_PROGRAMS, tenant)
                await connection.execute(
                    "insert into role_assignment (tenant_id, id, person_id, role, scope, starts_on) "
                    "values ($1, $2, $3, 'partnership_office', 'tenant', '2019-07-01')",
                    tenant, new_id(), person,
                )  # fmt: skip
        measured = tenants[4]
        await connection.execute(
            "insert into session (token_hash, person_id, tenant_id, expires_at) values ($1, $2, $3, $4)",
            digest(cookie), person, measured, now() + timedelta(hours=6),
        )  # fmt: skip
        await connection.execute("vacuum analyze")
        return measured, cookie, person
    finally:
        await connection.close()
