"""The history of a record: in order, in words, and never more than the record shows its reader."""

import importlib
import pkgutil
from typing import Any
from uuid import UUID

import pytest

import alongside
from alongside.changes.queries import READERS
from alongside.changes.rules import SENTENCES, label, sentence
from alongside.changes.schemas import ObjectType
from alongside.core.clock import new_id
from alongside.core.record import Event
from alongside.identity.scopes import Role, Scope
from tests.agreements.factories import an_agreement
from tests.needs.factories import a_need, an_assessment
from tests.partners.factories import a_partner, a_program
from tests.partnerships.factories import Scene, a_partnership, a_scene
from tests.schools.factories import a_school
from tests.targets.factories import a_result, definition
from tests.targets.factories import a_scene as a_target_scene
from tests.world import Person, World


def of(kind: str, record: Any) -> str:
    return f"/api/v1/history/{kind}/{record}"


async def read(who: Person, kind: str, record: Any, **asked: Any) -> list[Any]:
    answer = await who.http.get(of(kind, record), params=asked)
    assert answer.status_code == 200, answer.text
    items: list[Any] = answer.json()["items"]
    return items


async def tell(world: World, kind: str, record: UUID, person: UUID | None = None, **changed: Any) -> None:
    """A row of the log as a service would have written it."""
    import orjson

    await world.rows(
        "insert into log (tenant_id, kind, object_type, object_id, version, changed, person_id) "
        "values ($1, $2::text, split_part($2::text, '.', 1), $3, 1, $4, $5)",
        world.tenant_id, kind, record, {name: orjson.loads(orjson.dumps(pair)) for name, pair in changed.items()},
        person,
    )  # fmt: skip


async def a_moved_partnership(world: World) -> tuple[Scene, Person]:
    scene = await a_scene(world, stage="exploring")
    leader = await world.person(Role.SCHOOL_LEADER, schools=[scene.school], name="Paula Principal")
    path = f"/api/v1/partnerships/{scene.partnership}"
    await leader.http.patch(path, json={"place": "Gym", "coordinator_id": str(leader.id)}, headers={"If-Match": "*"})
    await leader.http.post(f"{path}/plan")
    await leader.http.post(f"{path}/not-a-fit", json={"reason": "Pulls students out of class"})
    return scene, leader


async def test_a_history_says_who_when_and_what_in_words_and_in_order(world: World) -> None:
    scene, leader = await a_moved_partnership(world)
    items = await read(leader, "partnership", scene.partnership)
    assert [(each["words"], each["who"]["name"], each["version"], each["reason"]) for each in items] == [
        ("Partnership changed", "Paula Principal", 2, None),
        ("Planning began", "Paula Principal", 3, None),
        ("Found to be no fit", "Paula Principal", 4, "Pulls students out of class"),
    ]
    assert items == sorted(items, key=lambda each: each["at"])
    first = {each["field"]: (each["label"], each["before"], each["after"]) for each in items[0]["changed"]}
    assert first["place"] == ("Place", None, "Gym")
    assert first["coordinator_id"] == ("Coordinator", None, str(leader.id))
    assert items[0]["names"] == {str(leader.id): "Paula Principal"}
    (stage,) = [each for each in items[1]["changed"] if each["field"] == "stage"]
    assert (stage["before"], stage["after"], stage["is_withheld"]) == ("exploring", "planning", False)
    newest = await read(leader, "partnership", scene.partnership, sort="-at")
    assert newest == items[::-1]


async def test_a_long_history_is_read_in_pages(world: World) -> None:
    scene, leader = await a_moved_partnership(world)
    whole = await read(leader, "partnership", scene.partnership)
    walked, address = [], of("partnership", scene.partnership) + "?limit=1"
    while address:
        page = (await leader.http.get(address)).json()
        walked += page["items"]
        address = page["links"]["next"]
    assert walked == whole
    foreign = (await leader.http.get(of("partnership", scene.partnership) + "?limit=1")).json()["next_cursor"]
    other = await leader.http.get(of("school", scene.school), params={"cursor": foreign})
    assert other.status_code == 400


async def test_the_four_callers(world: World) -> None:
    scene, leader = await a_moved_partnership(world)
    path = of("partnership", scene.partnership)
    assert (await world.anonymous().get(path)).status_code == 401
    teacher = await world.person(Role.SCHOOL_STAFF, schools=[scene.school])
    refused = await teacher.http.get(path)
    assert (refused.status_code, refused.json()["missing_scope"]) == (403, "history:read")
    stranger = await world.person(Role.PARTNERSHIP_OFFICE, tenant=world.stranger_id)
    assert (await stranger.http.get(path)).json()["type"].endswith("partnership-not-found")
    assert (await leader.http.get(path)).status_code == 200


