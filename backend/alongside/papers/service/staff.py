"""Keeping a partner's staff list, and the results of background checks."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Delete, delete

from alongside.core.conditional import IfMatch, check_version, require_version
from alongside.core.db import Tx
from alongside.core.errors import FieldError, Unprocessable, wrong
from alongside.core.record import difference, record
from alongside.core.statements import TENANT, a_key, columns, statement, table
from alongside.identity.principal import Principal
from alongside.papers import queries
from alongside.papers.errors import CheckVerified as VerifiedAlready
from alongside.papers.errors import NotYourCheck, NotYourPapers, PersonMustDecide
from alongside.papers.events import CheckAdded, CheckVerified, StaffAdded, StaffChanged
from alongside.papers.models import BackgroundCheck, StaffMember, StaffPlace
from alongside.papers.schemas import CheckCreate, CheckVerify, StaffCreate, StaffPlaceWrite, StaffUpdate
from alongside.partners.queries import get as get_partner

from . import write

Places = list[tuple[UUID, UUID | None]]

mp = columns(StaffPlace)


@statement
def _leave() -> Delete:
    return delete(table(StaffPlace)).where(
        mp.tenant_id == TENANT, mp.staff_id == a_key("staff"), mp.program_id == a_key("program"),
        mp.school_id.is_not_distinct_from(a_key("school")),
    )  # fmt: skip


async def _places(
    tx: Tx, principal: Principal, partner_id: UUID, asked: Sequence[StaffPlaceWrite], known: Places
) -> Places:
    """The places asked for, each once; those that are new are checked. Raises Unprocessable."""
    faults: list[FieldError] = []
    programs: set[UUID] = {program_id for program_id, _ in known}
    schools: set[UUID | None] = {school_id for _, school_id in known} | {None}
    for place, one in enumerate(asked):
        if one.program_id not in programs:
            pointer = f"/places/{place}/program_id"
            faults += await write.program_fault(tx, principal, one.program_id, partner_id, pointer)
            programs.add(one.program_id)
        if one.school_id is not None and one.school_id not in schools:
            faults += await write.school_fault(tx, principal, one.school_id, f"/places/{place}/school_id")
            schools.add(one.school_id)
    if faults:
        raise Unprocessable(errors=faults)
    return sorted({(one.program_id, one.school_id) for one in asked}, key=str)


async def _put_places(tx: Tx, staff_id: UUID, before: Places, after: Places, day: date) -> None:
    """Take out the places that are left and add those that are new, from the day on; the others stay since when
    they are."""
    left = [place for place in before if place not in after]
    if left:
        await tx.run_many(
            _leave(), [{"staff": staff_id, "program": program, "school": school} for program, school in left]
        )
    new = [(program, school) for program, school in after if (program, school) not in before]
    rows = [
        {"staff_id": staff_id, "program_id": program, "school_id": school, "from_on": day} for program, school in new
    ]
    await write.add_parts(tx, StaffPlace, rows)


def _check_days(starts_on: date, ends_on: date | None) -> None:
    if ends_on is not None and ends_on < starts_on:
        raise wrong("/ends_on", "date_order", "The last day is before the first")


async def add_staff(tx: Tx, principal: Principal, partner_id: UUID, body: StaffCreate) -> dict[str, Any]:
    """Put somebody on a partner's staff list. Raises NotYourPapers, Unprocessable."""
    await get_partner(tx, principal, partner_id)
    if not queries.may_keep(principal, partner_id):
        raise NotYourPapers
    values = body.model_dump(exclude={"places"})
    values["starts_on"] = values["starts_on"] or principal.today
    _check_days(values["starts_on"], values["ends_on"])
    places = await _places(tx, principal, partner_id, body.places, [])
    staff_id = await write.add(tx, StaffMember, {**values, "partner_id": partner_id})
    await _put_places(tx, staff_id, [], places, principal.today)
    told = write.told({**values, "partner_id": partner_id, "places": [list(place) for place in places]})
    record(tx, StaffAdded(object_id=staff_id, changed=told))
    return await queries.get_staff(tx, principal, staff_id)


