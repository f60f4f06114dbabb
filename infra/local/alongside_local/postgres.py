"""A PostgreSQL of this checkout's own: made, started and stopped below one folder, for this machine alone.

    with LocalPostgres(".data/postgres") as server:
        server.create_database("alongside")
        server.dsn("alongside_app", "alongside")

It listens on 127.0.0.1 with generated passwords (scram-sha-256) and opens no Unix socket. It ends when the
process that started it ends, killed or not. As root the server itself runs as an unprivileged user.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from alongside_local.binaries import (
    Programs,
    ServerUser,
    installed_programs,
    programs_for,
    server_environment,
    server_user,
)
from alongside_local.cluster import SUPERUSER, AlreadyRunning, Cluster, PostgresError, path_for_server

__all__ = [
    "APP",
    "OWNER",
    "SUPERUSER",
    "UNSAFE_BUT_FAST",
    "AlreadyRunning",
    "LocalPostgres",
    "PostgresError",
    "free_port",
    "free_ports",
    "running_server",
]

OWNER: Final = "alongside_owner"
APP: Final = "alongside_app"

SECONDS_TO_START: Final = 60.0
SECONDS_TO_STOP: Final = 45.0

DEFAULTS: Final[Mapping[str, str]] = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "password_encryption": "scram-sha-256",
    "shared_preload_libraries": "pg_stat_statements",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_line_prefix": "%m [%p] %q%u@%d ",
}

#: For tests: nothing survives a power cut, and nothing needs to.
UNSAFE_BUT_FAST: Final[Mapping[str, str]] = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_wal_size": "4GB",
}


class LocalPostgres:
    """One server in one folder. `start`, `create_database`, `dsn`, `stop`."""

    def __init__(self, data_dir: Path | str) -> None:
        self.data_dir = Path(data_dir).absolute()
        self.cluster = Cluster(self.data_dir)
        self.port = 0
        self._passwords: dict[str, str] = {}
        self._guard: subprocess.Popen[bytes] | None = None
        self._programs: Programs | None = None
        self._user = ServerUser(None, None)
        self._lock: int | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    # -- life

    def start(self, settings: Mapping[str, str] | None = None) -> None:
        """Make the cluster when there is none, start it, see to the roles; returns when it answers."""
        if self.is_running:
            return
        self.data_dir.mkdir(parents=True, exist_ok=True)
        self._lock = self.cluster.lock()
        try:
            self._user = server_user(self.cluster.folder)
            self._programs = programs_for(self._user)
            self.cluster.end_orphan(SECONDS_TO_STOP)
            self._passwords = self.cluster.passwords((SUPERUSER, OWNER, APP))
            if not self.cluster.folder.exists():
                self.cluster.make(self._programs, self._user, self._passwords[SUPERUSER])
            self.cluster.check_version(self._programs)
            self._launch({**DEFAULTS, **(settings or {})})
            self._ensure_roles()
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """Stop the server in good order and let go of the folder. Stopping a stopped server does nothing."""
        if self._guard is not None:
            self._dismiss_guard()
        if self._programs is not None:
            self._programs.forget_copy()
            self._programs = None
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def kill(self) -> None:
        """Kill the server with SIGKILL, as a crash would; `start` brings it back."""
        os.kill(self.pid, signal.SIGKILL)
        self.stop()

    @property
    def is_running(self) -> bool:
        return self._guard is not None and self._guard.poll() is None

    @property
    def pid(self) -> int:
        """The process id of the postmaster."""
        pid = self.cluster.postmaster()
        if pid is None:
            raise PostgresError(f"No server runs in {self.data_dir}.")
        return pid

    def connect_only(self) -> None:
        """Learn how to reach the server that another process has started."""
        self._passwords = self.cluster.passwords(())
        self.port = int(self.cluster.port_file.read_text())
        self._programs = installed_programs()

    # -- databases

    def dsn(self, role: str, database: str) -> str:
        """Where to connect as one of the three roles. The passwords are URL-safe by construction."""
        return f"postgresql://{role}:{self._passwords[role]}@127.0.0.1:{self.port}/{database}"

    def create_database(self, name: str, template: str | None = None) -> None:
        """A database of the owner role, and into which the application's role may log in."""
        source = f" template {quoted(template)}" if template else ""
        self.run_sql(f"create database {quoted(name)} owner {OWNER}{source}")
        self.run_sql(
            f"revoke all on database {quoted(name)} from public;"
            f"grant connect, temporary on database {quoted(name)} to {APP}"
        )
        if template is None:
            # The one extension of ours that only a superuser may create; the migrations create the others.
            self.run_sql("create extension if not exists pg_stat_statements", database=name)

    def drop_database(self, name: str) -> None:
        self.run_sql(f"drop database if exists {quoted(name)} with (force)")

    def database_exists(self, name: str) -> bool:
        return name in self.run_sql("select datname from pg_database").splitlines()

    def run_sql(self, script: str, database: str = "postgres") -> str:
        """Run statements as the superuser and give what they printed, unaligned."""
        if self._programs is None:
            raise PostgresError(f"No server runs in {self.data_dir}.")
        done = subprocess.run(
            [self._programs.path("psql"), "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-f", "-"],
            input=script,
            text=True,
            capture_output=True,
            timeout=120,
            env={
                **server_environment(),
                "PGHOST": "127.0.0.1",
                "PGPORT": str(self.port),
                "PGUSER": SUPERUSER,
                "PGPASSWORD": self._passwords[SUPERUSER],
                "PGDATABASE": database,
                "PGCONNECT_TIMEOUT": "10",
                "PGCLIENTENCODING": "UTF8",
            },
        )
        if done.returncode != 0:
            raise PostgresError(done.stderr.strip())
        return done.stdout.strip()

    # -- inside

    def _launch(self, settings: Mapping[str, str]) -> None:
        """Start the server where it was before, so that who was connected finds it again, or else on a free port. If
        another process took it in between, try the next."""
        deadline = time.monotonic() + SECONDS_TO_START
        while True:
            self.port = self.port or free_port()
            said = self._launch_once(settings, deadline)
            if said is None:
                self.cluster.port_file.write_text(f"{self.port}\n")
                return
            is_taken = "could not bind" in said
            # This comes of processes of a killed server that have not yet noticed.
            is_left = "pre-existing shared memory block" in said
            if time.monotonic() > deadline or not (is_taken or is_left):
                raise PostgresError(f"PostgreSQL did not start. The end of {self.cluster.log}:\n{said}")
            if is_taken:
                self.port = 0
            time.sleep(0.2)

    def _launch_once(self, settings: Mapping[str, str], deadline: float) -> str | None:
        """None when the server answers, else the last lines it wrote."""
        assert self._programs is not None
        assert self._lock is not None
        folder, log_file = self.cluster.folder, self.cluster.log
        command = [
            self._programs.path("postgres"),
            "-D",
            path_for_server(folder, self._user),
            "-p",
            str(self.port),
        ]
        for name, value in settings.items():
            command += ["-c", f"{name}={value}"]
        server = {
            "command": command,
            "cwd": str(folder),
            "env": server_environment(),
            "uid": self._user.uid,
            "gid": self._user.gid,
            "copy": None if self._programs.copy is None else str(self._programs.copy),
        }
        written = log_file.stat().st_size if log_file.exists() else 0
        with log_file.open("ab") as log:
            self._guard = subprocess.Popen(
                [sys.executable, "-I", "-S", str(Path(__file__).with_name("guard.py")), json.dumps(server)],
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
                pass_fds=(self._lock,),
                start_new_session=True,  # a Ctrl-C is the owner's to hear: it stops the server last
            )
        while self._guard.poll() is None and time.monotonic() < deadline:
            if self.cluster.says_ready(self.port):
                return None
            time.sleep(0.02)
        self._dismiss_guard()
        return log_file.read_bytes()[written:].decode(errors="replace")[-4000:]

    def _dismiss_guard(self) -> None:
        """Close the pipe that the guard listens at, and wait until it has stopped the server."""
        assert self._guard is not None
        assert self._guard.stdin is not None
        self._guard.stdin.close()
        try:
            self._guard.wait(SECONDS_TO_STOP)
        except subprocess.TimeoutExpired:
            self._guard.kill()
            self._guard.wait()
        self._guard = None

    def _ensure_roles(self) -> None:
        """The owner migrates; the application reads and writes rows, and row-level security binds it."""
        for role in (OWNER, APP):
            self.run_sql(
                f"do $$ begin if to_regrole('{role}') is null then create role {role}; end if; end $$;"
                f"alter role {role} login nosuperuser nocreatedb nocreaterole noreplication nobypassrls"
                f" password '{self._passwords[role]}'"
            )


def running_server(data_dir: Path | str) -> LocalPostgres | None:
    """The server that another process keeps in this folder, to connect to but not to stop, if any."""
    server = LocalPostgres(data_dir)
    if not server.cluster.is_locked():
        return None
    server.connect_only()
    return server


def quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def free_port() -> int:
    return free_ports(1)[0]


def free_ports(count: int) -> list[int]:
    """So many ports that are free now, each another one: asked one after another, the same could come twice."""
    with ExitStack() as held:
        probes = [held.enter_context(socket.socket()) for _ in range(count)]
        for probe in probes:
            probe.bind(("127.0.0.1", 0))
        return [probe.getsockname()[1] for probe in probes]
