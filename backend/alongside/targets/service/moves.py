"""Both sides' words on a target, and its way from draft to closed."""

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import any_, update

from alongside.core.clock import new_id
from alongside.core.conditional import IfMatch, check_version
from alongside.core.db import Tx
from alongside.core.moves import make_move
from alongside.core.record import difference, record
from alongside.core.statements import TENANT, a_day, a_key, a_text, columns, statement, table, the_keys
from alongside.identity.principal import Principal
from alongside.targets import queries, rules
from alongside.targets.errors import SchoolNotCovered, TargetCannotMove
from alongside.targets.events import MOVED, TargetDrafted
from alongside.targets.models import TargetSchool

from .carry import carry_results
from .draft import DEFINED, change, insert_target, keep_children
from .small_groups import hide_small_groups

ts = columns(TargetSchool)


@statement
def _say() -> Any:
    return (
        update(table(TargetSchool))
        .where(ts.tenant_id == TENANT, ts.target_id == a_key("of"), ts.school_id == any_(the_keys("schools")))
        .values(word=a_text("word_given"), word_by_id=a_key("person"), word_on=a_day("day"), reason=a_text("why"))
    )


async def _locked(
    tx: Tx, principal: Principal, target_id: UUID, verb: str, if_match: IfMatch
) -> tuple[dict[str, Any], rules.Side | None]:
    """The target, when the caller may make this move now, and the side for which they make it."""
    row = await queries.lock(tx, principal, target_id)
    check_version(if_match, row["version"])
    actors = queries.actors_on(principal, row["partner_id"], queries.still_in(row))
    make_move(rules.TARGET, verb, row["status"], actors, queries.needs(row, principal), TargetCannotMove)
    return row, queries.side_agreeing(row, principal)


async def _move(
    tx: Tx,
    principal: Principal,
    row: Mapping[str, Any],
    verb: str,
    reason: str | None = None,
    told: Mapping[str, Any] | None = None,
    **values: Any,
) -> dict[str, Any]:
    """Store a move and tell the log, `told` being what changed besides the state."""
    await tx.run(change(frozenset(values)), of=row["id"], **values)
    changed = {**difference({"status": row["status"]}, {"status": values["status"]}), **(told or {})}
    record(tx, MOVED[verb](object_id=row["id"], version=row["version"] + 1, changed=changed, reason=reason))
    return await queries.get(tx, principal, row["id"])


async def _give_word(
    tx: Tx, principal: Principal, row: Mapping[str, Any], side: rules.Side | None, schools: Collection[UUID]
) -> dict[str, Any]:
    """One side's word: what is stored with the target; a school's word is stored with the school."""
    if side == "partner":
        return {"partner_agreed_by_id": principal.person_id, "partner_agreed_on": principal.today}
    if side == "school":
        await tx.run(
            _say(), of=row["id"], schools=list(schools), word_given="agreed", person=principal.person_id,
            day=principal.today, why=None,
        )  # fmt: skip
    return {}


async def propose(tx: Tx, principal: Principal, target_id: UUID, if_match: IfMatch) -> dict[str, Any]:
    """Put a draft to the other side. Who may speak for a side gives its word by proposing."""
    row, side = await _locked(tx, principal, target_id, "propose", if_match)
    word = await _give_word(tx, principal, row, side, queries.still_in(row))
    schools = queries.still_in(row)
    whose = queries.side_of(principal, row["partner_id"], schools)
    return await _move(
        tx, principal, row, "propose", status="proposed", proposed_on=principal.today, proposed_by_side=whose, **word
    )


async def agree(tx: Tx, principal: Principal, target_id: UUID, if_match: IfMatch) -> dict[str, Any]:
    """Give one side's word; a school's leader gives it for all that are still asked (or come back after all)."""
    row, side = await _locked(tx, principal, target_id, "agree", if_match)
    asked = {each["school_id"] for each in row["schools"] if each["word"] == "pending"} or queries.still_in(row)
    word = await _give_word(tx, principal, row, side, asked)
    given = [*queries.words_given(row), rules.Word(side or "school", principal.person_id)]
    told = {"partner_word": ["pending", "agreed"]} if side == "partner" else {"schools": [[], sorted(asked)]}
    status = rules.state_after_agreeing(given)
    return await _move(tx, principal, row, "agree", told=told, status=status, **word)


