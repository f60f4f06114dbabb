"""The rows of a measures file as observations: values as published, of schools and of the district."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple
from uuid import UUID

from pydantic import TypeAdapter, ValidationError

from alongside.core.fields import Day
from alongside.measures.groups import EVERYBODY
from alongside.measures.rules import ValueRefused, is_mostly_single_students, rate, read_value
from alongside.schools.school_year import SchoolYearMalformed, parse_school_year

from .mapping import MeasuresMapping, RowSource, ValueSource
from .reading import CsvFile
from .report import FileRefused, Findings, RowError

_DAY: Final[TypeAdapter[date]] = TypeAdapter(Day)
_GROUP: Final = re.compile(r"[a-z][a-z0-9_]{0,59}(:[a-z][a-z0-9_]{0,59})?")
"""As `measures.schemas.GroupKey`."""


@lru_cache(maxsize=1024)
def _group(said: str) -> str:
    if said and not _GROUP.fullmatch(said):
        raise ValueRefused("group", "A group is written low_income or race_ethnicity:black")
    return said or EVERYBODY


@lru_cache(maxsize=1024)
def _day(said: str) -> date | None:
    if not said:
        return None
    try:
        return _DAY.validate_python(said)
    except ValidationError:
        raise ValueRefused("not_a_date", "A day is written 2020-01-27") from None


@lru_cache(maxsize=1024)
def _school_year(said: str) -> str:
    try:
        return parse_school_year(said).label
    except SchoolYearMalformed:
        raise ValueRefused("period", "A period is a school year, written 2018-2019") from None


class MeasureUnit(NamedTuple):
    """What an importer needs to know of a measure."""

    id: UUID
    unit: str


class Value(NamedTuple):
    """One observation of the file; `school` is None for the district's own."""

    row: int
    measure_id: UUID
    school: UUID | None
    period: str
    group: str
    value: Decimal | None
    text: str | None
    numerator: int | None
    denominator: int | None
    as_of_on: date | None


