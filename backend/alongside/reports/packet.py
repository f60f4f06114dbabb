"""The board packet: what the board reads of the agreements that are put before it, one row for each.

It is public reading: results in it are those that anybody may know, whoever prints it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from alongside.agreements import queries as agreements
from alongside.agreements.rules.document import TYPE_WORDS, dollars
from alongside.core.clock import in_words
from alongside.core.db import Executor
from alongside.core.fields import money
from alongside.core.paging import MOST, Cursors
from alongside.identity.principal import Principal
from alongside.identity.scopes import DISTRICT_ROLES
from alongside.partnerships.queries import checklist
from alongside.schools.school_year import YearStart, school_year_of
from alongside.targets.queries import find as find_targets
from alongside.targets.schemas import TargetFilters

COUNTED = frozenset({"open", "closed", "agreed"})
"""Targets that both sides agreed to; a draft is nobody's result."""


async def board_packet(
    db: Executor, principal: Principal, cursors: Cursors, asked: Sequence[UUID] | None, meets_on: date | None
) -> dict[str, Any]:
    """What waits for the board, or these; `missing` are ids asked for that the caller does not see."""
    records = await agreements.board_records(db, principal, asked)
    papers = {
        partner: await checklist(db, principal, partner, principal.today)
        for partner in {each["partner_id"] for each in records}
    }
    items = [await _item(db, principal, cursors, each, papers[each["partner_id"]]) for each in records]
    costs = [each["cost_cents"] for each in records if each["cost_cents"] is not None]
    seen = {each["id"] for each in records}
    return {
        "version": max((each["version"] for each in records), default=0),
        "district": principal.tenant.name,
        "as_of": principal.today,
        "meets_on": meets_on,
        "count": len(items),
        "total_cost": money(sum(costs)),
        "without_cost": len(items) - len(costs),
        "items": items,
        "missing": [each for each in dict.fromkeys(asked or ()) if each not in seen],
    }


def _public(principal: Principal) -> Principal:
    """The caller as anybody: no school of theirs, nothing that they entered themselves."""
    held = tuple(each for each in principal.roles if each.role in DISTRICT_ROLES)
    return replace(principal, roles=held, person_id=None)


async def _item(
    db: Executor, principal: Principal, cursors: Cursors, record: Mapping[str, Any], papers: Sequence[Mapping[str, Any]]
) -> dict[str, Any]:
    values = [each["value_cents"] for each in record["resources"] if each["value_cents"] is not None]
    plain = ("id", "number", "title", "type", "starts_on", "ends_on", "status", "needs", "is_district_wide",
             "funding_source", "financial_terms", "purpose", "renews", "amends")  # fmt: skip
    return {
        **{name: record[name] for name in plain},
        "partner": {"id": record["partner_id"], "name": record["partner_name"]},
        "programs": [{"id": each["id"], "name": each["name"]} for each in record["programs"]],
        "schools": [each["school"] for each in record["schools"] if each["confirmation"] != "declined"],
        "kind": _kind(record),
        "cost": money(record["cost_cents"]),
        "stated_value": money(sum(values)) if values else None,
        "last_year": await _last_year(db, principal, cursors, record),
        "papers": [_paper(each) for each in papers],
    }


def _kind(record: Mapping[str, Any]) -> str:
    if record["renews_number"] is not None:
        return "renewal"
    return "new" if record["amends_number"] is None else "amendment"


async def _last_year(db: Executor, principal: Principal, cursors: Cursors, record: Mapping[str, Any]) -> dict[str, Any]:
    """What its programs were to reach, and did, in the school year before it begins, or in this one until that is."""
    tenant = principal.tenant
    start = YearStart(tenant.school_year_starts_month, tenant.school_year_starts_day)
    eve = min(record["starts_on"] - timedelta(days=1), principal.today)
    year = school_year_of(eve, start).label
    results = []
    for program in record["programs"]:
        query = TargetFilters(program=UUID(program["id"]), school_year=year, limit=MOST)
        page = await find_targets(db, _public(principal), query, cursors)
        results += [_result(each) for each in page.items if each["status"] in COUNTED]
    return {"school_year": year, "results": sorted(results, key=lambda each: (each["program"], each["target"]))}


