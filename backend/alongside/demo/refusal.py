"""What production refuses: a database where anybody who has read the demonstration's page may sign in."""

import asyncpg

from alongside.core.db import UNREACHABLE
from alongside.core.settings import Settings
from alongside.identity.credentials import KEY_MARK

from .content.cast import everybody
from .content.sign_ins import API_KEY, CLIENT_ID

MACHINES = [CLIENT_ID, API_KEY[: len(KEY_MARK) + 8]]

_FOUND = """
select (select count(*) from tenant where is_demonstration) as districts,
       (select count(*) from person where lower(email) = any($1::text[])) as people,
       (select count(*) from api_credential where prefix = any($2::text[])) as machines
"""


class DemonstrationHere(RuntimeError):
    """The database holds districts, sign-ins or machines of the demonstration; in words for the terminal."""


async def refuse_demonstration(connection: asyncpg.Connection) -> None:
    """Raise DemonstrationHere when anything of the demonstration could be used to get in."""
    people = [person.email.lower() for person in everybody()]
    found = await connection.fetchrow(_FOUND, people, MACHINES)
    assert found is not None
    told = [
        f"{found[name]} {words}"
        for name, words in (("districts", "districts"), ("people", "sign-ins"), ("machines", "API clients or keys"))
        if found[name]
    ]
    if told:
        raise DemonstrationHere(
            f"This database holds the demonstration ({', '.join(told)}), whose passwords everybody knows: "
            "production does not start with it. Begin with another database, or take it away with everything "
            "that was entered into it: alongside demo --remove."
        )


async def check_before_start(settings: Settings) -> None:
    """Look before serving; a database that is away is looked at by the readiness probe instead.

    Raises DemonstrationHere.
    """
    if settings.environment != "production":
        return
    try:
        connection = await asyncpg.connect(settings.database_url.get_secret_value(), timeout=settings.pool_wait_seconds)
    except UNREACHABLE:
        return
    try:
        await refuse_demonstration(connection)
    finally:
        await connection.close()
