"""Templates over HTTP: written, published in versions that stay, copied, compared, and carried by agreements."""

from typing import Any

import pytest

from alongside.core.clock import new_id
from alongside.identity.scopes import Role
from tests.agreements.scene import URL, Scene, a_scene, done, match, moves, slug
from tests.agreements.test_tree import pointers
from tests.world import Person, World

TEMPLATES = "/api/v1/agreement-templates"
CONDUCT = {"heading": "Conduct", "paragraphs": ["{partner} keeps the rules of {schools}."], "items": []}
SAFETY = {
    "code": "safety", "is_required": True, "heading": "Safety", "paragraphs": ["From {term}:"],
    "items": ["Nobody is alone with a student.", "Notice is {notice_days}, the price {cost}."],
}  # fmt: skip


@pytest.fixture
async def scene(world: World) -> Scene:
    return await a_scene(world)


async def a_template(person: Person, publish: bool = True, **values: Any) -> dict[str, Any]:
    """A template with two sections, published unless it is said."""
    body = {"name": "Terms", "type": "mou", "sections": [CONDUCT, SAFETY], **values}
    made = done(await person.http.post(TEMPLATES, json=body), 201)
    return await moved(person, made, "publish") if publish else made


async def moved(person: Person, template: dict[str, Any], verb: str) -> dict[str, Any]:
    return done(await person.http.post(f"{TEMPLATES}/{template['id']}/{verb}"))


async def edited(person: Person, template: dict[str, Any], **body: Any) -> dict[str, Any]:
    return done(await person.http.patch(f"{TEMPLATES}/{template['id']}", json=body, headers=match(template)))


async def test_anonymous_callers_are_asked_to_sign_in(world: World) -> None:
    for path in (TEMPLATES, f"{TEMPLATES}/{new_id()}"):
        assert (await world.anonymous().get(path)).status_code == 401


async def test_only_the_office_writes_templates(scene: Scene) -> None:
    template = await a_template(scene.office)
    legal = await scene.world.person(Role.LEGAL_REVIEWER)
    for person in (scene.admin, scene.coordinator, legal):
        assert (await person.http.post(TEMPLATES, json={"name": "Mine", "type": "mou"})).status_code == 403
        assert (await person.http.post(f"{TEMPLATES}/{template['id']}/retire")).status_code == 403


async def test_a_stranger_finds_nothing(scene: Scene) -> None:
    template = await a_template(scene.office)
    stranger = await scene.world.person(Role.PARTNERSHIP_OFFICE, tenant=scene.world.stranger_id)
    for path in ("", "/versions/1", "/versions/1/changes"):
        assert (await stranger.http.get(f"{TEMPLATES}/{template['id']}{path}")).status_code == 404
    assert done(await stranger.http.get(TEMPLATES))["items"] == []
    body = scene.body(template_version_id=template["published_version_id"], partner_id=str(new_id()))
    assert (await stranger.http.post(URL, json=body)).status_code == 422


async def test_authors_see_what_is_published_and_no_draft(scene: Scene) -> None:
    draft = await a_template(scene.office, publish=False)
    assert done(await scene.admin.http.get(TEMPLATES)) == {"items": [], "can_add": False}
    assert (await scene.admin.http.get(f"{TEMPLATES}/{draft['id']}")).status_code == 404
    published = await moved(scene.office, draft, "publish")
    begun = await edited(scene.office, published, sections=[CONDUCT])
    assert (begun["draft_number"], begun["published_number"], len(begun["sections"])) == (2, 1, 1)
    read = done(await scene.admin.http.get(f"{TEMPLATES}/{draft['id']}"))
    assert (read["draft_number"], len(read["sections"]), read["allowed_moves"]) == (None, 2, [])
    assert [each["agreements"] for each in read["versions"]] == [None]
    assert (await scene.admin.http.get(f"{TEMPLATES}/{draft['id']}/versions/2")).status_code == 404


