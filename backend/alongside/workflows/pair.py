"""A partnership and the needs it is for: a need is matched, addressed and free again as its partnerships go."""

from typing import Any, Final
from uuid import UUID

from alongside.core.conditional import IfMatch
from alongside.core.db import Tx
from alongside.identity.principal import Principal
from alongside.needs import service as needs
from alongside.partnerships import queries
from alongside.partnerships import service as partnerships
from alongside.partnerships.schemas import PartnershipCreate, PartnershipUpdate

AT_WORK: Final = frozenset({"activate", "resume"})
LEAVING: Final = frozenset({"end", "not-a-fit"})


async def start(tx: Tx, principal: Principal, asked: PartnershipCreate) -> dict[str, Any]:
    """Begin exploring a program; what it is for is matched. Raises what `partnerships.service.start` does."""
    made = await partnerships.start(tx, principal, asked)
    await needs.follow(tx, await needs.hold(tx, asked.need_ids), "match")
    return await queries.get(tx, principal, made["id"])


async def change(
    tx: Tx, principal: Principal, partnership_id: UUID, asked: PartnershipUpdate, if_match: IfMatch
) -> dict[str, Any]:
    """Change what is known of it; needs that it names now, or no longer, follow."""
    before = await queries.need_ids(tx, partnership_id)
    made = await partnerships.change(tx, principal, partnership_id, asked, if_match)
    now = await queries.need_ids(tx, partnership_id)
    added, dropped = set(now) - set(before), set(before) - set(now)
    if not added and not dropped:
        return made
    await needs.follow(tx, await needs.hold(tx, sorted(added)), "address" if made["stage"] == "active" else "match")
    await _release(tx, sorted(dropped))
    return await queries.get(tx, principal, partnership_id)


async def move(
    tx: Tx, principal: Principal, partnership_id: UUID, verb: str, reason: str | None, if_match: IfMatch
) -> dict[str, Any]:
    """Take one step of a partnership: at work it addresses its needs, and over it leaves them to others."""
    made = await partnerships.move(tx, principal, partnership_id, verb, reason, if_match)
    if verb not in AT_WORK | LEAVING:
        return made
    named = await queries.need_ids(tx, partnership_id)
    if verb in AT_WORK:
        await needs.follow(tx, await needs.hold(tx, named), "address")
    else:
        await _release(tx, named)
    return await queries.get(tx, principal, partnership_id)


async def _release(tx: Tx, need_ids: list[UUID]) -> None:
    """Needs that no partnership is for any more are looked for again; they are held before the others are counted."""
    held = await needs.hold(tx, need_ids)
    free = await queries.needs_left(tx, [row["id"] for row in held]) if held else frozenset[UUID]()
    await needs.follow(tx, [row for row in held if row["id"] in free], "release")
