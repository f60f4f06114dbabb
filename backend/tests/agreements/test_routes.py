"""Agreements over HTTP: who gets in, the way from draft to fully signed, edits, retries, visibility."""

import pytest

from alongside.core.clock import new_id
from alongside.identity.scopes import Role
from tests.agreements.factories import an_agreement
from tests.agreements.scene import URL, Scene, a_scene, done, match, moves, sign, slug
from tests.partners.factories import a_partner, a_program
from tests.schools.factories import a_school
from tests.world import TODAY, World


@pytest.fixture
async def scene(world: World) -> Scene:
    return await a_scene(world)


async def test_anonymous_callers_are_asked_to_sign_in(world: World) -> None:
    agreement = await an_agreement(world)
    for path in (URL, f"{URL}/{agreement}", f"{URL}/{agreement}/text"):
        assert (await world.anonymous().get(path)).status_code == 401


async def test_teachers_and_the_front_office_read_no_agreements(world: World) -> None:
    school = await a_school(world)
    agreement = await an_agreement(world, schools=[school])
    for role in (Role.SCHOOL_STAFF, Role.FRONT_OFFICE):
        person = await world.person(role, schools=[school])
        assert (await person.http.get(f"{URL}/{agreement}")).status_code == 403


async def test_a_stranger_finds_nothing(world: World) -> None:
    agreement = await an_agreement(world)
    stranger = await world.person(Role.PARTNERSHIP_OFFICE, tenant=world.stranger_id)
    for path in (f"{URL}/{agreement}", f"{URL}/{agreement}/text", f"{URL}/{agreement}/documents/{new_id()}"):
        answer = await stranger.http.get(path)
        assert answer.status_code == 404
    assert (await stranger.http.get(URL)).json()["items"] == []
    assert (await stranger.http.post(f"{URL}/{agreement}/submit")).status_code == 404


async def test_an_agreement_goes_from_draft_to_in_force(scene: Scene) -> None:
    """The whole way, step by step, each by the one whose step it is."""
    draft = await scene.drafted(
        by=scene.coordinator,
        purpose="Calmer middle grades",
        expectations=[{"party": "school", "topic": "space", "text": "The gym, three afternoons a week"}],
        resources=[{"party": "school", "text": "Bus passes", "value": "1800.00", "promised_by_on": "2020-02-24"}],
        notice_days=30,
    )
    assert draft["number"] == "A-2020-0001"
    assert (draft["status"], draft["drafted_by"], draft["author"]["name"]) == ("draft", "school", "Marisol Vega")
    assert draft["resources"][0]["value"] == "1800.00"
    assert [(step["key"], step["state"]) for step in draft["steps"]] == [
        ("drafted", "current"), ("submitted", "ahead"), ("review", "ahead"), ("signatures", "ahead"),
        ("in_force", "ahead"),
    ]  # fmt: skip
    assert moves(draft) == {"submit": [], "withdraw": []}
    sent = await scene.moved(draft, "submit", by=scene.coordinator)
    assert sent["steps"][1]["by"] == "Marisol Vega"
    assert sent["steps"][1]["on"] == TODAY.isoformat()
    reviewing = await scene.moved(sent, "start-review")
    assert [each["who"]["names"] for each in reviewing["blockers"] if each["code"] == "school_pending"] == [
        ["Denise Okafor"],
        ["Omar Haddad"],
    ]
    assert moves(reviewing)["approve"] == ["schools_answered", "school_confirmed"]
    confirmed = await scene.confirmed(reviewing)
    assert {school["confirmed_by"]["name"] for school in confirmed["schools"]} == {"Denise Okafor", "Omar Haddad"}
    approved = await scene.moved(confirmed, "approve")
    assert approved["reviews"][0]["step"] == "program"
    out = await scene.moved(approved, "send-for-signature")
    assert len(out["text_sha256"]) == 64
    assert [each["people"][0]["name"] for each in out["signatories"]] == ["Tomas Reyes", "Harold Lindqvist"]
    first = done(await sign(scene.partner_signatory, out["id"], sha256=out["text_sha256"]))
    assert first["status"] == "out_for_signature"
    assert [each["code"] for each in first["blockers"]] == ["district_signature"]
    last = done(await sign(scene.signatory, out["id"]))
    assert (last["status"], last["effective_status"], last["effective_on"]) == ("executed", "scheduled", "2020-02-24")
    assert {each["party"] for each in last["signatures"]} == {"district", "partner"}
    assert {each["sha256"] for each in last["signatures"]} == {out["text_sha256"]}
    assert last["blockers"][0]["words"] == "It starts on February 24, 2020."
    on_day = done(await scene.office.http.get(f"{URL}/{out['id']}?effective_on=2020-02-24"))
    assert (on_day["effective_status"], on_day["blockers"], on_day["as_of"]) == ("active", [], "2020-02-24")
    log = await scene.world.rows("select kind from log where object_id = $1 order by seq", out["id"])
    assert [row["kind"] for row in log] == [
        "agreement.drafted", "agreement.submitted", "agreement.review_started", "agreement.school_confirmed",
        "agreement.school_confirmed", "agreement.approved", "agreement.sent_for_signature", "agreement.signed",
        "agreement.signed", "agreement.executed",
    ]  # fmt: skip
    stored = await scene.world.rows("select version from agreement where id = $1", out["id"])
    assert stored[0]["version"] == last["version"] == 9


