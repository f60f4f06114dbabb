"""What may happen to a partner organization and its programs, and how two records of the same one are recognized.

Source: domain rule B2.
"""

import hashlib
import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from alongside.core.lifecycle import Lifecycle, Move, move
from alongside.identity.scopes import Role

OFFICE: Final = frozenset({Role.PARTNERSHIP_OFFICE, Role.DISTRICT_ADMIN})
"""Those who act for the district's partnership office."""

PARTNER: Final = Lifecycle(
    states=(
        "prospective",
        "submitted",
        "under_review",
        "changes_requested",
        "approved",
        "suspended",
        "declined",
        "inactive",
    ),
    moves=(
        move("submit", {"prospective", "changes_requested", "declined"}, "submitted", {Role.PARTNER_ADMIN}),
        move("start-review", {"submitted"}, "under_review", OFFICE),
        move("request-changes", {"under_review"}, "changes_requested", OFFICE, asks={"reason"}),
        move("approve", {"under_review"}, "approved", OFFICE),
        move("decline", {"under_review"}, "declined", OFFICE, asks={"reason"}),
        move("suspend", {"approved"}, "suspended", OFFICE, asks={"reason"}),
        move("reinstate", {"suspended"}, "approved", OFFICE),
        move(
            "deactivate",
            {"prospective", "changes_requested", "approved", "suspended", "declined"},
            "inactive",
            OFFICE | {Role.PARTNER_ADMIN},
            asks={"reason"},
        ),
        move("reopen", {"inactive"}, "prospective", OFFICE | {Role.PARTNER_ADMIN}, asks={"reason"}),
    ),
)

TAKEN_UP: Final = frozenset({"start-review"})
"""The moves after which an application is in the hands of whoever made them."""


FOR_MANY: Final = ("start-review", "suspend", "reinstate", "deactivate")
"""The office's moves that may be made for all partners of a question at once. Approving, declining and asking for
changes are decided about one organization, by whoever has read its application."""

MOST_AT_ONCE: Final = 500


@dataclass(frozen=True, slots=True)
class Sorted:
    """The partners of a question by what a move would do to them: `left_out` says why not, by id."""

    moved: tuple[UUID, ...]
    left_out: Mapping[UUID, str]


def sort_out(verb: str, found: Iterable[tuple[UUID, str, Collection[Role]]]) -> Sorted:
    """Who of these (id, status, the caller's roles on it) would be moved; the others with the reason: their `status`,
    or that they are the caller's own employer (`employer`)."""
    moved: list[UUID] = []
    left_out: dict[UUID, str] = {}
    for partner, status, actors in found:
        open_moves = [each for each in PARTNER.leaving(status) if each.verb == verb]
        if not open_moves:
            left_out[partner] = "status"
        elif open_moves[0].who.isdisjoint(actors):
            left_out[partner] = "employer"
        else:
            moved.append(partner)
    return Sorted(tuple(moved), left_out)


def fingerprint(verb: str, moved: Iterable[UUID]) -> str:
    """Stands for who would be moved: another partner in the place of one that left is not the same answer."""
    told = "\n".join([verb, *sorted(str(each) for each in moved)])
    return hashlib.sha256(told.encode()).hexdigest()[:32]


ANSWER_DAYS: Final = 30
"""So long an application may wait for its answer (our own choice, a setting later)."""


def reapplies(status: str) -> bool:
    """Whether handing in now is applying again after a no: then it says what has changed since."""
    return status == "declined"


NEEDS: Final[Mapping[str, str]] = {
    "primary_contact": "Name the person the district should call.",
    "program": "Describe at least one program.",
}
"""What a move of a partner may lack, in words."""


PARTNER_SIDE: Final = frozenset({Role.PARTNER_ADMIN, Role.PARTNER_STAFF})
"""Those who keep their own organization's record."""

PROGRAM: Final = Lifecycle(
    states=("draft", "submitted", "approved", "retired"),
    moves=(
        move("submit", {"draft"}, "submitted", PARTNER_SIDE | OFFICE),
        move("approve", {"submitted"}, "approved", OFFICE),
        move("retire", {"draft", "submitted", "approved"}, "retired", {Role.PARTNER_ADMIN} | OFFICE),
    ),
)

