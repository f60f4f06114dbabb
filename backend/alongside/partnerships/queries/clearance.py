"""What clears a partnership: agreements and papers for `rules.clearance`, and the same question as one expression."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, any_, exists, literal_column, or_, select, true

from alongside.agreements import rules as agreements
from alongside.agreements.models import Agreement, AgreementProgram, AgreementSchool
from alongside.agreements.queries import EFFECTIVE, OWN_TEXT, WORD, WORD_BEFORE, Covering, covers_for
from alongside.core.db import Executor
from alongside.core.earlier import earlier, then
from alongside.core.statements import TENANT, Query, a_day, a_key, columns, statement, the_texts
from alongside.core.telling import on_the_wire
from alongside.identity.models import Person, RoleAssignment, RoleSchool
from alongside.identity.principal import Principal
from alongside.papers import rules as papers
from alongside.papers.queries import Known, Where, find_facts, papers_in_order
from alongside.partners.models import Partner, PartnerBefore, Program, ProgramBefore
from alongside.partnerships import rules
from alongside.partnerships.models import PartnershipBefore
from alongside.schools.queries import IS_OPEN, season_of

from .visible import p

a, ap, asc = columns(Agreement), columns(AgreementProgram), columns(AgreementSchool)
o, g = columns(Partner), columns(Program)
r, rs, who = columns(RoleAssignment), columns(RoleSchool), columns(Person)

DAY = a_day("day")
_NAMED = 3

BEFORE = earlier(PartnershipBefore, p, "partnership_id", "partnership_then")
PARTNER_BEFORE = earlier(PartnerBefore, o, "partner_id", "partner_then")
PROGRAM_BEFORE = earlier(ProgramBefore, g, "program_id", "program_then")

PARTNER_STATUS = then(PARTNER_BEFORE, o.status)
VETTED_ON = then(PARTNER_BEFORE, o.vetted_on)
VETTED_UNTIL = then(PARTNER_BEFORE, o.vetting_expires_on)
PLACE, MINIMUM = then(BEFORE, p.place), then(BEFORE, p.min_cleared_people)
DELIVERY, TIMES, GRADES, AREAS, COST, SUPERVISION = (
    then(PROGRAM_BEFORE, each)
    for each in (g.delivery, g.times_of_day, g.grades, g.areas, g.cost_to_school_cents, g.supervision)
)
ORG_TYPE = then(PARTNER_BEFORE, o.org_type)


def _joined() -> ColumnElement[bool]:
    """An agreement, its program and (when it names the school) the school, met with a partnership of the same two."""
    return and_(
        ap.tenant_id == p.tenant_id,
        ap.program_id == p.program_id,
        a.tenant_id == ap.tenant_id,
        a.id == ap.agreement_id,
    )


_AT_SCHOOL = and_(asc.tenant_id == p.tenant_id, asc.agreement_id == a.id, asc.school_id == p.school_id)


def is_cleared() -> ColumnElement[bool]:
    """Whether `rules.clearance` finds nothing on the day; needs partner, program, school and what each said before
    joined (`shape.joined`). Held to the rule by tests."""
    kinds: ColumnElement[Any] = literal_column("'{" + ",".join(sorted(agreements.CLEARING)) + "}'::text[]")
    return and_(
        PARTNER_STATUS == "approved",
        or_(VETTED_ON.is_(None), VETTED_ON <= DAY),
        or_(VETTED_UNTIL.is_(None), VETTED_UNTIL >= DAY),
        IS_OPEN,
        exists(
            select(literal_column("1"))
            .select_from(ap.id.table)
            .join(a.id.table, a.id == ap.agreement_id)
            .join(asc.id.table, _AT_SCHOOL)
            .outerjoin(WORD_BEFORE, true())
            .where(
                _joined(),
                EFFECTIVE["in_force"],
                a.is_binding,
                a.type == any_(kinds),
                WORD == "confirmed",
                OWN_TEXT,
            )
            .correlate(p.id.table)
        ),
        papers_in_order(
            Where(
                p.partner_id,
                p.program_id,
                p.school_id,
                PLACE,
                MINIMUM,
                DELIVERY,
                TIMES,
                GRADES,
                AREAS,
                ORG_TYPE,
                COST,
                SUPERVISION,
            )
        ),
    )


@dataclass(frozen=True, slots=True)
class Covers:
    """What stands behind partnerships on a day: for each program and school the agreements that cover both, what
    papers the district asks for, and what each partner has."""

    agreements: Mapping[tuple[UUID, UUID], Sequence[Covering]]
    papers: Known


async def find_covers(db: Executor, principal: Principal, rows: Collection[Mapping[str, Any]], day: date) -> Covers:
    """What stands behind each row's partnership on the day; two statements for all of them."""
    found = await find_agreements(db, principal, rows, day)
    return replace(found, papers=await find_facts(db, {row["partner_id"] for row in rows}, day)) if rows else found


