"""What may happen to a performance target, how far it has come, whether it is on track, and what may be
said of it.

Sources: domain rules B9 (lifecycle), E4 (progress), E5 (on and off track). Values are compared exactly, as
fractions; only what is shown is rounded. A rate is Σ numerators / Σ denominators, never a mean of
percentages.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Final, Literal

from alongside.agreements.rules import in_words
from alongside.core.lifecycle import Lifecycle, Move, move
from alongside.identity.scopes import Role

Side = Literal["school", "partner"]
Direction = Literal["increase", "decrease", "maintain"]
Aggregation = Literal["cumulative", "latest", "average", "rate"]
Unit = Literal["count", "percent", "ratio", "score", "hours", "currency"]
TargetMethod = Literal[
    "absolute", "percentage_point", "percent_improvement", "maintain_baseline", "projection", "policy"
]
Pace = Literal["linear", "milestone", "end_only"]
PopulationKind = Literal["students_served", "grade_or_group", "whole_school"]

SCHOOL_SIDE: Final = frozenset({Role.SCHOOL_LEADER, Role.PARTNERSHIP_COORDINATOR})
PARTNER_SIDE: Final = frozenset({Role.PARTNER_ADMIN})
WRITERS: Final = SCHOOL_SIDE | PARTNER_SIDE | {Role.PARTNER_STAFF}

TARGET: Final = Lifecycle(
    states=("draft", "proposed", "agreed", "open", "closed", "revised", "withdrawn"),
    moves=(
        move("propose", {"draft"}, "proposed", WRITERS),
        # One side's word; the state follows when both have given theirs: see `state_after_agreeing`.
        move("agree", {"proposed"}, "agreed", SCHOOL_SIDE | PARTNER_SIDE),
        move("open", {"agreed"}, "open", SCHOOL_SIDE | PARTNER_SIDE),
        # The next version starts as a draft; this one stays as it was, for the record.
        move("revise", {"agreed", "open"}, "revised", SCHOOL_SIDE | PARTNER_SIDE, asks={"reason"}),
        move("withdraw", {"draft", "proposed"}, "withdrawn", WRITERS),
        move("close", {"open"}, "closed", SCHOOL_SIDE | PARTNER_SIDE),
    ),
)

TARGET_SCHOOL: Final = Lifecycle(
    states=("asked", "agreed", "opted_out"),
    moves=(
        move("agree-school", {"asked", "opted_out"}, "agreed", SCHOOL_SIDE),
        move("opt-out", {"asked", "agreed"}, "opted_out", SCHOOL_SIDE),
    ),
)
"""One school's word on a target that covers a program at many schools."""

NEEDS: Final[Mapping[str, str]] = {
    "definition": "The target's definition has to be complete and free of contradictions.",
    "both_sides": "The school and the partner both have to agree.",
    "side_not_agreed": "This side has agreed already.",
    "one_side_each": "You gave the other side's word; somebody else gives this one.",
    "period_over": "A target is closed after its period has ended.",
    "target_open": "The target takes no more answers.",
}
"""What a move of a target may lack, in words."""


@dataclass(frozen=True, slots=True)
class Population:
    """Whose result it is: the students served, one grade or group (named by ``group``), or the whole
    school."""

    kind: PopulationKind
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Milestone:
    due_on: date
    value: Decimal


@dataclass(frozen=True, slots=True)
class TargetTerms:
    """What a target says. Values are in its unit, percent as 74.0; both days belong to the period.

    ``lower_is_better`` matters only where the direction is ``maintain``.
    """

    name: str
    unit: Unit
    direction: Direction
    aggregation: Aggregation
    population: Population
    starts_on: date
    ends_on: date
    baseline: Decimal | None = None
    target: Decimal | None = None
    method: TargetMethod = "absolute"
    pace: Pace = "linear"
    milestones: tuple[Milestone, ...] = ()
    reporting_interval_days: int | None = None
    lower_is_better: bool = False

    @property
    def is_ceiling(self) -> bool:
        """A count that adds up and should stay below the target: an allowance, not a distance to go."""
        return self.aggregation == "cumulative" and self.direction == "decrease"

    @property
    def wants_less(self) -> bool:
        return self.direction == "decrease" or (self.direction == "maintain" and self.lower_is_better)


