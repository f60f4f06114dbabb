"""Whether a partnership may work in a school on a day, and if not, what keeps it out and whose turn it is (rule B6)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from alongside.agreements.rules import IN_FORCE, in_words
from alongside.identity.scopes import Role
from alongside.papers.rules import About, Obstacle
from alongside.partners.rules import vetting_expired
from alongside.schools.rules import is_open

Party = Literal["district", "school", "partner"]


@dataclass(frozen=True, slots=True)
class Blocker:
    """One thing that keeps a program out of a school, and whose turn it is; with no roles only time has to
    pass. ``due_on``: the day on which it passes by itself, where there is one; ``about``: of which paper it is."""

    code: str
    words: str
    party: Party | None
    roles: tuple[Role, ...]
    due_on: date | None = None
    about: About | None = None


@dataclass(frozen=True, slots=True)
class Cover:
    """An agreement between the two that covers this program and this school. ``status`` is its effective
    status on the day, ``clears`` whether its type lets programs work, ``confirmation`` the principal's
    word, None if not asked, ``ends_on`` its last day. The rest is about student records (`data_access`)."""

    status: str
    clears: bool
    confirmation: str | None
    effective_on: date | None = None
    ends_on: date | None = None
    shares_records: bool = False
    is_data_agreement: bool = False
    is_district_wide: bool = False
    lacks_terms: bool = False


@dataclass(frozen=True, slots=True)
class Vetting:
    """How the partner stood on the day: its status, since when it is vetted and until when."""

    status: str
    vetted_on: date | None = None
    expires_on: date | None = None


@dataclass(frozen=True, slots=True)
class Site:
    """The school as it was known on the day; `closed_on` is the first day without it."""

    status: str = "active"
    closed_on: date | None = None


_OPEN: Final = Site()

_PARTNER_WORDS: Final[dict[str, tuple[str, Party, Role]]] = {
    "prospective": ("The partner has not applied to the district yet.", "partner", Role.PARTNER_ADMIN),
    "submitted": ("The partner's application waits for review.", "district", Role.PARTNERSHIP_OFFICE),
    "under_review": ("The partner's application is under review.", "district", Role.PARTNERSHIP_OFFICE),
    "changes_requested": ("The partner has to change its application.", "partner", Role.PARTNER_ADMIN),
    "suspended": ("The partner is on hold.", "district", Role.PARTNERSHIP_OFFICE),
    "declined": ("The partner's application was declined.", "partner", Role.PARTNER_ADMIN),
    "inactive": ("The partner is inactive.", "district", Role.PARTNERSHIP_OFFICE),
}

AGREEMENT_OVER: Final = frozenset({"expired", "terminated", "rejected", "withdrawn", "superseded"})

_DRAFTERS: Final = (Role.PARTNER_ADMIN, Role.PARTNERSHIP_COORDINATOR)
_OFFICE: Final = (Role.PARTNERSHIP_OFFICE,)
_SIGNATORIES: Final = (Role.DISTRICT_SIGNATORY, Role.PARTNER_SIGNATORY)

# In the order in which an agreement comes closer to being in force.
AGREEMENT_STEPS: Final[dict[str, tuple[str, Party | None, tuple[Role, ...]]]] = {
    "expired": ("The agreement has expired.", "partner", _DRAFTERS),
    "draft": ("The agreement is a draft.", "partner", _DRAFTERS),
    "changes_requested": ("The agreement has to be changed and sent again.", "partner", _DRAFTERS),
    "submitted": ("The agreement waits for review.", "district", _OFFICE),
    "in_review": ("The agreement is in review.", "district", _OFFICE),
    "approved": ("The agreement has to be sent for signature.", "district", _OFFICE),
    "out_for_signature": ("The agreement waits for signatures.", "district", _SIGNATORIES),
    "suspended": ("The agreement is on hold.", "district", _OFFICE),
    "scheduled": ("The agreement has not started.", None, ()),
}


def _agreement_blocker(covers: Sequence[Cover]) -> Blocker:
    code, order = "no_agreement_in_force", list(AGREEMENT_STEPS)
    under_way = [cover for cover in covers if cover.status in AGREEMENT_STEPS]
    if not under_way:
        return Blocker(code, "No agreement covers this program at this school.", "school", _DRAFTERS)
    nearest = max(under_way, key=lambda cover: order.index(cover.status))
    words, party, roles = AGREEMENT_STEPS[nearest.status]
    if nearest.status == "scheduled" and nearest.effective_on is not None:
        words = f"The agreement starts on {in_words(nearest.effective_on)}."
        return Blocker(code, words, party, roles, nearest.effective_on)
    return Blocker(code, words, party, roles)


def _of_paper(obstacle: Obstacle) -> Blocker:
    return Blocker(obstacle.code, obstacle.words, obstacle.party, obstacle.roles, obstacle.due_on, obstacle.about)


def _of_partner(partner: Vetting, day: date) -> list[Blocker]:
    code = "partner_not_approved"
    if partner.status in _PARTNER_WORDS:
        words, party, role = _PARTNER_WORDS[partner.status]
        return [Blocker(code, words, party, (role,))]
    if partner.vetted_on is not None and day < partner.vetted_on:
        words = f"The partner is approved from {in_words(partner.vetted_on)} on."
        return [Blocker(code, words, None, (), partner.vetted_on)]
    if vetting_expired(partner.status, partner.expires_on, day):
        return [Blocker("vetting_expired", "The partner's approval has run out.", "partner", (Role.PARTNER_ADMIN,))]
    return []


def _closed(school: Site) -> Blocker:
    merged = "was merged into another" if school.status == "merged" else "closed"
    on = "" if school.closed_on is None else f" on {in_words(school.closed_on)}"
    return Blocker("school_closed", f"The school {merged}{on}.", None, ())


def clearance(
    partner: Vetting, covers: Iterable[Cover], day: date, papers: Iterable[Obstacle] = (), school: Site = _OPEN
) -> list[Blocker]:
    """What keeps the partnership from working in the school on this day; nothing: it is cleared (rule B6).

    The school is open; the partner is approved and its vetting has not run out; an agreement that lets programs
    work is in force and covers program and school; the principal has confirmed the school on it; the papers that
    the district asks for are there (``papers``: those that are not). Everything is as it stood on the day. The same
    list is shown to everybody; of a school that is closed nothing else matters.
    """
    if not is_open(school.status, school.closed_on, day):
        return [_closed(school)]
    blockers = _of_partner(partner, day)
    clearing = [cover for cover in covers if cover.clears]
    in_force = [cover for cover in clearing if cover.status in IN_FORCE]
    if not in_force:
        blockers.append(_agreement_blocker(clearing))
    words_given = {cover.confirmation for cover in in_force or clearing if cover.status not in AGREEMENT_OVER}
    if "confirmed" not in words_given:
        declined = "declined" in words_given
        words = "The principal declined." if declined else "The principal has not confirmed the school yet."
        blockers.append(Blocker("school_not_confirmed", words, "school", (Role.SCHOOL_LEADER,)))
    return blockers + [_of_paper(each) for each in papers]


def cleared_through(
    vetting_expires_on: date | None, covers: Iterable[Cover], papers_through: date | None = None
) -> date | None:
    """The last day on which a cleared partnership stays so with what is there today; None: no end is known."""
    ends = [cover.ends_on for cover in covers if _clears_now(cover)]
    last = None if None in ends else max((end for end in ends if end is not None), default=None)
    known = [day for day in (last, vetting_expires_on, papers_through) if day is not None]
    return min(known, default=None)


def is_expiring(covers: Iterable[Cover]) -> bool:
    """Whether every agreement that clears the partnership ends within the window."""
    statuses = {cover.status for cover in covers if _clears_now(cover)}
    return statuses == {"expiring_soon"}


def _clears_now(cover: Cover) -> bool:
    return cover.clears and cover.status in IN_FORCE and cover.confirmation == "confirmed"
