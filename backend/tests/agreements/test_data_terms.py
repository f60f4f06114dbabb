"""Student records: what a data sharing agreement has to say, and that the records are destroyed at its end."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from alongside.agreements.models import DataTerms
from alongside.agreements.rules import destruction_due_on, destruction_state, disposition_problem, lacking
from alongside.identity.scopes import Role
from tests.agreements.factories import an_agreement
from tests.agreements.scene import URL, Scene, a_scene, done, match, moves, slug
from tests.world import TODAY, Person, World

COMPLETE: dict[str, Any] = {
    "basis": "school_official",
    "data_elements": ["Name", "Grade", "Reading level"],
    "users": "The four tutors of each school and their coordinator",
    "institutional_function": "Tutoring in reading",
    "direct_control": "The district may inspect the records at any time",
    "security": "Encrypted, two-factor sign-in",
    "retention": "Until the end of the school year, to report on targets",
    "destruction_days": 45,
    "breach_hours": 48,
    "breach_contact": "privacy@district.example.org",
    "parents_access": "On request through the school within 45 days",
}
OWN = {"type": "data_sharing", "purpose": "Tutors see reading levels", "populations": "Tutored students of grades 3–5"}
ANY = {"If-Match": "*"}
PDF = {"file": ("certificate.pdf", b"%PDF-1.7 certificate")}


@pytest.fixture
async def scene(world: World) -> Scene:
    return await a_scene(world)


async def in_force(scene: Scene, terms: dict[str, Any] | None = None, **values: Any) -> UUID:
    """A data sharing agreement, by default in force, complete and for both schools."""
    own = {"schools": [scene.alder, scene.birch], "ends_on": date(2020, 6, 12), **OWN, **values}
    agreement = await an_agreement(scene.world, partner=scene.partner, programs=[scene.program], **own)
    await scene.world.add(DataTerms, agreement_id=agreement, **(COMPLETE if terms is None else terms))
    return agreement


async def read(person: Person, agreement: object, **params: Any) -> dict[str, Any]:
    return done(await person.http.get(f"{URL}/{agreement}/data-terms", params=params))


def pointers(answer: Any) -> list[str]:
    return [each["pointer"] for each in answer.json()["errors"]]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, []),
        ({"basis": None}, ["data_basis"]),
        ({"data_elements": []}, ["data_elements"]),
        ({"users": None}, ["data_users"]),
        ({"security": None}, ["data_security"]),
        ({"retention": None}, ["data_retention"]),
        ({"destruction_days": None}, ["data_destruction"]),
        ({"destruction_days": 0}, []),
        ({"breach_hours": None}, ["data_breach"]),
        ({"parents_access": None}, ["data_parents"]),
        ({"institutional_function": None, "direct_control": None}, ["data_function", "data_control"]),
        ({"may_redisclose": True, "redisclosure": "To the evaluator"}, ["data_not_passed_on"]),
        ({"basis": "studies"}, ["data_no_identification"]),
        ({"basis": "studies", "no_identification": True}, []),
        ({"basis": "studies", "no_identification": True, "may_redisclose": True}, ["data_redisclosure"]),
        ({"basis": "audit_evaluation"}, ["data_representative"]),
        ({"basis": "directory"}, ["data_directory", "data_opt_outs"]),
        ({"basis": "consent"}, ["data_consent"]),
    ],
)
def test_each_basis_asks_for_its_own_elements(given: dict[str, Any], expected: list[str]) -> None:
    assert lacking("data_sharing", OWN, {**COMPLETE, **given}) == expected
    assert lacking("mou", {}, None) == []


def test_nothing_said_lacks_everything_that_is_always_asked() -> None:
    assert len(lacking("data_sharing", {}, None)) == 10
    assert lacking("data_sharing", {"purpose": "", "populations": "All"}, COMPLETE) == ["data_purpose"]


END = date(2020, 6, 12)


@pytest.mark.parametrize(
    ("day", "given", "expected"),
    [
        (END, {}, "later"),
        (END + timedelta(days=1), {}, "due"),
        (END + timedelta(days=45), {}, "due"),
        (END + timedelta(days=46), {}, "overdue"),
        (END + timedelta(days=46), {"carried_on": True}, "carried_on"),
        (END + timedelta(days=46), {"disposition": "carry_on"}, "carried_on"),
        (END + timedelta(days=46), {"certified": True}, "certified"),
        (END + timedelta(days=46), {"kind": "mou"}, "none"),
        (END + timedelta(days=46), {"kind": "mou", "disposition": "return"}, "overdue"),
        (END + timedelta(days=46), {"status": "withdrawn"}, "none"),
        (END + timedelta(days=46), {"status": "superseded"}, "carried_on"),
        (END + timedelta(days=46), {"due_on": None}, "none"),
    ],
)
def test_records_are_due_for_destruction_once_the_last_day_is_over(
    day: date, given: dict[str, Any], expected: str
) -> None:
    due = destruction_due_on(END, 45)
    assert due == date(2020, 7, 27)
    facts = {"kind": "data_sharing", "status": "executed", "due_on": due, **given}
    words = {"disposition": None, "carried_on": False, "certified": False}
    beside = {name: facts.pop(name, value) for name, value in words.items()}
    assert destruction_state(facts["kind"], facts["status"], END, facts["due_on"], day, **beside) == expected


def test_the_day_said_at_the_end_comes_before_the_rule() -> None:
    assert destruction_due_on(END, 45, date(2020, 6, 20)) == date(2020, 6, 20)
    assert destruction_due_on(END, None) is None


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ((False, None, None), None),
        ((False, "destroy", None), "/student_data"),
        ((True, None, None), "/student_data"),
        ((True, "carry_on", None), None),
        ((True, "carry_on", TODAY), "/student_data_due_on"),
        ((True, "destroy", TODAY), None),
        ((True, "return", TODAY - timedelta(days=1)), "/student_data_due_on"),
    ],
)
def test_what_is_said_of_records_at_the_end(given: Any, expected: str | None) -> None:
    problem = disposition_problem(*given, TODAY, has_rule=True)
    assert (None if problem is None else problem[0]) == expected
    without = disposition_problem(True, "destroy", None, TODAY, has_rule=False)
    assert (without or ("",))[0] == "/student_data_due_on"


async def test_nobody_reads_terms_without_signing_in(scene: Scene, world: World) -> None:
    draft = await scene.drafted(**OWN)
    assert (await world.anonymous().get(f"{URL}/{draft['id']}/data-terms")).status_code == 401


async def test_a_role_that_writes_no_agreements_writes_no_terms(scene: Scene, world: World) -> None:
    draft = await scene.drafted(**OWN)
    privacy = await world.person(Role.PRIVACY_OFFICER)
    answer = await privacy.http.put(f"{URL}/{draft['id']}/data-terms", json=COMPLETE, headers=ANY)
    assert answer.status_code == 403
    other = await scene.drafted(by=scene.admin, **OWN)
    refused = await scene.coordinator.http.put(f"{URL}/{other['id']}/data-terms", json=COMPLETE, headers=ANY)
    assert (refused.status_code, slug(refused)) in {(403, "not-your-agreement"), (404, "agreement-not-found")}


async def test_a_stranger_finds_no_terms(scene: Scene, world: World) -> None:
    agreement = await in_force(scene)
    stranger = await world.person(Role.PARTNERSHIP_OFFICE, tenant=world.stranger_id)
    assert (await stranger.http.get(f"{URL}/{agreement}/data-terms")).status_code == 404


async def test_terms_are_written_by_the_side_that_drafts_with_the_version_it_read(scene: Scene) -> None:
    draft = await scene.drafted(**OWN)
    at = f"{URL}/{draft['id']}/data-terms"
    here = await read(scene.office, draft["id"])
    assert (here["terms"], here["can_edit"], len(here["lacking"])) == (None, True, 8)
    assert (await scene.office.http.put(at, json=COMPLETE)).status_code == 428
    assert (await scene.office.http.put(at, json=COMPLETE, headers={"If-Match": '"9-0"'})).status_code == 412
    said = done(await scene.office.http.put(at, json=COMPLETE, headers=match(draft)))
    assert (said["version"], said["lacking"]) == (draft["version"] + 1, [])
    assert {name: said["terms"][name] for name in COMPLETE} == COMPLETE
    again = done(await scene.office.http.put(at, json=COMPLETE, headers=match(said)))
    assert again["version"] == said["version"], "the same words are no change"
    history = done(await scene.office.http.get(f"/api/v1/history/agreement/{draft['id']}"))
    assert "agreement.data_terms_written" in {each["kind"] for each in history["items"]}


@pytest.mark.parametrize(
    ("given", "pointer"),
    [
        ({"basis": "friendship"}, "/basis"),
        ({"destruction_days": 4000}, "/destruction_days"),
        ({"breach_hours": 0}, "/breach_hours"),
        ({"data_elements": [""]}, "/data_elements/0"),
        ({"users": " "}, "/users"),
    ],
)
async def test_a_term_that_cannot_be_is_refused_at_its_field(scene: Scene, given: dict[str, Any], pointer: str) -> None:
    draft = await scene.drafted(**OWN)
    answer = await scene.office.http.put(f"{URL}/{draft['id']}/data-terms", json={**COMPLETE, **given}, headers=ANY)
    assert (answer.status_code, pointers(answer)) == (422, [pointer])


async def test_only_a_data_sharing_agreement_has_terms_and_only_while_it_may_change(scene: Scene) -> None:
    other = await scene.drafted()
    refused = await scene.office.http.put(f"{URL}/{other['id']}/data-terms", json=COMPLETE, headers=ANY)
    assert (refused.status_code, slug(refused)) == (409, "not-about-data")
    signed = await in_force(scene)
    refused = await scene.office.http.put(f"{URL}/{signed}/data-terms", json={}, headers=ANY)
    assert (refused.status_code, slug(refused)) == (409, "text-is-fixed")


async def test_nothing_is_sent_for_review_before_every_element_is_said(scene: Scene) -> None:
    draft = await scene.drafted(type="data_sharing")
    submit = f"{URL}/{draft['id']}/submit"
    refused = await scene.office.http.post(submit)
    assert (refused.status_code, slug(refused)) == (409, "agreement-cannot-move")
    here = await read(scene.office, draft["id"])
    assert refused.json()["needs"] == moves(draft)["submit"] == [each["code"] for each in here["lacking"]]
    assert {(each["pointer"], each["is_own"]) for each in here["lacking"]} > {("/purpose", True), ("/basis", False)}
    own = {name: OWN[name] for name in ("purpose", "populations")}
    draft = done(await scene.office.http.patch(f"{URL}/{draft['id']}", json=own, headers=match(draft)))
    done(await scene.office.http.put(f"{URL}/{draft['id']}/data-terms", json=COMPLETE, headers=ANY))
    assert done(await scene.office.http.post(submit))["status"] == "submitted"
    text = done(await scene.office.http.get(f"{URL}/{draft['id']}/text"))["document"]
    records = next(each for each in text["sections"] if each["heading"] == "Student records")
    assert records["items"] == COMPLETE["data_elements"]
    assert "A breach is told within 48 hours, to privacy@district.example.org." in records["paragraphs"]


BY_BASIS: dict[str, dict[str, Any]] = {
    "school_official": {},
    "studies": {"no_identification": True},
    "audit_evaluation": {"representative": "Dr. Ada Quill"},
    "directory": {"directory_elements": ["Name"], "opt_outs": "They are taken off the list first"},
    "consent": {"consent": "A dated form, kept two years"},
}
ALWAYS = ("basis", "data_elements", "users", "security", "retention", "destruction_days", "breach_hours",
          "parents_access")  # fmt: skip


@pytest.mark.parametrize("basis", BY_BASIS)
async def test_without_any_one_element_it_is_not_sent_for_review_and_the_refusal_names_its_field(
    scene: Scene, basis: str
) -> None:
    draft = await scene.drafted(**OWN)
    at = f"{URL}/{draft['id']}"
    own = {"institutional_function", "direct_control"} if basis == "school_official" else set(BY_BASIS[basis])
    complete = {**COMPLETE, "basis": basis, **BY_BASIS[basis]}
    for left_out in (*ALWAYS, *sorted(own)):
        said = {name: value for name, value in complete.items() if name != left_out}
        here = done(await scene.office.http.put(f"{at}/data-terms", json=said, headers=ANY))
        assert [each["pointer"] for each in here["lacking"]] == [f"/{left_out}"]
        refused = await scene.office.http.post(f"{at}/submit")
        assert (refused.status_code, refused.json()["needs"]) == (409, [here["lacking"][0]["code"]])
    onward = done(await scene.office.http.put(f"{at}/data-terms", json={**complete, "may_redisclose": True},
                                              headers=ANY))  # fmt: skip
    passed_on = "/may_redisclose" if basis == "school_official" else "/redisclosure"
    assert [each["pointer"] for each in onward["lacking"]] == [passed_on]
    for name in ("purpose", "populations"):
        done(await scene.office.http.put(f"{at}/data-terms", json=complete, headers=ANY))
        done(await scene.office.http.patch(at, json={name: None}, headers=ANY))
        found = (await read(scene.office, draft["id"]))["lacking"]
        assert [(each["pointer"], each["is_own"]) for each in found] == [(f"/{name}", True)]
        assert (await scene.office.http.post(f"{at}/submit")).status_code == 409
        done(await scene.office.http.patch(at, json={name: OWN[name]}, headers=ANY))
    done(await scene.office.http.put(f"{at}/data-terms", json=complete, headers=ANY))
    assert done(await scene.office.http.post(f"{at}/submit"))["status"] == "submitted"


async def test_what_came_to_review_incomplete_is_not_approved(scene: Scene) -> None:
    """Such as one that was sent before its terms were asked for."""
    agreement = await in_force(scene, {**COMPLETE, "security": None}, status="in_review", effective_on=None)
    refused = await scene.office.http.post(f"{URL}/{agreement}/approve")
    assert refused.status_code == 409
    assert "data_security" in refused.json()["needs"]


async def test_what_was_signed_elsewhere_is_completed_by_the_office_from_its_paper(scene: Scene) -> None:
    agreement = await in_force(scene, {}, origin="recorded")
    at = f"{URL}/{agreement}/data-terms"
    refused = await scene.admin.http.put(at, json=COMPLETE, headers=ANY)
    assert (refused.status_code, slug(refused)) == (403, "not-your-agreement")
    assert done(await scene.office.http.put(at, json=COMPLETE, headers=ANY))["lacking"] == []


async def test_it_is_read_beside_the_agreements_that_share_records_of_its_programs(scene: Scene) -> None:
    data = await in_force(scene)
    shares = await an_agreement(
        scene.world, partner=scene.partner, programs=[scene.program], shares_student_records=True, title="Tutoring"
    )
    await an_agreement(scene.world, partner=scene.partner, programs=[scene.program], type="moa")
    assert [each["id"] for each in (await read(scene.office, data))["serves"]] == [str(shares)]
    assert [each["id"] for each in (await read(scene.office, shares))["served_by"]] == [str(data)]


async def test_a_renewal_says_what_was_said(scene: Scene) -> None:
    agreement = await in_force(scene)
    renewal = done(await scene.office.http.post(f"{URL}/{agreement}/renewals"), 201)
    assert (await read(scene.office, renewal["id"]))["terms"] == (await read(scene.office, agreement))["terms"]


async def certificate(scene: Scene, agreement: object, by: Person | None = None, **values: Any) -> Any:
    person = by or scene.admin
    paper = done(await person.http.post(f"{URL}/{agreement}/documents", files=PDF), 201)["documents"][-1]["id"]
    body = {
        "destroyed_on": "2020-01-20",
        "method": "Files erased, paper shredded",
        "certified_by": "Dana Fitch",
        "certifier_title": "Director",
        "document_id": paper,
        **values,
    }
    return await person.http.post(f"{URL}/{agreement}/data-destruction", json=body)


TASKS = "/api/v1/me/tasks"


async def tasks(person: Person) -> list[str]:
    found = done(await person.http.get(TASKS))["items"]
    return [each["kind"] for each in found if each["kind"].startswith("records_")]


async def test_the_end_asks_for_a_certificate_until_it_is_there(scene: Scene, world: World) -> None:
    agreement = await in_force(scene, ends_on=date(2019, 12, 20), starts_on=date(2019, 8, 26))
    later = await in_force(scene, ends_on=date(2020, 6, 12))
    privacy = await world.person(Role.PRIVACY_OFFICER)
    assert (await read(scene.admin, agreement, effective_on="2019-12-20"))["destruction"]["state"] == "later"
    here = await read(scene.admin, agreement)
    assert (here["destruction"]["state"], here["destruction"]["due_on"]) == ("due", "2020-02-03")
    assert (here["can_certify"], (await read(scene.principal, agreement))["can_certify"]) == (True, False)
    assert (await tasks(scene.admin), await tasks(privacy)) == (["records_to_destroy"], ["records_to_follow_up"])
    listed = done(await scene.office.http.get(URL, params={"student_data": "to_destroy"}))["items"]
    assert [each["id"] for each in listed] == [str(agreement)]
    past = {"student_data": "to_destroy", "effective_on": "2019-12-20"}
    assert done(await scene.office.http.get(URL, params=past))["items"] == []

    kept = done(await certificate(scene, agreement), 201)
    assert (kept["destruction"]["state"], kept["can_certify"]) == ("certified", False)
    assert kept["destruction"]["certificate"]["recorded_by"]["name"] == "Dana Fitch"
    assert (await tasks(scene.admin), await tasks(privacy)) == ([], [])
    again = await certificate(scene, agreement)
    assert (again.status_code, slug(again)) == (409, "destruction-not-due")
    early = await certificate(scene, later)
    assert (early.status_code, slug(early)) == (409, "destruction-not-due")


async def test_a_certificate_is_refused_at_its_fields_and_given_by_the_partner_or_the_office(scene: Scene) -> None:
    agreement = await in_force(scene, ends_on=date(2019, 12, 20))
    wrong = await certificate(scene, agreement, destroyed_on="2020-01-28", document_id=str(scene.alder))
    assert (wrong.status_code, pointers(wrong)) == (422, ["/destroyed_on", "/document_id"])
    before = await certificate(scene, agreement, destroyed_on="2019-08-25")
    assert pointers(before) == ["/destroyed_on"]
    body = {"destroyed_on": "2020-01-20", "method": "Shredded", "certified_by": "A", "certifier_title": "B"}
    at = f"{URL}/{agreement}/data-destruction"
    refused = await scene.coordinator.http.post(at, json={**body, "document_id": str(scene.alder)})
    assert (refused.status_code, slug(refused)) == (403, "not-certifying")
    assert (await certificate(scene, agreement, by=scene.office)).status_code == 201


async def test_records_go_on_under_a_signed_renewal(scene: Scene) -> None:
    agreement = await in_force(scene, ends_on=date(2019, 12, 20))
    await in_force(scene, starts_on=date(2019, 12, 21), renews_id=agreement)
    assert (await read(scene.admin, agreement))["destruction"]["state"] == "carried_on"
    assert await tasks(scene.admin) == []


async def test_who_ends_it_says_what_becomes_of_the_records(scene: Scene) -> None:
    agreement = await in_force(scene)
    at, reason = f"{URL}/{agreement}/terminate", {"reason": "The program closes"}
    silent = await scene.office.http.post(at, json=reason)
    assert (silent.status_code, pointers(silent)) == (422, ["/student_data"])
    ended = done(await scene.office.http.post(at, json={**reason, "student_data": "destroy"}))
    assert ended["notice"]["student_data"] == "destroy"
    state = (await read(scene.office, agreement))["destruction"]
    assert (state["state"], state["due_on"]) == ("due", (TODAY + timedelta(days=44)).isoformat())


async def test_an_agreement_that_shared_records_owes_what_was_said_at_its_end(scene: Scene) -> None:
    agreement = await an_agreement(
        scene.world, partner=scene.partner, programs=[scene.program], schools=[scene.alder], shares_student_records=True
    )
    at, reason = f"{URL}/{agreement}/terminate", {"reason": "The program closes"}
    dayless = await scene.office.http.post(at, json={**reason, "student_data": "return"})
    assert pointers(dayless) == ["/student_data_due_on"]
    body = {**reason, "student_data": "return", "student_data_due_on": "2020-02-10"}
    done(await scene.office.http.post(at, json=body))
    assert await tasks(scene.admin) == ["records_to_destroy"]
    assert (await certificate(scene, agreement)).status_code == 201
    plain = await an_agreement(scene.world, partner=scene.partner, programs=[scene.program], type="moa")
    told = await scene.office.http.post(f"{URL}/{plain}/terminate", json={**reason, "student_data": "destroy"})
    assert pointers(told) == ["/student_data"]


async def test_the_list_of_what_is_to_be_destroyed_agrees_with_the_rule_on_any_day(scene: Scene) -> None:
    """Each agreement in one statement for the list and by the rule for its page: the same answer."""
    old = await in_force(scene, ends_on=date(2019, 11, 1), starts_on=date(2019, 8, 1))
    made = [
        old,
        await in_force(scene, ends_on=date(2019, 12, 20)),
        await in_force(scene, ends_on=date(2019, 12, 20), status="suspended", held_from=date(2019, 12, 1)),
        await in_force(scene, ends_on=date(2020, 6, 12), status="terminated", ceases_on=date(2019, 12, 10)),
        await in_force(scene, ends_on=date(2019, 12, 20), status="withdrawn"),
        await in_force(scene, ends_on=date(2019, 12, 20), status="superseded", ceases_on=date(2019, 12, 1)),
        await in_force(scene, {}, ends_on=date(2019, 12, 20)),
        await in_force(scene, starts_on=date(2019, 11, 2), ends_on=date(2019, 12, 31), renews_id=old),
    ]
    found = 0
    for day in ("2019-11-02", "2019-12-09", "2019-12-10", "2019-12-20", "2019-12-21", "2020-01-01", "2020-03-01"):
        params = {"student_data": "to_destroy", "effective_on": day}
        listed = {each["id"] for each in done(await scene.office.http.get(URL, params=params))["items"]}
        ruled = {
            str(each)
            for each in made
            if (await read(scene.office, each, effective_on=day))["destruction"]["state"] in {"due", "overdue"}
        }
        assert listed == ruled, day
        found += len(listed)
    assert found > 8
