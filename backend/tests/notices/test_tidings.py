"""What nobody was told of before: papers, checks, waivers, programs, the board's turn, ends, and spreadsheets."""

from typing import Any

import pytest

from alongside.identity.scopes import Role
from alongside.integrations.spreadsheets import limits
from alongside.notices.rules import KINDS, page_of, sentence
from alongside.notices.rules.words import LANGUAGES
from tests.agreements.factories import a_revisit, an_agreement
from tests.agreements.scene import Scene, a_scene, done, match, sign
from tests.agreements.test_openings import OPENINGS, opened, proposed
from tests.notices.scene import kinds, notices, worked
from tests.papers.factories import a_member, a_requirement
from tests.papers.scene import a_cast, handed_in
from tests.partners.factories import a_program
from tests.spreadsheets.factories import Desk, csv_of, some_schools, work
from tests.world import Person, World

URL = "/api/v1/agreements"


async def answers(world: World, person: Person, kind: str) -> list[str | None]:
    return [row["facts"].get("answer") for row in await notices(world, person, kind)]


async def test_a_paper_waits_for_risk_and_its_partner_hears_the_word(world: World) -> None:
    cast = await a_cast(world)
    legal, admin = await world.person(Role.LEGAL_REVIEWER), await world.person(Role.DISTRICT_ADMIN)
    paper = await handed_in(cast)
    await worked(world)
    for person in (cast.risk, legal):
        (waits,) = done(await person.http.get("/api/v1/me/notices"))["items"]
        assert waits["kind"] == "paper_for_review"
        assert waits["words"] == f"The insurance certificate of {waits['partner']['name']} waits for your review"
        assert waits["object"]["id"] == paper["id"]
    for person in (admin, cast.partner, cast.office, cast.principal):
        assert await kinds(world, person) == []
    done(await cast.risk.http.post(f"/api/v1/papers/{paper['id']}/reject", json={"reason": "The limit is too low"}))
    await worked(world)
    assert await answers(world, cast.partner, "paper_decided") == ["rejected"]
    done(await cast.partner.http.post(f"/api/v1/papers/{paper['id']}/submit"))
    done(await cast.risk.http.post(f"/api/v1/papers/{paper['id']}/accept"))
    done(await cast.partner.http.post(f"/api/v1/papers/{paper['id']}/withdraw", json={"reason": "Cancelled"}))
    await worked(world)
    assert await answers(world, cast.partner, "paper_decided") == ["rejected", "accepted"]
    assert await answers(world, cast.risk, "paper_decided") == ["withdrawn"]


async def test_without_risk_and_law_the_administrator_is_told(world: World) -> None:
    cast = await a_cast(world)
    async with world.database.connection() as connection, connection.transaction():
        await connection.execute("select set_config('app.tenant_id', $1, true)", str(world.tenant_id))
        gone = "update role_assignment set ends_on = '2020-01-01' where person_id = $1"
        assert await connection.execute(gone, cast.risk.id) == "UPDATE 1"
    admin = await world.person(Role.DISTRICT_ADMIN)
    await handed_in(cast)
    await worked(world)
    assert await kinds(world, admin) == ["paper_for_review"]


async def test_checks_are_counted_and_nobody_is_told_a_result(world: World) -> None:
    cast = await a_cast(world)
    members = [await a_member(world, partner=cast.partner_id, name=name) for name in ("Tess Tutor", "Theo Tutor")]
    paths = [f"/api/v1/staff/{member}/checks" for member in members]
    body = {"kind": "state_criminal", "issued_on": "2020-01-06"}
    made = [done(await cast.partner.http.post(path, json=body), 201) for path in paths]
    await worked(world)
    (waits,) = await notices(world, cast.risk)
    assert (waits["kind"], waits["facts"]["count"]) == ("check_for_review", 2)
    for path, member, result in zip(paths, made, ("clear", "not_clear"), strict=True):
        check = member["checks"][0]["id"]
        done(await cast.risk.http.post(f"{path}/{check}/verify", json={"result": result}))
    await worked(world)
    (seen,) = await notices(world, cast.partner)
    assert (seen["kind"], set(seen["facts"])) == ("check_decided", {"title", "partner", "count"})
    assert seen["facts"]["count"] == 2
    for person in (cast.principal, cast.office):
        assert await kinds(world, person) == []


