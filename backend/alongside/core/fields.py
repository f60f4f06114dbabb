"""The kinds of value a request may carry: text without hidden characters, days, money, school years."""

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Final

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

FIRST_DAY: Final = date(1900, 1, 1)
LAST_DAY: Final = date(2199, 12, 31)


class WriteModel(BaseModel):
    """What a request may say. Unknown fields are refused: a silent typo would lose what was meant."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)

    @model_validator(mode="before")
    @classmethod
    def refuse_a_flood(cls, said: Any) -> Any:
        """One mistake, not one for each of a million unknown fields: listing those would take seconds and memory."""
        if isinstance(said, dict) and len(said) > 2 * len(cls.model_fields) + 10:
            raise PydanticCustomError("too_many_fields", "This has many more fields than are known here")
        return said

    def given(self) -> dict[str, Any]:
        """Only the fields that the request named (for a merge patch), null included."""
        return {name: getattr(self, name) for name in self.model_fields_set}


class ReadModel(BaseModel):
    """What an answer holds; no defaults, so that the contract names every field."""

    model_config = ConfigDict(extra="forbid")


def _printable(text: str) -> str:
    """Refuse what Postgres cannot store (NUL, lone surrogates) and what only hides (control characters)."""
    for character in text:
        code = ord(character)
        if (code < 32 and character not in "\n\t\r") or code == 127 or 0xD800 <= code <= 0xDFFF:
            raise PydanticCustomError("unprintable", "This holds a character that cannot be shown")
    return text


def _one_line(text: str) -> str:
    if "\n" in text or "\r" in text:
        raise PydanticCustomError("one_line", "This must be a single line")
    return text


def _plain_integer(value: Any) -> Any:
    """Digits only: `1e3`, `50.0` and `+5` are typing mistakes in an address, not numbers."""
    if isinstance(value, str) and not re.fullmatch(r"[0-9]{1,9}", value):
        raise PydanticCustomError("int_parsing", "This must be a whole number")
    return value


def _school_year(label: str) -> str:
    first, last = int(label[:4]), int(label[5:])
    if last != first + 1:
        raise PydanticCustomError("school_year", "A school year names two years in a row, such as 2025-2026")
    return label


def _written_day(value: Any) -> Any:
    """As the contract writes it: a number, or an instant that happens to be midnight, is a mistake and no day."""
    if isinstance(value, date) or (isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value)):
        return value
    raise PydanticCustomError("date", "Write a day as 2020-01-27")


def _sensible_day(day: date) -> date:
    if not FIRST_DAY <= day <= LAST_DAY:
        raise PydanticCustomError("date_range", "This day is before the year 1900 or after 2199")
    return day


def _cents(value: Any) -> Any:
    if isinstance(value, str) and re.fullmatch(r"\d{1,10}(\.\d{1,2})?", value):
        return int(Decimal(value) * 100)
    raise PydanticCustomError("money", 'Write an amount as text with up to two decimals, such as "1250.00"')


Line = Annotated[
    str,
    StringConstraints(min_length=1, max_length=200, strip_whitespace=True),
    AfterValidator(_printable),
    AfterValidator(_one_line),
]
"""One line of text, 1 to 200 characters."""

Prose = Annotated[
    str,
    StringConstraints(min_length=1, max_length=4000, strip_whitespace=True),
    AfterValidator(_printable),
]
"""Running text, 1 to 4,000 characters, line breaks allowed."""

Phrase = Annotated[
    str,
    StringConstraints(min_length=1, max_length=100),
    AfterValidator(_printable),
    AfterValidator(_one_line),
]
"""A search phrase, 1 to 100 characters."""

Code = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,59}$")]
"""A key of a list, such as an area or a measure."""

Email = Annotated[
    str, StringConstraints(max_length=254, pattern=r"^[^@\s\x00-\x1f]+@[^@\s\x00-\x1f]+\.[^@\s\x00-\x1f]+$")
]

SchoolYear = Annotated[str, StringConstraints(pattern=r"^(19|20)\d{2}-(19|20)\d{2}$"), AfterValidator(_school_year)]
"""A school year's label, `2025-2026`."""

Day = Annotated[date, BeforeValidator(_written_day, json_schema_input_type=date), AfterValidator(_sensible_day)]
"""A day of the years 1900 to 2199: far enough for any record, and near enough to count on from."""

Amount = Annotated[str, StringConstraints(pattern=r"^[0-9]{1,10}(\.[0-9]{1,2})?$")]
"""An amount of money as the wire writes it, `1250.00`."""

Cents = Annotated[int, BeforeValidator(_cents, json_schema_input_type=Amount)]
"""Money: a string decimal on the wire, whole cents inside."""

Limit = Annotated[int, BeforeValidator(_plain_integer), Field(ge=1)]


def money(cents: int | None) -> str | None:
    """Whole cents as the wire writes them: 125000 is `"1250.00"`."""
    return None if cents is None else f"{cents // 100}.{cents % 100:02d}"
