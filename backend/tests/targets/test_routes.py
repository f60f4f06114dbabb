"""Who may do what with targets: drafting, both sides' words, and the way to closed."""

from datetime import date
from typing import Any
from uuid import UUID

import httpx
import pytest

from alongside.core.clock import new_id
from alongside.identity.scopes import Role, Scope
from tests.partners.factories import a_partner, a_program
from tests.partnerships.factories import a_need, a_partnership
from tests.schools.factories import a_school
from tests.targets.factories import Scene, a_result, a_scene, a_target, definition
from tests.world import World

HERE = "/api/v1/targets"
ANY = {"If-Match": "*"}


def codes(answer: httpx.Response) -> list[tuple[str, str]]:
    assert answer.status_code == 422, answer.text
    return [(each["pointer"], each["code"]) for each in answer.json()["errors"]]


def verbs(body: dict[str, Any]) -> list[str]:
    return [each["move"] for each in body["allowed_moves"]]


def body_for(scene: Scene, **changes: Any) -> dict[str, Any]:
    return definition(partnership_ids=[str(each) for each in scene.partnerships], **changes)


async def test_nobody_reads_targets_without_signing_in(world: World) -> None:
    scene = await a_scene(world)
    result = await a_result(world, target=scene.target, school=scene.schools[0], of=(60, 96))
    for path in (HERE, scene.path, "/api/v1/results", f"/api/v1/results/{result}"):
        assert (await world.anonymous().get(path)).status_code == 401


async def test_a_teacher_has_nothing_to_do_with_targets(world: World) -> None:
    scene = await a_scene(world)
    teacher = await world.person(Role.SCHOOL_STAFF, schools=scene.schools)
    assert (await teacher.http.get(scene.path)).json()["missing_scope"] == "targets:read"
    assert (await teacher.http.post(HERE, json=body_for(scene))).json()["missing_scope"] == "targets:write"
    assert (await teacher.http.post(f"{scene.path}/agree")).json()["missing_scope"] == "targets:agree"


async def test_a_stranger_finds_nothing(world: World) -> None:
    scene = await a_scene(world)
    result = await a_result(world, target=scene.target, school=scene.schools[0], of=(60, 96))
    foreign = await world.person(Role.PARTNERSHIP_OFFICE, tenant=world.stranger_id)
    assert (await foreign.http.get(scene.path)).status_code == 404
    assert (await foreign.http.patch(scene.path, json={"name": "Mine"}, headers=ANY)).status_code == 404
    for verb in ("propose", "open", "close", "withdraw"):
        assert (await foreign.http.post(f"{scene.path}/{verb}")).status_code == 404
    assert (await foreign.http.get(f"/api/v1/results/{result}")).status_code == 404
    assert (await foreign.http.post(f"/api/v1/results/{result}/verify")).status_code == 404
    assert (await foreign.http.get(HERE)).json()["items"] == []
    assert (await foreign.http.get("/api/v1/results")).json()["items"] == []


async def test_a_leader_drafts_a_target_and_reads_back_what_was_set(world: World) -> None:
    scene = await a_scene(world)
    marisol = await scene.leader()
    need = await a_need(world, school=scene.schools[0])
    asked = body_for(scene, need_id=str(need), target_method="percentage_point", target_input=8, pace="milestone",
                     milestones=[{"due_on": "2020-01-31", "value": 66}])  # fmt: skip
    made = await marisol.http.post(HERE, json=asked)
    assert made.status_code == 201
    body = made.json()
    assert made.headers["location"] == f"{HERE}/{body['id']}"
    assert (body["status"], body["proposed_by_side"], body["target_value"]) == ("draft", "school", 70)
    assert body["milestones"] == [{"due_on": "2020-01-31", "value": 66}]
    assert body["need"] == {"id": str(need), "title": "Reading in grade 3"}
    assert [each["school"]["id"] for each in body["schools"]] == [str(scene.schools[0])]
    assert body["allowed_moves"] == [{"move": "propose", "needs": []}, {"move": "withdraw", "needs": []}]
    assert body["may_edit"]
    again = await marisol.http.get(made.headers["location"])
    assert again.json() == body
    assert again.headers["etag"] == made.headers["etag"]
    assert (await marisol.http.get(f"{HERE}/{body['id']}", headers={"If-None-Match": again.headers["etag"]})
            ).status_code == 304  # fmt: skip