async def test_a_waiver_and_its_end_are_told_to_the_partner(world: World) -> None:
    cast = await a_cast(world)
    asked = await a_requirement(world)
    body = {"requirement_id": str(asked), "partner_id": str(cast.partner_id), "reason": "Adults only",
            "starts_on": "2020-01-27", "ends_on": "2020-12-31"}  # fmt: skip
    waiver = done(await cast.risk.http.post("/api/v1/paper-waivers", json=body), 201)
    await worked(world)
    (shown,) = done(await cast.partner.http.get("/api/v1/me/notices", params={"kind": "waiver_decided"}))["items"]
    assert shown["words"].endswith("may go without “General liability insurance” through December 31, 2020")
    done(await cast.risk.http.post(f"/api/v1/paper-waivers/{waiver['id']}/revoke", json={"reason": "No more"}))
    await worked(world)
    assert await answers(world, cast.partner, "waiver_decided") == ["given", "revoked"]


async def test_a_program_waits_for_the_office_and_its_partner_hears_of_the_approval(world: World) -> None:
    cast = await a_cast(world)
    program = await a_program(world, partner=cast.partner_id, status="draft")
    done(await cast.partner.http.post(f"/api/v1/programs/{program}/submit"))
    await worked(world)
    assert await kinds(world, cast.office) == ["program_for_review"]
    done(await cast.office.http.post(f"/api/v1/programs/{program}/approve"))
    await worked(world)
    assert await kinds(world, cast.partner) == ["program_approved"]


async def tasks(person: Person) -> list[str]:
    found = done(await person.http.get("/api/v1/me/tasks"))["items"]
    return sorted(each["kind"] for each in found if each["object_type"] == "agreement")


async def routed(world: World, *steps: str) -> None:
    admin = await world.person(Role.DISTRICT_ADMIN)
    path = "/api/v1/agreement-routes/mou"
    now = done(await admin.http.get(path))
    done(await admin.http.put(path, json={"steps": list(steps)}, headers=match(now)))


@pytest.mark.parametrize(
    ("steps", "kind"), [(("legal", "board"), "agreement_for_board"), (("legal",), "agreement_to_decide")]
)
async def test_the_office_is_told_when_only_the_last_word_is_missing(
    world: World, steps: tuple[str, ...], kind: str
) -> None:
    scene = await a_scene(world)
    await routed(world, *steps)
    legal = await world.person(Role.LEGAL_REVIEWER)
    agreement = await scene.moved(await scene.drafted(), "submit", "start-review")
    await worked(world)
    other = "agreement_for_board" if kind == "agreement_to_decide" else "agreement_to_decide"
    done(await legal.http.post(f"{URL}/{agreement['id']}/reviews", json={"step": "legal", "decision": "approved"}), 201)
    await worked(world)
    assert kind not in await kinds(world, scene.office)
    assert kind not in await tasks(scene.office), "the schools have not answered"
    await scene.confirmed(agreement)
    await worked(world)
    assert (await kinds(world, scene.office)).count(kind) == 1
    assert other not in await kinds(world, scene.office)
    assert await tasks(scene.office) == [kind]
    done(
        await scene.principal.http.post(f"{URL}/{agreement['id']}/schools/{scene.alder}/decline", json={"reason": "No"})
    )
    await worked(world)
    assert (await kinds(world, scene.office)).count(kind) == 1, "told once for this text"
    assert await kinds(world, scene.admin) == ["school_answered"] * 3


async def test_reviewers_who_have_not_said_yes_keep_it_from_the_office_s_list(world: World) -> None:
    scene = await a_scene(world)
    await routed(world, "legal", "risk")
    legal, risk = await world.person(Role.LEGAL_REVIEWER), await world.person(Role.COMPLIANCE_REVIEWER)
    agreement = await scene.confirmed(await scene.moved(await scene.drafted(), "submit", "start-review"))
    reviews = f"{URL}/{agreement['id']}/reviews"
    for person, step, expected in ((legal, "legal", []), (risk, "risk", ["agreement_to_decide"])):
        assert await tasks(scene.office) == []
        done(await person.http.post(reviews, json={"step": step, "decision": "approved"}), 201)
        assert await tasks(scene.office) == expected
    await worked(world)
    assert "agreement_to_decide" in await kinds(world, scene.office)


async def test_who_was_asked_hears_that_it_was_withdrawn_and_a_draft_is_nobody_s_news(world: World) -> None:
    scene = await a_scene(world)
    await scene.moved(await scene.drafted(), "withdraw")
    await scene.moved(await scene.drafted(), "submit", "withdraw")
    await worked(world)
    for person in (scene.principal, scene.other_principal, scene.coordinator, scene.admin):
        assert await answers(world, person, "agreement_stopped") == ["withdrawn"]


