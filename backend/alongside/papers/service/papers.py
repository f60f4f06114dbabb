"""Handing in papers, keeping their scans, and deciding on them."""

from hashlib import sha256
from typing import Any
from uuid import UUID

from alongside.core import files
from alongside.core.conditional import IfMatch, check_version, require_version
from alongside.core.db import Tx
from alongside.core.errors import FieldError, Unprocessable
from alongside.core.moves import make_move
from alongside.core.record import difference, record
from alongside.core.storage import make_room
from alongside.identity.principal import Principal
from alongside.papers import queries, rules
from alongside.papers.errors import NotYourPapers, PaperCannotMove, PaperIsFixed, PaperRefused, PaperTooLarge
from alongside.papers.events import PAPER_MOVED, PaperAdded, PaperChanged, PaperFileAdded
from alongside.papers.models import Paper, PaperFile, PaperSchool
from alongside.papers.schemas import PaperCreate, PaperUpdate
from alongside.partners.errors import PartnerNotFound
from alongside.partners.queries import get as get_partner

from . import write

_COLUMN = {"limit_each": "limit_each_cents", "limit_aggregate": "limit_aggregate_cents"}


def _in_columns(given: dict[str, Any]) -> dict[str, Any]:
    return {_COLUMN.get(name, name): value for name, value in given.items()}


async def _check(tx: Tx, principal: Principal, partner_id: UUID, values: dict[str, Any]) -> None:
    """Days in order, and a program and schools that are there. Raises Unprocessable."""
    faults = []
    start, end = values.get("effective_on"), values.get("expires_on")
    if start is not None and end is not None and end < start:
        faults.append(FieldError("/expires_on", "date_order", "The last day is before the first"))
    if values.get("program_id") is not None:
        faults += await write.program_fault(tx, principal, values["program_id"], partner_id, "/program_id")
    for place, school_id in enumerate(values.get("school_ids", ())):
        faults += await write.school_fault(tx, principal, school_id, f"/school_ids/{place}")
    if faults:
        raise Unprocessable(errors=faults)


async def add_paper(tx: Tx, principal: Principal, body: PaperCreate) -> dict[str, Any]:
    """Begin a paper of a partner. Raises NotYourPapers, Unprocessable."""
    try:
        await get_partner(tx, principal, body.partner_id)
    except PartnerNotFound:
        raise Unprocessable(
            errors=[FieldError("/partner_id", "unresolved_reference", "There is no such partner")]
        ) from None
    if not queries.may_keep(principal, body.partner_id):
        raise NotYourPapers
    values = _in_columns(body.model_dump())
    await _check(tx, principal, body.partner_id, values)
    schools = list(dict.fromkeys(values.pop("school_ids")))
    paper_id = await write.add(tx, Paper, {**values, "author_id": principal.person_id})
    await write.put_parts(tx, PaperSchool, "paper_id", paper_id, [{"school_id": each} for each in schools])
    record(tx, PaperAdded(object_id=paper_id, changed=write.told({**values, "school_ids": schools})))
    return await queries.get(tx, principal, paper_id)


async def change_paper(
    tx: Tx, principal: Principal, paper_id: UUID, body: PaperUpdate, if_match: IfMatch
) -> dict[str, Any]:
    """Edit a paper that is not handed in, or came back. Raises NotYourPapers, PaperIsFixed, Unprocessable."""
    row = await queries.lock(tx, principal, paper_id)
    if not queries.may_keep(principal, row["partner_id"]):
        raise NotYourPapers
    require_version(if_match, row["version"])
    if row["status"] not in rules.EDITABLE:
        raise PaperIsFixed
    before = {**row, "school_ids": await queries.schools_of(tx, paper_id)}
    values = _in_columns(body.given())
    if "school_ids" in values:
        values["school_ids"] = sorted(set(values["school_ids"]))
    changed = difference(before, values)
    if changed:
        await _check(tx, principal, row["partner_id"], {**before, **values})
        if "school_ids" in changed:
            schools = [{"school_id": each} for each in values["school_ids"]]
            await write.put_parts(tx, PaperSchool, "paper_id", paper_id, schools)
        own = {name: values[name] for name in changed if name != "school_ids"}
        version = await write.change(tx, Paper, paper_id, own)
        record(tx, PaperChanged(object_id=paper_id, version=version, changed=changed))
    return await queries.get(tx, principal, paper_id)


async def add_file(
    tx: Tx, principal: Principal, paper_id: UUID, name: str, content: bytes, if_match: IfMatch
) -> dict[str, Any]:
    """Keep a scan with a paper. Raises NotYourPapers, PaperIsFixed, PaperTooLarge, PaperRefused,
    StorageFull."""
    row = await queries.lock(tx, principal, paper_id)
    check_version(if_match, row["version"])
    if not queries.may_keep(principal, row["partner_id"]):
        raise NotYourPapers
    if row["status"] not in rules.EDITABLE:
        raise PaperIsFixed
    if len(content) > files.MOST_BYTES:
        raise PaperTooLarge
    kept = files.file_name(name)
    media_type = None if kept is None else files.media_type(kept, content, files.SCANS)
    if kept is None or media_type is None:
        raise PaperRefused
    await make_room(tx, len(content))
    told = {"name": kept, "sha256": sha256(content).hexdigest(), "size": len(content)}
    values = {
        **told,
        "paper_id": paper_id,
        "media_type": media_type,
        "content": content,
        "uploaded_at": principal.now,
        "uploaded_by_id": principal.person_id,
    }
    file_id = await write.add(tx, PaperFile, values)
    version = await write.change(tx, Paper, paper_id, {})
    changed = write.told({"document_id": file_id, **told})
    record(tx, PaperFileAdded(object_id=paper_id, version=version, changed=changed))
    return await queries.get(tx, principal, paper_id)


async def move_paper(
    tx: Tx, principal: Principal, paper_id: UUID, verb: str, reason: str | None, if_match: IfMatch
) -> dict[str, Any]:
    """Take one step of a paper's lifecycle. Raises NotYourMove or PaperCannotMove."""
    row = await queries.lock(tx, principal, paper_id)
    check_version(if_match, row["version"])
    guard = await queries.guard_of(tx, principal, paper_id)
    actors = queries.actors_on(principal, row["partner_id"])
    made = make_move(rules.PAPER, verb, row["status"], actors, guard, PaperCannotMove)
    after: dict[str, Any] = {"status": made.to_state, "status_reason": reason}
    if verb == "submit":
        after |= {"submitted_on": principal.today, "submitted_by_id": principal.person_id}
    elif verb in ("accept", "reject"):
        after |= {"reviewed_on": principal.today, "reviewed_by_id": principal.person_id}
        if verb == "accept":
            after["accepted_on"] = principal.today
    else:
        after["withdrawn_on"] = principal.today
    changed = difference(row, after)
    version = await write.change(tx, Paper, paper_id, after)
    told = {name: pair for name, pair in changed.items() if name != "status_reason"}
    record(tx, PAPER_MOVED[verb](object_id=paper_id, version=version, changed=told, reason=reason))
    return await queries.get(tx, principal, paper_id)
