"""Sections that a template keeps: what every agreement of its type has to say, and how it is signed.

A data sharing agreement says each of these in its own fields too (`data_sharing`); here are a district's standing words
on them. A section says one by its code, and whoever writes the next version says it otherwise but not no more.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from .data_sharing import ELEMENTS

SIGNING: Final = "signatures"
"""The code of the section that says who signs and how; every type keeps it."""


@dataclass(frozen=True, slots=True)
class Standard:
    """How a mandatory section begins, until the district says it in its own words."""

    code: str
    heading: str
    text: str


_DATA_SHARING: Final = (
    Standard(
        "data_purpose", "Purpose of the disclosure",
        "{district} shares student records with {partner} for the purpose that this agreement names, and for nothing "
        "else.",
    ),
    Standard("data_population", "Whose records", "Only records of the students whom this agreement names are shared."),
    Standard(
        "data_basis", "Basis under FERPA",
        "They are shared under the exception, or with the consent, that this agreement names (34 CFR Part 99).",
    ),
    Standard(
        "data_elements", "What is shared",
        "Only the data elements that this agreement lists are shared. Another element needs an amendment.",
    ),
    Standard(
        "data_users", "Who may see them",
        "Only people of {partner} who need them for this work see them, each of them trained in confidentiality.",
    ),
    Standard(
        "data_security", "Security",
        "{partner} keeps them encrypted where they are stored and where they are sent, and apart from other records.",
    ),
    Standard("data_retention", "Retention", "{partner} keeps them no longer than the purpose needs."),
    Standard(
        "data_destruction", "Destruction",
        "After {last_day} {partner} destroys every copy within the days that this agreement says, and certifies it to "
        "{district} in writing.",
    ),
    Standard(
        "data_breach", "Breach",
        "{partner} tells {district} of a breach within the hours that this agreement says, and what it does about it.",
    ),
    Standard(
        "data_parents", "Access and correction",
        "Parents and eligible students ask {district} to see or correct a record; {partner} helps within ten school "
        "days.",
    ),
    Standard(
        SIGNING, "Signatures",
        "Whoever signs for {partner} or for {district} may bind it. A typed name, the instant of signing and the "
        "fingerprint of this text make the signature.",
    ),
)  # fmt: skip

STANDARD: Final[Mapping[str, tuple[Standard, ...]]] = {"data_sharing": _DATA_SHARING}
"""With which sections a template of a type begins when its author names none."""

_ELEMENTS: Final = frozenset(ELEMENTS)


def is_mandatory(kind: str, code: str | None) -> bool:
    """Whether a section of this code stays in every version of a template of this type."""
    return code == SIGNING or (kind == "data_sharing" and code in _ELEMENTS)


def first_sections(kind: str) -> list[dict[str, Any]]:
    """The sections that a new template of a type begins with."""
    return [
        {"code": each.code, "is_required": False, "heading": each.heading, "paragraphs": [each.text], "items": []}
        for each in STANDARD.get(kind, ())
    ]


def kept_codes(kind: str, sections: Sequence[Mapping[str, Any]]) -> list[str]:
    """The codes of the sections that the next version may not leave out."""
    return [each["code"] for each in sections if is_mandatory(kind, each.get("code"))]


def removal_problems(
    kind: str, before: Sequence[Mapping[str, Any]], wanted: Sequence[Mapping[str, Any]]
) -> list[tuple[str, str, str]]:
    """Every mandatory section that a template has now and would lose: one problem for each, which names it."""
    there = {each.get("code") for each in wanted}
    return [
        ("", "mandatory_section", f"“{each['heading']}” stays: {_why(each['code'])}")
        for each in before
        if is_mandatory(kind, each.get("code")) and each["code"] not in there
    ]


def _why(code: str) -> str:
    if code == SIGNING:
        return "every text says who signs it and how"
    return "an agreement about student records has to say it"
