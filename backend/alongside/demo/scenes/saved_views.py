"""What the office comes back to each week: shared with the district's people, and one of Renee's own."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from alongside.core.db import Tx
from alongside.demo.stage import Stage, Step, at
from alongside.identity.principal import Principal
from alongside.saved_views import service
from alongside.saved_views.schemas import SavedViewCreate

KEPT_ON: Final = date(2020, 1, 21)

VIEWS: Final = (
    SavedViewCreate(
        list="agreements", name="Before the summer", layout="calendar", is_shared=True,
        question={"effective": "in_force", "school_year": "2019-2020", "sort": "ends_on"},
    ),
    SavedViewCreate(
        list="agreements", name="Contracts on their way", layout="board", is_shared=False,
        question={"type": "services_contract"},
    ),
    SavedViewCreate(
        list="partners", name="Reading and math, in Spanish too", is_shared=True,
        question={"approved": "true", "area": "reading,math", "language": "Spanish"},
    ),
    SavedViewCreate(list="partners", name="At weekends", is_shared=False, question={"day": "saturday,sunday"}),
)  # fmt: skip


def saved_view_steps(stage: Stage) -> Iterator[Step]:
    """One after the other, on a Tuesday morning."""
    for minute, view in enumerate(VIEWS):

        async def keep(tx: Tx, principal: Principal, view: SavedViewCreate = view) -> None:
            await service.keep(tx, principal, view)

        yield Step(at(KEPT_ON, f"9:{10 + minute}"), "renee", keep)
