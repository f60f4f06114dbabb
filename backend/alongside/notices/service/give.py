"""Giving notices: a row for each person who wants to hear of it, and e-mails for those who want them at once."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Insert, Update, any_, bindparam, update
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.dialects.postgresql import insert as insert_new

from alongside.core.clock import new_id
from alongside.core.db import Tx
from alongside.core.jobs import enqueue
from alongside.core.record import record
from alongside.core.statements import (
    TENANT,
    a_flag,
    a_key,
    a_text,
    an_instant,
    columns,
    statement,
    table,
    the_keys,
)
from alongside.notices import queries, rules
from alongside.notices.events import NoticesGiven
from alongside.notices.models import Notice, NoticeMail

MAIL: Final = "notices.mail"
"""The job that sends one e-mail."""

SAID: Final = frozenset({"title", "number", "partner", "school", "answer", "on", "days_left", "count"})
"""What of a matter's facts a notice keeps."""

n = columns(Notice)


@dataclass(frozen=True, slots=True)
class Telling:
    """One notification to give: `cause` names what gave rise to it, `without` who did it themselves."""

    wanted: rules.Notification
    cause: str
    at: datetime
    without: UUID | None = None


@statement
def giving() -> Insert:
    return (
        insert_new(table(Notice))
        .values(
            tenant_id=TENANT, id=a_key("id"), person_id=a_key("person_id"), kind=a_text("kind"),
            object_type=a_text("object_type"), object_id=a_key("object_id"), facts=bindparam("facts", type_=JSONB),
            cause=a_text("cause"), email=a_text("email"), is_shown=a_flag("is_shown"), created_at=an_instant("at"),
        )
        .on_conflict_do_nothing(index_elements=["tenant_id", "person_id", "cause"])
    )  # fmt: skip


@statement
def _write_to() -> Insert:
    return insert_new(table(NoticeMail)).values(
        tenant_id=TENANT, id=a_key("id"), person_id=a_key("person_id"), cadence=a_text("cadence"),
        created_at=an_instant("at"),
    )  # fmt: skip


@statement
def _put_in() -> Update:
    return (
        update(table(Notice))
        .where(n.tenant_id == TENANT, n.id == any_(the_keys("ids")))
        .values(mail_id=a_key("mail_id"))
    )


async def give(tx: Tx, tellings: Sequence[Telling], holders: Iterable[rules.Holder], now: datetime) -> int:
    """Give these notices, each once however often it is asked for; how many were new.

    What one person gets at once in one pass goes in one e-mail: catching up is a letter, not a burst.
    """
    everybody = list(holders)
    addressed = [
        (telling, person)
        for telling in tellings
        for person in sorted(rules.told(telling.wanted, everybody))
        if person != telling.without
    ]
    wishes = await queries.wishes(tx, {person for _, person in addressed})
    given: Counter[str] = Counter()
    at_once: dict[UUID, list[UUID]] = {}
    for telling, person in addressed:
        choice = rules.choice_of(wishes.get(person), telling.wanted.kind)
        if choice.is_silent:
            continue
        row = row_of(telling, person, choice)
        if await tx.note_down(giving(), **row) == 0:
            continue
        given[telling.wanted.kind] += 1
        if choice.email == "instant":
            at_once.setdefault(person, []).append(row["id"])
    for person, ids in at_once.items():
        await write_to(tx, person, "instant", ids, now)
    if given:
        told = {kind: [None, count] for kind, count in sorted(given.items())}
        record(tx, NoticesGiven(object_id=tx.tenant_id, changed=told))
    return given.total()


def row_of(telling: Telling, person: UUID, choice: rules.Choice) -> Mapping[str, Any]:
    matter = telling.wanted.matter
    facts = {**matter.facts, **telling.wanted.facts}
    return {
        "id": new_id(),
        "person_id": person,
        "kind": telling.wanted.kind,
        "object_type": matter.object_type,
        "object_id": matter.object_id,
        "facts": {name: value for name, value in facts.items() if name in SAID},
        "cause": telling.cause,
        "email": choice.email,
        "is_shown": choice.in_app,
        "at": telling.at,
    }


async def write_to(tx: Tx, person: UUID, cadence: str, notices: Sequence[UUID], now: datetime) -> None:
    """An e-mail about these notices, to be sent by a job that is there when this transaction is."""
    mail_id = new_id()
    await tx.note_down(_write_to(), id=mail_id, person_id=person, cadence=cadence, at=now)
    await tx.note_down(_put_in(), ids=list(notices), mail_id=mail_id)
    await enqueue(tx, MAIL, {"tenant": tx.tenant_id, "mail": mail_id}, key=f"{MAIL}:{mail_id}")
