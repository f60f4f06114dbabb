"""How a program fits a need at a school: a list of reasons for people to judge by (rules B3, E6).

Unknown is said as unknown and never counts as no, and no percentage stands for the whole.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from alongside.agreements.rules import in_words

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
    words: str


@dataclass(frozen=True, slots=True)
class Fit:
    """How one program fits one need: the criteria in the order that every program has, the whole in words,
    and what sorts best first. ``overlaps`` names programs already at the school for the same students at
    the same time."""

    criteria: tuple[Criterion, ...]
    strength: Strength
    words: str
    overlaps: tuple[str, ...]
    sort_key: tuple[bool, int, int, int, str]


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


def _either(words: Iterable[str]) -> str:
    return ", ".join(sorted(word.replace("_", " ") for word in words))


def _need_area(need: NeedProfile, program: ProgramProfile) -> Criterion:
    key, label = "need_area", need.area.label
    if not program.areas:
        return Criterion(key, "not_known", "Need area: not known")
    for area in program.areas:
        if area.code in {need.area.code, need.area.parent} or area.parent == need.area.code:
            return Criterion(key, "met", f"Need area: {area.label}")
    for area in program.areas:
        if area.parent is not None and area.parent == need.area.parent:
            return Criterion(key, "partly", f"Need area: {area.label}, close to {label}")
    offered = ", ".join(area.label for area in program.areas)
    return Criterion(key, "not_met", f"Need area: {offered}, not {label}")


def _grades(need: NeedProfile, program: ProgramProfile, school: SchoolProfile) -> Criterion:
    wanted = need.grades or school.grades
    if not program.grades or not wanted:
        return Criterion("grades", "not_known", "Grades: not known")
    if wanted <= program.grades:
        return Criterion("grades", "met", f"Grades: {span(program.grades)} includes {span(wanted)}")
    if shared := wanted & program.grades:
        return Criterion("grades", "partly", f"Grades: {span(shared)} of {span(wanted)}")
    return Criterion("grades", "not_met", f"Grades: {span(program.grades)}, not {span(wanted)}")


def area_and_grades(need: NeedProfile, program: ProgramProfile, school: SchoolProfile) -> tuple[Criterion, Criterion]:
    """The two criteria that rule a program out when they are not met."""
    return _need_area(need, program), _grades(need, program, school)


def _capacity(need: NeedProfile, program: ProgramProfile) -> Criterion:
    if program.capacity is None:
        return Criterion("capacity", "not_known", "Room: not known")
    if program.capacity <= 0:
        return Criterion("capacity", "not_met", "Room: no place left")
    if need.students is None:
        words = f"Room for {program.capacity}; how many need it is not known"
        return Criterion("capacity", "not_known", words)
    if program.capacity >= need.students:
        return Criterion("capacity", "met", f"Room for {program.capacity}; about {need.students} need it")
    return Criterion("capacity", "partly", f"Room for {program.capacity} of about {need.students}")


def _schedule(need: NeedProfile, program: ProgramProfile, overlapping: Sequence[str]) -> Criterion:
    if not program.times:
        return Criterion("schedule", "not_known", "When: not known")
    offered = _either(program.times)
    if not need.times:
        return Criterion("schedule", "not_known", f"When: {offered}; the need does not say when")
    if not need.times & program.times:
        return Criterion("schedule", "not_met", f"When: {offered}, not {_either(need.times)}")
    if overlapping:
        words = f"When: {offered}, when {', '.join(overlapping)} serves the same grades"
        return Criterion("schedule", "partly", words)
    return Criterion("schedule", "met", f"When: {_either(need.times & program.times)}")


def _language(need: NeedProfile, program: ProgramProfile) -> Criterion:
    if need.languages is None:
        return Criterion("language", "not_known", "Language: the need does not say")
    if not need.languages:
        return Criterion("language", "met", "Language: none asked for")
    if program.languages is None:
        return Criterion("language", "not_known", f"{_either(need.languages)}: not known")
    if need.languages <= program.languages:
        return Criterion("language", "met", f"{_either(need.languages)}: yes")
    if shared := need.languages & program.languages:
        return Criterion("language", "partly", f"{_either(shared)}: yes; {_either(need.languages - shared)}: no")
    return Criterion("language", "not_met", f"{_either(need.languages)}: no")


def _approval(program: ProgramProfile) -> Criterion:
    statuses = {program.status, program.partner_status}
    if program.vetting_is_expired:
        return Criterion("approval", "not_met", "Approval has run out")
    if statuses == {"approved"}:
        through = "" if program.approved_through is None else f" through {in_words(program.approved_through)}"
        return Criterion("approval", "met", f"Approved{through}")
    if statuses <= {"approved", "submitted", "under_review", "changes_requested"}:
        return Criterion("approval", "partly", "Approval is under way")
    return Criterion("approval", "not_met", "Not approved")


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
    return Fit(criteria, strength, _in_words(strength, criteria), overlapping, sort_key)


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


_STRENGTH_WORDS: Final[dict[Strength, str]] = {
    "strong": "Strong fit",
    "good": "Good fit",
    "partial": "Partial fit",
    "unknown": "Too little is known",
}

_VERDICT_WORDS: Final[tuple[tuple[Verdict, str], ...]] = (
    ("partly", "partly"),
    ("not_met", "not met"),
    ("not_known", "not known"),
)


def _in_words(strength: Strength, criteria: Sequence[Criterion]) -> str:
    if strength == "none":
        reasons = [criterion.words for criterion in criteria[:2] if criterion.verdict == "not_met"]
        return f"Does not fit. {'. '.join(reasons)}"
    count = Counter(criterion.verdict for criterion in criteria)
    parts = [f"{count['met']} of {len(criteria)} met"]
    parts += [f"{count[verdict]} {words}" for verdict, words in _VERDICT_WORDS if count[verdict]]
    return f"{_STRENGTH_WORDS[strength]}: {', '.join(parts)}"
