"""Whether a partner's papers let a program work at a school on a day, and if not, whose turn it is (rule B6)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal
from uuid import UUID

from alongside.core.telling import Told, told
from alongside.identity.scopes import Role

from .facts import Held, Member, PaperFact, Requirement, Setting
from .people import is_cleared, through

PARTNER_KEEPS: Final = (Role.PARTNER_ADMIN, Role.PARTNER_STAFF)
REVIEW: Final = (Role.COMPLIANCE_REVIEWER, Role.LEGAL_REVIEWER)


@dataclass(frozen=True, slots=True)
class About:
    """What an obstacle's words are made of, so that they can be said in any language: the requirement, how the
    nearest paper stands (`standing` is a code of obstacles), the day that the words name, and how many people."""

    requirement_id: UUID
    title: str
    standing: str
    paper_id: UUID | None = None
    on: date | None = None
    people: int | None = None
    needed: int | None = None


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A paper that is missing, or will be on `due_on`, and on which side the next step lies."""

    requirement_id: UUID
    code: str
    said: Told
    party: Literal["district", "partner"]
    roles: tuple[Role, ...]
    about: About
    due_on: date | None = None

    @property
    def words(self) -> str:
        """In English."""
        return self.said.words


@dataclass(frozen=True, slots=True)
class Standing:
    """`blockers` keep the program out on the day; `due` are papers that are not asked yet and not there either.

    `people`: who is on the staff list there and may enter as far as papers go; `with_staff`: only with somebody of
    the school beside them.
    """

    blockers: tuple[Obstacle, ...] = ()
    due: tuple[Obstacle, ...] = ()
    people: tuple[Member, ...] = ()
    personal: tuple[Requirement, ...] = ()
    with_staff: bool = False


def serves(paper: PaperFact, asked: Requirement) -> bool:
    """Whether it is the paper that is asked, whatever it says."""
    return paper.kind == asked.kind and (asked.coverage is None or paper.coverage == asked.coverage)


def _is_enough(paper: PaperFact, asked: Requirement) -> bool:
    return (paper.limit_each_cents or 0) >= (asked.min_each_cents or 0) and (paper.limit_aggregate_cents or 0) >= (
        asked.min_aggregate_cents or 0
    )


def is_met(asked: Requirement, held: Held, setting: Setting, day: date) -> bool:
    """Whether a paper in date answers what is asked of the organization."""
    return any(
        paper.is_for(setting)
        and serves(paper, asked)
        and _is_enough(paper, asked)
        and paper.counts_on(day, asked.validity_months)
        for paper in held.papers
    )


def is_waived(asked: Requirement, held: Held, setting: Setting, day: date) -> bool:
    return any(waiver.holds(asked.id, setting, day) for waiver in held.waivers)


def instead(asked: Requirement, held: Held, setting: Setting, day: date) -> frozenset[str]:
    """What stands in the place of background checks on the day: an agency's letter, or staff always beside them."""
    return frozenset(
        paper.kind
        for paper in held.papers
        if paper.kind in asked.accepts_instead and paper.is_for(setting) and paper.counts_on(day)
    )


def _stage(paper: PaperFact, asked: Requirement, day: date) -> tuple[int, Told, date | None]:
    """How near a paper is to counting; what is said of it, and the day that this names."""
    state, title = paper.state_on(day, asked.validity_months), asked.title
    if state in ("accepted", "expiring"):
        low = told("paper_limits_low", "{title}: the limits are lower than the district asks.", title=title)
        return 5, low, None
    if state == "scheduled":
        start = paper.effective_on
        assert start is not None
        return 4, told("paper_not_started", "{title} starts on {on}.", title=title, on=start), start
    if state == "submitted":
        return 3, told("paper_in_review", "{title} waits for review.", title=title), None
    if state == "rejected":
        return 2, told("paper_rejected", "{title} was turned down.", title=title), None
    if state == "expired":
        end = paper.ends_on(asked.validity_months)
        assert end is not None
        return 1, told("paper_expired", "{title} ran out on {on}.", title=title, on=end), end
    return 0, _missing(asked), None


def _missing(asked: Requirement) -> Told:
    return told("paper_missing", "{title} is missing.", title=asked.title)


def _obstacle(asked: Requirement, held: Held, setting: Setting, day: date) -> Obstacle:
    stages = [
        (*_stage(paper, asked, day), paper.id)
        for paper in held.papers
        if paper.is_for(setting) and serves(paper, asked)
    ]
    nothing = (0, _missing(asked), None, None)
    _, said, on, paper_id = max(stages, key=lambda one: (one[0], one[2] or date.min, one[3]), default=nothing)
    about = About(asked.id, asked.title, said.code, None if said.code == "paper_missing" else paper_id, on)
    if said.code == "paper_in_review":
        return Obstacle(asked.id, said.code, said, "district", REVIEW, about)
    return Obstacle(asked.id, said.code, said, "partner", PARTNER_KEEPS, about)


_NOBODY_LISTED: Final = told("nobody_listed", "Nobody is on the staff list.")
_NOBODY_CLEARED: Final = told("nobody_cleared", "Nobody on the staff list has a background check in date.")


