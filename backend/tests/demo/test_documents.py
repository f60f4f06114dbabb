"""The documents' curl calls, run in order against a served demonstration: a story that went stale fails here."""

import asyncio
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from alongside.core.settings import Settings
from alongside.demo import command
from tests.conftest import clone
from tests.demo.scene import settings_for
from tests.demo.test_refusal import free_port

ROOT = Path(__file__).resolve().parents[3]
MARK = "=== step"

pytestmark = [
    pytest.mark.timeout(300),
    pytest.mark.skipif(shutil.which("curl") is None, reason="the documents' calls need curl"),
]


def scripts(document: str, heading: str) -> list[str]:
    """The shell blocks under a heading of the second level, in order."""
    found = re.search(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", (ROOT / document).read_text(), re.M | re.S)
    assert found is not None
    return re.findall(r"^```sh\n(.*?)^```", found[1], re.M | re.S)


def run(blocks: list[str], address: str, folder: Path) -> list[str]:
    """What each block prints; every call must succeed."""
    steps = "\n".join(f"echo '{MARK}'\n{block}" for block in blocks)
    script = f"set -euo pipefail\n{steps}".replace("http://127.0.0.1:5173", address)
    environment = {**os.environ, "ALONGSIDE": address, "no_proxy": "127.0.0.1", "NO_PROXY": "127.0.0.1"}
    done = subprocess.run(
        ["bash", "-c", script],
        env=environment,
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
        cwd=folder,
    )
    assert done.returncode == 0, f"{done.stdout[-2000:]}\n{done.stderr[-2000:]}"
    return done.stdout.split(MARK)[1:]


@pytest.fixture(scope="module")
async def address(addresses: dict[str, str], worker_id: str, test_settings: Settings) -> AsyncIterator[str]:
    """A demonstration of its own, served by the real command."""
    urls = await asyncio.to_thread(clone, addresses, f"documents_{worker_id}")
    await command.bring(settings_for(test_settings, urls), anew=False)
    port = free_port()
    place = f"http://127.0.0.1:{port}"
    environment = {**os.environ, "DATABASE_URL": urls["DATABASE_URL"], "ALONGSIDE_ALLOWED_ORIGINS": place}
    process = subprocess.Popen(  # noqa: ASYNC220 - it lives as long as the fixture
        [sys.executable, "-m", "alongside", "serve", "--port", str(port)], cwd=ROOT / "backend", env=environment,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        until = time.monotonic() + 60
        async with httpx.AsyncClient(base_url=place, trust_env=False) as http:
            while True:
                try:
                    if (await http.get("/health/ready")).is_success:
                        break
                except httpx.TransportError:
                    assert time.monotonic() < until, "the API does not start"
                await asyncio.sleep(0.1)
        yield place
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=30)


async def test_a_machine_gets_its_token_as_the_page_says(address: str, tmp_path: Path) -> None:
    (said,) = await asyncio.to_thread(run, scripts("docs/api.md", "Signing in"), address, tmp_path)
    assert json.loads(said)["token_type"].lower() == "bearer"


async def test_the_readme_s_calls_answer(address: str, tmp_path: Path) -> None:
    blocks = scripts("README.md", "The same with curl")
    assert len(blocks) == 2
    said, _ = await asyncio.to_thread(run, blocks, address, tmp_path)
    assert '"items"' in said


async def test_the_whole_story_goes_from_a_need_to_a_measured_result(address: str, tmp_path: Path) -> None:
    """The seven steps, by curl alone."""
    blocks = scripts("docs/api.md", "The whole story with curl")
    assert len(blocks) == 9
    said = await asyncio.to_thread(run, blocks, address, tmp_path)
    assert '"status":"open"' in said[7]
    thread = json.dumps(json.loads(said[8]))
    for told in ("Fractions in grade 6", "Math tutoring", "Fractions learned"):
        assert told in thread