async def test_a_rejection_reaches_the_schools_that_were_asked(world: World) -> None:
    scene = await a_scene(world)
    agreement = await scene.confirmed(await scene.moved(await scene.drafted(scene.admin), "submit", "start-review"))
    done(await scene.office.http.post(f"{URL}/{agreement['id']}/reject", json={"reason": "Not this year"}))
    await worked(world)
    assert "agreement_rejected" in await kinds(world, scene.principal)


async def test_what_takes_another_s_place_is_told_where_it_is_the_case(world: World) -> None:
    scene = await a_scene(world)
    old = await scene.executed()
    amendment = done(await scene.office.http.post(f"{URL}/{old['id']}/amendments"), 201)
    await worked(world)
    done(
        await scene.office.http.patch(
            f"{URL}/{amendment['id']}", json={"ends_on": "2021-05-28"}, headers=match(amendment)
        )
    )
    agreement = await scene.confirmed(await scene.moved(amendment, "submit", "start-review"))
    await signed(scene, agreement)
    await worked(world)
    for person in (scene.principal, scene.admin):
        assert "amended" in await answers(world, person, "agreement_stopped")


async def signed(scene: Scene, agreement: dict[str, Any]) -> None:
    agreement = await scene.moved(agreement, "approve", "send-for-signature")
    done(await sign(scene.partner_signatory, agreement["id"]))
    done(await sign(scene.signatory, agreement["id"]))


async def test_the_word_at_the_annual_revisit_reaches_the_other_side_and_an_end_the_office(world: World) -> None:
    scene = await a_scene(world)
    agreement = await an_agreement(
        world, partner=scene.partner, programs=[scene.program], schools=[scene.alder, scene.birch]
    )
    revisit = await a_revisit(world, agreement=agreement)
    path = f"{URL}/{agreement}/revisits/{revisit}/answer"
    said = {
        "outcome": "confirmed",
        "exceptions": [{"school_id": str(scene.birch), "outcome": "end", "note": "No room"}],
    }
    done(await scene.admin.http.post(path, json=said))
    await worked(world)
    assert await answers(world, scene.principal, "revisit_answered") == ["partner_confirmed"]
    assert await answers(world, scene.other_principal, "revisit_answered") == ["partner_end"]
    assert await answers(world, scene.office, "revisit_answered") == ["partner_end"]
    done(await scene.principal.http.post(path, json={"outcome": "revised", "note": "Another day"}))
    await worked(world)
    assert await answers(world, scene.admin, "revisit_answered") == ["school_revised"]
    assert await answers(world, scene.office, "revisit_answered") == ["partner_end"]


