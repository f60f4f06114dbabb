"""`alongside demo`: load it, load it anew, or say who may sign in."""

from collections.abc import Iterator

import asyncpg
from pydantic import SecretStr

from alongside.core.db import Database
from alongside.core.settings import Settings

from .content.cast import everybody
from .content.districts import MAIN, STATEMENT
from .content.sign_ins import API_KEY, CLIENT_ID, CLIENT_SECRET, PASSWORD, SIGN_INS
from .presence import presence, remove


class NotHere(RuntimeError):
    """The demonstration is refused, and why."""


async def bring(settings: Settings, *, anew: bool) -> str:
    """Load the demonstration unless it is there; one that was interrupted, or asked for anew, is removed first.

    What became of it, in a sentence. Raises NotHere, NameTaken.
    """
    owner = await _as_owner(settings)
    try:
        found = await presence(owner)
        if found == "loaded" and not anew:
            return "The demonstration is there already"
        # the services of every feature are needed from here on only; most of the time it is there already
        from .load import load

        if found != "absent":
            await remove(owner, [person.email for person in everybody()])
        database = await Database.connect(_in_a_hurry(settings))
        try:
            count = await load(database, owner)
        finally:
            await database.close()
    finally:
        await owner.close()
    return f"The demonstration is loaded: {count} steps of its story were played"


async def take_away(settings: Settings) -> str:
    """Remove the demonstration with everything entered into it; real districts stay. Raises NotHere, NameTaken."""
    owner = await _as_owner(settings)
    try:
        if await presence(owner) == "absent":
            return "The demonstration is not there"
        await remove(owner, [person.email for person in everybody()])
    finally:
        await owner.close()
    return "The demonstration is gone"


async def _as_owner(settings: Settings) -> asyncpg.Connection:
    address = settings.migration_database_url.get_secret_value()
    if not address:
        raise NotHere("Set MIGRATION_DATABASE_URL: only the schema's owner may add districts or take them away")
    return await asyncpg.connect(address)


def _in_a_hurry(settings: Settings) -> Settings:
    """A commit does not wait for the disk: what a power cut would lose is a load, which the owner's last statement
    makes safe as a whole, and which is begun again when it is not."""
    address = settings.database_url.get_secret_value()
    mark = "&" if "?" in address else "?"
    return settings.model_copy(update={"database_url": SecretStr(f"{address}{mark}synchronous_commit=off")})


def sign_ins() -> Iterator[str]:
    """The lines that tell who may be tried out."""
    people = {person.key: person for person in everybody()}
    width = max(len(each.role) for each in SIGN_INS)
    longest = max(len(people[each.who].email) for each in SIGN_INS)
    yield f"Demonstration sign-ins, password {PASSWORD}"
    for each in SIGN_INS:
        person = people[each.who]
        yield f"  {each.role:<{width}}  {person.email:<{longest}}  {person.name}"
    yield f"API client {CLIENT_ID} / {CLIENT_SECRET}, API key {API_KEY} (district {MAIN})"
    yield f"{STATEMENT}."
