"""One target as its page shows it: the definition, both sides' words, progress, chart and table."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from alongside.core.lifecycle import AllowedMove, Move, Needs, allowed_moves
from alongside.identity.principal import Principal
from alongside.identity.scopes import Role, Scope
from alongside.targets import rules

from .definition import terms_of
from .measured import latest_by_school, measure, progress, series
from .reported import Reported
from .visible import actors_on, is_partners, may_enter, may_write, sees_school, still_in, words_given

_DEFINITION = (
    "id", "version", "school_year", "name", "kind", "measure", "unit", "direction", "is_lower_better", "aggregation",
    "population", "population_words", "baseline_value", "baseline_numerator", "baseline_denominator",
    "baseline_population", "baseline_source", "baseline_period", "target_method", "target_input", "target_value",
    "period_starts_on", "period_ends_on", "pace", "milestones", "reporting_interval_days", "data_source", "status",
    "status_reason", "proposed_by_side", "proposed_on", "revises_id", "revised_by_id", "created_at", "updated_at",
)  # fmt: skip
EDITABLE = frozenset({"draft", "proposed"})


def record_of(row: Mapping[str, Any], results: Sequence[Reported], principal: Principal, day: date) -> dict[str, Any]:
    """The whole record for this reader on a day; its moves as of today."""
    terms = terms_of(row, row["milestones"])
    measured = measure(terms, row["kind"], results, principal.tenant.min_n)
    last = latest_by_school(results)
    seen = [each for each in row["schools"] if sees_school(principal, row["partner_id"], each["school_id"])]
    ids = {each["school_id"] for each in seen}
    words = [each["word"] for each in row["schools"]]
    return {
        **{name: row[name] for name in _DEFINITION},
        "partner": {"id": row["partner_id"], "name": row["partner_name"]},
        "program": {"id": row["program_id"], "name": row["program_name"]},
        "need": None if row["need_id"] is None else {"id": row["need_id"], "title": row["need_title"]},
        "partner_word": {
            "word": "pending" if row["partner_agreed_on"] is None else "agreed",
            "by": row["partner_agreed_by"],
            "on": row["partner_agreed_on"],
        },
        "school_count": len(words),
        "schools_agreed": words.count("agreed"),
        "schools_opted_out": words.count("opted_out"),
        "schools": [_school(row, each, last.get(each["school_id"]), terms, principal) for each in seen],
        "progress": progress(row, terms, measured, day),
        "series": series(terms, measured),
        "results": [result_of(each, terms, principal) for each in reversed(results) if each.school_id in ids],
        "may_edit": row["status"] in EDITABLE
        and Scope.TARGETS_WRITE in principal.scopes
        and may_write(principal, row["partner_id"], still_in(row)),
        "can_ask_again": _may_ask_again(row, principal),
        "allowed_moves": moves_of(row, principal),
    }


def _may_ask_again(row: Mapping[str, Any], principal: Principal) -> bool:
    """Whether a word is missing that the office or a school's own people may ask for once more."""
    waits = row["partner_agreed_on"] is None or any(each["word"] == "pending" for each in row["schools"])
    is_office = principal.holds(Role.PARTNERSHIP_OFFICE, Role.DISTRICT_ADMIN)
    is_ours = is_office or any(each["school_id"] in principal.led_schools for each in row["schools"])
    may = principal.person_id is not None and Scope.AGREEMENTS_WRITE in principal.scopes
    return row["status"] == "proposed" and waits and is_ours and may


def _school(
    row: Mapping[str, Any],
    each: Mapping[str, Any],
    last: Reported | None,
    terms: rules.TargetTerms,
    principal: Principal,
) -> dict[str, Any]:
    school_id: UUID = each["school_id"]
    return {
        "school": {"id": school_id, "name": each["name"]},
        "partnership_id": each["partnership_id"],
        "word": each["word"],
        "by": each["word_by"],
        "on": each["word_on"],
        "reason": each["reason"],
        "latest": None if last is None else last.figure(terms),
        "latest_on": None if last is None else last.result.as_of,
        "is_verified": None if last is None else last.result.status == "verified",
        "may_enter": takes_from(row, each, principal),
        "allowed_moves": school_moves_of(row, each, principal),
    }


