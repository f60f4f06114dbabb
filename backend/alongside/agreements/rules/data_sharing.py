"""What an agreement about student records has to say, and when the records are destroyed (rule B7, FERPA 34 CFR 99).

Every exception under which a district may share records without each family's consent asks for its own words; the
rest is what any careful district asks for. A text that lacks one is not sent for review.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final, Literal

Basis = Literal["consent", "school_official", "studies", "audit_evaluation", "directory"]
Disposition = Literal["destroy", "return", "carry_on"]
DestructionState = Literal["none", "later", "carried_on", "due", "overdue", "certified"]


@dataclass(frozen=True, slots=True)
class Element:
    """Something that the text has to say. ``pointer``: its field, among the terms about data or (``own``) the
    agreement's own."""

    code: str
    pointer: str
    words: str
    own: bool = False


_ALWAYS: Final = (
    Element("data_purpose", "/purpose", "Say what the records are for.", own=True),
    Element("data_population", "/populations", "Say whose records they are.", own=True),
    Element("data_basis", "/basis", "Say under which FERPA exception, or with whose consent, they are shared."),
    Element("data_elements", "/data_elements", "Name every data element that is shared."),
    Element("data_users", "/users", "Say who at the partner may see them."),
    Element("data_security", "/security", "Say how they are kept secure."),
    Element("data_retention", "/retention", "Say how long they are kept, and why."),
    Element("data_destruction", "/destruction_days", "Say within how many days after the end they are destroyed."),
    Element("data_breach", "/breach_hours", "Say within how many hours a breach is told."),
    Element("data_parents", "/parents_access", "Say how parents see their child's records and have them corrected."),
)

_BY_BASIS: Final[Mapping[str, tuple[Element, ...]]] = {
    "school_official": (
        Element("data_function", "/institutional_function", "Say which of the school's own tasks the partner does."),
        Element("data_control", "/direct_control", "Say how the district keeps direct control of the records."),
    ),
    "studies": (
        Element("data_no_identification", "/no_identification", "Promise that nobody outside the study can identify "
                "a student or parent."),
    ),
    "audit_evaluation": (
        Element("data_representative", "/representative", "Name the authorized representative."),
    ),
    "directory": (
        Element("data_directory", "/directory_elements", "Name the elements that are directory information."),
        Element("data_opt_outs", "/opt_outs", "Say how families who opted out are left out."),
    ),
    "consent": (
        Element("data_consent", "/consent", "Say how each family's signed and dated consent is obtained and kept."),
    ),
}  # fmt: skip

_ONWARD: Final = Element("data_redisclosure", "/redisclosure", "Say to whom and for what they may be passed on.")
_NOT_ONWARD: Final = Element(
    "data_not_passed_on", "/may_redisclose", "A school official does not pass records on; say so, or choose another "
    "basis.",
)  # fmt: skip

ELEMENTS: Final[Mapping[str, Element]] = {
    each.code: each for each in (*_ALWAYS, *(one for some in _BY_BASIS.values() for one in some), _ONWARD, _NOT_ONWARD)
}


def lacking(kind: str, own: Mapping[str, Any], terms: Mapping[str, Any] | None) -> list[str]:
    """The codes of `ELEMENTS` that a data sharing agreement does not say; nothing for other types."""
    if kind != "data_sharing":
        return []
    said = terms or {}
    basis = said.get("basis")
    wanted = [*_ALWAYS, *_BY_BASIS.get(basis or "", ())]
    found = [each.code for each in wanted if not _says(own if each.own else said, each.pointer[1:])]
    if said.get("may_redisclose"):
        if basis == "school_official":
            found.append(_NOT_ONWARD.code)
        elif not said.get("redisclosure"):
            found.append(_ONWARD.code)
    return found


def _says(given: Mapping[str, Any], name: str) -> bool:
    value = given.get(name)
    return value is not None and value is not False and value not in ("", [])


def shares_data(kind: str, shares_student_records: bool) -> bool:
    """Whether the partner holds student records under it, of which somebody has to say what becomes of them."""
    return kind == "data_sharing" or shares_student_records


