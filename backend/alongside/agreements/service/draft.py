"""Drafting an agreement: from nothing, or as a renewal, an amendment or in the place of one that is fully signed."""

import dataclasses
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Update, update

from alongside.agreements import queries, rules
from alongside.agreements.errors import CannotFollow, NothingToChange, RevisitNotFound
from alongside.agreements.events import AgreementDrafted
from alongside.agreements.models import Agreement, Revisit
from alongside.agreements.schemas import AgreementCreate, AgreementRecord
from alongside.core.clock import new_id
from alongside.core.db import Tx
from alongside.core.record import Event, record
from alongside.core.statements import TENANT, a_key, columns, statement, table
from alongside.identity.principal import Principal

from . import terms, write
from .choosing import CHOSEN, settle
from .data_terms import keep
from .moves import refused

v = columns(Revisit)

PLAIN = (
    "type", "title", "is_binding", "is_district_wide", "term_kind", "purpose", "populations", "schedule",
    "financial_terms", "funding_source", "shares_student_records", "notice_days",
)  # fmt: skip
"""What a renewal or an amendment says as before until somebody edits it."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What an agreement has beside its own columns."""

    programs: Sequence[UUID] = ()
    schools: Sequence[UUID] = ()
    expectations: Sequence[Mapping[str, Any]] = ()
    resources: Sequence[Mapping[str, Any]] = ()
    answer: Mapping[str, Any] = field(default_factory=dict)
    data_terms: Mapping[str, Any] | None = None


async def create(
    tx: Tx,
    principal: Principal,
    values: Mapping[str, Any],
    parts: Parts,
    kind: type[Event] = AgreementDrafted,
    reason: str | None = None,
    adopted_from: str | None = None,
) -> UUID:
    """Store a new agreement with its parts and the next number; its id. Everything has been checked."""
    number = await write.next_number(tx, principal.today.year)
    agreement_id, now = new_id(), principal.now
    own = {**values, "number": number, "author_id": principal.person_id, "created_at": now, "status_since": now}
    await write.add(tx, Agreement, {"id": agreement_id, **own})
    await write.name_programs(tx, agreement_id, parts.programs)
    await write.name_schools(tx, agreement_id, parts.schools, parts.answer)
    for name, model in write.PROMISES.items():
        await write.promise(tx, model, agreement_id, getattr(parts, name))
    if parts.data_terms is not None:
        await keep(tx, agreement_id, parts.data_terms)
    told = {**own, "program_ids": list(parts.programs), "school_ids": list(parts.schools)}
    silent = ("author_id", "created_at", "status_since", "sections")
    changed = {name: [None, value] for name, value in told.items() if value not in (None, []) and name not in silent}
    if adopted_from is not None:
        changed["adopted_from"] = [None, adopted_from]
    record(tx, kind(object_id=agreement_id, changed=changed, reason=reason))
    return agreement_id


async def parts_of(tx: Tx, partner_id: UUID, body: AgreementCreate | AgreementRecord) -> Parts:
    """What a request names, once it is known to exist. Raises Unprocessable."""
    programs, schools = terms.once(body.program_ids), terms.once(body.school_ids)
    resources = terms.resources_of(body.resources)
    await terms.check_programs(tx, partner_id, programs)
    await terms.check_schools(tx, schools)
    terms.check_resource_schools(resources, schools, body.is_district_wide)
    return Parts(programs, schools, terms.expectations_of(body.expectations), resources)


async def draft(tx: Tx, principal: Principal, body: AgreementCreate) -> dict[str, Any]:
    """Write a draft. Raises NotYourSide, Unprocessable."""
    await terms.check_partner(tx, body.partner_id)
    side = terms.side_or_refuse(principal, body.partner_id, body.school_ids, body.is_district_wide)
    terms.check_dates(body.starts_on, body.ends_on)
    parts = await parts_of(tx, body.partner_id, body)
    values = {**values_of(body), **await _chosen(tx, body), "drafted_by": side}
    agreement_id = await create(tx, principal, values, parts)
    return await queries.get(tx, principal, agreement_id)


async def _chosen(tx: Tx, body: AgreementCreate) -> dict[str, Any]:
    """The answers about it and what they lead to, and the text of its template. Raises Unprocessable."""
    answers = None if body.answers is None else body.answers.model_dump()
    own = {"answers": answers, "type_reason": body.type_reason, "template_version_id": body.template_version_id}
    merged = {**values_of(body), **own, "sections": None}
    return {**own, **await settle(tx, merged, body.model_fields_set | {"type"})}


def values_of(body: AgreementCreate | AgreementRecord) -> dict[str, Any]:
    """The agreement's own columns of a request."""
    plain = {name: getattr(body, name) for name in (*PLAIN, "partner_id", "starts_on", "ends_on")}
    return {**plain, "cost_cents": body.cost, "is_binding": rules.binds(body.type, body.is_binding)}


async def renew(tx: Tx, principal: Principal, agreement_id: UUID, reason: str | None = None) -> dict[str, Any]:
    """Draft the next term of a fully signed agreement, prefilled from it (rule E2).

    Schools at which both sides said that it should end are left out until somebody names them again; where they said
    so everywhere, only the office goes on, and says why.
    Raises NotYourSide, CannotFollow. The lock on what is renewed lets one renewal through.
    """
    before = await queries.lock(tx, principal, agreement_id)
    side = _side(principal, before)
    outcomes = (await queries.last_revisit(tx, before, principal.today)).outcomes
    goes_on = reason is not None and queries.may_go_on(principal, before)
    needs = queries.renewal_needs(before, queries.says_end(outcomes) and not goes_on)
    if needs:
        raise await refused(tx, principal, before, needs, CannotFollow)
    starts_on, ends_on = rules.renewal_term(before["starts_on"], before["ends_on"])
    own = {"starts_on": starts_on, "ends_on": ends_on, "renews_id": agreement_id, "drafted_by": side}
    says = await _as_amended(tx, principal, before)
    parts = _parts_again(says, keep_days=False, without=queries.ending_at(outcomes))
    made = await create(tx, principal, {**_kept(says), **own}, parts, reason=reason)
    return await queries.get(tx, principal, made)


