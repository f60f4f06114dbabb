"""What the results of a target say, in sentences for a heading, a caption or a screen reader."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

from alongside.agreements.rules import in_words

from .achievement import Progress, progress, shown
from .results import RolledUp
from .terms import TargetTerms, Unit

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
