"""What a careless or hostile client may send to an operation, drawn from the contract with a fixed seed."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random
from typing import Any, Final

CANARY: Final = "Xq7Zanzibar"
NUMBER: Final = 918_273_645_546_372_819
"""Told apart from anything that the application says by itself."""

_BY_PATTERN: Final = {
    "^[0-9]{1,10}": "125.00", "^[0-9]{5}": "60601", "^[^@": "ana@example.org", "^[0-9]{2}-?": "12-3456789",
    "^[0-9a-f]{64}": "0" * 64, "^https?": "https://example.org", "^[A-Z]{2}": "IL", "^(19|20)": "2019-2020",
    "^[a-z][a-z0-9_]{0,29}:": "local:1", "^[a-z]": "attendance", "^client_cred": "client_credentials",
}  # fmt: skip
_BY_FORMAT: Final = {"date": "2020-02-03", "time": "15:00:00", "date-time": "2020-02-03T09:00:00Z"}


@dataclass(frozen=True)
class Raw:
    """JSON that Python would not write."""

    text: str


# a value and what of it must not come back
VALUES: Final[tuple[tuple[object, str | None], ...]] = (
    (None, None), (True, None), ({}, None), ([], None), ([[CANARY]], CANARY), ({"a": {CANARY: CANARY}}, None),
    (CANARY, CANARY), (f"{CANARY}\0", CANARY), (Raw(f'"{CANARY}\\ud800"'), CANARY), (f"={CANARY}(1)", CANARY),
    (f"{CANARY}\u202e\x1b[2J", CANARY), (CANARY * 500, CANARY), ("", None), ("   ", None), ("é" * 201, None),
    (NUMBER, str(NUMBER)), (-NUMBER, str(NUMBER)), (2**31, None), (2**63, None), (-1, None), (0, None), (0.5, None),
    (1e300, None), (Raw("NaN"), None), (Raw("-Infinity"), None), (Raw("9" * 5000), "99999"),
    (str(NUMBER), str(NUMBER)), ("-125.00", "-125.00"), ("+1e5", "+1e5"), ("NaN", None),
    ("2020-02-30", "2020-02-30"), ("0001-01-01", None), ("9999-12-31", None), ("10000-01-01", "10000-01-01"),
    ("2020-01-01T00:00:00+99:99", "+99:99"), ("1799-2000", "1799-2000"), ("9999-10000", "9999-10000"),
    ("00000000-0000-0000-0000-000000000000", "00000000-0000-0000-0000-000000000000"),
)  # fmt: skip
BODIES: Final[tuple[bytes, ...]] = (
    b"", b"null", b"[]", b"{}", b'"x"', b"0", b"{", b"\xff\xfe", b"\xef\xbb\xbf{}", b'{"a":\xff}', b"{} {}",
    b"[" * 400 + b"]" * 400, b"[" * 200_000, b'{"a":' * 900 + b"1" + b"}" * 900,
    json.dumps({CANARY: CANARY}).encode(), json.dumps({"\0": 1, "a/b~": 2, "": 3}).encode(),
    b'{"\\ud800": 1}', b"9" * 5000, b"NaN",
)  # fmt: skip
TYPES: Final = ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "text/csv", "junk")
PATHS: Final = ("not-an-id", "%00", "%FF%FE", "..%2f..%2f", "'", "0" * 3000, "%F0%9F%92%A9", CANARY)


WORDS: Final[tuple[tuple[str, str | None], ...]] = (
    ("", None), (CANARY, CANARY), (f"\0{CANARY}", CANARY), (CANARY * 300, CANARY), ("%", None), ("\\", None),
    ("2020-02-30", "2020-02-30"), ("0001-01-01", None), ("9999-12-31", None), ("1900-01-01", None),
    ("2199-12-31", None), (str(NUMBER), str(NUMBER)), ("-1", None), ("NaN", None),
)  # fmt: skip


class Contract:
    """The committed contract, as far as it says what an operation takes."""

    def __init__(self, document: Mapping[str, Any], ids: Mapping[str, str]) -> None:
        self._schemas = document["components"]["schemas"]
        self._ids = ids

    def example(self, schema: Mapping[str, Any], name: str = "", *, whole: bool = True) -> Any:
        """A body that the schema allows: with every field, or (`whole` false) only the required ones."""
        schema = self._resolved(schema)
        if "const" in schema or "enum" in schema:
            return schema["const"] if "const" in schema else schema["enum"][0]
        kind = schema.get("type")
        if kind == "object":
            required = schema.get("required", ())
            return {
                key: self.example(part, key, whole=whole)
                for key, part in schema.get("properties", {}).items()
                if whole or key in required
            }
        if kind == "array":
            return [self.example(schema["items"], name.removesuffix("s"), whole=whole)]
        return self._text(schema, name) if kind == "string" else {"boolean": True}.get(kind, schema.get("minimum", 1))

    def _text(self, schema: Mapping[str, Any], name: str) -> str:
        if schema.get("format") == "uuid":
            return self._ids.get(name) or next(
                (self._ids[key] for key in self._ids if name.endswith(key)), self._ids["school_id"]
            )
        if schema.get("format") == "date" and "end" in name:
            return "2020-06-30"
        found = _BY_FORMAT.get(schema.get("format", ""))
        pattern = schema.get("pattern", "")
        return found or next((text for start, text in _BY_PATTERN.items() if pattern.startswith(start)), "Some words")

    def _resolved(self, schema: Mapping[str, Any]) -> Mapping[str, Any]:
        while "$ref" in schema or "anyOf" in schema or "oneOf" in schema:
            if "$ref" in schema:
                schema = self._schemas[schema["$ref"].rpartition("/")[2]]
            else:
                choices = schema.get("anyOf") or schema["oneOf"]
                schema = next(part for part in choices if part.get("type") != "null")
        return schema


def wrong_bodies(body: Any, chance: Random, most: int) -> Iterator[tuple[str, bytes, str | None]]:
    """Right bodies with one place wrong, at most so many: what was done, the JSON, what must not come back."""
    places = list(_places(body, ()))
    every = [(place, value) for place in places for value in VALUES]
    for place, (value, secret) in chance.sample(every, min(most, len(every))):
        yield f"{'/'.join(map(str, place))} = {str(value)[:40]!r}", _written(_put(body, place, value)), secret
    for place in [(), *places]:
        if isinstance(_at(body, place), dict):
            yield f"unknown field in {place}", _written(_put(body, (*place, "colour"), CANARY)), CANARY


def _places(body: Any, at: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:
    parts = body.items() if isinstance(body, dict) else enumerate(body) if isinstance(body, list) else ()
    for key, part in parts:
        yield (*at, key)
        yield from _places(part, (*at, key))


def _at(body: Any, place: tuple[str | int, ...]) -> Any:
    for key in place:
        body = body[key]
    return body


def _put(body: Any, place: tuple[str | int, ...], value: object) -> Any:
    if not place:
        return value
    changed = list(body) if isinstance(body, list) else dict(body)
    key: Any = place[0]
    changed[key] = _put(changed[key] if len(place) > 1 else None, place[1:], value)
    return changed


def _written(body: Any) -> bytes:
    raws: list[str] = []

    def mark(value: Any) -> Any:
        if isinstance(value, Raw):
            raws.append(value.text)
            return f"@raw{len(raws) - 1}@"
        if isinstance(value, dict):
            return {key: mark(part) for key, part in value.items()}
        return [mark(part) for part in value] if isinstance(value, list) else value

    text = json.dumps(mark(body))
    for number, raw in enumerate(raws):
        text = text.replace(f'"@raw{number}@"', raw)
    return text.encode()
