"""How much a file may hold, and how it says that it cannot be used."""

from typing import Final

MOST_BYTES: Final = 10_000_000
MOST_UNPACKED: Final = 120_000_000
MOST_PARTS: Final = 500
MOST_ROWS: Final = 5_000
MOST_COLUMNS: Final = 100
MOST_CELL: Final = 8_000
MOST_LINE: Final = 256_000

AT_ONCE: Final = {"check": 1_000, "decide": 1_000, "commit": 100}
"""So many rows a step takes while its caller waits; with more the worker does it and tells how far it is."""


class FileUnusable(Exception):
    """The file as a whole is not taken; the message says what to do."""

    def __init__(self, code: str, message: str, column: str | None = None) -> None:
        super().__init__(message)
        self.code, self.message, self.column = code, message, column
