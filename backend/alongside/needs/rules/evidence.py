"""What a published measure says for a need, in a sentence.

Source: domain rule B8 (evidence); a range that was published as text never becomes a number.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal


def gap(current: Decimal | None, desired: Decimal | None) -> Decimal | None:
    """How far the desired condition is from the current one, signed, where both are numbers."""
    return None if current is None or desired is None else desired - current


Unit = Literal["percent", "per_100_students", "percentile", "score", "count", "days"]
Direction = Literal["increase", "decrease"]


@dataclass(frozen=True, slots=True)
class EvidenceMeasure:
    """What a proposal needs of a measure. ``direction`` is the way that is better, None if neither is."""

    key: str
    label: str
    unit: Unit | str
    direction: Direction | None
    may_be_evidence: bool


@dataclass(frozen=True, slots=True)
class EvidenceProposal:
    """A measure in which a school stands worse than the published district value.

    ``gap`` is above 0, in the measure's unit; ``share`` is the gap in proportion to the district's value
    (the gap itself where that is 0), by which measures in different units can be put worst first.
    """

    measure: str
    gap: Decimal
    share: Decimal
    sentence: str


def propose_evidence(
    measure: EvidenceMeasure, value: Decimal | str | None, district: Decimal | str | None, period: str
) -> EvidenceProposal | None:
    """The evidence that a school's published value gives for a need, or none.

    None when the measure may not serve as evidence or has no better direction, when either value is missing
    or was published as text (``"> 75%"`` is a range and never becomes a number), or when the school stands
    no worse.
    """
    if not measure.may_be_evidence or measure.direction is None:
        return None
    if not isinstance(value, Decimal) or not isinstance(district, Decimal):
        return None
    if not (value.is_finite() and district.is_finite()):
        return None
    short_by = district - value if measure.direction == "increase" else value - district
    if short_by <= 0:
        return None
    own, other, apart = _said(value, district, 1 if measure.unit == "percent" else 0)
    side = "below" if measure.direction == "increase" else "above"
    points = "point" if Decimal(apart) == 1 else "points"
    match measure.unit:
        case "percent":
            said = f"{own}% is {apart} {points} {side} the district's {other}%"
        case "per_100_students":
            # some measures carry their unit in their name already
            unit = "" if measure.label.casefold().endswith("per 100 students") else " per 100 students"
            said = f"{own}{unit} is {apart} {side} the district's {other}"
        case _:
            said = f"{own} is {apart} {side} the district's {other}"
    share = short_by / abs(district) if district else short_by
    return EvidenceProposal(measure.key, short_by, share, f"{measure.label} {said} ({period})")


def _said(value: Decimal, district: Decimal, least: int) -> tuple[str, str, str]:
    """Both values and how far apart they are, as published; of long fractions two places, if they tell them apart."""
    places = max(_places(value), _places(district), least)
    if places > 2 and round(value, 2) != round(district, 2):
        places = 2
    own, other = f"{value:.{places}f}", f"{district:.{places}f}"
    return own, other, f"{abs(Decimal(own) - Decimal(other)):.{places}f}"


def _places(number: Decimal) -> int:
    return len(f"{number:f}".partition(".")[2])
