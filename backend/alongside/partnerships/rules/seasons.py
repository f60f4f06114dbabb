"""Whether a program runs on a day of the year at all, in words: a plain fact, about which nobody has to do anything."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Final

from alongside.core.telling import Told, told
from alongside.schools.seasons import Running, Season, rests, running


@dataclass(frozen=True, slots=True)
class Runs:
    """What is known; `said` is for people, `from_on` is the day on which it runs again where that is known."""

    standing: Running
    said: Told | None = None
    from_on: date | None = None

    @property
    def words(self) -> str | None:
        """In English."""
        return None if self.said is None else self.said.words

    @property
    def rests(self) -> bool:
        """Whether it is known not to run on the day."""
        return rests(self.standing)


NO_DAYS: Final = told("days_not_known", "It is not known whether school is in session on this day.")
NO_TIMES: Final = told("times_not_known", "The program does not say whether it runs in summer.")


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
        if on is None:
            return Runs(found, told("not_in_summer", "This program does not run in summer."))
        words = told("not_in_summer_until", "This program does not run in summer. School begins on {on}.", on=on)
        return Runs(found, words, on)
    if on is None:
        return Runs(found, told("only_in_summer", "This program runs in summer only."))
    words = told("only_in_summer_from", "This program runs in summer only. Summer begins on {on}.", on=on)
    return Runs(found, words, on)
