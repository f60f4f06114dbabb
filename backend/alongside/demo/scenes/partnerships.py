"""Partnerships: begun by the school's side, and moved through their stages by it."""

from collections.abc import Iterable, Iterator

from alongside.core.db import Tx
from alongside.demo.content.districts import MAIN
from alongside.demo.content.partnerships import Work
from alongside.demo.stage import Play, Stage, Step, at
from alongside.identity.principal import Principal
from alongside.partnerships.schemas import PartnershipCreate, PartnershipUpdate
from alongside.workflows import pair

CLOCK = {"plan": "15:20", "ready": "16:50", "activate": "17:10"}


def partnership_steps(stage: Stage, works: Iterable[Work], district: str = MAIN) -> Iterator[Step]:
    """From the first conversation to the stage of today."""
    for work in works:
        yield Step(at(work.begun_on, "14:30"), work.by, _start(stage, work), district)
        if work.needs_since is not None:
            day, who = work.needs_since
            yield Step(at(day, "15:00"), who, _name_needs(stage, work), district)
        for verb, day, who, reason in work.path:
            yield Step(at(day, CLOCK.get(verb, "17:20")), who, _move(stage, work, verb, reason), district)


def _start(stage: Stage, work: Work) -> Play:
    async def play(tx: Tx, principal: Principal) -> None:
        district = principal.tenant.slug
        body = {
            "program_id": stage.id_of("program", work.program, district),
            "school_id": stage.id_of("school", work.school, district),
            "need_ids": [] if work.needs_since else stage.ids_of("need", work.needs, district),
            "schedule": work.schedule,
            "place": work.place,
            "kind": work.kind,
        }
        made = await pair.start(tx, principal, PartnershipCreate.model_validate(body))
        stage.keep("partnership", work.key, made["id"], district)
        if work.is_lead:
            lead = PartnershipUpdate(is_lead_partner=True)
            await pair.change(tx, principal, made["id"], lead, "*")

    return play


def _move(stage: Stage, work: Work, verb: str, reason: str | None) -> Play:
    async def play(tx: Tx, principal: Principal) -> None:
        partnership = stage.id_of("partnership", work.key, principal.tenant.slug)
        await pair.move(tx, principal, partnership, verb, reason, None)

    return play


def _name_needs(stage: Stage, work: Work) -> Play:
    async def play(tx: Tx, principal: Principal) -> None:
        district = principal.tenant.slug
        partnership = stage.id_of("partnership", work.key, district)
        needs = PartnershipUpdate(need_ids=stage.ids_of("need", work.needs, district))
        await pair.change(tx, principal, partnership, needs, "*")

    return play
