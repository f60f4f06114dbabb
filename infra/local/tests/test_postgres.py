"""The checkout's own PostgreSQL: who may connect, what survives which death, and what is left behind."""

from __future__ import annotations

import os
import signal
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import asyncpg
import pytest

from alongside_local.cluster import stands_in
from alongside_local.postgres import (
    APP,
    OWNER,
    SUPERUSER,
    UNSAFE_BUT_FAST,
    AlreadyRunning,
    LocalPostgres,
    PostgresError,
    running_server,
)

LOCAL = Path(__file__).parents[1]

OWNER_PROCESS = """
import sys, time
from alongside_local.postgres import LocalPostgres, UNSAFE_BUT_FAST
server = LocalPostgres(sys.argv[1])
server.start(UNSAFE_BUT_FAST)
print(server.pid, flush=True)
time.sleep(60)
"""


async def ask(dsn: str, statement: str) -> object:
    connection = await asyncpg.connect(dsn, timeout=10)
    try:
        return await connection.fetchval(statement)
    finally:
        await connection.close()


def eventually(fact: Callable[[], bool], seconds: float = 20) -> bool:
    deadline = time.monotonic() + seconds
    while not fact():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


@contextmanager
def an_owner(data_dir: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """A process that has started a server, and that server's process id."""
    with subprocess.Popen(
        [sys.executable, "-c", OWNER_PROCESS, str(data_dir)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(LOCAL)},
    ) as owner:
        assert owner.stdout is not None
        yield owner, int(owner.stdout.readline())
        owner.kill()


@pytest.mark.anyio
@pytest.mark.parametrize("role", [SUPERUSER, OWNER, APP])
async def test_each_role_signs_in_with_its_password(server: LocalPostgres, role: str) -> None:
    assert await ask(server.dsn(role, "alongside"), "select current_user") == role


@pytest.mark.anyio
@pytest.mark.parametrize("role", [SUPERUSER, OWNER, APP])
async def test_nobody_signs_in_with_a_wrong_password(server: LocalPostgres, role: str) -> None:
    with pytest.raises(asyncpg.InvalidPasswordError):
        await ask(f"postgresql://{role}:guess@127.0.0.1:{server.port}/alongside", "select 1")


@pytest.mark.anyio
async def test_the_application_role_owns_nothing_and_cannot_bypass_row_security(
    server: LocalPostgres,
) -> None:
    app = server.dsn(APP, "alongside")
    assert (
        await ask(
            app,
            "select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb from pg_roles"
            " where rolname = current_user",
        )
        is False
    )
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await ask(app, "create table public.mine (id int)")


@pytest.mark.anyio
async def test_the_owner_role_creates_the_extensions_it_may_and_finds_the_other(
    server: LocalPostgres,
) -> None:
    owner = server.dsn(OWNER, "alongside")
    for extension in ("pg_trgm", "btree_gist", "unaccent", "pg_stat_statements"):
        await ask(owner, f"create extension if not exists {extension}")
    assert await ask(owner, "select similarity('partner', 'partners') > 0.5") is True
    assert server.run_sql("select count(*) > 0 from pg_stat_statements", database="alongside") == "t"


def test_the_server_listens_on_loopback_alone_and_opens_no_socket_file(server: LocalPostgres) -> None:
    assert server.run_sql("show listen_addresses") == "127.0.0.1"
    assert server.run_sql("show unix_socket_directories") == ""
    methods = server.run_sql("select distinct auth_method from pg_hba_file_rules")
    assert methods == "scram-sha-256"


def test_secrets_and_data_are_for_their_owner_only(server: LocalPostgres) -> None:
    for private, mode in (("passwords.json", 0o600), ("cluster", 0o700)):
        assert stat.S_IMODE((server.data_dir / private).stat().st_mode) == mode


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has to become somebody else")
def test_as_root_the_server_runs_as_somebody_else(server: LocalPostgres) -> None:
    assert Path(f"/proc/{server.pid}").stat().st_uid != 0


@pytest.mark.anyio
async def test_a_database_is_cloned_from_a_template(server: LocalPostgres) -> None:
    server.create_database("template")
    await ask(server.dsn(OWNER, "template"), "create table school (id int)")
    server.create_database("clone", template="template")
    assert await ask(server.dsn(OWNER, "clone"), "select count(*) from school") == 0
    assert server.database_exists("clone")
    server.drop_database("clone")
    assert not server.database_exists("clone")


@pytest.mark.anyio
async def test_data_and_passwords_survive_a_restart(stopped: LocalPostgres) -> None:
    stopped.start(UNSAFE_BUT_FAST)
    stopped.create_database("alongside")
    await ask(stopped.dsn(OWNER, "alongside"), "create table school (id int)")
    stopped.stop()
    again = LocalPostgres(stopped.data_dir)
    again.start(UNSAFE_BUT_FAST)
    try:
        assert await ask(again.dsn(OWNER, "alongside"), "select count(*) from school") == 0
    finally:
        again.stop()


def test_stopping_leaves_no_process(stopped: LocalPostgres) -> None:
    stopped.start(UNSAFE_BUT_FAST)
    pid = stopped.pid
    stopped.stop()
    assert not stands_in(pid, stopped.cluster.folder)
    assert not (stopped.cluster.folder / "postmaster.pid").exists()
    stopped.stop()


@pytest.mark.anyio
async def test_a_killed_server_comes_back_with_what_was_committed(stopped: LocalPostgres) -> None:
    stopped.start()
    stopped.create_database("alongside")
    await ask(stopped.dsn(OWNER, "alongside"), "create table school as select 1 as id")
    known = stopped.dsn(OWNER, "alongside")
    stopped.kill()
    assert not stopped.is_running
    stopped.start()
    # where it was before: whoever was connected finds it again
    assert await ask(known, "select count(*) from school") == 1


def test_a_server_whose_port_was_taken_meanwhile_finds_another(stopped: LocalPostgres) -> None:
    stopped.start(UNSAFE_BUT_FAST)
    before = stopped.port
    stopped.stop()
    with socket.create_server(("127.0.0.1", before)):
        stopped.start(UNSAFE_BUT_FAST)
    assert stopped.port != before
    assert stopped.run_sql("select 1") == "1"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL, signal.SIGHUP])
