"""Runs all of Alongside from this checkout: database, migrations, demonstration, API, worker and web server.

python -m alongside_local.run                     until Ctrl-C
python -m alongside_local.run --throwaway -- npm run e2e    until the command ends, with nothing kept
"""

from __future__ import annotations

import argparse
import os
import secrets
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import httpx

from alongside_local.cluster import write_private
from alongside_local.database import Database, kept, users_own
from alongside_local.demonstration import remember, remembered_sign_ins
from alongside_local.postgres import PostgresError, free_port, free_ports
from alongside_local.processes import Asked, Child, Ending, Trouble, die_with_parent

ROOT: Final = Path(__file__).resolve().parents[3]
ALONGSIDE: Final = (sys.executable, "-m", "alongside")
HOST: Final = "127.0.0.1"

SECONDS_TO_MIGRATE: Final = 300.0
SECONDS_TO_LOAD: Final = 600.0
SECONDS_TO_BE_READY: Final = 60.0


@dataclass(frozen=True)
class Place:
    """Where this run keeps its things and where it listens."""

    data_dir: Path
    api_port: int
    web_port: int
    throwaway: bool = False
    reload: bool = False

    @property
    def logs(self) -> Path:
        return self.data_dir / "log"

    @property
    def api(self) -> str:
        return f"http://{HOST}:{self.api_port}"

    @property
    def web(self) -> str:
        return f"http://{HOST}:{self.web_port}"


@dataclass(frozen=True)
class System:
    """What is running."""

    database: Database
    children: Sequence[Child]
    sign_ins: str

    def check(self) -> None:
        server = self.database.server
        if server is not None and not server.is_running:
            raise Trouble(f"PostgreSQL ended; its log is {server.cluster.log}.")
        for child in self.children:
            child.check()


def main() -> int:
    given = arguments()
    ending = Ending()
    try:
        with placed(given) as place, running(place, ending) as system:
            if given.command:
                return run_beside(given.command, place, system, ending)
            print(announcement(place, system.sign_ins), flush=True)
            while True:
                system.check()
                ending.pause(0.2)
    except Asked:
        print("Alongside has stopped.", flush=True)
        return 0 if not given.command else 130
    except (Trouble, PostgresError) as trouble:
        print(f"\n{trouble}", file=sys.stderr, flush=True)
        return 1


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--throwaway", action="store_true", help="free ports, and a data folder that is removed")
    parser.add_argument("--reload", action="store_true", help="for development: reload what is edited")
    parser.add_argument("command", nargs="*", help="run this once all is ready, with E2E_BASE_URL set, then stop")
    return parser.parse_args()


@contextmanager
def placed(given: argparse.Namespace) -> Iterator[Place]:
    data_dir = Path(os.environ.get("DATA_DIR") or ROOT / ".data").absolute()
    if given.throwaway:
        # Whatever the caller's environment says about a database, a run to be thrown away makes its own.
        for name in ("DATABASE_URL", "MIGRATION_DATABASE_URL"):
            os.environ.pop(name, None)
        data_dir.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix="throwaway-", dir=data_dir) as folder:
            api_port, web_port = free_ports(2)
            yield Place(Path(folder), api_port, web_port, throwaway=True)
        return
    place = Place(data_dir, port_named("API_PORT", 8000), port_named("WEB_PORT", 5173), reload=given.reload)
    for name, port in (("API_PORT", place.api_port), ("WEB_PORT", place.web_port)):
        refuse_taken_port(name, port)
    yield place


def port_named(variable: str, otherwise: int) -> int:
    text = os.environ.get(variable) or str(otherwise)
    if not text.isdigit() or not 0 < int(text) < 65536:
        raise Trouble(f"{variable} is {text!r}: a port is a number from 1 to 65535.")
    return int(text)


