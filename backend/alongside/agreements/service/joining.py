"""One more school for an agreement that is signed: the office offers it, the school's principal decides.

No term changes, so nothing is amended or signed again; the text stays as it was signed.
"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Update, update

from alongside.agreements import queries, rules
from alongside.agreements.errors import SchoolNotNamed, TextIsFixed
from alongside.agreements.events import AgreementSchoolAdded, AgreementSchoolRemoved
from alongside.agreements.models import AgreementSchool
from alongside.core.db import Tx
from alongside.core.record import record
from alongside.core.statements import TENANT, a_day, a_key, columns, statement, table
from alongside.identity.principal import Principal

from . import terms, write
from .moves import refused
from .schools import check_overlap

ns = columns(AgreementSchool)


@statement
def _ask_one_again() -> Update:
    return (
        update(table(AgreementSchool))
        .where(ns.tenant_id == TENANT, ns.agreement_id == a_key("agreement_id"), ns.school_id == a_key("school_id"))
        .values(
            confirmation="pending", confirmed_by_id=None, confirmed_on=None, reason=None, covered_from=None,
            added_on=a_day("on"), added_by_id=a_key("person"),
        )
    )  # fmt: skip


def is_offer(principal: Principal, before: Mapping[str, Any]) -> bool:
    """Whether naming a school now is the office's offer to join what is signed, instead of an edit of the text."""
    return before["status"] in rules.RENEWABLE and queries.is_office(principal, before["partner_id"])


async def offer(tx: Tx, principal: Principal, before: Mapping[str, Any], school_id: UUID) -> None:
    """Offer it to one more school, or again to one that declined. Raises AgreementCannotMove, Unprocessable."""
    named = next((each for each in before["schools"] if each["school"]["id"] == str(school_id)), None)
    if named is not None and named["confirmation"] != "declined":
        return
    await name(tx, principal, before, school_id)
    await check_overlap(tx, principal, before)
    version = await write.change(tx, before["id"], {})
    changed = {"school_id": [None, school_id]}
    record(tx, AgreementSchoolAdded(object_id=before["id"], version=version, changed=changed))


async def name(tx: Tx, principal: Principal, before: Mapping[str, Any], school_id: UUID) -> None:
    """Put a school on a signed agreement, its principal's word still to come. Raises AgreementCannotMove."""
    named = next((each for each in before["schools"] if each["school"]["id"] == str(school_id)), None)
    await terms.check_schools(tx, [school_id], pointer="")
    needs = rules.offer_needs(before["status"], principal.today > before["ends_on"])
    if needs:
        raise await refused(tx, principal, before, needs)
    if named is None:
        await write.name_schools(tx, before["id"], [school_id])
    asked = {"agreement_id": before["id"], "school_id": school_id}
    await tx.run(_ask_one_again(), **asked, on=principal.today, person=principal.person_id)


async def take_back(tx: Tx, principal: Principal, before: Mapping[str, Any], school_id: UUID) -> None:
    """Take the offer back while the principal has not answered. Raises SchoolNotNamed, TextIsFixed."""
    named = next((each for each in before["schools"] if each["school"]["id"] == str(school_id)), None)
    if named is None:
        raise SchoolNotNamed
    if named["added_on"] is None or named["confirmation"] != "pending":
        raise await refused(tx, principal, before, problem=TextIsFixed)
    await write.drop_schools(tx, before["id"], [school_id])
    version = await write.change(tx, before["id"], {})
    changed = {"school_id": [school_id, None]}
    record(tx, AgreementSchoolRemoved(object_id=before["id"], version=version, changed=changed))
