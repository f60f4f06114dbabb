"""Where the demonstration is played: people act on the days on which it happened, through the features' services."""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from itertools import groupby
from uuid import UUID
from zoneinfo import ZoneInfo

from alongside.core.db import Database, Tx
from alongside.identity.principal import HeldRole, Principal, TenantSettings
from alongside.identity.scopes import Role

from .content.districts import MAIN
from .content.people import Held, Somebody

Play = Callable[[Tx, Principal], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class PastDay(TenantSettings):
    """A tenant on an earlier day: whoever acts in it acts at that moment, and the log says so."""

    moment: datetime

    @property
    def now(self) -> datetime:
        return self.moment


@dataclass(frozen=True, slots=True)
class Step:
    """Something that somebody did at a moment, local time."""

    when: datetime
    who: str
    play: Play
    district: str = MAIN


def at(day: date, clock: str = "9:00") -> datetime:
    """A moment of a day, local: `at(date(2020, 1, 21), "14:05")`."""
    hour, _, minute = clock.partition(":")
    return datetime.combine(day, time(int(hour), int(minute)))


@dataclass
class Stage:
    """The districts, the people, and what has been made so far, by its key in the tables."""

    database: Database
    tenants: dict[str, TenantSettings] = field(default_factory=dict)
    people: dict[str, Somebody] = field(default_factory=dict)
    _made: dict[tuple[str, str, str], UUID] = field(default_factory=dict)

    def keep(self, noun: str, key: str, made: UUID, district: str = MAIN) -> UUID:
        """Remember under which id something was made."""
        self._made[noun, key, district] = made
        return made

    def id_of(self, noun: str, key: str, district: str = MAIN) -> UUID:
        return self._made[noun, key, district]

    def ids_of(self, noun: str, keys: Iterable[str], district: str = MAIN) -> list[UUID]:
        return [self.id_of(noun, key, district) for key in keys]

    def is_made(self, noun: str, key: str, district: str = MAIN) -> bool:
        return (noun, key, district) in self._made

    def on(self, when: datetime, district: str = MAIN) -> PastDay:
        """The district at a moment, local time."""
        tenant = self.tenants[district]
        moment = when.replace(tzinfo=ZoneInfo(tenant.time_zone)).astimezone(UTC)
        known = {name: getattr(tenant, name) for name in TenantSettings.__dataclass_fields__}
        return PastDay(**{**known, "pinned_today": when.date()}, moment=moment)

    def acting(self, who: str, when: datetime, district: str = MAIN) -> Principal:
        """Somebody as they stood at that moment: with the roles of that day, in the district as of that day."""
        person = self.people[who]
        roles = tuple(
            self._held(held)
            for held in person.held
            if held.district == district
            and held.starts_on <= when.date()
            and (held.ends_on is None or when.date() <= held.ends_on)
        )
        if not roles:
            raise LookupError(f"{person.name} holds no role in {district} on {when.date()}")
        return Principal(
            tenant=self.on(when, district), roles=roles, person_id=self.id_of("person", who, MAIN), name=person.name,
            email=person.email,
        )  # fmt: skip

    def _held(self, held: Held) -> HeldRole:
        return HeldRole(
            role=Role(held.role),
            scope="partner" if held.partner else "schools" if held.schools else "tenant",
            partner_id=self._partner(held.partner, held.district),
            employer_partner_id=self._partner(held.employer, held.district),
            school_ids=frozenset(self.ids_of("school", held.schools, held.district)),
        )

    def _partner(self, key: str | None, district: str) -> UUID | None:
        return None if key is None else self.id_of("partner", key, district)


async def perform(stage: Stage, steps: Iterable[Step]) -> int:
    """Play everything in the order of its days, each in its own district; what one person does at one moment is
    one transaction. Answers how many steps there were."""
    count = 0
    ordered = sorted(steps, key=lambda step: step.when)
    for (district, when, who), together in groupby(ordered, key=lambda step: (step.district, step.when, step.who)):
        principal = stage.acting(who, when, district)
        async with stage.database.transaction(principal) as tx:
            for step in together:
                try:
                    await step.play(tx, principal)
                except Exception as problem:
                    problem.add_note(f"while {who} acted on {when:%Y-%m-%d %H:%M} in {district}")
                    raise
                count += 1
    return count


def with_day(tenant: TenantSettings, day: date) -> TenantSettings:
    """The district with another pinned day."""
    return replace(tenant, pinned_today=day)
