"""Remembers that the demonstration is in the local database, and who may sign in, so that a second run is quick."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from alongside_local.postgres import LocalPostgres

SOURCES: Final = Path(__file__).resolve().parents[3] / "backend/alongside/demo"


def note_for(server: LocalPostgres) -> Path:
    """The note lies beside the cluster: it goes when that goes."""
    return server.data_dir / "demonstration.txt"


def remembered_sign_ins(server: LocalPostgres | None) -> str | None:
    """What the command line said of the sign-ins, if the demonstration is loaded and its sources are no newer.

    Of a database of the user's own nothing is remembered: somebody else may have emptied it.
    """
    if server is None or not note_for(server).exists():
        return None
    noted = note_for(server).stat().st_mtime
    sources = (file for file in SOURCES.rglob("*.*") if file.is_file() and file.suffix != ".pyc")
    newer = any(file.stat().st_mtime > noted for file in sources)
    return None if newer else note_for(server).read_text()


def remember(server: LocalPostgres | None, sign_ins: str) -> None:
    if server is not None:
        note_for(server).write_text(sign_ins)


def forget(server: LocalPostgres) -> None:
    note_for(server).unlink(missing_ok=True)
