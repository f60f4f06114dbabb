"""Conditional requests: If-None-Match spares a body, If-Match keeps two people from overwriting each other."""

import re
from typing import Final, Literal

from .errors import PreconditionFailed, PreconditionRequired

ANY: Final = "*"
IfMatch = frozenset[int] | Literal["*"] | None
"""The versions an edit may start from, `*` for any, None when the header was not sent."""

_STRONG = re.compile(r'"(\d{1,18})(?:-[0-9a-f]+)?"')
"""An ETag, or the bare version of a record that was read in a list."""


def read_if_match(header: str | None) -> IfMatch:
    """The versions named by an If-Match header; weak or foreign tags match nothing (RFC 9110, strong comparison)."""
    if header is None:
        return None
    if header.strip() == ANY:
        return ANY
    return frozenset(
        int(match[1]) for tag in header.split(",") if (match := _STRONG.fullmatch(tag.strip())) is not None
    )


def check_version(if_match: IfMatch, version: int) -> None:
    """Raise 412 when the caller's version is not the current one; a header not sent passes (lifecycle moves)."""
    if if_match is not None and if_match != ANY and version not in if_match:
        raise PreconditionFailed


def require_version(if_match: IfMatch, version: int) -> None:
    """As `check_version`, for edits: without the header the answer is 428."""
    if if_match is None:
        raise PreconditionRequired
    check_version(if_match, version)


def is_unchanged(header: str | None, tag: str) -> bool:
    """Whether If-None-Match names this very body."""
    if header is None:
        return False
    return header.strip() == ANY or any(part.strip().removeprefix("W/") == tag for part in header.split(","))
