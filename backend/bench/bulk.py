"""Bulk in and out beside COPY."""

from pathlib import Path
from typing import Protocol


class Board(Protocol):
    """Where figures go."""

    def floor(self, name: str, value: float, least: float) -> None: ...
    def ceiling(self, name: str, value: float, most: float) -> None: ...


def measure(board: Board, app: str, bare: str, environment: dict[str, str], folder: Path) -> None:
    """Import of schools and export of partners beside plain COPY of the same rows."""
