"""The bare reference: hand-written SQL, asyncpg without reset, JSON made by Postgres; no sign-in, no policy, no log.

It answers the same columns as the product, so that only the way there differs.
"""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import asyncpg
import orjson
from fastapi import FastAPI, Request, Response

LIST = """
select coalesce(json_agg(page), '[]') from (
  select p.id, p.name, p.org_type, p.status, coalesce(p.status = 'approved' and p.vetting_expires_on < $4, false)
         as vetting_expired, p.city, p.phone, coalesce((select array_agg(distinct area)
           from program g, unnest(g.areas) area
           where g.tenant_id = p.tenant_id and g.partner_id = p.id and g.status <> 'retired'), '{}') as areas,
         p.updated_at
  from partner p where p.tenant_id = $1 and (p.name, p.id) > ($2, $3) order by p.name, p.id limit 50) page"""

_RECORD = """
select row_to_json(found) from (
  select p.*, (select json_agg(c) from (select id, version, kind, name, title, email, phone, is_public from contact
           where tenant_id = p.tenant_id and partner_id = p.id order by kind, name) c) as contacts,
         (select json_agg(g) from (select id, name, status, areas, grades, delivery, times_of_day, capacity_students
           from program where tenant_id = p.tenant_id and partner_id = p.id order by name, id) g) as programs,
         (select json_agg(json_build_object('id', n.id, 'field', n.field, 'note', n.note, 'asked_on', n.asked_on,
           'closed_on', n.closed_on) order by n.asked_on, n.id) from partner_note n
           where n.tenant_id = p.tenant_id and n.partner_id = p.id) as notes,
         (select json_agg(json_build_object('legal_name', f.legal_name, 'until_on', f.until_on)
           order by f.until_on desc) from partner_former_name f
           where f.tenant_id = p.tenant_id and f.partner_id = p.id) as former_names,
         (select json_agg(json_build_object('id', o.id, 'name', o.name) order by o.name) from partner o
           where o.tenant_id = p.tenant_id and o.parent_partner_id = p.id) as chapters,
         (select json_build_object('id', w.id, 'name', w.name) from person w where w.id = p.reviewer_id) as reviewer,
         (select json_build_object('id', o.id, 'name', o.name) from partner o
           where o.tenant_id = p.tenant_id and o.id = p.parent_partner_id) as parent,
         (select json_build_object('id', o.id, 'name', o.name) from partner o
           where o.tenant_id = p.tenant_id and o.id = p.fiscal_sponsor_id) as fiscal_sponsor,
         (select json_agg(json_build_object('id', o.id, 'name', o.name)) from partner o
           where o.tenant_id = p.tenant_id and o.normalized_name = p.normalized_name and o.id <> p.id) as similar
  from {source} p where p.tenant_id = $1 and p.id = $2) found"""

GET = _RECORD.format(source="partner")

CREATE = """
insert into partner (tenant_id, id, name, legal_name, normalized_name, org_type, mission)
values ($1, gen_random_uuid(), $2::text, $2::text, lower($2::text), $3, $4) returning row_to_json(partner)"""

UPDATE = """
update partner set mission = $3, version = version + 1, updated_at = now()
where tenant_id = $1 and id = $2 returning row_to_json(partner)"""

NIL = "00000000-0000-0000-0000-000000000000"


async def _keep(_connection: Any) -> None:
    """No reset on release."""


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    app.state.pool = await asyncpg.create_pool(os.environ["BENCH_URL"], min_size=8, max_size=10, reset=_keep)
    yield
    await app.state.pool.close()


app = FastAPI(lifespan=lifespan)
TENANT = os.environ.get("BENCH_TENANT", "")


def _json(text: str) -> Response:
    return Response(text, media_type="application/json")


@app.get("/partners")
async def partners(request: Request) -> Response:
    from datetime import date

    name, row = request.query_params.get("name", ""), request.query_params.get("id", NIL)
    return _json(await request.app.state.pool.fetchval(LIST, TENANT, name, row, date.today()))


@app.get("/partners/{row}")
async def partner(request: Request, row: str) -> Response:
    return _json(await request.app.state.pool.fetchval(GET, TENANT, row))


@app.post("/partners")
async def create(request: Request) -> Response:
    body = orjson.loads(await request.body())
    return _json(
        await request.app.state.pool.fetchval(CREATE, TENANT, body["name"], body["org_type"], body.get("mission"))
    )


@app.patch("/partners/{row}")
async def update(request: Request, row: str) -> Response:
    body = orjson.loads(await request.body())
    return _json(await request.app.state.pool.fetchval(UPDATE, TENANT, row, body["mission"]))
