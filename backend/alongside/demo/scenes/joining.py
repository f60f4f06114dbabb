"""Requests to join signed agreements, and the office's answer."""

from collections.abc import Iterator

from alongside.agreements import service
from alongside.agreements.schemas import JoinRequestCreate
from alongside.core.db import Tx
from alongside.demo.content.joining import WISHES, Wish
from alongside.demo.stage import Play, Stage, Step, at
from alongside.identity.principal import Principal


def join_steps(stage: Stage) -> Iterator[Step]:
    """In the order in which they were asked and answered."""
    for wish in WISHES:
        day, who = wish.asked
        yield Step(at(day, "10:05"), who, _ask(stage, wish))
        if wish.refused is not None:
            day, who, _ = wish.refused
            yield Step(at(day, "14:30"), who, _refuse(stage, wish))


def _ask(stage: Stage, wish: Wish) -> Play:
    async def ask(tx: Tx, principal: Principal) -> None:
        district = principal.tenant.slug
        body = JoinRequestCreate(school_id=stage.id_of("school", wish.school, district), note=wish.note)
        made = await service.ask_to_join(tx, principal, stage.id_of("agreement", wish.agreement, district), body)
        stage.keep("join request", f"{wish.agreement} at {wish.school}", made["id"], district)

    return ask


def _refuse(stage: Stage, wish: Wish) -> Play:
    async def refuse(tx: Tx, principal: Principal) -> None:
        asked = stage.id_of("join request", f"{wish.agreement} at {wish.school}", principal.tenant.slug)
        reason = None if wish.refused is None else wish.refused[2]
        await service.answer_request(tx, principal, asked, "refuse", None, reason)

    return refuse
