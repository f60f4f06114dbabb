"""The folder that a PostgreSQL lives in: its lock, its passwords, and the cluster that initdb makes in it."""

from __future__ import annotations

import fcntl
import json
import os
import secrets
import shutil
import signal
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from alongside_local.binaries import Programs, ServerUser

SUPERUSER: Final = "postgres"
SECONDS_FOR_A_DYING_OWNER: Final = 45.0


class PostgresError(RuntimeError):
    """The server could not be made, started or spoken to; the message says what to do."""


class AlreadyRunning(PostgresError):
    """Another process uses this data folder."""


class Cluster:
    """The files of one server."""

    def __init__(self, data_dir: Path) -> None:
        self.data_dir = data_dir
        self.folder = data_dir / "cluster"
        self.log = data_dir / "postgres.log"
        self.port_file = data_dir / "port"
        self._password_file = data_dir / "passwords.json"

    # -- one owner at a time

    def lock(self) -> int:
        """Claim the folder; the claim lasts as long as the descriptor is open in this process or a child.

        The server's guard holds it too, so that a folder is free only once its server is down.
        """
        descriptor = os.open(self.data_dir / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        deadline = time.monotonic() + SECONDS_FOR_A_DYING_OWNER
        while not try_lock(descriptor):
            owner = os.pread(descriptor, 32, 0).decode()
            if (owner and is_alive(int(owner))) or time.monotonic() > deadline:
                os.close(descriptor)
                raise AlreadyRunning(
                    f"{self.data_dir} is in use by process {owner or 'unknown'}: "
                    "stop that one first, or choose another DATA_DIR."
                )
            time.sleep(0.1)
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, str(os.getpid()).encode(), 0)
        return descriptor

    def is_locked(self) -> bool:
        try:
            descriptor = os.open(self.data_dir / "lock", os.O_RDWR | os.O_CLOEXEC)
        except FileNotFoundError:
            return False
        try:
            return not try_lock(descriptor)
        finally:
            os.close(descriptor)

    # -- what is in it

    def passwords(self, roles: Sequence[str]) -> dict[str, str]:
        """The roles' passwords, generated once and kept where only we can read them."""
        if self._password_file.exists():
            kept: dict[str, str] = json.loads(self._password_file.read_text())
            return kept
        if self.folder.exists():
            raise PostgresError(
                f"{self._password_file} is missing, and without it {self.folder} cannot be opened. "
                "`make reset` starts anew."
            )
        made = {role: secrets.token_urlsafe(24) for role in roles}
        write_private(self._password_file, json.dumps(made))
        return made

    def make(self, programs: Programs, user: ServerUser, password: str) -> None:
        """Run initdb in a folder beside, so that a cluster is there whole or not at all."""
        workshop = self.data_dir / "initdb"
        fresh = workshop / "cluster"
        password_file = workshop / "password"
        shutil.rmtree(workshop, ignore_errors=True)
        fresh.mkdir(mode=0o700, parents=True)
        write_private(password_file, f"{password}\n")
        user.own(workshop, fresh, password_file)
        done = user.run(
            [
                programs.path("initdb"),
                *("-D", path_for_server(fresh, user), "-U", SUPERUSER, "--pwfile=../password"),
                *("--auth=scram-sha-256", "--set", "unix_socket_directories=", "--no-instructions"),
                *("-E", "UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"),
            ],
            folder=fresh,
        )
        password_file.unlink()
        if done.returncode != 0:
            raise PostgresError(f"initdb failed:\n{done.stdout}{done.stderr}".rstrip())
        fresh.rename(self.folder)
        workshop.rmdir()

    def check_version(self, programs: Programs) -> None:
        version_file = self.folder / "PG_VERSION"
        if not os.access(version_file, os.R_OK):
            raise PostgresError(f"{self.folder} belongs to another user: be that user, or choose another DATA_DIR.")
        made_by = version_file.read_text().strip()
        said = subprocess.run([programs.path("postgres"), "--version"], capture_output=True, text=True, check=True)
        installed = said.stdout.split()[2].split(".")[0]
        if made_by != installed:
            raise PostgresError(
                f"{self.folder} was made by PostgreSQL {made_by}, and {installed} is installed. "
                "`make reset` starts anew."
            )

    # -- who runs in it

    def postmaster(self) -> int | None:
        """The process id in the pid file, which may be of a server long dead."""
        try:
            return int((self.folder / "postmaster.pid").read_text().split("\n", 1)[0])
        except (FileNotFoundError, ValueError):
            return None

    def says_ready(self, port: int) -> bool:
        """The eighth line of the pid file is the server's own word, the one that pg_ctl waits for."""
        try:
            lines = (self.folder / "postmaster.pid").read_text().splitlines()
        except FileNotFoundError:
            return False
        return len(lines) >= 8 and lines[3] == str(port) and lines[7].strip() == "ready"

    def end_orphan(self, seconds: float) -> None:
        """After a kill of all but the server, stop it; after a kill of the server, clear its pid file.

        The caller holds the lock, so whatever the pid file says is left over.
        """
        pid = self.postmaster()
        if pid is None:
            return
        if stands_in(pid, self.folder):
            os.kill(pid, signal.SIGINT)
            deadline = time.monotonic() + seconds
            while stands_in(pid, self.folder):
                if time.monotonic() > deadline:
                    raise AlreadyRunning(f"A server (process {pid}) runs in {self.folder} and does not stop.")
                time.sleep(0.05)
        # A process id may have been given away again; PostgreSQL would take that stranger for a server.
        (self.folder / "postmaster.pid").unlink(missing_ok=True)


def path_for_server(cluster: Path, user: ServerUser) -> str:
    """A path to the cluster that the server's user can follow.

    An unprivileged user cannot walk to a checkout below /root, but every process may use the folder it
    stands in: root puts the server there before giving up its rights, and names the folder by that.
    """
    own = Path("/proc/self/cwd")
    return str(own) if user.uid is not None and own.exists() else str(cluster)


def write_private(path: Path, text: str) -> None:
    """A file for our eyes only, there whole or not at all."""
    fresh = path.with_name(f"{path.name}.new")
    fresh.unlink(missing_ok=True)
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(text)
    fresh.rename(path)


def try_lock(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def stands_in(pid: int, folder: Path) -> bool:
    """Whether the process is a server that works in this folder, not a stranger with a recycled number."""
    if not is_alive(pid):
        return False
    seen = Path(f"/proc/{pid}/cwd")
    if Path("/proc/self/cwd").exists():
        try:
            return seen.readlink() == folder.resolve()
        except OSError:  # gone meanwhile, a zombie, or another user's and so not ours
            return False
    named = subprocess.run(["ps", "-o", "args=", "-p", str(pid)], capture_output=True, text=True).stdout
    return "postgres" in named and str(folder) in named