def refuse_taken_port(variable: str, port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except PermissionError:
            raise Trouble(f"Port {port} may not be opened by this user. Choose another: {variable}=...") from None
        except OSError:
            raise Trouble(
                f"Port {port} is already in use, perhaps by another `make run`. "
                f"Stop that, or choose another port: make run {variable}={free_port()}"
            ) from None


@contextmanager
def running(place: Place, ending: Ending) -> Iterator[System]:
    """Everything up and ready; on the way out all of it is stopped, the database last."""
    with ExitStack() as stack:
        say("Using the database of DATABASE_URL" if users_own() else "Starting PostgreSQL")
        database = stack.enter_context(kept(place.data_dir, unsafe_but_fast=place.throwaway))
        ending.check()
        environment = environment_for(place, database)
        as_owner = environment | {"MIGRATION_DATABASE_URL": database.migration_url}

        def start(name: str, *command: str, knowing: Mapping[str, str] = environment) -> Child:
            child = Child(name, command, knowing, place.logs)
            stack.callback(child.stop)
            return child

        say("Applying migrations")
        start("migration", *ALONGSIDE, "migrate", knowing=as_owner).finish(ending, SECONDS_TO_MIGRATE)
        say("Starting the API, the worker and the web server")
        api = start("api", *api_command(place))
        worker = start("worker", *ALONGSIDE, "worker")
        web = start("web", *web_command(place))
        sign_ins = remembered_sign_ins(database.server)
        if sign_ins is None:
            say("Loading the demonstration, unless it is there")
            start("demonstration", *ALONGSIDE, "demo", "--if-empty", knowing=as_owner).finish(ending, SECONDS_TO_LOAD)
            listing = start("sign-ins", *ALONGSIDE, "demo", "--sign-ins")
            listing.finish(ending, SECONDS_TO_BE_READY)
            sign_ins = listing.log.read_text()
            remember(database.server, sign_ins)
        wait_until_ready(api, f"{place.api}/health/ready", ending)
        wait_until_ready(web, f"{place.web}/health/ready", ending)
        wait_until_ready(web, f"{place.web}/", ending)
        worker.check()
        yield System(database, (api, worker, web), sign_ins)


def api_command(place: Place) -> Sequence[str]:
    where = ("--host", HOST, "--port", str(place.api_port))
    if place.reload:
        watched = ("--reload", "--reload-dir", str(ROOT / "backend/alongside"))
        return sys.executable, "-m", "uvicorn", "alongside.main:app", *where, *watched
    return *ALONGSIDE, "serve", *where


def web_command(place: Place) -> Sequence[str]:
    if place.reload:
        vite = ("npm", "--prefix", str(ROOT / "frontend"), "run", "dev", "--")
        return *vite, "--host", HOST, "--port", str(place.web_port), "--strictPort"
    module = (sys.executable, "-m", "alongside_local.web")
    return *module, "--port", str(place.web_port), "--api", place.api, "--frontend", str(ROOT / "frontend")


def environment_for(place: Place, database: Database) -> dict[str, str]:
    """What the environment says, then what this run knows; never the owner's password."""
    origins = f"{place.web},http://localhost:{place.web_port}"
    return {
        "ALONGSIDE_ENVIRONMENT": "development",
        "ALONGSIDE_ALLOWED_ORIGINS": origins,
        **{name: value for name, value in os.environ.items() if name != "MIGRATION_DATABASE_URL"},
        "ALONGSIDE_SECRET_KEY": os.environ.get("ALONGSIDE_SECRET_KEY") or secret_key(place.data_dir),
        "ALONGSIDE_DATA_DIR": str(place.data_dir),
        "API_PORT": str(place.api_port),
        "PYTHONPATH": str(ROOT / "infra/local"),
        "DATABASE_URL": database.url,
    }


def secret_key(data_dir: Path) -> str:
    """Kept from run to run, so that a page of a list can be turned after a restart."""
    file = data_dir / "secret-key"
    if not file.exists():
        write_private(file, secrets.token_urlsafe(48))
    return file.read_text()


def wait_until_ready(child: Child, address: str, ending: Ending) -> None:
    seen = "no answer"

    def is_ready() -> bool:
        nonlocal seen
        child.check()
        try:
            answer = httpx.get(address, trust_env=False, timeout=5, headers={"Accept": "*/*"})
        except httpx.TransportError as error:
            seen = str(error)
            return False
        seen = f"{answer.status_code}: {answer.text[:200].strip()}"
        return answer.is_success

    if not ending.wait_until(is_ready, SECONDS_TO_BE_READY):
        raise Trouble(f"The {child.name} is not ready at {address} ({seen}). {child.last_words()}")


def run_beside(command: Sequence[str], place: Place, system: System, ending: Ending) -> int:
    """Run a command against the ready system; if a part of the system dies, so does the command."""
    environment = {**os.environ, "E2E_BASE_URL": place.web, "E2E_API_URL": place.api}
    process = subprocess.Popen(
        command, env=environment, stdin=subprocess.DEVNULL, preexec_fn=die_with_parent(), process_group=0
    )
    try:
        while process.poll() is None:
            system.check()
            ending.pause(0.1)
        return process.returncode
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGTERM)
            try:
                process.wait(15)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()


def announcement(place: Place, sign_ins: str) -> str:
    return "\n".join(
        [
            "",
            f"  Web     {place.web}  (or http://localhost:{place.web_port})",
            f"  API     {place.web}/api/v1  (documentation: {place.web}/api/docs)",
            f"  Logs    {place.logs}",
            "",
            *(f"  {line}".rstrip() for line in sign_ins.strip().splitlines()),
            "",
            "  Ctrl-C stops everything.",
            "",
            "Alongside is ready",
        ]
    )


def say(words: str) -> None:
    print(words, flush=True)


if __name__ == "__main__":
    sys.exit(main())
