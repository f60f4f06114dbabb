"""`make run` itself, on the real parts: what it announces, how it stops, and that nothing stays behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from alongside_local.cluster import Cluster
from alongside_local.postgres import free_ports

LOCAL = Path(__file__).parents[1]
RUN = [sys.executable, "-m", "alongside_local.run"]
READY = "Alongside is ready"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks for leftovers in /proc")


@dataclass(frozen=True)
class Folder:
    """A data folder with ports of its own; the demonstration is loaded into it once for all tests."""

    data_dir: Path
    api_port: int
    web_port: int

    @property
    def environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if name != "MAKELEVEL"}
        return kept | {
            "PYTHONPATH": str(LOCAL),
            "PYTHONUNBUFFERED": "1",
            "DATA_DIR": str(self.data_dir),
            "API_PORT": str(self.api_port),
            "WEB_PORT": str(self.web_port),
        }

    def processes(self) -> dict[int, str]:
        """Every process started for this folder: the children bear its name, and Postgres holds its lock."""
        mark = f"ALONGSIDE_DATA_DIR={self.data_dir}".encode()
        found = {}
        for entry in Path("/proc").iterdir():
            try:
                if entry.name.isdigit() and mark in (entry / "environ").read_bytes().split(b"\0"):
                    found[int(entry.name)] = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode()
            except OSError:  # gone meanwhile
                continue
        return found

    def nothing_is_left(self) -> bool:
        return not self.processes() and not Cluster(self.data_dir / "postgres").is_locked()

    def child(self, word: str) -> int:
        return next(pid for pid, command in self.processes().items() if word in command)


def eventually(fact: Callable[[], bool], seconds: float = 20) -> bool:
    deadline = time.monotonic() + seconds
    while not fact():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


@dataclass
class Run:
    process: subprocess.Popen[str]
    block: str
    seconds: float


@contextmanager
def a_run(folder: Folder, command: Sequence[str] = RUN) -> Iterator[Run]:
    """A run that has said that it is ready."""
    began = time.monotonic()
    with subprocess.Popen(
        command,
        env=folder.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    ) as process:
        assert process.stdout is not None
        lines: list[str] = []
        for line in process.stdout:
            lines.append(line)
            if line.strip() == READY:
                break
        try:
            assert READY in (line.strip() for line in lines), "".join(lines)
            yield Run(process, "".join(lines), time.monotonic() - began)
        finally:
            if process.poll() is None:
                process.kill()
    assert eventually(folder.nothing_is_left), folder.processes()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """A folder in which one run has already loaded the demonstration."""
    made = Folder(tmp_path_factory.mktemp("data"), *free_ports(2))
    with a_run(made) as run:
        run.process.terminate()
        assert run.process.wait(40) == 0
    return made


def test_the_last_block_tells_addresses_and_sign_ins_and_they_are_true(folder: Folder) -> None:
    with a_run(folder) as run:
        web = f"http://127.0.0.1:{folder.web_port}"
        block = run.block[run.block.index("\n\n") :]
        assert block.rstrip().endswith(READY)
        for told in (web, f"http://localhost:{folder.web_port}", "district@demo.example.org", "alongside-demo"):
            assert told in block
        page = httpx.get(web, trust_env=False, headers={"Accept": "text/html"})
        assert (page.status_code, page.headers["content-type"]) == (200, "text/html; charset=utf-8")
        ready = httpx.get(f"{web}/health/ready", trust_env=False)
        assert ready.status_code == 200
        signed_in = httpx.post(
            f"{web}/api/v1/session",
            json={"email": "district@demo.example.org", "password": "alongside-demo"},
            headers={"Origin": web},
            trust_env=False,
        )
        assert signed_in.status_code == 201


def test_a_second_run_is_ready_in_ten_seconds_and_loads_nothing_again(folder: Folder) -> None:
    """The quicker of two: the machine may be busy with somebody else's work."""
    taken = []
    for _ in range(2):
        with a_run(folder) as run:
            taken.append(run.seconds)
            assert "Loading the demonstration" not in run.block
    assert min(taken) < 10


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_stops_everything_in_good_order(folder: Folder, number: signal.Signals) -> None:
    with a_run(folder) as run:
        run.process.send_signal(number)
        assert run.process.wait(40) == 0
        assert folder.nothing_is_left()
    last_words = Cluster(folder.data_dir / "postgres").log.read_text()[-200:]
    assert "database system is shut down" in last_words


