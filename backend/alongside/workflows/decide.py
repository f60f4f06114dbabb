"""Answering from a link: it reads links and writes in agreements and targets.

The link acts as its person, in its tenant, and only for the decisions it was made for; each record's own rules are
asked again. Several answers are one transaction: all are recorded, or none.
"""

import hmac
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from alongside.agreements import queries as agreements
from alongside.agreements import service as agreement
from alongside.agreements.schemas import SignatureWrite
from alongside.core.db import Database, Executor, Tx
from alongside.core.errors import Conflict, FieldError, Forbidden, NotFound, Unprocessable
from alongside.decisions import queries, rules, service
from alongside.decisions.errors import (
    CodeNeeded,
    CodeWrong,
    DecisionsMoved,
    LinkExpired,
    LinkNotKnown,
    LinkRevoked,
    LinkUsed,
)
from alongside.decisions.queries import Acting, Asked
from alongside.decisions.schemas import AnswersWrite, AnswerWrite
from alongside.decisions.service import Place
from alongside.identity.credentials import digest
from alongside.identity.principal import Principal, TenantSettings
from alongside.identity.queries import find_person, get_tenant, locale_of
from alongside.targets import queries as targets
from alongside.targets import service as target

GONE: Mapping[str, type[Exception]] = {"used": LinkUsed, "expired": LinkExpired, "revoked": LinkRevoked}


@dataclass(frozen=True, slots=True)
class Opened:
    """A link with its person as they are today."""

    tenant: TenantSettings
    link: Mapping[str, Any]
    person: Principal

    @property
    def link_id(self) -> UUID:
        found: UUID = self.link["id"]
        return found


async def known(database: Database, token: str) -> tuple[TenantSettings, Mapping[str, Any]]:
    """The link with this secret, whatever became of it. Raises LinkNotKnown."""
    tenant_id = rules.tenant_in(token)
    tenant = None if tenant_id is None else await get_tenant(database, tenant_id)
    if tenant is None:
        raise LinkNotKnown
    hashed = digest(token)
    link = await queries.by_token(database.read(Principal(tenant=tenant)), hashed)
    if link is None or not hmac.compare_digest(bytes(link["token_hash"]), hashed):
        raise LinkNotKnown
    return tenant, dict(link)


async def opened(database: Database, token: str) -> Opened:
    """A link that works. Raises LinkNotKnown, LinkUsed, LinkExpired, LinkRevoked (also for somebody who has left)."""
    tenant, link = await known(database, token)
    refuse(rules.standing(link, tenant.now))
    person = await find_person(database, link["person_id"], tenant.id)
    if person is None:
        raise LinkRevoked
    return Opened(tenant, link, person)


def refuse(standing: str) -> None:
    """Raise what a link's standing says, unless it works."""
    if standing != "open":
        raise GONE[standing]


async def overview(database: Database, found: Opened) -> dict[str, Any]:
    """What the link asks, as it stands now."""
    db, tenant = database.read(found.person), found.tenant
    everyone = await queries.acting(database, db, found.person)
    names = await _names(database, everyone, tenant)
    rows = await queries.decisions_of(db, found.link_id)
    return {
        "person": found.person.name,
        "email_hint": rules.hint(found.person.email),
        "district": tenant.name,
        "locale": await locale_of(database, found.link["person_id"]),
        "today": tenant.today,
        "expires_on": found.link["expires_at"].astimezone(ZoneInfo(tenant.time_zone)).date(),
        "is_demonstration": tenant.is_demonstration,
        "items": [_shown(row, await _look(db, row, everyone), names) for row in rows],
    }


async def _names(database: Database, everyone: Sequence[Acting], tenant: TenantSettings) -> dict[UUID | None, str]:
    """The names of those for whom somebody stands in."""
    found: dict[UUID | None, str] = {}
    for each in everyone:
        if each.on_behalf_of is not None:
            leader = await find_person(database, each.on_behalf_of, tenant.id)
            found[each.on_behalf_of] = "" if leader is None else leader.name
    return found


async def _look(db: Executor, row: Mapping[str, Any], everyone: list[Acting]) -> Asked | None:
    question = queries.ask(row, everyone)
    return None if question is None else await queries.look(db, question)


def _state(row: Mapping[str, Any], asked: Asked | None) -> str:
    if asked is None or not asked.is_open:
        return "gone"
    return "open" if hmac.compare_digest(asked.basis, row["basis"]) else "changed"


