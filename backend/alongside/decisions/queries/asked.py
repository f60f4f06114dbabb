"""One decision as it is put to a person: the record's facts, the hash of its words, and whether it is theirs now."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from uuid import UUID

import orjson

from alongside.agreements import queries as agreements
from alongside.agreements.errors import AgreementNotFound
from alongside.agreements.rules.document import fingerprint
from alongside.core.db import Executor
from alongside.core.lifecycle import AllowedMove
from alongside.decisions.rules import Kind
from alongside.identity.principal import Principal
from alongside.targets import queries as targets
from alongside.targets.errors import TargetNotFound

from .acting import Acting


@dataclass(frozen=True, slots=True)
class Question:
    """Which decision, about what, and as whom it would be answered."""

    kind: Kind
    object_id: UUID
    school_id: UUID | None
    acting: Acting


@dataclass(frozen=True, slots=True)
class Asked:
    """A question about a record that its reader sees. `schools` are those for which a target's word counts."""

    question: Question
    basis: str
    is_open: bool
    facts: Mapping[str, Any]
    answers: tuple[str, ...]
    schools: tuple[UUID, ...] = ()

    @property
    def title(self) -> str:
        return str(self.facts["title"])


async def look(db: Executor, question: Question) -> Asked | None:
    """The question as it stands; None when its reader does not see the record any more."""
    try:
        if question.kind == "agree_target":
            return await _target(db, question)
        return await _agreement(db, question)
    except (AgreementNotFound, TargetNotFound):
        return None


def _may(moves: list[AllowedMove], verb: str) -> bool:
    return any(each["move"] == verb and not each["needs"] for each in moves)


async def _agreement(db: Executor, question: Question) -> Asked:
    principal = question.acting.principal
    record = await agreements.fetch(db, principal, question.object_id)
    body = await agreements.get(db, principal, question.object_id)
    here = next((each for each in body["schools"] if each["school"]["id"] == str(question.school_id)), None)
    if question.kind == "sign_agreement":
        is_open, basis = _may(body["allowed_moves"], "sign"), record["document_hash"] or ""
    else:
        pending = here is not None and here["confirmation"] == "pending"
        is_open = pending and here is not None and _may(here["allowed_moves"], "confirm")
        # the other schools' answers come and go; the terms are what a principal says yes to
        basis = fingerprint(agreements.document_of(principal, {**record, "schools": []}))
    signing = agreements.signing_of(principal, record, principal.today)[0]
    facts = {
        "title": body["title"],
        "number": body["number"],
        "type": body["type"],
        "partner": body["partner"],
        "school": None if here is None else here["school"],
        "is_offer": here is not None and here["added_on"] is not None,
        "party": signing if question.kind == "sign_agreement" else None,
        "district": principal.tenant.name,
        "starts_on": body["starts_on"],
        "ends_on": body["ends_on"],
        "programs": [each["name"] for each in body["programs"]],
        "is_district_wide": body["is_district_wide"],
        "schools": [each["school"]["name"] for each in body["schools"] if each["confirmation"] != "declined"],
        "purpose": body["purpose"],
        "schedule": body["schedule"],
        "financial_terms": body["financial_terms"],
        "shares_student_records": body["shares_student_records"],
        "school_promises": _promises(body, {"school", "joint"}, question.school_id),
        "partner_promises": _promises(body, {"partner", "joint"}, question.school_id),
        "sha256": record["document_hash"] if question.kind == "sign_agreement" else None,
    }
    return Asked(question, basis, is_open, facts, ("yes", "no"))


def _promises(body: Mapping[str, Any], parties: set[str], school_id: UUID | None) -> list[str]:
    """What these parties promise, as far as it concerns this school."""
    told = [each["text"] for each in body["expectations"] if each["party"] in parties]
    for each in body["resources"]:
        place = each.get("school")
        if each["party"] in parties and (place is None or school_id is None or place["id"] == str(school_id)):
            told.append(each["text"])
    return told


_DEFINITION = (
    "name", "kind", "measure", "unit", "direction", "is_lower_better", "aggregation", "population", "population_words",
    "baseline_value", "baseline_numerator", "baseline_denominator", "target_method", "target_input", "target_value",
    "period_starts_on", "period_ends_on", "pace", "milestones", "reporting_interval_days", "data_source", "school_year",
)  # fmt: skip


async def _target(db: Executor, question: Question) -> Asked:
    principal = question.acting.principal
    row = await targets.row_of(db, principal, question.object_id)
    body = await targets.get(db, principal, question.object_id)
    side = targets.side_agreeing(row, principal)
    pending = tuple(
        each["school_id"]
        for each in row["schools"]
        if each["word"] == "pending" and each["school_id"] in principal.led_schools
    )
    open_here = tuple(
        each["school"]["id"]
        for each in body["schools"]
        if each["school"]["id"] in pending and _may(each["allowed_moves"], "agree")
    )
    is_partner = side == "partner"
    is_open = _may(body["allowed_moves"], "agree") if is_partner else bool(open_here)
    facts = {
        "title": body["name"],
        "partner": body["partner"],
        "program": body["program"]["name"],
        "schools": [each["school"]["name"] for each in body["schools"] if each["word"] != "opted_out"],
        "my_schools": [each["name"] for each in row["schools"] if each["school_id"] in open_here],
        "side": "partner" if is_partner else "school",
        "need": None if body["need"] is None else body["need"]["title"],
        **{
            name: body[name]
            for name in (
                "measure", "unit", "direction", "population_words", "baseline_value", "target_value",
                "period_starts_on", "period_ends_on", "school_year", "data_source",
            )
        },
    }  # fmt: skip
    says_no = not is_partner or _may(body["allowed_moves"], "withdraw")
    answers = ("yes", "no") if says_no else ("yes",)
    return Asked(question, _definition_hash(row), is_open, facts, answers, open_here)


def _definition_hash(row: Mapping[str, Any]) -> str:
    """Of what is agreed to; the words given so far are left out."""
    told = {name: row[name] for name in _DEFINITION}
    return sha256(orjson.dumps(told, default=str, option=orjson.OPT_SORT_KEYS)).hexdigest()


def ask(row: Mapping[str, Any], everyone: list[Acting]) -> Question | None:
    """A link's row as a question; None when the person may not answer it as whom it was put to them any more."""
    acting = next(
        (
            each
            for each in everyone
            if each.on_behalf_of == row["on_behalf_of_id"] and row["kind"] in each.kinds
        ),
        None,
    )  # fmt: skip
    return None if acting is None else Question(row["kind"], row["object_id"], row["school_id"], acting)


async def text_of(db: Executor, principal: Principal, agreement_id: UUID) -> Mapping[str, Any]:
    """The agreement's whole text."""
    return await agreements.get_text(db, principal, agreement_id)