def takes_from(row: Mapping[str, Any], each: Mapping[str, Any], principal: Principal) -> bool:
    """Whether the target takes a result for this covered school from the caller now."""
    return (
        row["status"] == "open"
        and each["word"] == "agreed"
        and Scope.RESULTS_WRITE in principal.scopes
        and may_enter(principal, row["partner_id"], each["school_id"])
    )


def result_of(each: Reported, terms: rules.TargetTerms, principal: Principal) -> dict[str, Any]:
    """One result as this reader may know it; a note may repeat a number, so it hides along."""
    row = each.row
    return {
        "id": row["id"],
        "version": row["version"],
        "target": {"id": row["target_id"], "name": row["target_name"]},
        "school": {"id": row["school_id"], "name": row["school_name"]},
        "as_of_on": row["as_of_on"],
        "figure": each.figure(terms),
        "population": row["population"],
        "status": row["status"],
        "status_reason": row["status_reason"],
        "source": row["source"],
        "note": row["note"] if each.reason is None else None,
        "entered_by": row["entered_by_name"],
        "is_partners": row["entered_for_partner_id"] is not None,
        "entered_at": row["entered_at"],
        "verified_by": row["verified_by_name"],
        "updated_at": row["updated_at"],
        "allowed_moves": result_moves_of(row, principal),
    }


def result_actors(row: Mapping[str, Any], principal: Principal) -> frozenset[str]:
    """Who the caller is on a result: at its school, or in the office."""
    return actors_on(principal, row["partner_id"], {row["school_id"]})


def result_needs(row: Mapping[str, Any], principal: Principal) -> Needs:
    """The guards of a result's moves for this caller."""
    return rules.result_needs_of(row["target_status"], row["entered_by_id"], principal.person_id)


def result_moves_of(row: Mapping[str, Any], principal: Principal) -> list[AllowedMove]:
    """The moves of a result open to the caller."""
    if Scope.RESULTS_VERIFY not in principal.scopes:
        return []
    return allowed_moves(rules.RESULT, row["status"], result_actors(row, principal), result_needs(row, principal))


def side_agreeing(row: Mapping[str, Any], principal: Principal) -> rules.Side | None:
    """The side for which the caller may give a word on the whole target."""
    actors = actors_on(principal, row["partner_id"], still_in(row))
    if not actors.isdisjoint(rules.PARTNER_SIDE) and is_partners(principal, row["partner_id"], still_in(row)):
        return "partner"
    return "school" if not actors.isdisjoint(rules.SCHOOL_SIDE) else None


def needs(row: Mapping[str, Any], principal: Principal) -> Needs:
    """The guards of the target's moves for this caller: a side whose schools are still asked has not agreed."""
    given = words_given(row)
    side = side_agreeing(row, principal)
    asked = any(each["word"] == "pending" for each in row["schools"])
    before = [word for word in given if word.side != "school" or side != "school" or not asked]
    agreeing = [] if side is None else rules.agreeing_needs(principal.person_id, side, before)
    return rules.needs_of(terms_of(row, row["milestones"]), given, principal.today, agreeing)


def moves_of(row: Mapping[str, Any], principal: Principal) -> list[AllowedMove]:
    """The moves of the whole target open to the caller."""
    offered = allowed_moves(
        rules.TARGET, row["status"], actors_on(principal, row["partner_id"], still_in(row)), needs(row, principal)
    )
    return [each for each in offered if _scope_for(each["move"]) in principal.scopes]


def _scope_for(verb: str) -> Scope:
    return Scope.TARGETS_AGREE if verb == "agree" else Scope.TARGETS_WRITE


def school_needs(row: Mapping[str, Any], principal: Principal) -> Needs:
    """The guards of one school's answer: the target still takes it, and who gave the partner's word is silent."""
    closed = rules.school_needs_of(row["status"])
    partners = [word for word in words_given(row) if word.side == "partner"]

    def lacking(made: Move) -> list[str]:
        found = closed(made)
        if made.verb == "agree":
            found += rules.agreeing_needs(principal.person_id, "school", partners)
        return found

    return lacking


def school_moves_of(row: Mapping[str, Any], each: Mapping[str, Any], principal: Principal) -> list[AllowedMove]:
    """The answers open to the caller for one school."""
    if Scope.TARGETS_AGREE not in principal.scopes:
        return []
    actors = actors_on(principal, row["partner_id"], {each["school_id"]})
    return allowed_moves(rules.TARGET_SCHOOL, each["word"], actors, school_needs(row, principal))