async def find_agreements(db: Executor, principal: Principal, rows: Collection[Mapping[str, Any]], day: date) -> Covers:
    """The agreements alone, for those that do not ask about papers."""
    pairs = {(row["program_id"], row["school_id"]) for row in rows}
    return Covers(await covers_for(db, principal, pairs, day) if pairs else {}, Known())


def covers_of(row: Mapping[str, Any], covers: Covers) -> list[rules.Cover]:
    """The row's covers as the rules read them."""
    return [
        rules.Cover(
            each["status"],
            each["clears"],
            each["confirmation"],
            each["effective_on"],
            each["covers_through"],
            each["shares_records"],
            each["is_data_agreement"],
            each["is_district_wide"],
            each["lacks_terms"],
            each["drafted_by"],
            each["to_sign"],
        )
        for each in covers.agreements.get((row["program_id"], row["school_id"]), ())
    ]


def takes(cover: Covering) -> bool:
    """Whether an agreement, signed or on its way, holds the program's place at the school, so that no other one may
    be drafted beside it."""
    return cover["clears"] and cover["status"] != "expired" and cover["confirmation"] != "declined"


def is_free(row: Mapping[str, Any], covers: Covers) -> bool:
    """Whether an agreement may be drafted for the row's partnership."""
    held = covers.agreements.get((row["program_id"], row["school_id"]), ())
    return row["stage"] not in rules.OVER and not any(takes(each) for each in held)


def setting_of(row: Mapping[str, Any]) -> papers.Setting:
    """The row's program and school as the conditions of papers ask for them."""
    return papers.Setting(
        row["program_id"],
        row["school_id"],
        row["delivery"],
        frozenset(row["times_of_day"]),
        frozenset(row["grades"]),
        has_place=row["place_then"] is not None,
        areas=frozenset(row["areas_then"]),
        org_type=row["org_type"],
        cost_cents=row["cost_then"],
        supervision=row["supervision_then"],
    )


def standing_of(row: Mapping[str, Any], covers: Covers, day: date) -> papers.Standing:
    """What papers say of the row's partnership on the day."""
    known = covers.papers
    held = known.of(row["partner_id"])
    return papers.standing(known.requirements, held, setting_of(row), day, row["minimum_then"])


def blockers_of(
    row: Mapping[str, Any], covers: Covers, day: date, standing: papers.Standing | None = None
) -> list[rules.Blocker]:
    """What keeps the row's partnership out on the day for which the covers were found."""
    found = standing or standing_of(row, covers, day)
    return rules.clearance(
        rules.Vetting(row["partner_status"], row["vetted_on"], row["vetting_expires_on"]),
        covers_of(row, covers),
        day,
        found.blockers,
        school=rules.Site(row["school_status"], row["closed_on"]),
    )


def _through(row: Mapping[str, Any], covers: Covers, day: date) -> date | None:
    known = covers.papers
    held = known.of(row["partner_id"])
    ends = papers.papers_through(known.requirements, held, setting_of(row), day, row["minimum_then"])
    return rules.cleared_through(row["vetting_expires_on"], covers_of(row, covers), ends)


