"""A pack is carried into another district: through one narrow door, compared, and taken by consent.

The door (`open_pack`) is the only place where something of one tenant is read for a page of another. It opens for one
person who runs the organization in both, and reads there as that person: under that district's row-level security, with
the role that they hold there today. What is written here is written as here, by the services that a form would use.
"""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Insert, bindparam
from sqlalchemy.dialects.postgresql import insert

from alongside.core.clock import new_id
from alongside.core.db import Database, Executor
from alongside.core.record import record
from alongside.core.statements import TENANT, a_day, a_key, a_text, an_instant, columns, statement, table
from alongside.identity import queries as identity
from alongside.identity.principal import Principal
from alongside.identity.scopes import Scope
from alongside.packs import queries, rules
from alongside.packs.errors import NotYourPack, PackNotFound
from alongside.packs.events import PackOpened
from alongside.packs.models import PackOpening
from alongside.partners.queries import find_by_ein
from alongside.partners.queries import get as get_partner

from .pack import check_runs, refuse_ended
from .pack_record import record_of, words_of

w = columns(PackOpening)


@dataclass(frozen=True, slots=True)
class Opened:
    """A pack that came through the door, and who stands on its other side."""

    outline: dict[str, Any]
    content: dict[str, Any]
    sha256: str
    there: Principal

    @property
    def told(self) -> dict[str, Any]:
        return {**self.outline, "district": _district(self.there)}


def _district(there: Principal) -> dict[str, str]:
    return {"slug": there.tenant.slug, "name": there.tenant.name}


@statement
def _note() -> Insert:
    return (
        insert(table(PackOpening))
        .values(
            tenant_id=TENANT, id=a_key("new_id"), pack_id=a_key("pack"), district=a_text("district"),
            district_name=bindparam("district_name"), opened_on=a_day("day"), opened_at=an_instant("now"),
            person_id=a_key("person"),
        )
        .on_conflict_do_nothing()
    )  # fmt: skip


async def list_elsewhere(database: Database, principal: Principal) -> dict[str, Any]:
    """The caller's packs in the other districts, told without their contents, and the partners here to fill."""
    items = [
        {**outline, "district": _district(there)}
        for there in await identity.elsewhere(database, principal)
        if Scope.PACKS_CARRY in there.scopes
        for outline in await queries.open_packs(database.read(there), there)
    ]
    items.sort(key=lambda each: each["made_at"], reverse=True)
    db = database.read(principal)
    names = [(each, (await get_partner(db, principal, each))["name"]) for each in queries.administers(principal)]
    return {"items": items, "partners": [{"id": each, "name": name} for each, name in names]}


async def open_pack(database: Database, principal: Principal, slug: str, pack_id: UUID) -> Opened:
    """The door. Raises PackNotFound (also for a pack that is somebody else's, or is of this very district),
    PackExpired, PackRevoked."""
    if principal.person_id is None or slug == principal.tenant.slug:
        raise PackNotFound
    there = await identity.find_person_by_slug(database, principal.person_id, slug)
    if there is None or Scope.PACKS_CARRY not in there.scopes:
        raise PackNotFound
    db = database.read(there)
    row = await queries.get_elsewhere(db, there, pack_id)
    refuse_ended(row, there)
    content, kept = await queries.contents(db, there, pack_id)
    async with database.transaction(there) as tx:
        # once a day, person and district: whoever looks again while comparing is not told as looking anew
        told = {"district": principal.tenant.slug, "district_name": principal.tenant.name}
        first = await tx.note_down(
            _note(), new_id=new_id(), pack=pack_id, day=there.today, now=there.now, person=there.person_id, **told
        )
        if first:
            changed = {"district": [None, principal.tenant.name]}
            record(tx, PackOpened(object_id=pack_id, version=row["version"], changed=changed))
    return Opened(queries.outline(row), content, kept, there)


async def items_of(db: Executor, principal: Principal, partner_id: UUID, content: dict[str, Any]) -> list[rules.Item]:
    """A pack's contents beside what the partner's record says here. Raises PartnerNotFound, NotYourPack."""
    written, status = await record_of(db, principal, partner_id, principal.today)
    check_runs(principal, partner_id)
    ein = content.get("profile", {}).get("ein")
    holder = None if ein is None else await find_by_ein(db, principal, ein)
    taken = holder is not None and holder["id"] != partner_id
    return rules.compare(content, rules.Here(written, status, await words_of(db), taken, principal.today))


async def compare(
    database: Database, principal: Principal, slug: str, pack_id: UUID, partner_id: UUID | None
) -> dict[str, Any]:
    """A pack beside what is here. Raises PackNotFound, PackExpired, PackRevoked, PartnerNotFound, NotYourPack."""
    opened = await open_pack(database, principal, slug, pack_id)
    partner_id = partner_id or next(iter(queries.administers(principal)), None)
    if partner_id is None:
        raise NotYourPack
    db = database.read(principal)
    items = await items_of(db, principal, partner_id, opened.content)
    partner = await get_partner(db, principal, partner_id)
    known = await words_of(db)
    words = {**opened.content["words"], **{code: label for one in known.values() for code, label in one.items()}}
    return {
        "pack": opened.told,
        "partner": {"id": partner_id, "name": partner["name"]},
        "items": [_shown(item, words) for item in items],
    }


def _shown(item: rules.Item, words: dict[str, str]) -> dict[str, Any]:
    plain = ("key", "part", "name", "state", "can_take", "refused", "requires", "seen")
    facts = [
        {
            "field": fact.field,
            "pack": _in_words(fact.field, fact.pack, words),
            "here": _in_words(fact.field, fact.here, words),
            "left_out": list(fact.left_out),
        }
        for fact in item.facts
    ]
    return {**{name: getattr(item, name) for name in plain}, "facts": facts}


def _in_words(field: str, value: Any, words: dict[str, str]) -> Any:
    """A district's own codes as people read them; what is in every district's code is said by the page."""
    return [words.get(code, code) for code in value] if field in rules.TERMS and isinstance(value, list) else value
