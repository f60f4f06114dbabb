"""What happens to an agreement happens to the texts that changed it: on hold, in force and over together."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from alongside.agreements import queries, rules
from alongside.agreements.events import AgreementFollowed
from alongside.agreements.models import AgreementHold
from alongside.core.db import Tx
from alongside.core.record import record
from alongside.identity.principal import Principal

from . import write
from .opening import follow_standing


async def follow(tx: Tx, original_id: UUID, values: Mapping[str, Any]) -> None:
    """What changed an agreement is on hold, in force and over with it."""
    for each in await queries.lock_amendments(tx, original_id):
        if each["status"] not in rules.RENEWABLE:
            continue
        version = await write.change(tx, each["id"], values)
        changed = {name: [each[name], value] for name, value in values.items() if name != "status_since"}
        record(tx, AgreementFollowed(object_id=each["id"], version=version, changed=changed))


async def hold(tx: Tx, before: Mapping[str, Any], principal: Principal) -> dict[str, Any]:
    """The columns of an agreement that goes on hold today, its amendments with it."""
    values = {"held_from": principal.today}
    await follow(tx, before["id"], {"status": "suspended", "status_since": principal.now, **values})
    await follow_standing(tx, before["id"], "on_hold")
    return values


async def end_hold(tx: Tx, before: Mapping[str, Any], principal: Principal) -> dict[str, Any]:
    """The columns of an agreement whose hold ends today; the days on hold are kept for whoever asks about them."""
    values = {"held_from": None}
    amendments = [each for each in await queries.lock_amendments(tx, before["id"]) if each["status"] == "suspended"]
    for each in (before, *amendments):
        if each["held_from"] is not None and each["held_from"] < principal.today:
            past = {"from_on": each["held_from"], "until_on": principal.today, "reason": before["status_reason"]}
            await write.add(tx, AgreementHold, {"agreement_id": each["id"], **past})
    await follow(tx, before["id"], {"status": "executed", "status_since": principal.now, **values})
    await follow_standing(tx, before["id"], "in_force")
    return values
