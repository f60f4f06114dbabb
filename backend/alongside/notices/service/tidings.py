"""What facts of the log give rise to, by the records that they are about. A record that is gone gives rise to
nothing."""

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from alongside.agreements.queries.board import waits_for_last_word
from alongside.core.db import Tx
from alongside.identity.principal import Principal, TenantSettings
from alongside.notices import queries, rules
from alongside.notices.queries import kept

from .give import Telling

Fact = Mapping[str, Any]
Of = Callable[[Tx, TenantSettings, Sequence[Fact]], Awaitable[list[Telling]]]


async def tellings_of(tx: Tx, tenant: TenantSettings, rows: Iterable[Fact]) -> list[Telling]:
    """What these facts give rise to, in the order of the records' kinds."""
    of: dict[str, list[Fact]] = {}
    for row in rows:
        of.setdefault(row["object_type"], []).append(row)
    return [telling for name, tell in _TELLERS.items() if name in of for telling in await tell(tx, tenant, of[name])]


def _tell(row: Fact, wanted: Iterable[rules.Notification]) -> list[Telling]:
    return [Telling(each, f"log:{row['seq']}:{each.kind}", row["at"], row["person_id"]) for each in wanted]


def _each(
    rows: Sequence[Fact],
    matters: Mapping[UUID, rules.Matter],
    of: Callable[[Fact, rules.Matter], Iterable[rules.Notification]],
) -> list[Telling]:
    """What each fact gives rise to by itself."""
    return [
        telling
        for row in rows
        if (matter := matters.get(row["object_id"])) is not None
        for telling in _tell(row, of(row, matter))
    ]


def _ids(rows: Sequence[Fact]) -> set[UUID]:
    return {row["object_id"] for row in rows}


async def _agreements(tx: Tx, tenant: TenantSettings, rows: Sequence[Fact]) -> list[Telling]:
    matters = await queries.agreements(tx, _ids(rows))
    whole = {(row["object_id"], row["version"]) for row in rows if row["kind"] == "agreement.executed"}
    joined = {(row["object_id"], row["version"]) for row in rows if row["kind"] == "agreement.school_confirmed"}
    told: list[Telling] = []
    for row in rows:
        if row["kind"] == "agreement.school_added" and (row["object_id"], row["version"]) in joined:
            continue  # its principal asked for it: nobody's word is missing
        # the last signature is told as the whole that it completes
        is_last = row["kind"] == "agreement.signed" and (row["object_id"], row["version"]) in whole
        if (matter := matters.get(row["object_id"])) is not None and not is_last:
            told += _tell(row, rules.of_agreements.of_agreement(row["kind"], row["changed"], matter))
    return told + await _ready(tx, tenant, rows, matters)


async def _ready(
    tx: Tx, tenant: TenantSettings, rows: Sequence[Fact], matters: Mapping[UUID, rules.Matter]
) -> list[Telling]:
    """Agreements for which the last of the other words came in: once for each time that one was handed in."""
    last = {row["object_id"]: row for row in rows if row["kind"] in rules.of_agreements.READY}
    everything = Principal(tenant=tenant, machine_scopes=frozenset())
    told = []
    for agreement, row in last.items():
        if agreement not in matters:
            continue
        turn, round_ = await waits_for_last_word(tx, everything, agreement)
        if turn is not None:
            wanted = rules.of_agreements.of_ready(turn, matters[agreement])
            told.append(Telling(wanted, f"{wanted.kind}:{agreement}:{round_}", row["at"], row["person_id"]))
    return told


async def _join_requests(tx: Tx, _: TenantSettings, rows: Sequence[Fact]) -> list[Telling]:
    matters = await kept.join_requests(tx, _ids(rows))
    return _each(rows, matters, lambda row, matter: [rules.of_agreements.of_join_request(row["kind"], matter)])


async def _targets(tx: Tx, _: TenantSettings, rows: Sequence[Fact]) -> list[Telling]:
    matters = await queries.targets(tx, _ids(rows))
    return _each(rows, matters, lambda row, matter: rules.of_targets.of_target(row["kind"], row["changed"], matter))


