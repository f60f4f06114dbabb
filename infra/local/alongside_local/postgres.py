"""A PostgreSQL of this checkout's own: made, started and stopped below one data folder, and reachable from this machine alone.

    with LocalPostgres(".data/postgres") as server:
        server.create_database("alongside")
        server.dsn("alongside_app", "alongside")

It listens on 127.0.0.1 with generated passwords (scram-sha-256) and opens no Unix socket. It ends when the process
that started it ends, killed or not. As root the server itself runs as an unprivileged user.
"""

from __future__ import annotations

import fcntl
import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from alongside_local.binaries import Programs, ServerUser, programs_for, server_user

SUPERUSER: Final = "postgres"
OWNER: Final = "alongside_owner"
APP: Final = "alongside_app"
ROLES: Final = (SUPERUSER, OWNER, APP)

SECONDS_TO_START: Final = 60.0
SECONDS_TO_STOP: Final = 45.0
SECONDS_FOR_A_DYING_OWNER: Final = 45.0

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
    "autovacuum": "off",
    "max_wal_size": "4GB",
}


class PostgresError(RuntimeError):
    """The server could not be made, started or spoken to; the message says what to do."""


class AlreadyRunning(PostgresError):
    """Another process uses this data folder."""


class LocalPostgres:
    """One server in one folder. `start`, `create_database`, `dsn`, `stop`."""

    def __init__(self, data_dir: Path | str) -> None:
        self.data_dir = Path(data_dir).absolute()
        self.cluster = self.data_dir / "cluster"
        self.log = self.data_dir / "postgres.log"
        self.port = 0
        self._passwords: dict[str, str] = {}
        self._guard: subprocess.Popen[bytes] | None = None
        self._programs: Programs | None = None
        self._user = ServerUser(None, None)
        self._lock: int | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.stop()

    # ------------------------------------------------------------------ life

    def start(self, settings: Mapping[str, str] | None = None) -> None:
        """Make the cluster when there is none, start it, and see to the roles. Returns when it answers."""
        if self.is_running:
            return
        self.data_dir.mkdir(parents=True, exist_ok=True)
        self._take_lock()
        try:
            self._user = server_user(self.cluster)
            self._programs = programs_for(self._user)
            self._end_orphan()
            self._read_or_make_passwords()
            if not (self.cluster / "PG_VERSION").exists():
                self._make_cluster()
            self._check_version()
            self._launch({**DEFAULTS, **(settings or {})})
            self._ensure_roles()
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """Stop the server in good order and let go of the folder. Stopping a stopped server does nothing."""
        if self._guard is not None:
            assert self._guard.stdin is not None
            self._guard.stdin.close()
            try:
                self._guard.wait(SECONDS_TO_STOP)
            except subprocess.TimeoutExpired:
                self._guard.kill()
                self._guard.wait()
            self._guard = None
        if self._programs is not None:
            self._programs.forget_copy()
            self._programs = None
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def kill(self) -> None:
        """Kill the server with SIGKILL, as a crash would; `start` brings it back."""
        os.kill(self.pid, signal.SIGKILL)
        assert self._guard is not None
        self._guard.wait(SECONDS_TO_STOP)
        self.stop()

    @property
    def is_running(self) -> bool:
        return self._guard is not None and self._guard.poll() is None

    @property
    def pid(self) -> int:
        """The process id of the postmaster."""
        return int((self.cluster / "postmaster.pid").read_text().split("\n", 1)[0])

    # ------------------------------------------------------------- databases

    def dsn(self, role: str, database: str) -> str:
        """Where to connect as one of the three roles. The passwords are URL-safe by construction."""
        return f"postgresql://{role}:{self._passwords[role]}@127.0.0.1:{self.port}/{database}"

    def create_database(self, name: str, template: str | None = None) -> None:
        """A database that belongs to the owner role, and into which the application's role may log in."""
        source = f" template {quoted(template)}" if template else ""
        self.run_sql(f"create database {quoted(name)} owner {OWNER}{source}")
        self.run_sql(
            f"revoke all on database {quoted(name)} from public; grant connect, temporary on database {quoted(name)} to {APP}"
        )
        if template is None:
            # The one extension of ours that only a superuser may create; the migrations create the others.
            self.run_sql("create extension if not exists pg_stat_statements", database=name)

    def drop_database(self, name: str) -> None:
        self.run_sql(f"drop database if exists {quoted(name)} with (force)")

    def database_exists(self, name: str) -> bool:
        return self.run_sql(f"select 1 from pg_database where datname = '{name.replace(chr(39), chr(39) * 2)}'") == "1"

    def run_sql(self, script: str, database: str = "postgres") -> str:
        """Run statements as the superuser and give what they printed, unaligned."""
        assert self._programs is not None, "the server is not started"
        done = subprocess.run(
            [self._programs.path("psql"), "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-f", "-"],
            input=script,
            text=True,
            capture_output=True,
            timeout=120,
            env={
                "PATH": os.environ.get("PATH", ""),
                "PGHOST": "127.0.0.1",
                "PGPORT": str(self.port),
                "PGUSER": SUPERUSER,
                "PGPASSWORD": self._passwords[SUPERUSER],
                "PGDATABASE": database,
                "PGCONNECT_TIMEOUT": "10",
            },
        )
        if done.returncode != 0:
            raise PostgresError(done.stderr.strip())
        return done.stdout.strip()

    # --------------------------------------------------------------- the rest

    def _take_lock(self) -> None:
        """One owner per folder. The guard holds the lock too, so a folder is free only once its server is down."""
        descriptor = os.open(self.data_dir / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        deadline = time.monotonic() + SECONDS_FOR_A_DYING_OWNER
        while True:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                owner = os.pread(descriptor, 32, 0).decode().strip()
                if (owner and is_alive(int(owner))) or time.monotonic() > deadline:
                    os.close(descriptor)
                    raise AlreadyRunning(
                        f"{self.data_dir} is in use by process {owner or 'unknown'}: stop that one first, or choose another DATA_DIR."
                    ) from None
                time.sleep(0.1)
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, str(os.getpid()).encode(), 0)
        self._lock = descriptor

    def _end_orphan(self) -> None:
        """After a kill of everything but the server: stop it. After a kill of the server: clear its pid file.

        We hold the folder's lock, so whatever the pid file says is left over.
        """
        pid_file = self.cluster / "postmaster.pid"
        try:
            pid = self.pid
        except (FileNotFoundError, ValueError):
            return
        if is_our_server(pid, self.cluster):
            os.kill(pid, signal.SIGINT)
            deadline = time.monotonic() + SECONDS_TO_STOP
            while is_our_server(pid, self.cluster):
                if time.monotonic() > deadline:
                    raise AlreadyRunning(f"A server (process {pid}) still runs in {self.cluster} and does not stop.")
                time.sleep(0.05)
        # A process id may have been given away again; PostgreSQL would take that stranger for its predecessor.
        pid_file.unlink(missing_ok=True)

    def _read_or_make_passwords(self) -> None:
        path = self.data_dir / "passwords.json"
        if path.exists():
            self._passwords = json.loads(path.read_text())
            return
        if self.cluster.exists():
            raise PostgresError(f"{path} is missing, and without it {self.cluster} cannot be opened. `make reset` starts anew.")
        self._passwords = {role: secrets.token_urlsafe(24) for role in ROLES}
        write_private(path, json.dumps(self._passwords))

    def _make_cluster(self) -> None:
        """Run initdb in a folder beside, so that a cluster is there whole or not at all."""
        assert self._programs is not None
        workshop = self.data_dir / "initdb"
        fresh = workshop / "cluster"
        password_file = workshop / "password"
        shutil.rmtree(workshop, ignore_errors=True)
        fresh.mkdir(mode=0o700, parents=True)
        write_private(password_file, self._passwords[SUPERUSER] + "\n")
        if self._user.uid is not None and self._user.gid is not None:
            for path in (workshop, fresh, password_file):
                os.chown(path, self._user.uid, self._user.gid)
        done = subprocess.run(  # type: ignore[call-overload]
            [
                self._programs.path("initdb"),
                *("-D", self._as_seen_by_the_server(fresh), "-U", SUPERUSER, "--pwfile=../password"),
                *("--auth=scram-sha-256", "-E", "UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"),
                *("--no-instructions", "--set", "unix_socket_directories="),
            ],
            cwd=fresh,
            env=server_environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=180,
            **self._user.popen,
        )
        password_file.unlink()
        if done.returncode != 0:
            raise PostgresError(f"initdb failed:\n{done.stdout}{done.stderr}".rstrip())
        fresh.rename(self.cluster)
        workshop.rmdir()

    def _as_seen_by_the_server(self, cluster: Path) -> str:
        """A path to the folder that the server's user can follow.

        An unprivileged user cannot walk to a checkout below /root, but every process may use the folder it stands
        in: root puts the server there before giving up its rights, and names the folder by that.
        """
        own = Path("/proc/self/cwd")
        return str(own) if self._user.uid is not None and own.exists() else str(cluster)

    def _check_version(self) -> None:
        if not os.access(self.cluster / "PG_VERSION", os.R_OK):
            raise PostgresError(f"{self.cluster} belongs to another user. Run as that user, or choose another DATA_DIR.")
        assert self._programs is not None
        made_by = (self.cluster / "PG_VERSION").read_text().strip()
        printed = subprocess.run([self._programs.path("postgres"), "--version"], capture_output=True, text=True, check=True).stdout
        ours = printed.split()[2].split(".")[0]
        if made_by != ours:
            raise PostgresError(f"{self.cluster} was made by PostgreSQL {made_by}, and {ours} is installed. `make reset` starts anew.")

    def _launch(self, settings: Mapping[str, str]) -> None:
        """Start the server on a free port. Another process may take the port in between: then try the next."""
        deadline = time.monotonic() + SECONDS_TO_START
        while True:
            self.port = free_port()
            said = self._launch_once(settings, deadline)
            if said is None:
                (self.data_dir / "port").write_text(f"{self.port}\n")
                return
            # The second comes of processes of a killed server that have not yet noticed.
            passing = ("could not bind", "pre-existing shared memory block")
            if time.monotonic() > deadline or not any(sign in said for sign in passing):
                raise PostgresError(f"PostgreSQL did not start. The end of {self.log}:\n{said}")
            time.sleep(0.2)

    def _launch_once(self, settings: Mapping[str, str], deadline: float) -> str | None:
        """None when the server answers, else the last lines it wrote."""
        assert self._programs is not None and self._lock is not None
        command = [self._programs.path("postgres"), "-D", self._as_seen_by_the_server(self.cluster), "-p", str(self.port)]
        for name, value in settings.items():
            command += ["-c", f"{name}={value}"]
        server = {
            "command": command,
            "cwd": str(self.cluster),
            "env": server_environment(),
            "uid": self._user.uid,
            "gid": self._user.gid,
        }
        written = self.log.stat().st_size if self.log.exists() else 0
        with open(self.log, "ab") as log:
            self._guard = subprocess.Popen(
                [sys.executable, "-I", "-S", str(Path(__file__).with_name("guard.py")), json.dumps(server)],
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
                pass_fds=(self._lock,),
                start_new_session=True,  # a Ctrl-C is the owner's to hear: it stops the server last
            )
        while self._guard.poll() is None and time.monotonic() < deadline:
            if self._says_ready():
                return None
            time.sleep(0.02)
        assert self._guard.stdin is not None
        self._guard.stdin.close()
        self._guard.wait()
        self._guard = None
        return self.log.read_bytes()[written:].decode(errors="replace")[-4000:]

    def _says_ready(self) -> bool:
        """The eighth line of the pid file is the server's own word, the one that pg_ctl waits for."""
        try:
            lines = (self.cluster / "postmaster.pid").read_text().splitlines()
        except FileNotFoundError:
            return False
        return len(lines) >= 8 and lines[3] == str(self.port) and lines[7].strip() == "ready"

    def _ensure_roles(self) -> None:
        """The owner migrates; the application reads and writes rows, owns nothing and cannot go around row-level security."""
        self.run_sql(
            "".join(
                f"select 'create role {role}' where not exists (select from pg_roles where rolname = '{role}') \\gexec\n"
                f"alter role {role} login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password '{self._passwords[role]}';\n"
                for role in (OWNER, APP)
            )
        )


def quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def write_private(path: Path, text: str) -> None:
    """A file for our eyes only, there whole or not at all."""
    fresh = path.with_name(f"{path.name}.new")
    fresh.unlink(missing_ok=True)
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(text)
    fresh.rename(path)


def server_environment() -> dict[str, str]:
    """What the server may know of ours: nothing that could change how it runs."""
    return {"PATH": os.environ.get("PATH", "/usr/bin:/bin"), "LC_ALL": "C", "TZ": "UTC"}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def is_our_server(pid: int, cluster: Path) -> bool:
    """Whether the process is a server that stands in this folder, and not a stranger with a recycled number."""
    if not is_alive(pid):
        return False
    seen = Path(f"/proc/{pid}/cwd")
    if seen.parent.exists():
        try:
            return seen.readlink() == cluster.resolve()
        except OSError:  # gone meanwhile, a zombie, or another user's and so not ours
            return False
    named = subprocess.run(["ps", "-o", "args=", "-p", str(pid)], capture_output=True, text=True).stdout
    return "postgres" in named and str(cluster) in named
