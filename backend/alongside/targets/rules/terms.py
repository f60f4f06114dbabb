"""What a target says, and whether it contradicts itself. Values are compared exactly, as fractions."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

Side = Literal["school", "partner"]
Direction = Literal["increase", "decrease", "maintain"]
Aggregation = Literal["cumulative", "latest", "average", "rate"]
Unit = Literal["count", "percent", "ratio", "score", "hours", "currency"]
TargetMethod = Literal[
    "absolute", "percentage_point", "percent_improvement", "maintain_baseline", "projection", "policy"
]
Pace = Literal["linear", "milestone", "end_only"]
PopulationKind = Literal["students_served", "grade_or_group", "whole_school"]


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
