"""Requirements, papers, people and waivers for a test's scene."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from alongside.core.clock import new_id
from alongside.papers.models import (
    BackgroundCheck,
    Paper,
    PaperRequirement,
    PaperSchool,
    PaperWaiver,
    StaffMember,
    StaffPlace,
)
from tests.world import World

LONG_AGO = date(2019, 1, 7)


async def a_requirement(
    world: World,
    *,
    kind: str = "insurance_certificate",
    title: str = "General liability insurance",
    enforced_from: date = LONG_AGO,
    tenant: UUID | None = None,
    **values: Any,
) -> UUID:
    """Something that is asked, of every program and for a long time unless said otherwise."""
    own: dict[str, Any] = {}
    if kind == "insurance_certificate":
        own = {"coverage": "general_liability"}
    if kind == "background_check":
        own = {"check_kinds": ["state_criminal"], "validity_months": 60}
    return await world.add(
        PaperRequirement, tenant=tenant, kind=kind, title=title, enforced_from=enforced_from, **{**own, **values}
    )


async def a_paper(
    world: World,
    *,
    partner: UUID,
    kind: str = "insurance_certificate",
    status: str = "accepted",
    effective_on: date | None = date(2019, 7, 1),
    expires_on: date | None = date(2020, 6, 30),
    schools: Iterable[UUID] = (),
    tenant: UUID | None = None,
    **values: Any,
) -> UUID:
    """A paper; accepted on its first day unless said otherwise."""
    own: dict[str, Any] = {}
    if kind == "insurance_certificate":
        own = {
            "coverage": "general_liability", "carrier": "Prairie Mutual", "policy_number": "PM-1",
            "limit_each_cents": 100_000_000, "limit_aggregate_cents": 200_000_000,
        }  # fmt: skip
    if status != "draft":
        own["submitted_on"] = effective_on
    if status == "accepted":
        own |= {"accepted_on": effective_on, "reviewed_on": effective_on}
    paper = await world.add(
        Paper, tenant=tenant, partner_id=partner, kind=kind, status=status, effective_on=effective_on,
        expires_on=expires_on, **{**own, **values},
    )  # fmt: skip
    for school in schools:
        await world.add(PaperSchool, tenant=tenant, paper_id=paper, school_id=school)
    return paper


async def a_member(
    world: World,
    *,
    partner: UUID,
    name: str = "Tess Tutor",
    places: Iterable[tuple[UUID, UUID | None]] = (),
    starts_on: date = LONG_AGO,
    tenant: UUID | None = None,
    **values: Any,
) -> UUID:
    """Somebody on a partner's staff list, at these programs and schools."""
    member = await world.add(
        StaffMember, tenant=tenant, partner_id=partner, name=name, starts_on=starts_on, **values
    )  # fmt: skip
    for program, school in places:
        await world.add(StaffPlace, tenant=tenant, staff_id=member, program_id=program, school_id=school)
    return member


async def a_check(
    world: World,
    *,
    member: UUID,
    kind: str = "state_criminal",
    issued_on: date = date(2018, 9, 3),
    result: str = "clear",
    tenant: UUID | None = None,
    **values: Any,
) -> UUID:
    """A background check; clear, and verified on the day it was issued, unless said otherwise."""
    if result != "pending":
        values.setdefault("verified_on", issued_on)
    return await world.add(
        BackgroundCheck, tenant=tenant, staff_id=member, kind=kind, issued_on=issued_on, result=result, **values
    )  # fmt: skip


async def a_waiver(
    world: World,
    *,
    requirement: UUID,
    partner: UUID,
    reason: str = "They work with adults only.",
    starts_on: date = date(2020, 1, 1),
    ends_on: date = date(2020, 6, 30),
    author: UUID | None = None,
    **values: Any,
) -> UUID:
    """A waiver of risk management."""
    if author is None:
        author = await world.owner.fetchval(
            "insert into person (id, email, name) values ($1, $2, 'Paula Nystrom') returning id",
            new_id(), f"{new_id()}@example.org",
        )  # fmt: skip
    return await world.add(
        PaperWaiver, requirement_id=requirement, partner_id=partner, reason=reason, starts_on=starts_on,
        ends_on=ends_on, author_id=author, **values,
    )  # fmt: skip
