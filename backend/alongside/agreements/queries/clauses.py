"""The checklist of an agreement's clauses: how far each is, who said so, and who may say it now."""

from collections.abc import Mapping
from typing import Any

from alongside.agreements import rules
from alongside.identity.principal import Principal
from alongside.identity.scopes import Role
from alongside.partners.rules import OFFICE

from .text import standing_of
from .visible import actors_on

_DISTRICT = OFFICE | rules.REVIEWERS


def said_of(record: Mapping[str, Any]) -> dict[str, rules.ClauseState]:
    """The last word on each clause."""
    return {each["code"]: each["state"] for each in record["clause_words"]}


def clauses_of(record: Mapping[str, Any]) -> list[rules.Clause]:
    """The clauses of an agreement's standing terms."""
    return rules.clauses_of(record["sections"] or [], said_of(record))


def open_clauses(principal: Principal, record: Mapping[str, Any]) -> list[rules.Clause]:
    """The required ones that are not finalized; none where the district does not keep the checklist."""
    return rules.open_clauses(clauses_of(record)) if principal.tenant.has_clause_checklist else []


def clause_side(principal: Principal, record: Mapping[str, Any]) -> rules.Side | None:
    """For which side the caller speaks about clauses; None: not theirs, nor a machine's."""
    if principal.person_id is None:
        return None
    actors = actors_on(principal, record)
    if not actors.isdisjoint(_DISTRICT):
        return "district"
    if not actors.isdisjoint(rules.SIDES["school"]):
        return "school"
    return "partner" if not actors.isdisjoint({Role.PARTNER_ADMIN, Role.PARTNER_SIGNATORY}) else None


def checklist(principal: Principal, record: Mapping[str, Any]) -> list[dict[str, Any]] | None:
    """The checklist for the wire; None where the district does not keep one."""
    if not principal.tenant.has_clause_checklist:
        return None
    opened = record["status"] in rules.DISCUSSED and clause_side(principal, record) is not None
    written = zip(record["sections"] or [], standing_of(principal, record), strict=True)
    sections = {each["code"]: section for each, section in written if each.get("code") is not None}
    return [
        {
            "code": each.code,
            "title": sections[each.code]["heading"],
            "paragraphs": sections[each.code]["paragraphs"],
            "items": sections[each.code]["items"],
            "is_required": each.is_required,
            "state": each.state,
            "words": [
                {name: word[name] for name in ("state", "note", "side", "by", "said_at")}
                for word in record["clause_words"]
                if word["code"] == each.code
            ],
            "can_move": opened,
        }
        for each in clauses_of(record)
    ]
