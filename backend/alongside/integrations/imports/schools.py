"""The rows of a schools file as schools and their numbers of students."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final, NamedTuple

from alongside.measures.groups import EVERYBODY, dimension_of
from alongside.measures.rules import ValueRefused, read_value
from alongside.schools.rules import GradeUnknown, in_order, level_of
from alongside.schools.service import FIELDS, new_fields

from .mapping import FieldSource, SchoolsMapping
from .reading import CsvFile
from .report import Findings

_WORDS_OF: Final = {
    "level": ("elementary", "middle", "high", "k8", "other"),
    "status": ("active", "closed", "merged"),
}
_BOOLEANS: Final = {
    "true": True,
    "yes": True,
    "y": True,
    "1": True,
    "false": False,
    "no": False,
    "n": False,
    "0": False,
}
_SUCCESSORS: Final = {
    "unknown_school": "No one school goes by this key or name here or in the file",
    "same_school": "A school is not merged into itself",
    "school_closed": "The school into which it is merged is closed then",
    "left_out": "The school into which it is merged is left out",
}
_DEGREES: Final = {"latitude": 90, "longitude": 180}
_DECIMAL: Final = re.compile(r"-?\d{1,3}(\.\d{1,12})?")
_KEY: Final = re.compile(r"[!-~]{1,80}")
_LONGEST: Final = {"website": 500, "legal_name": 300}


class CellRefused(ValueError):
    """A cell that its field cannot hold; the message never repeats it."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class SchoolRow(NamedTuple):
    """A school of the file: its outside key, its fields in order, its students by group."""

    row: int
    key: str
    fields: tuple[Any, ...]
    students: Mapping[str, int]


class Successor(NamedTuple):
    """Into which school a school of the file was merged, as its row says it."""

    row: int
    key: str
    said: str


class SchoolsFile:
    """A CSV of schools read with a mapping. Raises FileRefused when a mapped column is missing."""

    def __init__(self, file: CsvFile, mapping: SchoolsMapping) -> None:
        self._file = file
        self.mapping = mapping
        self.tells_successors = "successor" in mapping.fields
        self.successors: list[Successor] = []
        named = {"successor_school_id" if name == "successor" else name for name in mapping.fields}
        self.fields = new_fields(sorted(named))
        self._key = file.place(mapping.key)
        self._must = [(file.place(column), column, said) for column, said in mapping.must.items()]
        self._sources = [(name, file.place(source.column), source) for name, source in mapping.sources().items()]
        groups = {} if mapping.students is None else mapping.students.columns()
        self._students = [(group, file.place(column), column) for group, column in groups.items()]

    def rows(self, findings: Findings) -> Iterator[SchoolRow]:
        """Each school that is right; the others go to the findings."""
        seen: set[str] = set()
        for number, cells in self._file.rows(findings):
            school = self._school(number, cells, findings)
            if school is None:
                continue
            if school.key in seen:
                findings.refuse(number, self.mapping.key, "duplicate", "An earlier row is about the same school")
                continue
            seen.add(school.key)
            yield school

    def _school(self, number: int, cells: Sequence[str], findings: Findings) -> SchoolRow | None:
        before = len(findings.refused_rows)
        key = cells[self._key]
        if not _KEY.fullmatch(key):
            findings.refuse(number, self.mapping.key, "key", "A school's key is 1 to 80 letters, digits or signs")
        for place, column, said in self._must:
            if cells[place] != said:
                findings.refuse(number, column, "unexpected", "This row is not what the mapping says the file holds")
        values: dict[str, Any] = {}
        for name, place, source in self._sources:
            try:
                values[name] = read_field(name, cells[place], source)
            except CellRefused as refused:
                findings.refuse(number, source.column, refused.code, str(refused))
        students = self._count(number, cells, findings)
        successor = values.pop("successor", None)
        if successor and values.get("status") == "active" and not values.get("closed_on"):
            words = "A school that is merged into another is not open; say since when, or that it is merged"
            findings.refuse(number, self._column("successor"), "still_open", words)
        if len(findings.refused_rows) > before:
            return None
        values["legal_name"] = values.get("legal_name") or values["name"]
        values["level"] = values.get("level") or level_of(values.get("grades", ()))
        values.setdefault("closed_on", None)
        values["successor_school_id"] = None
        values["status"] = "merged" if successor else values.get("status") or "active"
        if successor:
            self.successors.append(Successor(number, key, successor))
        return SchoolRow(number, key, tuple(values[name] for name in self.fields), students)

    def _column(self, name: str) -> str:
        return self.mapping.sources()[name].column

    def refuse_successor(self, findings: Findings, number: int, code: str) -> None:
        """A row whose successor cannot be one."""
        findings.refuse(number, self._column("successor"), code, _SUCCESSORS[code])

    def _count(self, number: int, cells: Sequence[str], findings: Findings) -> dict[str, int]:
        counts: dict[str, int] = {}
        for group, place, column in self._students:
            if not cells[place]:
                continue
            try:
                value, text = read_value(cells[place], "count")
            except ValueRefused as refused:
                findings.refuse(number, column, refused.code, str(refused))
                continue
            if value is None or text is not None or value > 1_000_000:
                findings.refuse(number, column, "not_a_number", "A number of students is a whole number")
                continue
            counts[group] = int(value)
        self._check_sums(number, counts, findings)
        return counts

    def _check_sums(self, number: int, counts: Mapping[str, int], findings: Findings) -> None:
        total = counts.get(EVERYBODY)
        if total is None:
            return
        sums: dict[str, int] = {}
        for group, place, column in self._students:
            del place
            count = counts.get(group, 0)
            if count > total:
                findings.refuse(number, column, "more_than_all", "This group is larger than all students")
            if dimension := dimension_of(group):
                sums[dimension] = sums.get(dimension, 0) + count
        if any(found > total for found in sums.values()):
            findings.refuse(
                number, None, "more_than_all", "Groups of which each student is in one add up to more than all students"
            )


