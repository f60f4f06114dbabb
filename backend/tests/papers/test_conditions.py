"""Which paper for which kind of program: by area, kind of organization, paid or not, or one program alone."""

from datetime import date
from itertools import cycle, product
from typing import Any
from uuid import uuid4

import pytest

from alongside.identity.scopes import Role
from tests.agreements.factories import an_agreement
from tests.papers.factories import a_check, a_member, a_requirement
from tests.papers.scene import a_cast, clearance, words
from tests.partners.factories import a_partner, a_program
from tests.partnerships.factories import a_partnership
from tests.schools.factories import a_school, a_term
from tests.world import World

HERE = "/api/v1/paper-requirements"
LISTED = "/api/v1/partnerships"
ANY = {"If-Match": "*"}
AUTO: dict[str, Any] = {
    "kind": "insurance_certificate", "title": "Auto insurance", "coverage": "auto", "enforced_from": "2020-03-02",
}  # fmt: skip


async def test_conditions_are_said_kept_and_replaced(world: World) -> None:
    await a_term(world, code="tutoring", label="Tutoring")
    await a_term(world, code="pairs", label="In pairs", parent_code="tutoring")
    partner = await a_partner(world, name="Brightpath Inc")
    program = await a_program(world, partner=partner, name="Math lab")
    risk = await world.person(Role.COMPLIANCE_REVIEWER)
    asked = {"areas": ["tutoring"], "org_types": ["business"], "payment": "paid", "supervision": "alone"}
    made = await risk.http.post(HERE, json={**AUTO, **asked})
    assert made.status_code == 201, made.text
    body = made.json()
    assert {name: body[name] for name in asked} == asked
    assert (body["program_id"], body["program"], body["area_names"]) == (None, None, ["Tutoring"])
    assert body["has_areas_below"] is True
    path = f"{HERE}/{body['id']}"
    changed = await risk.http.patch(path, json={"payment": None, "program_id": str(program)}, headers=ANY)
    assert changed.status_code == 200, changed.text
    assert changed.json()["program"] == {"id": str(program), "name": "Math lab", "partner": "Brightpath Inc"}
    assert changed.json()["payment"] is None
    assert (await risk.http.patch(path, json={"payment": "paid"})).status_code == 428
    (fact,) = await world.rows("select changed from log where kind = 'paper_requirement.changed'")
    assert fact["changed"] == {"payment": ["paid", None], "program_id": [None, str(program)]}


@pytest.mark.parametrize(
    ("condition", "pointer", "code"),
    [
        ({"areas": ["chess"]}, "/areas/0", "unknown_area"),
        ({"areas": ["Not a code"]}, "/areas/0", None),
        ({"org_types": ["company"]}, "/org_types/0", None),
        ({"payment": "cheap"}, "/payment", None),
        ({"supervision": "yes"}, "/supervision", None),
        ({"program_id": str(uuid4())}, "/program_id", "unresolved_reference"),
    ],
)
async def test_a_condition_that_is_not_there_is_pointed_at(
    world: World, condition: dict[str, Any], pointer: str, code: str | None
) -> None:
    risk = await world.person(Role.COMPLIANCE_REVIEWER)
    stays = await a_requirement(world, enforced_from=date(2020, 3, 2))
    answers = [
        await risk.http.post(HERE, json={**AUTO, **condition}),
        await risk.http.patch(f"{HERE}/{stays}", json=condition, headers=ANY),
        await risk.http.post(
            f"{HERE}/{stays}/replace",
            json={"title": "New", "coverage": "auto", "enforced_from": "2020-04-01", **condition},
        ),
    ]  # fmt: skip
    for answer in answers:
        assert answer.status_code == 422, answer.text
        (fault,) = answer.json()["errors"]
        assert fault["pointer"] == pointer
        assert code is None or fault["code"] == code


