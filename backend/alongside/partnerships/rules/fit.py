"""How a program fits a need at a school: a list of reasons for people to judge by (rules B3, E6).

Unknown is said as unknown and never counts as no, and no percentage stands for the whole.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from alongside.core.telling import Told, told

Verdict = Literal["met", "partly", "not_met", "not_known"]
Strength = Literal["strong", "good", "partial", "unknown", "none"]

GRADES: Final = ("PK", "K", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12")


@dataclass(frozen=True, slots=True)
class Area:
    """A term of the tree that needs and services share; ``parent`` is the code of the term above it."""

    code: str
    label: str
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class NeedProfile:
    """What a need asks for. No times, or languages None: the need does not say; no languages: none is asked
    for."""

    area: Area
    grades: frozenset[str] = frozenset()
    students: int | None = None
    times: frozenset[str] = frozenset()
    languages: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class ProgramProfile:
    """What a program says of itself; what it does not say is empty or None. ``capacity`` is in students
    with a place."""

    name: str
    areas: tuple[Area, ...] = ()
    grades: frozenset[str] = frozenset()
    capacity: int | None = None
    times: frozenset[str] = frozenset()
    languages: frozenset[str] | None = None
    status: str = "draft"
    partner_status: str = "prospective"
    vetting_is_expired: bool = False
    approved_through: date | None = None


@dataclass(frozen=True, slots=True)
class SchoolProfile:
    """What fit needs of a school: the grades it teaches."""

    grades: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Criterion:
    key: str
    verdict: Verdict
    said: Told

    @property
    def words(self) -> str:
        """In English."""
        return self.said.words


@dataclass(frozen=True, slots=True)
class Fit:
    """How one program fits one need: the criteria in the order that every program has, the whole in words,
    and what sorts best first. ``overlaps`` names programs already at the school for the same students at
    the same time."""

    criteria: tuple[Criterion, ...]
    strength: Strength
    said: tuple[Told, ...]
    overlaps: tuple[str, ...]
    sort_key: tuple[bool, int, int, int, str]

    @property
    def words(self) -> str:
        """In English."""
        return (". " if self.strength == "none" else ", ").join(each.words for each in self.said)


def span(grades: Collection[str]) -> str:
    """Grades as people say them: ``3–5``, ``K–2, 6``; none: ``""``. Unknown grades come last as they are."""
    runs: list[list[int]] = []
    for position in sorted(GRADES.index(grade) for grade in set(grades) & set(GRADES)):
        if runs and position == runs[-1][-1] + 1:
            runs[-1].append(position)
        else:
            runs.append([position])
    spans = [GRADES[run[0]] if len(run) == 1 else f"{GRADES[run[0]]}–{GRADES[run[-1]]}" for run in runs]
    return ", ".join([*spans, *sorted(set(grades) - set(GRADES))])


def _either(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(words, key=lambda word: word.replace("_", " ")))


def _need_area(need: NeedProfile, program: ProgramProfile) -> Criterion:
    key, label = "need_area", need.area.label
    if not program.areas:
        return Criterion(key, "not_known", told("area_not_known", "Need area: not known"))
    for area in program.areas:
        if area.code in {need.area.code, need.area.parent} or area.parent == need.area.code:
            return Criterion(key, "met", told("area_met", "Need area: {area}", area=area.label))
    for area in program.areas:
        if area.parent is not None and area.parent == need.area.parent:
            close = told("area_close", "Need area: {area}, close to {wanted}", area=area.label, wanted=label)
            return Criterion(key, "partly", close)
    offered = ", ".join(area.label for area in program.areas)
    other = told("area_other", "Need area: {offered}, not {wanted}", offered=offered, wanted=label)
    return Criterion(key, "not_met", other)


def _grades(need: NeedProfile, program: ProgramProfile, school: SchoolProfile) -> Criterion:
    key, wanted = "grades", need.grades or school.grades
    if not program.grades or not wanted:
        return Criterion(key, "not_known", told("grades_not_known", "Grades: not known"))
    offered, asked = span(program.grades), span(wanted)
    if wanted <= program.grades:
        met = told("grades_met", "Grades: {offered} includes {asked}", offered=offered, asked=asked)
        return Criterion(key, "met", met)
    if shared := wanted & program.grades:
        some = told("grades_some", "Grades: {shared} of {asked}", shared=span(shared), asked=asked)
        return Criterion(key, "partly", some)
    other = told("grades_other", "Grades: {offered}, not {asked}", offered=offered, asked=asked)
    return Criterion(key, "not_met", other)


def area_and_grades(need: NeedProfile, program: ProgramProfile, school: SchoolProfile) -> tuple[Criterion, Criterion]:
    """The two criteria that rule a program out when they are not met."""
    return _need_area(need, program), _grades(need, program, school)


def _capacity(need: NeedProfile, program: ProgramProfile) -> Criterion:
    key, places, asked = "capacity", program.capacity, need.students
    if places is None:
        return Criterion(key, "not_known", told("room_not_known", "Room: not known"))
    if places <= 0:
        return Criterion(key, "not_met", told("room_none", "Room: no place left"))
    if asked is None:
        open_ = told("room_need_not_known", "Room for {places}; how many need it is not known", places=places)
        return Criterion(key, "not_known", open_)
    if places >= asked:
        met = told("room_met", "Room for {places}; about {asked} need it", places=places, asked=asked)
        return Criterion(key, "met", met)
    return Criterion(key, "partly", told("room_some", "Room for {places} of about {asked}", places=places, asked=asked))


def _schedule(need: NeedProfile, program: ProgramProfile, overlapping: Sequence[str]) -> Criterion:
    key = "schedule"
    if not program.times:
        return Criterion(key, "not_known", told("when_not_known", "When: not known"))
    offered, asked = _either(program.times), _either(need.times)
    if not need.times:
        open_ = told("when_not_asked", "When: {offered}; the need does not say when", offered=offered)
        return Criterion(key, "not_known", open_)
    if not need.times & program.times:
        other = told("when_other", "When: {offered}, not {asked}", offered=offered, asked=asked)
        return Criterion(key, "not_met", other)
    if overlapping:
        names = ", ".join(overlapping)
        taken = told(
            "when_taken", "When: {offered}, when {others} serves the same grades", offered=offered, others=names
        )
        return Criterion(key, "partly", taken)
    return Criterion(key, "met", told("when_met", "When: {shared}", shared=_either(need.times & program.times)))


def _language(need: NeedProfile, program: ProgramProfile) -> Criterion:
    key, asked = "language", need.languages
    if asked is None:
        return Criterion(key, "not_known", told("language_not_said", "Language: the need does not say"))
    if not asked:
        return Criterion(key, "met", told("language_none", "Language: none asked for"))
    names = _either(asked)
    if program.languages is None:
        return Criterion(key, "not_known", told("language_not_known", "{asked}: not known", asked=names))
    if asked <= program.languages:
        return Criterion(key, "met", told("language_yes", "{asked}: yes", asked=names))
    if shared := asked & program.languages:
        lacking = _either(asked - shared)
        some = told("language_some", "{shared}: yes; {lacking}: no", shared=_either(shared), lacking=lacking)
        return Criterion(key, "partly", some)
    return Criterion(key, "not_met", told("language_no", "{asked}: no", asked=names))


def _approval(program: ProgramProfile) -> Criterion:
    key, statuses = "approval", {program.status, program.partner_status}
    if program.vetting_is_expired:
        return Criterion(key, "not_met", told("approval_over", "Approval has run out"))
    if statuses == {"approved"}:
        on = program.approved_through
        met = told("approved", "Approved") if on is None else told("approved_through", "Approved through {on}", on=on)
        return Criterion(key, "met", met)
    if statuses <= {"approved", "submitted", "under_review", "changes_requested"}:
        return Criterion(key, "partly", told("approval_under_way", "Approval is under way"))
    return Criterion(key, "not_met", told("not_approved", "Not approved"))


def same_students(a: ProgramProfile, b: ProgramProfile) -> bool:
    """Whether two programs take the same grades at the same time of day. What a program does not say never makes
    an overlap."""
    return bool(a.grades & b.grades) and bool(a.times & b.times)


def overlap(a: ProgramProfile, b: ProgramProfile) -> bool:
    """Whether two programs serve the same students with the same thing at the same time of day: a shared area and
    grade and time (rule E6, possible duplication)."""
    return bool({area.code for area in a.areas} & {area.code for area in b.areas}) and same_students(a, b)


def fit(
    need: NeedProfile, program: ProgramProfile, school: SchoolProfile, others: Iterable[ProgramProfile] = ()
) -> Fit:
    """How the program fits the need at the school, where ``others`` are at work already.

    The order is: those whose area and grades do not rule them out, then by criteria met, partly met, and
    fewest not met, then by name. It never rests on what is unknown.
    """
    overlapping = tuple(sorted(other.name for other in others if overlap(program, other)))
    criteria = (
        *area_and_grades(need, program, school),
        _capacity(need, program),
        _schedule(need, program, overlapping),
        _language(need, program),
        _approval(program),
    )
    strength = _strength(criteria)
    count = Counter(criterion.verdict for criterion in criteria)
    sort_key = (
        strength == "none",
        -count["met"],
        -count["partly"],
        count["not_met"],
        program.name.casefold(),
    )
    return Fit(criteria, strength, _said(strength, criteria), overlapping, sort_key)


def _strength(criteria: Sequence[Criterion]) -> Strength:
    verdicts = [criterion.verdict for criterion in criteria]
    if "not_met" in verdicts[:2]:
        return "none"
    if verdicts.count("not_known") > len(verdicts) / 2:
        return "unknown"
    if verdicts.count("met") >= len(verdicts) - 1 and "not_met" not in verdicts:
        return "strong"
    if verdicts.count("met") >= len(verdicts) - 2:
        return "good"
    return "partial"


def _whole(strength: Strength, met: int, of: int) -> Told:
    match strength:
        case "strong":
            return told("fit_strong", "Strong fit: {met} of {of} met", met=met, of=of)
        case "good":
            return told("fit_good", "Good fit: {met} of {of} met", met=met, of=of)
        case "partial":
            return told("fit_partial", "Partial fit: {met} of {of} met", met=met, of=of)
        case "unknown":
            return told("fit_unknown", "Too little is known: {met} of {of} met", met=met, of=of)
        case "none":
            return told("fit_none", "Does not fit")


def _part(verdict: Verdict, count: int) -> Told:
    if verdict == "partly":
        return told("fit_partly", "{count} partly", count=count)
    if verdict == "not_met":
        return told("fit_not_met", "{count} not met", count=count)
    return told("fit_not_known", "{count} not known", count=count)


_PARTS: Final[tuple[Verdict, ...]] = ("partly", "not_met", "not_known")


def _said(strength: Strength, criteria: Sequence[Criterion]) -> tuple[Told, ...]:
    count = Counter(criterion.verdict for criterion in criteria)
    whole = _whole(strength, count["met"], len(criteria))
    if strength == "none":
        return whole, *(criterion.said for criterion in criteria[:2] if criterion.verdict == "not_met")
    return whole, *(_part(verdict, count[verdict]) for verdict in _PARTS if count[verdict])


_WHOLE: Final[Mapping[str, Strength]] = {
    "Strong fit": "strong", "Good fit": "good", "Partial fit": "partial", "Too little is known": "unknown",
}  # fmt: skip
_KEPT: Final = re.compile(r"([A-Z][a-z ]+): (\d+) of (\d+) met((?:, \d+ (?:partly|not met|not known))*)")


def fit_kept(words: str) -> tuple[Told, ...] | None:
    """What was kept in English of a fit when its need was chosen, to be said in any language; None when it is not
    one of its sentences."""
    if words.startswith("Does not fit."):
        return (_whole("none", 0, 0),)
    found = _KEPT.fullmatch(words)
    if found is None or found[1] not in _WHOLE:
        return None
    parts = re.findall(r"(\d+) (partly|not met|not known)", found[4])
    whole = _whole(_WHOLE[found[1]], int(found[2]), int(found[3]))
    return whole, *(_part(verdict.replace(" ", "_"), int(count)) for count, verdict in parts)