def _shown(row: Mapping[str, Any], asked: Asked | None, names: Mapping[UUID | None, str]) -> dict[str, Any]:
    facts = None
    if asked is not None:
        facts = {"id": row["object_id"], **{name: value for name, value in asked.facts.items() if name != "title"}}
    is_target = row["kind"] == "agree_target"
    return {
        "id": row["id"],
        "kind": row["kind"],
        "state": _state(row, asked),
        "title": None if asked is None else asked.title,
        "on_behalf_of": names.get(row["on_behalf_of_id"]),
        "answers": [] if asked is None else list(asked.answers),
        "needs_code": row["kind"] in rules.BINDING,
        "agreement": None if is_target else facts,
        "target": facts if is_target else None,
    }


async def text(database: Database, found: Opened, decision_id: UUID) -> Mapping[str, Any]:
    """The whole text of an agreement that the link asks about. Raises NotFound."""
    db = database.read(found.person)
    everyone = await queries.acting(database, db, found.person)
    for row in await queries.decisions_of(db, found.link_id):
        question = queries.ask(row, everyone)
        if row["id"] == decision_id and row["kind"] != "agree_target" and question is not None:
            body = await queries.text_of(db, question.acting.principal, row["object_id"])
            return {**body["document"], "sha256": body["sha256"]}
    raise NotFound


async def ask_code(database: Database, found: Opened) -> None:
    """Have a code sent to the person's address. Raises TooManyCodes."""
    async with database.transaction(found.person) as tx:
        await service.ask_code(tx, found.link_id, found.tenant.now)


async def answer(database: Database, key: str, found: Opened, body: AnswersWrite, place: Place) -> dict[str, Any]:
    """Record all answers and spend the link.

    Raises Unprocessable, CodeNeeded, CodeWrong, DecisionsMoved, LinkUsed and the like.
    """
    db = database.read(found.person)
    rows = {row["id"]: row for row in await queries.decisions_of(db, found.link_id)}
    _check(body, rows)
    binds = any(rows[each.id]["kind"] in rules.BINDING and each.answer == "yes" for each in body.answers)
    if binds:
        await _check_code(database, key, found, body.code, place)
    async with _deciding(database, found) as (tx, everyone):
        done = [await _decide(tx, rows[each.id], each, body, everyone, place) for each in _in_order(body.answers, rows)]
        told = [
            {**{name: rows[each.id][name] for name in ("kind", "object_id", "school_id")}, **each.model_dump()}
            for each in body.answers
        ]
        await service.spend(tx, found.link_id, told, found.tenant.now, place, binds)
    names = await _names(database, everyone, found.tenant)
    by_id = {each["id"]: each for each in done}
    items = [
        {**by_id[each.id], "on_behalf_of": names.get(rows[each.id]["on_behalf_of_id"])} for each in body.answers
    ]  # fmt: skip
    return {
        "recorded_at": found.tenant.now,
        "person": found.person.name,
        "items": items,
        "left": await _left(database, found, rows, {each.id for each in body.answers}),
    }


async def _left(database: Database, found: Opened, rows: Mapping[UUID, Mapping[str, Any]], answered: set[UUID]) -> int:
    """How many of the link's decisions still wait."""
    db = database.read(found.person)
    everyone = await queries.acting(database, db, found.person)
    left = 0
    for row in rows.values():
        asked = None if row["id"] in answered else await _look(db, row, everyone)
        left += asked is not None and asked.is_open
    return left


@asynccontextmanager
async def _deciding(database: Database, found: Opened) -> AsyncIterator[tuple[Tx, list[Acting]]]:
    """The transaction in which a link is spent: its lock lets one of two clicks through."""
    async with database.transaction(found.person) as tx:
        link = await queries.lock_link(tx, found.link_id)
        refuse(rules.standing(link, found.tenant.now))
        yield tx, await queries.acting(database, tx, found.person)


def _in_order(answers: Sequence[AnswerWrite], rows: Mapping[UUID, Mapping[str, Any]]) -> list[AnswerWrite]:
    """By record, so that two people who answer the same ones wait for each other and never in a circle."""
    return sorted(answers, key=lambda each: (rows[each.id]["kind"], rows[each.id]["object_id"], each.id))


