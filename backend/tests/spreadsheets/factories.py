"""Files that are brought in a test, and the steps that an office takes with them."""

import csv
from io import StringIO
from typing import Any
from uuid import UUID

import httpx

from alongside.identity.queries import get_tenant
from alongside.integrations.spreadsheets.models import Spreadsheet, SpreadsheetRow
from alongside.integrations.spreadsheets.perform import perform
from alongside.integrations.spreadsheets.reading import Sheet
from alongside.integrations.spreadsheets.tables import describe, proposed_matching
from tests.schools.factories import a_school
from tests.world import World

URL = "/api/v1/spreadsheets"
SCHOOLS = (
    "Alderbrook Elementary School", "Birch Hill School", "Cedar Grove Academy", "Dover High School",
    "Eastlake Middle School", "Fernwood School", "Garfield Heights School", "Hillcrest School",
)  # fmt: skip


def csv_of(*rows: tuple[str, ...], separator: str = ",", encoding: str = "utf-8") -> bytes:
    """Rows as a program would write them."""
    text = StringIO()
    csv.writer(text, delimiter=separator).writerows(rows)
    return text.getvalue().encode(encoding)


async def some_schools(world: World) -> dict[str, UUID]:
    """The schools that the files name."""
    return {name: await a_school(world, name=name) for name in SCHOOLS}


async def send(http: httpx.AsyncClient, content: bytes, name: str = "partners.csv") -> httpx.Response:
    return await http.post(URL, files={"file": (name, content, "application/octet-stream")})


def done(answer: httpx.Response, status: int = 200) -> dict[str, Any]:
    assert answer.status_code == status, answer.text
    body: dict[str, Any] = answer.json()
    return body


async def a_spreadsheet(world: World, *, name: str = "partners.csv", tenant: UUID | None = None) -> UUID:
    """A file of one partner, as it was uploaded."""
    described = describe(Sheet(name, [(1, ["Partner"]), (2, [name])]))
    spreadsheet = await world.add(
        Spreadsheet, tenant=tenant, name=name, sha256="0" * 64, size=10, shape="a", sheets=[described],
        matching=proposed_matching([described]), decisions={},
    )  # fmt: skip
    for number, cells in ((1, ["Partner"]), (2, [name])):
        await world.add(SpreadsheetRow, tenant=tenant, spreadsheet_id=spreadsheet, sheet=0, number=number, cells=cells)
    return spreadsheet


async def work(world: World, spreadsheet: UUID | str) -> None:
    """The worker takes the step that waits."""
    tenant = await get_tenant(world.database, world.tenant_id)
    assert tenant is not None
    await perform(world.database, tenant, UUID(str(spreadsheet)))


class Desk:
    """Somebody of the office with one file."""

    def __init__(self, http: httpx.AsyncClient, sheet: dict[str, Any]) -> None:
        self.http, self.sheet = http, sheet
        self.url = f"{URL}/{sheet['id']}"

    @classmethod
    async def bring(cls, http: httpx.AsyncClient, content: bytes, name: str = "partners.csv") -> "Desk":
        return cls(http, done(await send(http, content, name), 201))

    async def match(self, **changes: Any) -> dict[str, Any]:
        body = {**self.sheet["matching"], **changes}
        self.sheet = done(await self.http.put(f"{self.url}/matching", json=body, headers={"If-Match": "*"}))
        return self.sheet

    async def check(self) -> dict[str, Any]:
        self.sheet = done(await self.http.post(f"{self.url}/check"))
        return self.sheet

    async def decide(self, rest: str | None = None, *decisions: dict[str, Any]) -> dict[str, Any]:
        body = {"decisions": list(decisions), "rest": rest}
        self.sheet = done(await self.http.put(f"{self.url}/decisions", json=body, headers={"If-Match": "*"}))
        return self.sheet

    async def commit(self, world: World | None = None) -> dict[str, Any]:
        """With a world its worker does what is too long for a request."""
        answer = await self.http.post(f"{self.url}/commit")
        if world is not None and answer.status_code == 202:
            await work(world, self.sheet["id"])
            answer = await self.http.get(self.url)
        self.sheet = done(answer)
        return self.sheet

    async def problems(self, **query: Any) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        cursor = None
        while True:
            asked = {**query, "limit": 500, **({"cursor": cursor} if cursor else {})}
            page = done(await self.http.get(f"{self.url}/problems", params=asked))
            found += page["items"]
            cursor = page["next_cursor"]
            if cursor is None:
                return found

    async def codes(self) -> list[tuple[int | None, str, str]]:
        return [(each["number"], each["code"], each["weight"]) for each in await self.problems()]

    @property
    def counts(self) -> dict[str, dict[str, int]]:
        counts: dict[str, dict[str, int]] = self.sheet["outcome"]["counts"]
        return counts
