"""What a district will ask for, and who does not have it yet, by the rule that clears a partnership."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import any_, or_, select

from alongside.core.db import Executor
from alongside.core.statements import TENANT, Query, a_day, columns, statement, the_keys
from alongside.identity.principal import Principal, TenantSettings
from alongside.papers.models import PaperRequirement
from alongside.partners.models import Partner
from alongside.partnerships.queries import lacking_of

q, o = columns(PaperRequirement), columns(Partner)


@dataclass(frozen=True, slots=True)
class Asked:
    """A requirement and the day from which it is asked."""

    id: UUID
    title: str
    enforced_from: date


@statement
def _asked() -> Query:
    return select(q.id, q.title, q.enforced_from).where(
        q.tenant_id == TENANT,
        q.enforced_from >= a_day("first"),
        q.enforced_from <= a_day("last"),
        or_(q.retired_from.is_(None), q.retired_from > q.enforced_from),
    )


async def asked_between(db: Executor, first: date, last: date) -> list[Asked]:
    """What is asked from one of these days on."""
    rows = await db.rows(_asked(), first=first, last=last)
    return [Asked(row["id"], row["title"], row["enforced_from"]) for row in rows]


@statement
def _enforced() -> Query:
    return select(q.id, q.enforced_from).where(q.tenant_id == TENANT, q.id == any_(the_keys("ids")))


async def enforced_from(db: Executor, ids: Collection[UUID]) -> Mapping[UUID, frozenset[date]]:
    """From which day these requirements are asked now."""
    return {row["id"]: frozenset({row["enforced_from"]}) for row in await db.rows(_enforced(), ids=list(ids))}


@statement
def _approved() -> Query:
    return select(o.id, o.name).where(o.tenant_id == TENANT, o.status == "approved")


async def without(db: Executor, tenant: TenantSettings, asked: Collection[Asked]) -> Mapping[UUID, dict[UUID, str]]:
    """By requirement the approved partners, with their names, of which something is asked that they have not handed
    in; what waits for the district's review is not theirs to do."""
    if not asked:
        return {}
    names = {row["id"]: row["name"] for row in await db.rows(_approved())}
    # nobody's standpoint: the answer is the same for every reader, and who is told is decided by role
    everything = Principal(tenant=tenant, machine_scopes=frozenset())
    found: dict[UUID, dict[UUID, str]] = {}
    for each in asked:
        eve = min(tenant.today, each.enforced_from - timedelta(days=1))
        lacking = await lacking_of(db, everything, names, each.id, eve)
        found[each.id] = {partner: names[partner] for partner in lacking}
    return found
