"""Where a sheet's table begins, what its columns are called, and which of its rows are data; no I/O."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final

from .cleaning import header_key, is_blank
from .fields import BY_KEY, header_score, is_about_single_students, propose
from .limits import FileUnusable
from .reading import Sheet

LOOKED_AT: Final = 40
SAMPLES: Final = 3
_TOTAL: Final = re.compile(
    r"(grand |sub ?)?totals?( (of|number|partners?|organizations?|programs?|agreements?|schools?|students?|\d+))*"
)

Rows = Sequence[tuple[int, Sequence[str]]]


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row that is no data, and why: `above_header`, `header_again`, `total`."""

    number: int
    code: str


def find_header(rows: Rows) -> int:
    """The number of the row that names the columns: the one with the most names known here, else the first that
    looks like names."""
    best, most = 0, 1
    for number, cells in rows[:LOOKED_AT]:
        score = header_score(_with_group(cells, rows, number))
        if score > most:
            best, most = number, score
    if best:
        return best
    for number, cells in rows[:LOOKED_AT]:
        if sum(bool(cell.strip()) for cell in cells) >= 2:
            return number
    return rows[0][0] if rows else 1


def headers_of(rows: Rows, header_row: int) -> list[str]:
    """The columns' names; one without a name that has values is called by its letter."""
    named = next((list(cells) for number, cells in rows if number == header_row), [])
    named = _with_group(named, rows, header_row)
    width = max([len(named), *(len(cells) for number, cells in rows if number > header_row)], default=0)
    named += [""] * (width - len(named))
    return [re.sub(r"\s+", " ", name).strip()[:200] or f"Column {_letter(place)}" for place, name in enumerate(named)]


def _with_group(names: Sequence[str], rows: Rows, header_row: int) -> list[str]:
    """Names under a row of headings ("Contact" over "Name" and "E-mail") with their heading, where together they
    name a field that is known here; a heading holds until the next one."""
    above = next((cells for number, cells in rows if number == header_row - 1), ())
    if sum(bool(cell.strip()) for cell in above) < 2:
        return list(names)
    found, heading = [], ""
    for place, name in enumerate(names):
        heading = (above[place].strip() if place < len(above) else "") or heading
        together = f"{heading} {name}"
        is_known = bool(heading and name.strip()) and len(heading) <= 40 and header_score([together]) == 1
        found.append(together if is_known else name)
    return found


def _letter(place: int) -> str:
    return chr(65 + place) if place < 26 else chr(64 + place // 26) + chr(65 + place % 26)


def columns_of(rows: Rows, header_row: int) -> list[dict[str, Any]]:
    """Each column: its name, a few of its values, and what it may stand for. Raises FileUnusable for columns about
    single students: nothing of such a file is kept."""
    headers = headers_of(rows, header_row)
    samples: list[list[str]] = [[] for _ in headers]
    for number, cells in rows:
        if number <= header_row:
            continue
        for place, cell in enumerate(cells):
            if len(samples[place]) < 20 and not is_blank(cell):
                samples[place].append(cell)
    for header, values in zip(headers, samples, strict=True):
        if values and is_about_single_students(header):
            raise FileUnusable(
                "single_students",
                "This looks like data about single students. Take the column out and try again.",
                header,
            )
    proposed = propose(headers, samples)
    keys = [header_key(header) for header in headers]
    return [
        {
            "name": header,
            "samples": [value[:80] for value in dict.fromkeys(values)][:SAMPLES],
            "has_values": bool(values),
            "is_repeated": keys.count(key) > 1,
            "proposal": proposal.field,
            "because": proposal.because,
        }
        for header, key, values, proposal in zip(headers, keys, samples, proposed, strict=True)
    ]


def describe(sheet: Sheet) -> dict[str, Any]:
    """A sheet as it is remembered beside its rows."""
    header_row = find_header(sheet.rows)
    return {
        "name": sheet.name[:200],
        "is_hidden": sheet.is_hidden,
        "rows": len(sheet.rows),
        "blank_rows": sheet.blank_rows,
        "notes": sheet.notes,
        "header_row": header_row,
        "columns": columns_of(sheet.rows, header_row),
    }


def proposed_matching(sheets: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """What a person is asked to agree to: each sheet that can be seen and names a partner, its columns as proposed."""
    chosen = []
    for sheet in sheets:
        fields = _fields(sheet)
        is_used = not sheet["is_hidden"] and "partner.name" in fields
        columns = [None] * len(fields) if sheet["is_hidden"] else fields
        chosen.append({"is_used": is_used, "header_row": sheet["header_row"], "columns": columns})
    return {"sheets": chosen, "day_order": None, "open_end": "refuse", "overwrites": False}


def _fields(sheet: dict[str, Any]) -> list[str | None]:
    return [column["proposal"] if column["has_values"] else None for column in sheet["columns"]]


def shape_of(sheets: Sequence[dict[str, Any]]) -> str:
    """What files of one kind have in common: the names of their columns."""
    named = [[header_key(column["name"]) for column in sheet["columns"]] for sheet in sheets]
    return sha256(repr(named).encode()).hexdigest()


def divide(
    rows: Rows, header_row: int, columns: Sequence[str | None]
) -> tuple[list[tuple[int, Sequence[str]]], list[Skipped]]:
    """The rows that are data, and those that are not: titles, the header again, totals."""
    data: list[tuple[int, Sequence[str]]] = []
    skipped: list[Skipped] = []
    header = next(([header_key(cell) for cell in cells] for number, cells in rows if number == header_row), [])
    name = columns.index("partner.name") if "partner.name" in columns else 0
    for number, cells in rows:
        first = header_key(next((cell for cell in cells if not is_blank(cell)), ""))
        named = header_key(cells[name]) if name < len(cells) else ""
        if number < header_row:
            skipped.append(Skipped(number, "above_header"))
        elif number == header_row:
            continue
        elif [header_key(cell) for cell in cells] == header:
            skipped.append(Skipped(number, "header_again"))
        elif _TOTAL.fullmatch(first) and (not named or named == first):
            skipped.append(Skipped(number, "total"))
        elif all(is_blank(cell) for cell in cells):
            skipped.append(Skipped(number, "blank"))
        else:
            data.append((number, cells))
    return data, skipped


def twice_matched(columns: Sequence[str | None]) -> list[int]:
    """Columns whose field another one fills already."""
    seen: set[str] = set()
    found = []
    for place, key in enumerate(columns):
        if key is not None and key in seen and not BY_KEY[key].several:
            found.append(place)
        seen.add(key or "")
    return found