async def test_a_retried_draft_is_made_once(world: World) -> None:
    scene = await a_scene(world)
    marisol = await scene.leader()
    key = {"Idempotency-Key": str(new_id())}
    first = await marisol.http.post(HERE, json=body_for(scene), headers=key)
    second = await marisol.http.post(HERE, json=body_for(scene), headers=key)
    assert second.json() == first.json()
    assert second.headers["idempotent-replayed"] == "true"
    other = await marisol.http.post(HERE, json=body_for(scene, name="Another"), headers=key)
    assert other.status_code == 422
    assert len(await world.rows("select 1 from target where status = 'draft'")) == 1


async def test_a_draft_stays_with_the_side_that_writes_it_until_it_is_proposed(world: World) -> None:
    scene = await a_scene(world)
    marisol, tomas = await scene.leader(), await scene.partner_staff()
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    schools = (await marisol.http.post(HERE, json=body_for(scene))).json()["id"]
    partners = (await tomas.http.post(HERE, json=body_for(scene))).json()["id"]
    districts = (await office.http.post(HERE, json=body_for(scene))).json()["id"]
    seen = {
        who: [(await person.http.get(f"{HERE}/{each}")).status_code for each in (schools, partners, districts)]
        for who, person in (("school", marisol), ("partner", tomas), ("office", office))
    }
    assert seen == {"school": [200, 404, 200], "partner": [404, 200, 200], "office": [200, 200, 200]}
    assert (await marisol.http.post(f"{HERE}/{schools}/propose")).status_code == 200
    assert (await tomas.http.get(f"{HERE}/{schools}")).json()["proposed_on"] == "2020-01-27"
    assert (await tomas.http.post(f"{HERE}/{partners}/withdraw")).status_code == 200
    assert (await marisol.http.get(f"{HERE}/{partners}")).status_code == 404


async def test_targets_are_written_only_over_ones_own_schools(world: World) -> None:
    scene = await a_scene(world, schools=2)
    marisol = await scene.leader()
    assert codes(await marisol.http.post(HERE, json=body_for(scene))) == [("/partnership_ids", "unresolved")]
    own = {**body_for(scene), "partnership_ids": [str(scene.partnerships[0])]}
    assert (await marisol.http.post(HERE, json=own)).status_code == 201
    limited = await scene.partner_staff(schools=[scene.schools[1]])
    assert codes(await limited.http.post(HERE, json=own)) == [("/partnership_ids", "unresolved")]
    legal = await world.person(Role.LEGAL_REVIEWER)
    assert (await legal.http.post(HERE, json=own)).json()["missing_scope"] == "targets:write"
    rival = await world.person(Role.PARTNER_ADMIN, partner=await a_partner(world))
    assert codes(await rival.http.post(HERE, json=own)) == [("/partnership_ids", "unresolved")]


async def test_a_target_covers_one_program_at_schools_where_it_goes_on(world: World) -> None:
    scene = await a_scene(world)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    other = await a_program(world, partner=scene.partner, name="Math Circle")
    second = await a_partnership(world, partner=scene.partner, program=other, school=await a_school(world))
    ended = await a_partnership(
        world, partner=scene.partner, program=scene.program, school=await a_school(world), stage="ended"
    )
    asked = body_for(scene)
    for ids, code in (
        ([*asked["partnership_ids"], str(second)], "one_program"),
        ([str(ended)], "partnership_over"),
        ([str(new_id())], "unresolved"),
    ):
        refused = await office.http.post(HERE, json={**asked, "partnership_ids": ids})
        assert codes(refused) == [("/partnership_ids", code)]
    refused = await office.http.post(HERE, json={**asked, "program_id": str(other)})
    assert codes(refused) == [("/partnership_ids", "one_program")]
    need = await a_need(world, school=await a_school(world))
    assert codes(await office.http.post(HERE, json={**asked, "need_id": str(need)})) == [("/need_id", "unresolved")]