@dataclass(frozen=True, slots=True)
class Word:
    """One side's word for a target, and who gave it. Proposing is the word of the proposer's side."""

    side: Side
    person: object


def agreeing_needs(person: object, side: Side, given: Collection[Word]) -> list[str]:
    """What stands in the way of this person's word for this side: nobody gives both sides' word on one
    thing."""
    complete = {
        "side_not_agreed": all(word.side != side for word in given),
        "one_side_each": all(word.person != person or word.side == side for word in given),
    }
    return [code for code, there in complete.items() if not there]


def state_after_agreeing(given: Collection[Word]) -> str:
    """``agreed`` once both sides have given their word, ``proposed`` until then."""
    return "agreed" if {word.side for word in given} == {"school", "partner"} else "proposed"


def school_side_agreed(answers: Collection[str]) -> bool:
    """Whether the schools' side of a target over many schools has agreed: one school has. Those still asked
    may join later, those who opted out hold nobody up; only schools that agreed count in its results."""
    return "agreed" in answers


def needs_of(
    terms: TargetTerms, given: Collection[Word], day: date, agreeing: Sequence[str] = ()
) -> Callable[[Move], list[str]]:
    """The guards of `TARGET`: codes of `NEEDS`. ``agreeing`` is what stands in this caller's way
    (`agreeing_needs`)."""

    def needs(made: Move) -> list[str]:
        match made.verb:
            case "propose":
                return ["definition"] if problems(terms) else []
            case "agree":
                return list(agreeing)
            case "open":
                return [] if state_after_agreeing(given) == "agreed" else ["both_sides"]
            case "close":
                return [] if day > terms.ends_on else ["period_over"]
            case _:
                return []

    return needs


