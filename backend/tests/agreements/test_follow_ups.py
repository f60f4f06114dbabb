"""Renewals, amendments, overlaps, and agreements that were signed elsewhere with their papers."""

import os
from datetime import date
from io import BytesIO
from typing import Any
from uuid import UUID
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from alongside.core.clock import new_id
from alongside.identity.scopes import Role
from tests.agreements.factories import a_resource, an_agreement, an_expectation
from tests.agreements.scene import URL, Scene, a_scene, done, match, moves, slug
from tests.partners.factories import a_program
from tests.pictures import JPEG, PNG
from tests.schools.factories import a_school
from tests.world import TODAY, World

REASON = {"reason": "A new building"}


@pytest.fixture
async def scene(world: World) -> Scene:
    return await a_scene(world)


async def signed(scene: Scene, **values: Any) -> UUID:
    own = {"programs": [scene.program], "schools": [scene.alder, scene.birch], **values}
    return await an_agreement(scene.world, partner=scene.partner, **own)


# ---- renewals


async def test_a_renewal_is_prefilled_and_starts_a_year_on(scene: Scene) -> None:
    closed = await a_school(scene.world, status="closed")
    retired = await a_program(scene.world, partner=scene.partner, status="retired")
    schools = {scene.alder: "confirmed", scene.birch: "declined", closed: "confirmed"}
    old = await signed(
        scene, title="Mentoring", purpose="Calm", notice_days=30, schools=schools, programs=[scene.program, retired]
    )
    await an_expectation(scene.world, agreement=old, text="The gym")
    await a_resource(scene.world, agreement=old, text="Bus passes", promised_by_on=date(2019, 9, 1))
    await a_resource(scene.world, agreement=old, text="Keys", school_id=scene.birch, position=1)
    answer = await scene.admin.http.post(f"{URL}/{old}/renewals")
    new = done(answer, 201)
    assert answer.headers["location"] == f"{URL}/{new['id']}"
    assert (new["title"], new["purpose"], new["notice_days"]) == ("Mentoring", "Calm", 30)
    assert (new["status"], new["starts_on"], new["ends_on"]) == ("draft", "2020-08-26", "2021-06-12")
    assert [(each["school"]["name"], each["confirmation"]) for each in new["schools"]] == [
        ("Alderbrook School", "pending")
    ]
    assert [each["id"] for each in new["programs"]] == [str(scene.program)]
    assert [each["text"] for each in new["expectations"]] == ["The gym"]
    assert [(each["text"], each["promised_by_on"]) for each in new["resources"]] == [("Bus passes", None)]
    assert (new["renews"]["id"], new["drafted_by"]) == (str(old), "partner")
    before = done(await scene.admin.http.get(f"{URL}/{old}"))
    assert before["renewal"]["id"] == new["id"]
    text = done(await scene.admin.http.get(f"{URL}/{new['id']}/text"))
    number = before["number"]
    assert f"It renews agreement {number}." in text["document"]["sections"][0]["paragraphs"]


async def test_there_is_one_renewal_at_a_time(scene: Scene) -> None:
    old = await signed(scene)
    first = done(await scene.office.http.post(f"{URL}/{old}/renewals"), 201)
    assert done(await scene.office.http.get(f"{URL}/{old}"))["follow_ups"] == [
        {"kind": "renewal", "needs": ["no_open_renewal"], "without": [], "asks_reason": False, "warnings": []},
        {"kind": "amendment", "needs": [], "without": [], "asks_reason": False, "warnings": []},
        {"kind": "replacement", "needs": [], "without": [], "asks_reason": False, "warnings": []},
    ]
    again = await scene.office.http.post(f"{URL}/{old}/renewals")
    assert (again.status_code, slug(again), again.json()["needs"]) == (409, "cannot-follow", ["no_open_renewal"])
    done(await scene.office.http.post(f"{URL}/{first['id']}/withdraw"))
    done(await scene.office.http.post(f"{URL}/{old}/renewals"), 201)


@pytest.mark.parametrize("status", ["draft", "in_review", "out_for_signature", "terminated", "withdrawn"])
async def test_only_what_is_fully_signed_is_renewed_or_amended(scene: Scene, status: str) -> None:
    agreement = await signed(scene, status=status)
    for kind in ("renewals", "amendments"):
        answer = await scene.office.http.post(f"{URL}/{agreement}/{kind}")
        assert (answer.status_code, answer.json()["needs"]) == (409, ["fully_signed"])


