"""Which agreements cover a program at a school, in force or on the way, for those that ask about clearance."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from typing import Any, TypedDict
from uuid import UUID

from sqlalchemy import ColumnElement, Uuid, any_, case, column, func, literal_column, not_, or_, select, true

from alongside.agreements import rules
from alongside.agreements.models import Agreement, AgreementProgram, AgreementSchool, AgreementSchoolBefore, Signature
from alongside.core.db import Executor
from alongside.core.earlier import earlier, then
from alongside.core.statements import TENANT, Query, columns, statement, the_keys, the_texts
from alongside.identity.principal import Principal, Standpoint
from alongside.schools.queries import CLOSED_ON, IS_OPEN, SCHOOL_BEFORE, s

from .effective import DAY, EFFECTIVE_STATUS, LAST
from .terms import data_terms
from .visible import visible_to

a, np, ns = columns(Agreement), columns(AgreementProgram), columns(AgreementSchool)
sig = columns(Signature)

WORD_BEFORE = earlier(AgreementSchoolBefore, ns, "agreement_school_id", "word_before")

Pair = tuple[UUID, UUID]
"""A program and a school."""


class Covering(TypedDict):
    """An agreement that covers a program at a school. The facts are the same for every reader; `is_visible` says
    whether this one may open it."""

    agreement_id: UUID
    number: str
    title: str
    is_visible: bool
    status: str
    clears: bool
    confirmation: str | None
    effective_on: date | None
    ends_on: date
    shares_records: bool
    is_data_agreement: bool
    is_district_wide: bool
    lacks_terms: bool
    drafted_by: rules.Side
    to_sign: tuple[rules.Party, ...]
    """Whose signature can be given now, while it waits for signatures."""
    covers_through: date
    """The last day on which it can cover the school: its own, or the eve of the school's closing."""


_COVERED_FROM = then(WORD_BEFORE, ns.covered_from)
WORD: ColumnElement[Any] = case((_COVERED_FROM > DAY, "pending"), else_=then(WORD_BEFORE, ns.confirmation))
"""What a school's leader had said by the day; needs `WORD_BEFORE` joined. A word given after signing covers the days
from then on, never those before."""

OWN_TEXT = or_(a.amended_from.is_(None), a.amended_from > DAY)
"""What it covers is what it says itself until an amendment says otherwise."""


_IS_DATA = a.type == literal_column("'data_sharing'")


def _signed() -> ColumnElement[Any]:
    """Which parties have signed the text that is out."""
    given = select(func.array_agg(sig.party)).where(
        sig.tenant_id == a.tenant_id, sig.agreement_id == a.id, sig.voided_at.is_(None)
    )
    return func.coalesce(given.correlate(a.id.table).scalar_subquery(), literal_column("'{}'::text[]"))


@statement
def _covers(standpoints: frozenset[Standpoint]) -> Query:
    pair = (
        func.unnest(the_keys("programs"), the_keys("schools"))
        .table_valued(column("program_id", Uuid), column("school_id", Uuid), name="pair")
        .render_derived()
    )
    at_school = (ns.tenant_id == a.tenant_id) & (ns.agreement_id == a.id) & (ns.school_id == pair.c.school_id)
    return (
        select(
            a.drafted_by, a.signing_order, _signed().label("signed"),
            pair.c.program_id, pair.c.school_id, a.id, a.number, a.title, a.type, a.is_binding, a.effective_on,
            visible_to(standpoints).label("is_visible"), a.shares_student_records, a.is_district_wide,
            case((_IS_DATA, a.purpose)).label("purpose"), case((_IS_DATA, a.populations)).label("populations"),
            case((_IS_DATA, data_terms())).label("data_terms"),
            LAST.label("ends_on"), EFFECTIVE_STATUS.label("effective_status"), WORD.label("confirmation"),
            func.least(LAST, CLOSED_ON - literal_column("1")).label("covers_through"),
        )
        .select_from(pair)
        .join(np.id.table, (np.tenant_id == TENANT) & (np.program_id == pair.c.program_id))
        .join(a.id.table, (a.tenant_id == np.tenant_id) & (a.id == np.agreement_id))
        .join(s.id.table, (s.tenant_id == TENANT) & (s.id == pair.c.school_id))
        .outerjoin(SCHOOL_BEFORE, true())
        .outerjoin(ns.id.table, at_school)
        .outerjoin(WORD_BEFORE, true())
        .where(
            or_(ns.id.is_not(None), a.is_district_wide), not_(any_(the_texts("over")) == EFFECTIVE_STATUS), OWN_TEXT,
            IS_OPEN,
        )
        .order_by(a.ends_on, a.id)
    )  # fmt: skip


async def covers_for(
    db: Executor, principal: Principal, pairs: Collection[Pair], day: date
) -> dict[Pair, list[Covering]]:
    """For each program and school the agreements that cover both, with what they are on the day."""
    found: dict[Pair, list[Covering]] = defaultdict(list)
    rows = await db.rows(
        _covers(principal.standpoints),
        **principal.binds,
        programs=[program for program, _ in pairs],
        schools=[school for _, school in pairs],
        over=sorted(rules.OVER),
        day=day,
        window=principal.tenant.expiring_window_days,
    )
    for row in rows:
        found[row["program_id"], row["school_id"]].append(
            Covering(
                agreement_id=row["id"],
                number=row["number"],
                title=row["title"],
                is_visible=row["is_visible"],
                status=row["effective_status"],
                clears=rules.clears_programs(row["type"], row["is_binding"]),
                confirmation=row["confirmation"],
                effective_on=row["effective_on"],
                ends_on=row["ends_on"],
                shares_records=row["shares_student_records"],
                is_data_agreement=row["type"] == "data_sharing",
                is_district_wide=row["is_district_wide"],
                lacks_terms=bool(rules.lacking(row["type"], dict(row), row["data_terms"])),
                covers_through=row["covers_through"],
                drafted_by=row["drafted_by"],
                to_sign=rules.due_parties(row["signing_order"], row["signed"]),
            )
        )
    return dict(found)
