"""An agreement of a neighboring district that others may join: its terms, the office's proposal, the partner's yes."""

from collections.abc import Iterator

from alongside.agreements import service
from alongside.agreements.schemas import AgreementUpdate, OpeningCreate, TemplateCreate
from alongside.core.db import Tx
from alongside.demo.content.districts import TWIN
from alongside.demo.content.openings import AGREED, CLAUSE, PROPOSED, SHARED, SHARED_TERMS
from alongside.demo.stage import Play, Stage, Step, at
from alongside.identity.principal import Principal

from .agreements import agreement_steps


def opening_steps(stage: Stage) -> Iterator[Step]:
    """From the terms to the day on which other districts could read it."""
    issued = SHARED_TERMS.versions[0]
    yield Step(at(issued.day, "9:30"), SHARED_TERMS.who, _issue(stage), TWIN)
    yield from agreement_steps(stage, [SHARED], TWIN)
    assert SHARED.drafted is not None
    day, _, author = SHARED.drafted
    yield Step(at(day, "10:20"), author, _choose(stage), TWIN)
    proposed_on, office, _ = PROPOSED
    yield Step(at(proposed_on, "11:00"), office, _propose(stage), TWIN)
    agreed_on, partner = AGREED
    yield Step(at(agreed_on, "8:40"), partner, _agree(stage), TWIN)


def _issue(stage: Stage) -> Play:
    async def play(tx: Tx, principal: Principal) -> None:
        text = {"is_negotiable": SHARED_TERMS.is_negotiable, "sections": SHARED_TERMS.versions[0].sections}
        body = TemplateCreate.model_validate({"name": SHARED_TERMS.name, "type": SHARED_TERMS.type, **text})
        template = (await service.add_template(tx, principal, body))["id"]
        now = await service.move_template(tx, principal, template, "publish", None)
        stage.keep("template version", SHARED_TERMS.key, now["published_version_id"], TWIN)

    return play


def _choose(stage: Stage) -> Play:
    async def play(tx: Tx, principal: Principal) -> None:
        version = stage.id_of("template version", SHARED_TERMS.key, TWIN)
        body = AgreementUpdate.model_validate({"template_version_id": version})
        await service.edit(tx, principal, stage.id_of("agreement", SHARED.key, TWIN), body, "*")

    return play


def _propose(stage: Stage) -> Play:
    async def play(tx: Tx, principal: Principal) -> None:
        body = OpeningCreate(clause=CLAUSE, note=PROPOSED[2])
        made = await service.propose(tx, principal, stage.id_of("agreement", SHARED.key, TWIN), body)
        stage.keep("opening", SHARED.key, made["id"], TWIN)

    return play


def _agree(stage: Stage) -> Play:
    async def play(tx: Tx, principal: Principal) -> None:
        await service.answer_opening(tx, principal, stage.id_of("opening", SHARED.key, TWIN), "agree", None)

    return play