async def test_another_district_has_no_program_to_ask_of(world: World) -> None:
    program = await a_program(world, partner=await a_partner(world))
    stranger = await world.person(Role.DISTRICT_ADMIN, tenant=world.stranger_id)
    answer = await stranger.http.post(HERE, json={**AUTO, "program_id": str(program)})
    assert [fault["pointer"] for fault in answer.json()["errors"]] == ["/program_id"]


async def test_the_filter_says_what_the_rule_says_of_every_mix_of_conditions(world: World) -> None:
    """`papers_in_order` and `rules.standing` agree; each mix of conditions on a day of its own."""
    school = await a_school(world)
    for code, above in (("learning", None), ("academics", "learning"), ("tutoring", "academics"), ("arts", None)):
        await a_term(world, code=code, label=code, parent_code=above)
    offers: list[tuple[str, dict[str, Any]]] = [
        (org, {"areas": areas, "cost_to_school_cents": cost, "supervision": said})
        for (org, areas, cost), said in zip(
            product(("business", "nonprofit"), ((), ("tutoring",), ("arts",)), (None, 0, 50_00)),
            cycle((None, "alone", "staff_present", "staff_present")),
            strict=False,
        )
    ]
    programs = []
    for number, (org, offered) in enumerate(offers):
        partner = await a_partner(world, status="approved", org_type=org, name=f"Partner {number}")
        program = await a_program(world, partner=partner, **offered)
        await an_agreement(world, partner=partner, programs=[program], schools={school: "confirmed"})
        await a_partnership(world, partner=partner, program=program, school=school)
        programs.append(program)
    mixes: list[dict[str, Any]] = [
        {"areas": ["tutoring"]},
        {"org_types": ["business", "faith"]},
        {"payment": "paid"},
        {"payment": "free"},
        {"program_id": programs[0]},
        {"supervision": "alone"},
        {"supervision": "staff_present"},
        {"supervision": "alone", "payment": "free"},
        {"org_types": ["business"], "payment": "paid", "areas": ["tutoring", "sports"]},
    ]
    mixes[-1:-1] = [{"areas": ["learning"]}, {"areas": ["learning"], "areas_below_from": date(2020, 7, 1)}]
    days = [date(2020, 2, 3 + place) for place in range(len(mixes))]
    for day, mix in zip(days, mixes, strict=True):
        for kind in ("insurance_certificate", "background_check"):
            await a_requirement(
                world, kind=kind, title=kind, enforced_from=day, retired_from=date(2020, 2, day.day + 1), **mix
            )
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    await world.owner.execute("analyze")
    counts = []
    for day in days:
        asked = {"limit": "500", "effective_on": day.isoformat()}
        every = (await office.http.get(LISTED, params=asked)).json()["items"]
        assert len(every) == len(offers)
        by_rule = {item["id"] for item in every if item["clearance"]["cleared"]}
        by_filter = (await office.http.get(LISTED, params={**asked, "cleared": "true"})).json()["items"]
        assert {item["id"] for item in by_filter} == by_rule
        counts.append(len(by_rule))
    # asked of: two in three by area (unknown is asked), half by organization, two in three by payment, one, two;
    # eight are never alone with students, five are, seven are free or do not say, and alone or do not say;
    # two levels above tutoring asks of tutoring as well, but not before the day on which that is so
    assert counts == [6, 9, 6, 6, 17, 8, 5, 11, 6, 12, 14]


