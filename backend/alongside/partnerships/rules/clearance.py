"""Whether a partnership may work in a school on a day, and if not, what keeps it out and whose turn it is (rule B6)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from alongside.agreements.rules import IN_FORCE, PARTIES, in_words
from alongside.agreements.rules import Party as Signing
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
    word, None if not asked, ``ends_on`` its last day; ``drafted_by`` the side that writes it, ``to_sign`` the parties
    whose signature can be given now. The rest is about student records (`data_access`)."""

    status: str
    clears: bool
    confirmation: str | None
    effective_on: date | None = None
    ends_on: date | None = None
    shares_records: bool = False
    is_data_agreement: bool = False
    is_district_wide: bool = False
    lacks_terms: bool = False
    drafted_by: Party = "district"
    to_sign: tuple[Signing, ...] = PARTIES


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

_OFFICE: Final = (Role.PARTNERSHIP_OFFICE,)
_DRAFTERS: Final[dict[Party, tuple[Role, ...]]] = {
    "district": _OFFICE,
    "school": (Role.PARTNERSHIP_COORDINATOR, Role.SCHOOL_LEADER),
    "partner": (Role.PARTNER_ADMIN,),
}
"""Who writes agreements for each side, the likeliest first (`agreements.rules.SIDES`)."""

_BEGINNERS: Final = (Role.PARTNER_ADMIN, Role.PARTNERSHIP_COORDINATOR)
"""Who may begin an agreement where there is none."""

_SIGNATORIES: Final[dict[Signing, tuple[str, Role]]] = {
    "partner": ("waits for the partner's signature.", Role.PARTNER_SIGNATORY),
    "district": ("waits for the district's signature.", Role.DISTRICT_SIGNATORY),
}

_AUTHOR_S: Final = {
    "expired": "has expired.",
    "draft": "is a draft.",
    "changes_requested": "has to be changed and sent again.",
}
"""What the side goes on with that wrote the agreement."""

_OFFICE_S: Final = {
    "submitted": "waits for review.",
    "in_review": "is in review.",
    "approved": "has to be sent for signature.",
    "suspended": "is on hold.",
}
AGREEMENT_ORDER: Final = (
    "expired", "draft", "changes_requested", "submitted", "in_review", "approved", "out_for_signature", "suspended",
    "scheduled",
)  # fmt: skip
"""In which an agreement comes closer to being in force."""


def agreement_waits(cover: Cover, code: str, what: str = "The agreement") -> list[Blocker]:
    """What an agreement that is not in force waits for, of each side that can act now."""
    if cover.status == "scheduled":
        on = cover.effective_on
        words = "has not started." if on is None else f"starts on {in_words(on)}."
        return [Blocker(code, f"{what} {words}", None, (), on)]
    if cover.status == "out_for_signature":
        waits = [(party, *_SIGNATORIES[party]) for party in cover.to_sign]
        return [Blocker(code, f"{what} {words}", party, (role,)) for party, words, role in waits]
    if cover.status in _AUTHOR_S:
        return [Blocker(code, f"{what} {_AUTHOR_S[cover.status]}", cover.drafted_by, _DRAFTERS[cover.drafted_by])]
    return [Blocker(code, f"{what} {_OFFICE_S[cover.status]}", "district", _OFFICE)]


def _agreement_blockers(covers: Sequence[Cover]) -> list[Blocker]:
    code = "no_agreement_in_force"
    under_way = [cover for cover in covers if cover.status in AGREEMENT_ORDER]
    if not under_way:
        return [Blocker(code, "No agreement covers this program at this school.", "school", _BEGINNERS)]
    return agreement_waits(max(under_way, key=lambda cover: AGREEMENT_ORDER.index(cover.status)), code)


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
        blockers += _agreement_blockers(clearing)
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