PROGRAM_NEEDS: Final[Mapping[str, str]] = {
    "area": "Say which needs the program serves.",
    "grades": "Say for which grades it is.",
}
"""What a move of a program may lack, in words: without them no school could find it."""


def program_needs_of(areas: Collection[str], grades: Collection[str]) -> Callable[[Move], list[str]]:
    """The guard of `PROGRAM`: what is handed in can be matched to a need."""
    missing = [code for code, told in (("area", areas), ("grades", grades)) if not told]
    return lambda made: list(missing) if made.verb in {"submit", "approve"} else []


@dataclass(frozen=True, slots=True)
class PartnerFacts:
    """What the guards look at."""

    has_primary_contact: bool
    programs: int


def needs_of(facts: PartnerFacts) -> Callable[[Move], list[str]]:
    """The guard of `PARTNER`: an application needs somebody to call and something to offer."""

    def needs(made: Move) -> list[str]:
        missing: list[str] = []
        if made.verb == "submit":
            if not facts.has_primary_contact:
                missing.append("primary_contact")
            if facts.programs < 1:
                missing.append("program")
        return missing

    return needs


def vetting_expired(status: str, vetting_expires_on: date | None, day: date) -> bool:
    """Whether an approval has run out on this day. Its last day still counts; without a last day it never
    does."""
    return status == "approved" and vetting_expires_on is not None and day > vetting_expires_on


def is_approved(status: str, vetting_expires_on: date | None, day: date) -> bool:
    """Whether the partner is approved on this day, its vetting included."""
    return status == "approved" and not vetting_expired(status, vetting_expires_on, day)


KEPT_BY_OFFICE: Final = frozenset({"vendor_number", "vetting_expires_on", "parent_partner_id"})
"""What the district says of a partner; the partner reads it."""

SPONSOR: Final = frozenset({"fiscal_sponsor_id", "sponsor_name", "sponsor_ein"})
"""Who answers for its money: a record here, or a name and EIN while there is none."""

VETTED_IDENTITY: Final = frozenset({"legal_name", "ein"}) | SPONSOR
"""Who the organization is in law and who answers for its money: the partner says it, vetting confirms it, so
afterwards only the office changes it."""


def kept_from_partner(status: str) -> frozenset[str]:
    """The fields that a partner's own people may not change in this state."""
    return KEPT_BY_OFFICE | (VETTED_IDENTITY if status in {"approved", "suspended"} else frozenset())


PROFILE: Final[Mapping[str, str]] = {
    "mission": "mission",
    "reach": "phone or e-mail",
    "address": "address",
    "identity": "EIN or fiscal sponsor",
    "primary_contact": "primary contact",
    "signatory": "authorized signatory",
    "program": "program",
    "grades": "grade levels",
    "capacity": "students per program",
}
"""What a complete profile holds, in words."""

TASKS: Final[Mapping[str, tuple[str, ...]]] = {
    "about": ("mission", "reach", "address", "identity"),
    "services": ("program", "grades"),
    "capacity": ("capacity",),
    "contacts": ("primary_contact", "signatory"),
}
"""The tasks of an application, each with the parts of the profile it asks for; a test holds that none is left out."""

TASK_OF: Final[Mapping[str, str]] = {
    **dict.fromkeys(
        ("name", "legal_name", "org_type", "ein", "sector", "mission", "website", "phone", "email", "address", "city",
         "state", "postal_code", "languages", "funding_status", "charges_fee"),
        "about",
    ),
    "programs": "services",
    "capacity": "capacity",
    "contacts": "contacts",
    "papers": "safety",
}  # fmt: skip
"""Where a field that the office asks about is filled in."""


@dataclass(frozen=True, slots=True)
class Completeness:
    """How much of a profile is there: ``6 of 8 done: missing mission, grade levels``."""

    done: int
    of: int
    missing: tuple[str, ...]
    words: str


def completeness(there: Mapping[str, bool]) -> Completeness:
    """From what is there, by the keys of `PROFILE`; a key left out is not there."""
    missing = tuple(key for key in PROFILE if not there.get(key, False))
    done, of = len(PROFILE) - len(missing), len(PROFILE)
    words = f"{done} of {of} done"
    if missing:
        words += ": missing " + ", ".join(PROFILE[key] for key in missing)
    return Completeness(done, of, missing, words)


