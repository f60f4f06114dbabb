"""Papers through HTTP: handed in with a scan, reviewed by those who may, and never changed behind anybody's back."""

import asyncio
from datetime import date
from typing import Any

import pytest

from alongside.core.clock import new_id
from alongside.identity.scopes import Role, Scope
from tests.papers.factories import a_paper, a_requirement
from tests.papers.scene import CERTIFICATE, PDF, a_cast, clearance, handed_in, words
from tests.partners.factories import a_partner, a_program
from tests.pictures import JPEG, PNG
from tests.schools.factories import a_school
from tests.world import World

HERE = "/api/v1/papers"
BINARY = {"Content-Type": "application/octet-stream"}


async def test_nobody_reads_papers_without_signing_in(world: World) -> None:
    assert (await world.anonymous().get(HERE)).status_code == 401


async def test_a_principal_reads_who_may_enter_not_the_papers_behind_it(world: World) -> None:
    cast = await a_cast(world)
    answer = await cast.principal.http.get(HERE)
    assert (answer.status_code, answer.json()["missing_scope"]) == (403, "papers:read")


async def test_strangers_and_other_partners_find_nothing(world: World) -> None:
    cast = await a_cast(world)
    paper = await a_paper(world, partner=cast.partner_id)
    stranger = await world.person(Role.DISTRICT_ADMIN, tenant=world.stranger_id)
    rival = await world.person(Role.PARTNER_ADMIN, partner=await a_partner(world))
    for who in (stranger, rival):
        assert (await who.http.get(f"{HERE}/{paper}")).status_code == 404
        assert (await who.http.post(f"{HERE}/{paper}/withdraw", json={"reason": "Mine now"})).status_code == 404
        assert (await who.http.get(HERE)).json()["items"] == []


async def test_a_certificate_goes_from_the_partner_to_the_reviewer_and_counts_from_that_day(world: World) -> None:
    cast = await a_cast(world)
    await a_requirement(world, min_each_cents=100_000_000)
    assert words(await clearance(cast.partner, cast.scene.partnership)) == ["General liability insurance is missing."]
    paper = await handed_in(cast)
    assert (paper["status"], paper["state"]) == ("submitted", "submitted")
    found = await clearance(cast.partner, cast.scene.partnership)
    assert words(found) == ["General liability insurance waits for review."]
    assert found["blockers"][0]["who"] == {
        "party": "district", "roles": ["compliance_reviewer", "legal_reviewer"], "names": ["Paula Nystrom"],
    }  # fmt: skip
    path = f"{HERE}/{paper['id']}"
    assert [each["move"] for each in (await cast.risk.http.get(path)).json()["allowed_moves"]] == [
        "accept", "reject", "withdraw",
    ]  # fmt: skip
    accepted = await cast.risk.http.post(f"{path}/accept")
    assert (accepted.json()["status"], accepted.json()["accepted_on"]) == ("accepted", "2020-01-27")
    found = await clearance(cast.principal, cast.scene.partnership)
    assert (found["cleared"], found["cleared_through"]) == (True, "2020-06-12")
    assert (await clearance(cast.risk, cast.scene.partnership, "2020-01-26"))["cleared"] is False


async def test_a_rejected_paper_says_why_and_may_be_mended(world: World) -> None:
    cast = await a_cast(world)
    await a_requirement(world)
    paper = await handed_in(cast)
    path = f"{HERE}/{paper['id']}"
    back = await cast.risk.http.post(f"{path}/reject", json={"reason": "It names another organization."})
    assert (back.json()["status"], back.json()["status_reason"]) == ("rejected", "It names another organization.")
    assert words(await clearance(cast.office, cast.scene.partnership)) == [
        "General liability insurance was turned down."
    ]
    mended = await cast.partner.http.patch(path, json={"carrier": "Lakeshore"}, headers={"If-Match": "*"})
    assert mended.json()["carrier"] == "Lakeshore"
    assert (await cast.partner.http.post(f"{path}/submit")).json()["status"] == "submitted"


@pytest.mark.parametrize(
    ("left_out", "needs"),
    [
        ({"coverage": None, "policy_number": None}, ["coverage", "policy_number", "file"]),
        ({"limit_each": None, "expires_on": None}, ["limit_each", "expires_on", "file"]),
        ({"effective_on": "2019-01-01", "expires_on": "2020-01-26"}, ["file", "in_date"]),
        ({}, ["file"]),
    ],
)
async def test_what_is_handed_in_is_complete(world: World, left_out: dict[str, Any], needs: list[str]) -> None:
    cast = await a_cast(world)
    body = {**CERTIFICATE, "partner_id": str(cast.partner_id), **left_out}
    made = (await cast.partner.http.post(HERE, json=body)).json()
    assert made["allowed_moves"][0] == {"move": "submit", "needs": needs}
    answer = await cast.partner.http.post(f"{HERE}/{made['id']}/submit")
    assert (answer.status_code, answer.json()["needs"]) == (409, needs)


