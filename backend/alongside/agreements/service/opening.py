"""Opening a signed agreement to other districts: the office proposes, the partner agrees, either side closes.

With the partner's yes a copy is written that others may read; with the end its words are taken out again.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Update, bindparam, func, update

from alongside.agreements import queries, rules
from alongside.agreements.errors import CannotOpen, NotYourAgreement, OpeningCannotMove, OpeningThere
from alongside.agreements.events import OPENING_MOVED, OpeningClosed, OpeningProposed
from alongside.agreements.models import AgreementOpening, OpenAgreement
from alongside.agreements.schemas import OpeningCreate
from alongside.core.clock import new_id
from alongside.core.conditional import IfMatch, check_version
from alongside.core.db import Tx
from alongside.core.errors import wrong
from alongside.core.moves import make_move
from alongside.core.record import record
from alongside.core.statements import TENANT, a_day, a_key, columns, statement, table
from alongside.identity.principal import Principal
from alongside.partners.queries import get as get_partner
from alongside.partners.rules import OFFICE

from . import write

o, oo = columns(AgreementOpening), columns(OpenAgreement)

_WORDS: Mapping[str, str] = {
    "clause_too_short": "Copy the whole sentence that lets other districts join",
    "clause_not_in_text": "These words do not stand in the signed text",
}


@statement
def _change(names: frozenset[str]) -> Update:
    told = {name: bindparam(f"new_{name}", type_=o[name].type) for name in sorted(names)}
    return (
        update(table(AgreementOpening))
        .where(o.tenant_id == TENANT, o.id == a_key("opening_id"))
        .values(version=o.version + 1, updated_at=func.tenant_now(), **told)
    )


@statement
def _take_words_out() -> Update:
    return (
        update(table(OpenAgreement))
        .where(oo.tenant_id == TENANT, oo.id == a_key("opening_id"), oo.closed_on.is_(None))
        .values(closed_on=a_day("day"), document=None, terms=None)
    )


@statement
def _say(names: frozenset[str]) -> Update:
    told = {name: bindparam(f"new_{name}", type_=oo[name].type) for name in sorted(names)}
    return (
        update(table(OpenAgreement))
        .where(oo.tenant_id == TENANT, oo.agreement_id == a_key("agreement_id"))
        .values(**told)
    )


async def propose(tx: Tx, principal: Principal, agreement_id: UUID, body: OpeningCreate) -> dict[str, Any]:
    """Ask the partner whether other districts may join. Raises NotYourAgreement, CannotOpen, OpeningThere,
    Unprocessable."""
    agreement = await queries.lock(tx, principal, agreement_id)
    if not queries.opens(principal, agreement):
        raise NotYourAgreement
    needs = rules.opening_needs(queries.opener_of(principal, agreement))
    if needs:
        raise CannotOpen(needs=needs, allowed_moves=[], state=agreement["status"])
    if await queries.current_opening(tx, agreement_id) is not None:
        raise OpeningThere
    kept = await queries.frozen(tx, agreement)
    assert kept is not None  # a text signed here is kept
    problem = rules.clause_problem(body.clause, kept["document"])
    if problem is not None:
        raise wrong("/clause", problem, _WORDS[problem])
    open_until = _until(body.open_until, agreement, principal.today)
    opening_id = new_id()
    own = {"clause": body.clause, "open_until": open_until, "note": body.note}
    who = {"proposed_by_id": principal.person_id, "proposed_on": principal.today, "created_at": principal.now}
    await write.add(tx, AgreementOpening, {"id": opening_id, "agreement_id": agreement_id, **own, **who})
    version = await write.change(tx, agreement_id, {})
    changed = {"opening": [None, "proposed"], "open_until": [None, open_until]}
    record(tx, OpeningProposed(object_id=agreement_id, version=version, changed=changed))
    return await queries.get_opening(tx, principal, opening_id)


def _until(wanted: date | None, agreement: Mapping[str, Any], day: date) -> date:
    last: date = agreement["ends_on"]
    if wanted is None:
        return last
    if wanted < day:
        raise wrong("/open_until", "day_over", "This day is over")
    if wanted > last:
        raise wrong("/open_until", "after_last_day_of_term", "The agreement ends before that day")
    return wanted


async def answer_opening(
    tx: Tx, principal: Principal, opening_id: UUID, verb: str, if_match: IfMatch, reason: str | None = None
) -> dict[str, Any]:
    """Agree, refuse, withdraw, close, or note the answer. Raises OpeningNotFound, NotYourMove, OpeningCannotMove."""
    before = await queries.opening_row(tx, principal, opening_id)
    agreement = await queries.lock(tx, principal, before["agreement_id"])
    before = await queries.lock_opening(tx, principal, opening_id)
    check_version(if_match, before["version"])
    needs = rules.opening_needs_of(queries.opener_of(principal, agreement, before))
    actors = queries.actors_on(principal, agreement) if principal.person_id is not None else frozenset()
    made = make_move(rules.OPENING, verb, before["status"], actors, needs, OpeningCannotMove)
    values: dict[str, Any] = {"status": made.to_state, "reason": reason}
    if verb == "close":
        side = "partner" if actors.isdisjoint(OFFICE) else "district"
        values |= {"closed_by": side, "closed_on": principal.today}
    elif verb == "note":
        values = {"noted_by_id": principal.person_id, "noted_on": principal.today}
    else:
        values |= {"decided_by_id": principal.person_id, "decided_on": principal.today}
    await _set(tx, opening_id, values)
    if verb == "agree":
        await _publish(tx, principal, agreement, before)
    elif verb == "close":
        await tx.run(_take_words_out(), opening_id=opening_id, day=principal.today)
    version = await write.change(tx, agreement["id"], {})
    changed: dict[str, Any] = {"opening": [before["status"], made.to_state]}
    if verb == "note":
        changed = {"opening_noted_on": [None, principal.today]}
    if "closed_by" in values:
        changed["closed_by"] = [None, values["closed_by"]]
    record(tx, OPENING_MOVED[verb](object_id=agreement["id"], version=version, changed=changed, reason=reason))
    return await queries.get_opening(tx, principal, opening_id)


async def _set(tx: Tx, opening_id: UUID, values: Mapping[str, Any]) -> None:
    told = {f"new_{name}": value for name, value in values.items()}
    await tx.run(_change(frozenset(values)), opening_id=opening_id, **told)


async def _publish(tx: Tx, principal: Principal, agreement: Mapping[str, Any], opening: Mapping[str, Any]) -> None:
    """The copy that other districts read: what is signed, with whom, until when; nobody's name and no note."""
    kept = await queries.frozen(tx, agreement)
    assert kept is not None  # a text signed here is kept
    partner = await get_partner(tx, principal, agreement["partner_id"])
    copy = {
        "id": opening["id"],
        "agreement_id": agreement["id"],
        "district": principal.tenant.name,
        "partner": partner["name"],
        "partner_ein": partner["ein"],
        **{name: agreement[name] for name in ("number", "type", "title", "starts_on", "ends_on")},
        "clause": opening["clause"],
        "text_sha256": agreement["document_hash"],
        "document": kept["document"],
        "terms": rules.adoptable(agreement),
        "opened_on": principal.today,
        "open_until": opening["open_until"],
    }
    await write.add(tx, OpenAgreement, copy)


async def follow_standing(tx: Tx, agreement_id: UUID, standing: str, over_on: date | None = None) -> None:
    """The copies say how the agreement stands, also the closed ones: those who adopted it are told by them."""
    values = {"standing": standing, "over_on": over_on}
    told = {f"new_{name}": value for name, value in values.items()}
    await tx.note_down(_say(frozenset(values)), agreement_id=agreement_id, **told)


async def close_for_good(tx: Tx, principal: Principal, agreement_id: UUID) -> None:
    """The agreement ended, changed, or its time for others is over: nobody joins it any more."""
    current = await queries.current_opening(tx, agreement_id)
    if current is None or current["status"] != "open":
        return
    await _set(tx, current["id"], {"status": "closed", "closed_by": "end", "closed_on": principal.today})
    await tx.run(_take_words_out(), opening_id=current["id"], day=principal.today)
    version = await write.change(tx, agreement_id, {})
    changed = {"opening": ["open", "closed"], "closed_by": [None, "end"]}
    record(tx, OpeningClosed(object_id=agreement_id, version=version, changed=changed))
