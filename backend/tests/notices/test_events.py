"""What happens becomes notices: the right people, once, and nothing lost."""

import asyncio
from importlib import import_module
from uuid import UUID

import pytest

from alongside.core.clock import new_id
from alongside.identity.scopes import Role
from alongside.notices import service
from tests.agreements.factories import a_resource, an_agreement
from tests.agreements.scene import a_scene, done, sign
from tests.notices.scene import at, followed, kinds, mails, notices, worked
from tests.partners.factories import a_partner
from tests.targets.factories import a_scene as a_target_scene
from tests.world import Person, World

URL = "/api/v1/agreements"


async def test_an_offer_to_join_what_is_signed_asks_that_school_s_principal_alone(world: World) -> None:
    scene = await a_scene(world)
    draft = await scene.drafted(school_ids=[str(scene.alder)])
    agreement = await scene.moved(draft, "submit", "start-review")
    done(await scene.principal.http.post(f"{URL}/{agreement['id']}/schools/{scene.alder}/confirm"))
    await scene.moved(agreement, "approve", "send-for-signature")
    done(await sign(scene.partner_signatory, agreement["id"]))
    done(await sign(scene.signatory, agreement["id"]))
    await worked(world)
    before = await kinds(world, scene.principal)
    put = f"{URL}/{agreement['id']}/schools/{scene.birch}"
    done(await scene.office.http.put(put, headers={"If-Match": "*"}))
    await worked(world)
    assert await kinds(world, scene.other_principal) == ["school_to_confirm"]
    assert await kinds(world, scene.principal) == before


async def test_each_step_of_an_agreement_tells_who_is_concerned(world: World) -> None:
    scene = await a_scene(world)
    agreement = await scene.moved(await scene.drafted(scene.admin), "submit", by=scene.admin)
    await worked(world)
    assert await kinds(world, scene.office) == ["agreement_for_review"]
    assert await kinds(world, scene.principal) == ["school_to_confirm"]
    assert await kinds(world, scene.other_principal) == ["school_to_confirm"]
    assert await kinds(world, scene.admin) == []
    agreement = await scene.confirmed(await scene.moved(agreement, "start-review"))
    await worked(world)
    assert await kinds(world, scene.admin) == ["school_answered", "school_answered"]
    agreement = await scene.moved(agreement, "approve", "send-for-signature")
    await worked(world)
    assert "agreement_approved" in await kinds(world, scene.principal)
    assert await kinds(world, scene.signatory) == ["agreement_to_sign"]
    assert await kinds(world, scene.partner_signatory) == ["agreement_to_sign"]
    assert await kinds(world, scene.office) == [
        "agreement_for_review", "agreement_to_decide", "school_answered", "school_answered",
    ]  # fmt: skip
    done(await sign(scene.partner_signatory, agreement["id"]))
    await worked(world)
    assert await kinds(world, scene.signatory) == ["agreement_signed", "agreement_to_sign"]
    assert "agreement_signed" in await kinds(world, scene.office)
    assert "agreement_signed" not in await kinds(world, scene.admin)
    done(await sign(scene.signatory, agreement["id"]))
    await worked(world)
    assert "agreement_executed" in await kinds(world, scene.office)
    assert "agreement_executed" in await kinds(world, scene.coordinator)
    assert "agreement_executed" in await kinds(world, scene.partner_signatory)
    last = (await notices(world, scene.admin))[-1]
    assert (last["kind"], last["facts"]["title"], last["object_id"]) == (
        "agreement_executed", "Afternoon mentoring", UUID(agreement["id"]),
    )  # fmt: skip


async def test_the_reviewers_of_its_kind_are_asked_and_changes_go_to_whoever_wrote_it(world: World) -> None:
    scene = await a_scene(world)
    legal = await world.person(Role.LEGAL_REVIEWER)
    privacy = await world.person(Role.PRIVACY_OFFICER)
    agreement = await scene.drafted(scene.admin, type="services_contract")
    agreement = await scene.moved(agreement, "submit", by=scene.admin)
    agreement = await scene.moved(agreement, "start-review")
    done(await legal.http.post(f"{URL}/{agreement['id']}/request-changes", json={"reason": "The term is missing"}))
    await worked(world)
    assert await kinds(world, legal) == ["review_asked"]
    assert await kinds(world, privacy) == []
    assert await kinds(world, scene.admin) == ["agreement_changes_requested"]
    assert "agreement_changes_requested" not in await kinds(world, scene.office)


