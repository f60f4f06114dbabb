"""Opaque secrets: session ids, access tokens and API keys; only their SHA-256 is ever stored."""

import secrets
import zlib
from hashlib import sha256

_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
KEY_MARK = "ask_live_"
TOKEN_MARK = "ast_"


def digest(secret: str) -> bytes:
    """What is stored; the secrets are random, so a slow hash would add nothing."""
    return sha256(secret.encode()).digest()


def new_session_id() -> str:
    """256 random bits for the cookie."""
    return secrets.token_urlsafe(32)


def new_access_token() -> str:
    """256 random bits, marked so that a secret scanner recognizes them."""
    return TOKEN_MARK + secrets.token_urlsafe(32)


def new_api_key() -> tuple[str, str]:
    """A key `ask_live_<22 base62>_<6 checksum>` and its prefix, by which it is looked up and shown."""
    body = "".join(secrets.choice(_ALPHABET) for _ in range(22))
    return f"{KEY_MARK}{body}_{checksum(body)}", KEY_MARK + body[:8]


def checksum(body: str) -> str:
    """Six base62 digits of the CRC-32: a mistyped key is refused without a look-up."""
    number = zlib.crc32(body.encode())
    digits = ""
    for _ in range(6):
        number, rest = divmod(number, 62)
        digits = _ALPHABET[rest] + digits
    return digits


def is_well_formed_key(key: str) -> bool:
    """Mark, length and checksum agree."""
    body, _, check = key.removeprefix(KEY_MARK).partition("_")
    return key.startswith(KEY_MARK) and len(body) == 22 and secrets.compare_digest(check, checksum(body))
