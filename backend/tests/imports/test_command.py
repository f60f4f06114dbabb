"""`alongside import` as somebody with a shell runs it."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.imports.factories import CHICAGO
from tests.imports.test_files import ALDER, SCHOOLS, of_schools
from tests.world import World

BACKEND = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def files(tmp_path: Path) -> Path:
    (tmp_path / "schools.csv").write_text(of_schools(ALDER))
    (tmp_path / "wrong.csv").write_text(of_schools(ALDER.replace("Alder", "=cmd|1")))
    (tmp_path / "schools.toml").write_text(SCHOOLS)
    return tmp_path


def run(urls: dict[str, str], *arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "alongside", "import", *map(str, arguments)], cwd=BACKEND,
        env={"PATH": "", **urls}, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip


async def test_a_district_loads_its_files_from_the_command_line(
    world: World, database_urls: dict[str, str], files: Path
) -> None:
    tenant = ("--tenant", world.slug)
    mapping = ("--mapping", files / "schools.toml")
    catalogue = run(database_urls, "catalogue", CHICAGO / "measures.toml", *tenant)
    assert (catalogue.returncode, "31 created" in catalogue.stdout) == (0, True), catalogue.stderr
    tried = run(database_urls, "schools", files / "schools.csv", *tenant, *mapping, "--dry-run")
    assert (tried.returncode, "dry run" in tried.stdout) == (0, True), tried.stderr
    assert await world.rows("select 1 from school") == []
    done = run(database_urls, "schools", files / "schools.csv", *tenant, *mapping)
    assert (done.returncode, "1 created, 0 updated, 0 unchanged" in done.stdout) == (0, True), done.stderr
    assert [row["name"] for row in await world.rows("select name from school")] == ["Alder"]
    wrong = run(database_urls, "schools", files / "wrong.csv", *tenant, *mapping)
    assert wrong.returncode == 1
    assert "row 2, name: This begins like a spreadsheet formula (formula)" in wrong.stdout
    assert "cmd" not in wrong.stdout + wrong.stderr


async def test_an_unknown_tenant_and_a_wrong_mapping_are_said_plainly(
    world: World, database_urls: dict[str, str], files: Path
) -> None:
    arguments = ("schools", files / "schools.csv", "--mapping")
    nobody = run(database_urls, *arguments, files / "schools.toml", "--tenant", "nobody")
    assert (nobody.returncode, "There is no tenant" in nobody.stderr) == (2, True)
    (files / "wrong.toml").write_text("kind = 'schools'")
    wrong = run(database_urls, *arguments, files / "wrong.toml", "--tenant", world.slug)
    assert (wrong.returncode, "--mapping" in wrong.stderr) == (2, True)
    assert "Traceback" not in wrong.stderr + nobody.stderr
