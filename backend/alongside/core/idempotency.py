"""Retries without doubles: the answer to an `Idempotency-Key` is stored in the transaction of its effect."""

import re
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import orjson

from .db import Tx
from .errors import BadRequest, KeyReused, RequestInFlight

KEPT_DAYS = 7
_KEY = re.compile(r'"?([\x21-\x7e]{1,255}?)"?')


class InvalidKey(BadRequest):
    slug, title = "invalid-idempotency-key", "An Idempotency-Key is 1 to 255 printable characters"


@dataclass(frozen=True, slots=True)
class Stored:
    """An answer kept for its retries."""

    status: int
    headers: dict[str, str]
    body: bytes


class Replayed(Exception):
    """The request was done before; this is what it answered then."""

    def __init__(self, stored: Stored) -> None:
        super().__init__("replayed")
        self.stored = stored


def read_key(header: str) -> str:
    """The key, bare or quoted (a structured-field string)."""
    match = _KEY.fullmatch(header.strip())
    if match is None:
        raise InvalidKey
    return match[1]


def fingerprint(method: str, path: str, body: bytes) -> bytes:
    """SHA-256 of what was asked; JSON in canonical form, so that spacing does not make a new request."""
    # what is no JSON, or nested too deeply to be written again, is compared as it came
    with suppress(orjson.JSONDecodeError, orjson.JSONEncodeError):
        body = orjson.dumps(orjson.loads(body), option=orjson.OPT_SORT_KEYS)
    return sha256(b"\0".join((method.encode(), path.encode(), body))).digest()


async def claim(tx: Tx, key: str, method: str, path: str, asked: bytes) -> None:
    """Take the key for this transaction, or raise: `Replayed`, 409 in flight, 422 another request's key."""
    person = str(tx.caller.credential_id or tx.caller.person_id)
    lock = f"{tx.tenant_id}:{person}:{method}:{path}:{key}"
    free = await tx.connection.fetchval("select pg_try_advisory_xact_lock(hashtextextended($1::text, 0))", lock)
    if not free:
        raise RequestInFlight(headers={"Retry-After": "1"})
    row = await tx.connection.fetchrow(
        "select fingerprint, status, headers, body from idempotency "
        "where tenant_id = $1 and caller = $2 and method = $3 and path = $4 and key = $5",
        tx.tenant_id, person, method, path, key,
    )  # fmt: skip
    if row is None:
        return
    if row["fingerprint"] != asked:
        raise KeyReused
    raise Replayed(Stored(row["status"], row["headers"], row["body"]))


async def keep(tx: Tx, key: str, method: str, path: str, asked: bytes, stored: Stored) -> None:
    """Store a 2xx answer beside its effect; anything else stays open so that a retry can succeed."""
    person = str(tx.caller.credential_id or tx.caller.person_id)
    await tx.connection.execute(
        "insert into idempotency (tenant_id, caller, method, path, key, fingerprint, status, headers, body) "
        "values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        tx.tenant_id, person, method, path, key, asked, stored.status, stored.headers, stored.body,
    )  # fmt: skip


async def forget_old(connection: Any, days: int = KEPT_DAYS) -> int:
    """Drop answers older than the published time, for the tenant that is set; how many went."""
    tag: str = await connection.execute("delete from idempotency where at < now() - make_interval(days => $1)", days)
    return int(tag.rpartition(" ")[2])