def _too_few(asked: Requirement, cleared: int, minimum: int, listed: Sequence[Member]) -> Obstacle:
    """Too few cleared people are left; the district's turn when a check that waits for it may be enough."""
    standing = "too_few_cleared" if listed else "nobody_listed"
    if not listed:
        said = _NOBODY_LISTED
    elif cleared == 0:
        said = _NOBODY_CLEARED
    else:
        said = told(
            "too_few_cleared",
            "Only {cleared} of {needed} people needed have a background check in date.",
            cleared=cleared,
            needed=minimum,
        )
    about = About(asked.id, asked.title, standing, people=cleared, needed=minimum)
    waiting = sum(any(check.result == "pending" for check in member.checks) for member in listed)
    if waiting and cleared + waiting >= minimum:
        return Obstacle(asked.id, "too_few_cleared", said, "district", REVIEW, about)
    return Obstacle(asked.id, "too_few_cleared", said, "partner", PARTNER_KEEPS, about)


def standing(
    requirements: Iterable[Requirement], held: Held, setting: Setting, day: date, minimum: int = 1
) -> Standing:
    """What the papers say of a program at a school on a day.

    Somebody without a check in date leaves the list of people; the program is kept out only when fewer cleared
    people remain than `minimum`. A requirement that is not enforced yet is due, and keeps nobody out.
    """
    asked = [each for each in requirements if each.is_announced(day) and each.applies_to(setting, day)]
    blockers, due = [], []
    for each in asked:
        if each.is_personal:
            continue
        on = max(day, each.enforced_from)
        if is_met(each, held, setting, on) or is_waived(each, held, setting, on):
            continue
        if each.is_enforced(day):
            blockers.append(_obstacle(each, held, setting, day))
        else:
            due.append(_due(each, held, setting, day))
    listed = [member for member in held.members if member.is_listed(setting, day)]
    personal = [each for each in asked if each.is_personal]
    enforced = [each for each in personal if each.is_enforced(day)]
    open_now, with_staff = _personal(enforced, held, setting, day)
    people = [member for member in listed if is_cleared(member, open_now, day)]
    if open_now and len(people) < minimum:
        blockers.append(_too_few(open_now[0], len(people), minimum, listed))
    for each in personal:
        on = each.enforced_from
        if on <= day or is_waived(each, held, setting, on) or instead(each, held, setting, on):
            continue
        if sum(is_cleared(member, [each], on) for member in held.members if member.is_listed(setting, on)) < minimum:
            due.append(_due(each, held, setting, day))
    return Standing(
        tuple(blockers),
        tuple(sorted(due, key=lambda one: (one.due_on or date.max, one.words))),
        tuple(sorted(people, key=lambda member: (member.name.casefold(), str(member.id)))),
        tuple(open_now),
        with_staff,
    )


def _personal(
    enforced: Iterable[Requirement], held: Held, setting: Setting, day: date
) -> tuple[list[Requirement], bool]:
    """The checks that each person needs there, and whether staff of the school stands in for some of them."""
    open_now, with_staff = [], False
    for each in enforced:
        if is_waived(each, held, setting, day):
            continue
        if found := instead(each, held, setting, day):
            with_staff = with_staff or found == {"staff_present"}
        else:
            open_now.append(each)
    return open_now, with_staff


def _due(asked: Requirement, held: Held, setting: Setting, day: date) -> Obstacle:
    found = None if asked.is_personal else _obstacle(asked, held, setting, asked.enforced_from)
    reviewing = found is not None and found.party == "district"
    return Obstacle(
        asked.id,
        "paper_due",
        told("paper_due", "{title} is due by {on}.", title=asked.title, on=asked.enforced_from),
        "district" if reviewing else "partner",
        REVIEW if reviewing else PARTNER_KEEPS,
        found.about if found is not None else About(asked.id, asked.title, "too_few_cleared"),
        asked.enforced_from,
    )


def papers_through(
    requirements: Sequence[Requirement], held: Held, setting: Setting, day: date, minimum: int = 1
) -> date | None:
    """The last day on which what is cleared today stays so with the papers that are there; None: no end is known.

    The answer can only turn to no on a day after something ends, or from which something is asked.
    """
    for turn in sorted({each for each in _turns(requirements, held, setting, day) if each > day}):
        if standing(requirements, held, setting, turn, minimum).blockers:
            return turn - timedelta(days=1)
    return None


def _turns(requirements: Iterable[Requirement], held: Held, setting: Setting, day: date) -> Iterator[date]:
    asked = [
        each
        for each in requirements
        if each.is_announced(day) and each.applies_to(setting, max(day, each.areas_below_from or day))
    ]
    ends: set[date | None] = {waiver.last_day() for waiver in held.waivers}
    validities = {each.validity_months for each in asked} | {None}
    yield from (each.enforced_from for each in asked)
    yield from (each.areas_below_from for each in asked if each.areas_below_from is not None)
    ends |= {paper.ends_on(months) for paper in held.papers for months in validities}
    ends |= {member.ends_on for member in held.members}
    for member in held.members:
        if any(program == setting.program_id for program, _ in member.places):
            ends |= {through(check, months) for check in member.checks for months in validities}
    yield from (end + timedelta(days=1) for end in ends if end is not None)
