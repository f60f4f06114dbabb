"""Where the answers about a new agreement lead in this district, and what they recommend."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from sqlalchemy import select

from alongside.agreements import rules
from alongside.agreements.models import TreeAnswer
from alongside.core.db import Executor, Row, Tx
from alongside.core.statements import TENANT, Query, a_text, columns, statement

from .routes import all_routes

ta = columns(TreeAnswer)

_TOLD = (ta.id, ta.version, ta.answer, ta.type, ta.is_binding, ta.steps, ta.is_usual)


@statement
def _all() -> Query:
    return select(ta.id, ta.version, ta.answer, ta.type, ta.is_binding, ta.steps, ta.is_usual).where(
        ta.tenant_id == TENANT
    )


@statement
def _lock() -> Query:
    return select(ta.id, ta.version).where(ta.tenant_id == TENANT, ta.answer == a_text("answer")).with_for_update()


@statement
def _lock_all() -> Query:
    return select(*_TOLD).where(ta.tenant_id == TENANT).order_by(ta.id).with_for_update()


def lead_of(row: Mapping[str, Any]) -> rules.Lead:
    """An answer's own lead as it is stored."""
    return rules.Lead(row["type"], row["is_binding"], tuple(row["steps"]))


def leads_among(rows: Any) -> dict[rules.Answer, rules.Lead]:
    """Every answer's lead, from the rows that the district set and did not take back."""
    return rules.leads_of({row["answer"]: lead_of(row) for row in rows if not row["is_usual"]})


async def leads(db: Executor) -> dict[rules.Answer, rules.Lead]:
    """Where every answer leads."""
    return leads_among(await db.rows(_all()))


async def tree(db: Executor) -> dict[str, Any]:
    """Every answer with where it leads: the district's own, else the usual; its version counts every change."""
    own = {row["answer"]: row for row in await db.rows(_all())}
    items = [_told(answer, own.get(answer)) for answer in rules.ANSWERS]
    return {"version": sum(each["version"] for each in items), "items": items}


async def tree_answer(db: Executor, answer: rules.Answer) -> dict[str, Any]:
    """One answer; version 0 until the district sets its own."""
    own = {row["answer"]: row for row in await db.rows(_all())}
    return _told(answer, own.get(answer))


async def lock_tree_answer(tx: Tx, answer: rules.Answer) -> Row | None:
    """The district's own lead of an answer, nobody else changing it until the transaction ends."""
    return await tx.row(_lock(), answer=answer)


async def lock_tree(tx: Tx) -> dict[rules.Answer, Row]:
    """Every answer that the district has set, nobody else changing one until the transaction ends."""
    return {row["answer"]: row for row in await tx.rows(_lock_all())}


def _told(answer: rules.Answer, own: Row | None) -> dict[str, Any]:
    usual = _said(rules.USUAL[answer])
    is_own = own is not None and not own["is_usual"]
    return {
        "id": None if own is None else own["id"],
        "version": 0 if own is None else own["version"],
        "answer": answer,
        **(_said(lead_of(dict(own))) if own is not None and is_own else usual),
        "is_own": is_own,
        "usual": usual,
    }


def _said(lead: rules.Lead) -> dict[str, Any]:
    return {"type": lead.type, "is_binding": lead.is_binding, "steps": list(lead.steps)}


async def recommendation(db: Executor, answers: rules.Answers) -> dict[str, Any]:
    """What the answers lead to: a type, whether it binds, who reviews it in which order, and why."""
    routes = {each["type"]: each for each in (await all_routes(db))["items"]}

    def route_of(kind: str) -> rules.Route:
        route = routes[kind]
        return rules.Route(tuple(route["steps"]), route["is_in_order"], route["signing_order"])

    found = rules.recommend(answers, await leads(db), route_of)
    return {
        "answers": asdict(answers),
        "type": found.type,
        "is_binding": found.is_binding,
        "clears_programs": found.clears_programs,
        "steps": list(found.route.steps),
        "is_in_order": found.route.is_in_order,
        "signing_order": found.route.signing_order,
        "reasons": [reason_told(each) for each in found.reasons],
    }


def reason_told(reason: rules.Reason) -> dict[str, Any]:
    """A reason for the wire, and for what is kept of it."""
    return {**asdict(reason), "steps": list(reason.steps)}


def choice_of(record: Mapping[str, Any]) -> dict[str, Any] | None:
    """What was answered of an agreement, what that led to, and what was chosen; None when nobody asked.

    Until it is handed in, as the district's answers lead now; after that, as they led then.
    """
    answers = rules.answers_of(record["answers"])
    if answers is None:
        return None
    kept = None if record["status"] in rules.EDITABLE else record["recommended"]
    told = kept or recommended_now(record, answers)
    chosen = (record["type"], record["is_binding"])
    return {
        "answers": record["answers"],
        **told,
        "is_followed": (told["recommended_type"], told["recommended_is_binding"]) == chosen,
        "reason": record["type_reason"],
    }


def recommended_now(record: Mapping[str, Any], answers: rules.Answers) -> dict[str, Any]:
    """What the answers lead to as the district says now, as it is kept when a text is handed in."""
    now = leads_among(record["tree"])
    _, kind, is_binding = rules.decided(answers, now)
    return {
        "recommended_type": kind,
        "recommended_is_binding": is_binding,
        "reasons": [reason_told(each) for each in rules.reasons(answers, now)],
    }
