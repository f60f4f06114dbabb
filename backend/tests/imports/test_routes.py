"""The importers over HTTP: the same report, and nothing written that should not be."""

from typing import Any

import httpx
import pytest

from alongside.identity.scopes import Role, Scope
from tests.imports.factories import chicago
from tests.imports.test_files import ALDER, BIRCH, MEASURES, SCHOOLS, of_schools
from tests.measures.factories import a_measure
from tests.schools.factories import a_school
from tests.world import World


async def post(http: httpx.AsyncClient, kind: str, file: str | bytes, mapping: str | bytes, query: str = "") -> Any:
    parts = {"file": ("file.csv", file, "text/csv"), "mapping": ("mapping.toml", mapping, "application/toml")}
    return await http.post(f"/api/v1/imports/{kind}{query}", files=parts)


async def test_nobody_in_particular_brings_nothing(world: World) -> None:
    assert (await post(world.anonymous(), "schools", of_schools(ALDER), SCHOOLS)).status_code == 401


@pytest.mark.parametrize("role", [Role.SCHOOL_LEADER, Role.LEGAL_REVIEWER])
async def test_the_wrong_role_brings_nothing(world: World, role: Role) -> None:
    person = await world.person(role, schools=[await a_school(world)] if role is Role.SCHOOL_LEADER else [])
    answer = await post(person.http, "schools", of_schools(ALDER), SCHOOLS)
    assert (answer.status_code, answer.json()["missing_scope"]) == (403, "imports:write")


async def test_a_stranger_s_file_changes_nothing_of_ours(world: World) -> None:
    await a_school(world, name="Alder of ours", identifiers={"local": "1"})
    for tenant in (None, world.stranger_id):
        await a_measure(world, key="student_count", name="Students", unit="count", direction="none", tenant=tenant)
    stranger = await world.person(Role.DISTRICT_ADMIN, tenant=world.stranger_id)
    answer = await post(stranger.http, "schools", of_schools(ALDER), SCHOOLS)
    assert answer.json()["schools"]["created"] == 1
    assert [row["name"] for row in await world.rows("select name from school")] == ["Alder of ours"]


async def test_the_district_office_brings_a_file_after_a_dry_run(world: World) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    catalogue = await post(office.http, "catalogue", chicago("measures.toml"), b"")
    assert catalogue.json()["measures"]["created"] == 31
    file = of_schools(ALDER, BIRCH)
    tried = await post(office.http, "schools", file, SCHOOLS, "?dry_run=true")
    assert (tried.status_code, tried.json()["is_dry_run"], tried.json()["schools"]["created"]) == (200, True, 2)
    assert await world.rows("select 1 from school") == []
    done = await post(office.http, "schools", file, SCHOOLS)
    assert (done.status_code, done.json()["outcome"], done.json()["schools"]["created"]) == (200, "loaded", 2)
    told = await world.rows("select person_id from log where kind = 'school.created'")
    assert {row["person_id"] for row in told} == {office.id}
    listed = (await office.http.get("/api/v1/batches")).json()["items"]
    assert {batch["id"] for batch in listed} == set(done.json()["batch_ids"])
    again = await post(office.http, "schools", file, SCHOOLS)
    assert again.json()["outcome"] == "unchanged"


async def test_a_refused_file_is_a_problem_that_points_at_rows(world: World) -> None:
    await a_measure(world, key="student_count", name="Students", unit="count", direction="none")
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    file = of_schools(BIRCH, ALDER.replace("Alder", "=cmd|1"))
    refused = await post(office.http, "schools", file, SCHOOLS)
    assert refused.status_code == 422
    body = refused.json()
    assert body["type"].endswith("import-refused")
    assert [(error["pointer"], error["code"]) for error in body["errors"]] == [("/file/3/name", "formula")]
    assert (body["report"]["outcome"], body["report"]["refused"]) == ("refused", 1)
    assert "cmd" not in refused.text
    assert await world.rows("select 1 from school") == []
    tried = await post(office.http, "schools", file, SCHOOLS, "?dry_run=true")
    assert (tried.status_code, tried.json()["outcome"]) == (200, "refused")
    partial = await post(office.http, "schools", file, SCHOOLS, "?allow_partial=true")
    assert (partial.status_code, partial.json()["schools"]["created"]) == (200, 1)


async def test_ten_megabytes_in_one_line_are_refused(world: World) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    nearly = await post(office.http, "measures", "id,attendance\n" + "9" * 10_000_000, MEASURES)
    assert nearly.status_code == 422
    assert await a_measure(world)
    line = await post(office.http, "measures", "id,attendance\n" + "9" * 10_000_000, MEASURES)
    assert [error["code"] for error in line.json()["errors"]] == ["line_too_long"]
    beyond = await post(office.http, "measures", "id,attendance\n" + "9" * 11_000_000, MEASURES)
    assert beyond.status_code == 413


async def test_a_mapping_that_cannot_be_used_says_where(world: World) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    for mapping in ("", "nonsense", SCHOOLS.replace("phone =", "colour =")):
        answer = await post(office.http, "schools", of_schools(ALDER), mapping)
        assert answer.status_code == 422
        assert answer.json()["type"].endswith("mapping-not-usable")


async def test_a_request_without_a_file_or_with_other_words_is_refused(world: World) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    assert (await office.http.post("/api/v1/imports/schools", json={})).status_code in (415, 422)
    assert (await post(office.http, "people", "a", "b")).status_code == 404
    assert (await post(office.http, "schools", "a", "b", "?dryrun=true")).status_code == 400


async def test_a_client_limited_to_some_schools_brings_no_files(world: World) -> None:
    machine = await world.machine(Scope.IMPORTS_WRITE, schools=[await a_school(world)])
    answer = await post(machine, "schools", of_schools(ALDER), SCHOOLS)
    assert (answer.status_code, answer.json()["type"].rpartition(":")[2]) == (403, "imports-whole-directories")
