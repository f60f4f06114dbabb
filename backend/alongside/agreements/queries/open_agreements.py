"""What districts have opened for others to join: the only reading here that goes beyond the caller's tenant.

It reads `open_agreement`, whose every row is a copy made to be read by others, and nothing that hangs on it. Its rows
are shown to district offices alone; a demonstration's stay among demonstrations.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, any_, func, literal_column, not_, or_, select
from sqlalchemy.dialects.postgresql import aggregate_order_by

from alongside.agreements import rules
from alongside.agreements.errors import OpenAgreementNotFound
from alongside.agreements.models import Agreement, AgreementAdoption, OpenAgreement
from alongside.agreements.rules import printing
from alongside.core.db import Executor
from alongside.core.statements import TENANT, Query, a_day, a_key, a_text, columns, holds, statement, table
from alongside.identity.models import Tenant
from alongside.identity.principal import Principal, Standpoint
from alongside.identity.scopes import Scope
from alongside.partners.models import Partner, Program
from alongside.partners.rules import OFFICE

from .related import OVER, ref

oo, t, p, g = columns(OpenAgreement), columns(Tenant), columns(Partner), columns(Program)
ad, a = columns(AgreementAdoption), columns(Agreement)

_EMPTY: ColumnElement[Any] = literal_column("'[]'::jsonb")


def _object(**fields: Any) -> ColumnElement[Any]:
    pairs: list[ColumnElement[Any]] = []
    for name, value in fields.items():
        pairs += [literal_column(f"'{name}'"), value]
    return func.jsonb_build_object(*pairs)


def _readable() -> ColumnElement[bool]:
    """Open on the caller's day, of another district, and both demonstrations or neither."""
    here = table(Tenant).alias("here").c
    mine = select(here.is_demonstration).where(here.id == TENANT).scalar_subquery()
    return and_(
        oo.tenant_id != TENANT, oo.closed_on.is_(None), oo.standing != "over", oo.open_until >= a_day("today"),
        oo.ends_on >= a_day("today"), t.id == oo.tenant_id, t.is_demonstration == mine,
    )  # fmt: skip


def _partner_here() -> ColumnElement[Any]:
    """The same organization in the caller's district: by EIN for certain, else by its very name; or null."""
    by_ein = and_(p.ein.is_not(None), p.ein == oo.partner_ein)
    names = or_(func.lower(p.name) == func.lower(oo.partner), func.lower(p.legal_name) == func.lower(oo.partner))
    by_name = and_(or_(p.ein.is_(None), oo.partner_ein.is_(None)), names)
    return (
        select(_object(id=p.id, name=p.name, status=p.status))
        .where(p.tenant_id == TENANT, p.merged_into_id.is_(None), or_(by_ein, by_name))
        .order_by(by_ein.desc(), p.id)
        .limit(literal_column("1"))
        .scalar_subquery()
    )


def _adopted_here() -> ColumnElement[Any]:
    """The agreement here that adopts it, unless that one came to nothing; or null."""
    on = (a.tenant_id == ad.tenant_id) & (a.id == ad.agreement_id)
    return (
        select(ref(a))
        .join_from(ad.id.table, a.id.table, on)
        .where(ad.tenant_id == TENANT, ad.origin_tenant_id == oo.tenant_id, ad.origin_id == oo.id,
               not_(a.status == any_(OVER)))
        .order_by(a.id.desc())
        .limit(literal_column("1"))
        .scalar_subquery()
    )  # fmt: skip


def _rows(*more: ColumnElement[Any]) -> Query:
    told = {"agreement_id", "tenant_id", "document", "terms", "closed_on", "over_on"}
    partner = _partner_here().label("partner_here")
    return select(
        *(column for column in oo if column.name not in told), partner, _adopted_here().label("adopted_here"), *more
    ).where(_readable())


@statement
def _find(searched: bool) -> Query:
    query = _rows()
    if searched:
        texts = (oo.title, oo.partner, oo.district, oo.number)
        query = query.where(or_(*(holds(text, a_text("q")) for text in texts)))
    return query.order_by(_partner_here().is_(None), oo.opened_on.desc(), oo.id).limit(literal_column("200"))


@statement
def _one() -> Query:
    return _rows(oo.tenant_id.label("origin_tenant_id"), oo.document, oo.terms).where(oo.id == a_key("id"))


@statement
def _programs() -> Query:
    told = _object(id=g.id, name=g.name)
    return select(func.coalesce(func.jsonb_agg(aggregate_order_by(told, g.name, g.id)), _EMPTY)).where(
        g.tenant_id == TENANT, g.partner_id == a_key("partner"), g.status != "retired"
    )


def reads_open(principal: Principal) -> bool:
    """Whether the caller reads what other districts opened: who works for the whole district."""
    return Standpoint.DISTRICT in principal.standpoints