def _result(target: Mapping[str, Any]) -> dict[str, Any]:
    progress = target["progress"]
    return {
        "id": target["id"],
        "program": target["program"]["name"],
        "target": target["name"],
        "finding": progress["finding"],
        "finding_said": progress["finding_said"],
        "suppressed": progress["suppressed"],
        "school_count": target["school_count"],
    }


def _paper(asked: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "requirement": asked["requirement"]["name"],
        "asked_at": asked["asked_at"],
        "met_at": asked["met_at"],
        "met_through": asked["met_through"],
    }


KINDS: Mapping[str, str] = {"new": "New", "renewal": "Renewal", "amendment": "Amendment"}


def on_paper(packet: Mapping[str, Any]) -> dict[str, Any]:
    """The packet in words; as many parts as its caption counts."""
    count = packet["count"]
    agreements_ = f"{count} agreement{'' if count == 1 else 's'}"
    meets = "" if packet["meets_on"] is None else f" for the meeting of {in_words(packet['meets_on'])}"
    return {
        "title": f"Board packet: {agreements_}{meets}",
        "caption": agreements_,
        "district": packet["district"],
        "as_of": in_words(packet["as_of"]),
        "total": _total(packet),
        "items": [_part(each) for each in packet["items"]],
    }


def _total(packet: Mapping[str, Any]) -> str:
    unknown = packet["without_cost"]
    without = "" if unknown == 0 else f" {unknown} of {packet['count']} state no amount."
    return f"Together they cost the district {_dollars(packet['total_cost'])}.{without}"


def _dollars(amount: str) -> str:
    return dollars(round(float(amount) * 100))


def _part(each: Mapping[str, Any]) -> dict[str, Any]:
    schools = ["All schools of the district"] if each["is_district_wide"] else [one["name"] for one in each["schools"]]
    kind = KINDS[each["kind"]]
    if each["renews"] is not None:
        kind += f" of {each['renews']['number']}"
    rows = [
        ["Partner", each["partner"]["name"]],
        ["Programs", ", ".join(one["name"] for one in each["programs"])],
        [f"Schools ({len(schools)})", ", ".join(schools)],
        ["Term", f"{in_words(each['starts_on'])} to {in_words(each['ends_on'])}"],
        ["New or renewal", kind],
        ["Cost to the district", "Not stated" if each["cost"] is None else _dollars(each["cost"])],
        ["Funding source", each["funding_source"] or "Not stated"],
        ["Stated value", "Not stated" if each["stated_value"] is None else _dollars(each["stated_value"])],
        [f"Results {each['last_year']['school_year']}", _results(each["last_year"]["results"])],
        ["Papers", _papers(each["papers"])],
    ]
    if each["financial_terms"] is not None:
        rows.insert(6, ["Terms of cost", each["financial_terms"]])
    return {
        "heading": f"{each['title']}",
        "about": f"{TYPE_WORDS[each['type']]} {each['number']}",
        "rows": rows,
    }


def _results(results: Sequence[Mapping[str, Any]]) -> str:
    if not results:
        return "No target was agreed for that year."
    return "\n".join(each["finding"] for each in results)


def _papers(papers: Sequence[Mapping[str, Any]]) -> str:
    if not papers:
        return "None asked for."
    told = []
    for each in papers:
        through = "" if each["met_through"] is None else f", through {in_words(each['met_through'])}"
        there = "there" if each["met_at"] == each["asked_at"] else f"at {each['met_at']} of {each['asked_at']} places"
        told.append(f"{each['requirement']}: {there}{through}")
    return "\n".join(told)