@pytest.mark.parametrize(
    ("section", "wrong"),
    [
        ({"heading": "Conduct", "paragraphs": ["{teacher} asks"]}, ("/sections/1/paragraphs/0", "unknown_placeholder")),
        ({"heading": "{place}", "items": ["x"]}, ("/sections/1/heading", "unknown_placeholder")),
        ({"heading": "Money", "items": ["x", "{"]}, ("/sections/1/items/1", "stray_brace")),
        ({"heading": "Safety", "items": ["x"]}, ("/sections/1/heading", "heading_twice")),
        ({"heading": "Term", "items": ["x"]}, ("/sections/1/heading", "own_heading")),
        ({"heading": "Empty"}, ("/sections/1/paragraphs", "empty_section")),
        ({"heading": "Other", "items": ["x"], "code": "safety"}, ("/sections/1/code", "code_twice")),
        ({"heading": " ", "items": ["x"]}, ("/sections/1/heading", "string_too_short")),
    ],
)  # fmt: skip
async def test_each_mistake_in_a_template_is_told_at_its_field(
    scene: Scene, section: dict[str, Any], wrong: tuple[str, str]
) -> None:
    body = {"name": "Terms", "type": "mou", "sections": [SAFETY, section]}
    assert pointers(await scene.office.http.post(TEMPLATES, json=body)) == [wrong]
    template = await a_template(scene.office)
    path = f"{TEMPLATES}/{template['id']}"
    refused = await scene.office.http.patch(path, json={"sections": [SAFETY, section]}, headers=match(template))
    assert pointers(refused) == [wrong]


async def test_two_templates_have_two_names(scene: Scene) -> None:
    template = await a_template(scene.office)
    again = await scene.office.http.post(TEMPLATES, json={"name": "TERMS", "type": "moa"})
    assert pointers(again) == [("/name", "name_taken")]
    copy = await scene.office.http.post(f"{TEMPLATES}/{template['id']}/copies", json={"name": "terms"})
    assert pointers(copy) == [("/name", "name_taken")]


async def test_a_published_version_stays_and_editing_begins_the_next(scene: Scene) -> None:
    template = await a_template(scene.office)
    assert moves(template) == {"publish": ["draft_there"], "retire": []}
    first = done(await scene.office.http.get(f"{TEMPLATES}/{template['id']}/versions/1"))
    begun = await edited(scene.office, template, sections=[CONDUCT], note="Safety is elsewhere", is_negotiable=False)
    assert (begun["version"], begun["draft_number"], begun["status"]) == (template["version"] + 1, 2, "published")
    same = await edited(scene.office, begun, sections=[CONDUCT])
    assert same["version"] == begun["version"], "what changes nothing writes nothing"
    assert done(await scene.office.http.get(f"{TEMPLATES}/{template['id']}/versions/1")) == first
    now = await moved(scene.office, begun, "publish")
    assert [(each["number"], each["note"], each["is_negotiable"]) for each in now["versions"]] == [
        (2, "Safety is elsewhere", False), (1, None, True),
    ]  # fmt: skip
    assert now["versions"][0]["published_by"]["name"] == "Renee Castellano"
    refused = await scene.office.http.post(f"{TEMPLATES}/{template['id']}/publish")
    assert (refused.status_code, refused.json()["needs"]) == (409, ["draft_there"])
    kinds = await scene.world.rows("select kind from log where object_id = $1 order by seq", template["id"])
    assert [row["kind"].partition(".")[2] for row in kinds] == ["added", "published", "edited", "published"]


async def test_an_empty_template_is_not_published(scene: Scene) -> None:
    template = await a_template(scene.office, publish=False, sections=[])
    refused = await scene.office.http.post(f"{TEMPLATES}/{template['id']}/publish")
    assert (refused.status_code, refused.json()["needs"]) == (409, ["sections_there"])


async def test_sections_are_added_moved_and_removed_in_the_next_version_alone(scene: Scene) -> None:
    template = await a_template(scene.office)
    first = done(await scene.office.http.get(f"{TEMPLATES}/{template['id']}/versions/1"))
    photos = {"heading": "Photographs", "paragraphs": ["None without consent."], "items": []}
    now = await edited(scene.office, template, sections=[SAFETY, photos, CONDUCT])
    assert [each["heading"] for each in now["sections"]] == ["Safety", "Photographs", "Conduct"]
    now = await edited(scene.office, now, sections=[photos, CONDUCT])
    assert [each["heading"] for each in now["sections"]] == ["Photographs", "Conduct"]
    published = await moved(scene.office, now, "publish")
    assert done(await scene.office.http.get(f"{TEMPLATES}/{template['id']}/versions/1")) == first
    assert [each["heading"] for each in published["sections"]] == ["Photographs", "Conduct"]
    log = await scene.world.rows(
        "select changed from log where object_id = $1 and kind = 'agreement_template.edited' order by seq",
        template["id"],
    )
    assert log[0]["changed"]["sections"] == [["Conduct", "Safety"], ["Safety", "Photographs", "Conduct"]]


