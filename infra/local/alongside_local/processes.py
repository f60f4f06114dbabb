"""Long-running children: each with a name, a log, and an end that comes no later than our own."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import FrameType
from typing import Final

PR_SET_PDEATHSIG: Final = 1
LINES_TO_SHOW: Final = 25


class Trouble(RuntimeError):
    """Something that keeps Alongside from running; the message is for the person at the terminal."""


class Asked(Exception):
    """Somebody asked us to stop."""


class Ending:
    """Whether we were asked to stop: by Ctrl-C, SIGTERM, SIGHUP, or by way of the `make` that runs us."""

    def __init__(self) -> None:
        # a plain flag: what waits on a lock, such as an Event, hangs when the signal comes while the lock is held
        self._is_asked = False
        self._make = os.getppid() if "MAKELEVEL" in os.environ else None
        self._make_catches = caught_signals(self._make)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._hear)

    def _hear(self, _number: int, _frame: FrameType | None) -> None:
        self._is_asked = True

    def check(self) -> None:
        if self._is_asked or self._make_wants_to_end():
            raise Asked

    def _make_wants_to_end(self) -> bool:
        """Whether our `make` was killed, or was sent a signal that it kept to itself.

        Of SIGINT and SIGHUP it supposes that the terminal sent them to us too. It stops catching the signal, and
        waits for us to end; that it no longer catches what it once did is all that can be seen of it.
        """
        if self._make is None:
            return False
        return os.getppid() != self._make or caught_signals(self._make) != self._make_catches

    def pause(self, seconds: float) -> None:
        time.sleep(seconds)
        self.check()

    def wait_until(self, fact: Callable[[], bool], seconds: float) -> bool:
        deadline = time.monotonic() + seconds
        while not fact():
            if time.monotonic() > deadline:
                return False
            self.pause(0.05)
        return True


class Child:
    """A program of ours. It hears no Ctrl-C of the terminal: we stop it, in our order."""

    def __init__(self, name: str, command: Sequence[str], environment: Mapping[str, str], log_dir: Path) -> None:
        self.name = name
        self._is_over = False
        self.log = log_dir / f"{name}.log"
        log_dir.mkdir(parents=True, exist_ok=True)
        if self.log.exists():
            self.log.replace(self.log.with_suffix(".log.1"))
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                command,
                env={**environment, "PYTHONUNBUFFERED": "1"},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                preexec_fn=die_with_parent(),
            )

    @property
    def status(self) -> int | None:
        return self._process.poll()

    def check(self) -> None:
        if self.status is not None:
            raise Trouble(f"The {self.name} ended with status {self.status}. {self.last_words()}")

    def finish(self, ending: Ending, seconds: float) -> None:
        """Wait for a program that is meant to end."""
        if not ending.wait_until(lambda: self.status is not None, seconds):
            raise Trouble(f"The {self.name} took longer than {seconds:.0f} seconds. {self.last_words()}")
        self._end_descendants()
        if self.status != 0:
            self.check()

    def stop(self, seconds: float = 30) -> None:
        for number in (signal.SIGTERM, signal.SIGKILL):
            if self.status is not None:
                break
            self._process.send_signal(number)
            try:
                self._process.wait(seconds)
            except subprocess.TimeoutExpired:
                continue
        self._end_descendants()

    def _end_descendants(self) -> None:
        """A child that was killed leaves its own behind, in the process group that bears its number.

        Once only: when nobody is left the number may be given to strangers.
        """
        if self._is_over:
            return
        self._is_over = True
        try:
            os.killpg(self._process.pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            return

    def last_words(self) -> str:
        lines = self.log.read_text(errors="replace").splitlines()[-LINES_TO_SHOW:]
        return f"The end of {self.log}:\n" + "\n".join(f"    {line}" for line in lines)


def caught_signals(pid: int | None) -> frozenset[signal.Signals]:
    """Which of the signals that ask a program to end this one handles itself, as far as the system tells."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return frozenset()
    mask = next(int(line.split()[1], 16) for line in status.splitlines() if line.startswith("SigCgt"))
    endings = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    return frozenset(number for number in endings if mask & 1 << (number - 1))


def die_with_parent() -> Callable[[], None] | None:
    """On Linux a child can be told to end when its parent is killed; elsewhere it cannot."""
    if sys.platform != "linux":
        return None
    libc = ctypes.CDLL(None)
    parent = os.getpid()

    def ask_the_kernel() -> None:
        libc.prctl(PR_SET_PDEATHSIG, int(signal.SIGTERM))
        if os.getppid() != parent:
            os._exit(1)

    return ask_the_kernel
