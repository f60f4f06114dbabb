"""What a partner and a program are in the demonstration's tables."""

from dataclasses import dataclass
from datetime import date

from .spans import grades, weekdays


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A program. What is left empty is not known, which the demonstration shows too."""

    key: str
    name: str
    words: str
    areas: tuple[str, ...]
    grades: tuple[str, ...]
    times: tuple[str, ...]
    weekdays: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    populations: tuple[str, ...] = ()
    capacity: int | None = None
    cost: str | None = "0.00"
    evidence: str | None = None
    supervision: str | None = None
    status: str = "approved"


def offer(
    key: str,
    name: str,
    words: str,
    areas: str,
    span: str,
    times: str,
    days: str = "",
    capacity: int | None = None,
    *,
    languages: str = "",
    populations: str = "",
    cost: str | None = "0.00",
    evidence: str | None = None,
    supervision: str | None = None,
    status: str = "approved",
) -> Offer:
    """A program from one line of a table."""
    return Offer(
        key=key, name=name, words=words, areas=tuple(areas.split()), grades=grades(span), times=tuple(times.split()),
        weekdays=weekdays(days), languages=tuple(languages.split()), populations=tuple(populations.split()),
        capacity=capacity, cost=cost, evidence=evidence,
        supervision=supervision, status=status,
    )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Somebody to call at a partner who does not sign in."""

    kind: str
    name: str
    title: str
    phone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization:
    """A partner organization: where it stands with the district since when, and what it offers.

    `path` names the moves that brought it there and their days; `vetted_until` is the last day of its approval;
    `renamed` is what it was called in law before, and the day of its name of now;
    `sponsor` is the name and EIN of who holds its money.
    """

    key: str
    name: str
    org_type: str
    director: str
    phone: str
    mission: str
    legal_name: str | None = None
    renamed: tuple[str, date] | None = None
    ein: str | None = None
    sponsor: tuple[str, str] | None = None
    languages: tuple[str, ...] = ("English",)
    address: str = "500 West Commons Street"
    funding: str = "partially_funded"
    charges_fee: bool = False
    registered_on: date
    path: tuple[tuple[str, date], ...] = ()
    reason: str | None = None
    notes: tuple[tuple[str, str], ...] = ()
    vetted_until: date | None = None
    is_complete: bool = True
    contacts: tuple[Contact, ...] = ()
    offers: tuple[Offer, ...] = ()


def approved(registered_on: date, approved_on: date) -> tuple[tuple[str, date], ...]:
    """The plain way in: handed in, looked at, approved."""
    return (("submit", registered_on), ("start-review", approved_on), ("approve", approved_on))
