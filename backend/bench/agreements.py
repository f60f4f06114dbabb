"""What ten times the agreements cost whoever opens the list or the calendar: 10,000 beside 1,000, turn by turn."""

import asyncio
import statistics
import time
from datetime import timedelta
from typing import Final, Protocol

import asyncpg
import httpx

from alongside.core.clock import new_id, now
from alongside.identity.credentials import digest, new_session_id
from alongside.identity.requires import COOKIE

FEW, MANY = 1_000, 10_000
ASKED: Final = 200
"""Requests of each size in a round."""

MOST: Final = 1.5

PAGES: Final = {
    "list": "/api/v1/agreements",
    "list as the page asks": "/api/v1/agreements?include_total=true",
    "list of what expires soon": "/api/v1/agreements?effective=expiring_soon&effective_on=2020-04-15&sort=ends_on",
    "calendar, March": "/api/v1/agreements/calendar?from_on=2020-03-01&to_on=2020-03-31",
    "calendar, June": "/api/v1/agreements/calendar?from_on=2020-06-01&to_on=2020-06-30",
}

_PARTNERS = """
insert into partner (tenant_id, id, name, legal_name, normalized_name, org_type, status)
select $1::uuid, gen_random_uuid(), 'Partner ' || n, 'Partner ' || n, 'partner ' || n, 'nonprofit', 'approved'
from generate_series(1, $2::int) n"""

_PROGRAMS = """
insert into program (tenant_id, id, partner_id, name, areas, grades, status)
select tenant_id, gen_random_uuid(), id, 'Reading Together', array['tutoring'], array['3'], 'approved' from partner
where tenant_id = $1"""

_SCHOOLS = """
insert into school (tenant_id, id, name, legal_name, level)
select $1::uuid, gen_random_uuid(), 'School ' || n, 'School ' || n, 'k8' from generate_series(1, 100) n"""

# One school year each, over ten years; most end with the year, the rest on any day of it; of the last year one in
# ten is still on its way.
_AGREEMENTS = """
insert into agreement (tenant_id, id, number, type, title, partner_id, starts_on, ends_on, effective_on, status,
                       updated_at)
select $1::uuid, gen_random_uuid(), 'A-' || n, (array['mou', 'moa', 'services_contract', 'space_use'])[1 + n % 4],
       'Reading Together ' || n, partners.ids[1 + n % array_length(partners.ids, 1)], year.first, year.last,
       case when status.word = 'executed' then year.first end, status.word, now() - make_interval(secs => n)
from generate_series(1, $2::int) n
cross join (select array_agg(id) as ids from partner where tenant_id = $1::uuid) partners
cross join lateral (
  select make_date(2012 + n % 10, 8, 1 + n % 28) as first,
         case when n / 10 % 10 < 6 then make_date(2013 + n % 10, 6, 10 + n % 21)
              else make_date(2013 + n % 10, 1, 1) + n % 200 end as last
) year
cross join lateral (
  select case when n % 10 = 8 and n / 10 % 10 = 0 then (array['draft', 'submitted', 'in_review'])[1 + n / 100 % 3]
              else 'executed' end as word
) status"""

_COVERED = """
insert into agreement_school (tenant_id, id, agreement_id, school_id, confirmation)
select tenant_id, gen_random_uuid(), a.id, schools.ids[1 + (a.place + step * 7) % 100], 'confirmed'
from (select tenant_id, id, row_number() over (order by number) as place from agreement where tenant_id = $1) a
cross join (select array_agg(id) as ids from school where tenant_id = $1) schools
cross join generate_series(1, 3) step"""

_NAMED = """
insert into agreement_program (tenant_id, id, agreement_id, program_id)
select a.tenant_id, gen_random_uuid(), a.id, g.id from agreement a
join program g on g.tenant_id = a.tenant_id and g.partner_id = a.partner_id where a.tenant_id = $1"""