async def test_a_partner_links_only_a_need_that_is_published(world: World) -> None:
    scene = await a_scene(world)
    need = await a_need(world, school=scene.schools[0], assessment_status="draft")
    admin, marisol = await scene.partner_admin(), await scene.leader()
    asked = body_for(scene, need_id=str(need))
    assert codes(await admin.http.post(HERE, json=asked)) == [("/need_id", "unresolved")]
    assert (await marisol.http.post(HERE, json=asked)).status_code == 201


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"target_input": 60}, [("/target_input", "direction")]),
        ({"target_input": 62}, [("/target_input", "target_is_baseline")]),
        ({"target_input": 101}, [("/target_input", "percent_range")]),
        ({"aggregation": "cumulative"}, [("/aggregation", "rates_do_not_add_up")]),
        ({"period_ends_on": "2019-08-31"}, [("/period_ends_on", "date_order")]),
        ({"pace": "milestone"}, [("/milestones", "required")]),
        ({"milestones": [{"due_on": "2020-07-01", "value": 66}]}, [("/milestones", "date_order")]),
        ({"baseline_population": "whole_school"}, [("/baseline_population", "whole_school_is_context")]),
        ({"baseline_population": "grade_or_group"}, [("/baseline_population", "population_differs")]),
        ({"baseline_population": None}, [("/baseline_population", "required")]),
        ({"baseline_value": None}, [("/baseline_value", "required")]),
        ({"baseline_numerator": 60}, [("/baseline_numerator", "value_or_counts")]),
        ({"baseline_numerator": 60, "baseline_denominator": 96}, [("/baseline_value", "value_or_counts")]),
        (
            {"baseline_value": None, "baseline_numerator": 97, "baseline_denominator": 96},
            [("/baseline_numerator", "part_of_whole")],
        ),
        (
            {"baseline_value": None, "baseline_population": None, "target_method": "percentage_point"},
            [("/baseline_value", "required")],
        ),
        ({"name": ""}, [("/name", "string_too_short")]),
        ({"target_input": "70"}, [("/target_input", "number")]),
        ({"school_year": "2019-2021"}, [("/school_year", "school_year")]),
        ({"partnership_ids": []}, [("/partnership_ids", "too_short")]),
        ({"grade": "5"}, [("/grade", "unknown_field")]),
    ],
)
async def test_a_definition_that_contradicts_itself_is_refused_at_its_field(
    world: World, changes: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    scene = await a_scene(world)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    answer = await office.http.post(HERE, json={**body_for(scene), **changes})
    assert codes(answer) == expected
    assert len(await world.rows("select 1 from target")) == 1


async def test_a_baseline_may_be_counted(world: World) -> None:
    scene = await a_scene(world)
    marisol = await scene.leader()
    counted = {"baseline_value": None, "baseline_numerator": 48, "baseline_denominator": 96}
    made = (await marisol.http.post(HERE, json=body_for(scene, **counted))).json()
    assert (made["baseline_value"], made["baseline_numerator"]) == (50, 48)
    path = f"{HERE}/{made['id']}"
    patched = await marisol.http.patch(path, json={"name": "Reading"}, headers=ANY)
    assert (patched.json()["baseline_value"], patched.json()["baseline_numerator"]) == (50, 48)
    patched = await marisol.http.patch(path, json={"baseline_value": 55}, headers=ANY)
    assert (patched.json()["baseline_value"], patched.json()["baseline_numerator"]) == (55, None)
    patched = await marisol.http.patch(path, json={"baseline_numerator": 24, "baseline_denominator": 96}, headers=ANY)
    assert (patched.json()["baseline_value"], patched.json()["baseline_denominator"]) == (25, 96)


async def test_an_edit_names_the_version_it_starts_from_and_a_stale_one_changes_nothing(world: World) -> None:
    scene = await a_scene(world, status="draft", proposed_by_side="school")
    marisol = await scene.leader()
    read = await marisol.http.get(scene.path)
    assert (await marisol.http.patch(scene.path, json={"name": "New"})).status_code == 428
    tag = {"If-Match": read.headers["etag"]}
    changed = await marisol.http.patch(scene.path, json={"name": "New"}, headers=tag)
    assert (changed.json()["name"], changed.json()["version"]) == ("New", 2)
    stale = await marisol.http.patch(scene.path, json={"name": "Newer"}, headers=tag)
    assert stale.status_code == 412
    assert (await marisol.http.post(f"{scene.path}/propose", headers=tag)).status_code == 412
    assert (await marisol.http.get(scene.path)).json()["name"] == "New"


async def test_an_edit_that_changes_nothing_writes_nothing(world: World) -> None:
    scene = await a_scene(world, status="draft", proposed_by_side="school",
                          milestones=[(date(2020, 1, 31), 66)])  # fmt: skip
    marisol = await scene.leader()
    same = {"name": "Reading on grade level", "milestones": [{"due_on": "2020-01-31", "value": 66.0}],
            "partnership_ids": [str(scene.partnerships[0])], "baseline_value": 62}  # fmt: skip
    answer = await marisol.http.patch(scene.path, json=same, headers=ANY)
    assert answer.json()["version"] == 1
    assert await world.rows("select 1 from log where object_type = 'target'") == []
    moved = await marisol.http.patch(
        scene.path, json={"milestones": [{"due_on": "2020-02-28", "value": 67}]}, headers=ANY
    )
    assert (moved.json()["version"], moved.json()["milestones"]) == (2, [{"due_on": "2020-02-28", "value": 67}])
    none = await marisol.http.patch(scene.path, json={"milestones": []}, headers=ANY)
    assert (none.json()["version"], none.json()["milestones"]) == (3, [])


async def test_a_required_field_is_never_cleared(world: World) -> None:
    scene = await a_scene(world, status="draft", proposed_by_side="school")
    marisol = await scene.leader()
    for name in ("name", "population", "period_ends_on", "partnership_ids"):
        refused = await marisol.http.patch(scene.path, json={name: None}, headers=ANY)
        assert [pointer for pointer, _ in codes(refused)] == [f"/{name}"]
    cleared = await marisol.http.patch(scene.path, json={"target_input": None}, headers=ANY)
    assert (cleared.json()["target_value"], cleared.json()["progress"]["status"]) == (None, "no_data")


async def test_both_sides_agree_before_it_opens_and_never_by_one_person(world: World) -> None:
    scene = await a_scene(world, status="draft", proposed_by_side="partner")
    admin, marisol = await scene.partner_admin(name="Tomas Vega"), await scene.leader(name="Marisol Diaz")
    proposed = (await admin.http.post(f"{scene.path}/propose")).json()
    assert proposed["partner_word"] == {"word": "agreed", "by": "Tomas Vega", "on": "2020-01-27"}
    assert proposed["allowed_moves"] == [
        {"move": "agree", "needs": ["side_not_agreed"]}, {"move": "withdraw", "needs": []},
    ]  # fmt: skip
    again = await admin.http.post(f"{scene.path}/agree")
    assert (again.status_code, again.json()["needs"]) == (409, ["side_not_agreed"])
    early = await marisol.http.post(f"{scene.path}/open")
    assert early.status_code == 409
    assert [each["move"] for each in early.json()["allowed_moves"]] == ["agree", "withdraw"]
    agreed = (await marisol.http.post(f"{scene.path}/agree")).json()
    assert (agreed["status"], agreed["schools"][0]["word"], agreed["schools"][0]["by"]) == (
        "agreed", "agreed", "Marisol Diaz",
    )  # fmt: skip
    opened = (await marisol.http.post(f"{scene.path}/open")).json()
    assert (opened["status"], verbs(opened)) == ("open", ["revise", "close"])
    kinds = [row["kind"] for row in await world.rows("select kind from log where object_type = 'target' order by seq")]
    assert kinds == ["target.proposed", "target.agreed", "target.opened"]


async def test_the_schools_word_is_never_given_by_somebody_whom_the_partner_pays(world: World) -> None:
    scene = await a_scene(world, status="proposed", proposed_by_side="partner", partner_agreed_on=date(2019, 9, 2))
    paid = await scene.coordinator(employer=scene.partner)
    for path in (f"{scene.path}/agree", f"{scene.path}/schools/{scene.schools[0]}/agree"):
        refused = await paid.http.post(path)
        assert (refused.status_code, refused.json()["type"]) == (403, "urn:alongside:problem:not-your-move")
    seen = (await paid.http.get(scene.path)).json()
    assert (verbs(seen), seen["schools"][0]["allowed_moves"]) == (["withdraw"], [])
    both = await scene.coordinator()
    await world.person(Role.PARTNER_ADMIN, partner=scene.partner, person_id=both.id)
    assert (await both.http.post(f"{scene.path}/schools/{scene.schools[0]}/agree")).status_code == 403
    free = await scene.coordinator(employer=await a_partner(world))
    assert (await free.http.post(f"{scene.path}/agree")).json()["status"] == "agreed"


async def test_who_gave_the_partners_word_does_not_give_the_schools_in_a_new_job(world: World) -> None:
    marisol = await world.person(Role.PARTNERSHIP_OFFICE)
    scene = await a_scene(world, status="proposed", partner_agreed_on=date(2019, 9, 2), partner_agreed_by_id=marisol.id)
    leader = await scene.leader(person_id=marisol.id)
    refused = await leader.http.post(f"{scene.path}/agree")
    assert (refused.status_code, refused.json()["needs"]) == (409, ["one_side_each"])
    refused = await leader.http.post(f"{scene.path}/schools/{scene.schools[0]}/agree")
    assert (refused.status_code, refused.json()["needs"]) == (409, ["one_side_each"])


async def test_what_partner_staff_propose_their_admin_has_to_agree_to(world: World) -> None:
    scene = await a_scene(world, status="draft", proposed_by_side="partner")
    staff, admin, marisol = await scene.partner_staff(), await scene.partner_admin(), await scene.leader()
    proposed = (await staff.http.post(f"{scene.path}/propose")).json()
    assert (proposed["status"], proposed["partner_word"]["word"], verbs(proposed)) == (
        "proposed",
        "pending",
        ["withdraw"],
    )
    assert (await staff.http.post(f"{scene.path}/agree")).json()["missing_scope"] == "targets:agree"
    assert (await marisol.http.post(f"{scene.path}/agree")).json()["status"] == "proposed"
    assert (await admin.http.post(f"{scene.path}/agree")).json()["status"] == "agreed"


async def test_what_the_office_drafts_one_of_the_sides_proposes(world: World) -> None:
    scene = await a_scene(world, status="draft", proposed_by_side="district")
    office, marisol = await world.person(Role.PARTNERSHIP_OFFICE), await scene.leader()
    refused = await office.http.post(f"{scene.path}/propose")
    assert refused.status_code == 403
    proposed = (await marisol.http.post(f"{scene.path}/propose")).json()
    assert (proposed["proposed_by_side"], proposed["schools"][0]["word"]) == ("school", "agreed")


async def test_editing_a_proposal_asks_both_sides_again(world: World) -> None:
    scene = await a_scene(world, status="proposed", partner_agreed_on=date(2019, 9, 2))
    marisol, admin = await scene.leader(), await scene.partner_admin()
    await marisol.http.post(f"{scene.path}/schools/{scene.schools[0]}/opt-out", json={"reason": "Not this year"})
    changed = (await marisol.http.patch(scene.path, json={"target_input": 68}, headers=ANY)).json()
    assert (changed["partner_word"]["word"], changed["schools"][0]["word"]) == ("pending", "pending")
    assert changed["schools"][0]["reason"] is None
    assert (await admin.http.post(f"{scene.path}/agree")).json()["status"] == "proposed"
    assert (await marisol.http.post(f"{scene.path}/agree")).json()["status"] == "agreed"
    settled = await marisol.http.patch(scene.path, json={"target_input": 67}, headers=ANY)
    assert (settled.status_code, settled.json()["type"]) == (409, "urn:alongside:problem:target-settled")


async def test_one_proposal_over_many_schools_goes_on_without_the_one_that_opts_out(world: World) -> None:
    scene = await a_scene(world, schools=3, status="proposed", partner_agreed_on=date(2019, 9, 2))
    first, second, third = [await scene.leader(place) for place in range(3)]
    seen = (await first.http.get(scene.path)).json()
    assert ([each["school"]["name"] for each in seen["schools"]], seen["school_count"]) == (["School A"], 3)
    assert (seen["allowed_moves"], seen["may_edit"]) == ([], False)
    assert seen["schools"][0]["allowed_moves"] == [{"move": "agree", "needs": []}, {"move": "opt-out", "needs": []}]
    assert (await first.http.post(f"{scene.path}/withdraw")).status_code == 403
    elsewhere = await first.http.post(f"{scene.path}/schools/{scene.schools[1]}/agree")
    assert elsewhere.status_code == 404
    out = f"{scene.path}/schools/{scene.schools[1]}/opt-out"
    assert codes(await second.http.post(out, json={})) == [("/reason", "required")]
    left = (await second.http.post(out, json={"reason": "No room after school"})).json()
    assert (left["status"], left["schools_opted_out"], left["schools"][0]["reason"]) == (
        "proposed", 1, "No room after school",
    )  # fmt: skip
    joined = (await first.http.post(f"{scene.path}/schools/{scene.schools[0]}/agree")).json()
    assert (joined["status"], joined["schools_agreed"]) == ("agreed", 1)
    admin = await scene.partner_admin()
    assert (await admin.http.post(f"{scene.path}/open")).json()["status"] == "open"
    late = (await third.http.post(f"{scene.path}/schools/{scene.schools[2]}/agree")).json()
    assert (late["status"], late["schools_agreed"]) == ("open", 2)
    back = (await second.http.post(f"{scene.path}/schools/{scene.schools[1]}/agree")).json()
    assert (back["schools_agreed"], back["schools"][0]["reason"]) == (3, None)
    told = await world.rows("select reason from log where kind = 'target.school_opted_out'")
    assert [row["reason"] for row in told] == ["No room after school"]


async def test_when_the_only_school_leaves_the_target_is_a_proposal_again(world: World) -> None:
    scene = await a_scene(world, status="agreed")
    marisol = await scene.leader()
    out = await marisol.http.post(
        f"{scene.path}/schools/{scene.schools[0]}/opt-out", json={"reason": "The program was cut"}
    )
    assert out.json()["status"] == "proposed"
    again = await marisol.http.post(f"{scene.path}/schools/{scene.schools[0]}/opt-out", json={"reason": "Still"})
    assert again.status_code == 409
    assert [each["move"] for each in again.json()["allowed_moves"]] == ["agree"]


async def test_a_closed_target_takes_no_answer_and_no_edit(world: World) -> None:
    scene = await a_scene(world, status="closed")
    marisol = await scene.leader()
    out = await marisol.http.post(f"{scene.path}/schools/{scene.schools[0]}/opt-out", json={"reason": "Late"})
    assert (out.status_code, out.json()["needs"]) == (409, ["target_open"])
    assert (await marisol.http.patch(scene.path, json={"name": "New"}, headers=ANY)).status_code == 409
    assert (await marisol.http.get(scene.path)).json()["allowed_moves"] == []


async def test_a_target_closes_after_its_period_and_not_on_its_last_day(world: World) -> None:
    over = await a_scene(world, period_ends_on=date(2020, 1, 26))
    last = await a_scene(world, period_ends_on=date(2020, 1, 27))
    closed = await (await over.leader()).http.post(f"{over.path}/close")
    assert (closed.json()["status"], closed.json()["progress"]["rating"]) == ("closed", "not_reported")
    early = await (await last.leader()).http.post(f"{last.path}/close")
    assert (early.status_code, early.json()["needs"]) == (409, ["period_over"])


async def test_a_revision_is_a_new_draft_and_the_old_version_stays_as_it_was(world: World) -> None:
    scene = await a_scene(world, schools=2, milestones=[(date(2020, 1, 31), 66)])
    first, admin = await scene.leader(), await scene.partner_admin()
    await first.http.post(f"{scene.path}/schools/{scene.schools[0]}/opt-out", json={"reason": "Other plans"})
    for of, school in (((40, 60), scene.schools[0]), ((30, 60), scene.schools[1])):
        await a_result(world, target=scene.target, school=school, of=of, status="verified", as_of=date(2020, 1, 10))
    assert codes(await admin.http.post(f"{scene.path}/revise", json={})) == [("/reason", "required")]
    made = await admin.http.post(f"{scene.path}/revise", json={"reason": "The screener changed its scale"})
    assert made.status_code == 201
    new = made.json()
    assert made.headers["location"] == f"{HERE}/{new['id']}"
    assert (new["status"], new["revises_id"], new["proposed_by_side"]) == ("draft", str(scene.target), "partner")
    assert [each["school"]["id"] for each in new["schools"]] == [str(scene.schools[1])]
    assert new["milestones"] == [{"due_on": "2020-01-31", "value": 66}]
    old = (await admin.http.get(scene.path)).json()
    assert (old["status"], old["status_reason"], old["target_value"], old["revised_by_id"]) == (
        "revised", "The screener changed its scale", 70, None,
    )  # fmt: skip
    assert (await first.http.get(f"{HERE}/{new['id']}")).status_code == 404
    path = f"{HERE}/{new['id']}"
    await admin.http.patch(path, json={"target_input": 68}, headers=ANY)
    await admin.http.post(f"{path}/propose")
    second = await scene.leader(1)
    await second.http.post(f"{path}/agree")
    answer = await admin.http.post(f"{path}/open")
    assert answer.status_code == 200, answer.text
    opened = answer.json()
    assert [(each["as_of_on"], each["figure"]["numerator"], each["status"]) for each in opened["results"]] == [
        ("2020-01-10", 30, "verified")
    ]
    old = (await admin.http.get(scene.path)).json()
    assert (old["revised_by_id"], len(old["results"])) == (new["id"], 1)


async def test_a_revision_about_somebody_else_starts_without_the_old_results(world: World) -> None:
    scene = await a_scene(world)
    marisol, admin = await scene.leader(), await scene.partner_admin()
    await a_result(world, target=scene.target, school=scene.schools[0], of=(40, 60), as_of=date(2020, 1, 10))
    new = (await admin.http.post(f"{scene.path}/revise", json={"reason": "Grade 5 only"})).json()
    path = f"{HERE}/{new['id']}"
    group = {"population": "grade_or_group", "population_words": "Grade 5", "baseline_population": "grade_or_group"}
    assert (await admin.http.patch(path, json=group, headers=ANY)).status_code == 200
    await admin.http.post(f"{path}/propose")
    await marisol.http.post(f"{path}/agree")
    assert (await admin.http.post(f"{path}/open")).json()["results"] == []


async def test_each_standpoint_lists_its_own_targets(world: World) -> None:
    mine, other = await a_scene(world, schools=2), await a_scene(world)
    office = await world.person(Role.LEGAL_REVIEWER)
    people = {
        "office": (office, {mine.target, other.target}),
        "leader": (await mine.leader(1), {mine.target}),
        "partner": (await mine.partner_staff(), {mine.target}),
        "limited": (await mine.partner_staff(schools=[mine.schools[0]]), {mine.target}),
        "elsewhere": (await mine.partner_staff(schools=[other.schools[0]]), set()),
        "rival": (await other.partner_admin(), {other.target}),
    }
    for who, (person, expected) in people.items():
        items = (await person.http.get(HERE)).json()["items"]
        assert {UUID(each["id"]) for each in items} == expected, who
    machine = await world.machine(Scope.TARGETS_READ, schools=[mine.schools[0]])
    assert [each["id"] for each in (await machine.get(HERE)).json()["items"]] == [str(mine.target)]
    limited = people["limited"][0]
    seen = (await limited.http.get(mine.path)).json()
    assert [each["school"]["name"] for each in seen["schools"]] == ["School A"]
    assert seen["allowed_moves"] == []


async def test_targets_are_filtered_sorted_and_walked_page_by_page(world: World) -> None:
    scene = await a_scene(world, schools=2)
    pairs = dict(zip(scene.schools, scene.partnerships, strict=True))
    need = await a_need(world, school=scene.schools[0])
    first = {scene.schools[0]: pairs[scene.schools[0]]}
    drafted = await a_target(
        world, partner=scene.partner, program=scene.program, schools=first, status="draft", need_id=need,
        school_year="2018-2019", name="Attendance",
    )  # fmt: skip
    office = await world.person(Role.PARTNERSHIP_OFFICE)

    async def ids(**query: Any) -> list[str]:
        return [each["id"] for each in (await office.http.get(HERE, params=query)).json()["items"]]

    whole, part = str(scene.target), str(drafted)
    assert await ids(sort="updated_at") == [whole, part]
    assert await ids(sort="-updated_at") == [part, whole]
    for query, expected in (
        ({"partner": scene.partner}, [part, whole]),
        ({"partner": new_id()}, []),
        ({"program": scene.program}, [part, whole]),
        ({"school": scene.schools[1]}, [whole]),
        ({"partnership": scene.partnerships[1]}, [whole]),
        ({"need": need}, [part]),
        ({"school_year": "2018-2019"}, [part]),
        ({"status": "open", "school": scene.schools[0]}, [whole]),
    ):
        assert await ids(**{name: str(value) for name, value in query.items()}) == expected, query
    page = (await office.http.get(HERE, params={"limit": 1, "include_total": True})).json()
    assert (page["items"][0]["id"], page["total"]) == (part, {"value": 2, "relation": "eq"})
    following = (await office.http.get(page["links"]["next"])).json()
    assert ([each["id"] for each in following["items"]], following["next_cursor"]) == ([whole], None)
    assert (await office.http.get(HERE, params={"rating": "met"})).status_code == 400
    item = page["items"][0]
    assert (item["school_count"], item["need"]["id"], item["schools"][0]["name"]) == (1, str(need), "School A")
    assert (item["progress"]["rating"], item["series"]) == (None, [])
