"""Files to keep: what is wrong with a spreadsheet, and an example of one; safe to open in a spreadsheet program."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO, StringIO
from typing import Any, Final, Literal

from openpyxl import Workbook
from openpyxl.styles import Font

from alongside.identity.schemas import Locale
from alongside.integrations.spreadsheet import safe

from .spanish import HEADINGS, SPANISH

Kind = Literal["csv", "xlsx"]
_HEADINGS: Final = ("Sheet", "Row", "Taken in", "What is wrong")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MEDIA: Mapping[Kind, str] = {"csv": "text/csv; charset=utf-8", "xlsx": XLSX}


def problem_rows(
    spreadsheet: Mapping[str, Any],
    rows: Mapping[int, Sequence[tuple[int, Sequence[str]]]],
    problems: Iterable[Mapping[str, Any]],
    language: Locale = "en",
) -> list[list[str]]:
    """Each row that something is wrong with as it was given, with the reasons before it: to mend and bring again.

    In Spanish a reason without Spanish stays as it was found.
    """
    is_spanish = language == "es"
    given = {(sheet, number): cells for sheet, found in rows.items() for number, cells in found}
    reasons: dict[tuple[int, int], list[str]] = {}
    refused: set[tuple[int, int]] = set()
    for each in problems:
        place = (each["sheet"], each["number"] or 0)
        column = f"{each['column_name']}: " if each["column_name"] else ""
        said = SPANISH.get(each["code"], each["message"]) if is_spanish else each["message"]
        reasons.setdefault(place, []).append(f"{column}{said}")
        if each["weight"] == "refused":
            refused.add(place)
    width = max((len(sheet["columns"]) for sheet in spreadsheet["sheets"]), default=0)
    names = [column["name"] for sheet in spreadsheet["sheets"][:1] for column in sheet["columns"]]
    names += [""] * (width - len(names))
    table = [[*(HEADINGS if is_spanish else _HEADINGS), *names]]
    for place, why in reasons.items():
        sheet, number = place
        called = spreadsheet["sheets"][sheet]["name"]
        taken = "no" if place in refused else "sí" if is_spanish else "yes"
        table.append([called, str(number), taken, "; ".join(dict.fromkeys(why)), *given.get(place, ())])
    return table


def write(rows: Sequence[Sequence[str]], kind: Kind) -> bytes:
    """A table as a file; a cell that begins like a formula is shown, not run."""
    if kind == "csv":
        text = StringIO()
        csv.writer(text).writerows([safe(cell) for cell in row] for row in rows)
        return b"\xef\xbb\xbf" + text.getvalue().encode()
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet("Rows")
    for number, row in enumerate(rows):
        sheet.append([_cell(sheet, cell, bold=number == 0) for cell in row])
    content = BytesIO()
    workbook.save(content)
    return content.getvalue()


def _cell(sheet: Any, text: str, *, bold: bool) -> Any:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    cell = WriteOnlyCell(sheet, value=ILLEGAL_CHARACTERS_RE.sub("", safe(text)))
    cell.data_type = "s"
    if bold:
        cell.font = Font(bold=True)
    return cell