async def replace(tx: Tx, principal: Principal, agreement_id: UUID) -> dict[str, Any]:
    """Draft another agreement in the place of one that is fully signed or was ended, prefilled from it (rule E2).

    Raises NotYourSide, CannotFollow. Once it is signed, what it replaces counts until the eve of its first day.
    """
    before = await queries.lock(tx, principal, agreement_id)
    side = _side(principal, before)
    needs = queries.replacement_needs(before)
    if needs:
        raise await refused(tx, principal, before, needs, CannotFollow)
    starts_on = max(principal.today, before["starts_on"], before["ceases_on"] or before["starts_on"])
    ends_on = before["ends_on"] if before["ends_on"] >= starts_on else rules.one_year_term(starts_on)
    own = {"starts_on": starts_on, "ends_on": ends_on, "supersedes_id": agreement_id, "drafted_by": side}
    says = await _as_amended(tx, principal, before)
    made = await create(tx, principal, {**_kept(says), **own}, _parts_again(says, keep_days=True))
    return await queries.get(tx, principal, made)


async def amend(tx: Tx, principal: Principal, agreement_id: UUID, revisit_id: UUID | None = None) -> dict[str, Any]:
    """Draft a change of a fully signed agreement, prefilled from it; what was signed stays as it is.

    From a revisit: what both sides said should change is added to what they do together, word for word.
    Raises NotYourSide, CannotFollow, RevisitNotFound, NothingToChange.
    """
    before = await queries.lock(tx, principal, agreement_id)
    side = _side(principal, before)
    needs = queries.amendment_needs(before, principal.today)
    if needs:
        raise await refused(tx, principal, before, needs, CannotFollow)
    asked = () if revisit_id is None else await _asked_for(tx, before, revisit_id)
    own = {name: before[name] for name in ("starts_on", "ends_on")}
    says = await _as_amended(tx, principal, before)
    values = {**_kept(says), **own, "amends_id": agreement_id, "drafted_by": side}
    parts = _parts_again(says, keep_days=True)
    made = await create(tx, principal, values, dataclasses.replace(parts, expectations=[*parts.expectations, *asked]))
    if revisit_id is not None:
        await tx.run(_came_of_it(), revisit_id=revisit_id, made=made)
    return await queries.get(tx, principal, made)


@statement
def _came_of_it() -> Update:
    at = (v.tenant_id == TENANT) & (v.id == a_key("revisit_id"))
    return update(table(Revisit)).where(at).values(amendment_id=a_key("made"))


async def _asked_for(tx: Tx, before: Mapping[str, Any], revisit_id: UUID) -> list[dict[str, Any]]:
    """What both sides want changed, as expectations of both; where schools differ, each wish names its own."""
    standing = next((each for each in await queries.standings(tx, before) if each.id == revisit_id), None)
    if standing is None:
        raise RevisitNotFound
    wishes = [
        (str(word["note"]), place.name)
        for place in standing.places
        if standing.outcome(place.id) == "revised"
        for word in standing.words[place.id].values()
        if word["outcome"] == "revised"
    ]
    if not wishes:
        raise NothingToChange
    texts = rules.wishes(wishes, len(standing.places))
    return [{"party": "joint", "topic": "revisit", "text": each} for each in texts]


async def _as_amended(tx: Tx, principal: Principal, before: Mapping[str, Any]) -> Mapping[str, Any]:
    """What the agreement says with its last signed amendment, as far as the caller sees that one."""
    signed = [each for each in before["amendments"] if each["status"] in rules.RENEWABLE]
    return await queries.fetch(tx, principal, UUID(signed[-1]["id"])) if signed else before


def _side(principal: Principal, before: Mapping[str, Any]) -> rules.Side:
    schools = queries.named_schools(before)
    return terms.side_or_refuse(principal, before["partner_id"], schools, before["is_district_wide"])


def _kept(before: Mapping[str, Any]) -> dict[str, Any]:
    return {name: before[name] for name in (*PLAIN, *CHOSEN, "cost_cents", "partner_id")}


def _parts_again(before: Mapping[str, Any], *, keep_days: bool, without: Collection[UUID] = frozenset()) -> Parts:
    """The same programs, open schools and promises; a promised day of last year is no promise for the next."""
    open_schools = [
        UUID(each["school"]["id"])
        for each in before["schools"]
        if each["school_status"] == "active"
        and each["confirmation"] != "declined"
        and UUID(each["school"]["id"]) not in without
    ]
    expectations = [{name: each[name] for name in ("party", "topic", "text")} for each in before["expectations"]]
    resources = []
    for each in before["resources"]:
        school = None if each["school"] is None else UUID(each["school"]["id"])
        by = date.fromisoformat(each["promised_by_on"]) if keep_days and each["promised_by_on"] is not None else None
        if school is None or school in open_schools or before["is_district_wide"]:
            plain = {name: each[name] for name in ("party", "text", "value_cents")}
            resources.append({**plain, "promised_by_on": by, "school_id": school})
    programs = [UUID(each["id"]) for each in before["programs"] if each["status"] != "retired"]
    return Parts(programs, open_schools, expectations, resources, data_terms=queries.terms_of(before))
