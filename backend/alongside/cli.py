"""The command line: `alongside serve | worker | migrate | downgrade | demo | import | openapi | create-admin`."""

import asyncio
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .core.settings import settings

if TYPE_CHECKING:
    from alembic.config import Config

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
HERE = Path(__file__).resolve().parent.parent


@app.command()
def serve(
    host: str = "127.0.0.1",
    port: int = 8000,
    workers: int = 1,
) -> None:
    """Serve the API until SIGTERM; running requests finish first."""
    import uvicorn

    uvicorn.run(
        "alongside.main:app",
        host=host,
        port=port,
        workers=workers,
        loop="uvloop",
        http="httptools",
        access_log=False,
        log_level="warning",
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=25,
        timeout_keep_alive=20,
        h11_max_incomplete_event_size=65_536,
    )


@app.command()
def worker() -> None:
    """Run the second process: housekeeping now, reminders and deliveries later."""
    from .worker import run

    asyncio.run(run(settings()))


@app.command()
def migrate(revision: str = "head") -> None:
    """Bring the database to a revision, as the owner (MIGRATION_DATABASE_URL)."""
    from alembic import command

    command.upgrade(_alembic(), revision)


@app.command()
def downgrade(revision: str) -> None:
    """Take the database back to a revision, as the owner."""
    from alembic import command

    command.downgrade(_alembic(), revision)


def _alembic() -> "Config":
    from alembic.config import Config

    return Config(str(HERE / "alembic.ini"))


@app.command()
def openapi(
    out: Annotated[Path | None, typer.Option(help="Write here instead of to the screen")] = None,
) -> None:
    """Print the API's contract."""
    import orjson

    from .app import create_app

    text = orjson.dumps(
        create_app(settings()).openapi(),
        option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE,
    )
    if out is None:
        sys.stdout.buffer.write(text)
    else:
        out.write_bytes(text)


def main() -> None:
    """Entry point."""
    app()
