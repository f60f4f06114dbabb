"""Other districts may join: the office proposes, the partner agrees, and a copy crosses; another district adopts it."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import asyncpg
import pytest

from alongside.agreements.models import AgreementTemplate, AgreementTemplateVersion
from alongside.agreements.service import look_abroad
from alongside.core.clock import new_id, now
from alongside.identity.queries import all_tenants
from alongside.identity.scopes import Role, Scope
from tests.agreements.scene import URL, Scene, a_scene, done, match, moves, sign, slug
from tests.partners.factories import a_partner, a_program
from tests.reading import Paper, squeezed
from tests.schools.factories import a_school
from tests.world import TODAY, Person, World

OPENINGS, OPEN = "/api/v1/agreement-openings", "/api/v1/open-agreements"
CLAUSE = (
    "Other school districts and public agencies may adopt these terms while this agreement is in force, each by an "
    "agreement of its own with North Branch Mentors NFP."
)
SECTIONS = [
    {
        "code": None, "is_required": False, "heading": "Use by other districts",
        "paragraphs": [CLAUSE.replace("North Branch Mentors NFP", "{partner}")], "items": [],
    },
    {
        "code": None, "is_required": False, "heading": "Conduct",
        "paragraphs": ["{partner} follows the rules of {district}."], "items": [],
    },
]  # fmt: skip
CROSSES = {
    "tenant_id", "id", "agreement_id", "district", "partner", "partner_ein", "number", "type", "title", "starts_on",
    "ends_on", "clause", "text_sha256", "document", "terms", "opened_on", "open_until", "closed_on", "standing",
    "over_on",
}  # fmt: skip


@dataclass
class Abroad:
    """The other district: its office, its own record of the partner, and who signs there."""

    office: Person
    principal: Person
    signatory: Person
    partner_signatory: Person
    partner: UUID
    program: UUID
    school: UUID


@pytest.fixture
async def scene(world: World) -> Scene:
    return await a_scene(world, ein="36-1234567")


@pytest.fixture
async def abroad(world: World) -> Abroad:
    there: dict[str, Any] = {"tenant": world.stranger_id}
    partner = await a_partner(world, name="North Branch", ein="36-1234567", **there)
    school = await a_school(world, name="Zion School", **there)
    return Abroad(
        office=await world.person(Role.PARTNERSHIP_OFFICE, name="Olive Ward", **there),
        principal=await world.person(Role.SCHOOL_LEADER, schools=[school], **there),
        signatory=await world.person(Role.DISTRICT_SIGNATORY, **there),
        partner_signatory=await world.person(Role.PARTNER_SIGNATORY, partner=partner, **there),
        partner=partner,
        program=await a_program(world, partner=partner, name="homeroom mentors", **there),
        school=school,
    )


async def signed(scene: Scene, **values: Any) -> dict[str, Any]:
    """Fully signed, with a cooperative clause among its standing terms."""
    template = await scene.world.add(AgreementTemplate, name=f"Cooperative {new_id()}", type=values.get("type", "mou"))
    version = await scene.world.add(
        AgreementTemplateVersion, template_id=template, number=1, sections=SECTIONS, published_at=now()
    )
    own = {
        "template_version_id": str(version),
        "purpose": "Mentoring after school",
        "expectations": [{"party": "school", "topic": "space", "text": "A room, two afternoons"}],
        "resources": [{"party": "partner", "text": "Books", "value": "500.00"}],
        "notice_days": 30,
    }
    return await scene.executed(**{**own, **values})


async def proposed(scene: Scene, agreement: dict[str, Any], **values: Any) -> dict[str, Any]:
    body = {"clause": CLAUSE, **values}
    return done(await scene.office.http.post(f"{URL}/{agreement['id']}/openings", json=body), 201)


async def opened(scene: Scene, **values: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    """A signed agreement and its opening, to which the partner said yes."""
    agreement = await signed(scene, **values)
    opening = await proposed(scene, agreement)
    return agreement, done(await scene.admin.http.post(f"{OPENINGS}/{opening['id']}/agree"))


async def adopted(abroad: Abroad, opening: dict[str, Any], **values: Any) -> dict[str, Any]:
    body = {"partner_id": str(abroad.partner), "program_ids": [str(abroad.program)], **values}
    return done(await abroad.office.http.post(f"{OPEN}/{opening['id']}/adopt", json=body), 201)


async def sees(person: Person, opening: dict[str, Any], **question: str) -> dict[str, Any] | None:
    """This opening among what other districts opened (other tests' districts open some too)."""
    items = done(await person.http.get(OPEN, params=question))["items"]
    return next((each for each in items if each["id"] == opening["id"]), None)


async def copy_of(world: World, opening: dict[str, Any]) -> asyncpg.Record:
    """What the other district reads in the table itself."""
    there = world.stranger_id
    found = await world.rows("select * from open_agreement where id = $1", UUID(opening["id"]), tenant=there)
    return found[0]


async def look(world: World) -> None:
    for tenant in await all_tenants(world.database):
        if tenant.id in (world.tenant_id, world.stranger_id):
            await look_abroad(world.database, tenant)


async def log_of(world: World, agreement: object, tenant: UUID | None = None) -> list[str]:
    rows = await world.rows(
        "select kind from log where object_id = $1 order by seq", UUID(str(agreement)), tenant=tenant
    )
    return [row["kind"] for row in rows]


async def test_who_proposes_and_who_answers(scene: Scene, world: World) -> None:
    agreement = await signed(scene)
    at = f"{URL}/{agreement['id']}/openings"
    assert (await world.anonymous().get(at)).status_code == 401
    assert (await world.anonymous().post(at, json={"clause": CLAUSE})).status_code == 401
    for person in (scene.admin, scene.principal, scene.signatory, scene.coordinator):
        assert (await person.http.post(at, json={"clause": CLAUSE})).status_code == 403
    stranger = await world.person(Role.PARTNERSHIP_OFFICE, tenant=world.stranger_id)
    assert (await stranger.http.get(at)).status_code == 404
    assert (await stranger.http.post(at, json={"clause": CLAUSE})).status_code == 404

    read = done(await scene.office.http.get(at))
    assert (read["can_propose"], read["needs"], read["clauses"]) == (True, [], [CLAUSE])
    assert done(await scene.admin.http.get(at))["can_propose"] is False

    opening = await proposed(scene, agreement, note="Evanston asked")
    assert (opening["status"], opening["is_open"], opening["open_until"]) == ("proposed", False, agreement["ends_on"])
    assert moves(opening) == {"withdraw": []}
    again = await scene.office.http.post(at, json={"clause": CLAUSE})
    assert (again.status_code, slug(again)) == (409, "opening-there")
    one = f"{OPENINGS}/{opening['id']}"
    assert (await scene.office.http.post(f"{one}/agree")).status_code == 403, "the partner's word is not the office's"
    assert (await scene.principal.http.post(f"{one}/agree")).status_code == 403
    assert (await stranger.http.get(one)).status_code == 404
    assert (await stranger.http.post(f"{one}/withdraw")).status_code == 404
    assert moves(done(await scene.admin.http.get(one))) == {"agree": [], "refuse": []}
    stale = await scene.admin.http.post(f"{one}/agree", headers={"If-Match": '"7-0"'})
    assert stale.status_code == 412
    done(await scene.partner_signatory.http.post(f"{one}/agree", headers=match(opening)))
    refused = await scene.admin.http.post(f"{one}/refuse", json={"reason": "No"})
    assert (refused.status_code, slug(refused)) == (409, "opening-cannot-move")
    assert moves(refused.json()) == {"close": []}
    told = await log_of(world, agreement["id"])
    assert told[-2:] == ["agreement.opening_proposed", "agreement.opened"]


async def test_nobody_gives_both_words(scene: Scene, world: World) -> None:
    """Whoever works for both sides speaks for one of them."""
    agreement = await signed(scene)
    opening = await proposed(scene, agreement)
    await world.person(Role.PARTNER_ADMIN, partner=scene.partner, person_id=scene.office.id)
    both = await world.sign_in(scene.office.id)
    answer = await both.post(f"{OPENINGS}/{opening['id']}/agree")
    assert (answer.status_code, answer.json()["needs"]) == (409, ["second_person"])
    assert (await both.post(f"{URL}/{agreement['id']}/openings", json={"clause": CLAUSE})).status_code == 403


async def waits(person: Person) -> list[tuple[str, str]]:
    """What home asks of somebody about other districts."""
    tasks = done(await person.http.get("/api/v1/me/tasks"))["items"]
    return [(each["kind"], each["id"]) for each in tasks if each["kind"].startswith("opening_")]


async def test_the_partner_s_word_is_a_task_until_it_is_given_and_the_office_s_until_it_is_noted(
    scene: Scene, world: World
) -> None:
    agreement = await signed(scene)
    opening = await proposed(scene, agreement)
    one = f"{OPENINGS}/{opening['id']}"
    to_answer, answered = [("opening_to_answer", agreement["id"])], [("opening_answered", agreement["id"])]
    other = await world.person(Role.PARTNER_ADMIN, partner=await a_partner(world))
    for person, asked in (
        (scene.admin, to_answer), (scene.partner_signatory, to_answer), (scene.office, []), (scene.principal, []),
        (other, []),
    ):  # fmt: skip
        assert await waits(person) == asked
    early = await scene.office.http.post(f"{one}/note")
    assert (early.status_code, slug(early)) == (409, "opening-cannot-move")

    refused = done(await scene.admin.http.post(f"{one}/refuse", json={"reason": "Not this year"}))
    assert (await waits(scene.admin), await waits(scene.office)) == ([], answered)
    assert (await world.anonymous().post(f"{one}/note")).status_code == 401
    assert (await scene.admin.http.post(f"{one}/note")).status_code == 403, "the partner knows what it said"
    stranger = await world.person(Role.PARTNERSHIP_OFFICE, tenant=world.stranger_id)
    assert (await stranger.http.post(f"{one}/note")).status_code == 404
    assert (await scene.office.http.post(f"{one}/note", headers={"If-Match": '"9-0"'})).status_code == 412
    assert moves(done(await scene.office.http.get(one))) == {"note": []}
    noted = done(await scene.office.http.post(f"{one}/note", headers=match(refused)))
    assert (noted["status"], noted["reason"], noted["noted_on"]) == ("refused", "Not this year", TODAY.isoformat())
    assert (await waits(scene.office), moves(noted)) == ([], {})
    again = await scene.office.http.post(f"{one}/note")
    assert (again.status_code, again.json()["needs"]) == (409, ["not_noted"])
    assert (await log_of(world, agreement["id"]))[-1] == "agreement.opening_noted"


async def test_a_yes_waits_for_the_office_until_it_is_noted_too(scene: Scene) -> None:
    agreement, opening = await opened(scene)
    assert await waits(scene.office) == [("opening_answered", agreement["id"])]
    noted = done(await scene.office.http.post(f"{OPENINGS}/{opening['id']}/note"))
    assert (noted["is_open"], moves(noted), await waits(scene.office)) == (True, {"close": []}, [])


async def test_what_is_proposed_anew_asks_the_office_for_nothing_more(scene: Scene) -> None:
    agreement = await signed(scene)
    refused = await proposed(scene, agreement)
    done(await scene.admin.http.post(f"{OPENINGS}/{refused['id']}/refuse", json={"reason": "Not this year"}))
    assert await waits(scene.office) == [("opening_answered", agreement["id"])]
    await proposed(scene, agreement)
    assert await waits(scene.office) == []
    assert await waits(scene.admin) == [("opening_to_answer", agreement["id"])]


async def test_nobody_is_asked_for_the_word_on_what_they_proposed_themselves(scene: Scene, world: World) -> None:
    agreement = await signed(scene)
    await proposed(scene, agreement)
    await world.person(Role.PARTNER_ADMIN, partner=scene.partner, person_id=scene.office.id)
    both = await world.sign_in(scene.office.id)
    tasks = done(await both.get("/api/v1/me/tasks"))["items"]
    assert not [each for each in tasks if each["kind"].startswith("opening_")]


async def test_what_may_be_opened(scene: Scene) -> None:
    draft = await scene.drafted()
    answer = await scene.office.http.post(f"{URL}/{draft['id']}/openings", json={"clause": CLAUSE})
    assert (answer.status_code, slug(answer)) == (409, "cannot-open")
    assert answer.json()["needs"] == ["in_force", "text_kept"]
    agreement = await signed(scene, type="moa")
    at = f"{URL}/{agreement['id']}/openings"
    for body, pointer, code in (
        ({"clause": "Anybody may join this agreement whenever they like"}, "/clause", "clause_not_in_text"),
        ({"clause": "Other"}, "/clause", "clause_too_short"),
        ({"clause": CLAUSE, "open_until": "2020-01-26"}, "/open_until", "day_over"),
        ({"clause": CLAUSE, "open_until": "2021-06-12"}, "/open_until", "after_last_day_of_term"),
        ({}, "/clause", "required"),
        ({"clause": CLAUSE, "until": "2020-06-12"}, "/until", "unknown_field"),
    ):
        wrong = await scene.office.http.post(at, json=body)
        assert wrong.status_code == 422, wrong.text
        assert [(each["pointer"], each["code"]) for each in wrong.json()["errors"]] == [(pointer, code)]
    spaced = CLAUSE.replace(" may ", "\n may  ")
    assert done(await scene.office.http.post(at, json={"clause": spaced}), 201)["status"] == "proposed"


async def test_a_retry_proposes_once(scene: Scene) -> None:
    agreement = await signed(scene)
    at, key = f"{URL}/{agreement['id']}/openings", {"Idempotency-Key": str(new_id())}
    first = done(await scene.office.http.post(at, json={"clause": CLAUSE}, headers=key), 201)
    again = done(await scene.office.http.post(at, json={"clause": CLAUSE}, headers=key), 201)
    assert first["id"] == again["id"]
    assert len(done(await scene.office.http.get(at))["items"]) == 1


async def test_nothing_crosses_before_the_partner_agrees(scene: Scene, abroad: Abroad) -> None:
    agreement = await signed(scene)
    opening = await proposed(scene, agreement)
    assert await sees(abroad.office, opening) is None
    assert (await abroad.office.http.get(f"{OPEN}/{opening['id']}")).status_code == 404
    done(await scene.admin.http.post(f"{OPENINGS}/{opening['id']}/refuse", json={"reason": "Our prices differ"}))
    assert await sees(abroad.office, opening) is None
    second = await proposed(scene, agreement)
    done(await scene.office.http.post(f"{OPENINGS}/{second['id']}/withdraw"))
    rows = await scene.world.owner.fetch("select 1 from open_agreement where agreement_id = $1", UUID(agreement["id"]))
    assert rows == []


async def test_a_copy_crosses_and_nothing_else(scene: Scene, abroad: Abroad, world: World) -> None:
    agreement, opening = await opened(scene)
    assert await sees(scene.office, opening) is None, "one's own is no other district's"
    row = await sees(abroad.office, opening)
    assert row is not None
    assert done(await abroad.office.http.get(OPEN))["items"][0]["partner_here"] is not None, "partners known here first"
    assert row["partner"] == "North Branch Mentors"
    assert row["partner_here"] == {"id": str(abroad.partner), "name": "North Branch", "status": "approved"}
    assert (row["state"], row["adopted_here"], row["clause"]) == ("open", None, CLAUSE)
    assert await sees(abroad.office, opening, q="north branch") == row
    assert done(await abroad.office.http.get(OPEN, params={"q": "100%"}))["items"] == []

    read = done(await abroad.office.http.get(f"{OPEN}/{opening['id']}"))
    text = done(await scene.office.http.get(f"{URL}/{agreement['id']}/text"))
    assert read["document"] == text["document"]
    assert read["text_sha256"] == text["sha256"] == agreement["text_sha256"]
    assert read["proposal"] == {
        "starts_on": "2020-02-24", "ends_on": "2021-06-11", "program_ids": [str(abroad.program)],
    }  # fmt: skip
    # other districts' schools, partners and signatories read nothing; the record itself stays unseen
    assert done(await abroad.principal.http.get(OPEN))["items"] == []
    assert (await abroad.principal.http.get(f"{OPEN}/{opening['id']}")).status_code == 404
    assert (await abroad.partner_signatory.http.get(f"{OPEN}/{opening['id']}")).status_code == 404
    assert done(await abroad.signatory.http.get(f"{OPEN}/{opening['id']}"))["can_adopt"] is False
    assert (await world.anonymous().get(OPEN)).status_code == 401
    assert (await abroad.office.http.get(f"{URL}/{agreement['id']}")).status_code == 404
    assert (await abroad.office.http.get(f"{OPENINGS}/{opening['id']}")).status_code == 404
    names = ("Renee Castellano", "Dana Fitch", "Tomas Reyes")
    assert not any(name in str(read) for name in names)
    assert str(scene.partner) not in str(read)
    machine = await world.machine(Scope.AGREEMENTS_READ, tenant=world.stranger_id)
    assert row in done(await machine.get(OPEN))["items"]


async def test_the_copy_is_printed_to_its_last_section_with_its_hash_and_how_the_original_stands(
    scene: Scene, abroad: Abroad, world: World
) -> None:
    tasks = [{"party": "partner", "topic": "staffing", "text": f"Mentor number {each}"} for each in range(90)]
    agreement, opening = await opened(scene, expectations=tasks)
    at = f"{OPEN}/{opening['id']}/text.pdf"
    answer = await abroad.office.http.get(at)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/pdf")
    assert answer.headers["content-disposition"].startswith("attachment")
    paper = Paper(answer.content)
    paper.hold_to_accessible()
    read = done(await abroad.office.http.get(f"{OPEN}/{opening['id']}"))
    sections = read["document"]["sections"]
    for section in sections:
        for words in (section["heading"], *section["paragraphs"], *section["items"]):
            assert paper.holds(words), words
    assert len(paper.pages) > 2
    assert all(agreement["text_sha256"] in page for page in paper.pages)
    for words in (
        f"{read['district']}, on January 27, 2020", f"{read['district']} and North Branch Mentors", CLAUSE,
        "In force, and open to other districts, as told on January 27, 2020", "June 11, 2021",
    ):  # fmt: skip
        assert paper.holds(words), words
    # never cut short: the last words of the last section stand behind everything else, and then that it ends
    last = squeezed(next(iter(reversed([*sections[-1]["paragraphs"], *sections[-1]["items"]]))))
    told = squeezed(paper.text)
    assert told.rindex(last) > max(told.rindex(squeezed(each["heading"])) for each in sections)
    assert told.index(squeezed("End of the text."), told.rindex(last)) > 0
    assert not any(paper.holds(name) for name in ("Renee Castellano", "Dana Fitch", "Tomas Reyes", "Harold Lindqvist"))
    assert (await abroad.office.http.get(at)).content == answer.content, "the same bytes for the same copy"

    done(await scene.office.http.post(f"{URL}/{agreement['id']}/suspend", json={"reason": "A new director"}))
    held = Paper((await abroad.office.http.get(at)).content)
    assert held.holds("On hold there; nobody joins it until it goes on, as told on January 27, 2020")
    assert not held.holds("A new director")


async def test_who_reads_the_copy_may_print_it_and_nobody_else(scene: Scene, abroad: Abroad, world: World) -> None:
    _, opening = await opened(scene)
    at = f"{OPEN}/{opening['id']}/text.pdf"
    assert (await world.anonymous().get(at)).status_code == 401
    teacher = await world.person(Role.SCHOOL_STAFF, schools=[abroad.school], tenant=world.stranger_id)
    assert (await teacher.http.get(at)).status_code == 403
    for person in (scene.office, abroad.principal, abroad.partner_signatory):
        assert (await person.http.get(at)).status_code == 404
    machine = await world.machine(Scope.AGREEMENTS_READ, tenant=world.stranger_id)
    assert (await machine.get(at)).status_code == 200
    assert (await abroad.signatory.http.get(at)).status_code == 200
    done(await scene.admin.http.post(f"{OPENINGS}/{opening['id']}/close", json={"reason": "Our prices changed"}))
    assert (await abroad.office.http.get(at)).status_code == 404, "what is closed is printed no more"


async def test_the_policy_lets_others_read_the_copy_and_only_read(scene: Scene, world: World) -> None:
    _, opening = await opened(scene)
    there = world.stranger_id
    assert set((await copy_of(world, opening)).keys()) == CROSSES, "a column more is a thing more that crosses"
    for sql in (
        "update open_agreement set title = 'Taken over' returning 1",
        "delete from open_agreement returning 1",
    ):
        assert await world.rows(sql, tenant=there) == []
    for table in ("agreement_opening", "agreement", "agreement_text", "signature"):
        assert await world.rows(f"select 1 from {table}", tenant=there) == [], table
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await world.rows("update open_agreement set tenant_id = $1 returning 1", there)
    with pytest.raises(asyncpg.CheckViolationError):
        await world.rows("update open_agreement set closed_on = date '2020-01-27' returning 1")
    assert await world.rows("select 1 from open_agreement where id = $1", UUID(opening["id"]), tenant=new_id())


async def test_a_demonstration_s_stay_among_demonstrations(scene: Scene, abroad: Abroad, world: World) -> None:
    _, opening = await opened(scene)
    await world.owner.execute("update tenant set is_demonstration = true where id = $1", world.tenant_id)
    try:
        assert await sees(abroad.office, opening) is None
        assert (await abroad.office.http.get(f"{OPEN}/{opening['id']}")).status_code == 404
    finally:
        await world.owner.execute("update tenant set is_demonstration = false where id = $1", world.tenant_id)


async def test_adopting_drafts_the_same_terms_for_one_s_own_schools(scene: Scene, abroad: Abroad, world: World) -> None:
    agreement, opening = await opened(scene)
    for person in (abroad.principal, abroad.signatory, abroad.partner_signatory):
        answer = await person.http.post(f"{OPEN}/{opening['id']}/adopt", json={"partner_id": str(abroad.partner)})
        assert answer.status_code in (403, 404)
    for body, pointer, code in (
        ({"partner_id": str(new_id())}, "/partner_id", "unknown_partner"),
        ({"partner_id": str(abroad.partner), "ends_on": "2021-06-12"}, "/ends_on", "after_origin"),
        ({"partner_id": str(abroad.partner), "starts_on": "2021-06-12"}, "/ends_on", "date_order"),
        ({"partner_id": str(abroad.partner), "program_ids": [str(new_id())]}, "/program_ids/0", "unknown_program"),
    ):
        wrong = await abroad.office.http.post(f"{OPEN}/{opening['id']}/adopt", json=body)
        assert wrong.status_code == 422, wrong.text
        assert [(each["pointer"], each["code"]) for each in wrong.json()["errors"]] == [(pointer, code)]
    other = await a_partner(world, name="Another", ein="36-7654321", tenant=world.stranger_id)
    wrong = await abroad.office.http.post(f"{OPEN}/{opening['id']}/adopt", json={"partner_id": str(other)})
    assert [each["code"] for each in wrong.json()["errors"]] == ["other_organization"]

    made = await adopted(abroad, opening)
    assert (made["status"], made["drafted_by"], made["purpose"]) == ("draft", "district", "Mentoring after school")
    assert [(each["heading"], each["paragraphs"]) for each in made["sections"]] == [
        (each["heading"], each["paragraphs"]) for each in SECTIONS
    ]
    assert [each["text"] for each in made["expectations"]] == ["A room, two afternoons"]
    assert [(each["text"], each["value"]) for each in made["resources"]] == [("Books", "500.00")]
    assert (made["schools"], made["notice_days"]) == ([], 30)
    origin = made["adopted_from"]
    assert (origin["number"], origin["text_sha256"]) == (agreement["number"], agreement["text_sha256"])
    assert (origin["state"], origin["changed"], origin["is_without_legal"]) == ("open", [], False)
    assert await log_of(world, made["id"], world.stranger_id) == ["agreement.adopted"]
    text = done(await abroad.office.http.get(f"{URL}/{made['id']}/text"))["document"]
    parties = next(each for each in text["sections"] if each["heading"] == "Parties")
    assert agreement["text_sha256"] in parties["paragraphs"][1]
    conduct = next(each for each in text["sections"] if each["heading"] == "Conduct")
    stranger = await world.owner.fetchval("select name from tenant where id = $1", world.stranger_id)
    assert conduct["paragraphs"] == [f"North Branch follows the rules of {stranger}."], "its own names in the places"

    again = await abroad.office.http.post(f"{OPEN}/{opening['id']}/adopt", json={"partner_id": str(abroad.partner)})
    assert (again.status_code, slug(again), again.json()["agreement_id"]) == (409, "adopted-already", made["id"])
    assert done(await abroad.office.http.get(f"{OPEN}/{opening['id']}"))["adopted_here"]["id"] == made["id"]
    assert await log_of(world, agreement["id"]) == await log_of(world, agreement["id"], world.tenant_id)


async def edited(abroad: Abroad, made: dict[str, Any], **values: Any) -> dict[str, Any]:
    return done(await abroad.office.http.patch(f"{URL}/{made['id']}", json=values, headers=match(made)))


async def test_the_whole_way_to_an_agreement_of_one_s_own(scene: Scene, abroad: Abroad) -> None:
    """Own schools, own review, own signatures; the other district's agreement does not change by it."""
    agreement, opening = await opened(scene)
    before = done(await scene.office.http.get(f"{URL}/{agreement['id']}"))
    made = await edited(abroad, await adopted(abroad, opening), school_ids=[str(abroad.school)], purpose="Ours")
    assert made["sections"], "an edit of one's own words leaves the adopted terms"
    assert made["adopted_from"]["changed"] == []
    late = await abroad.office.http.patch(
        f"{URL}/{made['id']}", json={"ends_on": "2021-06-30"}, headers=match(made)
    )  # fmt: skip
    assert [each["code"] for each in late.json()["errors"]] == ["after_origin"]
    own = await abroad.office.http.patch(f"{URL}/{made['id']}", json={"sections": []}, headers=match(made))
    assert [each["code"] for each in own.json()["errors"]] == ["adopted_terms"]
    for verb in ("submit", "start-review"):
        made = done(await abroad.office.http.post(f"{URL}/{made['id']}/{verb}"))
    done(await abroad.principal.http.post(f"{URL}/{made['id']}/schools/{abroad.school}/confirm"))
    for verb in ("approve", "send-for-signature"):
        made = done(await abroad.office.http.post(f"{URL}/{made['id']}/{verb}"))
    done(await sign(abroad.partner_signatory, made["id"]))
    made = done(await sign(abroad.signatory, made["id"]))
    assert made["status"] == "executed"
    assert done(await scene.office.http.get(f"{URL}/{agreement['id']}")) == before
    onward = await abroad.office.http.post(f"{URL}/{made['id']}/openings", json={"clause": CLAUSE})
    assert onward.json()["needs"] == ["own_terms"], "others join where it was signed first"


async def test_law_is_spared_where_the_district_says_so_and_nothing_was_changed(
    scene: Scene, abroad: Abroad, world: World
) -> None:
    _, opening = await opened(scene, type="mou")
    routes = "/api/v1/agreement-routes/mou"
    admin = await world.person(Role.DISTRICT_ADMIN, tenant=world.stranger_id)
    body = {"steps": ["legal", "risk"], "is_in_order": False, "signing_order": "any"}
    answer = await admin.http.put(routes, json=body, headers={"If-Match": "*"})
    done(answer)

    def steps(read: dict[str, Any]) -> list[str]:
        return [each["step"] for each in read["review_steps"] if each["step"] != "program"]

    made = await adopted(abroad, opening)
    assert steps(made) == ["legal", "risk"], "without the setting it is reviewed like any other"
    settings = done(await admin.http.get("/api/v1/settings/agreements"))
    asked = {
        "revisit_basis": settings["revisit_basis"], "revisit_window_days": settings["revisit_window_days"],
        "adopts_without_legal": True,
    }  # fmt: skip
    done(await admin.http.put("/api/v1/settings/agreements", json=asked, headers=match(settings)))
    made = done(await abroad.office.http.get(f"{URL}/{made['id']}"))
    assert steps(made) == ["risk"]
    assert made["adopted_from"]["is_without_legal"] is True
    made = await edited(abroad, made, financial_terms="Twice as much")
    assert (steps(made), made["adopted_from"]["changed"]) == (["legal", "risk"], ["financial_terms"])
    made = await edited(abroad, made, financial_terms=None)
    assert steps(made) == ["risk"]


async def test_closing_takes_the_words_away_and_stops_what_is_not_sent_yet(
    scene: Scene, abroad: Abroad, world: World
) -> None:
    agreement, opening = await opened(scene)
    made = await edited(abroad, await adopted(abroad, opening), school_ids=[str(abroad.school)])
    closed = await scene.admin.http.post(f"{OPENINGS}/{opening['id']}/close", json={})
    assert closed.status_code == 422, "nobody closes without a reason"
    closed_ = done(await scene.admin.http.post(f"{OPENINGS}/{opening['id']}/close", json={"reason": "No staff left"}))
    assert (closed_["status"], closed_["closed_by"], closed_["allowed_moves"]) == ("closed", "partner", [])
    row = await copy_of(world, opening)
    assert (row["document"], row["terms"], row["closed_on"]) == (None, None, TODAY)
    assert await sees(abroad.office, opening) is None
    assert (await abroad.office.http.get(f"{OPEN}/{opening['id']}")).status_code == 404
    adopt = await abroad.office.http.post(f"{OPEN}/{opening['id']}/adopt", json={"partner_id": str(abroad.partner)})
    assert adopt.status_code == 404
    refused = await abroad.office.http.post(f"{URL}/{made['id']}/submit")
    assert (refused.status_code, refused.json()["needs"]) == (409, ["origin_open"])
    made = done(await abroad.office.http.get(f"{URL}/{made['id']}"))
    assert made["adopted_from"]["state"] == "closed"
    assert "origin_open" in [each["code"] for each in made["blockers"]]
    # the record of the draft says so too, once
    await look(world)
    await look(world)
    assert (await log_of(world, made["id"], world.stranger_id)).count("agreement.origin_changed") == 1
    # opened anew it is another opening: what was adopted from the first stays closed
    second = await proposed(scene, agreement)
    done(await scene.admin.http.post(f"{OPENINGS}/{second['id']}/agree"))
    assert await sees(abroad.office, second) is not None
    assert await sees(abroad.office, opening) is None


async def executed_abroad(abroad: Abroad, opening: dict[str, Any]) -> dict[str, Any]:
    made = await edited(abroad, await adopted(abroad, opening), school_ids=[str(abroad.school)])
    for verb in ("submit", "start-review"):
        done(await abroad.office.http.post(f"{URL}/{made['id']}/{verb}"))
    done(await abroad.principal.http.post(f"{URL}/{made['id']}/schools/{abroad.school}/confirm"))
    for verb in ("approve", "send-for-signature"):
        done(await abroad.office.http.post(f"{URL}/{made['id']}/{verb}"))
    done(await sign(abroad.partner_signatory, made["id"]))
    return done(await sign(abroad.signatory, made["id"]))


async def test_the_other_district_is_told_when_the_origin_ends_and_keeps_what_it_signed(
    scene: Scene, abroad: Abroad, world: World
) -> None:
    agreement, opening = await opened(scene)
    made = await executed_abroad(abroad, opening)
    done(await scene.office.http.post(f"{URL}/{agreement['id']}/suspend", json={"reason": "Insurance"}))
    await look(world)
    assert done(await abroad.office.http.get(f"{URL}/{made['id']}"))["adopted_from"]["state"] == "on_hold"
    done(await scene.office.http.post(f"{URL}/{agreement['id']}/reinstate"))
    await look(world)
    body = {"reason": "It moved away", "ceases_on": "2020-03-27", "for_cause": False}
    done(await scene.office.http.post(f"{URL}/{agreement['id']}/terminate", json=body))
    read = done(await abroad.office.http.get(f"{URL}/{made['id']}"))
    assert (read["status"], read["effective_status"]) == (made["status"], made["effective_status"])
    assert (read["adopted_from"]["state"], read["adopted_from"]["over_on"]) == ("over", "2020-03-27")
    await look(world)
    await look(world)
    kinds = await log_of(world, made["id"], world.stranger_id)
    assert kinds.count("agreement.origin_changed") == 3
    opening = done(await scene.office.http.get(f"{OPENINGS}/{opening['id']}"))
    assert (opening["status"], opening["closed_by"]) == ("closed", "end")
    text = done(await abroad.office.http.get(f"{URL}/{made['id']}/text"))
    assert text["sha256"] == made["text_sha256"]


async def test_on_hold_nobody_begins_to_adopt(scene: Scene, abroad: Abroad) -> None:
    agreement, opening = await opened(scene)
    done(await scene.office.http.post(f"{URL}/{agreement['id']}/suspend", json={"reason": "Insurance"}))
    read = done(await abroad.office.http.get(f"{OPEN}/{opening['id']}"))
    assert (read["state"], read["can_adopt"]) == ("on_hold", False)
    answer = await abroad.office.http.post(f"{OPEN}/{opening['id']}/adopt", json={"partner_id": str(abroad.partner)})
    assert (answer.status_code, slug(answer)) == (409, "cannot-adopt")


async def test_an_opening_ends_with_its_last_day(scene: Scene, abroad: Abroad, world: World) -> None:
    agreement = await signed(scene)
    opening = await proposed(scene, agreement, open_until=str(TODAY + timedelta(days=3)))
    done(await scene.admin.http.post(f"{OPENINGS}/{opening['id']}/agree"))
    assert await sees(abroad.office, opening) is not None
    await look(world)
    assert done(await scene.office.http.get(f"{OPENINGS}/{opening['id']}"))["is_open"] is True
    later = date(2020, 1, 31)
    for tenant in (world.tenant_id, world.stranger_id):
        await world.owner.execute("update tenant set pinned_today = $1 where id = $2", later, tenant)
    assert await sees(abroad.office, opening) is None, "the day counts without any job"
    assert done(await scene.office.http.get(f"{OPENINGS}/{opening['id']}"))["is_open"] is False
    await look(world)
    assert done(await scene.office.http.get(f"{OPENINGS}/{opening['id']}"))["closed_by"] == "end"
    assert (await copy_of(world, opening))["document"] is None