async def test_what_a_text_about_student_records_has_to_say_stays_and_the_refusal_names_it(scene: Scene) -> None:
    body = {"name": "Student records", "type": "data_sharing"}
    template = done(await scene.office.http.post(TEMPLATES, json=body), 201)
    sections = template["sections"]
    assert template["kept"] == [each["code"] for each in sections]
    assert {"data_basis", "data_destruction", "signatures"} < set(template["kept"])
    path = f"{TEMPLATES}/{template['id']}"
    wanted = [each for each in sections if each["code"] not in {"data_destruction", "signatures"}]
    refused = await scene.office.http.patch(path, json={"sections": wanted}, headers=match(template))
    assert pointers(refused) == [("/sections", "mandatory_section")] * 2
    assert [each["detail"].split("”")[0] for each in refused.json()["errors"]] == ["“Destruction", "“Signatures"]
    plain = [{**each, "code": None} if each["code"] == "data_basis" else each for each in sections]
    refused = await scene.office.http.patch(path, json={"sections": plain}, headers=match(template))
    assert pointers(refused) == [("/sections", "mandatory_section")]
    said = [{**each, "heading": f"{each['heading']} here"} for each in reversed(sections)]
    now = await edited(scene.office, template, sections=[*said, CONDUCT])
    published = await moved(scene.office, now, "publish")
    late = await scene.office.http.patch(path, json={"sections": [CONDUCT]}, headers=match(published))
    assert len(pointers(late)) == len(template["kept"])


async def test_late_and_blind_edits_are_refused(scene: Scene) -> None:
    template = await a_template(scene.office)
    path = f"{TEMPLATES}/{template['id']}"
    assert (await scene.office.http.patch(path, json={"name": "New"})).status_code == 428
    await edited(scene.office, template, name="Newer")
    assert (await scene.office.http.patch(path, json={"name": "New"}, headers=match(template))).status_code == 412
    assert (await scene.office.http.post(f"{path}/retire", headers=match(template))).status_code == 412


async def test_what_is_being_written_can_be_dropped(scene: Scene) -> None:
    template = await a_template(scene.office)
    path = f"{TEMPLATES}/{template['id']}/draft"
    nothing = await scene.office.http.delete(path, headers=match(template))
    assert (nothing.status_code, slug(nothing)) == (409, "nothing-drafted")
    begun = await edited(scene.office, template, sections=[CONDUCT])
    now = done(await scene.office.http.delete(path, headers=match(begun)))
    assert (now["draft_number"], len(now["sections"]), now["can_discard"]) == (None, 2, False)


async def test_a_copy_begins_with_the_newest_text(scene: Scene) -> None:
    template = await a_template(scene.office)
    copy = done(await scene.office.http.post(f"{TEMPLATES}/{template['id']}/copies", json={"name": "Mine"}), 201)
    assert (copy["copied_from"]["name"], copy["status"], copy["draft_number"]) == ("Terms", "draft", 1)
    assert copy["sections"] == template["sections"]


async def test_two_versions_are_compared(scene: Scene) -> None:
    template = await a_template(scene.office)
    changed = {**SAFETY, "items": ["Nobody is alone with a student.", "Somebody of the school is near."]}
    await moved(scene.office, await edited(scene.office, template, sections=[CONDUCT, changed]), "publish")
    path = f"{TEMPLATES}/{template['id']}/versions"
    told = done(await scene.admin.http.get(f"{path}/2/changes"))
    assert told == done(await scene.admin.http.get(f"{path}/2/changes?since=1"))
    assert [each["heading"] for each in told["sections"]] == ["Safety"]
    assert [(each["change"], each["text"][:6]) for each in told["sections"][0]["lines"]] == [
        ("kept", "From {"), ("kept", "Nobody"), ("dropped", "Notice"), ("added", "Somebo"),
    ]  # fmt: skip
    first = done(await scene.admin.http.get(f"{path}/1/changes"))
    assert (first["before"], [each["heading"] for each in first["sections"]]) == (None, ["Conduct", "Safety"])
    assert (await scene.admin.http.get(f"{path}/2/changes?since=3")).status_code == 404
    assert (await scene.admin.http.get(f"{path}/3/changes")).status_code == 404