def destruction_due_on(last_on: date, days: int | None, told_on: date | None = None) -> date | None:
    """By which day the records are destroyed: as said when it was ended, else so many days after its last day."""
    if told_on is not None:
        return told_on
    return None if days is None else last_on + timedelta(days=days)


def destruction_state(
    kind: str,
    status: str,
    last_on: date,
    due_on: date | None,
    day: date,
    *,
    disposition: str | None,
    carried_on: bool,
    certified: bool,
) -> DestructionState:
    """Where the destruction of the records stands on a day.

    They stay while a signed renewal or replacement carries them on (``carried_on``), or when it was said so at the
    end. An agreement of another type owes a destruction only when that was said as it was ended.
    """
    if certified:
        return "certified"
    owes = kind == "data_sharing" or disposition in {"destroy", "return"}
    if not owes or status not in {"executed", "suspended", "terminated", "superseded"} or due_on is None:
        return "none"
    if disposition == "carry_on" or carried_on or status == "superseded":
        return "carried_on"
    if day <= last_on:
        return "later"
    return "overdue" if day > due_on else "due"


def disposition_problem(
    shares: bool, disposition: str | None, due_on: date | None, day: date, *, has_rule: bool
) -> tuple[str, str, str] | None:
    """What is wrong with what is said, at the end, of the records: pointer, code and words."""
    if not shares:
        return (
            ("/student_data", "nothing_shared", "No student records are shared under this agreement")
            if disposition is not None or due_on is not None
            else None
        )
    if disposition is None:
        return ("/student_data", "missing", "Say what becomes of the student records")
    if disposition == "carry_on":
        words = "They stay under another agreement, so no day is given"
        return ("/student_data_due_on", "stays", words) if due_on is not None else None
    if due_on is None:
        return None if has_rule else ("/student_data_due_on", "missing", "Say by which day")
    return ("/student_data_due_on", "back_dated", "This day has passed") if due_on < day else None


BASIS_WORDS: Final[Mapping[str, str]] = {
    "consent": "with the written consent of each parent or eligible student (34 CFR 99.30)",
    "school_official": "to a school official with a legitimate educational interest (34 CFR 99.31(a)(1))",
    "studies": "for a study for the district (34 CFR 99.31(a)(6))",
    "audit_evaluation": "for an audit or evaluation of an education program (34 CFR 99.35)",
    "directory": "as directory information (34 CFR 99.37)",
}


def in_the_text(terms: Mapping[str, Any]) -> tuple[list[str], list[str]]:
    """What the signed text says about the records: paragraphs, and the list of what is shared."""
    told: list[str] = []
    if terms.get("basis"):
        told.append(f"Student records are shared {BASIS_WORDS[terms['basis']]}.")
    for name, heading in _HEADINGS.items():
        if terms.get(name):
            told.append(f"{heading}: {' '.join(str(terms[name]).split())}")
    if terms.get("no_identification"):
        told.append("Nobody outside the study can identify a student or parent from what is published.")
    if terms.get("directory_elements"):
        told.append(f"Directory information: {', '.join(terms['directory_elements'])}.")
    told.append("They are used for the purpose of this agreement and for nothing else.")
    if not terms.get("may_redisclose"):
        told.append("They are not passed on to anybody else.")
    if terms.get("destruction_days") is not None:
        told.append(
            f"They are destroyed within {terms['destruction_days']} days after the end, and the partner certifies it."
        )
    if terms.get("breach_hours") is not None:
        contact = f", to {terms['breach_contact']}" if terms.get("breach_contact") else ""
        told.append(f"A breach is told within {terms['breach_hours']} hours{contact}.")
    return told, list(terms.get("data_elements") or [])


_HEADINGS: Final[Mapping[str, str]] = {
    "institutional_function": "The partner does for the school",
    "direct_control": "The district keeps direct control",
    "representative": "Authorized representative",
    "consent": "Consent",
    "opt_outs": "Families who opted out",
    "users": "Who may see them",
    "redisclosure": "They may be passed on",
    "security": "Security",
    "retention": "Retention",
    "parents_access": "Parents' access and correction",
    "framework": "Framework",
}