def school_needs_of(target_status: str) -> Callable[[Move], list[str]]:
    """The guard of `TARGET_SCHOOL`: schools answer while the target is proposed, agreed or open."""
    missing = [] if target_status in {"proposed", "agreed", "open"} else ["target_open"]
    return lambda _made: list(missing)


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong with a definition or a result: in which field, by which rule, in words."""

    field: str
    code: str
    words: str


def problems(terms: TargetTerms) -> list[Fault]:
    """What is wrong with a definition; nothing: it may be proposed."""
    found: list[Fault] = []
    if terms.ends_on < terms.starts_on:
        found.append(Fault("ends_on", "date_order", "The period ends before it starts."))
    if (terms.population.kind == "grade_or_group") != bool(terms.population.group):
        found.append(Fault("population", "population_group", "Name the grade or group, and only then."))
    if terms.unit in {"percent", "ratio"} and terms.aggregation == "cumulative":
        found.append(Fault("aggregation", "rates_do_not_add_up", "Percentages and ratios do not add up."))
    values = [("baseline", terms.baseline), ("target", terms.target)]
    if terms.unit == "percent":
        found += [
            Fault(field, "percent_range", "A percentage lies between 0 and 100.")
            for field, value in values
            if value is not None and not 0 <= value <= 100
        ]
    return found + _contradictions(terms) + _milestone_faults(terms)


def _contradictions(terms: TargetTerms) -> list[Fault]:
    if terms.baseline is None or terms.target is None or terms.is_ceiling:
        return []
    keeps = terms.direction == "maintain" or terms.method == "maintain_baseline"
    if terms.target == terms.baseline:
        words = "The target is the baseline: say that it is to be maintained."
        return [] if keeps else [Fault("target", "target_is_baseline", words)]
    if keeps and terms.method == "maintain_baseline":
        return [Fault("target", "direction", "To maintain the baseline, the target is the baseline.")]
    falls = terms.target < terms.baseline
    if terms.direction != "maintain" and falls != (terms.direction == "decrease"):
        return [Fault("target", "direction", "The target lies on the other side of the baseline.")]
    return []


def _milestone_faults(terms: TargetTerms) -> list[Fault]:
    due = [milestone.due_on for milestone in terms.milestones]
    if terms.pace == "milestone" and not due:
        return [Fault("milestones", "required", "Set at least one milestone.")]
    if due != sorted(set(due)) or any(not terms.starts_on <= day <= terms.ends_on for day in due):
        return [Fault("milestones", "date_order", "Milestones stand in order, within the period.")]
    return []


class BaselineMissing(ValueError):
    """The method reckons from a baseline, and there is none."""


def resolve_target(
    method: TargetMethod, amount: Decimal | None, baseline: Decimal | None, direction: Direction
) -> Decimal | None:
    """The target as a value: what the server stores beside how it was set (rule E4).

    40 improved by 10 ``percent_improvement`` is 44, by 10 ``percentage_point`` is 50; with direction
    ``decrease`` it is 36 and 30. Raises BaselineMissing.
    """
    if method in {"absolute", "projection", "policy"}:
        return amount
    if baseline is None:
        raise BaselineMissing("this way of setting a target starts from a baseline")
    if method == "maintain_baseline":
        return baseline
    if amount is None:
        return None
    step = amount if method == "percentage_point" else baseline * amount / 100
    return baseline - step if direction == "decrease" else baseline + step


def revised_target(
    method: TargetMethod,
    amount: Decimal | None,
    target: Decimal | None,
    baseline: Decimal,
    direction: Direction,
) -> Decimal | None:
    """The target after its baseline was corrected: one set from the baseline moves along with the same
    amount, one set as a value stays."""
    if method in {"absolute", "projection", "policy"}:
        return target
    return resolve_target(method, amount, baseline, direction)


@dataclass(frozen=True, slots=True)
class Result:
    """One reported result: a value, or numerator and denominator (rates). ``recorded`` orders corrections:
    of two for the same school and day the later one stands. A value of a cumulative target is what its own
    interval added."""

    as_of: date
    recorded: int
    status: str
    school: str | None = None
    value: Decimal | None = None
    numerator: int | None = None
    denominator: int | None = None


def result_problems(
    terms: TargetTerms, result: Result, population: Population, day: date, side: Side | None
) -> list[Fault]:
    """What is wrong with a result that ``side`` (None: the district) reports on this day about this
    population."""
    found = population_problems(terms.population, population)
    if terms.population.kind == "whole_school" and side == "partner":
        words = "What a whole school reaches is context; the school or the district reports it."
        found.append(Fault("population", "whole_school_is_context", words))
    if not terms.starts_on <= result.as_of <= terms.ends_on:
        found.append(Fault("as_of", "outside_period", "The day lies outside the target's period."))
    if result.as_of > day:
        found.append(Fault("as_of", "in_the_future", "The day has not come yet."))
    return found + _value_faults(terms, result)


def _value_faults(terms: TargetTerms, result: Result) -> list[Fault]:
    counts = (result.numerator, result.denominator)
    if (result.value is None) == (counts == (None, None)) or counts.count(None) == 1:
        return [Fault("value", "value_or_counts", "Give the value, or numerator and denominator.")]
    if result.numerator is None or result.denominator is None:
        return []
    if terms.unit not in {"percent", "ratio"}:
        return [Fault("value", "value_required", "This unit takes a value.")]
    if result.numerator < 0 or result.denominator < 0:
        return [Fault("numerator", "negative", "Counts are never negative.")]
    if terms.unit == "percent" and result.numerator > result.denominator:
        return [Fault("numerator", "exceeds_denominator", "The part is larger than the whole.")]
    return []


def population_problems(target: Population, measured: Population) -> list[Fault]:
    """Baseline and results are of the target's own population. A whole-school measure stands beside a
    narrower target as context and is never a partner's result."""
    if measured == target:
        return []
    if measured.kind == "whole_school":
        return [Fault("population", "whole_school_is_context", "A whole-school measure is context, not a result.")]
    return [Fault("population", "population_differs", "This is not the population of the target.")]


