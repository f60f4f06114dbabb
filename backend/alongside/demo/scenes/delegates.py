"""A principal, new in her school, who lets the families liaison answer for her while she is away."""

from collections.abc import Iterator
from datetime import date

from alongside.core.db import Tx
from alongside.decisions import service
from alongside.decisions.schemas import DelegationCreate
from alongside.demo.stage import Stage, Step, at
from alongside.identity.principal import Principal

NAMED_ON = date(2020, 1, 24)
UNTIL = date(2020, 2, 7)


def delegate_steps(stage: Stage) -> Iterator[Step]:
    """From the Friday before until the week after next."""

    async def name(tx: Tx, principal: Principal) -> None:
        body = DelegationCreate(
            delegate_id=stage.id_of("person", "lucia"), decisions=["confirm_school"], starts_on=NAMED_ON, ends_on=UNTIL
        )
        await service.name_delegate(tx, principal, body)

    yield Step(at(NAMED_ON, "15:40"), "denise", name)
