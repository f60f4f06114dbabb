"""The page that anybody reads: what is on it, what never is, and how it is told from one that is not there."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
import segno

from alongside.core.statements import Statement
from alongside.half_sheets import routes
from alongside.half_sheets.code import code_of
from alongside.half_sheets.queries import public
from alongside.identity.principal import Principal
from alongside.identity.queries import find_tenant
from alongside.partnerships.rules import at_work
from tests.half_sheets.factories import a_listing, a_sheet, a_shown, an_entry
from tests.partners.factories import a_contact
from tests.partnerships.factories import a_partnership, a_scene
from tests.schools.factories import a_school
from tests.world import TODAY, World


@pytest.fixture(autouse=True)
def nobody_asked_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    from alongside.core.pace import Pace

    monkeypatch.setattr(routes, "LOOKS", Pace(600, 60))
    monkeypatch.setattr(routes, "MISSES", Pace(60, 60))


def address(world: World, slug: str = "alder-park") -> str:
    return f"/api/v1/half-sheets/{world.slug}/{slug}"


async def read(world: World, slug: str = "alder-park", language: str = "en") -> dict[str, Any]:
    answer = await world.anonymous().get(address(world, slug), params={"language": language})
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.json()
    return body


async def names(world: World) -> list[str]:
    return [item["name"]["text"] for item in (await read(world))["items"]]


async def test_anybody_reads_who_is_there_what_for_whom_when_and_how_to_join(world: World) -> None:
    await a_shown(
        world, schedule="Tuesday and Thursday, 3:45 to 5:00 pm", place="Room 114",
        program_values={"languages": ["English", "Spanish"], "weekdays": ["tuesday", "thursday"]},
        listing={"contact": "Rosa Ibarra", "phone": "(312) 555-0117"},
    )  # fmt: skip
    page = await read(world)
    assert page["items"] == [
        {
            "name": {"text": "Reading Together", "language": "en"},
            "partner": "North River Tutors",
            "summary": {"text": "Two students with one tutor.", "language": "en"},
            "grades": ["3", "4", "5"],
            "schedule": {"text": "Tuesday and Thursday, 3:45 to 5:00 pm", "language": "en"},
            "weekdays": ["tuesday", "thursday"],
            "times_of_day": [],
            "place": {"text": "Room 114", "language": "en"},
            "languages": ["English", "Spanish"],
            "is_free": True,
            "cost": None,
            "how_to_join": {"text": "Ask your child’s teacher.", "language": "en"},
            "contact": "Rosa Ibarra",
            "phone": "(312) 555-0117",
        }
    ]
    assert (page["school"], page["district"]) == ("Alder Park School", "Alderbrook District")
    assert page["current_on"] == "2020-01-27"
    assert page["decided_by"] == "district"


async def test_the_page_in_spanish_says_what_is_known_in_spanish_and_the_rest_in_english(world: World) -> None:
    scene = await a_shown(
        world, schedule="Tuesday, 3:45 to 5:00 pm", place="Room 114",
        listing={"name_es": "Tutoría de lectura", "summary_es": "Dos estudiantes con un tutor.", "is_free": False,
                 "cost": "$5 a week", "cost_es": "5 dólares por semana"},
        entry={"schedule_es": "Martes, 3:45 a 5:00 p. m."},
    )  # fmt: skip
    await world.rows("update half_sheet set ask = 'The front desk', ask_es = 'La oficina' where school_id = $1",
                     scene.school)  # fmt: skip
    page = await read(world, language="es")
    (item,) = page["items"]
    told = {name: item[name] for name in ("name", "summary", "cost", "schedule", "place", "how_to_join")}
    assert {name: value["language"] for name, value in told.items()} == {
        "name": "es", "summary": "es", "cost": "es", "schedule": "es", "place": "en", "how_to_join": "en",
    }  # fmt: skip
    assert item["cost"]["text"] == "5 dólares por semana"
    assert page["ask"] == {"text": "La oficina", "language": "es"}
    assert page["address"].endswith(f"/help/{world.slug}/alder-park?lang=es")
    assert page["code"] != (await read(world))["code"]


async def test_the_code_is_the_page_s_own_address(world: World) -> None:
    await a_shown(world)
    page = await read(world)
    assert page["address"].endswith(f"/help/{world.slug}/alder-park")
    assert page["code"] == code_of(page["address"])


def test_the_path_of_a_code_is_every_dark_module_and_no_other() -> None:
    address = "https://alongside.example.org/help/alderbrook/alder-park"
    code = code_of(address)
    drawn = set()
    for run in str(code["path"]).split("z")[:-1]:
        x, y = run[1:].split("h")[0].split(" ")
        length = run.split("h")[1].split("v")[0]
        drawn |= {(int(x) + step, int(y)) for step in range(int(length))}
    rows = segno.make(address, error="m", micro=False, boost_error=False).matrix
    assert drawn == {(x, y) for y, row in enumerate(rows) for x, dark in enumerate(row) if dark}
    assert code["size"] == len(rows)


@pytest.mark.parametrize(
    "missing", ["the partner's word", "the school's word", "the same words", "a day at work", "a cleared day",
                "an approved program", "an approved partner"]
)  # fmt: skip
async def test_without_any_one_of_them_a_program_is_not_on_the_page(world: World, missing: str) -> None:
    await a_shown(world, program_name="Always there")
    school = (await world.rows("select school_id from half_sheet"))[0]["school_id"]
    values: dict[str, Any] = {
        "a day at work": {"stage": "paused"}, "a cleared day": {"ends_on": date(2020, 1, 26)},
        "an approved program": {"program_values": {"status": "submitted"}},
        "an approved partner": {"partner_values": {"status": "suspended"}},
    }.get(missing, {})  # fmt: skip
    scene = await a_scene(
        world, **{"school": school, "stage": "active", "program_name": "Perhaps", "partner_name": "Perhaps", **values}
    )
    if missing != "the partner's word":
        await a_listing(world, program=scene.program)
    if missing != "the school's word":
        await an_entry(world, partnership=scene.partnership, words_version=2 if missing == "the same words" else 1)
    assert await names(world) == ["Always there"]
    text = (await world.anonymous().get(address(world))).text
    assert "Perhaps" not in text


async def test_what_both_agree_to_is_there_on_the_last_day_and_not_on_the_next(world: World) -> None:
    await a_shown(world, ends_on=TODAY)
    assert await names(world) == ["Reading Together"]
    await world.owner.execute("update tenant set pinned_today = $2 where id = $1", world.tenant_id,
                              TODAY + timedelta(days=1))  # fmt: skip
    assert await names(world) == []
    assert (await read(world))["current_on"] == "2020-01-28"


async def test_nothing_else_of_the_records_is_told(world: World) -> None:
    """No id, no person, no note that was not made public."""
    scene = await a_shown(
        world, partner_values={"ein": "12-3456789", "phone": "555-0199", "email": "office@example.org"},
        program_values={"description": "For insiders", "cost_to_school_cents": 900}, stage_reason="A quarrel",
    )  # fmt: skip
    await a_contact(world, partner=scene.partner, name="Secret Person", is_public=False)
    answer = await world.anonymous().get(address(world))
    hidden = ["Secret Person", "12-3456789", "555-0199", "office@example.org", "For insiders", "9.00", "quarrel"]
    ids = [str(each) for each in (scene.school, scene.partner, scene.program, scene.partnership, world.tenant_id)]
    assert [each for each in hidden + ids if each in answer.text + str(answer.headers)] == []


@pytest.mark.parametrize("slug", ["nobody", "closed-page", "closed-school"])
async def test_a_page_that_is_not_open_answers_as_one_that_never_was(world: World, slug: str) -> None:
    await a_sheet(world, school=await a_school(world, name="One"), slug="closed-page", is_open=False)
    await a_sheet(world, school=await a_school(world, name="Two", status="closed"), slug="closed-school")
    answers = [await world.anonymous().get(address(world, each)) for each in (slug, "never-was")]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert answers[0].json()["type"] == answers[1].json()["type"]


async def test_a_district_that_is_not_known_has_no_pages_and_one_district_shows_not_another_s(world: World) -> None:
    await a_shown(world)
    other = (await world.owner.fetchrow("select slug from tenant where id = $1", world.stranger_id))["slug"]
    for district in ("nowhere", other):
        assert (await world.anonymous().get(f"/api/v1/half-sheets/{district}/alder-park")).status_code == 404


async def test_a_reader_who_has_it_gets_nothing_again_and_what_is_taken_down_is_gone_at_once(world: World) -> None:
    scene = await a_shown(world)
    http = world.anonymous()
    first = await http.get(address(world))
    assert first.headers["cache-control"] == "public, no-cache"
    again = await http.get(address(world), headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["cache-control"] == "public, no-cache"
    await world.rows("update program_listing set is_public = false where program_id = $1", scene.program)
    after = await http.get(address(world), headers={"If-None-Match": first.headers["etag"]})
    assert (after.status_code, after.json()["items"]) == (200, [])


async def test_whoever_walks_through_names_is_slowed_down(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    from alongside.core.pace import Pace

    await a_shown(world)
    monkeypatch.setattr(routes, "MISSES", Pace(2, 60))
    http = world.anonymous()
    asked = [(await http.get(address(world, slug))).status_code for slug in ("a", "b", "c")]
    assert asked == [404, 404, 429]
    assert (await http.get(address(world))).headers["retry-after"] == "60"


async def test_a_whole_school_may_look_at_once_but_not_without_end(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    from alongside.core.pace import Pace

    await a_shown(world)
    monkeypatch.setattr(routes, "LOOKS", Pace(3, 60))
    http = world.anonymous()
    assert [(await http.get(address(world))).status_code for _ in range(4)] == [200, 200, 200, 429]


@pytest.mark.parametrize("stage", ["exploring", "planning", "ready_check", "active", "paused", "ended"])
@pytest.mark.parametrize("starts", [-1, 0, 1])
@pytest.mark.parametrize("ends", [None, 0, 1])
async def test_the_page_and_the_rule_agree_on_who_is_at_work(
    world: World, stage: str, starts: int, ends: int | None
) -> None:
    started = TODAY + timedelta(days=starts)
    ended = None if ends is None else TODAY + timedelta(days=ends)
    await a_shown(world, stage=stage, started_on=started, ended_on=ended)
    assert bool(await names(world)) is at_work(stage, started, ended, TODAY)


async def test_a_page_of_a_full_school_costs_three_statements(world: World) -> None:
    await a_shown(world)
    school: UUID = (await world.rows("select school_id from half_sheet"))[0]["school_id"]
    for number in range(12):
        scene = await a_scene(
            world, school=school, stage="active", program_name=f"Program {number}", partner_name=f"Partner {number}"
        )
        await a_listing(world, program=scene.program)
        await an_entry(world, partnership=scene.partnership)
    tenant = await find_tenant(world.database, world.slug)
    assert tenant is not None
    anybody = Principal(tenant=tenant)

    class Counting:
        tenant_id = world.tenant_id
        asked = 0

        async def rows(self, statement: Statement, /, **values: Any) -> Any:
            self.asked += 1
            return await world.database.read(anybody).rows(statement, **values)

        async def row(self, statement: Statement, /, **values: Any) -> Any:
            found = await self.rows(statement, **values)
            return found[0] if found else None

        async def value(self, statement: Statement, /, **values: Any) -> Any:
            raise NotImplementedError

    counting = Counting()
    page = await public.public_page(counting, anybody, "alder-park", "en", "https://example.org")
    assert len(page["items"]) == 13
    assert counting.asked == 3


async def test_a_second_partnership_of_the_program_elsewhere_shows_nothing_here(world: World) -> None:
    scene = await a_shown(world)
    other = await a_school(world, name="Birch Hill School")
    await a_sheet(world, school=other, slug="birch-hill")
    await a_partnership(world, partner=scene.partner, program=scene.program, school=other)
    assert (await read(world, "birch-hill"))["items"] == []
