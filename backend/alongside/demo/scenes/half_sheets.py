"""A school's public page: partners say what is public, the office opens the page and puts it there; one still waits."""

from collections.abc import Iterator

from alongside.core.db import Tx
from alongside.demo.content.cast import ORGANIZATIONS
from alongside.demo.content.half_sheets import OPENED_ON, PAGE, PUBLIC, SCHOOL, Public
from alongside.demo.stage import Play, Stage, Step, at
from alongside.half_sheets import service
from alongside.half_sheets.schemas import EntryWrite, KeptSheetWrite, ListingWrite
from alongside.identity.principal import Principal

OFFICE = "renee"


def half_sheet_steps(stage: Stage) -> Iterator[Step]:
    """In January, before the families' evening."""
    by_name = {person.name: key for key, person in stage.people.items()}
    directors = {each.key: by_name[each.director] for each in ORGANIZATIONS}

    async def open_page(tx: Tx, principal: Principal) -> None:
        await service.keep_sheet(tx, principal, stage.id_of("school", SCHOOL), KeptSheetWrite.model_validate(PAGE), "*")

    for said in PUBLIC:
        yield Step(at(said.said_on, "10:20"), directors[said.partner], _say(stage, said))
    yield Step(at(OPENED_ON, "9:05"), OFFICE, open_page)
    for said in PUBLIC:
        if said.shown_on is not None:
            yield Step(at(said.shown_on, "9:30"), OFFICE, _show(stage, said))


def _say(stage: Stage, said: Public) -> Play:
    async def play(tx: Tx, principal: Principal) -> None:
        body = ListingWrite.model_validate({"is_public": True, **said.words})
        await service.say(tx, principal, stage.id_of("program", said.program), body, "*")

    return play


def _show(stage: Stage, said: Public) -> Play:
    async def play(tx: Tx, principal: Principal) -> None:
        body = EntryWrite(words_version=1, schedule_es=said.schedule_es, place_es=said.place_es)
        await service.show(tx, principal, stage.id_of("partnership", f"{said.program}@{SCHOOL}"), body, None)

    return play
