"""A district's files have a room: it is measured over every table that keeps some, and nothing passes its bar."""

import asyncio
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest

from alongside.agreements.models import AgreementDocument
from alongside.core.settings import Settings
from alongside.core.storage import KEPT, MEGABYTE, Kept, Usage, as_words
from alongside.identity.scopes import Role, Scope
from alongside.papers.models import PaperFile
from tests.agreements.factories import an_agreement
from tests.packs.factories import in_two
from tests.papers.factories import a_paper
from tests.partners.factories import a_partner
from tests.spreadsheets.factories import csv_of
from tests.spreadsheets.factories import send as send_spreadsheet
from tests.world import Person, World

BACKEND = Path(__file__).resolve().parent.parent.parent
STORAGE = "/api/v1/settings/storage"
PDF = b"%PDF-1.7\n"


async def may_keep(world: World, megabytes: int | None, tenant: UUID | None = None) -> None:
    await world.owner.execute(
        "update tenant set file_quota_mb = $1 where id = $2", megabytes, tenant or world.tenant_id
    )


async def filled(world: World, partner: UUID, size: int, tenant: UUID | None = None) -> None:
    """A scan that says it is so large; its bytes are not looked at again."""
    paper = await a_paper(world, partner=partner, tenant=tenant)
    await world.add(
        PaperFile, tenant=tenant, paper_id=paper, name="scan.pdf", media_type="application/pdf", sha256="0" * 64,
        size=size, content=PDF,
    )  # fmt: skip


async def told(office: Person) -> dict[str, Any]:
    answer = await office.http.get(STORAGE)
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.json()
    return body


Send = Callable[[bytes], Awaitable[httpx.Response]]


async def every_upload(world: World, office: Person, partner: UUID) -> dict[str, Send]:
    """Each operation of the contract that keeps a file, by its address there."""
    paper = await a_paper(world, partner=partner, status="draft")
    agreement = await an_agreement(world, partner=partner)

    def at(address: str) -> Send:
        return lambda content: office.http.post(address, files={"file": ("a.pdf", content)})

    return {
        "/api/v1/papers/{paper_id}/documents": at(f"/api/v1/papers/{paper}/documents"),
        "/api/v1/agreements/{agreement_id}/documents": at(f"/api/v1/agreements/{agreement}/documents"),
        "/api/v1/spreadsheets": lambda content: send_spreadsheet(
            office.http, csv_of(("Partner", "EIN"), (content[9:].decode(), ""))
        ),
    }


FORMS = {"multipart/form-data", "application/octet-stream"}
KEEPS_NOTHING = {"/api/v1/imports/{kind}"}
"""Reads a file into records and forgets it."""


async def test_every_operation_that_takes_a_file_counts_it_and_refuses_it_when_there_is_no_room(world: World) -> None:
    office, partner = await world.person(Role.DISTRICT_ADMIN), await a_partner(world)
    uploads = await every_upload(world, office, partner)
    take_files = {
        path
        for path, operations in world.app.openapi()["paths"].items()
        for operation in operations.values()
        if {"multipart/form-data", "application/octet-stream"}
        & operation.get("requestBody", {"content": {}})["content"].keys()
    }
    assert take_files - KEEPS_NOTHING == set(uploads)
    assert len(uploads) == len(KEPT), "each table is filled by one of them"
    for place, send in enumerate(uploads.values(), 1):
        before = await told(office)
        answer = await send(PDF + b"x" * 4_000)
        assert answer.status_code == 201, answer.text
        after = await told(office)
        assert after["used_bytes"] - before["used_bytes"] >= 4_000
        assert sum(each["bytes"] for each in after["kept"]) == after["used_bytes"]
        assert sum(each["files"] for each in after["kept"]) == place
    await may_keep(world, 1)
    await filled(world, partner, MEGABYTE - (await told(office))["used_bytes"] - 1_000)
    full = await told(office)
    for path, send in uploads.items():
        answer = await send(PDF + b"x" * 4_000)
        body = answer.json()
        assert (answer.status_code, body["type"]) == (422, "urn:alongside:problem:storage-full"), path
        (error,) = body["errors"]
        assert (error["pointer"], error["code"]) == ("/file", "storage_full")
        assert error["params"] == {"used": "999 KB", "allowed": "1 MB"}
        assert error["detail"].startswith("999 KB of the 1 MB for the district’s files are used")
        assert (body["used_bytes"], body["allowed_bytes"]) == (full["used_bytes"], MEGABYTE)
        assert body["file_bytes"] >= 4_000
    assert await told(office) == full, "nothing was kept"
    await may_keep(world, None)
    assert (await told(office))["allowed_bytes"] == 10_000 * MEGABYTE, "as the installation says"
    for send in uploads.values():
        assert (await send(PDF + b"y" * 4_000)).status_code == 201