async def test_a_draft_carries_the_text_with_what_it_says_itself(scene: Scene) -> None:
    template = await a_template(scene.office)
    draft = await scene.drafted(template_version_id=template["published_version_id"], notice_days=30)
    told = draft["template"]
    assert (told["name"], told["number"], told["newest"]["number"]) == ("Terms", 1, 1)
    text = done(await scene.office.http.get(f"{URL}/{draft['id']}/text"))
    standing = {each["heading"]: each for each in text["document"]["sections"]}
    assert standing["Conduct"]["paragraphs"] == [
        "North Branch Mentors NFP keeps the rules of Alderbrook School and Birchwell School."
    ]
    assert standing["Safety"]["paragraphs"] == ["From February 24, 2020 to June 11, 2021:"]
    assert standing["Safety"]["items"][1] == "Notice is 30 days, the price no payment."
    assert text["document"]["sections"][-1]["heading"] == "Term"
    example = done(await scene.admin.http.get(f"{TEMPLATES}/{template['id']}/versions/1"))
    assert "Example Partner keeps the rules of Example School." in str(example["document"])


async def test_a_version_tells_under_which_headings_of_its_example_its_own_sections_stand(scene: Scene) -> None:
    named = {**SAFETY, "heading": "Safety with {partner}"}
    template = await a_template(scene.office, sections=[CONDUCT, named])
    example = done(await scene.admin.http.get(f"{TEMPLATES}/{template['id']}/versions/1"))
    assert example["headings"] == ["Conduct", "Safety with Example Partner"]
    written = [each["heading"] for each in example["document"]["sections"]]
    assert [each for each in written if each in example["headings"]] == example["headings"]


async def test_publishing_leaves_agreements_as_they_are_and_says_from_which_version(scene: Scene) -> None:
    template = await a_template(scene.office)
    draft = await scene.drafted(template_version_id=template["published_version_id"])
    before = done(await scene.office.http.get(f"{URL}/{draft['id']}/text"))
    begun = await edited(scene.office, template, sections=[CONDUCT])
    now = await moved(scene.office, begun, "publish")
    assert done(await scene.office.http.get(f"{URL}/{draft['id']}/text")) == before
    read = done(await scene.office.http.get(f"{URL}/{draft['id']}"))
    assert (read["template"]["number"], read["template"]["newest"]["number"]) == (1, 2)
    assert [each["agreements"] for each in now["versions"]] == [0, 1]
    old = scene.body(template_version_id=template["published_version_id"])
    assert pointers(await scene.office.http.post(URL, json=old)) == [("/template_version_id", "template_not_offered")]
    body = {"template_version_id": now["published_version_id"]}
    newer = done(await scene.office.http.patch(f"{URL}/{draft['id']}", json=body, headers=match(read)))
    assert (newer["template"]["number"], len(newer["sections"])) == (2, 1)


async def test_a_template_is_for_its_type_and_has_to_be_offered(scene: Scene) -> None:
    template = await a_template(scene.office)
    version = template["published_version_id"]
    other = scene.body(template_version_id=version, type="moa")
    assert pointers(await scene.office.http.post(URL, json=other)) == [("/template_version_id", "template_type")]
    unknown = scene.body(template_version_id=str(new_id()))
    assert pointers(await scene.office.http.post(URL, json=unknown)) == [("/template_version_id", "unknown_template")]
    draft = await scene.drafted(template_version_id=version)
    path = f"{URL}/{draft['id']}"
    refused = await scene.office.http.patch(path, json={"type": "moa"}, headers=match(draft))
    assert pointers(refused) == [("/type", "template_type")]
    body = {"type": "moa", "template_version_id": None}
    bare = done(await scene.office.http.patch(path, json=body, headers=match(draft)))
    assert (bare["template"], bare["sections"]) == (None, [])
    retired = await moved(scene.office, template, "retire")
    assert (retired["status"], retired["can_edit"], moves(retired)) == ("retired", False, {"reinstate": []})
    gone = await scene.office.http.post(URL, json=scene.body(template_version_id=version))
    assert pointers(gone) == [("/template_version_id", "template_not_offered")]
    assert done(await scene.admin.http.get(TEMPLATES))["items"] == []
    path = f"{TEMPLATES}/{template['id']}"
    fixed = await scene.office.http.patch(path, json={"name": "New"}, headers=match(retired))
    assert (fixed.status_code, slug(fixed)) == (409, "template-retired")
    assert (await moved(scene.office, retired, "reinstate"))["status"] == "published"


