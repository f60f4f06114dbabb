"""What was chosen of a pack becomes part of the partner's record here: all of it or nothing, decided anew here."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Insert, bindparam, insert

from alongside.core.clock import new_id
from alongside.core.db import Database, Tx
from alongside.core.errors import FieldError, Unprocessable, wrong
from alongside.core.statements import TENANT, a_key, columns, statement, table
from alongside.identity.principal import Principal
from alongside.packs import rules
from alongside.packs.errors import PackChanged
from alongside.packs.events import PartnerTookPack
from alongside.packs.models import PackTaking
from alongside.packs.schemas import PackTake
from alongside.papers import service as papers
from alongside.papers.queries import get_file
from alongside.papers.schemas import CheckCreate, PaperCreate, StaffCreate, StaffUpdate
from alongside.partners import service as partners
from alongside.partners.queries import get as get_partner
from alongside.partners.queries import lock as lock_partner
from alongside.partners.schemas import ContactCreate, ContactUpdate, PartnerUpdate, ProgramCreate, ProgramUpdate
from alongside.partners.service.register import touch

from .pack import check_runs
from .unpack import Opened, items_of, open_pack

t = columns(PackTaking)
_TAKEN = ("partner_id", "pack", "pack_sha256", "district", "district_name", "made_at", "items", "taken_at",
          "taken_by_id")  # fmt: skip
_WHY = {
    "kept_by_office": "Only the district's office changes this here",
    "ein_taken": "Another organization here has this EIN; the office can merge the two records",
    "program_retired": "This program is retired here",
    "program_missing": "The program that this paper is for is neither here nor in the pack",
    "expired": "It has run out",
    None: "This is not in the pack",
}


@statement
def _keep() -> Insert:
    told = {name: bindparam(f"new_{name}", type_=t[name].type) for name in _TAKEN}
    return insert(table(PackTaking)).values(tenant_id=TENANT, id=a_key("new_id"), **told)


@dataclass(frozen=True, slots=True)
class Brought:
    """An opened pack with the scans of the papers that were chosen, read before anything is written here."""

    opened: Opened
    scans: Mapping[str, bytes]


async def bring(database: Database, principal: Principal, slug: str, pack_id: UUID, body: PackTake) -> Brought:
    """Through the door with what was chosen. Raises PackNotFound, PackExpired, PackRevoked."""
    opened = await open_pack(database, principal, slug, pack_id)
    db, chosen = database.read(opened.there), {choice.key for choice in body.choices}
    scans = {}
    for paper in opened.content.get("papers", ()):
        if rules.key_of("papers", paper["id"]) in chosen:
            for scan in paper["documents"]:
                file = await get_file(db, opened.there, UUID(paper["id"]), UUID(scan["id"]))
                scans[scan["id"]] = bytes(file["content"])
    return Brought(opened, scans)


def _chosen(items: list[rules.Item], body: PackTake) -> list[rules.Item]:
    """The items to take now, in the order in which they can be. Raises Unprocessable, PackChanged.

    What is here by now is left alone, so that taking twice takes once.
    """
    by_key = {item.key: item for item in items}
    asked = {choice.key for choice in body.choices}
    faults: list[FieldError] = []
    changed: list[str] = []
    chosen: dict[str, rules.Item] = {}
    for place, choice in enumerate(body.choices):
        pointer = f"/choices/{place}/key"
        item = by_key.get(choice.key)
        if item is not None and item.state == "same":
            continue
        if item is None and _is_here_by_now(choice.key, by_key):
            continue
        if item is None or not item.can_take:
            refused = None if item is None else item.refused
            faults.append(FieldError(pointer, refused or "not_in_pack", _WHY[refused]))
        elif item.seen != choice.seen:
            changed.append(item.key)
        elif item.requires is not None and item.requires not in asked:
            faults.append(FieldError(pointer, "requires", "Take what it belongs to along"))
        else:
            chosen[item.key] = item
    if faults:
        raise Unprocessable(errors=faults)
    if changed:
        raise PackChanged(keys=changed)
    return [item for item in items if item.key in chosen]


def _is_here_by_now(key: str, by_key: Mapping[str, rules.Item]) -> bool:
    """Whether a whole record that was to be taken is here by now: its fields stand in its place."""
    return any(each.startswith(f"{key}/") for each in by_key)


async def take(tx: Tx, principal: Principal, brought: Brought, body: PackTake) -> dict[str, Any]:
    """Copy what was chosen. Raises PartnerNotFound, NotYourPack, PackChanged, Unprocessable, and what the services
    refuse: then nothing is copied."""
    if not body.consents:
        raise wrong("/consents", "required", "Say that your organization wants this copied")
    await lock_partner(tx, principal, body.partner_id)
    check_runs(principal, body.partner_id)
    opened = brought.opened
    chosen = _chosen(await items_of(tx, principal, body.partner_id, opened.content), body)
    taking_id, handed_in = None, 0
    if chosen:
        tx.journal.manner = {"copied_from": [None, opened.there.tenant.name]}
        handed_in = await _Copy(tx, principal, body.partner_id, brought).all(chosen)
        tx.journal.manner = {}
        taking_id = await _remember(tx, principal, body.partner_id, opened, chosen)
    partner = await get_partner(tx, principal, body.partner_id)
    return {
        "partner": {"id": body.partner_id, "name": partner["name"]},
        "taken": [item.key for item in chosen],
        "papers_handed_in": handed_in,
        "taking_id": taking_id,
    }


async def _remember(tx: Tx, principal: Principal, partner_id: UUID, opened: Opened, chosen: list[rules.Item]) -> UUID:
    taking_id, there = new_id(), opened.there.tenant
    values = {
        "partner_id": partner_id, "pack": opened.outline["id"], "pack_sha256": opened.sha256,
        "district": there.slug, "district_name": there.name, "made_at": opened.outline["made_at"],
        "items": [{"part": item.part, "name": item.name, "fields": [f.field for f in item.facts]} for item in chosen],
        "taken_at": principal.now, "taken_by_id": principal.person_id,
    }  # fmt: skip
    await tx.run(_keep(), new_id=taking_id, **{f"new_{name}": value for name, value in values.items()})
    changed = {"copied_from": [None, there.name], "pack": [None, opened.outline["id"]], "items": [None, len(chosen)]}
    await touch(tx, PartnerTookPack, partner_id, changed)
    return taking_id


class _Copy:
    """Writes what was chosen, by the services that a form would use: their rules hold, their events are told."""

    def __init__(self, tx: Tx, principal: Principal, partner_id: UUID, brought: Brought) -> None:
        self._tx, self._principal, self._partner_id = tx, principal, partner_id
        self._content, self._scans = brought.opened.content, brought.scans
        self._programs: dict[str, UUID] = {}
        self._staff: dict[int, UUID] = {}

    async def all(self, chosen: list[rules.Item]) -> int:
        """Part by part; how many papers were handed in."""
        await self._profile([item for item in chosen if item.part == "profile"])
        await self._fields([item for item in chosen if item.part == "contacts" and "here" in item.place], self._contact)
        await self._fields([item for item in chosen if item.part == "programs" and "here" in item.place], self._program)
        await self._fields([item for item in chosen if item.part == "staff" and "here" in item.place], self._member)
        handed_in = 0
        for item in chosen:
            if item.part == "contacts" and "here" not in item.place:
                await self._new_contact(item)
            elif item.part == "programs" and "here" not in item.place:
                await self._new_program(item)
            elif item.part == "staff" and "here" not in item.place:
                await self._new_member(item)
            elif item.part == "papers":
                handed_in += await self._paper(item)
            elif item.part == "checks":
                await self._check(item)
        return handed_in

    async def _profile(self, items: list[rules.Item]) -> None:
        said = {item.facts[0].field: item.facts[0].pack for item in items}
        if said:
            update = PartnerUpdate.model_validate(said)
            await partners.change(self._tx, self._principal, self._partner_id, update, "*")

    async def _fields(self, items: list[rules.Item], write: Any) -> None:
        """Fields of one record are one edit."""
        by_record: dict[str, dict[str, Any]] = {}
        for item in items:
            by_record.setdefault(item.place["here"], {})[item.facts[0].field] = item.facts[0].pack
        for record_id, said in by_record.items():
            await write(UUID(record_id), said)

    async def _contact(self, contact_id: UUID, said: dict[str, Any]) -> None:
        update = ContactUpdate.model_validate(said)
        await partners.change_contact(self._tx, self._principal, self._partner_id, contact_id, update, "*")

    async def _program(self, program_id: UUID, said: dict[str, Any]) -> None:
        await partners.change_program(self._tx, self._principal, program_id, ProgramUpdate.model_validate(said), "*")

    async def _member(self, staff_id: UUID, said: dict[str, Any]) -> None:
        await papers.change_staff(self._tx, self._principal, staff_id, StaffUpdate.model_validate(said), "*")

    async def _new_contact(self, item: rules.Item) -> None:
        contact = ContactCreate.model_validate(self._content["contacts"][item.place["pack"]])
        await partners.add_contact(self._tx, self._principal, self._partner_id, contact)

    async def _new_program(self, item: rules.Item) -> None:
        """A draft here, whatever it is there; words that this district does not have were left out."""
        told = {"name": item.name, **{fact.field: fact.pack for fact in item.facts}}
        program = ProgramCreate.model_validate(told)
        made = await partners.add_program(self._tx, self._principal, self._partner_id, program)
        self._programs[item.key] = made["id"]

    async def _new_member(self, item: rules.Item) -> None:
        """On the list from today, without a place and without a check: where they work is said here."""
        each = self._content["staff"][item.place["pack"]]
        member = StaffCreate.model_validate({name: each[name] for name in ("name", "title", "email", "basis")})
        made = await papers.add_staff(self._tx, self._principal, self._partner_id, member)
        self._staff[item.place["pack"]] = made["id"]

    async def _check(self, item: rules.Item) -> None:
        """Entered as one that waits: this district verifies for itself."""
        staff_id = UUID(item.place["here"]) if "here" in item.place else self._staff[item.place["pack"]]
        check = CheckCreate.model_validate(self._content["staff"][item.place["pack"]]["checks"][item.place["check"]])
        await papers.add_check(self._tx, self._principal, staff_id, check, None)

    async def _paper(self, item: rules.Item) -> int:
        """With its scans, handed in where nothing is missing. That it names the other district counts for nothing."""
        each = self._content["papers"][item.place["pack"]]
        said = {name: value for name, value in each.items() if name not in ("id", "program", "documents")}
        if each["program"] is not None:
            said["program_id"] = self._programs[item.requires] if item.requires else item.place["program"]
        paper = PaperCreate.model_validate({**said, "partner_id": self._partner_id})
        made = await papers.add_paper(self._tx, self._principal, paper)
        for scan in each["documents"]:
            content = self._scans[scan["id"]]
            made = await papers.add_file(self._tx, self._principal, made["id"], scan["name"], content, None)
        ready = any(move["move"] == "submit" and not move["needs"] for move in made["allowed_moves"])
        if ready:
            await papers.move_paper(self._tx, self._principal, made["id"], "submit", None, None)
        return int(ready)
