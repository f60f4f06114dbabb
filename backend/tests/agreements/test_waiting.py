"""What waits for whom, step by step."""

from alongside.identity.scopes import Role
from tests.agreements.scene import URL, Scene, a_scene, done, sign
from tests.world import Person, World


async def waits_for(scene: Scene, *others: Person) -> set[str]:
    """The names of those for whom the one agreement waits."""
    people = [scene.office, scene.coordinator, scene.principal, scene.other_principal, scene.admin, scene.signatory,
              scene.partner_signatory, *others]  # fmt: skip
    found = set()
    for person in people:
        page = done(await person.http.get(URL, params={"waits_for_me": "true", "include_total": "true"}))
        assert page["total"]["value"] == len(page["items"])
        if page["items"]:
            found.add(done(await person.http.get("/api/v1/me"))["person"]["name"])
    return found


async def test_an_agreement_waits_for_each_in_turn(world: World) -> None:
    scene = await a_scene(world)
    agreement = await scene.drafted(by=scene.admin)
    assert await waits_for(scene) == {"Dana Fitch"}
    agreement = await scene.moved(agreement, "submit", by=scene.admin)
    assert await waits_for(scene) == {"Renee Castellano", "Denise Okafor", "Omar Haddad"}
    agreement = await scene.moved(agreement, "start-review")
    assert await waits_for(scene) == {"Denise Okafor", "Omar Haddad"}
    done(await scene.principal.http.post(f"{URL}/{agreement['id']}/schools/{scene.alder}/confirm"))
    assert await waits_for(scene) == {"Omar Haddad"}
    no = {"reason": "No room"}
    done(await scene.other_principal.http.post(f"{URL}/{agreement['id']}/schools/{scene.birch}/decline", json=no))
    assert await waits_for(scene) == {"Renee Castellano"}
    agreement = await scene.moved(agreement, "approve")
    assert await waits_for(scene) == {"Renee Castellano"}
    await scene.moved(agreement, "send-for-signature")
    assert await waits_for(scene) == {"Harold Lindqvist", "Tomas Reyes"}
    done(await sign(scene.signatory, agreement["id"]))
    assert await waits_for(scene) == {"Tomas Reyes"}
    done(await sign(scene.partner_signatory, agreement["id"]))
    assert await waits_for(scene) == set()


async def test_what_is_sent_back_waits_for_the_side_that_wrote_it(world: World) -> None:
    scene = await a_scene(world)
    for by, waiting in ((scene.coordinator, {"Denise Okafor", "Omar Haddad", "Marisol Vega"}),
                        (scene.office, {"Renee Castellano"})):  # fmt: skip
        agreement = await scene.moved(await scene.drafted(by=by), "submit", by=by)
        agreement = await scene.moved(agreement, "start-review")
        why = {"reason": "Say when"}
        done(await scene.office.http.post(f"{URL}/{agreement['id']}/request-changes", json=why))
        assert await waits_for(scene) == waiting
        await scene.moved(agreement, "withdraw")
        assert await waits_for(scene) == set()


async def test_a_reviewer_waits_only_for_steps_that_the_type_asks(world: World) -> None:
    scene = await a_scene(world)
    legal = await world.person(Role.LEGAL_REVIEWER, name="Legal")
    risk = await world.person(Role.COMPLIANCE_REVIEWER, name="Risk")
    privacy = await world.person(Role.PRIVACY_OFFICER, name="Privacy")
    for kind, shares, waiting in (
        ("services_contract", False, {"Legal", "Risk"}),
        ("mou", False, set()),
        ("mou", True, {"Privacy"}),
        ("research", False, {"Privacy"}),
    ):
        agreement = await scene.drafted(type=kind, shares_student_records=shares)
        agreement = await scene.moved(agreement, "submit", "start-review")
        others = {"Denise Okafor", "Omar Haddad"}
        assert await waits_for(scene, legal, risk, privacy) - others == waiting, kind
        if waiting == {"Legal", "Risk"}:
            word = {"step": "legal", "decision": "approved"}
            done(await legal.http.post(f"{URL}/{agreement['id']}/reviews", json=word), 201)
            assert await waits_for(scene, legal, risk, privacy) - others == {"Risk"}
        await scene.moved(agreement, "withdraw")


async def test_nothing_waits_for_somebody_the_partner_pays_to_judge_it(world: World) -> None:
    scene = await a_scene(world)
    paid = await world.person(Role.PARTNERSHIP_OFFICE, employer=scene.partner, name="Paid by the partner")
    await scene.moved(await scene.drafted(), "submit")
    assert "Paid by the partner" not in await waits_for(scene, paid)
    assert "Renee Castellano" in await waits_for(scene)
