"""Papers, background checks and waivers: the last day on which each counts."""

from typing import Any

from sqlalchemy import ColumnElement, Date, and_, any_, cast, exists, func, literal_column, not_, or_, select, true

from alongside.core.statements import TENANT, Query, columns
from alongside.papers.models import BackgroundCheck, Paper, PaperRequirement, PaperWaiver, StaffMember, StaffPlace
from alongside.papers.queries import in_areas
from alongside.papers.queries import visible_to as sees_papers
from alongside.partners.models import Program

from .shape import FIRST, LAST, Standpoints, an_ending, o

d, q, waived = columns(Paper), columns(PaperRequirement), columns(PaperWaiver)
b, m, mp, g = columns(BackgroundCheck), columns(StaffMember), columns(StaffPlace), columns(Program)

ONE: ColumnElement[Any] = literal_column("1")
NOBODY: ColumnElement[Any] = literal_column("0")


def _last_day(since: ColumnElement[Any]) -> ColumnElement[Any]:
    """The last of a requirement's months, as `papers.rules.last_valid_day` counts them."""
    months = func.make_interval(literal_column("0"), q.validity_months)
    return cast(since + months - literal_column("interval '1 day'"), Date)


def _is_asked_after(day: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether a requirement is enforced on the day after, when it would be missed."""
    return and_(q.enforced_from <= day + ONE, or_(q.retired_from.is_(None), q.retired_from > day + ONE))


def paper_ends(standpoints: Standpoints) -> Query:
    """Accepted papers, unless one of the same kind already follows; a requirement may let one count for less long
    than it says."""
    following = d.id.table.alias("following").c
    is_followed = exists(
        select(ONE)
        .where(
            following.tenant_id == d.tenant_id, following.partner_id == d.partner_id, following.kind == d.kind,
            following.coverage.is_not_distinct_from(d.coverage),
            following.program_id.is_not_distinct_from(d.program_id),
            following.status == "accepted", following.effective_on > d.effective_on,
            or_(following.expires_on.is_(None), following.expires_on > d.expires_on),
        )
        .correlate(d.id.table)
    )  # fmt: skip
    known = _last_day(d.effective_on)
    asked = (
        select(func.min(known).label("on"))
        .where(
            q.tenant_id == d.tenant_id, q.kind == d.kind, or_(q.coverage.is_(None), q.coverage == d.coverage),
            q.validity_months.is_not(None), _is_asked_after(known),
        )
        .correlate(d.id.table)
        .lateral("asked")
    )  # fmt: skip
    ends_on = func.least(d.expires_on, asked.c.on)
    return an_ending("paper", d, title=d.kind, ends_on=ends_on, since_on=d.accepted_on, answer=d.kind).where(
        o.id == d.partner_id, d.status == "accepted", ends_on >= FIRST, ends_on <= LAST, not_(is_followed),
        true() if standpoints is None else sees_papers(standpoints, d.tenant_id, d.partner_id),
    )  # fmt: skip


def check_ends(standpoints: Standpoints) -> Query:
    """Clear background checks of people who are still sent then, where the district asks for them in any of the
    programs they work in, unless a newer one of the kind was verified. A check is reminded of where its end would
    be missed, at the earliest of the requirements that it serves."""
    newer = b.id.table.alias("newer").c
    is_followed = exists(
        select(ONE)
        .where(
            newer.tenant_id == b.tenant_id, newer.staff_id == b.staff_id, newer.kind == b.kind,
            newer.verified_on.is_not(None), or_(m.basis == "volunteer", newer.basis == "employee"),
            or_(newer.issued_on > b.issued_on, and_(newer.issued_on == b.issued_on, newer.id > b.id)),
        )
        .correlate(b.id.table, m.id.table)
    )  # fmt: skip
    known = func.least(b.expires_on, _last_day(b.issued_on))
    asked = (
        select(func.min(known).label("on"))
        .where(
            q.tenant_id == b.tenant_id, q.kind == "background_check", b.kind == any_(q.check_kinds),
            _is_asked_after(known), _is_asked_of(m),
        )
        .correlate(b.id.table, m.id.table, o.id.table)
        .lateral("asked")
    )  # fmt: skip
    return an_ending(
        "partner", m, title=o.name, about=o.id, record=b.id, whose=m.id, ends_on=asked.c.on, since_on=b.verified_on,
    ).where(
        o.id == m.partner_id, b.tenant_id == TENANT, b.staff_id == m.id, b.result == "clear",
        or_(m.basis == "volunteer", b.basis == "employee"), or_(m.ends_on.is_(None), m.ends_on > asked.c.on),
        asked.c.on >= FIRST, asked.c.on <= LAST, not_(is_followed),
        true() if standpoints is None else sees_papers(standpoints, m.tenant_id, m.partner_id),
    )  # fmt: skip


def _is_asked_of(member: Any) -> ColumnElement[bool]:
    """Whether a requirement applies to any program that somebody works in, as `papers.rules.applies_to` says."""

    def meets(asked: ColumnElement[Any], told: ColumnElement[Any]) -> ColumnElement[bool]:
        return or_(func.cardinality(asked) == NOBODY, func.cardinality(told) == NOBODY, asked.op("&&")(told))

    return exists(
        select(ONE)
        .where(
            mp.tenant_id == member.tenant_id, mp.staff_id == member.id,
            g.tenant_id == mp.tenant_id, g.id == mp.program_id,
            or_(func.cardinality(q.deliveries) == NOBODY, g.delivery.is_(None), g.delivery == any_(q.deliveries)),
            meets(q.times_of_day, g.times_of_day), meets(q.grades, g.grades), in_areas(q.areas, g.areas),
            or_(func.cardinality(q.org_types) == NOBODY, o.org_type == any_(q.org_types)),
            or_(
                q.payment.is_(None), g.cost_to_school_cents.is_(None),
                (q.payment == "paid") == (g.cost_to_school_cents > NOBODY),
            ),
            or_(q.supervision.is_(None), g.supervision.is_(None), q.supervision == g.supervision),
            or_(q.program_id.is_(None), q.program_id == g.id),
        )
        .correlate(q.id.table, member.id.table, o.id.table)
    )  # fmt: skip


def waiver_ends(standpoints: Standpoints) -> Query:
    """Waivers of what is still asked for on the day after, unless another of the same follows."""
    following = waived.id.table.alias("following").c
    is_followed = exists(
        select(ONE)
        .where(
            following.tenant_id == waived.tenant_id, following.requirement_id == waived.requirement_id,
            following.partner_id == waived.partner_id, following.revoked_on.is_(None),
            or_(following.program_id.is_(None), following.program_id == waived.program_id),
            or_(following.school_id.is_(None), following.school_id == waived.school_id),
            following.starts_on <= waived.ends_on + ONE, following.ends_on > waived.ends_on,
        )
        .correlate(waived.id.table)
    )  # fmt: skip
    return an_ending(
        "partner", waived, title=q.title, about=o.id, record=waived.id, ends_on=waived.ends_on,
        since_on=waived.starts_on,
    ).where(
        o.id == waived.partner_id, waived.revoked_on.is_(None), waived.ends_on >= FIRST, waived.ends_on <= LAST,
        q.tenant_id == TENANT, q.id == waived.requirement_id, _is_asked_after(waived.ends_on), not_(is_followed),
        true() if standpoints is None else sees_papers(standpoints, waived.tenant_id, waived.partner_id),
    )  # fmt: skip
