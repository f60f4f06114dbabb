"""The command line: `alongside serve | worker | migrate | downgrade | demo | import | openapi | create-admin`, and the
room for a district's files."""

import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, NoReturn

import typer
from pydantic import ValidationError

from .core.loading import loading
from .core.settings import settings

if TYPE_CHECKING:
    from alembic.config import Config

REFUSED = 2
"""How `serve` and `worker` end when production would not be safe."""

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

    _refuse_what_is_unsafe()

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
    with loading():
        from .worker import run

    _refuse_what_is_unsafe()
    asyncio.run(run(settings()))


def _refuse_what_is_unsafe() -> None:
    """End before anything is served when the settings or the database are not fit for production."""
    from .demo.refusal import DemonstrationHere, check_before_start

    try:
        asyncio.run(check_before_start(settings()))
    except ValidationError as wrong:
        _stop([f"{'.'.join(map(str, each['loc']))} {each['msg']}".strip() for each in wrong.errors()])
    except DemonstrationHere as here:
        _stop([str(here)])


def _stop(reasons: Sequence[str]) -> NoReturn:
    for reason in reasons:
        typer.echo(f"Alongside does not start. {reason.removeprefix('Value error, ')}", err=True)
    raise typer.Exit(REFUSED)


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


@app.command()
def words(
    out: Annotated[Path | None, typer.Option(help="Write here instead of to the screen")] = None,
) -> None:
    """Print what the API can say to a person: its problems and what is wrong with a field, with the words."""
    import orjson

    from .said import said

    text = orjson.dumps(said(), option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE)
    if out is None:
        sys.stdout.buffer.write(text)
    else:
        out.write_bytes(text)


@app.command()
def demo(
    if_empty: Annotated[bool, typer.Option("--if-empty", help="Say nothing when it is there")] = False,
    reset: Annotated[bool, typer.Option("--reset", help="Take it away first, with everything entered into it")] = False,
    remove: Annotated[bool, typer.Option("--remove", help="Take it away, with everything entered into it")] = False,
    sign_ins: Annotated[bool, typer.Option("--sign-ins", help="Only say who may sign in")] = False,
    yes_production_demo: Annotated[bool, typer.Option("--yes-production-demo", hidden=True)] = False,
) -> None:
    """Load the demonstration unless it is there; twice changes nothing."""
    from .demo import command
    from .demo.presence import NameTaken

    if sign_ins:
        for line in command.sign_ins():
            typer.echo(line)
        return
    if settings().environment == "production" and not remove and not yes_production_demo:
        typer.echo("The demonstration has passwords that everybody knows; it does not belong in production.", err=True)
        raise typer.Exit(2)
    try:
        said = asyncio.run(command.take_away(settings()) if remove else command.bring(settings(), anew=reset))
    except (command.NotHere, NameTaken) as refused:
        typer.echo(str(refused), err=True)
        raise typer.Exit(2) from refused
    if not if_empty:
        typer.echo(said)


importing = typer.Typer(no_args_is_help=True, help="Bring a district's files: schools, measures, the catalogue.")
app.add_typer(importing, name="import")