class ValuesFile:
    """A CSV of values read with a mapping. Raises FileRefused for a column or a measure that is missing."""

    def __init__(
        self,
        file: CsvFile,
        mapping: MeasuresMapping,
        *,
        measures: Mapping[str, MeasureUnit],
        schools: Mapping[str, UUID],
    ) -> None:
        self._file = file
        self._mapping = mapping
        self._measures = measures
        self._schools = schools
        self._school = file.place(mapping.school)
        self._must = [(file.place(column), column, said) for column, said in mapping.must.items()]
        self._missing = mapping.missing | {""}
        self._wide = [self._column(column, source) for column, source in mapping.sources().items()]
        self._district = [(file.place(column), column, self._measure(key)) for column, key in mapping.district.items()]
        self._said_of_district: dict[str, str] = {}
        self._denominators = [0, 0]
        self._read: Callable[[int, Sequence[str], UUID, Findings], Iterator[Value]] = self._read_wide
        if mapping.each_row is not None:
            self._parts = {
                name: file.place(column) for name, column in mapping.each_row.model_dump(exclude_none=True).items()
            }
            self._names: RowSource = mapping.each_row
            self._read = self._read_long

    def rows(self, findings: Findings) -> Iterator[Value]:
        """Each value of each row that is right, then the district's; rows with anything wrong go to the findings."""
        seen: set[UUID] = set()
        for number, cells in self._file.rows(findings):
            self._hear_of_district(number, cells, findings)
            school = self._find_school(number, cells, findings)
            if school is None:
                continue
            if self._mapping.each_row is None:
                if school in seen:
                    findings.refuse(number, self._mapping.school, "duplicate", "An earlier row is about this school")
                    continue
                seen.add(school)
            found = list(self._read(number, cells, school, findings))
            if number not in findings.refused_rows:
                yield from found
        self._check_single_students(findings)
        yield from self._values_of_district(findings)

    def _column(
        self, column: str, source: ValueSource
    ) -> tuple[int, str, ValueSource, MeasureUnit, int | None, int | None]:
        def beside(name: str | None) -> int | None:
            return None if name is None else self._file.place(name)

        place, measure = self._file.place(column), self._measure(source.measure)
        return place, column, source, measure, beside(source.numerator), beside(source.denominator)

    def _measure(self, key: str) -> MeasureUnit:
        if key not in self._measures:
            raise FileRefused("unknown_measure", f"The catalogue has no measure '{key}'; import the catalogue first")
        return self._measures[key]

    def _find_school(self, number: int, cells: Sequence[str], findings: Findings) -> UUID | None:
        for place, column, said in self._must:
            if cells[place] != said:
                findings.refuse(number, column, "unexpected", "This row is not what the mapping says the file holds")
                return None
        school = self._schools.get(cells[self._school])
        if school is None:
            blocks = self._mapping.unknown_schools == "refuse"
            findings.refuse(
                number, self._mapping.school, "unknown_school", "This school is not in the directory", blocks=blocks
            )
        return school

    def _read_wide(self, number: int, cells: Sequence[str], school: UUID, findings: Findings) -> Iterator[Value]:
        period = self._mapping.period or ""
        for place, column, source, measure, numerator, denominator in self._wide:
            try:
                over = self._whole(cells, numerator), self._whole(cells, denominator)
                read = self._value(cells[place], measure, *over)
            except ValueRefused as refused:
                findings.refuse(number, column, refused.code, str(refused))
                continue
            if read is not None:
                yield Value(number, measure.id, school, period, source.group, *read, *over, None)

    def _read_long(self, number: int, cells: Sequence[str], school: UUID, findings: Findings) -> Iterator[Value]:
        parts = self._parts
        column = None
        try:
            column = self._names.measure
            measure = self._measures.get(cells[parts["measure"]])
            if measure is None:
                raise ValueRefused("unknown_measure", "The catalogue has no such measure")
            column = self._names.period
            period = self._period(cells[parts["period"]] if "period" in parts else "")
            column = self._names.group
            group = _group(cells[parts["group"]]) if "group" in parts else EVERYBODY
            column = self._names.as_of_on
            as_of_on = _day(cells[parts["as_of_on"]]) if "as_of_on" in parts else None
            column = self._names.value
            over = self._whole(cells, parts.get("numerator")), self._whole(cells, parts.get("denominator"))
            read = self._value(cells[parts["value"]], measure, *over)
        except ValueRefused as refused:
            findings.refuse(number, column, refused.code, str(refused))
            return
        if read is not None:
            yield Value(number, measure.id, school, period, group, *read, *over, as_of_on)

    def _value(
        self, cell: str, measure: MeasureUnit, numerator: int | None, denominator: int | None
    ) -> tuple[Decimal | None, str | None] | None:
        """A value as published, or as its numerator and denominator make it; None when there is none."""
        if denominator is not None:
            self._denominators[0] += 1
            self._denominators[1] += denominator == 1
        if cell in self._missing:
            if numerator is None or denominator is None:
                return None
            return rate(numerator, denominator, measure.unit), None
        if cell in self._mapping.as_text:
            return None, cell
        return read_value(cell, measure.unit)

    def _whole(self, cells: Sequence[str], place: int | None) -> int | None:
        if place is None or cells[place] in self._missing:
            return None
        value, _ = read_value(cells[place], "count")
        if value is None or value > 10_000_000:
            raise ValueRefused("not_a_number", "A number of students is a whole number")
        return int(value)

    def _period(self, said: str) -> str:
        if not said and self._mapping.period is not None:
            return self._mapping.period
        return _school_year(said)

    def _hear_of_district(self, number: int, cells: Sequence[str], findings: Findings) -> None:
        for place, column, _ in self._district:
            cell = cells[place]
            if cell not in self._missing and self._said_of_district.setdefault(column, cell) != cell:
                findings.refuse(number, column, "district_differs", "An earlier row says otherwise")

    def _values_of_district(self, findings: Findings) -> Iterator[Value]:
        for _, column, measure in self._district:
            if column in self._said_of_district:
                try:
                    value, text = read_value(self._said_of_district[column], measure.unit)
                except ValueRefused as refused:
                    findings.refuse_file(RowError(row=None, column=column, code=refused.code, message=str(refused)))
                    continue
                yield Value(0, measure.id, None, self._mapping.period or "", EVERYBODY, value, text, None, None, None)

    def _check_single_students(self, findings: Findings) -> None:
        every, ones = self._denominators
        if is_mostly_single_students(ones, every):
            raise FileRefused("student_level", "Most denominators are 1: these are single students, not groups")
