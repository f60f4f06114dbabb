"""The usual way, for comparison: an AsyncSession per request, models in and out, `response_model`.

It does what Alongside does: looks the session up, sets the tenant for row-level security, writes a log row.
"""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from hashlib import sha256
from typing import Annotated
from uuid import UUID, uuid4

from fastapi import Depends, FastAPI, HTTPException, Request
from pydantic import BaseModel
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlmodel import select

from alongside.core.models import LogEntry
from alongside.identity.models import Person, RoleAssignment, Session
from alongside.partners.models import Partner
from alongside.tables import METADATA

assert METADATA.tables, "every table is declared before the first statement"
engine = create_async_engine(
    os.environ.get("BENCH_APP_URL", "postgresql+asyncpg://"), pool_size=10, max_overflow=0, pool_timeout=10
)
sessions = async_sessionmaker(engine, expire_on_commit=False)


@asynccontextmanager
async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
    yield
    await engine.dispose()


app = FastAPI(lifespan=lifespan)


class PartnerOut(BaseModel):
    """As the product's record, less what it joins."""

    id: UUID
    version: int
    name: str
    legal_name: str
    ein: str | None
    org_type: str
    mission: str | None
    website: str | None
    phone: str | None
    city: str | None
    state: str | None
    languages: list[str]
    status: str
    updated_at: datetime


class PartnerIn(BaseModel):
    name: str
    legal_name: str
    org_type: str
    mission: str | None = None


class PartnerChange(BaseModel):
    mission: str


class Caller:
    """The signed-in person and the session to work with."""

    def __init__(self, session: AsyncSession, tenant_id: UUID, person_id: UUID) -> None:
        self.session, self.tenant_id, self.person_id = session, tenant_id, person_id


async def signed_in(request: Request) -> AsyncIterator[Caller]:
    async with sessions() as session:
        token = sha256(request.cookies["__Host-sid"].encode()).digest()
        found = (await session.execute(select(Session).where(Session.token_hash == token))).scalar_one_or_none()
        if found is None:
            raise HTTPException(401)
        person = await session.get(Person, found.person_id)
        assert person is not None
        await session.execute(
            text("select set_config('app.tenant_id', :tenant, true)"), {"tenant": str(found.tenant_id)}
        )
        roles = await session.execute(select(RoleAssignment).where(RoleAssignment.person_id == person.id))
        assert roles.scalars().all()
        yield Caller(session, found.tenant_id, person.id)


SignedIn = Annotated[Caller, Depends(signed_in)]


@app.get("/partners", response_model=list[PartnerOut])
async def partners(caller: SignedIn) -> list[Partner]:
    found = await caller.session.execute(
        select(Partner).where(Partner.tenant_id == caller.tenant_id).order_by(Partner.name, Partner.id).limit(50)
    )
    return list(found.scalars().all())


@app.get("/partners/{row}", response_model=PartnerOut)
async def partner(caller: SignedIn, row: UUID) -> Partner:
    found = await caller.session.get(Partner, (caller.tenant_id, row))
    if found is None:
        raise HTTPException(404)
    return found


async def _save(caller: Caller, changed: Partner, kind: str) -> Partner:
    caller.session.add(changed)
    caller.session.add(
        LogEntry(
            tenant_id=caller.tenant_id, kind=kind, object_type="partner", object_id=changed.id,
            object_version=changed.version, changed={}, person_id=caller.person_id,
        )
    )  # fmt: skip
    await caller.session.commit()
    await caller.session.execute(
        text("select set_config('app.tenant_id', :tenant, true)"), {"tenant": str(caller.tenant_id)}
    )
    await caller.session.refresh(changed)
    return changed


@app.post("/partners", response_model=PartnerOut, status_code=201)
async def create(caller: SignedIn, body: PartnerIn) -> Partner:
    made = Partner(tenant_id=caller.tenant_id, id=uuid4(), normalized_name=body.name.lower(), **body.model_dump())
    return await _save(caller, made, "partner.created")


@app.patch("/partners/{row}", response_model=PartnerOut)
async def update(caller: SignedIn, row: UUID, body: PartnerChange) -> Partner:
    found = await caller.session.get(Partner, (caller.tenant_id, row))
    if found is None:
        raise HTTPException(404)
    found.mission = body.mission
    found.version += 1
    return await _save(caller, found, "partner.changed")
