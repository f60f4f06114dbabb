"""The office's own untidy list, brought and not yet taken in."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from alongside.core.db import Tx
from alongside.demo.stage import Stage, Step, at
from alongside.identity.principal import Principal
from alongside.integrations.spreadsheets import service
from alongside.integrations.spreadsheets.example import untidy_workbook
from alongside.schools.queries import school_names

OFFICE: Final = "renee"
BROUGHT_ON: Final = date(2020, 1, 24)


def spreadsheet_steps(_: Stage) -> Iterator[Step]:
    """One file whose columns wait to be matched."""

    async def bring(tx: Tx, principal: Principal) -> None:
        _, called = await school_names(tx)
        schools = sorted(each["name"] for each in called.values() if each["status"] == "active")[:12]
        content = untidy_workbook(schools, 40)
        await service.upload(tx, principal, service.open_file("Partners 2019-20 FINAL.xlsx", content))

    yield Step(at(BROUGHT_ON, "16:40"), OFFICE, bring)
