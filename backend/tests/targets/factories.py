"""Targets over schools and their results, for a test's scene."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from alongside.identity.scopes import Role
from alongside.targets.models import Result, Target, TargetMilestone, TargetSchool
from tests.partners.factories import a_partner, a_program
from tests.partnerships.factories import a_partnership
from tests.schools.factories import a_school
from tests.world import TODAY, Person, World

DEFINITION: dict[str, Any] = {
    "school_year": "2019-2020",
    "name": "Reading on grade level",
    "kind": "better_off",
    "measure": "Students reading on grade level",
    "unit": "percent",
    "direction": "increase",
    "aggregation": "latest",
    "population": "students_served",
    "population_words": "Students tutored twice a week",
    "period_starts_on": date(2019, 9, 1),
    "period_ends_on": date(2020, 6, 15),
}
BASELINE: dict[str, Any] = {
    "baseline_value": 62,
    "baseline_population": "students_served",
    "baseline_source": "Fall reading screener",
    "baseline_period": "September 2019",
}


@dataclass(frozen=True)
class Scene:
    """A partner's program at some schools, and a target over them."""

    world: World
    partner: UUID
    program: UUID
    schools: list[UUID]
    partnerships: list[UUID]
    target: UUID

    @property
    def path(self) -> str:
        return f"/api/v1/targets/{self.target}"

    async def leader(self, place: int = 0, **values: Any) -> Person:
        """The principal of one of the schools."""
        return await self.world.person(Role.SCHOOL_LEADER, schools=[self.schools[place]], **values)

    async def coordinator(self, place: int = 0, **values: Any) -> Person:
        return await self.world.person(Role.PARTNERSHIP_COORDINATOR, schools=[self.schools[place]], **values)

    async def partner_admin(self, **values: Any) -> Person:
        return await self.world.person(Role.PARTNER_ADMIN, partner=self.partner, **values)

    async def partner_staff(self, **values: Any) -> Person:
        return await self.world.person(Role.PARTNER_STAFF, partner=self.partner, **values)


async def a_target(
    world: World,
    *,
    partner: UUID,
    program: UUID,
    schools: dict[UUID, UUID],
    status: str = "open",
    words: dict[UUID, str] | None = None,
    milestones: Iterable[tuple[date, float]] = (),
    tenant: UUID | None = None,
    **values: Any,
) -> UUID:
    """A target over `schools` (school to partnership); both sides agreed unless its status says that they have not."""
    settled = status in ("agreed", "open", "closed", "revised")
    own = {**DEFINITION, **BASELINE, "target_input": 70, "proposed_by_side": "partner"}
    if status not in ("draft", "withdrawn"):
        own["proposed_on"] = date(2019, 9, 2)
    if settled:
        own["partner_agreed_on"] = date(2019, 9, 2)
    own |= values
    own.setdefault("target_value", own["target_input"])
    target = await world.add(Target, tenant=tenant, partner_id=partner, program_id=program, status=status, **own)
    for school, partnership in schools.items():
        word = (words or {}).get(school, "agreed" if settled else "pending")
        await world.add(
            TargetSchool, tenant=tenant, target_id=target, school_id=school, partnership_id=partnership, word=word,
            word_on=None if word == "pending" else date(2019, 9, 9),
        )  # fmt: skip
    for due_on, value in milestones:
        await world.add(TargetMilestone, tenant=tenant, target_id=target, due_on=due_on, value=value)
    return target


async def a_result(
    world: World, *, target: UUID, school: UUID, as_of: date = TODAY, of: tuple[int, int] | None = None, **values: Any
) -> UUID:
    """A reported result; `of` is numerator and denominator."""
    part, whole = of or (None, None)
    return await world.add(
        Result, target_id=target, school_id=school, as_of_on=as_of, numerator=part, denominator=whole,
        **{"population": "students_served", **values},
    )  # fmt: skip


async def a_scene(world: World, *, schools: int = 1, tenant: UUID | None = None, **values: Any) -> Scene:
    """A partner with a program at so many schools, and a target over all of them."""
    partner = await a_partner(world, tenant=tenant)
    program = await a_program(world, partner=partner, tenant=tenant)
    places = [await a_school(world, name=f"School {chr(65 + place)}", tenant=tenant) for place in range(schools)]
    pairs = {
        school: await a_partnership(world, partner=partner, program=program, school=school, tenant=tenant)
        for school in places
    }
    target = await a_target(world, partner=partner, program=program, schools=pairs, tenant=tenant, **values)
    return Scene(world, partner, program, places, list(pairs.values()), target)


def definition(**changes: Any) -> dict[str, Any]:
    """A definition as a request sends it."""
    body = {**DEFINITION, **BASELINE, "target_input": 70, **changes}
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in body.items()}
