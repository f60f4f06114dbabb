"""Drafting an agreement from a partnership: it reads partnerships and writes in agreements."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from alongside.agreements.queries import covers_for
from alongside.agreements.rules import clears_programs
from alongside.agreements.schemas import AgreementCreate, ExpectationWrite, ResourceWrite
from alongside.agreements.service import draft
from alongside.core.db import Tx
from alongside.core.errors import FieldError, Unprocessable, wrong
from alongside.identity.principal import Principal
from alongside.partnerships import queries
from alongside.partnerships.errors import PartnershipOver
from alongside.partnerships.rules import OVER
from alongside.schools.school_year import YearStart

from . import starter_terms as starter
from .errors import AgreementThere
from .schemas import AgreementFromPartnership


async def draft_agreement(
    tx: Tx, principal: Principal, partnership_id: UUID, asked: AgreementFromPartnership
) -> dict[str, Any]:
    """A draft with what the partnership says: programs, schools, populations, expectations, resources and the days
    of the school year.

    Raises PartnershipNotFound, PartnershipOver, AgreementThere, NotYourSide, Unprocessable. The lock on the
    partnership lets one of two drafts through.
    """
    row = await queries.lock(tx, principal, partnership_id)
    if row["stage"] in OVER:
        raise PartnershipOver
    body = _drafted(principal, await _together(tx, principal, partnership_id, asked), asked)
    if clears_programs(body.type, body.is_binding):
        await _refuse_another(tx, principal, body)
    return await draft(tx, principal, body)


async def _together(
    tx: Tx, principal: Principal, partnership_id: UUID, asked: AgreementFromPartnership
) -> list[dict[str, Any]]:
    """The partnership and those covered with it: of the same partner and not over."""
    others = [each for each in dict.fromkeys(asked.with_partnership_ids) if each != partnership_id]
    found = await queries.for_draft(tx, principal, [partnership_id, *others])
    first = found[partnership_id]
    errors = []
    for place, each in enumerate(asked.with_partnership_ids):
        pointer, other = f"/with_partnership_ids/{place}", found.get(each)
        if other is None:
            errors.append(FieldError(pointer, "unresolved_reference", "There is no such partnership here"))
        elif other["partner_id"] != first["partner_id"]:
            errors.append(FieldError(pointer, "other_partner", "This partnership is another partner's"))
        elif other["stage"] in OVER:
            errors.append(FieldError(pointer, "partnership_over", "This partnership has ended"))
    if errors:
        raise Unprocessable(errors=errors)
    return [first, *(found[each] for each in others)]


async def _refuse_another(tx: Tx, principal: Principal, body: AgreementCreate) -> None:
    """One agreement at a time lets a program work at a school; what is in force is renewed or amended instead."""
    pairs = set(zip(body.program_ids, body.school_ids, strict=True))
    for covers in (await covers_for(tx, principal, pairs, principal.today)).values():
        for each in covers:
            if queries.takes(each):
                raise AgreementThere(agreement_id=each["agreement_id"] if each["is_visible"] else None)


def _drafted(
    principal: Principal, partnerships: Sequence[dict[str, Any]], asked: AgreementFromPartnership
) -> AgreementCreate:
    tenant = principal.tenant
    start = YearStart(tenant.school_year_starts_month, tenant.school_year_starts_day)
    year = starter.proposed_year(asked.school_year, principal.today, start, tenant.expiring_window_days)
    if year.ends_on < principal.today:
        raise wrong("/school_year", "year_over", "This school year is over")
    starts_on, ends_on = starter.term(year, principal.today)
    return AgreementCreate(
        partner_id=partnerships[0]["partner_id"],
        type=asked.type or ("services_contract" if starter.is_paid(partnerships) else "mou"),
        title=asked.title or starter.title(partnerships, year.label),
        starts_on=asked.starts_on or starts_on,
        ends_on=asked.ends_on or ends_on,
        term_kind="school_year" if asked.starts_on is None and asked.ends_on is None else "custom",
        purpose=starter.purpose(partnerships),
        populations=starter.populations(partnerships),
        schedule=starter.schedule(partnerships),
        financial_terms=starter.financial_terms(partnerships),
        program_ids=[each["program_id"] for each in partnerships],
        school_ids=[each["school_id"] for each in partnerships],
        expectations=[ExpectationWrite.model_validate(each) for each in starter.expectations(partnerships)],
        resources=[ResourceWrite.model_validate(each) for each in starter.resources(partnerships)],
    )