@dataclass(frozen=True, slots=True)
class RolledUp:
    """The results of a target as one: exact value (None: nothing reported, a denominator of 0, or
    percentages that cannot be added), the counts behind a rate, the last day measured, and whether any of
    it is yet unverified."""

    value: Fraction | None = None
    numerator: int | None = None
    denominator: int | None = None
    as_of: date | None = None
    is_provisional: bool = False
    schools: int = 0


def standing(results: Iterable[Result]) -> list[Result]:
    """The results that count, oldest first. Per school: the verified ones, or those submitted while none
    is; of one day the one recorded last. Rejected ones never count."""
    by_school: dict[str | None, list[Result]] = {}
    for result in results:
        if result.status != "rejected":
            by_school.setdefault(result.school, []).append(result)
    counted: list[Result] = []
    for own in by_school.values():
        pool = [result for result in own if result.status == "verified"] or own
        per_day = {result.as_of: result for result in sorted(pool, key=lambda result: result.recorded)}
        counted += per_day.values()
    return sorted(counted, key=lambda result: (result.as_of, result.school or "", result.recorded))


def roll_up(terms: TargetTerms, results: Iterable[Result]) -> RolledUp:
    """The target's one value over time and schools, by its aggregation (rule E4)."""
    counted = standing(results)
    if not counted:
        return RolledUp()
    last_day = counted[-1].as_of
    if terms.aggregation == "latest":
        counted = list({result.school: result for result in counted}.values())
    provisional = any(result.status != "verified" for result in counted)
    schools = len({result.school for result in counted})
    rates = [
        (result.numerator, result.denominator)
        for result in counted
        if result.numerator is not None and result.denominator is not None
    ]
    if len(rates) < len(counted):
        value = None if rates else _combined(terms, [Fraction(result.value or 0) for result in counted])
        return RolledUp(value, None, None, last_day, provisional, schools)
    part, whole = sum(part for part, _ in rates), sum(whole for _, whole in rates)
    scale = 100 if terms.unit == "percent" else 1
    value = Fraction(part * scale, whole) if whole else None
    return RolledUp(value, part, whole, last_day, provisional, schools)


def _combined(terms: TargetTerms, values: Sequence[Fraction]) -> Fraction | None:
    if len(values) == 1:
        return values[0]
    if terms.unit in {"percent", "ratio"} or terms.aggregation == "rate":
        return None
    if terms.aggregation == "average":
        return sum(values, Fraction(0)) / len(values)
    return None if terms.unit == "score" else sum(values, Fraction(0))


def percent_of_change(
    baseline: Decimal | Fraction | None, target: Decimal | Fraction | None, latest: Fraction | None
) -> Fraction | None:
    """How much of the targeted change is achieved, 100 being all: signed, so it holds in both directions.
    None where something is missing or there is no change to achieve."""
    if baseline is None or target is None or latest is None or baseline == target:
        return None
    start = Fraction(baseline)
    return 100 * (latest - start) / (Fraction(target) - start)


def reaches(terms: TargetTerms, value: Fraction, mark: Decimal | Fraction) -> bool:
    """Whether a value is at the mark or past it, in the target's direction. Unrounded."""
    return value <= Fraction(mark) if terms.wants_less else value >= Fraction(mark)


def rounded(value: Fraction, places: int) -> Decimal:
    """Rounded half away from zero, as people do."""
    units = int(abs(value) * 10**places + Fraction(1, 2))
    return Decimal(-units if value < 0 else units).scaleb(-places)


def shown(value: Fraction, places: int, unreached: Decimal | Fraction | None = None) -> str:
    """The value with so many decimals; with more, one at a time, while rounding would show ``unreached``
    though the value is not that (rule E4)."""
    if unreached is not None and value != Fraction(unreached):
        while rounded(value, places) == rounded(Fraction(unreached), places):
            places += 1
    return f"{rounded(value, places):f}"