async def change_staff(
    tx: Tx, principal: Principal, staff_id: UUID, body: StaffUpdate, if_match: IfMatch
) -> dict[str, Any]:
    """Change what is known of somebody on a staff list. Raises NotYourPapers, Unprocessable."""
    row = await queries.lock_staff(tx, principal, staff_id)
    if not queries.may_keep(principal, row["partner_id"]):
        raise NotYourPapers
    require_version(if_match, row["version"])
    values = body.given()
    before = {**row, "places": sorted(await queries.places_of(tx, staff_id), key=str)}
    if "places" in values:
        values["places"] = await _places(tx, principal, row["partner_id"], body.places, before["places"])
    changed = difference(before, values)
    if changed:
        after = {**before, **values}
        _check_days(after["starts_on"], after["ends_on"])
        if "places" in changed:
            await _put_places(tx, staff_id, before["places"], values["places"], principal.today)
        own = {name: values[name] for name in changed if name != "places"}
        version = await write.change(tx, StaffMember, staff_id, own)
        record(tx, StaffChanged(object_id=staff_id, version=version, changed=changed))
    return await queries.get_staff(tx, principal, staff_id)


def _check_result(principal: Principal, issued_on: date, verified_on: date | None) -> None:
    """Nobody sees a result before there is one, or on a day to come. Raises Unprocessable."""
    if issued_on > principal.today:
        raise wrong("/issued_on", "not_after_today", "The check was issued on a day to come")
    if verified_on is not None and not issued_on <= verified_on <= principal.today:
        raise wrong("/verified_on", "date_order", "A result is seen after it was issued, and by today")


async def add_check(
    tx: Tx, principal: Principal, staff_id: UUID, body: CheckCreate, if_match: IfMatch
) -> dict[str, Any]:
    """Enter a background check: the partner as pending, a reviewer with its result. Raises NotYourPapers,
    NotYourCheck, Unprocessable."""
    row = await queries.lock_staff(tx, principal, staff_id)
    check_version(if_match, row["version"])
    reviews = queries.may_review(principal, row["partner_id"])
    if not reviews and not queries.may_keep(principal, row["partner_id"]):
        raise NotYourPapers
    if body.result != "pending" and not reviews:
        raise NotYourCheck
    _check_result(principal, body.issued_on, body.verified_on)
    if body.expires_on is not None and body.expires_on < body.issued_on:
        raise wrong("/expires_on", "date_order", "The last day is before the first")
    values = body.model_dump()
    if body.result == "pending":
        values["verified_on"] = None
    else:
        values["verified_on"] = body.verified_on or principal.today
        values["verified_by_id"] = principal.person_id
    check_id = await write.add(tx, BackgroundCheck, {**values, "staff_id": staff_id})
    version = await write.change(tx, StaffMember, staff_id, {})
    told = write.told({"check_id": check_id, **values})
    record(tx, CheckAdded(object_id=staff_id, version=version, changed=told))
    return await queries.get_staff(tx, principal, staff_id)


async def verify_check(
    tx: Tx, principal: Principal, staff_id: UUID, check_id: UUID, body: CheckVerify, if_match: IfMatch
) -> dict[str, Any]:
    """Say the result of a check that waits. Raises NotYourCheck, PersonMustDecide, CheckVerified, Unprocessable."""
    row = await queries.lock_staff(tx, principal, staff_id)
    check = await queries.lock_check(tx, staff_id, check_id)
    check_version(if_match, row["version"])
    if principal.person_id is None:
        raise PersonMustDecide
    if not queries.may_review(principal, row["partner_id"]):
        raise NotYourCheck
    if check["result"] != "pending":
        raise VerifiedAlready
    _check_result(principal, check["issued_on"], body.verified_on)
    after = {
        "result": body.result,
        "verified_on": body.verified_on or principal.today,
        "verified_by_id": principal.person_id,
    }
    await write.verify(tx, check_id, after)
    version = await write.change(tx, StaffMember, staff_id, {})
    changed = {"check_id": [check_id, check_id], **difference(check, after)}
    record(tx, CheckVerified(object_id=staff_id, version=version, changed=changed))
    return await queries.get_staff(tx, principal, staff_id)
