"""The demonstration, loaded once for all its tests into a database of its own."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from alongside.app import create_app
from alongside.core.db import Database
from alongside.core.settings import Settings
from alongside.demo import command
from tests.conftest import clone
from tests.demo.scene import Demonstration, settings_for


@pytest.fixture(scope="session")
async def demonstration(
    addresses: dict[str, str], worker_id: str, test_settings: Settings
) -> AsyncIterator[Demonstration]:
    urls = await asyncio.to_thread(clone, addresses, f"demo_{worker_id}")
    settings = settings_for(test_settings, urls)
    said = await command.bring(settings, anew=False)
    assert said.startswith("The demonstration is loaded")
    app = create_app(settings)
    app.state.database = await Database.connect(settings)
    app.state.is_draining = False
    made = Demonstration(app, settings)
    yield made
    for client in made.clients.values():
        await client.aclose()
    await app.state.database.close()