async def test_a_partner_on_hold_renews_nothing(world: World) -> None:
    scene = await a_scene(world, status="suspended")
    answer = await scene.office.http.post(f"{URL}/{await signed(scene)}/renewals")
    assert answer.json()["needs"] == ["partner_not_suspended"]


async def test_a_renewal_never_starts_before_the_end_of_what_it_renews(scene: Scene) -> None:
    old = await signed(scene)
    new = done(await scene.office.http.post(f"{URL}/{old}/renewals"), 201)
    at = f"{URL}/{new['id']}"
    early = await scene.office.http.patch(at, json={"starts_on": "2020-06-12"}, headers=match(new))
    assert early.json()["errors"][0]["code"] == "after_predecessor"
    assert "June 13, 2020" in early.text
    next_day = done(await scene.office.http.patch(at, json={"starts_on": "2020-06-13"}, headers=match(new)))
    assert next_day["starts_on"] == "2020-06-13"
    old_one = done(await scene.office.http.get(f"{URL}/{old}?effective_on=2020-06-30"))
    assert old_one["effective_status"] == "expired"


async def test_a_coordinator_renews_only_what_names_nobody_else_s_school(scene: Scene) -> None:
    third = await a_school(scene.world)
    wide = await signed(scene, schools=[scene.alder, third])
    answer = await scene.coordinator.http.post(f"{URL}/{wide}/renewals")
    assert (answer.status_code, slug(answer)) == (403, "not-your-side")
    assert done(await scene.coordinator.http.get(f"{URL}/{wide}"))["follow_ups"] == []
    assert (
        done(await scene.coordinator.http.post(f"{URL}/{await signed(scene)}/renewals"), 201)["drafted_by"] == "school"
    )


# ---- amendments


async def test_an_amendment_adds_a_school_and_leaves_what_was_signed_as_it_is(scene: Scene) -> None:
    old = await scene.executed()
    third = await a_school(scene.world, name="Cedar School")
    fixed = await scene.office.http.patch(f"{URL}/{old['id']}", json={"purpose": "More"}, headers=match(old))
    assert slug(fixed) == "text-is-fixed"
    new = done(await scene.office.http.post(f"{URL}/{old['id']}/amendments"), 201)
    assert (new["amends"]["id"], new["starts_on"], new["ends_on"]) == (old["id"], old["starts_on"], old["ends_on"])
    new = done(await scene.office.http.put(f"{URL}/{new['id']}/schools/{third}", headers=match(new)))
    assert (moves(new)["submit"], new["overlaps"]) == ([], [])
    second = done(await scene.office.http.post(f"{URL}/{old['id']}/amendments"), 201)
    before = done(await scene.office.http.get(f"{URL}/{old['id']}"))
    assert [each["id"] for each in before["amendments"]] == [new["id"], second["id"]]
    assert [each["school"]["name"] for each in before["schools"]] == ["Alderbrook School", "Birchwell School"]


async def test_a_draft_that_follows_is_not_shown_to_the_other_side(scene: Scene) -> None:
    old = await signed(scene)
    done(await scene.office.http.post(f"{URL}/{old}/renewals"), 201)
    done(await scene.office.http.post(f"{URL}/{old}/amendments"), 201)
    seen = done(await scene.admin.http.get(f"{URL}/{old}"))
    assert (seen["renewal"], seen["amendments"]) == (None, [])
    assert seen["follow_ups"][0]["needs"] == ["no_open_renewal"]


# ---- overlaps


async def test_two_agreements_about_the_same_stand_in_each_other_s_way(scene: Scene) -> None:
    rival = await signed(scene, schools=[scene.birch], starts_on=date(2019, 7, 1), ends_on=date(2020, 2, 24))
    draft = await scene.drafted()
    assert moves(draft)["submit"] == ["no_overlap"]
    assert [each["id"] for each in draft["overlaps"]] == [str(rival)]
    answer = await scene.office.http.post(f"{URL}/{draft['id']}/submit")
    assert (answer.status_code, answer.json()["needs"]) == (409, ["no_overlap"])
    apart = done(
        await scene.office.http.patch(f"{URL}/{draft['id']}", json={"starts_on": "2020-02-25"}, headers=match(draft))
    )
    assert moves(apart)["submit"] == []


