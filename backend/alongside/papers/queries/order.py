"""Whether papers keep a program out of a school on a day, as one expression; held to `rules.standing` by a test."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, any_, case, cast, exists, func, literal_column, not_, or_, select
from sqlalchemy import Date as SqlDate
from sqlalchemy.sql.base import ReadOnlyColumnCollection

from alongside.core.statements import TENANT, a_day

from .areas import in_areas
from .visible import b, d, ds, left, m, mb, mp, q, w

DAY = a_day("day")
_ONE: ColumnElement[Any] = literal_column("1")
_NONE: ColumnElement[Any] = literal_column("0")
Columns = ReadOnlyColumnCollection[str, Any]


@dataclass(frozen=True, slots=True)
class Where:
    """The columns of a program at a school, as they stood on the day."""

    partner_id: ColumnElement[Any]
    program_id: ColumnElement[Any]
    school_id: ColumnElement[Any]
    place: ColumnElement[Any]
    minimum: ColumnElement[Any]
    delivery: ColumnElement[Any]
    times_of_day: ColumnElement[Any]
    grades: ColumnElement[Any]
    areas: ColumnElement[Any]
    org_type: ColumnElement[Any]
    cost: ColumnElement[Any]
    supervision: ColumnElement[Any]


def known_then(said: ColumnElement[Any], now: ColumnElement[Any]) -> ColumnElement[Any]:
    """What was known of somebody on the day, said of what is kept from before or, without it, of what is known now;
    it is never null."""
    before = (
        select(said)
        .where(mb.tenant_id == TENANT, mb.staff_member_id == m.id, mb.until_on > DAY)
        .order_by(mb.until_on)
        .limit(_ONE)
        .correlate_except(mb.id.table)
        .scalar_subquery()
    )
    return func.coalesce(before, now)


def _on_the_list(of: Columns) -> ColumnElement[bool]:
    return and_(of.starts_on <= DAY, or_(of.ends_on.is_(None), of.ends_on >= DAY))


IN_PLACE = (or_(mp.from_on.is_(None), mp.from_on <= DAY),)
"""Whether somebody had been put in the place by the day."""

NOT_LEFT = (or_(left.from_on.is_(None), left.from_on <= DAY), left.until_on > DAY)
"""Whether the day lies in the time of a place that somebody has left since."""


def _asked(of: Columns, where: Where) -> ColumnElement[bool]:
    """Requirements in force on the day that ask something of the program there."""

    def meets(asked: ColumnElement[Any], told: ColumnElement[Any]) -> ColumnElement[bool]:
        return or_(
            func.cardinality(asked) == _NONE, func.cardinality(told) == _NONE, asked.bool_op("&&")(told)
        )  # fmt: skip

    return and_(
        of.tenant_id == TENANT,
        of.enforced_from <= DAY,
        or_(of.retired_from.is_(None), of.retired_from > DAY),
        or_(func.cardinality(of.deliveries) == _NONE, where.delivery.is_(None), where.delivery == any_(of.deliveries)),
        meets(of.times_of_day, where.times_of_day),
        meets(of.grades, where.grades),
        or_(not_(of.needs_place), where.place.is_not(None)),
        in_areas(of.areas, where.areas, is_wide=or_(of.areas_below_from.is_(None), of.areas_below_from <= DAY)),
        or_(func.cardinality(of.org_types) == _NONE, where.org_type.is_(None), where.org_type == any_(of.org_types)),
        or_(of.payment.is_(None), where.cost.is_(None), (of.payment == "paid") == (where.cost > _NONE)),
        or_(of.supervision.is_(None), where.supervision.is_(None), of.supervision == where.supervision),
        or_(of.program_id.is_(None), of.program_id == where.program_id),
    )


def _waived(of: Columns, where: Where) -> ColumnElement[bool]:
    return exists(
        select(_ONE)
        .where(
            w.tenant_id == TENANT,
            w.requirement_id == of.id,
            w.partner_id == where.partner_id,
            or_(w.program_id.is_(None), w.program_id == where.program_id),
            or_(w.school_id.is_(None), w.school_id == where.school_id),
            w.starts_on <= DAY,
            w.ends_on >= DAY,
            or_(w.revoked_on.is_(None), w.revoked_on > DAY),
        )
        .correlate_except(w.id.table)
    )


def _lasts(since: ColumnElement[Any], months: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether so many months since a day are not over."""
    over = cast(since + func.make_interval(_NONE, months), SqlDate)
    return or_(months.is_(None), over > DAY)


