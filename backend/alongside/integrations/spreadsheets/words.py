"""Reads the closed words of ours in what people write; no I/O."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from .cleaning import ValueWrong, parts

_ORG_TYPES: Final = {
    "higher_ed": ("universit", "college", "higher ed", "community college"),
    "foundation": ("foundation", "philanthrop", "funder"),
    "health": ("health", "hospital", "clinic", "medical", "mental"),
    "faith": ("faith", "church", "religio", "temple", "synagogue", "mosque", "parish"),
    "cultural": ("cultur", "museum", "arts?\\b", "theat", "library"),
    "government": (
        "gov",
        "city",
        "county",
        "state",
        "public agency",
        "municipal",
        "federal",
        "park district",
        "police",
    ),
    "nonprofit": ("non ?profit", "501", "npo", "ngo", "cbo", "not for profit", "charit", "community based"),
    "business": ("business", "for profit", "corporat", "company", "llc", "inc\\b", "private", "vendor"),
    "other": ("other", "individual"),
}
_AGREEMENTS: Final = {
    "data_sharing": ("data", "dsa\\b", "ferpa"),
    "services_contract": ("contract", "psa\\b", "purchase order", "po\\b", "service agreement", "services agreement"),
    "space_use": ("space", "facilit", "use of building", "lease", "rental"),
    "research": ("research",),
    "school_partner_agreement": ("spa\\b", "school partner", "partnership agreement", "partner agreement"),
    "letter_of_agreement": ("letter", "loa\\b", "loi\\b"),
    "collaboration_plan": ("plan",),
    "moa": ("moa\\b", "memorandum of agreement"),
    "mou": ("mou\\b", "m o u", "memorandum", "memo\\b", "yes", "y\\b", "x\\b", "on file"),
}
_DELIVERIES: Final = {
    "hybrid": ("hybrid", "both", "mixed", "in person and", "in person virtual"),
    "in_person": ("in person", "on ?site", "face to face", "in school", "onsite"),
    "virtual": ("virtual", "online", "remote", "zoom"),
}
_SUPERVISION: Final = {
    "alone": (
        "no (school )?(staff|teacher|adult|supervision)", "without", "unsupervised", "yes", "y$", "x$", "s$", "true",
        "sometimes", "at times", "(?<!not )(?<!never )alone",
    ),
    "staff_present": (
        "no\\b", "n$", "never", "not alone", "nunca", "false", "(with|by) (school |a |the )?(staff|teacher)", "present",
    ),
}  # fmt: skip
"""What is in doubt is read as alone, of which more is asked."""
_TIMES: Final = {
    "before_school": ("before", "morning program", "am program"),
    "after_school": ("after", "ost\\b", "pm\\b", "out of school", "extended day"),
    "school_day": ("school day", "during", "day ?time", "in class", "push in", "pull out", "lunch", "day\\b"),
    "weekend": ("weekend", "saturday", "sunday"),
    "summer": ("summer",),
}
_FUNDING: Final = {
    "partially_funded": ("partial", "part"),
    "seeking": ("seek", "unfunded", "not funded", "looking", "need"),
    "fully_funded": ("full", "funded", "yes"),
}
_WEEK: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_LETTERS: Final = {"m": 0, "t": 1, "tu": 1, "w": 2, "th": 3, "r": 3, "f": 4, "sa": 5, "su": 6}


def _word(text: str, known: Mapping[str, Iterable[str]], code: str, message: str) -> str:
    said = re.sub(r"[^a-z0-9]+", " ", text.casefold()).strip()
    for word in known:
        if said in (word, word.replace("_", " ")):
            return word
    for word, signs in known.items():
        if any(re.search(rf"\b{sign}", said) for sign in signs):
            return word
    raise ValueWrong(code, message)


def org_type(text: str) -> str:
    """The kind of an organization."""
    return _word(text, _ORG_TYPES, "org_type", "This kind of organization is not known")


def agreement_type(text: str) -> str:
    """The type of an agreement."""
    return _word(text, _AGREEMENTS, "agreement_type", "This type of agreement is not known")


def delivery(text: str) -> str:
    """How a program reaches its students."""
    return _word(text, _DELIVERIES, "delivery", "This is neither in person, virtual nor hybrid")


def supervision(text: str) -> str:
    """Whether a program's people are ever alone with students."""
    return _word(text, _SUPERVISION, "supervision", "This does not say whether they are ever alone with students")


def funding_status(text: str) -> str:
    """How far an organization is funded."""
    return _word(text, _FUNDING, "funding_status", "How far it is funded is not understood")


def times_of_day(text: str) -> list[str]:
    """When a program takes place."""
    found = [
        _word(piece, _TIMES, "times", "When this takes place is not understood") for piece in parts(text, commas=True)
    ]
    return [time for time in ("before_school", "school_day", "after_school", "weekend", "summer") if time in found]


def weekdays(text: str) -> list[str]:
    """Days of the week: `M/W/F`, `Mon-Thu`, `Tuesdays and Thursdays`, `daily`."""
    said = text.casefold().replace("–", "-")
    if re.fullmatch(r"(daily|every ?day|weekdays|all)", said.strip()):
        return list(_WEEK[:5])
    found: set[int] = set()
    for piece in re.split(r"[\s,;/&+]+|\band\b", said):
        ends = [_weekday(end) for end in piece.split("-") if end]
        if len(ends) > 2 or (len(ends) == 2 and ends[0] > ends[1]):
            raise ValueWrong("weekdays", "These are no days of the week")
        found.update(range(ends[0], ends[-1] + 1) if ends else ())
    if not found:
        raise ValueWrong("weekdays", "These are no days of the week")
    return [_WEEK[place] for place in sorted(found)]


def _weekday(said: str) -> int:
    bare = said.strip(". ")
    if bare in _LETTERS:
        return _LETTERS[bare]
    for place, name in enumerate(_WEEK):
        if len(bare) >= 3 and (name.startswith(bare) or bare in (f"{name}s", f"{name[:3]}s", f"{name[:4]}s")):
            return place
    raise ValueWrong("weekdays", "These are no days of the week")