@pytest.mark.parametrize(
    "values",
    [
        {"type": "space_use"},
        {"status": "in_review"},
        {"status": "withdrawn"},
        {"programs": []},
        {"schools": []},
        {"ends_on": date(2020, 2, 23)},
    ],
)
async def test_what_differs_in_one_of_these_stands_side_by_side(scene: Scene, values: dict[str, Any]) -> None:
    await signed(scene, **values)
    assert moves(await scene.drafted())["submit"] == []


async def test_the_whole_district_covers_every_school(scene: Scene) -> None:
    await signed(scene, schools=[], is_district_wide=True)
    assert moves(await scene.drafted())["submit"] == ["no_overlap"]


async def test_what_came_in_between_is_found_at_approval(scene: Scene) -> None:
    one, two = await scene.drafted(), await scene.drafted()
    for draft in (one, two):
        await scene.confirmed(await scene.moved(draft, "submit", "start-review"))
    done(await scene.office.http.post(f"{URL}/{one['id']}/approve"))
    answer = await scene.office.http.post(f"{URL}/{two['id']}/approve")
    assert (answer.status_code, answer.json()["needs"]) == (409, ["no_overlap"])


async def test_a_school_that_declined_is_free_for_another_agreement_and_not_to_be_taken_back(scene: Scene) -> None:
    one = await scene.moved(await scene.drafted(), "submit", "start-review")
    decline = f"{URL}/{one['id']}/schools/{scene.birch}"
    done(await scene.other_principal.http.post(f"{decline}/decline", json=REASON))
    done(await scene.principal.http.post(f"{URL}/{one['id']}/schools/{scene.alder}/confirm"))
    await scene.moved(one, "approve")
    await signed(scene, schools=[scene.birch], starts_on=TODAY, ends_on=date(2020, 6, 12))
    answer = await scene.other_principal.http.post(f"{decline}/confirm")
    assert (answer.status_code, answer.json()["needs"]) == (409, ["no_overlap"])


# ---- signed elsewhere


def on_paper(scene: Scene, **values: Any) -> dict[str, Any]:
    return scene.body(starts_on="2019-08-26", ends_on="2020-06-12", signed_elsewhere_on="2019-08-20", **values)


async def test_an_agreement_signed_elsewhere_is_recorded_in_one_step(scene: Scene) -> None:
    signatures = [
        {"party": "district", "name": "Harold Lindqvist", "title": "Chief", "signed_on": "2019-08-20"},
        {"party": "partner", "name": "Dana Fitch", "title": "Director", "signed_on": "2019-08-19"},
    ]
    answer = await scene.office.http.post(f"{URL}/recorded", json=on_paper(scene, signatures=signatures))
    kept = done(answer, 201)
    assert (kept["origin"], kept["status"], kept["effective_status"]) == ("recorded", "executed", "active")
    assert (kept["effective_on"], kept["signed_elsewhere_on"]) == ("2019-08-26", "2019-08-20")
    assert {(each["confirmation"], each["confirmed_on"]) for each in kept["schools"]} == {("confirmed", "2019-08-20")}
    assert [(each["method"], each["name"]) for each in kept["signatures"]] == [
        ("wet", "Harold Lindqvist"),
        ("wet", "Dana Fitch"),
    ]
    assert (kept["version"], kept["blockers"], kept["number"]) == (1, [], "A-2020-0001")
    assert [step["on"] for step in kept["steps"] if step["key"] == "signatures"] == ["2019-08-20"]
    text = done(await scene.office.http.get(f"{URL}/{kept['id']}/text"))
    assert (text["is_frozen"], text["sha256"]) == (True, kept["text_sha256"])
    log = await scene.world.rows("select kind from log where object_id = $1", UUID(kept["id"]))
    assert [row["kind"] for row in log] == ["agreement.recorded"]


