"""What an agreement says of student records, what it serves, and where their destruction stands."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Date, and_, any_, cast, exists, func, literal_column, not_, or_, select

from alongside.agreements import rules
from alongside.agreements.models import Agreement, AgreementNotice, AgreementProgram, DataDestruction, DataTerms
from alongside.core.db import Executor
from alongside.core.statements import TENANT, Query, a_flag, a_key, columns, statement, table
from alongside.identity.models import Person
from alongside.identity.principal import Principal, Standpoint
from alongside.identity.scopes import Role, Scope
from alongside.partners.rules import OFFICE

from .effective import LAST
from .record import fetch
from .related import ref
from .visible import actors_on, is_office, may_edit, visible_to

a, dt, dd, n, np = (
    columns(model) for model in (Agreement, DataTerms, DataDestruction, AgreementNotice, AgreementProgram)
)
_ONE: ColumnElement[Any] = literal_column("1")
SAID = tuple(column.name for column in dt if column.name not in {"tenant_id", "id", "agreement_id"})
"""What the terms say, by name."""


def _signed(*conditions: ColumnElement[bool], other: Any) -> ColumnElement[bool]:
    kept: ColumnElement[Any] = literal_column("'{executed,suspended}'::text[]")
    return exists(
        select(_ONE)
        .where(other.tenant_id == a.tenant_id, other.status == any_(kept), *conditions)
        .correlate(a.id.table)
    )


def _carried_on() -> ColumnElement[bool]:
    """Whether a signed renewal or replacement goes on with the records."""
    other = table(Agreement).alias("successor").c
    return _signed(or_(other.renews_id == a.id, other.supersedes_id == a.id), other=other)


def _notice(*conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    own = (n.tenant_id == a.tenant_id, n.agreement_id == a.id)
    return exists(select(_ONE).where(*own, *conditions).correlate(a.id.table))


def _due() -> ColumnElement[Any]:
    told = select(n.student_data_due_on).where(n.tenant_id == a.tenant_id, n.agreement_id == a.id)
    days = select(dt.destruction_days).where(dt.tenant_id == a.tenant_id, dt.agreement_id == a.id)
    by_rule = LAST + days.correlate(a.id.table).scalar_subquery()
    return cast(func.coalesce(told.correlate(a.id.table).scalar_subquery(), by_rule), Date)


DESTRUCTION_DUE: ColumnElement[Any] = _due()
"""By which day the records of an agreement are destroyed; held to `rules.destruction_due_on` by a test."""

_LEAVING: ColumnElement[Any] = literal_column("'{destroy,return}'::text[]")
_KEPT: ColumnElement[Any] = literal_column("'{executed,suspended,terminated}'::text[]")

DESTRUCTION_OWED: ColumnElement[bool] = and_(
    a.id
    == any_(
        select(dt.agreement_id)
        .where(dt.tenant_id == TENANT)
        .union(select(n.agreement_id).where(n.tenant_id == TENANT, n.student_data == any_(_LEAVING)))
        .scalar_subquery()
    ),
    or_(a.type == literal_column("'data_sharing'"), _notice(n.student_data == any_(_LEAVING))),
    a.status == any_(_KEPT),
    DESTRUCTION_DUE.is_not(None),
    not_(_notice(n.student_data == literal_column("'carry_on'"))),
    not_(exists(select(_ONE).where(dd.tenant_id == a.tenant_id, dd.agreement_id == a.id).correlate(a.id.table))),
    not_(_carried_on()),
)
"""Whether somebody has to destroy records, once the last day is over (`LAST`)."""


@statement
def _beside() -> Query:
    who = table(Person).alias().c
    return (
        select(
            _carried_on().label("carried_on"),
            dd.destroyed_on, dd.method, dd.certified_by, dd.certifier_title, dd.document_id, dd.recorded_at,
            who.id.label("recorded_by_id"), who.name.label("recorded_by_name"),
        )
        .select_from(a.id.table)
        .outerjoin(dd.id.table, (dd.tenant_id == a.tenant_id) & (dd.agreement_id == a.id))
        .outerjoin(who.id.table, who.id == dd.recorded_by_id)
        .where(a.tenant_id == TENANT, a.id == a_key("id"))
    )  # fmt: skip


@statement
def _linked(standpoints: frozenset[Standpoint]) -> Query:
    """The partner's agreements about one of the same programs: those that share records, or those that say how."""
    mine = np.id.table.alias("mine").c
    same = (mine.tenant_id == np.tenant_id) & (mine.program_id == np.program_id)
    shared = exists(
        select(_ONE)
        .select_from(np.id.table.join(mine.id.table, same))
        .where(np.tenant_id == TENANT, np.agreement_id == a.id, mine.agreement_id == a_key("id"))
        .correlate(a.id.table)
    )  # fmt: skip
    is_data = a.type == literal_column("'data_sharing'")
    wanted = or_(and_(a_flag("serves"), a.shares_student_records, not_(is_data)), and_(not_(a_flag("serves")), is_data))
    live = not_(a.status == any_(literal_column("'{rejected,withdrawn}'::text[]")))
    return (
        select(ref(a).label("other"))
        .where(visible_to(standpoints), a.partner_id == a_key("partner_id"), a.id != a_key("id"), wanted, live, shared)
        .order_by(a.ends_on.desc(), a.id)
    )


