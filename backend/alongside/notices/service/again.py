"""Asking again for a word that waits: the same notice once more, and its e-mail at once, at most once an hour."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from alongside.core.db import Tx
from alongside.core.record import record
from alongside.identity.principal import TenantSettings
from alongside.identity.scopes import Role
from alongside.notices import queries, rules
from alongside.notices.events import NoticesGiven

from .give import Telling, giving, row_of, write_to


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whose word is wanted on a record: of these roles, at these schools (None: wherever the record is)."""

    kind: str
    object_type: str
    object_id: UUID
    roles: frozenset[Role]
    schools: frozenset[UUID] | None = None


async def ask_again(
    tx: Tx,
    tenant: TenantSettings,
    wanted: Sequence[Wanted],
    *,
    only: Collection[UUID] | None = None,
    without: UUID | None = None,
) -> tuple[set[UUID], set[UUID]]:
    """Write to everybody whose word is wanted (of `only`, if given). Who was written to, and who was not: asked
    within this hour already, or this kind of e-mail is switched off; an e-mail that would be collected goes now."""
    everybody = await queries.holders(tx, tenant.today)
    if only is not None:
        everybody = [each for each in everybody if each.person_id in only]
    addressed = [
        (telling, person)
        for telling in await _tellings(tx, wanted, tenant.now)
        for person in sorted(rules.told(telling.wanted, everybody))
        if person != without
    ]
    wishes = await queries.wishes(tx, {person for _, person in addressed})
    ids: dict[UUID, list[UUID]] = {}
    for telling, person in addressed:
        choice = rules.choice_of(wishes.get(person), telling.wanted.kind)
        if choice.email == "off":
            continue
        row = row_of(telling, person, replace(choice, email="instant"))
        if await tx.note_down(giving(), **row):
            ids.setdefault(person, []).append(row["id"])
    for person, given in ids.items():
        await write_to(tx, person, "instant", given, tenant.now)
    if ids:
        told = {"asked_again": [None, sum(map(len, ids.values()))]}
        record(tx, NoticesGiven(object_id=tx.tenant_id, changed=told))
    return set(ids), {person for _, person in addressed} - set(ids)


async def _tellings(tx: Tx, wanted: Sequence[Wanted], now: datetime) -> list[Telling]:
    def of(kind: str) -> set[UUID]:
        return {each.object_id for each in wanted if each.object_type == kind}

    matters: dict[UUID, Any] = {
        **await queries.agreements(tx, of("agreement")),
        **await queries.targets(tx, of("target")),
    }
    return [
        Telling(
            rules.Notification(each.kind, matters[each.object_id], each.roles, {}, each.schools),
            f"again:{each.kind}:{each.object_id}:{now:%Y%m%d%H}",
            now,
        )
        for each in wanted
        if each.object_id in matters
    ]
