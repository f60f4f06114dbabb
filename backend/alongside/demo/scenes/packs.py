"""The organization that works in three districts carries its record between them."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from alongside.core.db import Tx
from alongside.demo.content.districts import MAIN, TWIN
from alongside.demo.stage import Play, Stage, Step, at
from alongside.identity.principal import Principal
from alongside.packs.schemas import PackCreate
from alongside.workflows import pack

BEARER: Final = "tomas"
PACKS: Final = (
    (MAIN, date(2020, 1, 22), "15:05", ("profile", "programs", "papers", "staff")),
    (TWIN, date(2020, 1, 24), "11:20", ("profile", "programs")),
)
"""From where, on which day, and which parts: the whole record for the two smaller districts, and words that were
mended in the smallest."""


def pack_steps(stage: Stage) -> Iterator[Step]:
    """Two packs that can be opened; nothing was taken from either yet."""
    for district, day, clock, parts in PACKS:
        yield Step(at(day, clock), BEARER, _make(stage, parts), district)


def _make(stage: Stage, parts: tuple[str, ...]) -> Play:
    async def play(tx: Tx, principal: Principal) -> None:
        partner = stage.id_of("partner", "riverbend", principal.tenant.slug)
        await pack.make(tx, principal, partner, PackCreate.model_validate({"parts": parts}))

    return play
