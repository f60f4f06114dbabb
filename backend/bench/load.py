"""Load on loopback, bounded in time: wrk, sixteen connections, one thread."""

import re
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Measured:
    """One run: requests a second, median and 99th percentile in milliseconds, answers that were not 2xx."""

    rps: float
    p50: float
    p99: float
    failed: int


class NoLoadGenerator(RuntimeError):
    """wrk is not installed."""


_LATENCY = re.compile(r"^\s+(50|99)%\s+([\d.]+)(us|ms|s)", re.M)
_UNITS = {"us": 0.001, "ms": 1.0, "s": 1000.0}


def run(script: str, url: str, *, seconds: float = 3, connections: int = 16) -> Measured:
    """Run one Lua script (method, headers, body) against one address."""
    wrk = shutil.which("wrk")
    if wrk is None:
        raise NoLoadGenerator("make bench needs wrk (Debian: apt-get install wrk)")
    if not url.startswith("http://127.0.0.1:"):
        raise ValueError("load goes to this machine only")
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as file:
        file.write(script)
        file.flush()
        done = subprocess.run(
            [wrk, "-t1", f"-c{connections}", f"-d{round(seconds)}s", "--latency", "-s", str(Path(file.name)), url],
            capture_output=True, text=True, check=True, timeout=seconds + 30,
        ).stdout  # fmt: skip
    rps = re.search(r"Requests/sec:\s+([\d.]+)", done)
    assert rps is not None, done
    latency = {share: float(value) * _UNITS[unit] for share, value, unit in _LATENCY.findall(done)}
    failed = re.search(r"Non-2xx or 3xx responses: (\d+)", done)
    return Measured(float(rps[1]), latency["50"], latency["99"], int(failed[1]) if failed else 0)


def get(headers: dict[str, str], paths: list[str]) -> str:
    """GETs that walk through several paths."""
    return _script("GET", headers, f"local paths = {{{_list(paths)}}}", "paths[1 + n % #paths]", "nil")


def write(method: str, headers: dict[str, str], paths: list[str], body: str) -> str:
    """Writes: `%N%` in the body is a number that no other request of the run has."""
    setup = f"local paths = {{{_list(paths)}}}\nlocal start = os.time() % 100000 * 100000"
    return _script(method, headers, setup, "paths[1 + n % #paths]", f"(string.gsub({body!r}, '%%N%%', start + n))")


def _list(paths: list[str]) -> str:
    return ", ".join(f'"{path}"' for path in paths)


def _script(method: str, headers: dict[str, str], setup: str, path: str, body: str) -> str:
    named = ", ".join(f'["{name}"] = "{value}"' for name, value in headers.items())
    return (
        f"{setup}\nlocal n = 0\nlocal headers = {{{named}}}\n"
        f'request = function()\n  n = n + 1\n  return wrk.format("{method}", {path}, headers, {body})\nend\n'
    )
