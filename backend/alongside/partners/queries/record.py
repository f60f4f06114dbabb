"""One partner, with its contacts, programs and the steps open to the reader, in one statement."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import ColumnElement, ScalarSelect, func, literal_column, select
from sqlalchemy.dialects.postgresql import aggregate_order_by

from alongside.core.db import Executor, Row, Tx
from alongside.core.lifecycle import allowed_moves
from alongside.core.statements import TENANT, Query, a_key, a_text, columns, statement
from alongside.core.statements import table as table_of
from alongside.identity.models import Person
from alongside.identity.principal import Principal, Standpoint
from alongside.partners.errors import PartnerMerged, PartnerNotFound
from alongside.partners.models import Contact, Partner, PartnerFormerName, PartnerNote
from alongside.partners.rules import (
    PARTNER,
    Completeness,
    PartnerFacts,
    completeness,
    has_identity,
    needs_of,
    tasks,
    vetting_expired,
)

from .standing import actors_on, g, may_edit, p, program_visible_to, sees_in_full, visible_to

c, n, f, who = columns(Contact), columns(PartnerNote), columns(PartnerFormerName), columns(Person)

DIRECTORY = frozenset(
    {"id", "version", "name", "org_type", "sector", "mission", "website", "phone", "email", "city", "state",
     "languages", "status", "is_public", "updated_at"}
)  # fmt: skip
"""The public fields: what other partners' people see of an approved one."""

_INSIDE = frozenset({"tenant_id", "created_at", "normalized_name", "reviewer_id", "merged_into_id", "last_contact_on"})
_OWN = [column for column in p if column.name not in _INSIDE]


def _object(*shown: Any) -> ColumnElement[Any]:
    """Columns as one JSON object under their own names."""
    parts: list[ColumnElement[Any]] = []
    for each in shown:
        parts += [literal_column(f"'{each.name}'"), each]
    return func.json_build_object(*parts)


def _array(of: ColumnElement[Any], *order: Any) -> ColumnElement[Any]:
    """Rows as one JSON array, null when there are none (`json_agg`: half the cost of `jsonb_agg`)."""
    return func.json_agg(aggregate_order_by(of, *order))


def _name_of(key: ColumnElement[Any], alias: str) -> ScalarSelect[Any]:
    other = table_of(Partner).alias(alias).c
    return select(_object(other.id, other.name)).where(other.tenant_id == TENANT, other.id == key).scalar_subquery()


@statement
def _one(standpoints: frozenset[Standpoint]) -> Query:
    contact = _object(c.id, c.version, c.kind, c.name, c.title, c.email, c.phone, c.is_public)
    contacts = select(_array(contact, c.kind != "primary", c.kind, c.name)).where(
        c.tenant_id == TENANT, c.partner_id == p.id
    )  # fmt: skip
    program = _object(g.id, g.name, g.status, g.areas, g.grades, g.delivery, g.times_of_day, g.capacity_students)
    programs = select(_array(program, g.name, g.id)).where(g.partner_id == p.id, program_visible_to(standpoints))
    other = table_of(Partner).alias("other").c
    similar = select(_array(_object(other.id, other.name), other.name)).where(
        other.tenant_id == TENANT,
        other.merged_into_id.is_(None),
        other.normalized_name == p.normalized_name,
        other.id != p.id,
        p.normalized_name != "",
        literal_column("true" if Standpoint.DISTRICT in standpoints else "false"),
    )
    note = _object(n.id, n.field, n.note, n.asked_on, n.closed_on)
    notes = select(_array(note, n.asked_on, n.id)).where(n.tenant_id == TENANT, n.partner_id == p.id)
    former = select(_array(_object(f.legal_name, f.until_on), f.until_on.desc())).where(
        f.tenant_id == TENANT, f.partner_id == p.id
    )
    child = table_of(Partner).alias("chapter").c
    chapters = select(_array(_object(child.id, child.name), child.name)).where(
        child.tenant_id == TENANT,
        child.parent_partner_id == p.id,
        child.merged_into_id.is_(None),
        # who is not approved yet is named to the district only
        *([] if Standpoint.DISTRICT in standpoints else [child.status == "approved"]),
    )
    reviewer = select(_object(who.id, who.name)).where(who.id == p.reviewer_id)
    return select(
        *_OWN,
        notes.scalar_subquery().label("notes"),
        former.scalar_subquery().label("former_names"),
        chapters.scalar_subquery().label("chapters"),
        reviewer.scalar_subquery().label("reviewer"),
        contacts.scalar_subquery().label("contacts"),
        programs.scalar_subquery().label("programs"),
        _name_of(p.parent_partner_id, "parent").label("parent"),
        _name_of(p.fiscal_sponsor_id, "sponsor").label("fiscal_sponsor"),
        similar.scalar_subquery().label("similar"),
    ).where(visible_to(standpoints), p.id == a_key("id"))


def _list(written: str | None) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = orjson.loads(written) if written else []
    return found


@statement
def _locked(standpoints: frozenset[Standpoint]) -> Query:
    return select(*p).where(visible_to(standpoints), p.id == a_key("id")).with_for_update()


