"""Signatures given with a pen: entered by the office, with the scan, under the very text."""

from datetime import timedelta

import pytest

from alongside.identity.scopes import Role
from tests.agreements.scene import URL, Scene, a_scene, done, match, moves, sign, slug
from tests.world import TODAY, World

PDF = b"%PDF-1.7\n1 0 obj << >> endobj\n%%EOF\n"


async def scanned(scene: Scene) -> tuple[dict, dict]:
    """An agreement out for signature with the scan among its papers, and the body that enters the signature."""
    agreement = await scene.sent()
    agreement = done(
        await scene.office.http.post(
            f"{URL}/{agreement['id']}/documents",
            params={"name": "signed.pdf"},
            content=PDF,
            headers={"Content-Type": "application/octet-stream", **match(agreement)},
        ),
        201,
    )
    body = {
        "party": "partner",
        "name": "Tomas Reyes",
        "title": "Board chair",
        "signed_on": str(TODAY),
        "sha256": agreement["text_sha256"],
        "document_id": agreement["documents"][-1]["id"],
    }
    return agreement, body


async def test_a_pen_and_a_typed_name_sign_one_agreement(world: World) -> None:
    scene = await a_scene(world)
    agreement, body = await scanned(scene)
    assert agreement["paper_parties"] == ["partner", "district"]
    assert done(await scene.admin.http.get(f"{URL}/{agreement['id']}"))["paper_parties"] == []
    signed = done(await scene.office.http.post(f"{URL}/{agreement['id']}/sign-on-paper", json=body))
    assert signed["paper_parties"] == ["district"]
    given = signed["signatures"][0]
    assert (given["party"], given["method"], given["name"]) == ("partner", "wet", "Tomas Reyes")
    assert given["entered_by"]["name"] == "Renee Castellano"
    assert given["document_id"] == body["document_id"]
    assert given["sha256"] == agreement["text_sha256"]
    assert signed["status"] == "out_for_signature"
    whole = done(await sign(scene.signatory, agreement["id"]))
    assert whole["status"] == "executed"
    history = done(await scene.office.http.get(f"/api/v1/history/agreement/{agreement['id']}"))
    told = next(each for each in history["items"] if each["kind"] == "agreement.signed")
    assert {each["field"]: each["after"] for each in told["changed"]}["method"] == "on paper"


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("sha256", "0" * 64, "another_text"),
        ("signed_on", str(TODAY + timedelta(days=1)), "signed_by_today"),
        ("signed_on", str(TODAY - timedelta(days=1)), "signed_after_fixed"),
        ("document_id", "00000000-0000-0000-0000-000000000000", "unresolved_reference"),
    ],
)
async def test_a_paper_that_is_not_this_one_is_refused_at_its_field(
    world: World, field: str, value: str, code: str
) -> None:
    scene = await a_scene(world)
    agreement, body = await scanned(scene)
    refused = await scene.office.http.post(f"{URL}/{agreement['id']}/sign-on-paper", json={**body, field: value})
    assert refused.status_code == 422
    assert [(each["pointer"], each["code"]) for each in refused.json()["errors"]] == [(f"/{field}", code)]


async def test_only_the_office_enters_it_and_once_for_each_party(world: World) -> None:
    scene = await a_scene(world)
    agreement, body = await scanned(scene)
    path = f"{URL}/{agreement['id']}/sign-on-paper"
    assert (await world.anonymous().post(path, json=body)).status_code == 401
    for person in (scene.admin, scene.principal, scene.signatory, scene.partner_signatory):
        assert (await person.http.post(path, json=body)).status_code == 403
    paid = await world.person(Role.PARTNERSHIP_OFFICE, employer=scene.partner)
    assert slug(await paid.http.post(path, json=body)) == "not-your-move"
    stranger = await world.person(Role.PARTNERSHIP_OFFICE, tenant=world.stranger_id)
    assert (await stranger.http.post(path, json=body)).status_code == 404
    stale = await scene.office.http.post(path, json=body, headers={"If-Match": '"1-0"'})
    assert stale.status_code == 412
    done(await scene.office.http.post(path, json=body))
    again = await scene.office.http.post(path, json=body)
    assert (again.status_code, again.json()["needs"]) == (409, ["party_not_signed"])
    assert "sign" in moves(done(await scene.signatory.http.get(f"{URL}/{agreement['id']}")))


async def test_a_recall_voids_it_like_any_other(world: World) -> None:
    scene = await a_scene(world)
    agreement, body = await scanned(scene)
    path = f"{URL}/{agreement['id']}/sign-on-paper"
    done(await scene.office.http.post(path, json=body))
    recalled = await scene.moved(agreement, "recall")
    assert recalled["signatures"][0]["voided_at"] is not None
    assert slug(await scene.office.http.post(path, json=body)) == "agreement-cannot-move"
