"""The agreement and its signing certificate on paper: all of it, with the hash, readable by everybody."""

import hashlib
import json
from typing import Any

import pytest

from alongside.agreements.schemas import CONSENT
from alongside.identity.scopes import Role
from tests.agreements.factories import an_agreement
from tests.agreements.scene import URL, Scene, a_scene, done, sign, slug
from tests.reading import Paper
from tests.world import World

PROMISES: dict[str, Any] = {
    "purpose": "Calmer middle grades.\nFewer days missed.",
    "schedule": "Monday, 3:45 pm",
    "financial_terms": "No money changes hands.",
    "notice_days": 30,
    "expectations": [{"party": "partner", "topic": "staffing", "text": f"Mentor number {n}"} for n in range(60)],
    "resources": [{"party": "school", "text": "The gym", "value": "1800.00"}],
}


@pytest.fixture
async def scene(world: World) -> Scene:
    return await a_scene(world)


async def read(person: Any, address: str) -> Paper:
    answer = await person.http.get(address)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"].startswith("attachment")
    return Paper(answer.content)


async def test_every_clause_school_signature_and_the_hash_are_on_the_paper(scene: Scene) -> None:
    signed = await scene.executed(**PROMISES)
    text = done(await scene.office.http.get(f"{URL}/{signed['id']}/text"))
    paper = await read(scene.admin, f"{URL}/{signed['id']}/text.pdf")
    paper.hold_to_accessible()
    assert paper.title == f"{text['document']['title']}, {text['document']['subtitle']}"
    for section in text["document"]["sections"]:
        for words in (section["heading"], *section["paragraphs"], *section["items"]):
            assert paper.holds(words), words
    assert paper.holds("Alderbrook School")
    assert paper.holds("Birchwell School")
    assert len(text["signatures"]) == 2
    for given in text["signatures"]:
        assert paper.holds(given["name"])
        assert paper.holds(given["title"])
    written = json.dumps(text["document"], sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    fingerprint = hashlib.sha256(written.encode()).hexdigest()
    assert fingerprint == text["sha256"] == signed["text_sha256"]
    assert len(paper.pages) > 1
    assert all(fingerprint in page for page in paper.pages)
    assert paper.tags().count("LI") == sum(len(section["items"]) for section in text["document"]["sections"])


async def test_a_draft_on_paper_says_that_it_is_not_the_final_text(scene: Scene) -> None:
    draft = await scene.drafted(**PROMISES)
    paper = await read(scene.office, f"{URL}/{draft['id']}/text.pdf")
    assert all("Not the final text" in page for page in paper.pages)
    assert paper.text.count("Name, title and day") == 2


async def test_the_certificate_says_who_signed_with_what_authority_when_and_from_where(scene: Scene) -> None:
    out = await scene.sent()
    answer = await scene.partner_signatory.http.post(
        f"{URL}/{out['id']}/sign",
        json={"name": "Tomas Reyes", "title": "Executive director", "consents": True, "consent_in": "es"},
        headers={"X-Forwarded-For": "203.0.113.9"},
    )
    assert answer.status_code == 200
    half = done(await scene.office.http.get(f"{URL}/{out['id']}/certificate"))
    assert (half["is_complete"], half["given"]) == (False, 1)
    done(await sign(scene.signatory, out["id"], name="Harold Lindqvist", title="Chief of schools"))
    told = done(await scene.office.http.get(f"{URL}/{out['id']}/certificate"))
    partner, district = told["signatures"]
    assert told["is_complete"]
    assert told["sha256"] == out["text_sha256"] == partner["sha256"] == district["sha256"]
    assert (partner["name"], partner["title"], partner["ip_address"]) == (
        "Tomas Reyes", "Executive director", "203.0.113.9",
    )  # fmt: skip
    assert partner["signed_for"] == "North Branch Mentors NFP"
    assert partner["account"].endswith("@example.org")
    assert (district["title"], district["ip_address"]) == ("Chief of schools", "127.0.0.1")
    assert (partner["consent"], district["consent"]) == (CONSENT["es"], CONSENT["en"])
    assert [each["what"] for each in told["events"]] == [
        "submitted", "review_started", "school_confirmed", "school_confirmed", "approved", "sent_for_signature",
        "signed", "signed", "executed",
    ]  # fmt: skip
    assert [each["by"] for each in told["events"]][-3:] == ["Tomas Reyes", "Harold Lindqvist", "Harold Lindqvist"]


async def test_each_row_of_the_certificate_is_on_its_paper(scene: Scene) -> None:
    signed = await scene.executed()
    told = done(await scene.office.http.get(f"{URL}/{signed['id']}/certificate"))
    paper = await read(scene.partner_signatory, f"{URL}/{signed['id']}/certificate.pdf")
    paper.hold_to_accessible()
    assert paper.title == f"Signing certificate, {signed['number']} {signed['title']}"
    assert all(signed["text_sha256"] in page for page in paper.pages)
    for given in told["signatures"]:
        for name in ("name", "title", "account", "signed_for", "ip_address", "consent", "sha256"):
            assert paper.holds(given[name]), name
    assert paper.holds(f"Events ({len(told['events'])})")
    tags = paper.tags()
    assert tags.count("Table") == 3
    rows = len(told["events"]) + 1 + sum(1 + 9 for _ in told["signatures"])
    assert tags.count("TR") == rows
    assert tags.count("TH") == 3 + 2 + 2


async def test_a_recalled_signature_stays_on_the_certificate_as_void(scene: Scene) -> None:
    out = await scene.sent()
    done(await sign(scene.partner_signatory, out["id"]))
    recalled = await scene.moved(out, "recall")
    answer = await scene.office.http.get(f"{URL}/{out['id']}/certificate")
    assert (answer.status_code, slug(answer)) == (409, "nothing-to-certify")
    await scene.moved(recalled, "send-for-signature")
    told = done(await scene.office.http.get(f"{URL}/{out['id']}/certificate"))
    assert (told["given"], len(told["signatures"])) == (0, 1)
    assert told["signatures"][0]["voided_at"] is not None
    paper = await read(scene.office, f"{URL}/{out['id']}/certificate.pdf")
    assert paper.holds("No longer counts since")


async def test_nothing_is_certified_before_the_text_is_fixed(scene: Scene) -> None:
    draft = await scene.drafted()
    for name in ("certificate", "certificate.pdf"):
        answer = await scene.office.http.get(f"{URL}/{draft['id']}/{name}")
        assert (answer.status_code, slug(answer)) == (409, "nothing-to-certify")


async def test_who_does_not_see_the_agreement_gets_no_paper_of_it(scene: Scene, world: World) -> None:
    hidden = await an_agreement(world, partner=scene.partner, status="executed")
    teacher = await world.person(Role.SCHOOL_STAFF, schools=[scene.alder])
    stranger = await world.person(Role.PARTNERSHIP_OFFICE, tenant=world.stranger_id)
    anonymous = world.anonymous()
    for name in ("text.pdf", "certificate", "certificate.pdf"):
        assert (await anonymous.get(f"{URL}/{hidden}/{name}")).status_code == 401
        assert (await teacher.http.get(f"{URL}/{hidden}/{name}")).status_code == 403
        assert (await stranger.http.get(f"{URL}/{hidden}/{name}")).status_code == 404
        assert (await scene.principal.http.get(f"{URL}/{hidden}/{name}")).status_code == 404


@pytest.mark.parametrize(
    ("forwarded", "seen"),
    [("198.51.100.7", "198.51.100.7"), ("6.6.6.6, 2001:db8::9", "2001:db8::9"), ("<script>", "127.0.0.1")],
)
async def test_the_address_is_the_last_that_the_web_server_names(scene: Scene, forwarded: str, seen: str) -> None:
    out = await scene.sent()
    body = {"name": "Tomas Reyes", "title": "Director", "consents": True}
    headers = {"X-Forwarded-For": forwarded}
    done(await scene.partner_signatory.http.post(f"{URL}/{out['id']}/sign", json=body, headers=headers))
    told = done(await scene.office.http.get(f"{URL}/{out['id']}/certificate"))
    assert told["signatures"][0]["ip_address"] == seen