async def test_clearance_of_a_past_day_stays_when_program_and_organization_say_otherwise_since(world: World) -> None:
    cast = await a_cast(world)
    for code in ("tutoring", "arts"):
        await a_term(world, code=code, label=code)
    program, partner = cast.scene.program, cast.partner_id
    await world.rows(
        "update program set areas = '{arts}', cost_to_school_cents = 0, supervision = 'staff_present' where id = $1",
        program,
    )
    await world.rows("update partner set org_type = 'nonprofit' where id = $1", partner)
    for table in ("program_before", "partner_before"):
        await world.rows(f"delete from {table}")
    titles = {"areas": ["tutoring"], "org_types": ["business"], "payment": "paid", "supervision": "alone"}
    for name, value in titles.items():
        await a_requirement(world, title=name, **{name: value})
    before = {
        day: words(await clearance(cast.office, cast.scene.partnership, day)) for day in ("2020-01-26", "2020-01-27")
    }
    assert before == {"2020-01-26": [], "2020-01-27": []}
    changed = await cast.office.http.patch(
        f"/api/v1/programs/{program}",
        json={"areas": ["tutoring"], "cost_to_school": "120.00", "supervision": "alone"},
        headers=ANY,
    )
    assert changed.status_code == 200, changed.text
    named = await cast.office.http.patch(f"/api/v1/partners/{partner}", json={"org_type": "business"}, headers=ANY)
    assert named.status_code == 200, named.text
    assert words(await clearance(cast.office, cast.scene.partnership, "2020-01-26")) == []
    assert words(await clearance(cast.office, cast.scene.partnership, "2020-01-27")) == [
        "areas is missing.", "org_types is missing.", "payment is missing.", "supervision is missing.",
    ]  # fmt: skip


async def test_the_staff_list_asks_only_for_checks_of_the_programs_somebody_works_in(world: World) -> None:
    cast = await a_cast(world)
    for title, kind, condition in (
        ("Paid", "tb", {"payment": "paid"}), ("Free", "cori", {"payment": "free"}),
        ("Companies", "child_abuse", {"org_types": ["business"]}),
        ("Alone", "other", {"supervision": "alone"}),
        ("Never alone", "state_criminal", {"supervision": "staff_present"}),
        ("This one", "fbi_fingerprint", {"program_id": cast.scene.program}),
    ):  # fmt: skip
        await a_requirement(world, kind="background_check", title=title, check_kinds=[kind], **condition)
    await world.rows(
        "update program set cost_to_school_cents = 0, supervision = 'alone' where id = $1", cast.scene.program
    )
    await world.rows("update partner set org_type = 'faith' where id = $1", cast.partner_id)
    member = await a_member(world, partner=cast.partner_id, places=[(cast.scene.program, cast.scene.school)])
    await a_check(world, member=member, kind="tb")
    read = (await cast.partner.http.get(f"/api/v1/staff/{member}")).json()
    assert sorted(lack["kind"] for lack in read["lacks"]) == ["cori", "fbi_fingerprint", "other"]


async def test_what_was_in_force_before_areas_meant_what_is_under_them_keeps_its_past_days(world: World) -> None:
    cast = await a_cast(world)
    await a_term(world, code="climate", label="Climate")
    await a_term(world, code="counseling", label="Counseling", parent_code="climate")
    await world.rows("update program set areas = '{counseling}' where id = $1", cast.scene.program)
    await world.rows("delete from program_before")
    await a_requirement(world, title="Then", areas=["climate"], areas_below_from=date(2020, 1, 27))
    await a_requirement(world, title="Now", areas=["climate"], enforced_from=date(2020, 1, 27))
    said = {
        day: words(await clearance(cast.office, cast.scene.partnership, day)) for day in ("2020-01-26", "2020-01-27")
    }
    assert said == {"2020-01-26": [], "2020-01-27": ["Now is missing.", "Then is missing."]}
    before = await clearance(cast.office, cast.scene.partnership, "2020-01-24")
    assert before["cleared_through"] == "2020-01-26"


async def test_the_staff_list_asks_for_checks_of_the_areas_under_those_that_are_named(world: World) -> None:
    cast = await a_cast(world)
    await a_term(world, code="climate", label="Climate")
    await a_term(world, code="counseling", label="Counseling", parent_code="climate")
    await world.rows("update program set areas = '{counseling}' where id = $1", cast.scene.program)
    await a_requirement(world, kind="background_check", title="Under", check_kinds=["tb"], areas=["climate"])
    member = await a_member(world, partner=cast.partner_id, places=[(cast.scene.program, cast.scene.school)])
    read = (await cast.partner.http.get(f"/api/v1/staff/{member}")).json()
    assert read["lacks"] == [{"kind": "tb", "how": "missing"}]