async def test_a_record_without_a_day_of_signature_starts_on_its_first_day(scene: Scene) -> None:
    body = {name: value for name, value in on_paper(scene).items() if name != "signed_elsewhere_on"}
    kept = done(await scene.office.http.post(f"{URL}/recorded", json=body), 201)
    assert (kept["effective_on"], kept["signed_elsewhere_on"]) == ("2019-08-26", None)


async def test_a_record_that_was_signed_late_says_so(scene: Scene) -> None:
    body = {**on_paper(scene), "signed_elsewhere_on": "2019-10-01"}
    kept = done(await scene.office.http.post(f"{URL}/recorded", json=body), 201)
    assert (kept["effective_on"], kept["warnings"][0]["code"]) == ("2019-10-01", "signed_late")


@pytest.mark.parametrize(
    ("values", "pointer"),
    [
        ({"signed_elsewhere_on": "2020-01-28"}, "/signed_elsewhere_on"),
        ({"ends_on": "2019-08-25"}, "/ends_on"),
        ({"program_ids": []}, "/program_ids"),
        ({"school_ids": []}, "/school_ids"),
        ({"signatures": [{"party": "partner", "name": "A", "title": "B", "signed_on": "2020-02-01"}]},
         "/signatures/0/signed_on"),
        ({"signatures": [{"party": "partner", "name": "A", "title": "B", "signed_on": "2019-08-01"}] * 2},
         "/signatures/1/party"),
    ],
)  # fmt: skip
async def test_a_record_that_cannot_be_is_refused(scene: Scene, values: dict[str, Any], pointer: str) -> None:
    answer = await scene.office.http.post(f"{URL}/recorded", json={**on_paper(scene), **values})
    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, pointer)
    assert await scene.world.rows("select 1 from agreement") == []


async def test_only_the_office_records_and_never_for_its_own_employer(scene: Scene) -> None:
    for person in (scene.coordinator, scene.admin, scene.signatory):
        assert slug(await person.http.post(f"{URL}/recorded", json=on_paper(scene))) == "missing-scope"
    paid = await scene.world.person(Role.PARTNERSHIP_OFFICE, employer=scene.partner)
    assert slug(await paid.http.post(f"{URL}/recorded", json=on_paper(scene))) == "not-your-side"


async def test_a_record_that_another_agreement_covers_already_is_refused(scene: Scene) -> None:
    rival = await signed(scene, schools=[scene.birch])
    answer = await scene.office.http.post(f"{URL}/recorded", json=on_paper(scene))
    assert (answer.status_code, slug(answer)) == (409, "agreement-overlaps")
    assert [each["id"] for each in answer.json()["overlaps"]] == [str(rival)]


# ---- papers

PDF = b"%PDF-1.7\n" + b"x" * 200


def word(*parts: str) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        for part in parts:
            archive.writestr(part, "<x/>")
    return made.getvalue()


DOCX = word("[Content_Types].xml", "word/document.xml")


