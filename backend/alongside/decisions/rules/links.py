"""A link's secret, its code, and whether it still works.

The secret is 256 random bits behind the tenant's id (no secret, but needed to look the rest up under its policy).
The code is six digits; it is kept as a keyed hash, for a plain one of a million values is read back in a second.
"""

import base64
import binascii
import hmac
import secrets
from datetime import datetime
from hashlib import sha256
from typing import Any, Final, Literal, get_args
from uuid import UUID

Kind = Literal["confirm_school", "sign_agreement", "agree_target"]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
Standing = Literal["open", "used", "expired", "revoked"]

BINDING: Final = frozenset[Kind]({"sign_agreement"})
"""What binds a party: a link alone does not do it, for it may have been forwarded."""

UNGUESSABLE: Final = 32
"""Bytes of chance in a link: 256 bits."""

CODE_MINUTES: Final = 15
CODE_TRIES: Final = 5
"""So many wrong codes end the link: five in a million."""

CODE_PAUSE_SECONDS: Final = 60
CODES: Final = 5
"""So many codes are sent for one link."""


def new_token(tenant_id: UUID) -> str:
    """The secret of a new link, without padding: it ends an address."""
    raw = UUID(str(tenant_id)).bytes + secrets.token_bytes(UNGUESSABLE)
    return base64.urlsafe_b64encode(raw).decode()


def tenant_in(token: str) -> UUID | None:
    """The tenant that a secret names, None for what is no secret."""
    try:
        raw = base64.b64decode(token, altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return None
    return UUID(bytes=raw[:16]) if len(raw) == 16 + UNGUESSABLE else None


def code_of(number: int) -> str:
    """Six digits, zeros in front included."""
    return f"{number % 1_000_000:06d}"


def keyed(key: str, link_id: UUID, code: str) -> bytes:
    """What is kept of a code: it means nothing without the installation's key, nor for another link."""
    return hmac.new(key.encode(), f"{link_id}:{code}".encode(), sha256).digest()


def standing(link: Any, now: datetime) -> Standing:
    """Whether a link's row still works, and if not, why not."""
    if link["used_at"] is not None:
        return "used"
    if link["revoked_at"] is not None:
        return "revoked"
    return "expired" if now >= link["expires_at"] else "open"


def hint(email: str) -> str:
    """An address as its owner recognizes it and a stranger does not: d•••@example.org."""
    name, _, host = email.rpartition("@")
    return f"{name[:1]}•••@{host}"