def runs_of(row: Mapping[str, Any]) -> rules.Runs:
    """Whether the row's program runs on the day, as far as its times and the days of instruction tell."""
    return rules.runs_on(frozenset(row["times_of_day"]), season_of(row["season"]))


def clearance_of(row: Mapping[str, Any], covers: Covers, day: date) -> dict[str, Any]:
    """The row's clearance on the day, as it is written."""
    standing = standing_of(row, covers, day)
    blockers = blockers_of(row, covers, day, standing)
    return {
        "cleared": not blockers,
        "cleared_through": None if blockers else _through(row, covers, day),
        "blockers": [_told(blocker) for blocker in blockers],
        "runs": _runs(row),
        "student_data": _student_data(row, covers),
        "papers_due": [
            {
                "requirement_id": due.requirement_id,
                "words": due.words,
                "said": on_the_wire(due.said),
                "party": due.party,
                "due_on": due.due_on,
                "about": asdict(due.about),
            }
            for due in standing.due
        ],
    }


def _runs(row: Mapping[str, Any]) -> dict[str, Any]:
    found = runs_of(row)
    said = None if found.said is None else on_the_wire(found.said)
    return {"standing": found.standing, "words": found.words, "said": said, "from_on": found.from_on}


def _told(blocker: rules.Blocker) -> dict[str, Any]:
    return {
        "code": blocker.code,
        "words": blocker.words,
        "said": on_the_wire(blocker.said),
        "who": {"party": blocker.party, "roles": [str(role) for role in blocker.roles]},
        "due_on": blocker.due_on,
        "about": blocker.about and asdict(blocker.about),
    }


def _student_data(row: Mapping[str, Any], covers: Covers) -> dict[str, Any]:
    found = rules.data_access(covers_of(row, covers))
    return {
        "needed": found.needed,
        "allowed": found.allowed,
        "through_on": found.through_on,
        "blockers": [_told(each) for each in found.blockers],
    }


def agreements_of(row: Mapping[str, Any], covers: Covers) -> list[dict[str, Any]]:
    """The agreements behind the row's partnership that the reader may open."""
    shown = ("number", "title", "status", "confirmation", "effective_on", "ends_on")
    return [
        {"id": each["agreement_id"], **{name: each[name] for name in shown}}  # type: ignore[literal-required]
        for each in covers.agreements.get((row["program_id"], row["school_id"]), ())
        if each["is_visible"]
    ]


@statement
def _holders() -> Query:
    at_school = exists(
        select(literal_column("1")).where(
            rs.tenant_id == TENANT, rs.role_assignment_id == r.id, rs.school_id == a_key("school_id")
        )
    )
    return (
        select(r.role, who.name)
        .join_from(r.id.table, who.id.table, who.id == r.person_id)
        .where(
            r.tenant_id == TENANT,
            r.role == any_(the_texts("roles")),
            r.starts_on <= DAY,
            or_(r.ends_on.is_(None), r.ends_on >= DAY),
            who.is_active,
            or_(
                r.scope == "tenant",
                and_(r.scope == "schools", at_school),
                and_(r.scope == "partner", r.partner_id == a_key("partner_id")),
            ),
        )
        .order_by(r.starts_on, r.id)
    )


async def name_who_acts(
    db: Executor, clearance: dict[str, Any], *, school_id: UUID, partner_id: UUID, day: date
) -> None:
    """Add to each blocker the names of people who can act; up to three for each role."""
    everything = [*clearance["blockers"], *clearance["student_data"]["blockers"]]
    roles = sorted({role for blocker in everything for role in blocker["who"]["roles"]})
    names: dict[str, list[str]] = defaultdict(list)
    if roles:
        for held in await db.rows(_holders(), roles=roles, school_id=school_id, partner_id=partner_id, day=day):
            if held["name"] not in names[held["role"]] and len(names[held["role"]]) < _NAMED:
                names[held["role"]].append(held["name"])
    for blocker in everything:
        blocker["who"]["names"] = [name for role in blocker["who"]["roles"] for name in names[role]]