async def test_in_order_a_reviewer_is_asked_when_it_is_their_turn(world: World) -> None:
    scene = await a_scene(world)
    legal, risk = [await world.person(role) for role in (Role.LEGAL_REVIEWER, Role.COMPLIANCE_REVIEWER)]
    admin = await world.person(Role.DISTRICT_ADMIN)
    route = {"steps": ["risk", "legal", "board"], "is_in_order": True}
    address = "/api/v1/agreement-routes/services_contract"
    done(await admin.http.put(address, json=route, headers={"If-Match": "*"}))
    agreement = await scene.moved(await scene.drafted(type="services_contract"), "submit", "start-review")
    await worked(world)
    assert (await kinds(world, risk), await kinds(world, legal)) == (["review_asked"], [])
    reviews = f"{URL}/{agreement['id']}/reviews"
    done(await risk.http.post(reviews, json={"step": "risk", "decision": "approved"}), 201)
    await worked(world)
    assert (await kinds(world, risk), await kinds(world, legal)) == (["review_asked"], ["review_asked"])
    done(await legal.http.post(reviews, json={"step": "legal", "decision": "approved"}), 201)
    await worked(world)
    assert (await kinds(world, risk), await kinds(world, legal)) == (["review_asked"], ["review_asked"])


async def test_nobody_is_told_of_what_they_did_or_of_another_school_or_partner(world: World) -> None:
    scene = await a_scene(world)
    elsewhere = await world.person(Role.SCHOOL_LEADER, schools=[])
    other = await world.person(Role.PARTNER_ADMIN, partner=await a_partner(world))
    paid = await world.person(Role.PARTNERSHIP_OFFICE, employer=scene.partner)
    gone = await world.person(Role.PARTNERSHIP_OFFICE, ends_on=(await at(world)).today.replace(year=2019))
    await scene.executed()
    await worked(world)
    for person in (elsewhere, other, paid, gone):
        assert await kinds(world, person) == []
    assert "agreement_for_review" not in await kinds(world, scene.office)


async def test_a_partner_s_application_and_its_decision(world: World) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    partner = await a_partner(world, name="River Reading", status="under_review")
    admin = await world.person(Role.PARTNER_ADMIN, partner=partner)
    staff = await world.person(Role.PARTNER_STAFF, partner=partner)
    path = f"/api/v1/partners/{partner}"
    done(await office.http.post(f"{path}/request-changes", json={"reason": "Say what you charge"}))
    await worked(world)
    for person in (admin, staff):
        (notice,) = await notices(world, person)
        assert (notice["kind"], notice["facts"]["answer"]) == ("application_decided", "changes_requested")


async def test_targets_and_results_tell_the_other_side(world: World) -> None:
    scene = await a_target_scene(world, schools=2, status="draft")
    admin, leaders = await scene.partner_admin(), [await scene.leader(0), await scene.leader(1)]
    body = done(await admin.http.get(scene.path))
    done(await admin.http.post(f"{scene.path}/propose"))
    await worked(world)
    assert await kinds(world, leaders[0]) == await kinds(world, leaders[1]) == ["target_proposed"]
    for place, leader in enumerate(leaders):
        done(await leader.http.post(f"{scene.path}/schools/{scene.schools[place]}/agree"))
    await worked(world)
    assert await kinds(world, admin) == ["target_answered", "target_answered"]
    body = done(await admin.http.post(f"{scene.path}/open"))
    rows = [{"school_id": str(school), "numerator": 40, "denominator": 60} for school in scene.schools]
    grid = {"as_of_on": "2020-01-20", "rows": rows}
    tag = {"If-Match": f'"{body["version"]}-0"'}
    entered = done(await admin.http.put(f"{scene.path}/results", json=grid, headers=tag))
    assert entered["created"] == 2
    await worked(world)
    for leader in leaders:
        (posted,) = await notices(world, leader, "result_posted")
        assert posted["facts"]["count"] == 1
        assert set(posted["facts"]) == {"title", "partner", "count"}
    assert await notices(world, admin, "result_posted") == []


