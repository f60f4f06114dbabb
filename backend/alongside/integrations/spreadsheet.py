"""What a spreadsheet program would run instead of show: cells that begin like a formula (SEC-50).

Imports refuse them, exports put an apostrophe before them, and an import takes that apostrophe off again, so
that what went out comes back the same.
"""

import re
from typing import Final

STARTERS: Final = "=+-@\t\r\n\0＝＋－＠"
"""First characters that a spreadsheet program may take for a formula, full-width ones included."""

ESCAPE: Final = "'"
_PLAIN: Final = re.compile(r"[+\-－＋]?[\d.,\s()%/-]*")


def is_formula(cell: str) -> bool:
    """Whether a cell begins like a formula; a negative number or a telephone number is none."""
    return cell != "" and cell[0] in STARTERS and not _PLAIN.fullmatch(cell)


def unescaped(cell: str) -> str:
    """A cell without the apostrophe that an export put before it."""
    if cell[:1] != ESCAPE:
        return cell
    rest = cell.lstrip(ESCAPE)
    return cell[1:] if rest and rest[0] in STARTERS else cell


def safe(cell: str) -> str:
    """A cell as a spreadsheet may safely show it: `escaped`, for what is written here."""
    return ESCAPE + cell if cell.lstrip(ESCAPE).startswith(tuple(STARTERS)) else cell


def escaped(expression: str) -> str:
    """SQL for a text expression as a spreadsheet may safely show it (Postgres stores no NUL)."""
    return f"case when {expression} ~ E'^\\'*[=+@\\t\\r\\n＝＋－＠-]' then '''' || {expression} else {expression} end"