async def test_a_history_is_open_exactly_to_those_who_may_read_the_record(world: World) -> None:
    scene, _ = await a_moved_partnership(world)
    elsewhere = await world.person(Role.SCHOOL_LEADER, schools=[await a_school(world, name="Birch")])
    other = await world.person(Role.PARTNER_ADMIN, partner=await a_partner(world))
    mine = await world.person(Role.PARTNER_ADMIN, partner=scene.partner)
    machine = await world.machine(Scope.HISTORY_READ, schools=[scene.school])
    for who, status in ((elsewhere.http, 404), (other.http, 404), (mine.http, 200), (machine, 200)):
        assert (await who.get(of("partnership", scene.partnership))).status_code == status
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    for kind in (*ObjectType, "secret"):
        assert (await office.http.get(of(kind, new_id()))).status_code == 404


async def test_why_a_program_is_no_fit_is_not_told_to_the_partner(world: World) -> None:
    scene, _ = await a_moved_partnership(world)
    partner = await world.person(Role.PARTNER_ADMIN, partner=scene.partner)
    items = await read(partner, "partnership", scene.partnership)
    assert [each["words"] for each in items][-1] == "Found to be no fit"
    assert (items[-1]["reason"], items[-1]["changed"]) == (None, [])
    assert "Pulls" not in str(items)
    assert {each["field"] for each in items[0]["changed"]} == {"place", "coordinator_id"}


async def test_the_needs_chosen_are_not_told_to_the_partner(world: World) -> None:
    scene = await a_scene(world)
    need = await a_need(world, school=scene.school, assessment=await an_assessment(world, school=scene.school))
    leader = await world.person(Role.SCHOOL_LEADER, schools=[scene.school])
    path = f"/api/v1/partnerships/{scene.partnership}"
    await leader.http.patch(path, json={"need_ids": [str(need)]}, headers={"If-Match": "*"})
    ours = await read(leader, "partnership", scene.partnership)
    assert ours[0]["changed"][0]["after"] == [str(need)]
    partner = await world.person(Role.PARTNER_ADMIN, partner=scene.partner)
    assert (await read(partner, "partnership", scene.partnership))[0]["changed"] == []


async def test_a_partner_reads_an_agreement_from_the_day_it_was_sent(world: World) -> None:
    scene = await a_scene(world, agreement=None)
    agreement = await an_agreement(
        world, status="submitted", partner=scene.partner, programs=[scene.program], schools=[scene.school],
        drafted_by="school",
    )  # fmt: skip
    await tell(world, "agreement.edited", agreement, purpose=[None, "We do not trust them yet"])
    await tell(world, "agreement.submitted", agreement, status=["draft", "submitted"])
    await tell(world, "agreement.edited", agreement, purpose=["x", "To read well"])
    partner = await world.person(Role.PARTNER_ADMIN, partner=scene.partner)
    items = await read(partner, "agreement", agreement)
    assert [[each["field"] for each in item["changed"]] for item in items] == [[], ["status"], ["purpose"]]
    assert "trust" not in str(items)
    leader = await world.person(Role.SCHOOL_LEADER, schools=[scene.school])
    assert "trust" in str(await read(leader, "agreement", agreement))


async def test_other_partners_read_of_a_partner_what_the_directory_says(world: World) -> None:
    partner = await a_partner(world)
    await tell(world, "partner.changed", partner, name=["Old", "New"], ein=[None, "12-3456789"], phone=[None, "555"])
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    assert [each["field"] for each in (await read(office, "partner", partner))[0]["changed"]] == [
        "ein",
        "name",
        "phone",
    ]
    other = await world.person(Role.PARTNER_STAFF, partner=await a_partner(world))
    (item,) = await read(other, "partner", partner)
    assert [each["field"] for each in item["changed"]] == ["name"]


async def test_how_a_need_was_weighed_stays_in_the_school(world: World) -> None:
    school = await a_school(world)
    assessment = await an_assessment(world, school=school)
    need = await a_need(world, school=school, assessment=assessment)
    await tell(world, "need.changed", need, impact=[None, 2], current_condition=["A child of ours", "Some"])
    await tell(world, "needs_assessment.changed", assessment, note=[None, "Ms Gray will object"])
    leader = await world.person(Role.SCHOOL_LEADER, schools=[school])
    partner = await world.person(Role.PARTNER_ADMIN, partner=await a_partner(world))
    for kind, record in (("need", need), ("needs_assessment", assessment)):
        assert (await read(leader, kind, record))[0]["changed"] != []
        (item,) = await read(partner, kind, record)
        assert (item["changed"], item["reason"]) == ([], None)


async def test_a_school_reads_of_a_target_nothing_about_other_schools(world: World) -> None:
    scene = await a_target_scene(world, schools=2)
    await tell(world, "target.proposed", scene.target)
    await tell(
        world, "target.changed", scene.target, partnership_ids=[[], [str(scene.partnerships[1])]], name=["A", "B"]
    )
    await tell(world, "target.school_opted_out", scene.target, school_id=[None, str(scene.schools[1])])
    leader = await scene.leader()
    items = await read(leader, "target", scene.target)
    assert [[each["field"] for each in item["changed"]] for item in items] == [[], ["name"], []]
    admin = await scene.partner_admin()
    assert len((await read(admin, "target", scene.target))[1]["changed"]) == 2


