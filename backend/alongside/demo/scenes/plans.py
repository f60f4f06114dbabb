"""Site plans, from the draft to both sides' words."""

from collections.abc import Iterator

from alongside.agreements import service
from alongside.agreements.schemas import ExpectationWrite, SitePlanCreate
from alongside.core.db import Tx
from alongside.demo.content.plans import AGREEMENT, EXPECTATIONS, PLANS, WORDS, Planned
from alongside.demo.stage import Play, Stage, Step, at
from alongside.identity.principal import Principal


def plan_steps(stage: Stage) -> Iterator[Step]:
    """In the order in which they were written and agreed."""
    for planned in PLANS:
        day, author = planned.drafted
        yield Step(at(day, "10:15"), author, _draft(stage, planned))
        if planned.is_proposed:
            yield Step(at(day, "10:40"), author, _move(stage, planned, "propose"))
        for word, clock in ((planned.partner_word, "11:20"), (planned.school_word, "15:10")):
            if word is not None:
                yield Step(at(word[0], clock), word[1], _move(stage, planned, "agree"))


def _draft(stage: Stage, planned: Planned) -> Play:
    async def draft(tx: Tx, principal: Principal) -> None:
        district = principal.tenant.slug
        lines = [
            ExpectationWrite.model_validate({"party": party, "topic": topic, "text": text})
            for party, topic, text in EXPECTATIONS
        ]
        body = SitePlanCreate(
            school_id=stage.id_of("school", planned.school, district), place=planned.place, expectations=lines, **WORDS
        )
        made = await service.draft_plan(tx, principal, stage.id_of("agreement", AGREEMENT, district), body)
        stage.keep("site plan", planned.school, made["id"], district)

    return draft


def _move(stage: Stage, planned: Planned, verb: str) -> Play:
    async def move(tx: Tx, principal: Principal) -> None:
        plan = stage.id_of("site plan", planned.school, principal.tenant.slug)
        await service.move_plan(tx, principal, plan, verb, None)

    return move
