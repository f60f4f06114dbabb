"""What a partner says of a program to everybody."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Insert, Update, bindparam, func, literal_column, update
from sqlalchemy.dialects.postgresql import insert as upsert

from alongside.core.clock import new_id
from alongside.core.conditional import IfMatch, require_version
from alongside.core.db import Tx
from alongside.core.errors import FieldError, PreconditionFailed, Unprocessable
from alongside.core.record import Event, difference, record
from alongside.core.statements import TENANT, a_flag, a_key, columns, statement, table
from alongside.half_sheets import queries, rules
from alongside.half_sheets.errors import PartnersOwnWord
from alongside.half_sheets.events import ProgramMadePrivate, ProgramMadePublic, PublicWordsChanged
from alongside.half_sheets.models import ProgramListing
from alongside.half_sheets.queries.keeping import may_say
from alongside.half_sheets.schemas import ListingWrite
from alongside.identity.principal import Principal
from alongside.partners.errors import ProgramIsRetired
from alongside.partners.queries import lock_program

li = columns(ProgramListing)

_TOLD = {
    "summary": "Say in a sentence what it is",
    "how_to_join": "Say how a family joins",
    "cost": "Say what it costs, or that it is free",
}


def _said() -> dict[str, Any]:
    return {name: bindparam(f"new_{name}", type_=li[name].type) for name in rules.WORDS}


@statement
def _first() -> Insert:
    """Of two first words at once one waits for the other here, and then says nothing."""
    made = upsert(table(ProgramListing)).values(
        tenant_id=TENANT, id=a_key("new_id"), program_id=a_key("program"), is_public=a_flag("new_is_public"), **_said()
    )
    return made.on_conflict_do_nothing(index_elements=["tenant_id", "program_id"]).returning(li.version)


@statement
def _again(words: bool) -> Update:
    one: ColumnElement[Any] = literal_column("1")
    return (
        update(table(ProgramListing))
        .where(li.tenant_id == TENANT, li.id == a_key("listing"))
        .values(
            is_public=a_flag("new_is_public"),
            version=li.version + one,
            updated_at=func.tenant_now(),
            **({"words_version": li.words_version + one, **_said()} if words else {}),
        )
    )


async def say(tx: Tx, principal: Principal, program_id: UUID, body: ListingWrite, if_match: IfMatch) -> dict[str, Any]:
    """Say it, make it public, or take it back at once. Raises PartnersOwnWord, ProgramIsRetired, Unprocessable."""
    program = await lock_program(tx, principal, program_id)
    if not may_say(principal, program["partner_id"]):
        raise PartnersOwnWord
    known = await queries.lock_listing(tx, program_id)
    require_version(if_match, known["version"] if known else 0)
    if program["status"] == "retired" and body.is_public:
        raise ProgramIsRetired
    told = body.model_dump()
    if body.is_public and (missing := rules.lacks(told)):
        raise Unprocessable(errors=[FieldError(f"/{name}", "required", _TOLD[name]) for name in missing])
    before = known or {"is_public": False, **dict.fromkeys(rules.WORDS)}
    changed = difference(before, told)
    if not changed:
        return await queries.get_listing(tx, principal, program_id)
    values = {f"new_{name}": value for name, value in told.items()}
    if known is None:
        made = await tx.value(_first(), new_id=new_id(), program=program_id, **values)
        if made is None:
            raise PreconditionFailed
    else:
        await tx.run(_again(not changed.keys().isdisjoint(rules.WORDS)), listing=known["id"], **values)
    if before["is_public"] == body.is_public:
        kind: type[Event] = PublicWordsChanged
    else:
        kind = ProgramMadePublic if body.is_public else ProgramMadePrivate
    record(tx, kind(object_id=program_id, version=program["version"], changed=changed))
    return await queries.get_listing(tx, principal, program_id)