async def test_nobody_changes_terms_that_are_the_same_for_everybody(scene: Scene) -> None:
    template = await a_template(scene.office, is_negotiable=False)
    draft = await scene.drafted(template_version_id=template["published_version_id"])
    assert draft["can_edit_sections"] is False
    body = {"sections": [{**CONDUCT, "paragraphs": ["We do as we like."]}]}
    refused = await scene.office.http.patch(f"{URL}/{draft['id']}", json=body, headers=match(draft))
    assert pointers(refused) == [("/sections", "not_negotiable")]
    sections = [{k: v for k, v in each.items() if k != "is_required"} for each in draft["sections"]]
    same = await scene.office.http.patch(f"{URL}/{draft['id']}", json={"sections": sections}, headers=match(draft))
    assert done(same)["version"] == draft["version"]


async def test_an_author_negotiates_what_may_be_and_keeps_the_clauses(scene: Scene) -> None:
    template = await a_template(scene.office)
    draft = await scene.drafted(template_version_id=template["published_version_id"])
    path = f"{URL}/{draft['id']}"
    assert draft["can_edit_sections"] is True
    wanted = [
        {"code": "safety", "heading": "Safety first", "paragraphs": ["As the school says."], "items": []},
        {"heading": "Photographs", "paragraphs": ["None without consent."], "items": []},
    ]
    now = done(await scene.office.http.patch(path, json={"sections": wanted}, headers=match(draft)))
    assert [(each["heading"], each["is_required"]) for each in now["sections"]] == [
        ("Safety first", True), ("Photographs", False),
    ]  # fmt: skip
    without = await scene.office.http.patch(path, json={"sections": wanted[1:]}, headers=match(now))
    assert pointers(without) == [("/sections", "clause_missing")]
    other = {"sections": [wanted[0], {**wanted[1], "code": "photos"}]}
    refused = await scene.office.http.patch(path, json=other, headers=match(now))
    assert pointers(refused) == [("/sections/1/code", "unknown_clause")]
    again = done(await scene.office.http.patch(path, json={"sections": None}, headers=match(now)))
    assert again["sections"] == draft["sections"]
    plain = await scene.drafted()
    body = {"sections": wanted[1:]}
    bare = await scene.office.http.patch(f"{URL}/{plain['id']}", json=body, headers=match(plain))
    assert pointers(bare) == [("/sections", "no_template")]


async def test_what_was_changed_in_the_terms_since_review_is_told(scene: Scene) -> None:
    template = await a_template(scene.office)
    draft = await scene.drafted(template_version_id=template["published_version_id"])
    back = await scene.moved(draft, "submit", "start-review")
    body = {"reason": "Say who is near", "notes": [{"section": "terms", "text": "Safety"}]}
    back = done(await scene.office.http.post(f"{URL}/{back['id']}/request-changes", json=body))
    sections = [{k: v for k, v in each.items() if k != "is_required"} for each in back["sections"]]
    sections[0]["paragraphs"] = ["A teacher is near."]
    done(await scene.office.http.patch(f"{URL}/{back['id']}", json={"sections": sections}, headers=match(back)))
    told = done(await scene.office.http.get(f"{URL}/{back['id']}/text-changes"))
    assert [(each["key"], each["heading"]) for each in told["sections"]] == [("terms", "Conduct")]


async def test_a_renewal_carries_the_terms_that_were_signed(scene: Scene) -> None:
    template = await a_template(scene.office)
    signed = await scene.executed(template_version_id=template["published_version_id"], starts_on="2020-01-02")
    await moved(scene.office, await edited(scene.office, template, sections=[CONDUCT]), "publish")
    made = done(await scene.office.http.post(f"{URL}/{signed['id']}/renewals"), 201)
    assert (made["template"]["number"], made["sections"]) == (1, signed["sections"])
