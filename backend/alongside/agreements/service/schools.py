"""The principal's word for one school; a school that declines does not hold up the others (rule E11)."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Update, update

from alongside.agreements import queries, rules
from alongside.agreements.errors import AgreementCannotMove, SchoolNotNamed
from alongside.agreements.events import MOVED, AgreementSchoolRemoved
from alongside.agreements.models import AgreementSchool
from alongside.core.conditional import IfMatch, check_version
from alongside.core.db import Tx
from alongside.core.moves import make_move
from alongside.core.record import record
from alongside.core.statements import TENANT, a_day, a_key, a_text, columns, statement, table
from alongside.identity.principal import Principal
from alongside.identity.scopes import Role
from alongside.schools.queries import get as get_school

from . import write
from .moves import refused

ns = columns(AgreementSchool)


@statement
def _answer() -> Update:
    return (
        update(table(AgreementSchool))
        .where(
            ns.tenant_id == TENANT, ns.agreement_id == a_key("agreement_id"), ns.school_id == a_key("school_id")
        )
        .values(
            confirmation=a_text("word"), confirmed_by_id=a_key("person"), confirmed_on=a_day("on"),
            reason=a_text("reason"), covered_from=a_day("covered_from"),
        )
    )  # fmt: skip


async def answer_for_school(
    tx: Tx,
    principal: Principal,
    agreement_id: UUID,
    school_id: UUID,
    verb: str,
    if_match: IfMatch,
    reason: str | None = None,
) -> dict[str, Any]:
    """Confirm or decline for one school; a district-wide agreement is answered for each school that wants it.

    Raises SchoolNotFound, SchoolNotNamed, NotYourMove, AgreementCannotMove.
    """
    before = await queries.lock(tx, principal, agreement_id)
    check_version(if_match, before["version"])
    school = next((each for each in before["schools"] if each["school"]["id"] == str(school_id)), None)
    if school is None:
        await get_school(tx, principal, school_id)
        if not before["is_district_wide"]:
            raise SchoolNotNamed
    word = "pending" if school is None else school["confirmation"]
    actors = {Role.SCHOOL_LEADER} if queries.leads(principal, before, school_id) else set()
    needs = queries.school_needs(principal, before, school)
    made = make_move(rules.AGREEMENT_SCHOOL, verb, word, actors, needs, AgreementCannotMove)
    if school is None:
        await write.name_schools(tx, agreement_id, [school_id])
    values = {"word": made.to_state, "person": principal.person_id, "on": principal.today, "reason": reason}
    joins = made.to_state == "confirmed" and before["effective_on"] is not None
    values["covered_from"] = rules.covered_from(before["effective_on"], principal.today) if joins else None
    await tx.run(_answer(), agreement_id=agreement_id, school_id=school_id, **values)
    if made.to_state == "confirmed":
        await check_overlap(tx, principal, before)
    version = await write.change(tx, agreement_id, {})
    changed = {"school_id": [school_id, school_id], "confirmation": [word, made.to_state]}
    record(tx, MOVED[verb](object_id=agreement_id, version=version, changed=changed, reason=reason))
    return await queries.get(tx, principal, agreement_id)


async def leave_out(tx: Tx, before: Mapping[str, Any], school_id: UUID) -> None:
    """Go on without a school whose principal has not answered (rule B4: confirmed or removed).

    What is given there alone goes with it; nobody else is asked again, for nothing they said yes to changes.
    """
    resources = [each for each in before["resources"] if each["school"] is not None]
    if any(UUID(each["school"]["id"]) == school_id for each in resources):
        await write.drop_resources_at(tx, before["id"], school_id)
    await write.drop_schools(tx, before["id"], [school_id])
    version = await write.change(tx, before["id"], {})
    changed = {"school_id": [school_id, None]}
    record(tx, AgreementSchoolRemoved(object_id=before["id"], version=version, changed=changed))


async def confirm_joining(
    tx: Tx, agreement_id: UUID, school_id: UUID, principal_id: UUID, said_on: date, covered_from: date
) -> None:
    """The word of a principal who had asked to join: given on that day, counting from the office's yes on."""
    values = {"word": "confirmed", "person": principal_id, "on": said_on, "reason": None, "covered_from": covered_from}
    await tx.run(_answer(), agreement_id=agreement_id, school_id=school_id, **values)


async def check_overlap(tx: Tx, principal: Principal, before: Mapping[str, Any]) -> None:
    """A school that thinks again may meanwhile be covered by another agreement."""
    if before["status"] not in rules.COVERING:
        return
    await queries.lock_partner(tx, before["partner_id"])
    now = await queries.fetch(tx, principal, before["id"])
    if await queries.overlapping(tx, queries.coverage_of(now)):
        raise await refused(tx, principal, before, ["no_overlap"])
