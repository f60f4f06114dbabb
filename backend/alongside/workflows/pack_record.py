"""A partner's whole record as plain JSON, in the form in which it is packed and compared."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final
from uuid import UUID

import orjson

from alongside.core.db import Executor
from alongside.identity.principal import Principal
from alongside.packs import rules
from alongside.papers import queries as papers
from alongside.partners import queries as partners
from alongside.schools.queries import terms

LISTS: Final = tuple(rules.TERMS.values())


async def record_of(db: Executor, principal: Principal, partner_id: UUID, day: date) -> tuple[dict[str, Any], str]:
    """What the record says to its own administrator, and the partner's status. Raises PartnerNotFound."""
    partner = await partners.get(db, principal, partner_id)
    programs = [await partners.get_program(db, principal, each["id"]) for each in partner["programs"]]
    listed = await papers.find_of_partner(db, principal, partner_id, day)
    held = [
        await papers.get(db, principal, each["id"])
        for each in listed
        if each["kind"] in rules.PAPERS_THAT_TRAVEL and each["state"] != "expired"
    ]
    staff = await papers.find_staff(db, principal, partner_id, day)
    record = {
        "profile": {name: partner[name] for name in rules.PROFILE},
        "contacts": partner["contacts"],
        "programs": programs,
        "papers": [{**each, "program": each["program"] and each["program"]["name"]} for each in held],
        "staff": staff["items"],
    }
    return orjson.loads(orjson.dumps(record, default=str)), partner["status"]


async def words_of(db: Executor) -> Mapping[str, Mapping[str, str]]:
    """The district's own words by list and code."""
    return {scheme: {each["code"]: each["label"] for each in await terms(db, scheme)} for scheme in LISTS}
