"""Whether a partnership may work in a school on a day, and if not, what keeps it out and whose turn it is (rule B6)."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from alongside.agreements.rules import IN_FORCE, PARTIES
from alongside.agreements.rules import Party as Signing
from alongside.core.telling import Told, told
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
    said: Told
    party: Party | None
    roles: tuple[Role, ...]
    due_on: date | None = None
    about: About | None = None

    @property
    def words(self) -> str:
        """In English."""
        return self.said.words


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

_PARTNER_IS: Final[Mapping[str, tuple[Told, Party, Role]]] = {
    "prospective": (
        told("partner_not_applied", "The partner has not applied to the district yet."), "partner", Role.PARTNER_ADMIN
    ),
    "submitted": (
        told("partner_waits_for_review", "The partner's application waits for review."),
        "district", Role.PARTNERSHIP_OFFICE,
    ),
    "under_review": (
        told("partner_under_review", "The partner's application is under review."), "district", Role.PARTNERSHIP_OFFICE
    ),
    "changes_requested": (
        told("partner_changes_requested", "The partner has to change its application."), "partner", Role.PARTNER_ADMIN
    ),
    "suspended": (told("partner_on_hold", "The partner is on hold."), "district", Role.PARTNERSHIP_OFFICE),
    "declined": (
        told("partner_declined", "The partner's application was declined."), "partner", Role.PARTNER_ADMIN
    ),
    "inactive": (told("partner_inactive", "The partner is inactive."), "district", Role.PARTNERSHIP_OFFICE),
}  # fmt: skip

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

_SIGNATORIES: Final[Mapping[Signing, Role]] = {
    "partner": Role.PARTNER_SIGNATORY,
    "district": Role.DISTRICT_SIGNATORY,
}

_AUTHOR_S: Final = frozenset({"expired", "draft", "changes_requested"})
"""What the side goes on with that wrote the agreement; with the rest the office goes on."""

AGREEMENT: Final[Mapping[str, Told]] = {
    "expired": told("agreement_expired", "The agreement has expired."),
    "draft": told("agreement_draft", "The agreement is a draft."),
    "changes_requested": told("agreement_to_change", "The agreement has to be changed and sent again."),
    "submitted": told("agreement_waits_for_review", "The agreement waits for review."),
    "in_review": told("agreement_in_review", "The agreement is in review."),
    "approved": told("agreement_to_send", "The agreement has to be sent for signature."),
    "suspended": told("agreement_on_hold", "The agreement is on hold."),
    "scheduled": told("agreement_not_started", "The agreement has not started."),
    "partner": told("agreement_partner_signs", "The agreement waits for the partner's signature."),
    "district": told("agreement_district_signs", "The agreement waits for the district's signature."),
}
"""What is said of an agreement that is not in force by its status, and by whose signature it waits for."""

AGREEMENT_ORDER: Final = (
    "expired", "draft", "changes_requested", "submitted", "in_review", "approved", "out_for_signature", "suspended",
    "scheduled",
)  # fmt: skip
"""In which an agreement comes closer to being in force."""


_NO_AGREEMENT: Final = told("no_agreement", "No agreement covers this program at this school.")


def _starts(on: date) -> Told:
    return told("agreement_starts", "The agreement starts on {on}.", on=on)


def agreement_waits(
    cover: Cover, code: str, words: Mapping[str, Told] = AGREEMENT, starts: Callable[[date], Told] = _starts
) -> list[Blocker]:
    """What an agreement that is not in force waits for, of each side that can act now."""
    if cover.status == "scheduled":
        on = cover.effective_on
        return [Blocker(code, words["scheduled"] if on is None else starts(on), None, (), on)]
    if cover.status == "out_for_signature":
        return [Blocker(code, words[party], party, (_SIGNATORIES[party],)) for party in cover.to_sign]
    if cover.status in _AUTHOR_S:
        return [Blocker(code, words[cover.status], cover.drafted_by, _DRAFTERS[cover.drafted_by])]
    return [Blocker(code, words[cover.status], "district", _OFFICE)]


def _agreement_blockers(covers: Sequence[Cover]) -> list[Blocker]:
    code = "no_agreement_in_force"
    under_way = [cover for cover in covers if cover.status in AGREEMENT_ORDER]
    if not under_way:
        return [Blocker(code, _NO_AGREEMENT, "school", _BEGINNERS)]
    return agreement_waits(max(under_way, key=lambda cover: AGREEMENT_ORDER.index(cover.status)), code)


def _of_paper(obstacle: Obstacle) -> Blocker:
    return Blocker(obstacle.code, obstacle.said, obstacle.party, obstacle.roles, obstacle.due_on, obstacle.about)


def _of_partner(partner: Vetting, day: date) -> list[Blocker]:
    code = "partner_not_approved"
    if partner.status in _PARTNER_IS:
        said, party, role = _PARTNER_IS[partner.status]
        return [Blocker(code, said, party, (role,))]
    if (on := partner.vetted_on) is not None and day < on:
        said = told("partner_approved_from", "The partner is approved from {on} on.", on=on)
        return [Blocker(code, said, None, (), on)]
    if vetting_expired(partner.status, partner.expires_on, day):
        said = told("partner_approval_over", "The partner's approval has run out.")
        return [Blocker("vetting_expired", said, "partner", (Role.PARTNER_ADMIN,))]
    return []


def _closed(school: Site) -> Blocker:
    is_merged, on = school.status == "merged", school.closed_on
    if on is None:
        merged = told("school_merged", "The school was merged into another.")
        said = merged if is_merged else told("school_closed", "The school closed.")
    else:
        merged = told("school_merged_on", "The school was merged into another on {on}.", on=on)
        said = merged if is_merged else told("school_closed_on", "The school closed on {on}.", on=on)
    return Blocker("school_closed", said, None, ())


_PRINCIPAL_DECLINED: Final = told("principal_declined", "The principal declined.")
_NOT_CONFIRMED: Final = told("principal_not_confirmed", "The principal has not confirmed the school yet.")


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
        said = _PRINCIPAL_DECLINED if declined else _NOT_CONFIRMED
        blockers.append(Blocker("school_not_confirmed", said, "school", (Role.SCHOOL_LEADER,)))
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
