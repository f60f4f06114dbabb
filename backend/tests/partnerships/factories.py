"""Partnerships and everything that clears one, for a test's scene."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from alongside.needs.models import Need, NeedsAssessment
from alongside.partnerships.models import Partnership, PartnershipNeed
from tests.agreements.factories import an_agreement
from tests.partners.factories import a_partner, a_program
from tests.schools.factories import a_school
from tests.world import World


async def a_partnership(
    world: World,
    *,
    partner: UUID,
    program: UUID,
    school: UUID,
    needs: Iterable[UUID] = (),
    stage: str = "active",
    tenant: UUID | None = None,
    **values: Any,
) -> UUID:
    """A program at a school; at work since September unless said otherwise."""
    if stage in ("active", "paused", "ended"):
        values.setdefault("started_on", date(2019, 9, 3))
    partnership = await world.add(
        Partnership, tenant=tenant, partner_id=partner, program_id=program, school_id=school, stage=stage,
        **{"first_school_year": "2019-2020", **values},
    )  # fmt: skip
    for need in needs:
        await world.add(
            PartnershipNeed, tenant=tenant, partnership_id=partnership, need_id=need, fit_words="Strong fit: 6 of 6 met"
        )
    return partnership


@dataclass(frozen=True)
class Scene:
    """A school, a partner with a program, and their partnership."""

    school: UUID
    partner: UUID
    program: UUID
    partnership: UUID


async def a_scene(
    world: World,
    *,
    stage: str = "ready_check",
    school: UUID | None = None,
    school_name: str = "Alder Park School",
    partner: UUID | None = None,
    partner_name: str = "North River Tutors",
    program: UUID | None = None,
    program_name: str = "Reading Together",
    agreement: str | None = "executed",
    confirmation: str = "confirmed",
    starts_on: date = date(2019, 8, 26),
    ends_on: date = date(2020, 6, 12),
    partner_values: dict[str, Any] | None = None,
    program_values: dict[str, Any] | None = None,
    **values: Any,
) -> Scene:
    """A partnership with the agreement behind it; cleared unless something else is said."""
    school = school or await a_school(world, name=school_name)
    partner = partner or await a_partner(world, name=partner_name, **(partner_values or {}))
    program = program or await a_program(world, partner=partner, name=program_name, **(program_values or {}))
    if agreement is not None:
        await an_agreement(
            world, status=agreement, partner=partner, programs=[program], schools={school: confirmation},
            starts_on=starts_on, ends_on=ends_on,
        )  # fmt: skip
    made = await a_partnership(world, partner=partner, program=program, school=school, stage=stage, **values)
    return Scene(school, partner, program, made)


async def a_need(
    world: World,
    *,
    school: UUID,
    title: str = "Reading in grade 3",
    area_code: str = "tutoring",
    assessment_status: str = "published",
    kind: str = "comprehensive",
    school_year: str = "2019-2020",
    published_on: date = date(2019, 10, 1),
    tenant: UUID | None = None,
    **values: Any,
) -> UUID:
    """A need of a school, in its assessment of this year and kind (made when there is none)."""
    found = await world.rows(
        "select id from needs_assessment where school_id = $1 and kind = $2 and school_year = $3 and status = $4",
        school, kind, school_year, assessment_status, tenant=tenant,
    )  # fmt: skip
    assessment = (
        found[0]["id"]
        if found
        else await world.add(
            NeedsAssessment, tenant=tenant, school_id=school, school_year=school_year, kind=kind,
            status=assessment_status, published_on=published_on if assessment_status == "published" else None,
        )
    )  # fmt: skip
    return await world.add(
        Need, tenant=tenant, assessment_id=assessment, school_id=school, title=title, area_code=area_code,
        **{"status": "prioritized", **values},
    )  # fmt: skip
