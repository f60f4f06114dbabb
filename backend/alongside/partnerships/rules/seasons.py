"""Whether a program runs on a day of the year at all, in words: a plain fact, about which nobody has to do anything."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Final

from alongside.agreements.rules import in_words
from alongside.schools.seasons import Running, Season, rests, running


@dataclass(frozen=True, slots=True)
class Runs:
    """What is known; `words` are for people, `from_on` is the day on which it runs again where that is known."""

    standing: Running
    words: str | None = None
    from_on: date | None = None

    @property
    def rests(self) -> bool:
        """Whether it is known not to run on the day."""
        return rests(self.standing)


NO_DAYS: Final = "It is not known whether school is in session on this day."
NO_TIMES: Final = "The program does not say whether it runs in summer."


def runs_on(times_of_day: Collection[str], season: Season) -> Runs:
    """Whether a program with these times runs in the season of a day. What is not known is said, and rests nobody."""
    found = running(times_of_day, season.name)
    if found == "unknown":
        if season.name == "unknown":
            return Runs(found, NO_DAYS)
        return Runs(found, NO_TIMES if season.name == "summer" else None)
    if found == "runs":
        return Runs(found)
    on = season.turns_on
    if found == "not_in_summer":
        begins = "" if on is None else f" School begins on {in_words(on)}."
        return Runs(found, f"This program does not run in summer.{begins}", on)
    begins = "" if on is None else f" Summer begins on {in_words(on)}."
    return Runs(found, f"This program runs in summer only.{begins}", on)