async def test_a_draft_answers_where_it_is_and_its_retry_makes_no_second_one(scene: Scene) -> None:
    key = {"Idempotency-Key": "draft-1"}
    first = await scene.office.http.post(URL, json=scene.body(), headers=key)
    again = await scene.office.http.post(URL, json=scene.body(), headers=key)
    assert first.status_code == again.status_code == 201
    assert again.headers["idempotent-replayed"] == "true"
    assert first.content == again.content
    assert first.headers["location"] == f"{URL}/{first.json()['id']}"
    read = await scene.office.http.get(first.headers["location"])
    assert read.content == first.content
    assert read.headers["etag"] == first.headers["etag"]
    unchanged = await scene.office.http.get(first.headers["location"], headers={"If-None-Match": read.headers["etag"]})
    assert unchanged.status_code == 304


@pytest.mark.parametrize(
    ("values", "pointer", "code"),
    [
        ({"ends_on": "2020-02-23"}, "/ends_on", "date_order"),
        ({"title": "  "}, "/title", "string_too_short"),
        ({"type": "handshake"}, "/type", "literal_error"),
        ({"notice_days": 400}, "/notice_days", "less_than_equal"),
        ({"starts_on": "24.02.2020"}, "/starts_on", "date"),
        ({"sponsor": "Cubworks"}, "/sponsor", "unknown_field"),
        ({"resources": [{"party": "school", "text": "x", "value": "12.345"}]}, "/resources/0/value", "money"),
        ({"expectations": [{"party": "us", "topic": "data", "text": "x"}]}, "/expectations/0/party", "literal_error"),
        ({"program_ids": [str(new_id())]}, "/program_ids/0", "unknown_program"),
        ({"school_ids": [str(new_id())]}, "/school_ids/0", "unknown_school"),
        ({"partner_id": str(new_id())}, "/partner_id", "unknown_partner"),
    ],
)  # fmt: skip
async def test_a_draft_that_is_wrong_points_at_the_field_and_never_repeats_it(
    scene: Scene, values: dict[str, object], pointer: str, code: str
) -> None:
    answer = await scene.office.http.post(URL, json=scene.body(**values))
    assert answer.status_code == 422
    assert (answer.json()["errors"][0]["pointer"], answer.json()["errors"][0]["code"]) == (pointer, code)
    for value in values.values():
        assert not isinstance(value, str) or value.strip() == "" or value not in answer.text
    assert await scene.world.rows("select 1 from agreement") == []


async def test_one_day_may_be_first_and_last(scene: Scene) -> None:
    draft = await scene.drafted(starts_on="2020-02-24", ends_on="2020-02-24")
    assert draft["starts_on"] == draft["ends_on"]


async def test_programs_of_another_partner_retired_ones_and_closed_schools_are_refused(scene: Scene) -> None:
    other = await a_program(scene.world, partner=await a_partner(scene.world))
    retired = await a_program(scene.world, partner=scene.partner, status="retired")
    closed = await a_school(scene.world, status="closed")
    wrong = scene.body(program_ids=[str(scene.program), str(other), str(retired)])
    answer = await scene.office.http.post(URL, json=wrong)
    assert [(each["pointer"], each["code"]) for each in answer.json()["errors"]] == [
        ("/program_ids/1", "unknown_program"),
        ("/program_ids/2", "program_retired"),
    ]
    answer = await scene.office.http.post(URL, json=scene.body(school_ids=[str(closed)]))
    assert answer.json()["errors"][0]["code"] == "school_closed"


async def test_what_is_given_at_one_school_is_given_at_a_school_of_the_agreement(scene: Scene) -> None:
    elsewhere = await a_school(scene.world)
    resource = {"party": "school", "text": "A room", "school_id": str(elsewhere)}
    answer = await scene.office.http.post(URL, json=scene.body(resources=[resource]))
    assert answer.json()["errors"][0]["pointer"] == "/resources/0/school_id"
    wide = await scene.drafted(resources=[resource], is_district_wide=True, school_ids=[])
    assert wide["resources"][0]["school"]["id"] == str(elsewhere)


