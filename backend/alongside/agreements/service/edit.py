"""Editing a text that may still change: a draft, or one that was sent back."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from alongside.agreements import queries, rules
from alongside.agreements.errors import NotYourAgreement, NotYourSide, SchoolNotNamed, TextIsFixed
from alongside.agreements.events import AgreementEdited
from alongside.agreements.schemas import AgreementUpdate
from alongside.core.conditional import IfMatch, require_version
from alongside.core.db import Tx
from alongside.core.record import difference, record
from alongside.identity.principal import Principal

from . import joining, terms, write
from .choosing import CHOSEN, follow_clauses, logged, settle
from .draft import PLAIN
from .moves import refused
from .schools import leave_out

OWN = (*PLAIN, *CHOSEN, "cost_cents", "starts_on", "ends_on")


async def _mine(tx: Tx, principal: Principal, agreement_id: UUID, if_match: IfMatch) -> Mapping[str, Any]:
    before = await queries.lock(tx, principal, agreement_id)
    if not queries.may_edit(principal, before):
        raise NotYourAgreement
    require_version(if_match, before["version"])
    return before


async def _open(tx: Tx, principal: Principal, before: Mapping[str, Any]) -> None:
    if before["status"] not in rules.EDITABLE:
        raise await refused(tx, principal, before, problem=TextIsFixed)


async def open_text(tx: Tx, principal: Principal, agreement_id: UUID, if_match: IfMatch) -> Mapping[str, Any]:
    """The locked record, when the caller may write its text now. Raises NotYourAgreement, TextIsFixed."""
    before = await _mine(tx, principal, agreement_id, if_match)
    await _open(tx, principal, before)
    return before


async def edit(
    tx: Tx, principal: Principal, agreement_id: UUID, body: AgreementUpdate, if_match: IfMatch
) -> dict[str, Any]:
    """Change what a draft says; in one that was sent back, every school is asked again.

    Raises NotYourAgreement, TextIsFixed, NotYourSide, Unprocessable.
    """
    before = await open_text(tx, principal, agreement_id, if_match)
    given = body.given()
    was = {**before, **_parts_of(before)}
    wanted = {name: given[name] for name in OWN if name in given}
    if "cost" in given:
        wanted["cost_cents"] = given["cost"]
    for name in ("program_ids", "school_ids"):
        if name in given:
            wanted[name] = _in_order(terms.once(given[name]), was[name])
    if "expectations" in given:
        wanted["expectations"] = terms.expectations_of(body.expectations)
    if "resources" in given:
        wanted["resources"] = terms.resources_of(body.resources)
    if body.answers is not None and "answers" in given:
        wanted["answers"] = body.answers.model_dump()
    if body.sections is not None and "sections" in given:
        wanted["sections"] = [each.model_dump() for each in body.sections]
    merged = {**was, **wanted}
    wanted["is_binding"] = merged["is_binding"] = rules.binds(merged["type"], merged["is_binding"])
    settled = await settle(tx, merged, given.keys(), was)
    wanted, merged = wanted | settled, merged | settled
    await _write(tx, principal, was, merged, difference(was, wanted))
    return await queries.get(tx, principal, agreement_id)


async def add_school(
    tx: Tx, principal: Principal, agreement_id: UUID, school_id: UUID, if_match: IfMatch
) -> dict[str, Any]:
    """Name one more school; once everybody has signed, the office offers it to the school, whose principal decides.

    Raises NotYourAgreement, TextIsFixed, NotYourSide, AgreementCannotMove, Unprocessable.
    """
    before = await _mine(tx, principal, agreement_id, if_match)
    if joining.is_offer(principal, before):
        await joining.offer(tx, principal, before, school_id)
        return await queries.get(tx, principal, agreement_id)
    await _open(tx, principal, before)
    was = {**before, **_parts_of(before)}
    schools = [*was["school_ids"], *([] if school_id in was["school_ids"] else [school_id])]
    merged = {**was, "school_ids": schools}
    await _write(tx, principal, was, merged, difference(was, {"school_ids": schools}), pointer="")
    return await queries.get(tx, principal, agreement_id)


async def remove_school(
    tx: Tx, principal: Principal, agreement_id: UUID, school_id: UUID, if_match: IfMatch
) -> dict[str, Any]:
    """Take a school off, what is given there alone included, from a text that is written or an offer that waits;
    in review the office leaves out a school that has not answered (`leave_out`).

    Raises SchoolNotNamed, NotYourAgreement, TextIsFixed.
    """
    before = await _mine(tx, principal, agreement_id, if_match)
    if joining.is_offer(principal, before):
        await joining.take_back(tx, principal, before, school_id)
        return await queries.get(tx, principal, agreement_id)
    if queries.may_leave_out(principal, before, school_id):
        await leave_out(tx, before, school_id)
        return await queries.get(tx, principal, agreement_id)
    await _open(tx, principal, before)
    was = {**before, **_parts_of(before)}
    if school_id not in was["school_ids"]:
        raise SchoolNotNamed
    wanted = {
        "school_ids": [each for each in was["school_ids"] if each != school_id],
        "resources": [each for each in was["resources"] if each["school_id"] != school_id],
    }
    await _write(tx, principal, was, {**was, **wanted}, difference(was, wanted))
    return await queries.get(tx, principal, agreement_id)


def _parts_of(before: Mapping[str, Any]) -> dict[str, Any]:
    """The parts of a record in the shape in which a request names them."""
    return {
        "program_ids": [UUID(each["id"]) for each in before["programs"]],
        "school_ids": [UUID(each["school"]["id"]) for each in before["schools"]],
        "expectations": [{name: each[name] for name in ("party", "topic", "text")} for each in before["expectations"]],
        "resources": [
            {
                **{name: each[name] for name in ("party", "text", "value_cents")},
                "promised_by_on": None
                if each["promised_by_on"] is None
                else date.fromisoformat(each["promised_by_on"]),
                "school_id": None if each["school"] is None else UUID(each["school"]["id"]),
            }
            for each in before["resources"]
        ],
    }


def _in_order(wanted: list[UUID], was: list[UUID]) -> list[UUID]:
    """The same programs or schools in another order are no change."""
    return was if set(wanted) == set(was) else wanted


async def _write(
    tx: Tx,
    principal: Principal,
    was: Mapping[str, Any],
    merged: Mapping[str, Any],
    changed: Mapping[str, Any],
    pointer: str = "/school_ids/{}",
) -> None:
    """Check what changes, then change it; nothing when nothing does."""
    if not changed:
        return
    agreement_id = was["id"]
    terms.check_dates(merged["starts_on"], merged["ends_on"])
    if "starts_on" in changed:
        terms.check_follows(merged["starts_on"], await queries.renewed_through(tx, was["renews_id"]))
        terms.check_within(merged["starts_on"], was)
    if "ends_on" in changed:
        terms.check_adopted(merged["ends_on"], was["adoption"])
    if "program_ids" in changed:
        await terms.check_programs(tx, was["partner_id"], merged["program_ids"], was["program_ids"])
    if "school_ids" in changed:
        await terms.check_schools(tx, merged["school_ids"], was["school_ids"], pointer)
    if changed.keys() & {"school_ids", "is_district_wide"}:
        _check_reach(principal, was, merged)
    if changed.keys() & {"school_ids", "is_district_wide", "resources"}:
        terms.check_resource_schools(merged["resources"], merged["school_ids"], merged["is_district_wide"])
    await _write_parts(tx, was, merged, changed)
    await follow_clauses(tx, principal, was, merged, changed)
    if was["status"] == "changes_requested" and _concerns_all(was, merged, changed):
        await write.ask_schools_again(tx, agreement_id)
    version = await write.change(tx, agreement_id, {name: merged[name] for name in OWN if name in changed})
    record(tx, AgreementEdited(object_id=agreement_id, version=version, changed=logged(changed)))


def _concerns_all(was: Mapping[str, Any], merged: Mapping[str, Any], changed: Mapping[str, Any]) -> bool:
    """Whether a change touches what the other schools said yes to: more or fewer schools alone do not."""
    if not changed.keys() <= {"school_ids", "resources"}:
        return True
    left = frozenset(was["school_ids"]) - frozenset(merged["school_ids"])
    staying = [each for each in was["resources"] if each["school_id"] not in left]
    return staying != list(merged["resources"])


def _check_reach(principal: Principal, was: Mapping[str, Any], merged: Mapping[str, Any]) -> None:
    """Nobody adds a school, or the whole district, for whom they could not have drafted it."""
    added = frozenset(merged["school_ids"]) - frozenset(was["school_ids"])
    widened = merged["is_district_wide"] and not was["is_district_wide"]
    if (added or widened) and queries.side_for(principal, was["partner_id"], added, widened) is None:
        raise NotYourSide


async def _write_parts(tx: Tx, was: Mapping[str, Any], merged: Mapping[str, Any], changed: Mapping[str, Any]) -> None:
    agreement_id = was["id"]
    if "program_ids" in changed:
        await write.name_programs(tx, agreement_id, merged["program_ids"])
    if "school_ids" in changed:
        before, after = was["school_ids"], merged["school_ids"]
        await write.drop_schools(tx, agreement_id, [each for each in before if each not in after])
        await write.name_schools(tx, agreement_id, [each for each in after if each not in before])
    for name, model in write.PROMISES.items():
        if name in changed:
            await write.promise(tx, model, agreement_id, merged[name])