async def test_a_limit_of_zero_is_told_and_is_too_low(world: World) -> None:
    cast = await a_cast(world)
    await a_requirement(world, min_each_cents=1)
    paper = await handed_in(cast, limit_each="0")
    assert (await cast.risk.http.post(f"{HERE}/{paper['id']}/accept")).status_code == 200
    assert words(await clearance(cast.office, cast.scene.partnership)) == [
        "General liability insurance: the limits are lower than the district asks."
    ]


async def test_the_partner_does_not_review_its_own_papers_and_neither_does_whom_it_pays(world: World) -> None:
    cast = await a_cast(world)
    paper = await handed_in(cast)
    path = f"{HERE}/{paper['id']}/accept"
    assert (await cast.partner.http.post(path)).status_code == 403
    assert (await cast.office.http.post(path)).status_code == 403
    paid = await world.person(Role.COMPLIANCE_REVIEWER, employer=cast.partner_id)
    refused = await paid.http.post(path)
    assert (refused.status_code, refused.json()["type"].rpartition(":")[2]) == (403, "not-your-move")
    machine = await world.machine(*Scope)
    assert (await machine.post(path)).status_code == 403


async def test_two_reviewers_at_once_leave_one_decision(world: World) -> None:
    cast = await a_cast(world)
    paper = await handed_in(cast)
    legal = [await world.person(Role.LEGAL_REVIEWER) for _ in range(5)]
    path = f"{HERE}/{paper['id']}"
    answers = await asyncio.gather(
        cast.risk.http.post(f"{path}/accept"),
        *(each.http.post(f"{path}/reject", json={"reason": "No"}) for each in legal),
    )
    codes = sorted(answer.status_code for answer in answers)
    assert codes == [200, 409, 409, 409, 409, 409]
    kinds = await world.rows("select kind from log where object_id = $1::uuid order by seq", paper["id"])
    assert [row["kind"] for row in kinds][:-1] == ["paper.added", "paper.file_added", "paper.submitted"]
    assert kinds[-1]["kind"] in ("paper.accepted", "paper.rejected")


async def test_a_withdrawn_paper_no_longer_counts_but_did(world: World) -> None:
    cast = await a_cast(world)
    await a_requirement(world)
    paper = await a_paper(world, partner=cast.partner_id)
    answer = await cast.partner.http.post(f"{HERE}/{paper}/withdraw", json={"reason": "We changed the insurer."})
    assert answer.json()["state"] == "withdrawn"
    assert (await clearance(cast.office, cast.scene.partnership))["cleared"] is False
    assert (await clearance(cast.office, cast.scene.partnership, "2020-01-26"))["cleared"] is True


async def test_a_paper_that_was_handed_in_stays_as_it_is(world: World) -> None:
    cast = await a_cast(world)
    paper = await handed_in(cast)
    path = f"{HERE}/{paper['id']}"
    edit = await cast.partner.http.patch(path, json={"carrier": "X"}, headers={"If-Match": "*"})
    assert edit.status_code == 409
    more = await cast.partner.http.post(f"{path}/documents", params={"name": "b.pdf"}, content=PDF, headers=BINARY)
    assert more.status_code == 409


async def test_an_edit_says_which_version_it_changes_and_a_no_op_writes_nothing(world: World) -> None:
    cast = await a_cast(world)
    paper = await a_paper(world, partner=cast.partner_id, status="draft")
    path = f"{HERE}/{paper}"
    assert (await cast.partner.http.patch(path, json={"carrier": "X"})).status_code == 428
    same = await cast.partner.http.patch(path, json={"carrier": "Prairie Mutual"}, headers={"If-Match": "*"})
    assert same.json()["version"] == 1
    first = (await cast.partner.http.get(path)).headers["etag"]
    assert (await cast.partner.http.patch(path, json={"carrier": "X"}, headers={"If-Match": first})).status_code == 200
    late = await cast.partner.http.patch(path, json={"carrier": "Y"}, headers={"If-Match": first})
    assert late.status_code == 412


async def test_a_paper_may_be_limited_to_a_program_and_to_schools(world: World) -> None:
    cast = await a_cast(world)
    rival = await a_program(world, partner=await a_partner(world))
    body = {**CERTIFICATE, "partner_id": str(cast.partner_id)}
    wrong = await cast.partner.http.post(HERE, json={**body, "program_id": str(rival), "school_ids": [str(new_id())]})
    assert [error["pointer"] for error in wrong.json()["errors"]] == ["/program_id", "/school_ids/0"]
    made = await cast.partner.http.post(
        HERE, json={**body, "program_id": str(cast.scene.program), "school_ids": [str(cast.scene.school)] * 2}
    )
    assert made.status_code == 201, made.text
    assert [school["name"] for school in made.json()["schools"]] == ["Alder Park School"]
    other = await a_school(world, name="Birch")
    path = f"{HERE}/{made.json()['id']}"
    both = await cast.partner.http.patch(
        path, json={"school_ids": [str(other), str(cast.scene.school)]}, headers={"If-Match": "*"}
    )
    assert [school["name"] for school in both.json()["schools"]] == ["Alder Park School", "Birch"]


