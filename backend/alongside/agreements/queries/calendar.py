"""What falls on which day, of the agreements that the same question lists."""

from typing import Any, Final

from sqlalchemy import (
    Boolean,
    Date,
    Integer,
    all_,
    and_,
    any_,
    bindparam,
    cast,
    exists,
    func,
    literal_column,
    or_,
    select,
)
from sqlalchemy.dialects.postgresql import ARRAY, aggregate_order_by

from alongside.agreements import rules
from alongside.agreements.models import Agreement, BoardVote, BoardVoteAgreement, Revisit
from alongside.agreements.schemas import CalendarFilters
from alongside.core.db import Executor
from alongside.core.statements import TENANT, Query, a_day, an_int, columns, statement, the_keys, the_texts
from alongside.identity.principal import Principal
from alongside.partners.models import Partner

from .effective import EFFECTIVE_STATUS
from .find import WITH_PARTNER, Shape, shape_of, values_of
from .leads import renewal_leads

a, p, v = columns(Agreement), columns(Partner), columns(Revisit)
bv, ba = columns(BoardVote), columns(BoardVoteAgreement)

FIRST, LAST_DAY = a_day("from_on"), a_day("to_on")
_TURNED_DOWN: Final[Any] = literal_column("'{rejected,withdrawn}'::text[]")
_ONE: Final[Any] = literal_column("1")

KINDS: Final = ("starts", "ends", "renew_by", "revisit", "board")
"""In the order in which a day tells them; a number sorts faster than a word."""


def _within(day: Any) -> Any:
    return and_(day >= FIRST, day <= LAST_DAY)


def _source(shape: Shape) -> Any:
    """Agreements; with their partners only for a question that looks at names, for every day is counted whole."""
    return WITH_PARTNER if "q" in shape.given else a.id.table


def _days(kind: str, day: Any, source: Any, shape: Shape, *conditions: Any) -> Query:
    """Nothing starts or ends of what was turned down or taken back."""
    return (
        select(
            literal_column(str(KINDS.index(kind))).label("kind"),
            cast(day, Date).label("on"),
            a.id.label("id"),
            a.number.label("number"),
        )
        .select_from(source)
        .where(*shape.conditions(), a.status != all_(_TURNED_DOWN), *conditions)
    )


def _renewed() -> Any:
    """Looked up for each that is found: joined, the planner would read every agreement for the few of a month."""
    following = a.id.table.alias("following").c
    return exists(
        select(_ONE)
        .where(
            following.tenant_id == TENANT, following.renews_id == a.id,
            following.status != all_(literal_column("'{withdrawn,rejected,terminated}'::text[]")),
        )
        .correlate(a.id.table)
        .offset(literal_column("0"))
    )  # fmt: skip


def _renewals(shape: Shape) -> Query:
    """By type and its own number of days; the fewest and the most of them let the index on the last day find them."""
    lead = (
        func.unnest(
            the_texts("lead_types"),
            bindparam("lead_shares", type_=ARRAY(Boolean)),
            bindparam("lead_days", type_=ARRAY(Integer)),
        )
        .table_valued("type", "shares", "days")
        .render_derived(name="lead")
    )
    days = cast(lead.c.days, Integer)
    source = _source(shape).join(
        lead,
        (lead.c.type == a.type)
        & (lead.c.shares == a.shares_student_records)
        & (a.ends_on >= FIRST + days)
        & (a.ends_on <= LAST_DAY + days),
    )
    return _days(
        "renew_by", a.ends_on - days, source, shape,
        a.ends_on >= FIRST + an_int("lead_least"), a.ends_on <= LAST_DAY + an_int("lead_most"),
        a.status == "executed", a.amends_id.is_(None), a.ceases_on.is_(None), ~_renewed(),
    )  # fmt: skip


@statement
def _calendar(shape: Shape) -> Query:
    source = _source(shape)
    with_revisit = source.join(v.id.table, (v.tenant_id == TENANT) & (v.agreement_id == a.id))
    with_vote = source.join(ba.id.table, (ba.tenant_id == TENANT) & (ba.agreement_id == a.id)).join(
        bv.id.table, (bv.tenant_id == TENANT) & (bv.id == ba.vote_id)
    )
    runs_out = or_(a.ceases_on.is_(None), a.ceases_on > a.ends_on)
    found = (
        _days("starts", a.starts_on, source, shape, _within(a.starts_on))
        .union_all(
            _days("ends", a.ends_on, source, shape, _within(a.ends_on), runs_out),
            _days(
                "ends", a.ceases_on - _ONE, source, shape,
                a.ceases_on > FIRST, a.ceases_on <= LAST_DAY + _ONE, a.ceases_on <= a.ends_on,
            ),
            _renewals(shape),
            _days("revisit", v.due_on, with_revisit, shape, _within(v.due_on), a.status == "executed"),
            _days("board", bv.met_on, with_vote, shape, _within(bv.met_on)),
        )
        .subquery("found")
    )  # fmt: skip
    first = func.array_agg(aggregate_order_by(found.c.id, found.c.number.collate("C"), found.c.id))[1 : an_int("names")]
    return (
        select(found.c.on, found.c.kind, func.count().label("count"), first.label("ids"))
        .group_by(found.c.on, found.c.kind)
        .order_by(found.c.on, found.c.kind)
    )


@statement
def _named() -> Query:
    return (
        select(a.id, a.number, a.title, p.id.label("partner_id"), p.name, EFFECTIVE_STATUS.label("effective_status"))
        .select_from(WITH_PARTNER)
        .where(a.tenant_id == TENANT, a.id == any_(the_keys("ids")))
    )


async def calendar(db: Executor, principal: Principal, query: CalendarFilters) -> dict[str, Any]:
    """The days from `from_on` to `to_on` on which something falls."""
    values = values_of(principal, query)
    days = await db.rows(
        _calendar(shape_of(principal, query)),
        **values, **await _leads(db), from_on=query.from_on, to_on=query.to_on, names=query.names,
    )  # fmt: skip
    ids = sorted({each for row in days for each in row["ids"]})
    rows = await db.rows(_named(), ids=ids, day=values["day"], window=values["window"]) if ids else []
    named = {row["id"]: _agreement(row) for row in rows}
    return {
        "from_on": query.from_on,
        "to_on": query.to_on,
        "as_of": values["day"],
        "shown": query.names,
        "items": [
            {
                "on": row["on"],
                "kind": KINDS[row["kind"]],
                "count": row["count"],
                "agreements": [named[each] for each in row["ids"]],
            }
            for row in days
        ],
    }


def _agreement(row: Any) -> dict[str, Any]:
    plain = {name: row[name] for name in ("id", "number", "title", "effective_status")}
    return {**plain, "partner": {"id": row["partner_id"], "name": row["name"]}}


async def _leads(db: Executor) -> dict[str, Any]:
    """How long before its last day a renewal opens, by type and whether records of students are shared."""
    found = []
    for lead in await renewal_leads(db):
        shared = lead["days"] if lead["is_own"] else rules.lead_days(True)
        found += [(lead["type"], False, lead["days"]), (lead["type"], True, shared)]
    types, shares, days = zip(*found, strict=True)
    return {
        "lead_types": list(types), "lead_shares": list(shares), "lead_days": list(days),
        "lead_least": min(days), "lead_most": max(days),
    }  # fmt: skip
