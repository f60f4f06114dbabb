"""The kinds of value that targets and results share, and a number that may be hidden."""

from decimal import Decimal
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from alongside.core.fields import ReadModel

Kind = Literal["how_much", "how_well", "better_off"]
Unit = Literal["count", "percent", "ratio", "score", "hours", "currency"]
Direction = Literal["increase", "decrease", "maintain"]
Aggregation = Literal["cumulative", "latest", "average", "rate"]
PopulationKind = Literal["students_served", "grade_or_group", "whole_school"]
TargetMethod = Literal[
    "absolute", "percentage_point", "percent_improvement", "maintain_baseline", "projection", "policy"
]
Pace = Literal["linear", "milestone", "end_only"]
TargetStatus = Literal["draft", "proposed", "agreed", "open", "closed", "revised", "withdrawn"]
SchoolWord = Literal["pending", "agreed", "opted_out"]
Rating = Literal[
    "context", "informational", "too_early", "awaiting_data", "no_data", "no_baseline", "on_track", "at_risk",
    "off_track", "met", "not_met", "not_reported",
]  # fmt: skip
ProgressStatus = Literal[
    "no_data", "informational", "no_baseline", "in_progress", "moving_away", "met", "within_limit", "missed"
]


def _number(value: Any) -> Any:
    if isinstance(value, bool | str):
        raise PydanticCustomError("number", "This must be a number")
    return value


Amount = Annotated[
    Decimal,
    BeforeValidator(_number),
    Field(ge=-1_000_000_000, le=1_000_000_000, decimal_places=6, allow_inf_nan=False),
    WithJsonSchema({"type": "number", "minimum": -1_000_000_000, "maximum": 1_000_000_000}),
]
"""An exact number of up to six decimals; percent as 74.5."""

Count = Annotated[int, Field(ge=-1_000_000_000, le=1_000_000_000, strict=True)]
"""How many; that it is not negative is said with the row it stands in."""


class NamedRef(ReadModel):
    """A record by its name."""

    id: UUID
    name: str


class TitledRef(ReadModel):
    """A need by its title."""

    id: UUID
    title: str


class Figure(ReadModel):
    """A number, as it is and in words with its unit; or, hidden for privacy, nothing but the reason."""

    value: float | None
    numerator: int | None
    denominator: int | None
    words: str | None
    suppressed: bool
    reason: Literal["small_n", "complementary"] | None