async def test_the_last_byte_fits_and_one_more_does_not(world: World) -> None:
    office, partner = await world.person(Role.PARTNERSHIP_OFFICE), await a_partner(world)
    send = (await every_upload(world, office, partner))["/api/v1/papers/{paper_id}/documents"]
    await may_keep(world, 1)
    await filled(world, partner, MEGABYTE - 2_000)
    assert (await send(PDF.ljust(2_001, b"x"))).status_code == 422
    assert (await send(PDF.ljust(2_000, b"x"))).status_code == 201
    assert (await told(office))["used_bytes"] == MEGABYTE
    assert (await send(PDF)).status_code == 422


async def test_uploads_at_once_do_not_pass_the_bar_together(world: World) -> None:
    office, partner = await world.person(Role.PARTNERSHIP_OFFICE), await a_partner(world)
    uploads = await every_upload(world, office, partner)
    sends = [uploads[path] for path in uploads if path.endswith("/documents")]
    await may_keep(world, 1)
    answers = await asyncio.gather(*(sends[place % 2](PDF.ljust(300_000, b"x")) for place in range(8)))
    assert sorted(answer.status_code for answer in answers) == [201] * 3 + [422] * 5
    assert (await told(office))["used_bytes"] == 900_000


async def test_what_is_deleted_frees_its_room(world: World) -> None:
    office = await world.person(Role.DISTRICT_ADMIN)
    made = await send_spreadsheet(office.http, csv_of(("Partner", "EIN"), ("Harbor Arts", "")))
    assert (await told(office))["used_bytes"] > 0
    gone = await office.http.delete(made.headers["location"], headers={"If-Match": made.headers["etag"]})
    assert gone.status_code == 204
    assert (await world.rows("select 1 from spreadsheet_row")) == []
    assert (await told(office))["used_bytes"] == 0
    agreement = await an_agreement(world, partner=await a_partner(world))
    await world.add(
        AgreementDocument, agreement_id=agreement, name="a.pdf", media_type="application/pdf", sha256="0" * 64,
        size=700, content=PDF,
    )  # fmt: skip
    assert (await told(office))["used_bytes"] == 700
    await world.rows("delete from agreement_document returning 1")
    assert (await told(office))["used_bytes"] == 0


async def test_scans_that_come_in_a_pack_need_room_too_and_then_nothing_is_taken(world: World) -> None:
    two = await in_two(world)
    pack = await two.make()
    items = [item for item in await two.compare(pack) if item["part"] == "papers" and item["can_take"]]
    await may_keep(world, 1, world.stranger_id)
    there = await a_partner(world, tenant=world.stranger_id)
    await filled(world, there, MEGABYTE, tenant=world.stranger_id)
    answer = await two.take(pack, items)
    assert (answer.status_code, answer.json()["type"].rpartition(":")[2]) == (422, "storage-full")
    assert await world.rows("select 1 from pack_taking", tenant=world.stranger_id) == []
    await may_keep(world, None, world.stranger_id)
    assert (await two.take(pack, items)).status_code == 200


async def test_one_districts_files_take_no_room_of_anothers(world: World) -> None:
    office = await world.person(Role.DISTRICT_ADMIN)
    partner = await a_partner(world, tenant=world.stranger_id)
    await filled(world, partner, 5 * MEGABYTE, tenant=world.stranger_id)
    assert (await told(office))["used_bytes"] == 0


async def test_only_the_district_office_sees_how_full_it_is(world: World) -> None:
    assert (await world.anonymous().get(STORAGE)).status_code == 401
    partner = await a_partner(world)
    for role in Role:
        own = partner if role.value.startswith("partner_") else None
        answer = await (await world.person(role, partner=own)).http.get(STORAGE)
        if role in (Role.DISTRICT_ADMIN, Role.PARTNERSHIP_OFFICE):
            assert answer.status_code == 200
        else:
            assert (answer.status_code, answer.json()["missing_scope"]) == (403, "storage:read")
    machine = await world.machine(Scope.STORAGE_READ)
    assert (await machine.get(STORAGE)).json()["state"] == "roomy"