def _check(body: AnswersWrite, rows: Mapping[UUID, Mapping[str, Any]]) -> None:
    errors: list[FieldError] = []
    seen: set[UUID] = set()
    signs = False
    for place, each in enumerate(body.answers):
        if each.id not in rows:
            errors.append(FieldError(f"/answers/{place}/id", "unresolved_reference", "The link does not ask for this"))
        elif each.id in seen:
            errors.append(FieldError(f"/answers/{place}/id", "answered_twice", "Each is answered once"))
        else:
            signs = signs or (rows[each.id]["kind"] in rules.BINDING and each.answer == "yes")
        seen.add(each.id)
        if each.answer == "no" and each.reason is None:
            errors.append(FieldError(f"/answers/{place}/reason", "required", "Say why; the other side reads it"))
    if signs and body.signature is None:
        errors.append(FieldError("/signature/name", "required", "Type your name and title to sign"))
    elif signs and body.signature is not None and not body.signature.consents:
        words = "Consent to signing electronically, or sign on paper"
        errors.append(FieldError("/signature/consents", "consent", words))
    if errors:
        raise Unprocessable(errors=errors)


async def _check_code(database: Database, key: str, found: Opened, code: str | None, place: Place) -> None:
    """In a transaction of its own, so that a wrong code counts although the request fails."""
    if code is None:
        raise CodeNeeded(errors=[FieldError("/code", "required", "Type the six digits from the second e-mail")])
    async with database.transaction(found.person) as tx:
        link = await queries.lock_link(tx, found.link_id)
        refuse(rules.standing(link, found.tenant.now))
        is_right = await service.try_code(tx, key, found.link_id, code, found.tenant.now, place)
    if not is_right:
        raise CodeWrong(errors=[FieldError("/code", "wrong_code", "This is not the code, or its time is over")])


async def _decide(
    tx: Tx, row: Mapping[str, Any], said: AnswerWrite, body: AnswersWrite, everyone: list[Acting], place: Place
) -> dict[str, Any]:
    """One answer. Raises DecisionsMoved when it does not wait any more."""
    question = queries.ask(row, everyone)
    try:
        if question is not None:
            principal = question.acting.principal
            lock = targets.lock if row["kind"] == "agree_target" else agreements.lock
            await lock(tx, principal, row["object_id"])
        asked = None if question is None else await queries.look(tx, question)
        state = _state(row, asked)
        if asked is None or state != "open":
            raise DecisionsMoved(decision_id=row["id"], decision_state=state)
        if said.answer not in asked.answers:
            raise DecisionsMoved(decision_id=row["id"], decision_state="gone")
        leader = asked.question.acting.on_behalf_of
        tx.journal.manner = {"how": [None, "by link"]}
        if leader is not None:
            tx.journal.manner = {**tx.journal.manner, "delegate_for": [None, leader]}
        status = await _record(tx, asked, said, body, place)
    except DecisionsMoved:
        raise
    except (Conflict, Forbidden, NotFound) as refused:
        raise DecisionsMoved(decision_id=row["id"], decision_state="gone") from refused
    finally:
        tx.journal.manner = {}
    school = asked.facts.get("school")
    return {
        "id": row["id"],
        "kind": row["kind"],
        "answer": said.answer,
        "title": asked.title,
        "partner": asked.facts["partner"]["name"],
        "school": None if school is None else school["name"],
        "reason": said.reason if said.answer == "no" else None,
        "status": status,
        "sha256": asked.facts.get("sha256") if said.answer == "yes" else None,
    }


async def _record(tx: Tx, asked: Asked, said: AnswerWrite, body: AnswersWrite, place: Place) -> str:
    """The answer, by the record's own service; where the record stands then."""
    question, principal = asked.question, asked.question.acting.principal
    made: dict[str, Any] = {}
    reason = said.reason or ""
    match question.kind, said.answer:
        case "confirm_school", answered:
            assert question.school_id is not None
            verb, why = ("confirm", None) if answered == "yes" else ("decline", reason)
            made = await agreement.answer_for_school(
                tx, principal, question.object_id, question.school_id, verb, None, why
            )  # fmt: skip
        case "sign_agreement", "yes":
            assert body.signature is not None
            signature = SignatureWrite(**body.signature.model_dump(), sha256=asked.basis)
            made = await agreement.sign(tx, principal, question.object_id, signature, None, place.address)
        case "sign_agreement", _:
            made = await agreement.decline_to_sign(tx, principal, question.object_id, reason)
        case "agree_target", answered if asked.facts["side"] == "partner":
            # one partner: without its word there is no target, at any school
            made = (
                await target.agree(tx, principal, question.object_id, None)
                if answered == "yes"
                else await target.withdraw(tx, principal, question.object_id, None, reason)
            )
        case "agree_target", answered:
            for school_id in asked.schools:
                made = (
                    await target.agree_school(tx, principal, question.object_id, school_id, None)
                    if answered == "yes"
                    else await target.opt_out(tx, principal, question.object_id, school_id, reason, None)
                )
    return str(made["status"])
