"""What the results of a target say, in sentences for a heading, a caption or a screen reader."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

from alongside.agreements.rules import in_words
from alongside.core.telling import Told, told

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


def finding_said(terms: TargetTerms, rolled: RolledUp, day: date, *, hidden: bool = False) -> tuple[Told, ...]:
    """What `finding` says, sentence by sentence, to be said in any language."""
    name = terms.name
    if hidden:
        return (told("finding_hidden", "{name}: hidden for privacy.", name=name),)
    if rolled.value is None:
        return _nothing_said(terms, rolled, day)
    state = progress(terms, rolled.value, day)
    found = [_now_said(terms, rolled, rolled.value), *_since_said(terms, state)]
    if terms.target is not None:
        found.append(_against_said(terms, terms.target, state))
    if rolled.is_provisional:
        found.append(told("finding_unverified", "Not verified yet."))
    if terms.population.kind == "whole_school":
        found.append(_CONTEXT)
    return tuple(found)


_CONTEXT: Final = told("finding_context", "This is context about the whole school, not the result of one partner.")


def _in_any(terms: TargetTerms, value: Fraction | Decimal, unreached: Decimal | None = None) -> str:
    """A value as `said`, its unit written as every language does: hours as `h`."""
    return said(terms, value, unreached).replace(" hours", " h")


def _nothing_said(terms: TargetTerms, rolled: RolledUp, day: date) -> tuple[Told, ...]:
    name = terms.name
    if rolled.as_of is not None:
        return (told("finding_not_one", "{name}: what was reported does not add up to one number.", name=name),)
    if day > terms.ends_on:
        return (told("finding_none", "{name}: no result was reported.", name=name),)
    nothing = told("finding_not_yet", "{name}: no result yet.", name=name)
    return (nothing,) if terms.target is None else (nothing, _aim(terms, terms.target))


def _aim(terms: TargetTerms, target: Decimal) -> Told:
    return told("finding_target", "The target is {mark} by {on}.", mark=_in_any(terms, target), on=terms.ends_on)


def _now_said(terms: TargetTerms, rolled: RolledUp, value: Fraction) -> Told:
    name, number = terms.name, _in_any(terms, value, terms.target)
    part, whole = str(rolled.numerator), str(rolled.denominator)
    if rolled.numerator is None:
        return told("finding_now", "{name}: {number}.", name=name, number=number)
    if terms.aggregation != "latest":
        return told(
            "finding_of", "{name}: {part} of {whole} ({number}).", name=name, part=part, whole=whole, number=number
        )
    if terms.population.kind == "students_served":
        return told(
            "finding_of_served", "{name}: {part} of {whole} students served ({number}).",
            name=name, part=part, whole=whole, number=number,
        )  # fmt: skip
    return told(
        "finding_of_students", "{name}: {part} of {whole} students ({number}).",
        name=name, part=part, whole=whole, number=number,
    )  # fmt: skip


def _since_said(terms: TargetTerms, state: Progress) -> tuple[Told, ...]:
    if state.change is None or terms.baseline is None:
        return ()
    start = _in_any(terms, terms.baseline)
    if not state.change:
        return (told("finding_same", "As at the start ({start}).", start=start),)
    if state.change > 0:
        return (told("finding_up", "Up from {start}.", start=start),)
    return (told("finding_down", "Down from {start}.", start=start),)


def _against_said(terms: TargetTerms, target: Decimal, state: Progress) -> Told:
    mark, on = _in_any(terms, target), terms.ends_on
    match state.status:
        case "within_limit":
            return told("finding_limit", "The limit is {mark} until {on}.", mark=mark, on=on)
        case "missed":
            return told("finding_over", "That is over the limit of {mark}.", mark=mark)
        case "moving_away":
            return told("finding_away", "That is moving away from the target, {mark} by {on}.", mark=mark, on=on)
    if not state.is_met:
        return _aim(terms, target)
    if terms.is_ceiling:
        return told("finding_kept", "The limit of {mark} was kept.", mark=mark)
    return told("finding_met", "The target of {mark} is met.", mark=mark)