async def test_a_drafted_target_is_told_to_the_other_side_once_it_is_proposed(world: World) -> None:
    scene = await a_target_scene(world, status="proposed")
    await tell(world, "target.changed", scene.target, name=["Wild hope", "Plain"])
    await tell(world, "target.proposed", scene.target, status=["draft", "proposed"])
    items = await read(await scene.leader(), "target", scene.target)
    assert [[each["field"] for each in item["changed"]] for item in items] == [[], ["status"]]
    assert "Wild hope" in str(await read(await scene.partner_admin(), "target", scene.target))


async def test_a_number_hidden_from_the_reader_is_hidden_in_its_history(world: World) -> None:
    scene = await a_target_scene(world, schools=2)
    result = await a_result(world, target=scene.target, school=scene.schools[0], of=(3, 6), hidden="small_n")
    await tell(
        world, "result.entered", result, numerator=[None, 3], denominator=[None, 6], as_of_on=[None, "2020-01-27"]
    )
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    assert (await office.http.get(f"/api/v1/results/{result}")).json()["figure"]["suppressed"] is True
    (item,) = await read(office, "result", result)
    assert [each["field"] for each in item["changed"]] == ["as_of_on"]
    shown = await a_result(world, target=scene.target, school=scene.schools[1], of=(30, 60))
    await tell(world, "result.entered", shown, numerator=[None, 30], denominator=[None, 60])
    (item,) = await read(office, "result", shown)
    assert {each["field"]: each["after"] for each in item["changed"]} == {"numerator": 30, "denominator": 60}


async def test_the_log_keeps_that_a_sensitive_field_changed_and_not_what_it_held(world: World) -> None:
    school = await a_school(world)
    await tell(world, "school.updated", school, phone=None)
    machine_row = new_id()
    await world.rows(
        "insert into log (tenant_id, kind, object_type, object_id, version, changed, credential_id) "
        "values ($1, 'school.updated', 'school', $2, 2, '{}', $3)",
        world.tenant_id, school, machine_row,
    )  # fmt: skip
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    first, second = await read(office, "school", school)
    assert (first["changed"][0]["is_withheld"], first["who"]) == (
        True,
        {"kind": "system", "id": None, "name": "Alongside"},
    )
    assert second["who"] == {"kind": "machine", "id": str(machine_row), "name": "A machine"}


async def test_what_a_service_writes_is_what_the_history_reads(world: World) -> None:
    """A target through its own API: drafted, proposed, told with names and labels."""
    school = await a_school(world)
    partner = await a_partner(world)
    program = await a_program(world, partner=partner)
    partnership = await a_partnership(world, partner=partner, program=program, school=school)
    admin = await world.person(Role.PARTNER_ADMIN, partner=partner, name="Dana Fitch")
    made = await admin.http.post("/api/v1/targets", json=definition(partnership_ids=[str(partnership)]))
    assert made.status_code == 201, made.text
    assert (await admin.http.post(f"/api/v1/targets/{made.json()['id']}/propose")).status_code == 200
    items = await read(admin, "target", made.json()["id"])
    assert [(each["words"], each["who"]["name"]) for each in items] == [
        ("Target drafted", "Dana Fitch"),
        ("Put to the other side", "Dana Fitch"),
    ]


def every_kind() -> list[str]:
    """The kind of every event in the code."""
    for module in pkgutil.walk_packages(alongside.__path__, "alongside."):
        if module.name.endswith(".events") or ".events." in module.name:
            importlib.import_module(module.name)

    def below(event: type[Event]) -> set[str]:
        return {event.kind}.union(*(below(each) for each in event.__subclasses__()))

    return sorted(below(Event) - {""})


@pytest.mark.parametrize("kind", every_kind())
def test_every_fact_is_said_as_a_sentence(kind: str) -> None:
    said = sentence(kind)
    assert said[0].isupper()
    assert not {"_", "."} & set(said)
    assert len(said.split()) >= 2


def test_every_sentence_belongs_to_a_fact_and_every_record_has_its_reader() -> None:
    assert set(SENTENCES) <= set(every_kind())
    assert set(READERS) == set(ObjectType)
    told = {kind.partition(".")[0] for kind in every_kind()}
    assert {each.value for each in ObjectType} <= told


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("ends_on", "Ends"), ("partner_lead_id", "Partner lead"), ("need_ids", "Needs"), ("is_public", "Public"),
        ("cost_to_school_cents", "Cost to school"), ("ein", "EIN"), ("place", "Place"),
    ],
)  # fmt: skip
def test_a_field_is_called_by_its_name(field: str, words: str) -> None:
    assert label(field) == words