@pytest.mark.parametrize(
    ("name", "content", "status"),
    [
        ("scan.pdf", PDF, 201),
        ("scan.PNG", PNG, 201),
        ("scan.jpeg", JPEG, 201),
        ("scan.pdf", b"\x89PNG\r\n\x1a\n", 415),
        ("scan.docx", b"PK\x03\x04", 415),
        ("scan.svg", b"<svg onload='x'/>", 415),
        ("scan.pdf.exe", b"MZ", 415),
        ("scan", PDF, 415),
        ("scan.pdf", b"", 415),
    ],
)
async def test_a_scan_is_what_it_says(world: World, name: str, content: bytes, status: int) -> None:
    """SEC-60."""
    cast = await a_cast(world)
    paper = await a_paper(world, partner=cast.partner_id, status="draft")
    answer = await cast.partner.http.post(
        f"{HERE}/{paper}/documents", params={"name": name}, content=content, headers=BINARY
    )
    assert answer.status_code == status, answer.text


async def test_a_scan_goes_out_as_an_attachment_that_cannot_act(world: World) -> None:
    cast = await a_cast(world)
    paper = await handed_in(cast)
    kept = paper["documents"][0]
    answer = await cast.risk.http.get(f"{HERE}/{paper['id']}/documents/{kept['id']}")
    assert answer.content == PDF
    assert answer.headers["content-disposition"] == "attachment; filename*=UTF-8''acord.pdf"
    assert answer.headers["content-security-policy"].startswith("sandbox")
    assert answer.headers["x-content-type-options"] == "nosniff"
    rival = await world.person(Role.PARTNER_ADMIN, partner=await a_partner(world))
    assert (await rival.http.get(f"{HERE}/{paper['id']}/documents/{kept['id']}")).status_code == 404


async def test_too_large_a_scan_is_refused(world: World) -> None:
    cast = await a_cast(world)
    paper = await a_paper(world, partner=cast.partner_id, status="draft")
    answer = await cast.partner.http.post(
        f"{HERE}/{paper}/documents", params={"name": "a.pdf"}, content=PDF + b"x" * 25_000_000, headers=BINARY
    )
    assert answer.status_code == 413
    assert answer.json()["type"].endswith("paper-too-large")
    # where no paper is kept the limit is the lower one
    longer = await cast.partner.http.post(HERE, content=b"x" * (10 * 1024 * 1024 + 1), headers=BINARY)
    assert longer.status_code == 413
    assert longer.json()["type"].endswith("body-too-large")


async def test_papers_are_listed_by_partner_kind_and_status_page_by_page(world: World) -> None:
    cast = await a_cast(world)
    other = await a_partner(world)
    mine = [str(await a_paper(world, partner=cast.partner_id)) for _ in range(3)]
    letter = await a_paper(world, partner=other, kind="agency_letter", status="submitted", expires_on=None)
    found = (await cast.partner.http.get(HERE)).json()["items"]
    assert {each["id"] for each in found} == set(mine)
    for asked, ids in (
        ({"partner": str(other)}, {str(letter)}),
        ({"kind": "agency_letter"}, {str(letter)}),
        ({"status": "accepted"}, set(mine)),
        ({"status": "accepted", "partner": str(other)}, set()),
    ):
        items = (await cast.office.http.get(HERE, params=asked)).json()["items"]
        assert {each["id"] for each in items} == ids
    walked: list[str] = []
    address: str | None = f"{HERE}?limit=3&sort=updated_at&include_total=true"
    while address:
        page = (await cast.office.http.get(address)).json()
        assert page["total"] == {"value": 4, "relation": "eq"}
        walked += [each["id"] for each in page["items"]]
        address = page["links"]["next"]
    assert sorted(walked) == sorted([*mine, str(letter)])


@pytest.mark.parametrize(
    ("day", "state"),
    [("2019-06-30", "missing"), ("2019-07-01", "accepted"), ("2020-04-01", "expiring"), ("2020-06-30", "expiring"),
     ("2020-07-01", "expired")],
)  # fmt: skip
async def test_a_paper_is_what_its_days_say(world: World, day: str, state: str) -> None:
    cast = await a_cast(world)
    paper = await a_paper(world, partner=cast.partner_id, effective_on=date(2019, 7, 1), expires_on=date(2020, 6, 30))
    for path in (f"{HERE}/{paper}", HERE):
        body = (await cast.office.http.get(path, params={"effective_on": day})).json()
        assert (body["items"][0] if "items" in body else body)["state"] == state


async def test_the_district_hands_in_for_a_partner_that_comes_with_paper(world: World) -> None:
    cast = await a_cast(world)
    made = await cast.office.http.post(HERE, json={**CERTIFICATE, "partner_id": str(cast.partner_id)})
    assert made.status_code == 201
    nowhere = await cast.office.http.post(HERE, json={**CERTIFICATE, "partner_id": str(new_id())})
    assert nowhere.status_code == 422
    rival = await world.person(Role.PARTNER_ADMIN, partner=await a_partner(world))
    assert (await rival.http.post(HERE, json={**CERTIFICATE, "partner_id": str(cast.partner_id)})).status_code == 403