def test_the_server_ends_with_the_process_that_started_it(tmp_path: Path, number: signal.Signals) -> None:
    with an_owner(tmp_path / "postgres") as (owner, postmaster):
        owner.send_signal(number)
        owner.wait(10)
        assert eventually(lambda: not stands_in(postmaster, tmp_path / "postgres/cluster"))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a process that its parent was killed")
def test_the_server_ends_even_when_owner_and_guard_are_killed_together(tmp_path: Path) -> None:
    with an_owner(tmp_path / "postgres") as (owner, postmaster):
        guard = int(Path(f"/proc/{postmaster}/stat").read_text().rsplit(")", 1)[1].split()[1])
        os.kill(owner.pid, signal.SIGKILL)
        os.kill(guard, signal.SIGKILL)
        owner.wait(10)
        assert eventually(lambda: not stands_in(postmaster, tmp_path / "postgres/cluster"))


def test_a_new_owner_waits_for_the_killed_ones_server_and_starts_its_own(tmp_path: Path) -> None:
    with an_owner(tmp_path / "postgres") as (owner, postmaster):
        owner.kill()
        owner.wait(10)
        with LocalPostgres(tmp_path / "postgres") as successor:
            assert successor.pid != postmaster
            assert successor.run_sql("select 1") == "1"


def test_a_second_owner_is_told_who_the_first_is(stopped: LocalPostgres) -> None:
    stopped.start(UNSAFE_BUT_FAST)
    with pytest.raises(AlreadyRunning, match=f"in use by process {os.getpid()}"):
        LocalPostgres(stopped.data_dir).start()
    assert stopped.run_sql("select 1") == "1"


def test_another_process_may_use_a_running_server(stopped: LocalPostgres) -> None:
    assert running_server(stopped.data_dir) is None
    stopped.start(UNSAFE_BUT_FAST)
    seen = running_server(stopped.data_dir)
    assert seen is not None
    assert seen.dsn(APP, "alongside") == stopped.dsn(APP, "alongside")
    stopped.stop()
    assert running_server(stopped.data_dir) is None


def test_two_folders_are_two_servers(server: LocalPostgres, stopped: LocalPostgres) -> None:
    stopped.start(UNSAFE_BUT_FAST)
    assert stopped.port != server.port
    assert not stopped.database_exists("alongside")


def test_a_pid_file_that_names_a_stranger_is_cleared_and_the_stranger_left_alone(
    stopped: LocalPostgres,
) -> None:
    stopped.start(UNSAFE_BUT_FAST)
    stopped.kill()
    stranger = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    try:
        pid_file = stopped.cluster.folder / "postmaster.pid"
        lines = pid_file.read_text().splitlines()
        pid_file.write_text("\n".join([str(stranger.pid), *lines[1:]]) + "\n")
        stopped.start(UNSAFE_BUT_FAST)
        assert stopped.run_sql("select 1") == "1"
        assert stranger.poll() is None
    finally:
        stranger.kill()
        stranger.wait()


def test_an_interrupted_creation_is_begun_again(stopped: LocalPostgres) -> None:
    half = stopped.data_dir / "initdb" / "cluster"
    half.mkdir(parents=True)
    (half / "PG_VERSION").write_text("18\n")
    stopped.start(UNSAFE_BUT_FAST)
    assert stopped.run_sql("select 1") == "1"
    assert not (stopped.data_dir / "initdb").exists()


def test_a_cluster_of_another_version_is_refused(stopped: LocalPostgres) -> None:
    stopped.start(UNSAFE_BUT_FAST)
    stopped.stop()
    (stopped.cluster.folder / "PG_VERSION").write_text("15\n")
    with pytest.raises(PostgresError, match="made by PostgreSQL 15"):
        stopped.start()


def test_a_setting_that_the_server_refuses_is_reported_in_its_words(stopped: LocalPostgres) -> None:
    with pytest.raises(PostgresError, match="no_such_setting"):
        stopped.start({"no_such_setting": "1"})
    stopped.start(UNSAFE_BUT_FAST)


@pytest.mark.skipif(os.geteuid() != 0, reason="an ordinary user has no folder that its own server cannot reach")
def test_as_root_it_works_below_a_folder_that_only_root_may_enter(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    with LocalPostgres(closed / "postgres") as server:
        assert server.run_sql("select 1") == "1"
        assert stat.S_IMODE(closed.stat().st_mode) == 0o700
        assert closed.stat().st_uid == 0
