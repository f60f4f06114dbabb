"""What differs between two texts of one agreement: the one that reviewers had read, and the one that followed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Final, Literal

LineChange = Literal["kept", "added", "dropped"]

_SECTIONS: Final[Mapping[str, str]] = {
    "Parties": "parties",
    "Purpose": "purpose",
    "Programs": "programs",
    "Schools": "schools",
    "Students": "students",
    "Schedule": "schedule",
    "Costs": "costs",
    "Student records": "records",
    "Term": "term",
}


@dataclass(frozen=True, slots=True)
class LineOfText:
    """A paragraph or an item that stayed, came or went."""

    change: LineChange
    text: str


@dataclass(frozen=True, slots=True)
class SectionChange:
    """A section that says otherwise, whole, so that it can be read; `key` as reviewers name sections."""

    key: str
    heading: str
    lines: tuple[LineOfText, ...]


def section_key(heading: str) -> str:
    """How reviewers name a section: what each side will do is one of them, whoever's heading it has, and so are the
    standing terms of a template."""
    return _SECTIONS.get(heading) or ("promises" if heading.endswith(" will") else "terms")


def text_changes(before: Mapping[str, Any], now: Mapping[str, Any]) -> list[SectionChange]:
    """The sections that say otherwise, in the order of the text that follows; a title counts with the parties."""
    return _changes(_sections(before), _sections(now))


def section_changes(before: Sequence[Mapping[str, Any]], now: Sequence[Mapping[str, Any]]) -> list[SectionChange]:
    """The same between two lists of sections without a title, such as two versions of a template."""
    return _changes(_said(before), _said(now))


def _changes(then: Mapping[str, Sequence[str]], after: Mapping[str, Sequence[str]]) -> list[SectionChange]:
    found = []
    for heading in [*after, *(each for each in then if each not in after)]:
        lines = _lines(then.get(heading, ()), after.get(heading, ()))
        if any(each.change != "kept" for each in lines):
            found.append(SectionChange(section_key(heading), heading, lines))
    return found


def _said(sections: Sequence[Mapping[str, Any]]) -> dict[str, list[str]]:
    return {each["heading"]: [*each["paragraphs"], *each["items"]] for each in sections}


def _sections(document: Mapping[str, Any]) -> dict[str, list[str]]:
    found = _said(document["sections"])
    found["Parties"] = [document["title"], document["subtitle"], *found.get("Parties", [])]
    return found


def _lines(before: Sequence[str], now: Sequence[str]) -> tuple[LineOfText, ...]:
    found: list[LineOfText] = []
    for what, start, end, new_start, new_end in SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
        if what == "equal":
            found += [LineOfText("kept", text) for text in before[start:end]]
            continue
        found += [LineOfText("dropped", text) for text in before[start:end]]
        found += [LineOfText("added", text) for text in now[new_start:new_end]]
    return tuple(found)