async def open_target(tx: Tx, principal: Principal, target_id: UUID, if_match: IfMatch) -> dict[str, Any]:
    """Begin to keep results; a new version takes over those of the old one that fit it."""
    row, _ = await _locked(tx, principal, target_id, "open", if_match)
    await carry_results(tx, row)
    return await _move(tx, principal, row, "open", status="open")


async def withdraw(
    tx: Tx, principal: Principal, target_id: UUID, if_match: IfMatch, reason: str | None = None
) -> dict[str, Any]:
    """Take a draft or a proposal back. With a reason it is the partner's no to what the school proposed."""
    row, _ = await _locked(tx, principal, target_id, "withdraw", if_match)
    if reason is None:
        return await _move(tx, principal, row, "withdraw", status="withdrawn")
    told = {"partner_word": ["pending", "declined"]}
    return await _move(tx, principal, row, "withdraw", reason, told, status="withdrawn", status_reason=reason)


async def close(tx: Tx, principal: Principal, target_id: UUID, if_match: IfMatch) -> dict[str, Any]:
    """End a target after its period; nothing of it changes any more."""
    row, _ = await _locked(tx, principal, target_id, "close", if_match)
    return await _move(tx, principal, row, "close", status="closed")


async def revise(tx: Tx, principal: Principal, target_id: UUID, reason: str, if_match: IfMatch) -> dict[str, Any]:
    """Start a new version as a draft, with the schools that are in; this one stays as it was. Answers the new one."""
    row, side = await _locked(tx, principal, target_id, "revise", if_match)
    following = new_id()
    values = {
        **{name: row[name] for name in (*DEFINED, "partner_id", "program_id", "target_value")},
        "id": following,
        "revises_id": target_id,
        "proposed_by_side": side,
    }
    await tx.run(insert_target(frozenset(values)), **values)
    schools = [
        {"id": each["partnership_id"], "school_id": each["school_id"]}
        for each in row["schools"]
        if each["word"] != "opted_out"
    ]
    await keep_children(tx, following, schools, row["milestones"])
    record(tx, TargetDrafted(object_id=following, reason=reason))
    await _move(tx, principal, row, "revise", reason, status="revised", status_reason=reason)
    return await queries.get(tx, principal, following)


async def _answer(
    tx: Tx, principal: Principal, target_id: UUID, school_id: UUID, verb: str, if_match: IfMatch, reason: str | None
) -> dict[str, Any]:
    """One school's word, and what it makes of the whole."""
    row = await queries.lock(tx, principal, target_id)
    check_version(if_match, row["version"])
    place = next((each for each in row["schools"] if each["school_id"] == school_id), None)
    if place is None or not queries.sees_school(principal, row["partner_id"], school_id):
        raise SchoolNotCovered
    actors = queries.actors_on(principal, row["partner_id"], {school_id})
    needs = queries.school_needs(row, principal)
    made = make_move(rules.TARGET_SCHOOL, verb, place["word"], actors, needs, TargetCannotMove)
    await tx.run(
        _say(), of=target_id, schools=[school_id], word_given=made.to_state, person=principal.person_id,
        day=principal.today, why=reason,
    )  # fmt: skip
    told = {"school": [school_id, school_id], "word": [place["word"], made.to_state]}
    place["word"], place["word_by_id"] = made.to_state, principal.person_id
    status = row["status"]
    if status in {"proposed", "agreed"}:
        status = rules.state_after_agreeing(queries.words_given(row))
    await hide_small_groups(tx, [target_id])
    return await _move(tx, principal, row, verb, reason, told, status=status)


async def agree_school(
    tx: Tx, principal: Principal, target_id: UUID, school_id: UUID, if_match: IfMatch
) -> dict[str, Any]:
    """One school joins."""
    return await _answer(tx, principal, target_id, school_id, "agree", if_match, None)


async def opt_out(
    tx: Tx, principal: Principal, target_id: UUID, school_id: UUID, reason: str, if_match: IfMatch
) -> dict[str, Any]:
    """One school stays out, or leaves; it holds nobody up."""
    return await _answer(tx, principal, target_id, school_id, "opt-out", if_match, reason)
