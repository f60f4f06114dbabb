"""Reading a CSV file as a stream: strict about its form, bounded in memory whatever it holds."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import BinaryIO, Final

from alongside.integrations.spreadsheet import STARTERS, is_formula, unescaped
from alongside.measures.students import student_field

from .report import FileRefused, Findings

_NATIONAL_NUMBER: Final = re.compile(r"(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])")
# edges and contents that need a second look: white space, an apostrophe or a formula's beginning at the start of
# a cell, white space at its end, a national number anywhere; most rows have none, so they are looked at once
_UNUSUAL: Final = re.compile(rf"(?:\A|\x1f)[\s'{re.escape(STARTERS)}]|\s(?:\x1f|\Z)|{_NATIONAL_NUMBER.pattern}")
_BOM: Final = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a file may be."""

    bytes: int = 50 * 1024 * 1024
    rows: int = 200_000
    line_bytes: int = 256 * 1024
    columns: int = 500


class CsvFile:
    """A CSV file with a header: `header` at once, `rows` one at a time, `digest` when all were read.

    Raises FileRefused for what makes the file unreadable: not UTF-8, NUL, too large, a broken quote, no rows, a
    column twice, columns about single students.
    """

    def __init__(self, stream: BinaryIO, limits: Limits | None = None) -> None:
        self._stream = stream
        self._limits = limits or Limits()
        self._digest = sha256()
        self._bytes = 0
        self._line = 0
        self._reader = csv.reader(self._lines(), strict=True)
        self.header = self._read_header()

    @property
    def digest(self) -> str:
        """SHA-256 of what was read."""
        return self._digest.hexdigest()

    def rows(self, findings: Findings) -> Iterator[tuple[int, list[str]]]:
        """Each data row that is whole and safe, with its number; the others go to the findings."""
        width = len(self.header)
        number = 1
        for cells in self._records():
            number += 1
            if not cells:
                continue
            findings.rows += 1
            if findings.rows > self._limits.rows:
                raise FileRefused("too_many_rows", f"A file has at most {self._limits.rows} rows", row=number)
            if len(cells) != width:
                findings.refuse(number, None, "wrong_number_of_cells", "This row has too many or too few cells")
            elif not _UNUSUAL.search("\x1f".join(cells)):
                yield number, cells
            else:
                cells = [cell.strip() for cell in cells]
                if (place := _formula_in(cells)) is not None:
                    findings.refuse(number, self.header[place], "formula", "This begins like a spreadsheet formula")
                elif _NATIONAL_NUMBER.search("\x1f".join(cells)):
                    findings.refuse(number, None, "student_level", "This looks like a social security number")
                else:
                    yield number, [unescaped(cell) for cell in cells]
        if not findings.rows:
            raise FileRefused("empty", "The file has a header but no rows")

    def place(self, column: str) -> int:
        """Where a column stands. Raises FileRefused when it is missing."""
        try:
            return self.header.index(column)
        except ValueError:
            raise FileRefused(
                "missing_column", "The mapping names a column that the file lacks", column=column
            ) from None

    def _read_header(self) -> list[str]:
        header = [name.strip() for name in next(self._records(), [])]
        if not any(header):
            raise FileRefused("empty", "The file is empty")
        if len(header) > self._limits.columns:
            raise FileRefused("too_many_columns", f"A file has at most {self._limits.columns} columns", row=1)
        if len(header) == 1 and any(sign in header[0] for sign in ";\t|"):
            raise FileRefused("separator", "The columns are not separated by commas; save the file as CSV with commas")
        if any(student_field(name) for name in header):
            raise FileRefused(
                "student_level",
                "A column looks as if it were about single students (names, birth dates, e-mail addresses, student "
                "numbers). Alongside takes schools and aggregates only",
                row=1,
                column=next(name for name in header if student_field(name)),
            )
        if any(is_formula(name) for name in header):
            raise FileRefused("formula", "A column's name begins like a spreadsheet formula", row=1)
        if len(set(header)) < len(header):
            raise FileRefused("duplicate_column", "Two columns have the same name", row=1)
        return header

    def _records(self) -> Iterator[list[str]]:
        try:
            yield from self._reader
        except csv.Error:
            # never the parser's own words: they may repeat the cell
            raise FileRefused("not_csv", "A quote or a cell is broken here", row=self._line) from None

    def _lines(self) -> Iterator[str]:
        most = self._limits.line_bytes
        while line := self._stream.readline(most + 1):
            self._line += 1
            if len(line) > most:
                raise FileRefused("line_too_long", f"A line has at most {most // 1024} KB", row=self._line)
            self._bytes += len(line)
            if self._bytes > self._limits.bytes:
                raise FileRefused("too_large", f"A file has at most {self._limits.bytes // 1024 // 1024} MB")
            self._digest.update(line)
            if self._line == 1:
                line = line.removeprefix(_BOM)
            try:
                text = line.decode()
            except UnicodeDecodeError:
                raise FileRefused(
                    "encoding", "The file is not UTF-8 text; save it as CSV UTF-8", row=self._line
                ) from None
            if "\0" in text:
                raise FileRefused("nul", "The file holds a NUL character", row=self._line)
            yield text


def _formula_in(cells: list[str]) -> int | None:
    for place, cell in enumerate(cells):
        if cell and cell[0] in STARTERS and is_formula(cell):
            return place
    return None
