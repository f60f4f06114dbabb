"""What a paper would free once it is accepted, and what a partner still owes, by the rule that clears a partnership."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import any_

from alongside.core.db import Executor
from alongside.core.statements import Query, statement, the_keys, the_texts
from alongside.core.telling import on_the_wire
from alongside.identity.principal import Principal, Standpoint
from alongside.papers import rules as papers
from alongside.papers.queries import Known
from alongside.partnerships import rules

from .clearance import Covers, blockers_of, find_covers, setting_of, standing_of
from .shape import selected
from .visible import p, visible_to

_OPEN: Final = sorted(set(rules.PARTNERSHIP.states) - rules.OVER)


@statement
def _of_partners(standpoints: frozenset[Standpoint]) -> Query:
    return selected(standpoints).where(
        visible_to(standpoints), p.partner_id == any_(the_keys("partners")), p.stage == any_(the_texts("stages"))
    )


@dataclass(frozen=True, slots=True)
class Unlock:
    """At how many of a partner's schools its programs are clear now, and once a paper is accepted; `frees`: programs
    at a school that become clear, `helps`: those that come nearer or have one paper less to come; `left`: what is
    missing then, and at which schools."""

    schools: int
    clear_now: int
    clear_then: int
    frees: int
    helps: int
    left: Sequence[tuple[rules.Blocker, Sequence[str]]] = ()

    @property
    def words(self) -> str:
        """How the partner reads it."""
        said = f"Clear at {self.clear_then} of {self.schools} schools once accepted"
        for blocker, schools in self.left:
            said += f"; at {len(schools)}: {blocker.words.rstrip('.')}"
        return f"{said}."


async def find_open_rows(
    db: Executor, principal: Principal, partner_ids: Collection[UUID], day: date
) -> tuple[list[dict[str, Any]], Covers]:
    """The partnerships of partners that are not over, as the caller sees them, and what stands behind them."""
    rows = await db.rows(
        _of_partners(principal.standpoints), **principal.binds, partners=list(partner_ids), stages=_OPEN, day=day
    )
    found = [dict(row) for row in rows]
    return found, await find_covers(db, principal, found, day)


async def lacking_of(
    db: Executor, principal: Principal, partner_ids: Collection[UUID], requirement_id: UUID, day: date
) -> frozenset[UUID]:
    """Of these partners those that have something to hand in for a requirement, which is or will be asked."""
    rows, covers = await find_open_rows(db, principal, partner_ids, day)
    return frozenset(
        row["partner_id"]
        for row in rows
        for standing in (standing_of(row, covers, day),)
        for obstacle in (*standing.blockers, *standing.due)
        if obstacle.requirement_id == requirement_id and obstacle.party == "partner"
    )


def _accepted(covers: Covers, partner_id: UUID, paper_id: UUID, day: date) -> Covers:
    """The same with one paper accepted on the day (and begun, should it begin later)."""
    held = covers.papers.of(partner_id)

    def told(fact: papers.PaperFact) -> papers.PaperFact:
        if fact.id != paper_id:
            return fact
        begins = min(fact.effective_on or day, day)
        return replace(fact, status="accepted", accepted_on=day, effective_on=begins, withdrawn_on=None)

    changed = replace(held, papers=tuple(told(fact) for fact in held.papers))
    known = Known(covers.papers.requirements, {**covers.papers.held, partner_id: changed})
    return replace(covers, papers=known)


def _unlock(rows: Sequence[Mapping[str, Any]], before: Covers, after: Covers, day: date) -> Unlock:
    schools: dict[UUID, list[tuple[bool, bool]]] = defaultdict(list)
    left: dict[str, tuple[rules.Blocker, set[str]]] = {}
    frees = helps = 0
    for row in rows:
        was, then = standing_of(row, before, day), standing_of(row, after, day)
        kept = blockers_of(row, after, day, then)
        is_clear, becomes_clear = not blockers_of(row, before, day, was), not kept
        schools[row["school_id"]].append((is_clear, becomes_clear))
        frees += becomes_clear and not is_clear
        helps += len(then.blockers) + len(then.due) < len(was.blockers) + len(was.due)
        for blocker in kept:
            left.setdefault(blocker.words, (blocker, set()))[1].add(row["school_name"])
    most_first = sorted(left.values(), key=lambda one: (-len(one[1]), one[0].words))
    return Unlock(
        schools=len(schools),
        clear_now=sum(all(now for now, _ in each) for each in schools.values()),
        clear_then=sum(all(then for _, then in each) for each in schools.values()),
        frees=frees,
        helps=helps,
        left=[(blocker, sorted(names)) for blocker, names in most_first],
    )


async def unlocks(
    db: Executor, principal: Principal, asked: Sequence[Mapping[str, Any]], day: date
) -> dict[UUID, Unlock]:
    """What each paper (of `papers.queries`) frees once it is accepted on the day; three statements for all of them."""
    partners = {paper["partner"]["id"] for paper in asked}
    rows, covers = await find_open_rows(db, principal, partners, day) if partners else ([], Covers({}, Known()))
    found = {}
    for paper in asked:
        partner_id = paper["partner"]["id"]
        program = paper["program"]["id"] if paper["program"] else None
        own = [row for row in rows if row["partner_id"] == partner_id and program in (None, row["program_id"])]
        found[paper["id"]] = _unlock(own, covers, _accepted(covers, partner_id, paper["id"], day), day)
    return found


async def checklist(db: Executor, principal: Principal, partner_id: UUID, day: date) -> list[dict[str, Any]]:
    """What the district asks of a partner, at how many of its programs at schools it is there and until when, and
    which of its papers answer to it."""
    rows, covers = await find_open_rows(db, principal, [partner_id], day)
    held = covers.papers.of(partner_id)
    asked_of: dict[UUID, list[Mapping[str, Any]]] = defaultdict(list)
    lacking: dict[UUID, dict[papers.Obstacle, list[dict[str, Any]]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        setting, standing = setting_of(row), standing_of(row, covers, day)
        for requirement in covers.papers.requirements:
            if requirement.is_announced(day) and requirement.applies_to(setting, day):
                asked_of[requirement.id].append(row)
        for obstacle in (*standing.blockers, *standing.due):
            place = {"partnership_id": row["id"], "school": {"id": row["school_id"], "name": row["school_name"]},
                     "program": {"id": row["program_id"], "name": row["program_name"]}}  # fmt: skip
            lacking[obstacle.requirement_id][obstacle].append(place)
    items = [
        {
            "requirement": {"id": each.id, "name": each.title},
            "kind": each.kind,
            "enforced_from": each.enforced_from,
            "is_enforced": each.is_enforced(day),
            "asked_at": len(asked_of[each.id]),
            "met_at": len(asked_of[each.id]) - sum(map(len, lacking[each.id].values())),
            "met_through": _met_through(each, asked_of[each.id], lacking[each.id], held, day),
            "paper_ids": {
                fact.id for fact in held.papers if papers.serves(fact, each) or fact.kind in each.accepts_instead
            },
            "missing": [
                {"code": obstacle.code, "words": obstacle.words, "said": on_the_wire(obstacle.said),
                 "party": obstacle.party, "due_on": obstacle.due_on,
                 "about": asdict(obstacle.about), "places": places}
                for obstacle, places in sorted(lacking[each.id].items(), key=lambda one: (one[0].words, one[0].party))
            ],
        }
        for each in covers.papers.requirements
        if asked_of[each.id]
    ]  # fmt: skip
    return sorted(items, key=lambda item: (not item["missing"], not item["is_enforced"], item["requirement"]["name"]))


def _met_through(
    asked: papers.Requirement,
    rows: Sequence[Mapping[str, Any]],
    lacking: Mapping[papers.Obstacle, Sequence[Mapping[str, Any]]],
    held: papers.Held,
    day: date,
) -> date | None:
    """Until when what is there today is enough wherever it is enough today; None: no end is known."""
    without = {place["partnership_id"] for places in lacking.values() for place in places}
    ends = (
        papers.papers_through([asked], held, setting_of(row), day, row["minimum_then"])
        for row in rows
        if row["id"] not in without
    )
    return min((end for end in ends if end is not None), default=None)