def read_field(name: str, cell: str, source: FieldSource) -> Any:
    """A cell as a school's field. Raises CellRefused."""
    kind = FIELDS.get(name, "text")
    if kind == "text[]":
        return _list(name, cell, source)
    said = source.words.get(cell, cell)
    if not said:
        if name == "name":
            raise CellRefused("required", "A school needs a name")
        return None
    if kind == "boolean":
        if said.lower() not in _BOOLEANS:
            raise CellRefused("not_a_boolean", "This must be true or false")
        return _BOOLEANS[said.lower()]
    if kind == "date":
        return _day(said)
    if kind == "numeric":
        if not _DECIMAL.fullmatch(said) or abs(Decimal(said)) > _DEGREES[name]:
            raise CellRefused("not_degrees", "This must be degrees as a decimal number")
        return Decimal(said)
    return _text(name, said)


def _day(said: str) -> date:
    try:
        return date.fromisoformat(said)
    except ValueError:
        raise CellRefused("not_a_day", "A day is written 2020-06-30") from None


def _text(name: str, said: str) -> str:
    if name in _WORDS_OF and said not in _WORDS_OF[name]:
        raise CellRefused("not_a_choice", f"This must be one of: {', '.join(_WORDS_OF[name])}")
    if not said.isprintable():
        raise CellRefused("unprintable", "This holds a character that cannot be shown")
    if len(said) > _LONGEST.get(name, 200):
        raise CellRefused("too_long", f"This is longer than {_LONGEST.get(name, 200)} characters")
    if name == "website" and not said.lower().startswith(("http://", "https://")):
        raise CellRefused("not_an_address", "A website begins with http:// or https://")
    return said


def _list(name: str, cell: str, source: FieldSource) -> list[str]:
    parts = [source.words.get(part, part) for part in (part.strip() for part in cell.split(source.separator)) if part]
    if name == "grades":
        try:
            return in_order(parts)
        except GradeUnknown as unknown:
            raise CellRefused("not_a_grade", str(unknown)) from None
    return [_text(name, part) for part in dict.fromkeys(parts)]