async def test_a_letter_never_binds_whatever_it_says(scene: Scene) -> None:
    letter = await scene.drafted(type="letter_of_agreement", is_binding=True)
    assert (letter["is_binding"], letter["clears_programs"]) == (False, False)
    assert (await scene.drafted())["clears_programs"] is True


async def test_each_drafts_for_their_own_side(scene: Scene) -> None:
    elsewhere = str(await a_school(scene.world))
    cases = [
        (scene.office, {}, "district"),
        (scene.coordinator, {}, "school"),
        (scene.principal, {"school_ids": [str(scene.alder)]}, "school"),
        (scene.admin, {}, "partner"),
        (scene.admin, {"is_district_wide": True, "school_ids": []}, "partner"),
    ]
    for person, values, side in cases:
        assert (await scene.drafted(by=person, **values))["drafted_by"] == side
    refused = [
        (scene.coordinator, {"school_ids": [str(scene.alder), elsewhere]}),
        (scene.coordinator, {"school_ids": []}),
        (scene.coordinator, {"is_district_wide": True}),
        (scene.principal, {}),
    ]
    for person, values in refused:
        answer = await person.http.post(URL, json=scene.body(**values))
        assert (answer.status_code, slug(answer)) == (403, "not-your-side")
    rival = await scene.world.person(Role.PARTNER_ADMIN, partner=await a_partner(scene.world))
    assert slug(await rival.http.post(URL, json=scene.body())) == "not-your-side"
    for role in (Role.LEGAL_REVIEWER, Role.DISTRICT_SIGNATORY):
        person = await scene.world.person(role)
        assert slug(await person.http.post(URL, json=scene.body())) == "missing-scope"
    staff = await scene.world.person(Role.PARTNER_STAFF, partner=scene.partner)
    assert slug(await staff.http.post(URL, json=scene.body())) == "missing-scope"


async def test_a_partner_s_admin_for_some_schools_drafts_for_those(scene: Scene) -> None:
    limited = await scene.world.person(Role.PARTNER_ADMIN, partner=scene.partner, schools=[scene.alder])
    assert (await scene.drafted(by=limited, school_ids=[str(scene.alder)]))["drafted_by"] == "partner"
    assert slug(await limited.http.post(URL, json=scene.body())) == "not-your-side"


async def test_whoever_the_partner_employs_does_not_act_for_the_office(scene: Scene) -> None:
    paid = await scene.world.person(Role.PARTNERSHIP_OFFICE, employer=scene.partner)
    assert slug(await paid.http.post(URL, json=scene.body())) == "not-your-side"
    agreement = await scene.moved(await scene.drafted(), "submit")
    seen = done(await paid.http.get(f"{URL}/{agreement['id']}"))
    assert (seen["allowed_moves"], seen["can_edit"], seen["can_add_documents"]) == ([], False, False)
    assert (await paid.http.post(f"{URL}/{agreement['id']}/start-review")).status_code == 403


async def test_numbers_run_on_through_the_year_in_each_tenant(scene: Scene) -> None:
    numbers = [(await scene.drafted())["number"] for _ in range(3)]
    assert numbers == ["A-2020-0001", "A-2020-0002", "A-2020-0003"]


async def test_a_stale_or_blind_edit_is_refused_and_an_empty_one_changes_nothing(scene: Scene) -> None:
    draft = await scene.drafted()
    at = f"{URL}/{draft['id']}"
    assert (await scene.office.http.patch(at, json={"title": "Evenings"})).status_code == 428
    assert (
        await scene.office.http.patch(at, json={"title": "Evenings"}, headers=match({"version": 7}))
    ).status_code == 412
    same = {"title": draft["title"], "school_ids": [str(scene.birch), str(scene.alder)], "expectations": []}
    kept = done(await scene.office.http.patch(at, json=same, headers=match(draft)))
    assert kept == draft
    edited = done(
        await scene.office.http.patch(at, json={"title": "Evenings", "purpose": "Calm"}, headers=match(draft))
    )
    assert (edited["title"], edited["purpose"], edited["version"]) == ("Evenings", "Calm", 2)
    cleared = done(await scene.office.http.patch(at, json={"purpose": None}, headers=match(edited)))
    assert cleared["purpose"] is None
    assert (await scene.office.http.patch(at, json={"title": None}, headers=match(cleared))).status_code == 422
    log = await scene.world.rows("select kind, changed from log where object_id = $1 order by seq", draft["id"])
    assert [row["kind"] for row in log] == ["agreement.drafted", "agreement.edited", "agreement.edited"]