_SIGNED = """
insert into signature (tenant_id, id, agreement_id, party, signer_name, signer_title, method, signed_on)
select tenant_id, gen_random_uuid(), id, party, 'Dana Whitfield', 'Director', 'esign', starts_on
from agreement cross join unnest(array['partner', 'district']) party where tenant_id = $1 and status = 'executed'"""

_REVISITS = """
insert into revisit (tenant_id, id, agreement_id, school_year, opens_on, due_on)
select tenant_id, gen_random_uuid(), id, to_char(starts_on, 'YYYY') || '-' || to_char(ends_on, 'YYYY'),
       ends_on - 60, ends_on from agreement where tenant_id = $1 and status = 'executed'"""


class Board(Protocol):
    """Where figures go."""

    rounds: int

    def ceiling(self, name: str, value: float, most: float) -> None: ...


async def _district(connection: asyncpg.Connection, count: int) -> str:
    """A district with so many agreements, and a session of its office."""
    tenant, person, cookie = new_id(), new_id(), new_session_id()
    await connection.execute(
        "insert into tenant (id, slug, kind, name) values ($1, $2, 'district', $2)", tenant, f"agreements-{count}"
    )
    await connection.execute(
        "insert into person (id, email, name) values ($1, $2, 'Bench Office')", person, f"{person}@example.org"
    )
    async with connection.transaction():
        await connection.execute("select set_config('app.tenant_id', $1, true)", str(tenant))
        await connection.execute(_PARTNERS, tenant, count // 10)
        for statement in (_PROGRAMS, _SCHOOLS):
            await connection.execute(statement, tenant)
        await connection.execute(_AGREEMENTS, tenant, count)
        for statement in (_COVERED, _NAMED, _SIGNED, _REVISITS):
            await connection.execute(statement, tenant)
        await connection.execute(
            "insert into role_assignment (tenant_id, id, person_id, role, scope, starts_on) "
            "values ($1, $2, $3, 'partnership_office', 'tenant', '2019-07-01')",
            tenant, new_id(), person,
        )  # fmt: skip
    await connection.execute(
        "insert into session (token_hash, person_id, tenant_id, expires_at) values ($1, $2, $3, $4)",
        digest(cookie), person, tenant, now() + timedelta(hours=6),
    )  # fmt: skip
    return cookie


async def fill(owner: str) -> dict[int, str]:
    """Both districts; the sessions of their offices by the number of agreements."""
    connection = await asyncpg.connect(owner)
    try:
        cookies = {count: await _district(connection, count) for count in (FEW, MANY)}
        await connection.execute("vacuum analyze")
    finally:
        await connection.close()
    return cookies


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def measure(board: Board, base: str, owner: str) -> None:
    """One request after the other, a small district's and a large one's by turns."""
    cookies = asyncio.run(fill(owner))
    with httpx.Client(base_url=base, timeout=30) as client:
        for name, path in PAGES.items():
            rounds = [_round(client, cookies, path) for _ in range(board.rounds + 1)][1:]
            for count in (FEW, MANY):
                typical = statistics.median(statistics.median(times[count]) for times in rounds)
                late = statistics.median(_p95(times[count]) for times in rounds)
                print(f"  {name:26} {count:6,} agreements   p50 {typical:6.1f} ms   p95 {late:6.1f} ms")
            slower = statistics.median(_p95(times[MANY]) / _p95(times[FEW]) for times in rounds)
            board.ceiling(f"{name}: p95, 10,000 / 1,000", slower, MOST)


def _round(client: httpx.Client, cookies: dict[int, str], path: str) -> dict[int, list[float]]:
    times: dict[int, list[float]] = {count: [] for count in cookies}
    for _ in range(ASKED):
        for count, cookie in cookies.items():
            begun = time.perf_counter()
            answer = client.get(path, headers={"Cookie": f"{COOKIE}={cookie}"})
            times[count].append((time.perf_counter() - begun) * 1000)
            answer.raise_for_status()
    return times