async def test_whoever_started_a_long_spreadsheet_hears_that_it_is_in_and_nobody_else(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await some_schools(world)
    office, other = await world.person(Role.PARTNERSHIP_OFFICE), await world.person(Role.PARTNERSHIP_OFFICE)
    header = ("Partner", "EIN", "Program", "Schools", "Start", "End")
    short = await Desk.bring(
        office.http, csv_of(header, ("Small Partner", "12-3456701", "Studio", "all", "2019-2020", "2019-2020"))
    )
    done(await office.http.post(f"{short.url}/check"))
    done(await office.http.post(f"{short.url}/commit"))
    await worked(world)
    assert await kinds(world, office) == [], "they have seen it"
    for move in limits.AT_ONCE:
        monkeypatch.setitem(limits.AT_ONCE, move, 0)
    desk = await Desk.bring(
        office.http, csv_of(header, ("Great Partner", "12-3456702", "Choir", "all", "2019-2020", "2019-2020"))
    )
    done(await office.http.post(f"{desk.url}/check"), 202)
    await work(world, desk.sheet["id"])
    done(await office.http.post(f"{desk.url}/commit"), 202)
    made = await office.http.post(
        "/api/v1/partners", json={"name": "Great Partner", "ein": "12-3456702", "org_type": "other"}
    )
    assert made.status_code == 201
    await work(world, desk.sheet["id"])
    await worked(world)
    assert await answers(world, office, "spreadsheet_done") == ["checked", "failed"]
    done(await office.http.post(f"{desk.url}/check"), 202)
    await work(world, desk.sheet["id"])
    done(await office.http.post(f"{desk.url}/commit"), 202)
    await work(world, desk.sheet["id"])
    await worked(world)
    assert await answers(world, office, "spreadsheet_done") == ["checked", "failed", "checked", "committed"]
    assert await kinds(world, other) == []


async def test_the_office_hears_that_a_school_asks_to_join_and_the_school_what_the_office_says(world: World) -> None:
    scene = await a_scene(world)
    elsewhere = await world.person(Role.SCHOOL_LEADER, schools=[])
    paid = await world.person(Role.PARTNERSHIP_OFFICE, employer=scene.partner)
    agreement = await an_agreement(world, partner=scene.partner, programs=[scene.program], schools=[scene.alder])
    asking, wishes = f"{URL}/{agreement}/join-requests", "/api/v1/join-requests"
    body = {"school_id": str(scene.birch)}

    async def asked(by: Person) -> str:
        return str(done(await by.http.post(asking, json=body), 201)["id"])

    back = await asked(scene.other_principal)
    done(await scene.other_principal.http.post(f"{wishes}/{back}/withdraw"))
    refused = await asked(scene.other_principal)
    done(await scene.office.http.post(f"{wishes}/{refused}/refuse", json={"reason": "It is full"}))
    accepted = await asked(scene.other_principal)
    done(await scene.office.http.post(f"{wishes}/{accepted}/accept"))
    await worked(world)
    assert await answers(world, scene.office, "join_asked") == [None, None, None]
    for person in (scene.other_principal, scene.coordinator):
        assert await answers(world, person, "join_answered") == ["refused", "accepted"]
        assert "school_to_confirm" not in await kinds(world, person), "its word was given by asking"
    for person in (scene.principal, elsewhere, paid):
        assert not {"join_asked", "join_answered"} & set(await kinds(world, person))
    (shown, _) = done(await scene.other_principal.http.get("/api/v1/me/notices", params={"kind": "join_answered"}))[
        "items"
    ]
    assert shown["words"].startswith("The office said yes: Birchwell School joined")
    assert page_of("join_answered", "agreement", agreement, {"school": shown["school"]}) == f"schools/{scene.birch}"


async def test_a_coordinator_s_wish_that_the_office_grants_waits_for_the_principal(world: World) -> None:
    scene = await a_scene(world)
    agreement = await an_agreement(world, partner=scene.partner, programs=[scene.program], schools=[scene.alder])
    body = {"school_id": str(scene.birch)}
    wish = done(await scene.coordinator.http.post(f"{URL}/{agreement}/join-requests", json=body), 201)
    done(await scene.office.http.post(f"/api/v1/join-requests/{wish['id']}/accept"))
    await worked(world)
    assert await kinds(world, scene.other_principal) == ["join_answered", "school_to_confirm"]
    assert await answers(world, scene.coordinator, "join_answered") == ["offered"]


async def test_each_side_hears_what_the_other_says_about_other_districts(world: World) -> None:
    scene = await a_scene(world)
    agreement, opening = await opened(scene)
    by_partner = {"reason": "No staff left"}
    done(await scene.admin.http.post(f"{OPENINGS}/{opening['id']}/close", json=by_partner))
    second = await proposed(scene, agreement)
    done(await scene.admin.http.post(f"{OPENINGS}/{second['id']}/refuse", json={"reason": "Not again"}))
    third = await proposed(scene, agreement)
    done(await scene.admin.http.post(f"{OPENINGS}/{third['id']}/agree"))
    done(await scene.office.http.post(f"{OPENINGS}/{third['id']}/close", json={"reason": "Enough"}))
    await worked(world)
    for person in (scene.admin, scene.partner_signatory):
        assert await answers(world, person, "opening_asked") == [None, None, None]
        assert await answers(world, person, "opening_answered") == ["closed_district"]
    assert await answers(world, scene.office, "opening_answered") == ["agreed", "closed_partner", "refused", "agreed"]
    for person in (scene.principal, scene.signatory):
        assert not {"opening_asked", "opening_answered"} & set(await kinds(world, person))


def test_every_kind_is_said_in_both_languages_with_the_same_parts() -> None:
    english, spanish = LANGUAGES["en"], LANGUAGES["es"]
    assert english.keys() == spanish.keys()
    partner, school = {"id": "1", "name": "Riverbend"}, {"id": "2", "name": "Alder"}
    facts = {"title": "endorsement", "partner": partner, "school": school, "count": 2, "on": "2020-02-26"}
    facts["days_left"] = 30
    for kind in KINDS:
        found = [name for name in english if name == kind or name.startswith(f"{kind}.")]
        assert found, kind
        for name in found:
            answer = name.partition(".")[2] or None
            said = {locale: sentence(kind, {**facts, "answer": answer}, locale) for locale in ("en", "es")}
            assert said["en"] != said["es"]
            assert not {"{", "}"} & set("".join(said.values()))
