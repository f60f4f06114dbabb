"""What an agreement is in the demonstration's tables, and the ways in which it comes to be signed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

SIGNED_FOR_DISTRICT: Final = ("Harold Lindqvist", "Chief of schools")


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a party gives: a room, money's worth, by a day, at one school or at each."""

    party: str
    text: str
    value: str | None = None
    by: date | None = None
    school: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """A step of an agreement: a move, one school's word (`confirm`, `decline`), a review of a step, or an edit.

    `notes` are a reviewer's beside sections, `change` what an edit says otherwise.
    """

    verb: str
    day: date
    who: str
    clock: str = "10:00"
    school: str | None = None
    reason: str | None = None
    step: str | None = None
    notes: Mapping[str, str] = field(default_factory=dict)
    change: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pact:
    """An agreement. A recorded one was signed elsewhere and entered on a day; a drafted one goes its `path`.

    `renews` names the one that it follows; its text is taken over from that one.
    """

    key: str
    partner: str
    title: str
    programs: tuple[str, ...]
    schools: tuple[str, ...]
    starts_on: date
    ends_on: date
    type: str = "mou"
    term: str = "school_year"
    purpose: str | None = None
    populations: str | None = None
    schedule: str | None = None
    money: str | None = None
    cost: str | None = None
    funding: str | None = None
    shares_records: bool = False
    notice_days: int | None = 30
    expectations: tuple[tuple[str, str, str], ...] = ()
    gives: tuple[Given, ...] = ()
    renews: str | None = None
    recorded: tuple[date, str] | None = None
    signed_on: date | None = None
    drafted: tuple[date, str, str] | None = None
    path: tuple[Done, ...] = ()
    data: Mapping[str, Any] | None = None
    """What a data sharing agreement says of student records."""


def confirmations(words: Mapping[str, str], day: date, clock: str = "14:05") -> tuple[Done, ...]:
    """Principals who say yes on one day: who, for which school."""
    return tuple(Done(verb="confirm", day=day, who=who, clock=clock, school=school) for school, who in words.items())


def signed(
    author: str, sent_on: date, review_on: date, words: Mapping[str, str], words_on: date, approved_on: date,
    partner: str, partner_on: date, district_on: date, by_pen: bool = False,
) -> tuple[Done, ...]:  # fmt: skip
    """The whole way of an agreement that both sides signed; `by_pen`: the office enters the partner's signature."""
    theirs = ("sign-on-paper", "wes") if by_pen else ("sign", partner)
    return (
        Done(verb="submit", day=sent_on, who=author, clock="11:30"),
        Done(verb="start-review", day=review_on, who="wes", clock="9:20"),
        *confirmations(words, words_on),
        Done(verb="approve", day=approved_on, who="renee", clock="15:10"),
        Done(verb="send-for-signature", day=approved_on, who="renee", clock="15:15"),
        Done(verb=theirs[0], day=partner_on, who=theirs[1], clock="9:45"),
        Done(verb="sign", day=district_on, who="harold", clock="16:30"),
    )