def adopts(principal: Principal) -> bool:
    """Whether the caller may begin an agreement from one: the office; with whom is looked at when it does."""
    is_machine = principal.machine_scopes is not None and reads_open(principal)
    return (is_machine or principal.holds(*OFFICE)) and Scope.AGREEMENTS_WRITE in principal.scopes


async def find_open(db: Executor, principal: Principal, phrase: str | None) -> dict[str, Any]:
    """What other districts opened, first of partners that are known here, then the newest."""
    if not reads_open(principal):
        return {"items": []}
    words = {} if phrase is None else {"q": phrase}
    rows = await db.rows(_find(phrase is not None), **principal.binds, **words)
    return {"items": [_told(dict(row), principal) for row in rows]}


async def open_row(db: Executor, principal: Principal, open_id: UUID) -> Mapping[str, Any]:
    """One of them with its words, or OpenAgreementNotFound."""
    row = await db.row(_one(), id=open_id, **principal.binds) if reads_open(principal) else None
    if row is None:
        raise OpenAgreementNotFound
    return dict(row)


async def get_open(db: Executor, principal: Principal, open_id: UUID) -> dict[str, Any]:
    """The same as it is answered, with what adopting it would begin from."""
    row = await open_row(db, principal, open_id)
    partner = row["partner_here"]
    programs = [] if partner is None else await db.value(_programs(), partner=UUID(partner["id"]))
    same = {each["name"].casefold() for each in row["terms"]["programs"]}
    starts_on, ends_on = rules.adopted_days(row["starts_on"], row["ends_on"], principal.today)
    return {
        **_told(row, principal),
        "document": row["document"],
        "can_adopt": adopts(principal) and row["adopted_here"] is None and row["standing"] == "in_force",
        "proposal": {
            "starts_on": starts_on,
            "ends_on": ends_on,
            "program_ids": [each["id"] for each in programs if each["name"].casefold() in same],
        },
        "programs": programs,
    }


async def open_paper(db: Executor, principal: Principal, open_id: UUID) -> dict[str, Any]:
    """The same on paper, as of the caller's day, or OpenAgreementNotFound."""
    row = await open_row(db, principal, open_id)
    told = {**_told(row, principal), "document": row["document"]}
    made_at = datetime.combine(principal.today, time(), UTC)
    return {"data": printing.open_paper(told, principal.today, principal.tenant.is_demonstration), "made_at": made_at}


@dataclass(frozen=True, slots=True)
class OriginSeen:
    """An agreement here that adopts another district's: as which the other was told of last, and what it is now."""

    agreement_id: UUID
    district: str
    was: rules.OriginState
    now: rules.OriginState


@statement
def _origins(of_one: bool) -> Query:
    copy = (oo.tenant_id == ad.origin_tenant_id) & (oo.id == ad.origin_id)
    here = (a.tenant_id == ad.tenant_id) & (a.id == ad.agreement_id)
    query = (
        select(
            ad.agreement_id,
            a.status,
            ad.district,
            ad.origin_state,
            oo.standing,
            oo.closed_on,
            oo.open_until,
            oo.ends_on,
        )
        .join_from(ad.id.table, a.id.table, here)
        .join(oo.id.table, copy, isouter=True)
        .where(ad.tenant_id == TENANT, not_(a.status == any_(OVER)))
        .order_by(ad.agreement_id)
    )
    return query.where(ad.agreement_id == a_key("agreement_id")).with_for_update(of=a.id.table) if of_one else query


async def origins(db: Executor, day: date, agreement_id: UUID | None = None) -> list[OriginSeen]:
    """What agreements here that are not over adopt, or the one named, held until the transaction ends."""
    one = {} if agreement_id is None else {"agreement_id": agreement_id}
    found = []
    for row in await db.rows(_origins(agreement_id is not None), **one):
        now: rules.OriginState = "over"
        if row["standing"] is not None:
            through = min(row["open_until"], row["ends_on"])
            now = rules.state_of(row["standing"], row["closed_on"], through, day)
        if now == "closed" and row["status"] in rules.RENEWABLE:
            now = row["origin_state"]  # that nobody joins it any more is no news to who has
        found.append(OriginSeen(row["agreement_id"], row["district"], row["origin_state"], now))
    return found


def _told(row: Mapping[str, Any], principal: Principal) -> dict[str, Any]:
    plain = ("id", "district", "partner", "number", "type", "title", "starts_on", "ends_on", "clause", "text_sha256",
             "opened_on", "open_until", "partner_here", "adopted_here")  # fmt: skip
    through = min(row["open_until"], row["ends_on"])
    state = rules.state_of(row["standing"], None, through, principal.today)
    return {**{name: row[name] for name in plain}, "state": state}
