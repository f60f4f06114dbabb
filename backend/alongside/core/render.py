"""Rows to bytes: one function renders every answer; timestamps are UTC and end in `Z`."""

from collections.abc import Mapping
from decimal import Decimal
from hashlib import blake2b
from typing import Any
from uuid import UUID

import orjson

OPTIONS = orjson.OPT_UTC_Z | orjson.OPT_NAIVE_UTC | orjson.OPT_NON_STR_KEYS


def _other(value: Any) -> Any:
    """What orjson does not know: asyncpg's UUID (a subclass), exact numbers, rows."""
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, frozenset | set):
        return sorted(value)
    return dict(value.items())


def render(body: Any) -> bytes:
    """A body as JSON bytes."""
    return orjson.dumps(body, default=_other, option=OPTIONS)


def etag(version: int, body: bytes) -> str:
    """`"<version>-<hash>"`: reads compare all of it (a body depends on the day and the viewer), writes the version."""
    return f'"{version}-{blake2b(body, digest_size=8).hexdigest()}"'
