"""Agreements in any state, with what they cover, for a test's scene."""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import count
from typing import Any
from uuid import UUID

from alongside.agreements.models import (
    Agreement,
    AgreementProgram,
    AgreementReview,
    AgreementSchool,
    AgreementTemplate,
    AgreementTemplateVersion,
    Expectation,
    ResourceCommitment,
    Revisit,
    Signature,
    SitePlan,
    SitePlanWord,
)
from alongside.core.clock import new_id, now
from tests.partners.factories import a_partner
from tests.world import TODAY, World

APPROVED_OR_LATER = frozenset({"approved", "out_for_signature", "executed", "suspended", "terminated", "superseded"})
SIGNED = frozenset({"executed", "suspended", "terminated", "superseded"})
_NUMBERS = count(1)


async def an_agreement(
    world: World,
    *,
    status: str = "executed",
    partner: UUID | None = None,
    programs: Iterable[UUID] = (),
    schools: Iterable[UUID] | Mapping[UUID, str] = (),
    starts_on: date = date(2019, 8, 26),
    ends_on: date = date(2020, 6, 12),
    type: str = "mou",
    tenant: UUID | None = None,
    **values: Any,
) -> UUID:
    """An agreement, by default fully signed and in force; `schools={school: "declined"}` gives each one's word.

    Without a mapping the schools are confirmed from approval on, and not asked before.
    """
    partner_id = partner or await a_partner(world, tenant=tenant)
    values.setdefault("number", f"T-2019-{next(_NUMBERS):04d}")
    values.setdefault("title", "Afternoon mentoring")
    if status in SIGNED:
        values.setdefault("effective_on", starts_on)
    agreement = await world.add(
        Agreement, tenant=tenant, partner_id=partner_id, status=status, type=type, starts_on=starts_on,
        ends_on=ends_on, **values,
    )  # fmt: skip
    for program in programs:
        await world.add(AgreementProgram, tenant=tenant, agreement_id=agreement, program_id=program)
    word = "confirmed" if status in APPROVED_OR_LATER else "pending"
    words = schools if isinstance(schools, Mapping) else dict.fromkeys(schools, word)
    for school, confirmation in words.items():
        on = None if confirmation == "pending" else TODAY
        await world.add(
            AgreementSchool, tenant=tenant, agreement_id=agreement, school_id=school, confirmation=confirmation,
            confirmed_on=on,
        )  # fmt: skip
    return agreement


async def a_review(
    world: World, *, agreement: UUID, reviewer: UUID, step: str = "program", decision: str = "approved", **values: Any
) -> UUID:
    """A reviewer's word on a step."""
    return await world.add(
        AgreementReview, agreement_id=agreement, reviewer_id=reviewer, step=step, decision=decision, **values
    )


async def a_signature(
    world: World,
    *,
    agreement: UUID,
    party: str,
    signer: UUID | None = None,
    name: str = "Dana Fitch",
    title: str = "Director",
    signed_on: date = TODAY,
    **values: Any,
) -> UUID:
    """One party's signature."""
    return await world.add(
        Signature, agreement_id=agreement, party=party, signer_id=signer, signer_name=name, signer_title=title,
        method="esign", signed_on=signed_on, has_consented=True, **values,
    )  # fmt: skip


async def an_expectation(
    world: World,
    *,
    agreement: UUID,
    party: str = "school",
    topic: str = "space",
    text: str = "The gym, three afternoons a week",
    position: int = 0,
) -> UUID:
    """What a party promises to do."""
    return await world.add(Expectation, agreement_id=agreement, party=party, topic=topic, text=text, position=position)


async def a_resource(
    world: World,
    *,
    agreement: UUID,
    party: str = "school",
    text: str = "Bus passes",
    value_cents: int | None = 180_000,
    position: int = 0,
    **values: Any,
) -> UUID:
    """What a party promises to give."""
    return await world.add(
        ResourceCommitment, id=new_id(), agreement_id=agreement, party=party, text=text, value_cents=value_cents,
        position=position, **values,
    )  # fmt: skip


async def a_revisit(
    world: World,
    *,
    agreement: UUID,
    school_year: str = "2019-2020",
    opens_on: date = date(2019, 12, 1),
    due_on: date = date(2020, 1, 31),
) -> UUID:
    """A day by which both sides look at the agreement again; open on the tests' day."""
    return await world.add(
        Revisit, agreement_id=agreement, school_year=school_year, opens_on=opens_on, due_on=due_on
    )  # fmt: skip


async def a_site_plan(
    world: World,
    *,
    agreement: UUID,
    school: UUID,
    status: str = "agreed",
    said_by: Mapping[str, UUID] | None = None,
    starts_on: date = date(2019, 8, 26),
    ends_on: date = date(2020, 6, 12),
    vision: str | None = "Every sixth grader has somebody who asks",
    **values: Any,
) -> UUID:
    """A site plan under an agreement, by default agreed by both sides; `said_by` gives the word of each side."""
    if status in ("agreed", "ended", "replaced"):
        values.setdefault("agreed_on", starts_on)
    plan = await world.add(
        SitePlan, agreement_id=agreement, school_id=school, status=status, starts_on=starts_on, ends_on=ends_on,
        vision=vision, **values,
    )  # fmt: skip
    for side, person in (said_by or {}).items():
        await world.add(SitePlanWord, plan_id=plan, side=side, said_by_id=person, said_on=TODAY)
    return plan


async def a_template_row(world: World, *, name: str = "Terms", type: str = "mou") -> UUID:
    """A template with one published version."""
    template = await world.add(AgreementTemplate, name=name, type=type)
    section = {"code": None, "is_required": False, "heading": name, "paragraphs": [name], "items": []}
    await world.add(
        AgreementTemplateVersion, template_id=template, number=1, sections=[section], published_at=now(),
        published_by_id=None,
    )  # fmt: skip
    return template
