"""An agreement that was signed elsewhere, recorded in one step."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from alongside.agreements import queries, rules
from alongside.agreements.errors import AgreementOverlaps, NotYourSide
from alongside.agreements.events import AgreementRecorded
from alongside.agreements.models import Signature
from alongside.agreements.schemas import AgreementRecord, ElsewhereSignature
from alongside.core.db import Tx
from alongside.core.errors import FieldError, Unprocessable, wrong
from alongside.identity.principal import Principal

from . import terms, write
from .draft import Parts, create, parts_of, values_of
from .freeze import freeze_recorded
from .revisits import plan_revisits


async def record_elsewhere(tx: Tx, principal: Principal, body: AgreementRecord) -> dict[str, Any]:
    """Enter a signed agreement: executed at once, its schools confirmed by the record, its text kept as entered.

    Raises NotYourSide, Unprocessable, AgreementOverlaps.
    """
    await terms.check_partner(tx, body.partner_id)
    if not queries.is_office(principal, body.partner_id):
        raise NotYourSide
    terms.check_dates(body.starts_on, body.ends_on)
    signed_on = _signed_on(body, principal.today)
    _check_covered(body)
    parts = await parts_of(tx, body.partner_id, body)
    await queries.lock_partner(tx, body.partner_id)
    await _check_overlap(tx, body, parts)
    answer = {"confirmation": "confirmed", "confirmed_on": signed_on or body.starts_on}
    values = {
        **values_of(body),
        "drafted_by": "district",
        "origin": "recorded",
        "status": "executed",
        "signed_elsewhere_on": signed_on,
        "effective_on": rules.takes_effect_on(body.starts_on, signed_on),
    }
    known = Parts(parts.programs, parts.schools, parts.expectations, parts.resources, answer)
    agreement_id = await create(tx, principal, values, known, AgreementRecorded)
    await plan_revisits(tx, principal, agreement_id, rules.takes_effect_on(body.starts_on, signed_on), body.ends_on)
    await _sign_on_paper(tx, principal, agreement_id, body.signatures)
    await freeze_recorded(tx, principal, await queries.fetch(tx, principal, agreement_id))
    return await queries.get(tx, principal, agreement_id)


_DAYS = {code: rules.NEEDS[code] for code in ("dates", "signed_by_today")}


def _signed_on(body: AgreementRecord, day: date) -> date | None:
    """The day of the last signature, as far as it is known; never a day to come."""
    errors = []
    for problem in rules.recording_problems(body.starts_on, body.ends_on, body.signed_elsewhere_on, day):
        errors.append(FieldError("/signed_elsewhere_on", problem, _DAYS[problem]))
    seen: set[str] = set()
    for place, each in enumerate(body.signatures):
        if each.signed_on > day:
            pointer = f"/signatures/{place}/signed_on"
            errors.append(FieldError(pointer, "signed_by_today", rules.NEEDS["signed_by_today"]))
        if each.party in seen:
            errors.append(FieldError(f"/signatures/{place}/party", "party_twice", "Each party signs once"))
        seen.add(each.party)
    if errors:
        raise Unprocessable(errors=errors)
    days = [each.signed_on for each in body.signatures]
    return max([*days, *([body.signed_elsewhere_on] if body.signed_elsewhere_on else [])], default=None)


def _check_covered(body: AgreementRecord) -> None:
    if not body.program_ids:
        raise wrong("/program_ids", "programs", rules.NEEDS["programs"])
    if not body.school_ids and not body.is_district_wide:
        raise wrong("/school_ids", "schools", rules.NEEDS["schools"])


async def _check_overlap(tx: Tx, body: AgreementRecord, parts: Parts) -> None:
    coverage = rules.Coverage(
        agreement=UUID(int=0),
        partner=body.partner_id,
        kind=body.type,
        status="executed",
        programs=frozenset(parts.programs),
        schools=None if body.is_district_wide else frozenset(parts.schools),
        starts_on=body.starts_on,
        ends_on=body.ends_on,
    )
    overlaps = await queries.overlapping(tx, coverage)
    if overlaps:
        raise AgreementOverlaps(overlaps=overlaps)


async def _sign_on_paper(
    tx: Tx, principal: Principal, agreement_id: UUID, signatures: Sequence[ElsewhereSignature]
) -> None:
    rows = [
        {
            "agreement_id": agreement_id,
            "party": each.party,
            "signer_name": each.name,
            "signer_title": each.title,
            "method": "wet",
            "signed_on": each.signed_on,
            "signed_at": principal.now,
        }
        for each in signatures
    ]
    await write.add_all(tx, Signature, rows)
