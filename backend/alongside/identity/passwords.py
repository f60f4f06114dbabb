"""Argon2id in a bounded pool of threads, so that a flood of sign-ins cannot starve the server."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache

from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

from alongside.core.errors import Unavailable
from alongside.core.settings import settings

AT_ONCE = 2
WAITING = 20
_threads = ThreadPoolExecutor(max_workers=AT_ONCE, thread_name_prefix="argon2")
_waiting = 0


@lru_cache
def _hasher() -> PasswordHash:
    return PasswordHash((Argon2Hasher(memory_cost=settings().argon2_memory_kib),))


@lru_cache
def _nobody() -> str:
    """A hash that no password matches, so that an unknown e-mail takes as long as a wrong password."""
    return _hasher().hash("nobody signs in with this")


def hash_password(password: str) -> str:
    """For the command line and the demonstration; blocks."""
    return _hasher().hash(password)


async def verify(password: str, stored: str | None) -> tuple[bool, str | None]:
    """Whether the password matches, and a fresh hash when the stored one uses older parameters.

    An unknown person (`stored` None) costs the same time and never matches.
    """
    global _waiting
    if _waiting >= WAITING:
        raise Unavailable("Many people are signing in just now")
    _waiting += 1
    try:
        loop = asyncio.get_running_loop()
        valid, renewed = await loop.run_in_executor(
            _threads, _hasher().verify_and_update, password, stored or _nobody()
        )
    finally:
        _waiting -= 1
    return valid and stored is not None, renewed
