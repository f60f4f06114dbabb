"""What partners have, for `rules.standing`: requirements and everything of several partners in one statement."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, any_, func, literal_column, or_, select

from alongside.core.db import Executor
from alongside.core.statements import TENANT, Query, statement, the_keys
from alongside.papers import rules

from .areas import t
from .order import DAY, IN_PLACE, NOT_LEFT, known_then
from .visible import b, d, ds, left, m, mb, mp, q, w

_PARTNERS = the_keys("partners")


@dataclass(frozen=True, slots=True)
class Known:
    """What the district asks on a day or later, and what each partner has."""

    requirements: tuple[rules.Requirement, ...] = ()
    held: Mapping[UUID, rules.Held] = field(default_factory=dict)

    def of(self, partner_id: UUID) -> rules.Held:
        return self.held.get(partner_id, rules.NOTHING_HELD)


def _row(*shown: Any, **more: Any) -> ColumnElement[Any]:
    parts: list[Any] = []
    for each in shown:
        parts += [literal_column(f"'{each.name}'"), each]
    for name, value in more.items():
        parts += [literal_column(f"'{name}'"), value]
    return func.jsonb_build_object(*parts)


def _all(row: ColumnElement[Any], of: Any, *conditions: ColumnElement[bool]) -> ColumnElement[Any]:
    return (
        select(func.coalesce(func.jsonb_agg(row), literal_column("'[]'::jsonb")))
        .where(*conditions)
        .correlate_except(of.id.table)
        .scalar_subquery()
    )


def _places() -> ColumnElement[Any]:
    """Where somebody works on the day, those places among them that they have left since."""
    now = _all(_row(mp.program_id, mp.school_id), mp, mp.tenant_id == TENANT, mp.staff_id == m.id, *IN_PLACE)
    was = _row(left.program_id, left.school_id)
    return now.op("||")(_all(was, left, left.tenant_id == TENANT, left.staff_id == m.id, *NOT_LEFT))


@statement
def _facts() -> Query:
    asked = _row(
        q.id, q.kind, q.title, q.coverage, q.check_kinds, q.min_each_cents, q.min_aggregate_cents, q.validity_months,
        q.deliveries, q.times_of_day, q.grades, q.needs_place, q.areas, q.areas_below_from, q.org_types, q.payment,
        q.supervision, q.program_id, q.accepts_instead, q.enforced_from, q.retired_from,
    )  # fmt: skip
    paper = _row(
        d.id, d.partner_id, d.program_id, d.kind, d.coverage, d.limit_each_cents, d.limit_aggregate_cents,
        d.effective_on, d.expires_on, d.status, d.submitted_on, d.accepted_on, d.withdrawn_on,
        schools=_all(func.to_jsonb(ds.school_id), ds, ds.tenant_id == TENANT, ds.paper_id == d.id),
    )  # fmt: skip
    waiver = _row(w.requirement_id, w.partner_id, w.program_id, w.school_id, w.starts_on, w.ends_on, w.revoked_on)
    member = _row(
        m.id, m.partner_id, m.name, m.title,
        known=known_then(_row(mb.basis, mb.starts_on, mb.ends_on), _row(m.basis, m.starts_on, m.ends_on)),
        places=_places(),
        checks=_all(
            _row(b.kind, b.basis, b.issued_on, b.expires_on, b.result, b.verified_on),
            b, b.tenant_id == TENANT, b.staff_id == m.id,
        ),
    )  # fmt: skip
    return select(
        _all(_row(t.code, t.parent_code), t, t.tenant_id == TENANT, t.scheme == "area").label("areas"),
        _all(asked, q, q.tenant_id == TENANT, or_(q.retired_from.is_(None), q.retired_from > DAY)).label("asked"),
        _all(paper, d, d.tenant_id == TENANT, d.partner_id == any_(_PARTNERS)).label("papers"),
        _all(waiver, w, w.tenant_id == TENANT, w.partner_id == any_(_PARTNERS), w.ends_on >= DAY).label("waivers"),
        _all(member, m, m.tenant_id == TENANT, m.partner_id == any_(_PARTNERS)).label("members"),
    )  # fmt: skip


def _day(value: str | None) -> date | None:
    return None if value is None else date.fromisoformat(value)


def _key(value: str | None) -> UUID | None:
    return None if value is None else UUID(value)


def _requirement(told: Mapping[str, Any], above: Mapping[str, str | None]) -> rules.Requirement:
    plain = ("kind", "title", "coverage", "min_each_cents", "min_aggregate_cents", "validity_months", "needs_place",
             "payment", "supervision")  # fmt: skip
    lists = ("check_kinds", "deliveries", "times_of_day", "grades", "areas", "org_types", "accepts_instead")
    values: dict[str, Any] = {name: told[name] for name in plain}
    values |= {name: frozenset(told[name]) for name in lists}
    return rules.Requirement(
        id=UUID(told["id"]),
        enforced_from=date.fromisoformat(told["enforced_from"]),
        retired_from=_day(told["retired_from"]),
        program_id=_key(told["program_id"]),
        areas_below=rules.areas_below(values["areas"], above),
        areas_below_from=_day(told["areas_below_from"]),
        **values,
    )


def _paper(told: Mapping[str, Any]) -> rules.PaperFact:
    plain = ("kind", "status", "coverage", "limit_each_cents", "limit_aggregate_cents")
    days = ("effective_on", "expires_on", "submitted_on", "accepted_on", "withdrawn_on")
    values: dict[str, Any] = {name: told[name] for name in plain} | {name: _day(told[name]) for name in days}
    return rules.PaperFact(
        id=UUID(told["id"]),
        program_id=_key(told["program_id"]),
        school_ids=frozenset(UUID(school) for school in told["schools"]),
        **values,
    )


def _waiver(told: Mapping[str, Any]) -> rules.Waiver:
    return rules.Waiver(
        UUID(told["requirement_id"]),
        date.fromisoformat(told["starts_on"]),
        date.fromisoformat(told["ends_on"]),
        _key(told["program_id"]),
        _key(told["school_id"]),
        _day(told["revoked_on"]),
    )


def _check(told: Mapping[str, Any]) -> rules.Check:
    return rules.Check(
        kind=told["kind"],
        issued_on=date.fromisoformat(told["issued_on"]),
        result=told["result"],
        verified_on=_day(told["verified_on"]),
        basis=told["basis"],
        expires_on=_day(told["expires_on"]),
    )


def _member(told: Mapping[str, Any]) -> rules.Member:
    return rules.Member(
        id=UUID(told["id"]),
        name=told["name"],
        title=told["title"],
        basis=told["known"]["basis"],
        starts_on=date.fromisoformat(told["known"]["starts_on"]),
        ends_on=_day(told["known"]["ends_on"]),
        places=frozenset((UUID(place["program_id"]), _key(place["school_id"])) for place in told["places"]),
        checks=tuple(_check(each) for each in told["checks"]),
    )


async def find_facts(db: Executor, partner_ids: Collection[UUID], day: date) -> Known:
    """What is asked on the day or later, and what these partners have; one statement, nobody's standpoint.

    The answers to which it leads (cleared or not, and what is missing) are the same for every reader.
    """
    row = await db.row(_facts(), partners=list(partner_ids), day=day)
    if row is None:
        return Known()
    above = {term["code"]: term["parent_code"] for term in row["areas"]}
    asked = (_requirement(told, above) for told in row["asked"])
    requirements = tuple(sorted(asked, key=lambda each: (each.title, str(each.id))))
    parts: dict[UUID, dict[str, list[Any]]] = {
        partner_id: {"papers": [], "waivers": [], "members": []} for partner_id in partner_ids
    }
    readers: Mapping[str, Callable[[Mapping[str, Any]], Any]] = {
        "papers": _paper, "waivers": _waiver, "members": _member,
    }  # fmt: skip
    for name, read in readers.items():
        for told in row[name]:
            parts[UUID(told["partner_id"])][name].append(read(told))
    held = {
        partner_id: rules.Held(tuple(own["papers"]), tuple(own["waivers"]), tuple(own["members"]))
        for partner_id, own in parts.items()
    }
    return Known(requirements, held)