CsvPath = Annotated[Path, typer.Argument(exists=True, dir_okay=False, readable=True)]
MappingPath = Annotated[Path, typer.Option(exists=True, dir_okay=False, help="Which column means what: TOML or JSON")]
TenantSlug = Annotated[str, typer.Option(help="The tenant, by its slug")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Do it all, then undo it")]
AllowPartial = Annotated[bool, typer.Option("--allow-partial", help="Take the good rows of a file with bad ones")]


@importing.command(name="schools")
def import_schools(
    file: CsvPath,
    tenant: TenantSlug,
    mapping: MappingPath,
    dry_run: DryRun = False,
    allow_partial: AllowPartial = False,
) -> None:
    """Bring a directory of schools, with their numbers of students; twice changes nothing."""
    _import("schools", file, tenant, mapping, dry_run, allow_partial)


@importing.command(name="measures")
def import_measures(
    file: CsvPath,
    tenant: TenantSlug,
    mapping: MappingPath,
    dry_run: DryRun = False,
    allow_partial: AllowPartial = False,
) -> None:
    """Bring published values of measures; twice changes nothing."""
    _import("measures", file, tenant, mapping, dry_run, allow_partial)


@importing.command(name="catalogue")
def import_catalogue(file: CsvPath, tenant: TenantSlug, dry_run: DryRun = False) -> None:
    """Bring the definitions of measures (TOML or JSON)."""
    _import("catalogue", file, tenant, None, dry_run, False)


def _import(
    kind: Literal["schools", "measures", "catalogue"], file: Path, tenant: str, mapping: Path | None, dry_run: bool,
    allow_partial: bool,
) -> None:  # fmt: skip
    from .core.errors import Unavailable
    from .core.logging import configure
    from .core.scan import FileInfected, ScannerAway
    from .integrations.imports.command import TenantUnknown, import_file, told
    from .integrations.imports.mapping import MappingRefused
    from .integrations.imports.service import Wish

    configure(settings().log_level)
    wish = Wish(is_dry_run=dry_run, allow_partial=allow_partial)
    said = b"" if mapping is None else mapping.read_bytes()
    try:
        with file.open("rb") as stream:
            report = asyncio.run(import_file(settings(), kind, stream, tenant, said, wish))
    except MappingRefused as refused:
        raise typer.BadParameter(str(refused), param_hint="--mapping") from refused
    except TenantUnknown as unknown:
        raise typer.BadParameter(str(unknown), param_hint="--tenant") from unknown
    except (FileInfected, ScannerAway) as refused:
        typer.echo(f"{refused.title}.", err=True)
        raise typer.Exit(2) from refused
    except Unavailable as away:
        typer.echo("The database is away or busy; nothing was written.", err=True)
        raise typer.Exit(2) from away
    for line in told(report):
        typer.echo(line)
    if report.outcome == "refused":
        raise typer.Exit(1)


@app.command("create-admin")
def create_admin(
    email: str,
    name: str,
    tenant: Annotated[str, typer.Option(help="The slug of the district or network, such as alderbrook")],
    tenant_name: Annotated[str, typer.Option(help="Its name, when it is new")] = "",
    kind: Annotated[str, typer.Option(help="district or network, when it is new")] = "district",
    time_zone: Annotated[str, typer.Option(help="Its time zone, when it is new")] = "America/Chicago",
) -> None:
    """Make a district or network if it is new, and its first administrator; asks for the password."""
    from .identity.first import NotPossible, make_first

    password = typer.prompt("Password (at least 15 characters)", hide_input=True, confirmation_prompt=True)
    try:
        told = asyncio.run(make_first(settings(), email, name, password, tenant, tenant_name, kind, time_zone))
    except NotPossible as reason:
        typer.echo(str(reason), err=True)
        raise typer.Exit(1) from reason
    typer.echo(told)


@app.command("file-quota")
def file_quota(
    tenant: Annotated[str, typer.Argument(help="The slug of the district or network")],
    megabytes: Annotated[int | None, typer.Option(min=1, max=100_000_000, help="So much it may keep")] = None,
    default: Annotated[bool, typer.Option("--default", help="As much as ALONGSIDE_TENANT_FILE_QUOTA says")] = False,
) -> None:
    """Say how much a tenant keeps in files and may; with an option, change what it may."""
    from .integrations.imports.command import TenantUnknown
    from .workflows.file_quota import set_quota

    if default and megabytes is not None:
        raise typer.BadParameter("Say a number or --default, not both", param_hint="--megabytes")
    try:
        told = asyncio.run(set_quota(settings(), tenant, megabytes, is_change=default or megabytes is not None))
    except TenantUnknown as unknown:
        raise typer.BadParameter(str(unknown), param_hint="TENANT") from unknown
    typer.echo(told)


def main() -> None:
    """Entry point."""
    app()
