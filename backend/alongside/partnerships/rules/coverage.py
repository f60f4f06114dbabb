"""What a school's needs have by way of programs that may work there: the state of a cell of the needs map (rule E6)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import combinations
from typing import Final, Literal

from .fit import NeedProfile, ProgramProfile, SchoolProfile, area_and_grades, same_students

CoverageState = Literal["unknown", "no_need", "unmet", "partial", "possible_duplication", "covered"]

_WORST_FIRST: Final[tuple[CoverageState, ...]] = ("unmet", "partial", "possible_duplication", "covered")


@dataclass(frozen=True, slots=True)
class Working:
    """A program at work in a school and cleared on the day; ``is_expiring``: its only cover ends within the window."""

    program: ProgramProfile
    is_expiring: bool = False


@dataclass(frozen=True, slots=True)
class Coverage:
    """How one need is covered. Places are known places: ``most`` in one program, ``enrolments`` in all together,
    which counts a student in two programs twice and is therefore never said as students."""

    state: CoverageState
    words: str
    programs: tuple[str, ...] = ()
    overlaps: tuple[tuple[str, str], ...] = ()
    most: int | None = None
    enrolments: int | None = None


def coverage_of(need: NeedProfile, school: SchoolProfile, working: Iterable[Working]) -> Coverage:
    """How the programs at work in the school cover one need.

    A program counts when its areas meet the need's and its grades do not rule it out. ``partial`` comes before
    ``possible_duplication``: while students go without, two programs are not one too many. What is not known
    (places, students) never makes a cover partial.
    """
    covering = sorted(
        (each for each in working if _serves(need, each.program, school)), key=lambda each: each.program.name.casefold()
    )
    if not covering:
        return Coverage("unmet", "No program that may work here serves this need.")
    programs = tuple(each.program.name for each in covering)
    overlaps = tuple(
        (one.program.name, other.program.name)
        for one, other in combinations(covering, 2)
        if same_students(one.program, other.program)
    )
    places = [each.program.capacity for each in covering]
    known = [each for each in places if each is not None]
    most, enrolments = max(known, default=None), sum(known) if known else None

    def state(name: CoverageState, words: str) -> Coverage:
        return Coverage(name, words, programs, overlaps, most, enrolments)

    if need.students is not None and len(known) == len(places) and sum(known) < need.students:
        return state("partial", f"Places for {sum(known)} of about {need.students}.")
    if all(each.is_expiring for each in covering):
        return state("partial", "Every agreement behind it ends soon.")
    if overlaps:
        first, second = overlaps[0]
        return state("possible_duplication", f"{first} and {second} serve the same grades at the same time of day.")
    return state("covered", f"{', '.join(programs)} serve{'s' if len(programs) == 1 else ''} it.")


def _serves(need: NeedProfile, program: ProgramProfile, school: SchoolProfile) -> bool:
    area, grades = area_and_grades(need, program, school)
    return area.verdict == "met" and grades.verdict != "not_met"


def coverage_state(is_assessed: bool, needs: Collection[Coverage]) -> CoverageState:
    """The state of a school in an area: that of its worst covered need.

    A school without a published assessment is ``unknown``, never ``no_need``.
    """
    if not is_assessed:
        return "unknown"
    states = {need.state for need in needs}
    return next((state for state in _WORST_FIRST if state in states), "no_need")
