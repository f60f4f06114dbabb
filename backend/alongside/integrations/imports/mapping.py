"""Mapping files: which column of somebody's CSV means what, in TOML or JSON."""

import tomllib
from collections.abc import Mapping
from typing import Annotated, Any, Final, Literal, Self, TypeVar

import orjson
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from alongside.core.fields import Code, Line, SchoolYear
from alongside.measures.groups import EVERYBODY
from alongside.measures.schemas import GroupKey, MeasureDefinition
from alongside.schools.service import FIELDS

M = TypeVar("M", bound=BaseModel)
Column = Annotated[str, StringConstraints(min_length=1, max_length=200)]
SAYABLE: Final = frozenset(FIELDS) - {"successor_school_id"} | {"successor"}
"""What a column may say of a school. Into which one it was merged is said by that one's key or name."""

System = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,29}$")]


class MappingRefused(ValueError):
    """The mapping file itself is wrong; the message says where."""


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class FieldSource(_Part):
    """Where a school's field comes from: a column, its words in ours, and what separates a list."""

    column: Column
    words: Mapping[str, str] = {}
    separator: Annotated[str, StringConstraints(min_length=1, max_length=3)] = ","


class Students(_Part):
    """The columns with numbers of students: the total, groups beside it, and dimensions that divide it."""

    measure: Code
    period: SchoolYear
    total: Column
    groups: Mapping[Code, Column] = {}
    dimensions: Mapping[Code, Mapping[Code, Column]] = {}

    def columns(self) -> dict[str, str]:
        """Each group's key and its column, the total first."""
        found = {EVERYBODY: self.total, **self.groups}
        for dimension, groups in self.dimensions.items():
            found |= {f"{dimension}:{group}": column for group, column in groups.items()}
        return found

    @model_validator(mode="after")
    def check_groups(self) -> Self:
        if EVERYBODY in self.groups:
            raise PydanticCustomError("group", "the total is named by 'total', not as a group")
        return self


class SchoolsMapping(_Part):
    """A file with one row a school. `key` is the column of the key by which `system` knows a school."""

    kind: Literal["schools"]
    source: Line
    system: System = "local"
    key: Column
    must: Mapping[Column, str] = {}
    fields: Mapping[str, FieldSource | Column]
    students: Students | None = None

    @model_validator(mode="after")
    def check_fields(self) -> Self:
        unknown = sorted(set(self.fields) - SAYABLE)
        if unknown:
            raise PydanticCustomError("field", "a school has no field {name}", {"name": unknown[0]})
        if "name" not in self.fields:
            raise PydanticCustomError("field", "a school needs a name")
        return self

    def sources(self) -> dict[str, FieldSource]:
        """Each field and where it comes from."""
        return {
            name: FieldSource(column=source) if isinstance(source, str) else source
            for name, source in self.fields.items()
        }


class ValueSource(_Part):
    """A column with values of a measure; `numerator` and `denominator` name columns that stand beside it."""

    measure: Code
    group: GroupKey = EVERYBODY
    numerator: Column | None = None
    denominator: Column | None = None


class RowSource(_Part):
    """Of a file with one row a value: the columns that hold its parts."""

    measure: Column
    value: Column
    period: Column | None = None
    group: Column | None = None
    numerator: Column | None = None
    denominator: Column | None = None
    as_of_on: Column | None = None


class MeasuresMapping(_Part):
    """A file of values: one row a school with a column a measure (`values`), or one row a value (`each_row`).

    `must` names what a column says in every row. `district` names columns that repeat the district's value.
    `missing` lists what stands for no value, `as_text` words that are kept although the measure is a number.
    """

    kind: Literal["measures"]
    source: Line
    period: SchoolYear | None = None
    system: System = "local"
    school: Column
    unknown_schools: Literal["refuse", "report"] = "refuse"
    must: Mapping[Column, str] = {}
    values: Mapping[Column, ValueSource | Code] = {}
    district: Mapping[Column, Code] = {}
    each_row: RowSource | None = None
    missing: frozenset[str] = frozenset()
    as_text: frozenset[str] = frozenset()

    @model_validator(mode="after")
    def check_shape(self) -> Self:
        if bool(self.values) is (self.each_row is not None):
            raise PydanticCustomError("shape", "say either 'values' or 'each_row'")
        if self.period is None and (self.each_row is None or self.each_row.period is None):
            raise PydanticCustomError("period", "say the period, or the column that holds it")
        if self.district and self.period is None:
            raise PydanticCustomError("period", "values of the district need the period")
        named = [(source.measure, source.group) for source in self.sources().values()]
        if len(set(self.district.values())) < len(self.district):
            raise PydanticCustomError("district", "two columns hold the district's value of the same measure")
        if len(set(named)) < len(named):
            raise PydanticCustomError("values", "two columns hold the same measure and group")
        return self

    def sources(self) -> dict[str, ValueSource]:
        """Each column with values and what they are of."""
        return {
            column: ValueSource(measure=source) if isinstance(source, str) else source
            for column, source in self.values.items()
        }


class Catalogue(_Part):
    """A file that defines measures."""

    measures: Annotated[list[MeasureDefinition], Field(min_length=1, max_length=1_000)]

    @model_validator(mode="after")
    def check_keys(self) -> Self:
        keys = [measure.key for measure in self.measures]
        if len(set(keys)) < len(keys):
            raise PydanticCustomError("key", "two measures have the same key")
        return self


LARGEST: Final = 1024 * 1024
_MOST_DOTS: Final = 100


def _parse(content: bytes) -> dict[str, Any]:
    if len(content) > LARGEST:
        raise MappingRefused("this is larger than 1 MB")
    try:
        # an editor may have put a byte order mark before the text
        text = content.decode("utf-8-sig")
        if text.lstrip()[:1] == "{":
            return dict(orjson.loads(text))
        if any(line.count(".") > _MOST_DOTS for line in text.splitlines()):
            # the parser's time grows with the square of a key's parts
            raise MappingRefused(f"a line has more than {_MOST_DOTS} dots")
        return tomllib.loads(text)
    except MappingRefused:
        raise
    except (ValueError, RecursionError):
        raise MappingRefused("this is neither TOML nor JSON") from None


def _read(model: type[M], content: bytes) -> M:
    try:
        return model.model_validate(_parse(content))
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        place = ".".join(str(part) for part in first["loc"]) or "the file"
        raise MappingRefused(f"{place}: {first['msg']}") from None


def read_schools_mapping(content: bytes) -> SchoolsMapping:
    """Raises MappingRefused."""
    return _read(SchoolsMapping, content)


def read_measures_mapping(content: bytes) -> MeasuresMapping:
    """Raises MappingRefused."""
    return _read(MeasuresMapping, content)


def read_catalogue(content: bytes) -> Catalogue:
    """Raises MappingRefused."""
    return _read(Catalogue, content)