async def test_a_second_pass_gives_nothing_and_a_worker_that_died_gives_everything_later(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    scene = await a_scene(world)
    await scene.executed()
    module = import_module("alongside.notices.service.follow")
    honest = module.give

    async def give_and_die(*arguments: object) -> int:
        await honest(*arguments)
        raise RuntimeError("killed after the notices, before the commit")

    monkeypatch.setattr(module, "give", give_and_die)
    with pytest.raises(RuntimeError):
        await followed(world, await at(world))
    assert await notices(world) == []
    monkeypatch.undo()
    await worked(world)
    before = [row["id"] for row in await notices(world)]
    assert len(before) > 10
    await worked(world)
    assert [row["id"] for row in await notices(world)] == before


async def test_two_workers_at_once_give_each_notice_once(world: World) -> None:
    scene = await a_scene(world)
    for _ in range(3):
        await scene.moved(await scene.drafted(scene.admin), "submit", by=scene.admin)
    moment = await at(world)
    await asyncio.gather(*(followed(world, moment) for _ in range(4)))
    assert await kinds(world, scene.office) == ["agreement_for_review"] * 3
    assert len(await mails(world, scene.office)) == 1


async def test_what_an_open_transaction_holds_back_is_not_lost(world: World) -> None:
    """CF-02: a slow transaction that drew its number first and commits last."""
    scene = await a_scene(world)
    agreement = await scene.drafted(scene.admin)
    async with world.database.connection() as slow, slow.transaction():
        await slow.execute("select set_config('app.tenant_id', $1, true)", str(world.tenant_id))
        await slow.execute(
            "insert into log (tenant_id, kind, object_type, object_id, version, changed, at) "
            "values ($1, 'agreement.submitted', 'agreement', $2, 2, '{}', $3)",
            world.tenant_id, UUID(agreement["id"]), (await at(world)).now,
        )  # fmt: skip
        await scene.moved(await scene.drafted(scene.admin), "submit", by=scene.admin)
        await service.follow(world.database, await at(world))
        assert await kinds(world, scene.office) == []
    await worked(world)
    assert await kinds(world, scene.office) == ["agreement_for_review"] * 2


async def test_old_facts_and_records_that_are_gone_are_no_news(world: World) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    partner = await a_partner(world)
    for gone, day in ((partner, "2019-12-01"), (new_id(), "2020-01-27")):
        async with world.database.connection() as connection, connection.transaction():
            await connection.execute("select set_config('app.tenant_id', $1, true)", str(world.tenant_id))
            await connection.execute(
                "insert into log (tenant_id, kind, object_type, object_id, version, changed, at) "
                "values ($1, 'partner.submitted', 'partner', $2, 2, '{}', $3::text::timestamptz)",
                world.tenant_id, gone, f"{day}T12:00:00Z",
            )  # fmt: skip
    await worked(world)
    assert await kinds(world, office) == []


async def test_another_tenant_s_people_hear_nothing(world: World) -> None:
    scene = await a_scene(world)
    stranger = await world.person(Role.DISTRICT_ADMIN, tenant=world.stranger_id)
    both = await world.person(Role.DISTRICT_ADMIN, tenant=world.stranger_id)
    here = Person(both.id, await world.sign_in(both.id), both.role)
    await world.person(Role.DISTRICT_ADMIN, person_id=both.id)
    await scene.moved(await scene.drafted(scene.admin), "submit", by=scene.admin)
    await worked(world)
    await service.follow(world.database, await at(world, tenant=world.stranger_id))
    for http in (stranger.http, both.http):
        assert done(await http.get("/api/v1/me/notices"))["items"] == []
    mine = done(await here.http.get("/api/v1/me/notices"))["items"]
    assert [each["kind"] for each in mine] == ["agreement_for_review"]
    assert (await stranger.http.post(f"/api/v1/me/notices/{mine[0]['id']}/read")).status_code == 404
    assert (await both.http.post(f"/api/v1/me/notices/{mine[0]['id']}/read")).status_code == 404


async def test_what_was_not_delivered_is_told_to_whoever_promised_it(world: World) -> None:
    scene = await a_scene(world)
    agreement = await an_agreement(
        world, partner=scene.partner, programs=[scene.program], schools=[scene.alder, scene.birch]
    )
    promise = await a_resource(world, agreement=agreement, party="school", text="A room with a door")
    path = f"{URL}/{agreement}/promises/{promise}/word"
    body = {"outcome": "not_delivered", "note": "Shared on Tuesdays", "school_id": str(scene.alder)}
    done(await scene.admin.http.put(path, json=body, headers={"If-Match": "*"}))
    await worked(world)
    told = await notices(world, kind="promise_missing")
    assert {row["person_id"] for row in told} == {scene.principal.id, scene.coordinator.id}, "not the other school"
    assert told[0]["facts"]["school"]["name"] == "Alderbrook School"
    done(await scene.admin.http.put(path, json={**body, "outcome": "delivered"}, headers={"If-Match": "*"}))
    await worked(world)
    assert len(await notices(world, kind="promise_missing")) == 2, "that it came is no notice"
