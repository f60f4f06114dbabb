"""Standing terms: the sections of a template, what may stand in them, and how they become those of an agreement.

A section is as in every agreement's text: a heading, running text, a list. In between, names in braces stand for what
each agreement says itself. A section with a code is a clause of the checklist.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

from alongside.core.lifecycle import Lifecycle, Move, move
from alongside.partners.rules import OFFICE

PLACEHOLDERS: Final[tuple[str, ...]] = (
    "partner", "district", "programs", "schools", "term", "first_day", "last_day", "number", "notice_days", "cost",
)  # fmt: skip
"""What may stand in braces; a closed list."""

OWN_HEADINGS: Final = frozenset(
    {"parties", "purpose", "programs", "schools", "students", "schedule", "costs", "student records", "term"}
)
"""Headings that every agreement's text writes itself."""

TEMPLATE: Final = Lifecycle(
    states=("open", "retired"),
    moves=(
        move("publish", {"open"}, "open", OFFICE),
        move("retire", {"open"}, "retired", OFFICE),
        move("reinstate", {"retired"}, "open", OFFICE),
    ),
)
"""A template is offered to authors while it is open and has a published version."""

_NAMED: Final = re.compile(r"\{([^{}]*)\}")

Problem = tuple[str, str, str]
"""Where (a pointer below the sections), which rule, and the words."""


def template_needs(has_draft: bool, sections: int) -> Any:
    """The guards of `TEMPLATE`."""

    def needs(made: Move) -> list[str]:
        if made.verb != "publish":
            return []
        lacking = {"draft_there": has_draft, "sections_there": not has_draft or sections > 0}
        return [code for code, there in lacking.items() if not there]

    return needs


TEMPLATE_NEEDS: Final[Mapping[str, str]] = {
    "draft_there": "Nothing was changed since the last version.",
    "sections_there": "Write at least one section.",
}


def text_problems(text: str) -> str | None:
    """Which rule of placeholders a text breaks: a name that is not on the list, or a brace that stands alone."""
    if any(name not in PLACEHOLDERS for name in _NAMED.findall(text)):
        return "unknown_placeholder"
    return "stray_brace" if "{" in _NAMED.sub("", text) or "}" in _NAMED.sub("", text) else None


def section_problems(sections: Sequence[Mapping[str, Any]]) -> list[Problem]:
    """Everything that is wrong with a template's sections, each at its place."""
    found: list[Problem] = []
    headings: set[str] = set()
    codes: set[str] = set()
    for place, section in enumerate(sections):
        heading = str(section["heading"]).casefold()
        if heading in OWN_HEADINGS or heading.endswith(" will"):
            found.append((f"/{place}/heading", "own_heading", "Every agreement has a section of this name already"))
        elif heading in headings:
            found.append((f"/{place}/heading", "heading_twice", "Another section has this heading"))
        headings.add(heading)
        code = section.get("code")
        if code is not None and code in codes:
            found.append((f"/{place}/code", "code_twice", "Another clause has this code"))
        codes.add(code or "")
        if not section["paragraphs"] and not section["items"]:
            found.append((f"/{place}/paragraphs", "empty_section", "Write what this section says"))
        found += _problems_within(place, section)
    return found


_BRACES: Final[Mapping[str, str]] = {
    "unknown_placeholder": "In braces only: " + ", ".join(PLACEHOLDERS),
    "stray_brace": "A brace opens or closes nothing",
}


def _problems_within(place: int, section: Mapping[str, Any]) -> list[Problem]:
    texts = [(f"/{place}/heading", str(section["heading"]))]
    for part in ("paragraphs", "items"):
        texts += [(f"/{place}/{part}/{line}", text) for line, text in enumerate(section[part])]
    problems = [(pointer, text_problems(text)) for pointer, text in texts]
    return [(pointer, code, _BRACES[code]) for pointer, code in problems if code is not None]


def own_text_problems(
    before: Sequence[Mapping[str, Any]], wanted: Sequence[Mapping[str, Any]], is_negotiable: bool
) -> list[Problem]:
    """What is wrong with an author's change of the standing terms that an agreement was made with."""
    if not is_negotiable:
        return [("", "not_negotiable", "The terms of this template are the same for everybody and are not changed")]
    found = section_problems(wanted)
    codes = [each.get("code") for each in wanted]
    known = {each["code"] for each in before if each.get("code") is not None}
    for place, code in enumerate(codes):
        if code is not None and code not in known:
            found.append((f"/{place}/code", "unknown_clause", "The template has no such clause"))
    for each in before:
        if each["code"] is not None and each["code"] not in codes:
            words = f"“{each['heading']}” is a clause of the checklist and stays; say in it what was agreed"
            found.append(("", "clause_missing", words))
    return found


def as_written(sections: Sequence[Mapping[str, Any]], required: Collection[str]) -> list[dict[str, Any]]:
    """An author's sections as they are stored; whether a clause is required, its template says."""
    return [
        {
            "code": each.get("code"),
            "is_required": each.get("code") in required,
            "heading": each["heading"],
            "paragraphs": list(each["paragraphs"]),
            "items": list(each["items"]),
        }
        for each in sections
    ]


def fill(text: str, values: Mapping[str, str]) -> str:
    """The text with what the agreement says in the place of names in braces."""
    return _NAMED.sub(lambda found: values.get(found[1], found[0]), text)
