"""'This is not mine to decide': the link ends, the records say so, and the office hears of it."""

from uuid import UUID

from alongside.agreements import queries as agreements
from alongside.agreements.errors import AgreementNotFound
from alongside.agreements.events import AgreementWordDisowned
from alongside.core.db import Database, Tx
from alongside.core.record import record
from alongside.decisions import queries, rules, service
from alongside.decisions.service import Place
from alongside.identity.principal import Principal
from alongside.targets import queries as targets
from alongside.targets.errors import TargetNotFound
from alongside.targets.events import TargetWordDisowned

from .decide import Opened, refuse


async def disown(database: Database, found: Opened, reason: str | None, place: Place) -> None:
    """End the link for somebody who is not the one to decide. Raises LinkUsed and the like."""
    async with database.transaction(found.person) as tx:
        link = await queries.lock_link(tx, found.link_id)
        refuse(rules.standing(link, found.tenant.now))
        everyone = await queries.acting(database, tx, found.person)
        told: set[tuple[str, UUID]] = set()
        for row in await queries.decisions_of(tx, found.link_id):
            question = queries.ask(row, everyone)
            if question is not None and (row["kind"], row["object_id"]) not in told:
                told.add((row["kind"], row["object_id"]))
                await _tell(tx, question.acting.principal, row["kind"], row["object_id"], reason)
        await service.disown(tx, found.link_id, found.link["person_id"], found.tenant.now, place, reason)


async def _tell(tx: Tx, principal: Principal, kind: str, object_id: UUID, reason: str | None) -> None:
    try:
        if kind == "agree_target":
            row = await targets.row_of(tx, principal, object_id)
            record(tx, TargetWordDisowned(object_id=object_id, version=row["version"], reason=reason))
        else:
            at = await agreements.fetch(tx, principal, object_id)
            record(tx, AgreementWordDisowned(object_id=object_id, version=at["version"], reason=reason))
    except (AgreementNotFound, TargetNotFound):
        return
