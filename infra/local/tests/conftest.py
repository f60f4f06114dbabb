"""Servers and folders that the tests of the local machinery share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from alongside_local.postgres import UNSAFE_BUT_FAST, LocalPostgres


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalPostgres]:
    """One running server with one database, `alongside`, for tests that do not stop it."""
    running = LocalPostgres(tmp_path_factory.mktemp("shared"))
    running.start(UNSAFE_BUT_FAST)
    running.create_database("alongside")
    yield running
    running.stop()


@pytest.fixture
def stopped(tmp_path: Path) -> Iterator[LocalPostgres]:
    """A server of the test's own, not yet started, stopped afterwards whatever the test did."""
    own = LocalPostgres(tmp_path / "postgres")
    yield own
    own.stop()