async def _results(tx: Tx, _: TenantSettings, rows: Sequence[Fact]) -> list[Telling]:
    """Results that were entered together are one notice for each target and school's people."""
    found = await queries.results(tx, _ids(rows))
    together: dict[tuple[Any, ...], list[Fact]] = {}
    for row in rows:
        if (result := found.get(row["object_id"])) is not None:
            for_partner = result["entered_for_partner_id"] is not None
            # the partner hears of a grid once, each school of its own row
            school: UUID | None = result["school_id"] if for_partner else None
            together.setdefault((row["xid"], result["target_id"], for_partner, school), []).append(row)
    matters = await queries.targets(tx, {key[1] for key in together})
    told = []
    for (xid, target_id, for_partner, _school), entered in together.items():
        if (matter := matters.get(target_id)) is not None:
            at_school = found[entered[0]["object_id"]]["school_id"]
            wanted = rules.of_targets.of_results(for_partner, at_school, len(entered), matter)
            cause = f"log:{xid}:{target_id}:{at_school}:{wanted.kind}"
            told.append(Telling(wanted, cause, entered[-1]["at"], entered[0]["person_id"]))
    return told


async def _partners(tx: Tx, _: TenantSettings, rows: Sequence[Fact]) -> list[Telling]:
    matters = await queries.partners(tx, _ids(rows))
    return _each(rows, matters, lambda row, matter: rules.of_partners.of_partner(row["kind"], matter))


async def _programs(tx: Tx, _: TenantSettings, rows: Sequence[Fact]) -> list[Telling]:
    matters = await kept.programs(tx, _ids(rows))
    return _each(rows, matters, lambda row, matter: rules.of_partners.of_program(row["kind"], matter))


async def _papers(tx: Tx, _: TenantSettings, rows: Sequence[Fact]) -> list[Telling]:
    matters = await kept.papers(tx, _ids(rows))
    return _each(rows, matters, lambda row, matter: rules.of_partners.of_paper(row["kind"], row["changed"], matter))


async def _checks(tx: Tx, _: TenantSettings, rows: Sequence[Fact]) -> list[Telling]:
    """Checks of one partner's people that came in together are one notice, and so are those that were looked at."""
    matters = await kept.members(tx, _ids(rows))
    together: dict[tuple[UUID, bool], list[Fact]] = {}
    for row in rows:
        if (matter := matters.get(row["object_id"])) is not None:
            are_waiting = rules.of_partners.waits(row["kind"], row["changed"])
            together.setdefault((matter.object_id, are_waiting), []).append(row)
    return [
        telling
        for (_partner, are_waiting), several in together.items()
        for telling in _tell(
            several[-1],
            [rules.of_partners.of_checks(are_waiting, len(_ids(several)), matters[several[-1]["object_id"]])],
        )
    ]


async def _waivers(tx: Tx, _: TenantSettings, rows: Sequence[Fact]) -> list[Telling]:
    matters = await kept.waivers(tx, _ids(rows))
    return _each(rows, matters, lambda row, matter: rules.of_partners.of_waiver(row["kind"], matter))


async def _spreadsheets(tx: Tx, _: TenantSettings, rows: Sequence[Fact]) -> list[Telling]:
    """What was done with the request itself its person has seen; what the worker did, they have not."""
    names = await kept.spreadsheets(tx, _ids(rows))
    told = []
    for row in rows:
        by = row["person_id"] or row["changed"].get("asked_by", [None, None])[1]
        if by is None or row["request_id"] is not None or row["object_id"] not in names:
            continue
        wanted = rules.of_spreadsheets.of_spreadsheet(
            row["kind"], UUID(str(by)), names[row["object_id"]], row["object_id"]
        )
        told.append(Telling(wanted, f"log:{row['seq']}:{wanted.kind}", row["at"]))
    return told


_TELLERS: Mapping[str, Of] = {
    "agreement": _agreements,
    "join_request": _join_requests,
    "target": _targets,
    "result": _results,
    "partner": _partners,
    "program": _programs,
    "paper": _papers,
    "staff_member": _checks,
    "paper_waiver": _waivers,
    "spreadsheet": _spreadsheets,
}
