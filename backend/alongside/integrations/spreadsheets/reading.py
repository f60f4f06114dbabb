"""Reads an untidy workbook or CSV as rows of text, exactly as it was given; what cannot be read is told with a remedy.

Nothing is run and nothing fetched: of formulas only the values that the file holds are taken. Everything has a limit,
known before anything is unpacked.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from io import BytesIO
from typing import Any, Final
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.utils.cell import column_index_from_string, coordinate_from_string

from .csv_reading import read_csv
from .limits import MOST_BYTES, MOST_CELL, MOST_COLUMNS, MOST_PARTS, MOST_ROWS, MOST_UNPACKED, FileUnusable

NO_VALUE: Final = "#FORMULA!"
"""Stands where a formula was saved without its value."""


@dataclass(slots=True)
class Sheet:
    """One sheet: its rows by the number that a spreadsheet program shows, blank ones left out but counted."""

    name: str
    rows: list[tuple[int, list[str]]] = field(default_factory=list)
    blank_rows: int = 0
    is_hidden: bool = False
    notes: list[str] = field(default_factory=list)


def read_file(name: str, content: bytes) -> list[Sheet]:
    """The sheets of a file. Raises FileUnusable with what to do about it."""
    if len(content) > MOST_BYTES:
        raise FileUnusable("too_large", "The file is larger than 10 MB. Take out pictures or divide it.")
    if not content.strip():
        raise FileUnusable("empty", "The file is empty.")
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise FileUnusable("encrypted", "The file has a password. Take it off in Excel and save it again.")
        raise FileUnusable("old_format", "This is an old Excel file (.xls). Save it as an Excel workbook (.xlsx).")
    if content.startswith(b"PK"):
        sheets = _read_workbook(content)
    else:
        if name.lower().endswith((".xlsx", ".xlsm")):
            raise FileUnusable("not_a_workbook", "The name says Excel, the content does not. Save it again as .xlsx.")
        rows, notes = read_csv(content)
        sheets = [_sheet(name, rows)]
        sheets[0].notes += notes
    if sum(len(sheet.rows) for sheet in sheets) > MOST_ROWS:
        raise FileUnusable("too_many_rows", f"There are more than {MOST_ROWS:,} rows. Divide the file.")
    if not any(sheet.rows for sheet in sheets if not sheet.is_hidden):
        raise FileUnusable("no_rows", "There are no rows in the file that can be seen.")
    return sheets


def _sheet(name: str, rows: Iterator[tuple[int, list[str]]]) -> Sheet:
    sheet = Sheet(name)
    for number, cells in rows:
        while cells and not cells[-1].strip():
            cells.pop()
        if len(cells) > MOST_COLUMNS:
            raise FileUnusable("too_many_columns", f"There are more than {MOST_COLUMNS} columns.")
        if any(len(cell) > MOST_CELL for cell in cells):
            raise FileUnusable("too_long", f"Row {number} holds a cell of more than {MOST_CELL:,} characters.")
        if not cells:
            sheet.blank_rows += 1
            continue
        sheet.rows.append((number, cells))
        if len(sheet.rows) > MOST_ROWS:
            raise FileUnusable("too_many_rows", f"There are more than {MOST_ROWS:,} rows. Divide the file.")
    return sheet


def _read_workbook(content: bytes) -> list[Sheet]:
    parts = _checked_parts(content)
    try:
        workbook = load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
        try:
            return [_read_sheet(sheet, content, workbook.epoch.year == 1904) for sheet in workbook.worksheets]
        finally:
            workbook.close()
    except FileUnusable:
        raise
    except Exception as broken:  # openpyxl tells a damaged file by whatever it trips over
        kind = "ods" if "mimetype" in parts else "damaged"
        raise FileUnusable(kind, "This workbook cannot be read. Open it in Excel and save it as .xlsx.") from broken


def _checked_parts(content: bytes) -> set[str]:
    """The names of a workbook's parts, once their number and size are known to be bearable."""
    remedy = "Save it as an Excel workbook (.xlsx) without macros."
    try:
        infos = ZipFile(BytesIO(content)).infolist()
    except (BadZipFile, ValueError, NotImplementedError) as broken:
        raise FileUnusable("damaged", f"This file is damaged. {remedy}") from broken
    names = {info.filename for info in infos}
    if len(infos) > MOST_PARTS or sum(info.file_size for info in infos) > MOST_UNPACKED:
        raise FileUnusable("unpacks_too_large", "Unpacked, this file is too large. Keep only the rows that are needed.")
    if any(info.flag_bits & 1 for info in infos):
        raise FileUnusable("encrypted", "The file has a password. Take it off and save it again.")
    if "xl/workbook.xml" not in names:
        raise FileUnusable("not_a_workbook", f"This is no Excel workbook. {remedy}")
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise FileUnusable("macros", f"This workbook holds macros. {remedy}")
    return names


def _read_sheet(source: Any, content: bytes, is_1904: bool) -> Sheet:
    with ZipFile(BytesIO(content)) as archive:
        raw = archive.read(source._worksheet_path)
    merged, without_value = _merged(raw), _formulas_without_value(raw)
    values: dict[tuple[int, int], str] = {}

    def rows() -> Iterator[tuple[int, list[str]]]:
        for number, cells in enumerate(source.iter_rows(max_col=MOST_COLUMNS + 1), start=1):
            written = [_text(cell) for cell in cells]
            for column in merged.get(number, ()):
                top = merged[number][column]
                if top == number:
                    values[number, column] = written[column] if column < len(written) else ""
                else:
                    written += [""] * (column + 1 - len(written))
                    written[column] = written[column] or values.get((top, column), "")
            for column in without_value.get(number, ()):
                if column < len(written):
                    written[column] = NO_VALUE
            yield number, written

    source.reset_dimensions()
    sheet = _sheet(source.title, rows())
    sheet.is_hidden = source.sheet_state != "visible"
    if is_1904:
        sheet.notes.append("dates_1904")
    return sheet


_MERGE: Final = re.compile(rb'<mergeCell[^>]*\bref="([A-Z]{1,3}[0-9]{1,7}):([A-Z]{1,3}[0-9]{1,7})"')
_BARE_FORMULA: Final = re.compile(
    rb'<c\b[^>]*\br="([A-Z]{1,3}[0-9]{1,7})"[^>]*><f\b[^>]*(?:/>|>[^<]*</f>)(?:<v\s*/>|<v></v>)?</c>'
)


def _place(reference: bytes) -> tuple[int, int]:
    letters, row = coordinate_from_string(reference.decode())
    return row, column_index_from_string(letters) - 1


def _merged(raw: bytes) -> dict[int, dict[int, int]]:
    """By row and column, the row whose cell stands for all that are merged downwards with it."""
    found: dict[int, dict[int, int]] = {}
    for match in _MERGE.finditer(raw):
        (top, column), (bottom, _) = _place(match[1]), _place(match[2])
        for row in range(top, min(bottom, top + MOST_ROWS) + 1):
            if bottom > top:
                found.setdefault(row, {})[column] = top
    return found


def _formulas_without_value(raw: bytes) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for match in _BARE_FORMULA.finditer(raw):
        row, column = _place(match[1])
        found.setdefault(row, []).append(column)
    return found


def _text(cell: Any) -> str:
    """A cell as its reader sees it, in one way of writing: days as 2020-01-27, shares as 50%."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, int | float):
        if "%" in (cell.number_format or ""):
            return f"{value * 100:.10g}%"
        return str(int(value)) if float(value).is_integer() and abs(value) < 1e15 else repr(value)
    return str(value)