Status = Literal[
    "no_data", "informational", "no_baseline", "in_progress", "moving_away", "met", "within_limit", "missed"
]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a target has come. ``percent`` of the change (signed, may pass 100) and ``allowance_used``
    (ceilings) are exact; ``bar`` is 0 to 100 for drawing; ``is_locked``: reached for good."""

    status: Status
    percent: Fraction | None = None
    change: Fraction | None = None
    is_met: bool | None = None
    allowance_used: Fraction | None = None
    is_locked: bool = False

    @property
    def bar(self) -> Fraction | None:
        filled = self.percent if self.allowance_used is None else self.allowance_used
        return None if filled is None else min(max(filled, Fraction(0)), Fraction(100))


def progress(terms: TargetTerms, latest: Fraction | None, day: date) -> Progress:
    """Every row of domain rule E4."""
    if latest is None:
        return Progress("no_data")
    change = None if terms.baseline is None else latest - Fraction(terms.baseline)
    if terms.target is None:
        return Progress("informational", change=change)
    if terms.is_ceiling:
        return _ceiling(terms, Fraction(terms.target), latest, day)
    met = reaches(terms, latest, terms.target)
    percent = percent_of_change(terms.baseline, terms.target, latest)
    status: Status = "met" if met else "in_progress"
    if terms.baseline is None:
        status = "no_baseline"
    elif percent is not None and percent < 0:
        status = "met" if met else "moving_away"
    locked = met and terms.aggregation == "cumulative"
    return Progress(status, percent, change, met, None, locked)


def _ceiling(terms: TargetTerms, limit: Fraction, latest: Fraction, day: date) -> Progress:
    used = 100 * latest / limit if limit else None
    if latest > limit:
        return Progress("missed", is_met=False, allowance_used=used, is_locked=True)
    over = day > terms.ends_on
    return Progress("met" if over else "within_limit", is_met=over, allowance_used=used, is_locked=over)


Rating = Literal[
    "context", "informational", "too_early", "awaiting_data", "no_data", "no_baseline",
    "on_track", "at_risk", "off_track", "met", "not_met", "not_reported",
]  # fmt: skip

ON_TRACK: Final = Fraction(90, 100)
AT_RISK: Final = Fraction(60, 100)
EARLY: Final = Fraction(15, 100)
OVERDUE_GRACE: Final = timedelta(days=14)


def elapsed(starts_on: date, ends_on: date, day: date) -> Fraction:
    """The share of the period that has passed, its first and last day counted: 0 to 1."""
    share = Fraction((day - starts_on).days + 1, (ends_on - starts_on).days + 1)
    return min(max(share, Fraction(0)), Fraction(1))


def rating(terms: TargetTerms, latest: Fraction | None, day: date) -> Rating:
    """Whether the target is on track on this day (domain rule E5). It is of one target; never average
    ratings.

    A whole-school target is ``context``: it is not rated. A limit passed is ``not_met`` and a count reached
    is ``met`` at once. A limit is rated as if the part of the period that has passed were to be no less
    than the part of the allowance used; a level to be kept that is not kept today is ``at_risk``.
    """
    if terms.population.kind == "whole_school":
        return "context"
    if terms.target is None:
        return "informational"
    reached = progress(terms, latest, day)
    if day > terms.ends_on:
        return "not_reported" if latest is None else "met" if reached.is_met else "not_met"
    if reached.is_locked:
        return "met" if reached.is_met else "not_met"
    if terms.pace == "end_only":
        return "awaiting_data" if latest is None else "met" if reached.is_met else "not_met"
    if latest is None:
        return "no_data"
    passed = elapsed(terms.starts_on, terms.ends_on, day)
    if passed < EARLY:
        return "too_early"
    if terms.pace == "milestone":
        return _by_milestone(terms, latest, day)
    if terms.is_ceiling:
        used = reached.allowance_used
        return _by_ratio(100 * passed / used) if used else "on_track"
    if reached.percent is None:
        return "on_track" if reached.is_met else "no_baseline" if terms.baseline is None else "at_risk"
    return _by_ratio(reached.percent / (100 * passed))


def _by_ratio(ratio: Fraction) -> Rating:
    return "on_track" if ratio >= ON_TRACK else "at_risk" if ratio >= AT_RISK else "off_track"


def _by_milestone(terms: TargetTerms, latest: Fraction, day: date) -> Rating:
    due = [milestone for milestone in terms.milestones if milestone.due_on <= day]
    if not due:
        return "too_early"
    if reaches(terms, latest, due[-1].value):
        return "on_track"
    share = percent_of_change(terms.baseline, due[-1].value, latest)
    return "at_risk" if share is None else _by_ratio(share / 100)


def is_data_overdue(terms: TargetTerms, last_as_of: date | None, day: date) -> bool:
    """Whether a report is missing for longer than the interval and 14 days; said beside the rating, within
    the period. A target without an interval, and one measured at the end only, owes none in between."""
    if terms.reporting_interval_days is None or terms.pace == "end_only" or day > terms.ends_on:
        return False
    since = terms.starts_on if last_as_of is None else last_as_of
    return day > since + timedelta(days=terms.reporting_interval_days) + OVERDUE_GRACE


_PLACES: Final[Mapping[Unit, int]] = {
    "count": 0, "percent": 1, "ratio": 2, "score": 1, "hours": 1, "currency": 2,
}  # fmt: skip


def said(terms: TargetTerms, value: Fraction | Decimal, unreached: Decimal | None = None) -> str:
    """A value in the target's unit as people read it: ``74.0%``, ``12.5 hours``, ``$40.00``, ``120``."""
    exact = Fraction(value)
    places = 1 if terms.unit == "count" and exact.denominator > 1 else _PLACES[terms.unit]
    number = shown(exact, places, unreached)
    match terms.unit:
        case "percent":
            return f"{number}%"
        case "hours":
            return f"{number} hours"
        case "currency":
            return f"${number}"
        case _:
            return number