async def test_lists_are_replaced_as_they_are_given(scene: Scene) -> None:
    draft = await scene.drafted(
        expectations=[{"party": "school", "topic": "space", "text": "A room"}],
        resources=[{"party": "partner", "text": "Six mentors", "value": "24000.50"}],
    )
    at, mentors = f"{URL}/{draft['id']}", await a_program(scene.world, partner=scene.partner, name="Second Program")
    body = {
        "program_ids": [str(mentors)],
        "school_ids": [str(scene.birch)],
        "expectations": [
            {"party": "partner", "topic": "staffing", "text": "One mentor for four students"},
            {"party": "joint", "topic": "communication", "text": "A meeting each month"},
        ],
        "resources": [],
    }
    edited = done(await scene.office.http.patch(at, json=body, headers=match(draft)))
    assert [each["name"] for each in edited["programs"]] == ["Second Program"]
    assert [each["school"]["name"] for each in edited["schools"]] == ["Birchwell School"]
    assert [each["party"] for each in edited["expectations"]] == ["partner", "joint"]
    assert (edited["resources"], edited["version"]) == ([], 2)
    wrong = await scene.office.http.patch(at, json={"ends_on": "2019-01-01"}, headers=match(edited))
    assert wrong.json()["errors"][0]["pointer"] == "/ends_on"


async def test_schools_are_added_and_removed_while_it_is_a_draft(scene: Scene) -> None:
    third = await a_school(scene.world, name="Cedar School")
    draft = await scene.drafted(resources=[{"party": "school", "text": "Keys", "school_id": str(scene.birch)}])
    at = f"{URL}/{draft['id']}/schools"
    added = done(await scene.office.http.put(f"{at}/{third}", headers=match(draft)))
    assert [each["school"]["name"] for each in added["schools"]][-1] == "Cedar School"
    assert done(await scene.office.http.put(f"{at}/{third}", headers=match(added))) == added
    removed = done(await scene.office.http.delete(f"{at}/{scene.birch}", headers=match(added)))
    assert [each["school"]["name"] for each in removed["schools"]] == ["Alderbrook School", "Cedar School"]
    assert removed["resources"] == []
    gone = await scene.office.http.delete(f"{at}/{scene.birch}", headers=match(removed))
    assert (gone.status_code, slug(gone)) == (404, "school-not-named")
    assert (await scene.office.http.put(f"{at}/{new_id()}", headers=match(removed))).status_code == 422
    assert (await scene.office.http.put(f"{at}/{third}")).status_code == 428
    own = await scene.drafted(by=scene.coordinator)
    foreign = await scene.coordinator.http.put(f"{URL}/{own['id']}/schools/{third}", headers=match(own))
    assert slug(foreign) == "not-your-side"


async def test_only_the_side_that_wrote_it_and_the_office_edit(scene: Scene) -> None:
    theirs = await scene.drafted(by=scene.admin)
    at = f"{URL}/{theirs['id']}"
    for person in (scene.coordinator, scene.principal):
        answer = await person.http.patch(at, json={"title": "Mine"}, headers=match(theirs))
        assert (answer.status_code, slug(answer)) == (403, "not-your-agreement")
    second_admin = await scene.world.person(Role.PARTNER_ADMIN, partner=scene.partner)
    edited = done(await second_admin.http.patch(at, json={"title": "Ours"}, headers=match(theirs)))
    assert (edited["can_edit"], edited["can_add_documents"]) == (True, True)
    assert done(await scene.office.http.patch(at, json={"title": "Both"}, headers=match(edited)))["title"] == "Both"


async def test_a_text_on_its_way_is_fixed_until_it_is_sent_back(scene: Scene) -> None:
    agreement = await scene.moved(await scene.drafted(), "submit", "start-review")
    at = f"{URL}/{agreement['id']}"
    fixed = await scene.office.http.patch(at, json={"title": "Later"}, headers=match(agreement))
    assert (fixed.status_code, slug(fixed)) == (409, "text-is-fixed")
    assert slug(await scene.office.http.put(f"{at}/schools/{scene.birch}", headers=match(agreement))) == "text-is-fixed"
    agreement = await scene.confirmed(agreement)
    back = done(await scene.office.http.post(f"{at}/request-changes", json={"reason": "Say who brings the keys"}))
    assert (back["status"], back["status_reason"]) == ("changes_requested", "Say who brings the keys")
    edited = done(await scene.office.http.patch(at, json={"schedule": "Mondays"}, headers=match(back)))
    assert {each["confirmation"] for each in edited["schools"]} == {"pending"}
    again = await scene.moved(edited, "submit")
    assert again["status_reason"] is None
    assert [each["is_current"] for each in again["reviews"]] == [False]


async def test_sending_back_and_forth_without_an_edit_keeps_the_principals_words(scene: Scene) -> None:
    agreement = await scene.confirmed(await scene.moved(await scene.drafted(), "submit", "start-review"))
    at = f"{URL}/{agreement['id']}"
    done(await scene.office.http.post(f"{at}/request-changes", json={"reason": "Wait for the board"}))
    again = await scene.moved(agreement, "submit", "start-review", "approve")
    assert {each["confirmation"] for each in again["schools"]} == {"confirmed"}