def _paper(where: Where, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    """A paper that counts on the day for the program there."""
    named = select(_ONE).where(ds.tenant_id == TENANT, ds.paper_id == d.id).correlate_except(ds.id.table)
    return exists(
        select(_ONE)
        .where(
            d.tenant_id == TENANT,
            d.partner_id == where.partner_id,
            or_(d.program_id.is_(None), d.program_id == where.program_id),
            or_(not_(exists(named)), exists(named.where(ds.school_id == where.school_id))),
            d.accepted_on <= DAY,
            d.effective_on <= DAY,
            or_(d.expires_on.is_(None), d.expires_on >= DAY),
            or_(d.withdrawn_on.is_(None), d.withdrawn_on > DAY),
            *conditions,
        )
        .correlate_except(d.id.table)
    )


def _met(of: Columns, where: Where) -> ColumnElement[bool]:
    return _paper(
        where,
        d.kind == of.kind,
        or_(of.coverage.is_(None), d.coverage == of.coverage),
        func.coalesce(d.limit_each_cents, _NONE) >= func.coalesce(of.min_each_cents, _NONE),
        func.coalesce(d.limit_aggregate_cents, _NONE) >= func.coalesce(of.min_aggregate_cents, _NONE),
        _lasts(d.effective_on, of.validity_months),
    )


def _personal(of: Columns, where: Where) -> ColumnElement[bool]:
    """Checks that each person needs there on the day: not waived, and nothing accepted in their place."""
    return and_(
        _asked(of, where),
        of.kind == "background_check",
        not_(_waived(of, where)),
        not_(_paper(where, d.kind == any_(of.accepts_instead))),
    )


def _deciding_is_clear(of: Columns, kind: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether the check that decides for the kind is clear and in date (`rules.deciding`)."""
    good = and_(
        b.result == "clear", or_(b.expires_on.is_(None), b.expires_on >= DAY), _lasts(b.issued_on, of.validity_months)
    )
    newest = (
        select(good)
        .where(
            b.tenant_id == TENANT,
            b.staff_id == m.id,
            b.kind == kind,
            b.verified_on <= DAY,
            b.issued_on <= DAY,
            or_(known_then(mb.basis, m.basis) == "volunteer", b.basis == "employee"),
        )
        .order_by(b.issued_on.desc(), case((b.result == "clear", _ONE), else_=_NONE))
        .limit(_ONE)
        .correlate_except(b.id.table)
        .scalar_subquery()
    )
    return func.coalesce(newest, literal_column("false"))


def _in_place(of: Columns, where: Where, *on_the_day: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists(
        select(_ONE)
        .where(
            of.tenant_id == TENANT,
            of.staff_id == m.id,
            of.program_id == where.program_id,
            or_(of.school_id.is_(None), of.school_id == where.school_id),
            *on_the_day,
        )
        .correlate_except(of.id.table)
    )


def _enough_people(where: Where) -> ColumnElement[bool]:
    """Whether as many cleared people are on the staff list as are needed; nobody counts further than that."""
    each = q.id.table.alias("each_check").c
    kind = func.unnest(each.check_kinds).column_valued("asked_kind")
    unclear = select(_ONE).select_from(kind.scalar_alias).where(not_(_deciding_is_clear(each, kind)))
    unclear = unclear.correlate_except(kind.scalar_alias)
    lacks = exists(select(_ONE).where(_personal(each, where), exists(unclear)).correlate_except(each.id.table))
    here = or_(_in_place(mp, where, *IN_PLACE), _in_place(left, where, *NOT_LEFT))
    found = (
        select(_ONE)
        .select_from(m.id.table)
        .where(
            m.tenant_id == TENANT,
            m.partner_id == where.partner_id,
            known_then(_on_the_list(mb), _on_the_list(m)),
            here,
            not_(lacks),
        )
        .limit(where.minimum)
        .correlate_except(m.id.table)
        .scalar_subquery()
    )
    return func.cardinality(func.array(found)) >= where.minimum


def papers_in_order(where: Where) -> ColumnElement[bool]:
    """Whether `rules.standing` finds no blocker on the day."""
    unmet = exists(
        select(_ONE)
        .where(
            _asked(q, where), q.kind != "background_check", not_(_waived(q, where)), not_(_met(q, where))
        )
        .correlate_except(q.id.table)
    )  # fmt: skip
    p = q.id.table.alias("personal_check").c
    personal = exists(select(_ONE).where(_personal(p, where)).correlate_except(p.id.table))
    return and_(not_(unmet), or_(not_(personal), _enough_people(where)))
