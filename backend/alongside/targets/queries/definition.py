"""What a target's row says, as the terms its rules understand."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from alongside.targets import rules


def population_of(row: Mapping[str, Any]) -> rules.Population:
    """Whose result a target is about; a grade or group goes by its words."""
    kind: rules.PopulationKind = row["population"]
    return rules.Population(kind, row["population_words"] if kind == "grade_or_group" else None)


def terms_of(row: Mapping[str, Any], milestones: Iterable[Mapping[str, Any]] = ()) -> rules.TargetTerms:
    """The terms of a target's row."""
    return rules.TargetTerms(
        name=row["name"],
        unit=row["unit"],
        direction=row["direction"],
        aggregation=row["aggregation"],
        population=population_of(row),
        starts_on=row["period_starts_on"],
        ends_on=row["period_ends_on"],
        baseline=_exact(row["baseline_value"]),
        target=_exact(row["target_value"]),
        method=row["target_method"],
        pace=row["pace"],
        milestones=tuple(rules.Milestone(each["due_on"], each["value"]) for each in milestones),
        reporting_interval_days=row["reporting_interval_days"],
        lower_is_better=row["is_lower_better"],
    )


def _exact(value: Decimal | None) -> Decimal | None:
    return None if value is None else Decimal(value)
