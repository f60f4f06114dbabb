"""A promise that did not come, and a revisit that one side has answered."""

from collections.abc import Iterator

from alongside.agreements import queries, service
from alongside.agreements.schemas import PromiseWordWrite, RevisitAnswer
from alongside.core.db import Tx
from alongside.demo.content.revisits import DOOR, HALF_ANSWERED
from alongside.demo.stage import Stage, Step, at
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

    async def answer(tx: Tx, principal: Principal) -> None:
        agreement = stage.id_of("agreement", HALF_ANSWERED.agreement, principal.tenant.slug)
        current = (await queries.get_revisits(tx, principal, agreement))["current_id"]
        said = {"outcome": HALF_ANSWERED.outcome, "note": HALF_ANSWERED.note}
        await service.answer_revisit(tx, principal, agreement, current, RevisitAnswer.model_validate(said), None)

    yield Step(at(on, "16:20"), who, miss)
    yield Step(at(HALF_ANSWERED.day, "9:40"), HALF_ANSWERED.who, answer)
