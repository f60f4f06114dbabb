"""A promise that did not come, and what the sides said at annual revisits."""

from collections.abc import Iterator

from alongside.agreements import queries, service
from alongside.agreements.schemas import PromiseWordWrite, RevisitAnswer
from alongside.core.db import Tx
from alongside.demo.content.revisits import DOOR, SAID, Said
from alongside.demo.stage import Play, Stage, Step, at
from alongside.identity.principal import Principal


def revisit_steps(stage: Stage) -> Iterator[Step]:
    """In the order in which they were said."""
    key, words, on, who, note = DOOR

    async def miss(tx: Tx, principal: Principal) -> None:
        agreement = stage.id_of("agreement", key, principal.tenant.slug)
        record = await queries.fetch(tx, principal, agreement)
        promise = next(each["id"] for each in record["resources"] if each["text"] == words)
        body = PromiseWordWrite(outcome="not_delivered", on=on, note=note)
        await service.say(tx, principal, agreement, promise, body, "*")

    yield Step(at(on, "16:20"), who, miss)
    for said in SAID:
        yield Step(at(said.day, "9:40"), said.who, _answer(stage, said))


def _answer(stage: Stage, said: Said) -> Play:
    async def play(tx: Tx, principal: Principal) -> None:
        agreement = stage.id_of("agreement", said.agreement, principal.tenant.slug)
        current = (await queries.get_revisits(tx, principal, agreement))["current_id"]
        word = RevisitAnswer.model_validate({"outcome": said.outcome, "note": said.note})
        await service.answer_revisit(tx, principal, agreement, current, word, None)

    return play