def terms_of(record: Mapping[str, Any]) -> dict[str, Any] | None:
    """What a record says of student records."""
    said: dict[str, Any] | None = record["data_terms"]
    return said


def lacking_of(record: Mapping[str, Any]) -> list[str]:
    """What a record has to say of them and does not."""
    return rules.lacking(record["type"], record, terms_of(record))


def may_write_terms(principal: Principal, record: Mapping[str, Any]) -> bool:
    """The side that wrote a draft; of one that was signed elsewhere the office enters what its paper says."""
    if record["type"] != "data_sharing":
        return False
    if record["status"] in rules.EDITABLE:
        return may_edit(principal, record)
    entered = record["origin"] == "recorded" and record["status"] in rules.RENEWABLE
    return entered and Scope.AGREEMENTS_RECORD in principal.scopes and is_office(principal, record["partner_id"])


def certifies(principal: Principal, record: Mapping[str, Any]) -> bool:
    """Whether the caller enters certificates of destruction here: the partner's admin, or the office for it."""
    mine = not actors_on(principal, record).isdisjoint(OFFICE | {Role.PARTNER_ADMIN})
    return mine and principal.person_id is not None and Scope.AGREEMENTS_WRITE in principal.scopes


async def destruction_of(db: Executor, record: Mapping[str, Any], day: date) -> dict[str, Any]:
    """Where the destruction of the records stands on the day, with its certificate."""
    beside = await db.row(_beside(), id=record["id"])
    assert beside is not None
    said, notice = terms_of(record) or {}, record["notice"] or {}
    told = notice.get("student_data_due_on")
    last = rules.last_day(record["ends_on"], record["ceases_on"])
    due_on = rules.destruction_due_on(
        last, said.get("destruction_days"), None if told is None else date.fromisoformat(told)
    )
    certified = beside["destroyed_on"] is not None
    state = rules.destruction_state(
        record["type"], record["status"], last, due_on, day, disposition=notice.get("student_data"),
        carried_on=beside["carried_on"], certified=certified,
    )  # fmt: skip
    person = {"id": beside["recorded_by_id"], "name": beside["recorded_by_name"]}
    names = ("destroyed_on", "method", "certified_by", "certifier_title", "document_id", "recorded_at")
    certificate = {
        **{name: beside[name] for name in names},
        "recorded_by": None if beside["recorded_by_id"] is None else person,
    }
    return {
        "state": state,
        "due_on": None if state == "none" else due_on,
        "disposition": notice.get("student_data"),
        "certificate": certificate if certified else None,
    }


async def get_data_terms(
    db: Executor, principal: Principal, agreement_id: UUID, effective_on: date | None = None
) -> dict[str, Any]:
    """What an agreement says of student records and where their destruction stands, or AgreementNotFound."""
    record = await fetch(db, principal, agreement_id)
    day = effective_on or principal.today
    destruction = await destruction_of(db, record, day)
    is_data, shares = record["type"] == "data_sharing", record["shares_student_records"]
    linked: list[Any] = []
    if is_data or shares:
        rows = await db.rows(
            _linked(principal.standpoints), **principal.binds, id=agreement_id, partner_id=record["partner_id"],
            serves=is_data,
        )  # fmt: skip
        linked = [row["other"] for row in rows]
    said = terms_of(record)
    return {
        "id": record["id"],
        "version": record["version"],
        "as_of": day,
        "terms": None if said is None else {name: said[name] for name in SAID},
        "lacking": [
            {"code": each.code, "pointer": each.pointer, "words": each.words, "is_own": each.own}
            for each in (rules.ELEMENTS[code] for code in lacking_of(record))
        ],
        "destruction": destruction,
        "serves": linked if is_data else [],
        "served_by": [] if is_data else linked,
        "can_edit": may_write_terms(principal, record),
        "can_certify": destruction["state"] in {"due", "overdue"} and certifies(principal, record),
    }
