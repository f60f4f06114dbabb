"""Who was cleared on a day that is over: what was entered since leaves the answer as it was, everywhere it is given."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from alongside.agreements.models import Signature
from alongside.identity.scopes import Role
from tests.agreements.factories import an_agreement
from tests.papers.factories import a_check, a_member, a_requirement
from tests.partners.factories import a_contact
from tests.partnerships.factories import Scene, a_partnership, a_scene
from tests.world import TODAY, Person, World

ANY = {"If-Match": "*"}
EVE, NEXT, FORTNIGHT_AGO = TODAY - timedelta(days=1), TODAY + timedelta(days=1), date(2020, 1, 14)
DAYS = (FORTNIGHT_AGO, EVE, TODAY, NEXT)


@dataclass
class Case:
    """A program that was at work and cleared in mid-January, and those who enter what happens on the 27th."""

    world: World
    scene: Scene
    agreement: UUID
    member: UUID
    office: Person
    principal: Person
    partner: Person

    async def stands(self, on: date) -> tuple[bool, bool]:
        """Whether it is cleared and whether its people may enter, after holding record, lists, door and visitors'
        list to each other."""
        day = {"effective_on": on.isoformat()}
        read = (await self.office.http.get(f"/api/v1/partnerships/{self.scene.partnership}", params=day)).json()
        cleared = read["clearance"]["cleared"]
        assert cleared == (read["clearance"]["blockers"] == [])
        listed = {}
        for word in ("true", "false"):
            answer = await self.office.http.get(
                "/api/v1/partnerships", params={**day, "cleared": word, "school": str(self.scene.school)}
            )
            listed[word] = answer.json()["items"]
        assert [len(listed["true"]), len(listed["false"])] == [int(cleared), int(not cleared)]
        (item,) = listed["true"] + listed["false"]
        shared = ("stage", "is_at_work", "partner", "program")
        assert {name: item[name] for name in shared} == {name: read[name] for name in shared}
        staged = (await self.office.http.get("/api/v1/partnerships", params={**day, "stage": read["stage"]})).json()
        assert [each["id"] for each in staged["items"]] == [read["id"]]
        for word in (True, False):
            answer = await self.office.http.get("/api/v1/partnerships", params={**day, "at_work": str(word).lower()})
            assert (read["id"] in [each["id"] for each in answer.json()["items"]]) == (read["is_at_work"] == word)
        door = (await self.office.http.get(f"/api/v1/schools/{self.scene.school}/partnerships", params=day)).json()
        may = [entry["may_enter"] for entry in door["items"]]
        visitors = (await self.office.http.get(f"/api/v1/schools/{self.scene.school}/who-may-enter", params=day)).json()
        assert visitors["programs"] == may.count(True)
        assert may in ([], [cleared and read["is_at_work"]])
        return cleared, may == [True]

    async def change(self, **values: Any) -> None:
        path = f"/api/v1/partnerships/{self.scene.partnership}"
        assert (await self.office.http.patch(path, json=values, headers=ANY)).status_code == 200

    async def post(self, who: Person, path: str, **body: Any) -> None:
        answer = await who.http.post(f"/api/v1/{path}", json=body or None)
        assert answer.status_code == 200, answer.text

    async def staff(self, **values: Any) -> None:
        answer = await self.partner.http.patch(f"/api/v1/staff/{self.member}", json=values, headers=ANY)
        assert answer.status_code == 200, answer.text


async def a_case(world: World, **values: Any) -> Case:
    scene = await a_scene(world, stage="active", agreement=None, place="Room 114", **values)
    agreement = await an_agreement(
        world, partner=scene.partner, programs=[scene.program], schools={scene.school: "confirmed"}
    )
    await a_requirement(world, kind="background_check", title="Checks")
    await a_requirement(world, kind="agency_letter", title="Key letter", grades=["12"])
    member = await a_member(world, partner=scene.partner, places=[(scene.program, scene.school)])
    await a_check(world, member=member)
    await a_contact(world, partner=scene.partner)
    return Case(
        world, scene, agreement, member,
        await world.person(Role.PARTNERSHIP_OFFICE, name="Renee Castellano"),
        await world.person(Role.SCHOOL_LEADER, schools=[scene.school], name="Denise Okafor"),
        await world.person(Role.PARTNER_ADMIN, partner=scene.partner, name="Tomas Adeyemi"),
    )  # fmt: skip


async def put_on_hold(case: Case) -> None:
    await case.post(case.office, f"partners/{case.scene.partner}/suspend", reason="No insurance")


async def deactivated(case: Case) -> None:
    await case.post(case.partner, f"partners/{case.scene.partner}/deactivate", reason="We close")


async def vetting_cut_short(case: Case) -> None:
    path = f"/api/v1/partners/{case.scene.partner}"
    answer = await case.office.http.patch(path, json={"vetting_expires_on": "2020-01-10"}, headers=ANY)
    assert answer.status_code == 200, answer.text


async def principal_declines(case: Case) -> None:
    path = f"agreements/{case.agreement}/schools/{case.scene.school}/decline"
    await case.post(case.principal, path, reason="The room is gone")


async def more_people_needed(case: Case) -> None:
    await case.change(min_cleared_people=2)


async def places_taken(case: Case) -> None:
    await case.staff(places=[])


async def said_to_have_left_long_ago(case: Case) -> None:
    await case.staff(ends_on="2020-01-05")


async def offered_to_other_grades(case: Case) -> None:
    path = f"/api/v1/programs/{case.scene.program}"
    answer = await case.partner.http.patch(path, json={"grades": ["12"]}, headers=ANY)
    assert answer.status_code == 200, answer.text


async def school_closed(case: Case) -> None:
    sql = "update school set status = 'closed', closed_on = '2019-12-20', version = version + 1 where id = $1"
    await case.world.rows(sql, case.scene.school)


Change = Callable[[Case], Awaitable[None]]


@pytest.mark.parametrize(
    "change",
    [put_on_hold, deactivated, vetting_cut_short, principal_declines, more_people_needed, places_taken,
     said_to_have_left_long_ago, offered_to_other_grades, school_closed],
)  # fmt: skip
async def test_what_ends_a_clearance_today_leaves_the_days_before_as_they_were(world: World, change: Change) -> None:
    case = await a_case(world)
    assert [await case.stands(day) for day in DAYS] == [(True, True)] * 4
    await change(case)
    assert [await case.stands(day) for day in DAYS] == [(True, True)] * 2 + [(False, False)] * 2


async def test_a_place_that_is_named_today_asks_for_its_paper_from_today(world: World) -> None:
    case = await a_case(world)
    await a_requirement(world, kind="endorsement", title="Endorsement", needs_place=True)
    await world.rows("update partnership set place = null where id = $1", case.scene.partnership)
    await world.rows("delete from partnership_before")
    await case.change(place="Gym")
    assert [(await case.stands(day))[0] for day in DAYS] == [True, True, False, False]
    read = (await case.office.http.get(
        f"/api/v1/partnerships/{case.scene.partnership}", params={"effective_on": EVE.isoformat()})).json()  # fmt: skip
    assert read["place"] == "Gym", "what can be changed is today's"


async def test_a_pause_ends_no_clearance_and_keeps_people_out_from_its_day_until_the_day_it_is_over(
    world: World,
) -> None:
    case = await a_case(world)
    await case.post(case.principal, f"partnerships/{case.scene.partnership}/pause", reason="Testing weeks")
    assert [await case.stands(day) for day in DAYS] == [(True, True)] * 2 + [(True, False)] * 2
    await world.rows("update partnership_before set until_on = '2020-01-20'")
    await case.post(case.principal, f"partnerships/{case.scene.partnership}/resume")
    days = (date(2020, 1, 19), date(2020, 1, 20), EVE, TODAY, NEXT)
    assert [(await case.stands(day))[1] for day in days] == [True, False, False, True, True]


async def test_what_ends_today_was_at_work_yesterday(world: World) -> None:
    case = await a_case(world)
    await case.post(case.principal, f"partnerships/{case.scene.partnership}/end", reason="The grant is over")
    assert [(await case.stands(day))[1] for day in DAYS] == [True, True, False, False]
    path = f"/api/v1/partnerships/{case.scene.partnership}"
    then = (await case.office.http.get(path, params={"effective_on": EVE.isoformat()})).json()
    assert (then["stage"], then["ended_on"], then["stage_reason"]) == ("active", None, None)
    assert (then["allowed_moves"], then["can_change"]) == ([], []), "moves and fields are those of today"


async def test_a_partner_vetted_today_was_not_approved_yesterday(world: World) -> None:
    case = await a_case(world, partner_values={"status": "under_review"})
    await case.post(case.office, f"partners/{case.scene.partner}/approve", vetting_expires_on=None)
    assert [await case.stands(day) for day in DAYS] == [(False, False)] * 2 + [(True, True)] * 2


async def test_a_partner_entered_as_approved_is_so_from_the_day_of_its_vetting(world: World) -> None:
    case = await a_case(world, partner_values={"vetted_on": TODAY})
    assert [(await case.stands(day))[0] for day in DAYS] == [False, False, True, True]


async def test_a_principal_who_confirms_today_had_not_yesterday(world: World) -> None:
    case = await a_case(world)
    await world.rows("update agreement_school set confirmation = 'pending'")
    await world.rows("delete from agreement_school_before")
    await case.post(case.principal, f"agreements/{case.agreement}/schools/{case.scene.school}/confirm")
    assert [(await case.stands(day))[0] for day in DAYS] == [False, False, True, True]
    path = f"/api/v1/partnerships/{case.scene.partnership}"
    read = (await case.office.http.get(path, params={"effective_on": EVE.isoformat()})).json()
    assert [each["confirmation"] for each in read["agreements"]] == ["pending"]
    assert [each["code"] for each in read["clearance"]["blockers"]] == ["school_not_confirmed"]


async def test_somebody_put_on_the_list_today_with_a_first_day_long_ago_was_not_on_it_yesterday(world: World) -> None:
    case = await a_case(world)
    await world.rows("delete from staff_place")
    await world.rows("delete from staff_place_before")
    place = {"program_id": str(case.scene.program), "school_id": str(case.scene.school)}
    await case.staff(places=[place])
    assert [(await case.stands(day))[0] for day in DAYS] == [False, False, True, True]
    await case.staff(places=[place, {"program_id": str(case.scene.program), "school_id": None}])
    kept = await world.rows("select from_on from staff_place where school_id is not null")
    assert [row["from_on"] for row in kept] == [TODAY], "a place that stays keeps its day"


async def test_of_several_changes_each_day_has_its_own_answer(world: World) -> None:
    case = await a_case(world)
    for status, until in (("suspended", "2020-01-08"), ("approved", "2020-01-15"), ("suspended", "2020-01-21")):
        await world.rows("update partner set status = $1 where id = $2", status, case.scene.partner)
        await world.rows("update partner_before set until_on = $1::text::date where until_on = $2", until, TODAY)
    await case.post(case.office, f"partners/{case.scene.partner}/reinstate")
    days = [date(2020, 1, day) for day in (7, 8, 14, 15, 20, 21, 26, 27)]
    assert [(await case.stands(day))[0] for day in days] == [True, False, False, True, True, False, False, True]


async def test_what_lasts_for_less_than_a_day_is_of_no_day(world: World) -> None:
    case = await a_case(world)
    await put_on_hold(case)
    await case.post(case.office, f"partners/{case.scene.partner}/reinstate")
    await put_on_hold(case)
    kept = await world.rows("select status, until_on from partner_before")
    assert [tuple(row) for row in kept] == [("approved", TODAY)]
    assert [(await case.stands(day))[0] for day in DAYS] == [True, True, False, False]


async def test_whoever_writes_what_was_is_kept_of_this_tenant_alone(world: World) -> None:
    case = await a_case(world)
    beside = await a_scene(world, tenant=None, stage="active", school_name="Birch", partner_name="Other")
    await put_on_hold(case)
    rows = await world.rows("select partner_id, tenant_id from partner_before")
    assert [(row["partner_id"], row["tenant_id"]) for row in rows] == [(case.scene.partner, world.tenant_id)]
    assert await world.rows("select from partner_before", tenant=world.stranger_id) == []
    await world.rows("delete from partnership where id = $1", beside.partnership)
    assert await a_partnership(world, partner=beside.partner, program=beside.program, school=beside.school)


async def test_the_list_says_whom_to_call_about_a_word_and_a_signature(world: World) -> None:
    case = await a_case(world)
    await a_contact(world, partner=case.scene.partner, kind="authorized_signatory", name="Victor Reyes")
    await world.rows("update agreement set status = 'out_for_signature', effective_on = null")
    await world.add(
        Signature, agreement_id=case.agreement, party="district", signer_name="Harold Pike", signer_title="Chief",
        method="wet", signed_on=TODAY,
    )  # fmt: skip
    (item,) = (await case.office.http.get("/api/v1/partnerships", params={"at_work": "true"})).json()["items"]
    assert (item["principal"]["name"], item["signatory"]["name"]) == ("Denise Okafor", "Victor Reyes")
    assert [(each["words"], each["who"]) for each in item["clearance"]["blockers"]] == [
        ("The agreement waits for the partner's signature.", {"party": "partner", "roles": ["partner_signatory"]})
    ]
    await world.rows("update signature set voided_at = now()")
    read = (await case.office.http.get(f"/api/v1/partnerships/{case.scene.partnership}")).json()
    assert [each["who"]["party"] for each in read["clearance"]["blockers"]] == ["partner", "district"]
    for side, role in (("school", "school_leader"), ("partner", "partner_admin"), ("district", "partnership_office")):
        await world.rows("update agreement set status = 'changes_requested', drafted_by = $1", side)
        read = (await case.office.http.get(f"/api/v1/partnerships/{case.scene.partnership}")).json()
        (blocker,) = read["clearance"]["blockers"]
        assert blocker["who"]["party"] == side
        assert role in blocker["who"]["roles"]


def the_migration() -> Any:
    """The migration that began to keep what was."""
    (path,) = (Path(__file__).parents[2] / "migrations" / "versions").glob("*_any_day.py")
    spec = spec_from_file_location("any_day", path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


async def test_what_the_log_tells_is_filled_in_as_the_trigger_would_have_kept_it(world: World) -> None:
    case = await a_case(world, partner_values={"vetted_on": date(2019, 8, 1)})
    for change in (put_on_hold, principal_declines, more_people_needed, places_taken, offered_to_other_grades):
        await change(case)
    await case.post(case.principal, f"partnerships/{case.scene.partnership}/pause", reason="Testing weeks")
    await case.change(place="Gym")
    migration = the_migration()
    tables = [*migration.KEPT, "staff_place"]
    # the id is anybody's; what a later migration keeps as well, it fills in itself
    later = {"id", "org_type", "areas", "cost_to_school_cents", "supervision"}

    async def kept() -> dict[str, list[dict[str, Any]]]:
        found = {table: await world.rows(f"select * from {table}_before order by until_on") for table in tables}
        return {
            table: [{k: v for k, v in row.items() if k not in later} for row in rows] for table, rows in found.items()
        }

    by_trigger = await kept()
    for table in tables:
        await world.rows(f"delete from {table}_before")
    for statement in migration.known_before(world.tenant_id):
        await world.rows(statement)
    assert await kept() == by_trigger
    assert sum(map(len, by_trigger.values())) == 5, "all that happened on one day, once for each record"
    assert (by_trigger["partnership"][0]["stage"], by_trigger["partnership"][0]["place"]) == ("active", "Room 114")


async def test_what_the_log_tells_as_never_said_is_filled_in_as_the_record_has_it(world: World) -> None:
    case = await a_case(world, partner_values={"vetted_on": date(2019, 8, 1)})
    await world.rows(
        "insert into log (tenant_id, kind, object_type, object_id, version, changed) "
        "values ($1, 'staff_member.changed', 'staff_member', $2, 2, $3::text::jsonb)",
        world.tenant_id,
        case.member,
        '{"basis": [null, "volunteer"], "ends_on": [null, "2020-06-12"]}',
    )
    for statement in the_migration().known_before(world.tenant_id):
        await world.rows(statement)
    kept = await world.rows("select b.basis = m.basis as same, b.ends_on from staff_member_before b, staff_member m")
    assert [tuple(each) for each in kept] == [(True, None)]