@pytest.mark.parametrize(
    ("used", "state", "task"),
    [
        (799_999, "roomy", None), (800_000, "filling", ("files_filling", "later", None)),
        (949_999, "filling", ("files_filling", "later", None)),
        (950_000, "nearly_full", ("files_nearly_full", "this_week", "2020-01-27")),
        (2_000_000, "nearly_full", ("files_nearly_full", "this_week", "2020-01-27")),
    ],
)  # fmt: skip
async def test_the_office_is_told_before_it_is_full(
    world: World, used: int, state: str, task: tuple[str, str, str | None] | None
) -> None:
    office, risk = await world.person(Role.PARTNERSHIP_OFFICE), await world.person(Role.COMPLIANCE_REVIEWER)
    await may_keep(world, 1)
    await filled(world, await a_partner(world), used)
    assert (await told(office))["state"] == state
    tasks = (await office.http.get("/api/v1/me/tasks")).json()["items"]
    found = [(each["kind"], each["urgency"], each["due_on"]) for each in tasks if each["object_type"] == "storage"]
    assert found == ([task] if task else [])
    assert all(each["object_type"] != "storage" for each in (await risk.http.get("/api/v1/me/tasks")).json()["items"])


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, "0 KB"), (999, "0 KB"), (1_000, "1 KB"), (999_999, "999 KB"), (MEGABYTE, "1 MB"), (999_999_999, "999 MB"),
        (1_000 * MEGABYTE, "1 GB"), (1_250 * MEGABYTE, "1.2 GB"), (9_999_999_999, "9.9 GB"),
        (10_000 * MEGABYTE, "10 GB"), (1_500_000 * MEGABYTE, "1500 GB"),
        (12_345_600 * MEGABYTE, "12345.6 GB"),
    ],
)  # fmt: skip
def test_sizes_in_words_never_say_more_than_there_is(size: int, words: str) -> None:
    assert as_words(size) == words


def test_how_full_is_exact_at_any_size() -> None:
    def state(used: int, allowed: int) -> str:
        return Usage({"paper_file": Kept(1, used)}, allowed, None).state

    assert [state(used, 100) for used in (0, 79, 80, 94, 95, 300)] == [
        "roomy", "roomy", "filling", "filling", "nearly_full", "nearly_full",
    ]  # fmt: skip
    assert state(8 * 10**16 - 1, 10**17) == "roomy"


def test_a_room_of_nothing_is_no_setting() -> None:
    for wrong in (0, -1, 100_000_001):
        with pytest.raises(ValueError, match="tenant_file_quota"):
            Settings(tenant_file_quota=wrong)


async def test_who_runs_the_installation_says_and_sets_how_much_a_district_may_keep(
    world: World, database_urls: dict[str, str]
) -> None:
    office = await world.person(Role.DISTRICT_ADMIN)

    def run(*arguments: str) -> tuple[int, str]:
        done = subprocess.run(
            [sys.executable, "-m", "alongside", "file-quota", *arguments], cwd=BACKEND, check=False, timeout=60,
            env={"PATH": "", "ALONGSIDE_TENANT_FILE_QUOTA": "3", **database_urls}, capture_output=True, text=True,
        )  # fmt: skip
        return done.returncode, done.stdout.strip() or done.stderr

    assert run(world.slug) == (0, f"{world.slug} uses 0 KB of 3 MB for files")
    assert await world.rows("select 1 from log where kind = 'tenant.file_quota_changed'") == []
    assert run(world.slug, "--megabytes", "25000") == (0, f"{world.slug} uses 0 KB of 25 GB for files")
    assert (await told(office))["allowed_bytes"] == 25_000 * MEGABYTE
    assert run(world.slug, "--megabytes", "25000")[0] == 0, "twice is once"
    assert run(world.slug, "--default") == (0, f"{world.slug} uses 0 KB of 3 MB for files")
    kept = await world.rows("select changed from log where kind = 'tenant.file_quota_changed' order by seq")
    assert [row["changed"] for row in kept] == [{"file_quota_mb": [None, 25_000]}, {"file_quota_mb": [25_000, None]}]
    for wrong in (("nobody",), (world.slug, "--megabytes", "0"), (world.slug, "--megabytes", "5", "--default")):
        code, words = run(*wrong)
        assert (code, "Traceback" in words) == (2, False)
