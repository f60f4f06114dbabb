"""Which database this checkout works on: the user's own, the one `make run` keeps, or one for a command.

python -m alongside_local.database -- python -m alongside migrate
python -m alongside_local.database --throwaway -- python -m alongside migrate
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from alongside_local.demonstration import forget
from alongside_local.postgres import (
    APP,
    OWNER,
    UNSAFE_BUT_FAST,
    LocalPostgres,
    PostgresError,
    running_server,
)

NAME: Final = "alongside"


@dataclass(frozen=True)
class Database:
    """Two ways into one database: the application's, and the owner's, who migrates."""

    url: str
    migration_url: str
    server: LocalPostgres | None = None

    @property
    def environment(self) -> dict[str, str]:
        return {"DATABASE_URL": self.url, "MIGRATION_DATABASE_URL": self.migration_url}


def users_own() -> Database | None:
    """The database that the environment names, if it names one."""
    url, migration_url = os.environ.get("DATABASE_URL"), os.environ.get("MIGRATION_DATABASE_URL")
    if not url and not migration_url:
        return None
    if not url or not migration_url:
        raise PostgresError(
            "Set both or none: DATABASE_URL (of the application's role), MIGRATION_DATABASE_URL (of the owner's)."
        )
    return Database(url, migration_url)


def on(server: LocalPostgres) -> Database:
    if not server.database_exists(NAME):
        server.create_database(NAME)
        forget(server)
    return Database(server.dsn(APP, NAME), server.dsn(OWNER, NAME), server)


@contextmanager
def kept(data_dir: Path, unsafe_but_fast: bool = False) -> Iterator[Database]:
    """The user's database, or our own for as long as the block runs; nobody else may be using ours."""
    own = users_own()
    if own is not None:
        yield own
        return
    server = LocalPostgres(data_dir / "postgres")
    server.start(UNSAFE_BUT_FAST if unsafe_but_fast else None)
    try:
        yield on(server)
    finally:
        server.stop()


@contextmanager
def reached(data_dir: Path) -> Iterator[Database]:
    """The user's database, or ours, running already or started for the block."""
    running = None if users_own() else running_server(data_dir / "postgres")
    if running is not None:
        yield on(running)
        return
    with kept(data_dir) as database:
        yield database


@contextmanager
def thrown_away() -> Iterator[Database]:
    """An empty database on a server of its own, gone after the block."""
    with tempfile.TemporaryDirectory(prefix="alongside-") as folder:
        server = LocalPostgres(Path(folder) / "postgres")
        server.start(UNSAFE_BUT_FAST)
        try:
            yield on(server)
        finally:
            server.stop()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data-dir", type=Path, default=Path(os.environ.get("DATA_DIR") or ".data"))
    parser.add_argument("--throwaway", action="store_true", help="use an empty database that is gone afterwards")
    parser.add_argument("command", nargs="+", help="what to run, with DATABASE_URL and MIGRATION_DATABASE_URL set")
    given = parser.parse_args()
    try:
        with thrown_away() if given.throwaway else reached(given.data_dir) as database:
            return subprocess.run(given.command, env=os.environ | database.environment).returncode
    except PostgresError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
