"""What a district sets for all its agreements: who may, what follows at once, and what stays as it was."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from alongside.identity.scopes import Role, Scope
from tests.agreements.factories import a_revisit, an_agreement
from tests.agreements.scene import URL, Scene, a_scene, done, slug
from tests.agreements.settings import SETTINGS, set_to
from tests.world import World

USUAL = {"revisit_basis": "school_year", "revisit_window_days": 60, "renewal_leads": []}
ANY = {"If-Match": "*"}


@pytest.fixture
async def scene(world: World) -> Scene:
    return await a_scene(world)


async def planned(scene: Scene, agreement: UUID) -> list[tuple[str, str]]:
    found = done(await scene.office.http.get(f"{URL}/{agreement}/revisits"))["items"]
    return [(each["opens_on"], each["due_on"]) for each in found]


async def running(scene: Scene, **values: Any) -> UUID:
    named = {"schools": [scene.alder], "starts_on": date(2019, 8, 26), "ends_on": date(2021, 6, 30), **values}
    return await an_agreement(scene.world, partner=scene.partner, programs=[scene.program], **named)


async def test_nobody_reads_them_without_signing_in(world: World) -> None:
    assert (await world.anonymous().get(SETTINGS)).status_code == 401
    assert (await world.anonymous().put(SETTINGS, json=USUAL, headers=ANY)).status_code == 401


async def test_others_read_them_and_only_the_office_sets_them(scene: Scene) -> None:
    for person in (scene.admin, scene.coordinator, scene.signatory):
        read = done(await person.http.get(SETTINGS))
        assert (read["revisit_basis"], read["revisit_window_days"]) == ("school_year", 60)
        refused = await person.http.put(SETTINGS, json=USUAL, headers=ANY)
        assert (refused.status_code, slug(refused)) == (403, "missing-scope")
    assert read["renewal_leads"][0] == {"type": "mou", "days": 120, "usual_days": 120, "is_own": False}
    assert len(read["renewal_leads"]) == 9


async def test_a_machine_of_some_schools_does_not_set_them_for_all(scene: Scene) -> None:
    machine = await scene.world.machine(Scope.AGREEMENTS_APPROVE, schools=[scene.alder])
    refused = await machine.put(SETTINGS, json=USUAL, headers=ANY)
    assert (refused.status_code, slug(refused)) == (403, "district-matter")


async def test_they_are_set_on_what_was_read_last(scene: Scene) -> None:
    first = await scene.office.http.get(SETTINGS)
    assert (await scene.office.http.put(SETTINGS, json=USUAL)).status_code == 428
    made = await set_to(scene.office, revisit_window_days=90, renewal_leads=[{"type": "moa", "days": 45}])
    assert made["version"] == first.json()["version"] + 1
    assert next(each for each in made["renewal_leads"] if each["type"] == "moa") == {
        "type": "moa", "days": 45, "usual_days": 120, "is_own": True,
    }  # fmt: skip
    late = await scene.office.http.put(SETTINGS, json=USUAL, headers={"If-Match": first.headers["etag"]})
    assert late.status_code == 412
    again = await set_to(scene.office, revisit_window_days=90, renewal_leads=[{"type": "moa", "days": 45}])
    assert again["version"] == made["version"], "nothing changed"
    (fact,) = await scene.world.rows("select version, changed from log where kind = 'tenant.agreements_set'")
    assert (fact["version"], fact["changed"]) == (
        made["version"], {"revisit_window_days": [60, 90], "renewal_leads": [{}, {"moa": 45}]},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("values", "pointer"),
    [
        ({"revisit_basis": "never"}, "/revisit_basis"),
        ({"revisit_window_days": 366}, "/revisit_window_days"),
        ({"school_answer_days": 0}, "/school_answer_days"),
        ({"school_answer_days": 61}, "/school_answer_days"),
        ({"renewal_leads": [{"type": "mou", "days": -1}]}, "/renewal_leads/0/days"),
        ({"renewal_leads": [{"type": "mou", "days": 1}, {"type": "mou", "days": 2}]}, "/renewal_leads"),
    ],
)
async def test_what_is_wrong_is_said_beside_its_field(scene: Scene, values: dict[str, Any], pointer: str) -> None:
    refused = await scene.office.http.put(SETTINGS, json={**USUAL, **values}, headers=ANY)
    assert (refused.status_code, refused.json()["errors"][0]["pointer"]) == (422, pointer)


async def test_what_nobody_answered_is_planned_anew_and_what_was_said_or_is_late_stays(scene: Scene) -> None:
    plain, said, over = await running(scene), await running(scene), await running(scene, status="terminated")
    for agreement in (plain, said, over):
        await a_revisit(scene.world, agreement=agreement, opens_on=date(2019, 9, 1), due_on=date(2019, 12, 31))
        await a_revisit(scene.world, agreement=agreement, opens_on=date(2020, 1, 2), due_on=date(2020, 6, 30))
    later = done(await scene.office.http.get(f"{URL}/{said}/revisits"))["items"][1]["id"]
    done(await scene.admin.http.post(f"{URL}/{said}/revisits/{later}/answer", json={"outcome": "confirmed"}))
    stranger = await scene.world.person(Role.PARTNERSHIP_OFFICE, tenant=scene.world.stranger_id)

    await set_to(scene.office, revisit_window_days=30)
    late = ("2019-09-01", "2019-12-31")
    assert await planned(scene, plain) == [late, ("2020-05-31", "2020-06-30"), ("2021-05-31", "2021-06-30")]
    assert await planned(scene, said) == [late, ("2020-01-02", "2020-06-30"), ("2021-05-31", "2021-06-30")]
    assert await planned(scene, over) == [late, ("2020-01-02", "2020-06-30")]

    await set_to(scene.office, revisit_basis="anniversary", revisit_window_days=30)
    assert [due for _, due in await planned(scene, plain)] == ["2019-12-31", "2020-08-25", "2021-06-30"]
    assert done(await stranger.http.get(SETTINGS))["revisit_window_days"] == 60


async def test_what_is_signed_from_then_on_is_planned_by_them(scene: Scene) -> None:
    await set_to(scene.office, revisit_basis="anniversary", revisit_window_days=10)
    made = await scene.executed()
    assert await planned(scene, made["id"]) == [("2021-02-13", "2021-02-23"), ("2021-06-01", "2021-06-11")]


async def answer_due(scene: Scene, agreement: dict[str, Any]) -> tuple[list[str | None], list[tuple[str, str, str]]]:
    """By when the record wants its schools' answers, and what home asks of the first school's principal."""
    record = done(await scene.office.http.get(f"{URL}/{agreement['id']}"))
    tasks = done(await scene.principal.http.get("/api/v1/me/tasks"))["items"]
    asked = [
        (each["waiting_since_on"], each["due_on"], each["urgency"])
        for each in tasks
        if each["kind"] == "school_to_confirm"
    ]
    return [each["answer_due_on"] for each in record["schools"]], asked


async def test_how_long_a_school_may_take_to_answer_holds_on_the_record_and_on_home(scene: Scene) -> None:
    draft = await scene.drafted()
    assert await answer_due(scene, draft) == ([None, None], [])
    sent = await scene.moved(draft, "submit")
    assert await answer_due(scene, sent) == (["2020-02-06"] * 2, [("2020-01-27", "2020-02-06", "later")])

    made = await set_to(scene.office, school_answer_days=3)
    assert made["school_answer_days"] == 3
    assert await answer_due(scene, sent) == (["2020-01-30"] * 2, [("2020-01-27", "2020-01-30", "this_week")])
    assert (await set_to(scene.office, revisit_window_days=30))["school_answer_days"] == 3, "as it was"
    facts = await scene.world.rows("select changed from log where kind = 'tenant.agreements_set' order by seq")
    assert facts[0]["changed"] == {"school_answer_days": [10, 3]}
    stranger = await scene.world.person(Role.PARTNERSHIP_OFFICE, tenant=scene.world.stranger_id)
    assert done(await stranger.http.get(SETTINGS))["school_answer_days"] == 10

    await scene.world.rows(
        "update agreement set submitted_at = submitted_at - interval '4 days' where id = $1", UUID(sent["id"])
    )
    assert await answer_due(scene, sent) == (["2020-01-26"] * 2, [("2020-01-23", "2020-01-26", "overdue")])
    done(await scene.principal.http.post(f"{URL}/{sent['id']}/schools/{scene.alder}/confirm"))
    due, asked = await answer_due(scene, sent)
    assert (sorted(due, key=str), asked) == (["2020-01-26", None], [])