def unlike(part: ZipInfo | str, held: bytes = b"<x/>", *, claims: int | None = None) -> bytes:
    """A Word document with one more part; `claims` is the size that the archive tells of it."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<x/>")
        archive.writestr("word/document.xml", "<x/>")
        archive.writestr(part, held)
        if claims is not None:
            archive.infolist()[-1].file_size = claims
    return made.getvalue()


LINK = ZipInfo("word/media/link")
LINK.external_attr = 0o120777 << 16


async def test_a_paper_is_kept_and_comes_back_as_an_attachment_that_cannot_act(scene: Scene) -> None:
    kept = done(await scene.office.http.post(f"{URL}/recorded", json=on_paper(scene)), 201)
    at = f"{URL}/{kept['id']}/documents"
    answer = await scene.office.http.post(at, files={"file": ("Übersicht “final”.pdf", PDF, "application/pdf")})
    body = done(answer, 201)
    assert (body["documents"][0]["name"], body["documents"][0]["size"]) == ("Übersicht “final”.pdf", len(PDF))
    assert body["version"] == kept["version"] + 1
    paper = await scene.principal.http.get(answer.headers["location"])
    assert paper.content == PDF
    assert paper.headers["content-type"] == "application/pdf"
    assert paper.headers["content-disposition"].startswith("attachment; filename*=UTF-8''%C3%9Cbersicht")
    assert paper.headers["x-content-type-options"] == "nosniff"
    assert paper.headers["content-security-policy"] == "sandbox; default-src 'none'"
    assert (await scene.office.http.get(f"{at}/{new_id()}")).status_code == 404


async def test_a_paper_may_be_the_body_itself_and_its_retry_keeps_one(scene: Scene) -> None:
    agreement = await signed(scene)
    headers = {"Content-Type": "application/pdf", "Idempotency-Key": "scan-1"}
    for _ in range(2):
        answer = await scene.office.http.post(
            f"{URL}/{agreement}/documents?name=C:\\scans\\signed.pdf", content=PDF, headers=headers
        )
        assert done(answer, 201)["documents"][0]["name"] == "signed.pdf"
    assert (await scene.world.rows("select count(*) from agreement_document"))[0][0] == 1


@pytest.mark.parametrize(
    ("name", "content", "status"),
    [
        ("a.pdf", PDF, 201), ("a.PDF", PDF, 201), ("a.png", PNG, 201), ("a.jpg", JPEG, 201),
        ("a.jpeg", JPEG, 201), ("a.docx", DOCX, 201),
        ("a.pdf", PNG, 415), ("a.png", PDF, 415), ("a.html", b"<script>", 415), ("a.svg", b"<svg/>", 415),
        ("a.exe", b"MZ", 415), ("a", PDF, 415), (".pdf", PDF, 415), ("a.pdf", b"", 415),
        ("a.docx", b"PK\x03\x04nothing", 415), ("a.docx", word("xl/workbook.xml"), 415),
        ("a.docx", word("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), 415),
        ("a.docx", word("[Content_Types].xml", "word/document.xml", "../../evil"), 415),
        ("a.docx", unlike("word/media/a.bin", b"\0" * 1_000_000), 415),
        ("a.docx", unlike("word/media/a.bin", bytes(range(256)) * 40, claims=40_000), 201),
        ("a.docx", unlike("word/media/a.bin", os.urandom(2_100_000), claims=200_000_001), 415),
        ("a.docx", unlike(LINK, b"/etc/passwd"), 415), ("a.docx", unlike("..\\..\\evil"), 415),
        ("a.docx", unlike("C:/evil"), 415),
        ("a.pdf", b"%PDF-" + b"x" * 24_999_995, 201), ("a.pdf", b"%PDF-" + b"x" * 25_000_000, 413),
    ],
)  # fmt: skip
async def test_name_and_content_of_a_paper_have_to_agree(scene: Scene, name: str, content: bytes, status: int) -> None:
    agreement = await signed(scene)
    answer = await scene.office.http.post(f"{URL}/{agreement}/documents", files={"file": (name, content, "text/html")})
    assert answer.status_code == status, answer.text
    if status == 201:
        assert answer.json()["documents"][0]["media_type"] != "text/html"
    else:
        assert (await scene.world.rows("select version from agreement"))[0][0] == 1


async def test_a_paper_without_a_file_or_a_name_is_not_understood(scene: Scene) -> None:
    agreement = await signed(scene)
    at = f"{URL}/{agreement}/documents"
    nameless = await scene.office.http.post(at, content=PDF, headers={"Content-Type": "application/pdf"})
    assert nameless.json()["errors"][0]["pointer"] == "/name"
    fileless = await scene.office.http.post(at, files={"paper": ("a.pdf", PDF)})
    assert fileless.json()["errors"][0]["pointer"] == "/file"


async def test_who_keeps_papers_and_who_reads_them(scene: Scene) -> None:
    agreement = await signed(scene, drafted_by="district")
    at = f"{URL}/{agreement}/documents"
    files = {"file": ("a.pdf", PDF)}
    assert slug(await scene.admin.http.post(at, files=files)) == "not-your-agreement"
    paper = done(await scene.office.http.post(at, files=files), 201)["documents"][0]["id"]
    assert (await scene.admin.http.get(f"{at}/{paper}")).status_code == 200
    outsider = await scene.world.person(Role.SCHOOL_LEADER, schools=[await a_school(scene.world)])
    assert (await outsider.http.get(f"{at}/{paper}")).status_code == 404
    other = await signed(scene, type="moa")
    assert (await scene.office.http.get(f"{URL}/{other}/documents/{paper}")).status_code == 404
