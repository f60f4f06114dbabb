"""What follows from the answers about an agreement and from its template, before its text is written."""

from collections.abc import Collection, Mapping
from dataclasses import asdict, replace
from typing import Any
from uuid import UUID

from sqlalchemy import Delete, delete

from alongside.agreements import queries, rules
from alongside.agreements.models import ClauseWord
from alongside.core.db import Row, Tx
from alongside.core.errors import FieldError, Unprocessable, wrong
from alongside.core.statements import TENANT, a_key, columns, statement, table
from alongside.identity.principal import Principal

from . import write

cw = columns(ClauseWord)

CHOSEN = ("answers", "type_reason", "template_version_id", "sections")
"""What an agreement keeps of how it was begun."""

_ASKED = frozenset({"answers", "type", "is_binding", "type_reason", "shares_student_records"})


@statement
def _forget_words() -> Delete:
    return delete(table(ClauseWord)).where(cw.tenant_id == TENANT, cw.agreement_id == a_key("agreement_id"))


async def settle(
    tx: Tx, merged: Mapping[str, Any], given: Collection[str], was: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """The own columns that follow from what is ``given``, once it fits together. Raises Unprocessable."""
    found = await _answered(tx, merged, frozenset(given))
    return found | await _from_template(tx, merged, frozenset(given), was)


async def _answered(tx: Tx, merged: Mapping[str, Any], given: frozenset[str]) -> dict[str, Any]:
    answers = rules.answers_of(merged["answers"])
    if answers is None:
        return {} if merged["type_reason"] is None else {"type_reason": None}
    found: dict[str, Any] = {}
    shares = merged["shares_student_records"]
    if shares != answers.records and "shares_student_records" in given:
        if "answers" in given:
            raise wrong("/shares_student_records", "answered_otherwise", "You answered this otherwise above")
        answers = replace(answers, records=shares)
        found["answers"] = asdict(answers)
    elif shares != answers.records:
        found["shares_student_records"] = answers.records
    if given & {"answers", "cost"} and rules.cost_problem(answers, merged["cost_cents"]):
        words = "An amount is named, so money changes hands: change the one or the other"
        raise wrong("/cost" if "cost" in given else "/answers/money", "money_answered_no", words)
    if not given & _ASKED:
        return found
    if not rules.choice_problem(answers, await queries.tree_leads(tx), merged["type"], merged["is_binding"]):
        return {**found, "type_reason": None}
    if merged["type_reason"] is None:
        raise wrong("/type_reason", "reason_needed", "Say why it is another type than the answers lead to")
    return found


async def _from_template(
    tx: Tx, merged: Mapping[str, Any], given: frozenset[str], was: Mapping[str, Any] | None
) -> dict[str, Any]:
    before = None if was is None else was["template_version_id"]
    wanted: UUID | None = merged["template_version_id"]
    if wanted is None:
        if before is None and was is not None and was["adoption"] is not None:
            if "sections" in given:
                words = "These terms are another district's and stay as they are there"
                raise wrong("/sections", "adopted_terms", words)
            return {}
        if "sections" in given and merged["sections"]:
            raise wrong("/sections", "no_template", "Choose a template first")
        return {"sections": None}
    is_other = wanted != before
    if not (is_other or given & {"type", "sections"}):
        return {}
    version = await queries.version_row(tx, wanted)
    if version is None or version["published_at"] is None:
        raise wrong("/template_version_id", "unknown_template", "There is no such version of a template here")
    if is_other and (version["status"] == "retired" or version["number"] != version["newest"]):
        raise wrong("/template_version_id", "template_not_offered", "Only the newest version of a template is used")
    if version["type"] != merged["type"]:
        pointer = "/template_version_id" if is_other else "/type"
        raise wrong(pointer, "template_type", "The template is for another type of agreement")
    own = version["sections"] if is_other or was is None else was["sections"]
    if "sections" not in given:
        return {"sections": own}
    return {"sections": version["sections"] if merged["sections"] is None else _negotiated(version, own, merged)}


def _negotiated(version: Row, own: list[dict[str, Any]], merged: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The author's sections, when they may say otherwise than the template does."""
    required = {each["code"] for each in version["sections"] if each["code"] is not None and each["is_required"]}
    wanted = rules.as_written(merged["sections"], required)
    if wanted == own:
        return own
    problems = rules.own_text_problems(version["sections"], wanted, version["is_negotiable"])
    if problems:
        raise Unprocessable(errors=[FieldError(f"/sections{at}", code, words) for at, code, words in problems])
    return wanted


def logged(changed: Mapping[str, Any]) -> dict[str, Any]:
    """What the log keeps of a change: of sections their headings, since the texts themselves are kept."""
    told = dict(changed)
    if "sections" in told:
        told["sections"] = [None if each is None else [part["heading"] for part in each] for each in told["sections"]]
    return told


async def follow_clauses(
    tx: Tx, principal: Principal, was: Mapping[str, Any], merged: Mapping[str, Any], changed: Collection[str]
) -> None:
    """Another template begins another checklist; a finalized clause whose words were changed is open again."""
    if "template_version_id" in changed:
        await tx.run(_forget_words(), agreement_id=was["id"])
    elif "sections" in changed:
        said = queries.said_of(was)
        for code in rules.reopened(was["sections"] or [], merged["sections"] or [], said):
            row = {"agreement_id": was["id"], "code": code, "state": "under_discussion", "said_at": principal.now}
            await write.add(tx, ClauseWord, {**row, "side": queries.clause_side(principal, was) or was["drafted_by"]})