LEGAL_FORMS: Final = frozenset(
    {"inc", "incorporated", "llc", "ltd", "limited", "co", "company", "corp", "corporation", "pbc", "nfp"}
)


def normalized_name(name: str) -> str:
    """The name by which duplicates are found: a warning, never a refusal.

    Without case, accents, punctuation, a leading "the" and a closing legal form; "&" is "and". Initials
    close up (``Y.M.C.A.`` is ``ymca``). A name of nothing else keeps its words; a name without letters or
    digits is ``""``.
    """
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name.casefold()).casefold())
    spoken = re.sub(r"['’.]", "", folded.replace("&", " and "))
    bare = "".join(letter for letter in spoken if not unicodedata.combining(letter))
    words = re.findall(r"[^\W_]+", bare)
    while len(words) > 1 and words[0] == "the":
        words = words[1:]
    while len(words) > 1 and words[-1] in LEGAL_FORMS:
        words = words[:-1]
    return " ".join(words)


def has_identity(told: Mapping[str, object]) -> bool:
    """Whether it is known who answers for the organization in law: by its own EIN or by a fiscal sponsor, who is a
    record here or is told with name and EIN."""
    has_sponsor = told["fiscal_sponsor_id"] is not None
    return told["ein"] is not None or has_sponsor or None not in (told["sponsor_name"], told["sponsor_ein"])


class EinMalformed(ValueError):
    """Not an employer identification number: two digits, a hyphen, seven digits."""


def parse_ein(text: str) -> str:
    """The number as it is stored, ``NN-NNNNNNN``; the hyphen may be missing. Raises EinMalformed."""
    found = re.fullmatch(r"([0-9]{2})-?([0-9]{7})", text.strip())
    if not found:
        raise EinMalformed("an EIN is two digits, a hyphen and seven digits")
    return f"{found[1]}-{found[2]}"


@dataclass(frozen=True, slots=True)
class Task:
    """One topic of an application: what of it is missing, and how many notes of the office wait for an answer."""

    task: str
    missing: tuple[str, ...]
    notes: int

    @property
    def state(self) -> str:
        if self.notes:
            return "changes"
        return "to_do" if self.missing else "done"


def tasks(missing: Collection[str], asked: Iterable[str]) -> list[Task]:
    """The task list of an application, from what is missing and the fields that open notes are beside."""
    notes = [TASK_OF[field] for field in asked]
    return [
        Task(task, tuple(part for part in parts if part in missing), notes.count(task)) for task, parts in TASKS.items()
    ]


def keeps_former_name(created_on: date, last_change_on: date | None, day: date) -> bool:
    """Whether a legal name that changes on this day was one: what was entered or changed today is only corrected."""
    return created_on < day and (last_change_on is None or last_change_on < day)


def legal_name_on(former: Iterable[tuple[date, str]], now: str, day: date) -> str:
    """What an organization was called in law on a day, from its former names and the last day of each."""
    names = sorted(name for name in former if name[0] >= day)
    return names[0][1] if names else now


MERGE_UNDO_DAYS: Final = 30
"""So long two merged records can be parted again."""

STANDING: Final = (
    "status", "status_reason", "submitted_on", "vetted_on", "vetting_expires_on", "application_note", "reviewer_id",
)  # fmt: skip
"""What is taken together when one record's standing stays after a merge."""


def merge_columns(take: Iterable[str]) -> list[str]:
    """The columns whose values come from the other record."""
    named = list(take)
    extra = ["normalized_name"] if "name" in named else []
    extra += ["sponsor_name", "sponsor_ein"] if "fiscal_sponsor_id" in named else []
    plain = [field for field in named if field != "standing"]
    return plain + extra + (list(STANDING) if "standing" in named else [])


def may_undo_merge(undo_until_on: date, is_undone: bool, day: date) -> bool:
    """Whether a merge can be undone on this day; its last day still counts."""
    return not is_undone and day <= undo_until_on


SIMILAR: Final = 0.5
"""From this share of common letter triples on, two normalized names may mean the same organization."""