async def lock(tx: Tx, principal: Principal, partner_id: UUID) -> dict[str, Any]:
    """The row of a partner, held until the commit, or PartnerNotFound."""
    row = await tx.row(_locked(principal.standpoints), **principal.binds, id=partner_id)
    if row is None:
        raise PartnerNotFound
    return dict(row)


@statement
def _namesake(standpoints: frozenset[Standpoint]) -> Query:
    return select(p.id, p.name, visible_to(standpoints).label("is_visible")).where(
        p.tenant_id == TENANT, p.ein == a_text("ein")
    )


async def find_by_ein(db: Executor, principal: Principal, ein: str) -> Row | None:
    """Who has this EIN in the tenant; `is_visible` says whether the caller may be told."""
    return await db.row(_namesake(principal.standpoints), **principal.binds, ein=ein)


def facts(contacts: list[dict[str, Any]], programs: list[dict[str, Any]]) -> PartnerFacts:
    """What the guards of a partner's moves look at."""
    return PartnerFacts(
        has_primary_contact=any(contact["kind"] == "primary" for contact in contacts),
        programs=sum(program["status"] != "retired" for program in programs),
    )


def _last_round(notes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The notes that are open, else those that were answered last: what was asked before is in the history."""
    last = (
        None if any(note["closed_on"] is None for note in notes) else max((n["closed_on"] for n in notes), default="")
    )
    return [note for note in notes if note["closed_on"] == last]


def missing_of(
    row: Mapping[str, Any], contacts: list[dict[str, Any]], programs: list[dict[str, Any]]
) -> tuple[str, ...]:
    """The parts of a complete profile that are not there."""
    return _complete(row, contacts, programs).missing


def _complete(row: Mapping[str, Any], contacts: list[dict[str, Any]], programs: list[dict[str, Any]]) -> Completeness:
    kinds = {contact["kind"] for contact in contacts}
    offered = [program for program in programs if program["status"] != "retired"]
    there: Mapping[str, bool] = {
        "mission": row["mission"] is not None,
        "reach": row["phone"] is not None or row["email"] is not None,
        "address": row["address"] is not None,
        "identity": has_identity(row),
        "primary_contact": "primary" in kinds,
        "signatory": "authorized_signatory" in kinds,
        "program": bool(offered),
        "grades": bool(offered) and all(program["grades"] for program in offered),
        "capacity": bool(offered) and all(program["capacity_students"] for program in offered),
    }
    return completeness(there)


def _profile(
    row: Row, contacts: list[dict[str, Any]], programs: list[dict[str, Any]], notes: list[dict[str, Any]]
) -> dict[str, Any]:
    found = _complete(dict(row), contacts, programs)
    # written out: `asdict` copies deeply and costs a tenth of the whole request
    open_notes = [note["field"] for note in notes if note["closed_on"] is None]
    todo = [
        {"task": each.task, "state": each.state, "missing": each.missing} for each in tasks(found.missing, open_notes)
    ]
    return {"done": found.done, "of": found.of, "missing": found.missing, "words": found.words, "tasks": todo}


@statement
def _survivor(standpoints: frozenset[Standpoint]) -> Query:
    gone = table_of(Partner).alias("gone").c
    return select(p.id, p.name).where(
        visible_to(standpoints), gone.tenant_id == TENANT, gone.id == a_key("id"), p.id == gone.merged_into_id
    )


async def _point_to_survivor(db: Executor, principal: Principal, partner_id: UUID) -> None:
    """Raise PartnerMerged for the old address of a merged record, to whoever sees the one it became part of."""
    row = await db.row(_survivor(principal.standpoints), **principal.binds, id=partner_id)
    if row is not None:
        raise PartnerMerged(survivor={"id": row["id"], "name": row["name"]})


async def get(db: Executor, principal: Principal, partner_id: UUID, effective_on: date | None = None) -> dict[str, Any]:
    """One partner as this caller sees it on a day (today unless told otherwise), or PartnerNotFound."""
    row = await db.row(_one(principal.standpoints), **principal.binds, id=partner_id)
    if row is None:
        await _point_to_survivor(db, principal, partner_id)
        raise PartnerNotFound
    contacts, programs = _list(row["contacts"]), _list(row["programs"])
    notes = _last_round(_list(row["notes"]))
    day = effective_on or principal.today
    body = dict(row)
    del body["parent_partner_id"], body["fiscal_sponsor_id"]
    in_full = sees_in_full(principal, partner_id)
    if not in_full:
        body = {name: value if name in DIRECTORY else None for name, value in body.items()}
        contacts = [contact for contact in contacts if contact["is_public"]]
    else:
        for name in ("parent", "fiscal_sponsor", "reviewer"):
            body[name] = orjson.loads(body[name]) if body[name] else None
    return {
        **body,
        "view": "full" if in_full else "directory",
        "vetting_expired": vetting_expired(row["status"], row["vetting_expires_on"], day),
        "contacts": contacts,
        "programs": programs,
        "notes": notes if in_full else [],
        "former_names": _list(row["former_names"]) if in_full else [],
        "chapters": _list(row["chapters"]),
        "profile": _profile(row, contacts, programs, notes) if in_full else None,
        "similar": _list(row["similar"]),
        "can_edit": may_edit(principal, partner_id),
        "allowed_moves": allowed_moves(
            PARTNER, row["status"], actors_on(principal, partner_id), needs_of(facts(contacts, programs))
        ),
    }