def finding(terms: TargetTerms, rolled: RolledUp, day: date, *, hidden: bool = False) -> str:
    """What the results say, in a few sentences, for a heading, a caption or a screen reader.

    ``hidden``: the reader may not see the numbers (domain rule E7), so none is in it, nor what follows from
    one.
    """
    if hidden:
        return f"{terms.name}: hidden for privacy."
    if rolled.value is None:
        return f"{terms.name}: {_nothing(terms, rolled, day)}"
    state = progress(terms, rolled.value, day)
    sentences = [f"{terms.name}: {_now(terms, rolled, rolled.value)}{_since(terms, state)}."]
    if terms.target is not None:
        sentences.append(_against(terms, terms.target, state))
    if rolled.is_provisional:
        sentences.append("Not verified yet.")
    if terms.population.kind == "whole_school":
        sentences.append("This is context about the whole school, not the result of one partner.")
    return " ".join(sentences)


def _nothing(terms: TargetTerms, rolled: RolledUp, day: date) -> str:
    if rolled.as_of is not None:
        return "what was reported does not add up to one number."
    if day > terms.ends_on:
        return "no result was reported."
    if terms.target is None:
        return "no result yet."
    return f"no result yet. The target is {said(terms, terms.target)} by {in_words(terms.ends_on)}."


def _now(terms: TargetTerms, rolled: RolledUp, value: Fraction) -> str:
    number = said(terms, value, terms.target)
    if rolled.numerator is None:
        return number
    whose = ""
    if terms.aggregation == "latest":
        whose = " students served" if terms.population.kind == "students_served" else " students"
    return f"{rolled.numerator} of {rolled.denominator}{whose} ({number})"


def _since(terms: TargetTerms, state: Progress) -> str:
    if state.change is None or terms.baseline is None:
        return ""
    if not state.change:
        return f", as at the start ({said(terms, terms.baseline)})"
    return f", {'up' if state.change > 0 else 'down'} from {said(terms, terms.baseline)}"


def _against(terms: TargetTerms, target: Decimal, state: Progress) -> str:
    mark, last_day = said(terms, target), in_words(terms.ends_on)
    match state.status:
        case "within_limit":
            return f"The limit is {mark} until {last_day}."
        case "missed":
            return f"That is over the limit of {mark}."
        case "moving_away":
            return f"That is moving away from the target, {mark} by {last_day}."
    if state.is_met:
        return f"The limit of {mark} was kept." if terms.is_ceiling else f"The target of {mark} is met."
    return f"The target is {mark} by {last_day}."
