"""Stands between PostgreSQL and its owner, and stops the server when the owner goes, however it goes.

Run as a script by `postgres.py`, with a JSON description of the server as its only argument. Its standard
input is a pipe whose other end only the owner holds: its end means that the owner asked for a stop, or died.
"""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
from types import FrameType
from typing import Any, Final

FAST_SHUTDOWN: Final = signal.SIGINT  # what PostgreSQL calls a fast shutdown: roll back, checkpoint, leave
IMMEDIATE_SHUTDOWN: Final = signal.SIGQUIT
SECONDS_TO_STOP: Final = 30.0
PR_SET_PDEATHSIG: Final = 1


def launch(server: dict[str, Any]) -> subprocess.Popen[bytes]:
    """Start the server, as the unprivileged user when one is named."""
    libc = ctypes.CDLL(None) if sys.platform == "linux" else None
    guard_pid = os.getpid()

    def die_with_the_guard() -> None:
        # Set after the change of user, which would clear it. Covers a guard that is itself killed.
        if libc is not None:
            libc.prctl(PR_SET_PDEATHSIG, int(FAST_SHUTDOWN))
            if os.getppid() != guard_pid:
                os._exit(1)

    return subprocess.Popen(
        server["command"],
        cwd=server["cwd"],
        env=server["env"],
        stdin=subprocess.DEVNULL,
        preexec_fn=die_with_the_guard,
        user=server["uid"],
        group=server["gid"],
        extra_groups=None if server["uid"] is None else [],
    )


def stop(postmaster: subprocess.Popen[bytes]) -> None:
    for number in (FAST_SHUTDOWN, IMMEDIATE_SHUTDOWN, signal.SIGKILL):
        if postmaster.poll() is not None:
            return
        postmaster.send_signal(number)
        try:
            postmaster.wait(SECONDS_TO_STOP if number == FAST_SHUTDOWN else 5.0)
        except subprocess.TimeoutExpired:
            continue


def main() -> int:
    server = json.loads(sys.argv[1])
    # a pipe, since a lock hangs when a signal comes to the one who holds it
    over, ending = os.pipe()

    def on_signal(_number: int, _frame: FrameType | None) -> None:
        os.write(ending, b"x")

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, on_signal)

    postmaster = launch(server)

    def watch_the_owner() -> None:
        while os.read(0, 4096):
            pass
        os.write(ending, b"x")

    def watch_the_server() -> None:
        postmaster.wait()
        os.write(ending, b"x")

    for watch in (watch_the_owner, watch_the_server):
        threading.Thread(target=watch, daemon=True).start()
    os.read(over, 1)
    stop(postmaster)
    if server["copy"] is not None:
        shutil.rmtree(server["copy"], ignore_errors=True)
    return 0 if postmaster.returncode == 0 else 1


if __name__ == "__main__":
    status = main()
    sys.stderr.flush()
    os._exit(status)  # the thread that watches the owner may still be reading