def test_ctrl_c_stops_everything_in_good_order(folder: Folder) -> None:
    with a_run(folder) as run:
        os.killpg(run.process.pid, signal.SIGINT)
        assert run.process.wait(40) == 0
        assert folder.nothing_is_left()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGKILL])
def test_a_signal_to_make_alone_stops_everything(folder: Folder, tmp_path: Path, number: signal.Signals) -> None:
    makefile = tmp_path / "Makefile"
    makefile.write_text(f"run:\n\t@exec {' '.join(RUN)}\n")
    with a_run(folder, ["make", "-f", str(makefile), "run"]) as run:
        run.process.send_signal(number)
        assert run.process.wait(40) != 0
        assert eventually(folder.nothing_is_left), folder.processes()


def test_a_killed_run_leaves_nothing_behind_and_the_next_one_starts(folder: Folder) -> None:
    with a_run(folder) as run:
        run.process.kill()
        run.process.wait(10)
        assert eventually(folder.nothing_is_left), folder.processes()
    with a_run(folder) as run:
        assert run.process.poll() is None


@pytest.mark.parametrize(("name", "word"), [("worker", "alongside worker"), ("api", "alongside serve")])
def test_when_a_part_dies_the_run_says_which_and_ends(folder: Folder, name: str, word: str) -> None:
    with a_run(folder) as run:
        os.kill(folder.child(word), signal.SIGKILL)
        assert run.process.wait(40) == 1
        assert run.process.stdout is not None
        assert f"The {name} ended" in run.process.stdout.read()
        assert folder.nothing_is_left()


def test_when_postgres_dies_the_run_says_so_and_ends(folder: Folder) -> None:
    with a_run(folder) as run:
        postmaster = Cluster(folder.data_dir / "postgres").postmaster()
        assert postmaster is not None
        os.kill(postmaster, signal.SIGKILL)
        assert run.process.wait(40) == 1
        assert run.process.stdout is not None
        assert "PostgreSQL" in run.process.stdout.read()


def refused(folder: Folder) -> str:
    done = subprocess.run(RUN, env=folder.environment, capture_output=True, text=True, timeout=60)
    assert done.returncode == 1
    return done.stderr


def test_a_second_run_in_the_same_checkout_is_told_so(folder: Folder) -> None:
    with a_run(folder) as run:
        elsewhere = Folder(folder.data_dir, *free_ports(2))  # while the run holds its own
        assert f"in use by process {run.process.pid}" in refused(elsewhere)
        assert httpx.get(f"http://127.0.0.1:{folder.web_port}/health/ready", trust_env=False).status_code == 200


@pytest.mark.parametrize("variable", ["API_PORT", "WEB_PORT"])
def test_a_port_in_use_is_named_with_the_way_out(folder: Folder, tmp_path: Path, variable: str) -> None:
    with a_run(folder):
        ports = dict(zip(("API_PORT", "WEB_PORT"), free_ports(2), strict=True))
        ports[variable] = folder.api_port
        said = refused(Folder(tmp_path, ports["API_PORT"], ports["WEB_PORT"]))
    assert f"Port {folder.api_port} is already in use" in said
    assert f"make run {variable}=" in said


def test_half_a_database_address_is_refused(tmp_path: Path) -> None:
    folder = Folder(tmp_path, *free_ports(2))
    environment = folder.environment | {"DATABASE_URL": "postgresql://alongside_app@127.0.0.1/alongside"}
    done = subprocess.run(RUN, env=environment, capture_output=True, text=True, timeout=60)
    assert done.returncode == 1
    assert "MIGRATION_DATABASE_URL" in done.stderr


def test_a_throwaway_run_gives_its_command_the_address_and_its_status_back(tmp_path: Path) -> None:
    folder = Folder(tmp_path, *free_ports(2))
    asks = (
        "import os, sys, httpx;"
        "answer = httpx.get(os.environ['E2E_BASE_URL'] + '/health/ready', trust_env=False);"
        "sys.exit(7 if answer.status_code == 200 else 1)"
    )
    done = subprocess.run(
        [*RUN, "--throwaway", "--", sys.executable, "-c", asks],
        env=folder.environment,
        capture_output=True,
        text=True,
        timeout=110,
    )
    assert done.returncode == 7, done.stdout + done.stderr
    assert list(tmp_path.iterdir()) == []
