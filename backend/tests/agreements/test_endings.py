"""Every worked example of domain rules E1 to E3: dates, expiry, renewal, lapse, amendment, on hold, termination,
supersession and a school that closes; each through the API, on the days on which it turns."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from alongside.agreements import rules
from alongside.agreements.queries import covers_for
from alongside.identity.queries import get_person
from alongside.identity.scopes import Role
from tests.agreements.factories import a_revisit, an_agreement, an_expectation
from tests.agreements.scene import URL, Scene, a_scene, done, match, moves, sign
from tests.agreements.settings import set_to
from tests.partners.factories import a_program
from tests.schools.factories import a_school, a_school_year
from tests.world import TODAY, World

REASON = {"reason": "A new building"}
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


@pytest.fixture
async def scene(world: World) -> Scene:
    return await a_scene(world)


async def signed(scene: Scene, **values: Any) -> UUID:
    own = {"programs": [scene.program], "schools": [scene.alder, scene.birch], **values}
    return await an_agreement(scene.world, partner=scene.partner, **own)


async def on(scene: Scene, agreement: object, day: date) -> str:
    """What record and list say it is on a day; both have to say the same."""
    read = done(await scene.office.http.get(f"{URL}/{agreement}", params={"effective_on": day.isoformat()}))
    listed = done(await scene.office.http.get(URL, params={"effective_on": day.isoformat(), "limit": "100"}))
    row = next(each for each in listed["items"] if each["id"] == str(agreement))
    assert (row["effective_status"], row["days_left"]) == (read["effective_status"], read["days_left"])
    for effective in ("scheduled", "active", "expiring_soon", "expired"):
        found = done(await scene.office.http.get(URL, params={"effective_on": day.isoformat(), "effective": effective}))
        assert (str(agreement) in {each["id"] for each in found["items"]}) == (row["effective_status"] == effective)
    status: str = row["effective_status"]
    return status


async def covering(scene: Scene, school: UUID, day: date) -> set[UUID]:
    """The agreements in force that cover the program at a school on a day."""
    world = scene.world
    caller = await get_person(world.database, scene.office.id, world.tenant_id)
    pair = (scene.program, school)
    found = await covers_for(world.database.read(caller), caller, [pair], day)
    return {each["agreement_id"] for each in found.get(pair, []) if each["status"] in rules.IN_FORCE}


async def terminate(scene: Scene, agreement: object, by: Any = None, **body: Any) -> dict[str, Any]:
    answer = await (by or scene.office).http.post(f"{URL}/{agreement}/terminate", json={**REASON, **body})
    return done(answer)


# ---- E1: dates


async def test_e1_b_both_days_belong_to_it_and_it_is_expired_from_the_day_after(scene: Scene) -> None:
    agreement = await signed(scene, starts_on=date(2019, 7, 1), ends_on=date(2020, 6, 30))
    told = {day: await on(scene, agreement, day) for day in (
        date(2019, 6, 30), date(2019, 7, 1), date(2020, 3, 31), date(2020, 4, 1), date(2020, 6, 30), date(2020, 7, 1),
    )}  # fmt: skip
    assert list(told.values()) == ["scheduled", "active", "active", "expiring_soon", "expiring_soon", "expired"]


async def test_e1_e_today_the_last_day_it_ends_in_zero_days(scene: Scene) -> None:
    agreement = await signed(scene, ends_on=TODAY)
    read = done(await scene.office.http.get(f"{URL}/{agreement}"))
    assert (read["effective_status"], read["days_left"]) == ("expiring_soon", 0)


async def test_e1_c_a_term_of_one_day_is_a_term(scene: Scene) -> None:
    agreement = await signed(scene, starts_on=TODAY, ends_on=TODAY)
    assert [await on(scene, agreement, day) for day in (YESTERDAY, TODAY, TOMORROW)] == [
        "scheduled", "expiring_soon", "expired",
    ]  # fmt: skip


async def test_e1_d_signed_late_it_counts_from_the_signature_and_covers_no_day_before(scene: Scene) -> None:
    late = await scene.executed(starts_on="2020-01-06", ends_on="2020-06-12")
    assert (late["effective_on"], late["warnings"][0]["code"]) == (TODAY.isoformat(), "signed_late")
    assert [await on(scene, late["id"], day) for day in (date(2020, 1, 6), YESTERDAY, TODAY)] == [
        "scheduled", "scheduled", "active",
    ]  # fmt: skip
    assert await covering(scene, scene.alder, YESTERDAY) == set()


async def test_e1_g_a_leap_day_s_term_ends_on_the_eve_of_the_twenty_eighth_and_its_renewal_starts_then(
    scene: Scene,
) -> None:
    assert rules.one_year_term(date(2020, 2, 29)) == date(2021, 2, 27)
    old = await signed(scene, starts_on=date(2020, 2, 29), ends_on=date(2021, 2, 27))
    assert [await on(scene, old, day) for day in (date(2020, 2, 28), date(2020, 2, 29), date(2021, 2, 28))] == [
        "scheduled", "active", "expired",
    ]  # fmt: skip
    new = done(await scene.office.http.post(f"{URL}/{old}/renewals"), 201)
    assert (new["starts_on"], new["ends_on"]) == ("2021-02-28", "2022-02-27")


# ---- E2: expiry, renewal, lapse


async def test_e2_a_renewal_opens_early_enough_for_its_review_route_and_the_district_may_say_otherwise(
    scene: Scene,
) -> None:
    plain = await signed(scene, ends_on=TODAY + timedelta(days=121))
    long = await signed(scene, type="services_contract", ends_on=TODAY + timedelta(days=150))
    opens = [done(await scene.office.http.get(f"{URL}/{each}"))["renewal_opens_on"] for each in (plain, long)]
    assert opens == [TOMORROW.isoformat(), TODAY.isoformat()]
    assert await to_renew(scene) == {str(long)}
    await set_to(scene.office, renewal_leads=[{"type": "mou", "days": 200}])
    assert await to_renew(scene) == {str(plain), str(long)}
    await set_to(scene.office, renewal_leads=[{"type": "mou", "days": None}])
    assert await to_renew(scene) == {str(long)}


async def to_renew(scene: Scene) -> set[str]:
    tasks = done(await scene.office.http.get("/api/v1/me/tasks"))["items"]
    return {each["id"] for each in tasks if each["kind"] == "agreement_ending"}


async def test_e2_a_renewal_under_way_is_no_task_any_more_and_a_draft_does_not_extend_the_old(scene: Scene) -> None:
    old = await signed(scene, ends_on=TODAY + timedelta(days=10))
    assert await to_renew(scene) == {str(old)}
    done(await scene.office.http.post(f"{URL}/{old}/renewals"), 201)
    assert await to_renew(scene) == set()
    assert await on(scene, old, TODAY + timedelta(days=11)) == "expired"


async def test_e2_in_the_gap_before_a_renewal_nothing_covers_and_a_late_signature_fills_none_of_it(
    scene: Scene,
) -> None:
    old = await signed(scene, ends_on=date(2020, 1, 10))
    new = await signed(
        scene, starts_on=date(2020, 1, 20), effective_on=date(2020, 1, 24), ends_on=date(2021, 1, 9), renews_id=old
    )
    told = {day: await covering(scene, scene.alder, date(2020, 1, day)) for day in (10, 11, 20, 23, 24)}
    assert told == {10: {old}, 11: set(), 20: set(), 23: set(), 24: {new}}


async def lapse(scene: Scene, agreement: object) -> Any:
    return done(await scene.office.http.get(f"{URL}/{agreement}"))["lapse"]


async def two_school_years(scene: Scene) -> None:
    await a_school_year(scene.world, first_day_on=date(2019, 9, 3), last_day_on=date(2020, 6, 16))
    await a_school_year(
        scene.world, label="2020-2021", first_day_on=date(2020, 9, 8), last_day_on=date(2021, 6, 22)
    )  # fmt: skip


async def test_e2_a_lapse_from_1_july_to_the_first_day_of_instruction_is_missed_by_nobody(scene: Scene) -> None:
    await two_school_years(scene)
    after_school = await a_program(scene.world, partner=scene.partner, name="Tutors", times_of_day=["after_school"])
    old = await signed(scene, programs=[after_school], ends_on=date(2020, 6, 30))
    assert await lapse(scene, old) == {"from_on": "2020-07-01", "through_on": None, "missed_from": "2020-09-08"}
    late = await signed(
        scene, programs=[after_school], starts_on=date(2020, 9, 8), ends_on=date(2021, 6, 30), renews_id=old
    )
    assert await lapse(scene, old) == {"from_on": "2020-07-01", "through_on": "2020-09-07", "missed_from": None}
    # signed late it takes effect late, and the days of instruction before it are missed
    await scene.world.rows("update agreement set effective_on = '2020-09-14' where id = $1", late)
    assert await lapse(scene, old) == {
        "from_on": "2020-07-01", "through_on": "2020-09-13", "missed_from": "2020-09-08",
    }  # fmt: skip
    assert await on(scene, old, date(2020, 7, 1)) == "expired", "a lapse that nobody misses is a lapse"


async def test_e2_a_lapse_is_missed_at_once_by_what_runs_in_summer_or_does_not_say(scene: Scene) -> None:
    await two_school_years(scene)
    programs = {
        name: await a_program(scene.world, partner=scene.partner, name=name, times_of_day=times)
        for name, times in {"Tutors": ["after_school"], "All year": ["school_day", "summer"], "Silent": []}.items()
    }
    for name in ("All year", "Silent"):
        ending = await signed(scene, programs=[programs["Tutors"], programs[name]], ends_on=date(2020, 6, 30))
        assert (await lapse(scene, ending))["missed_from"] == "2020-07-01"
    early = await signed(scene, programs=[programs["Tutors"]], ends_on=date(2020, 6, 12))
    assert (await lapse(scene, early))["missed_from"] == "2020-06-13", "school is in session until 16 June"


async def test_e2_without_a_gap_without_cover_and_before_signing_there_is_no_lapse(scene: Scene) -> None:
    old = await signed(scene, ends_on=date(2020, 6, 30))
    assert (await lapse(scene, old))["missed_from"] == "2020-07-01", "no days of instruction are known"
    new = await signed(scene, starts_on=date(2020, 7, 1), ends_on=date(2021, 6, 30), renews_id=old)
    assert await lapse(scene, old) is None, "30 June and 1 July meet"
    assert (await lapse(scene, new))["from_on"] == "2021-07-01"
    assert await lapse(scene, await signed(scene, status="draft")) is None
    assert await lapse(scene, await signed(scene, type="space_use")) is None


async def test_e1_f_an_agreement_of_the_school_year_leaves_the_summer_to_one_of_its_own(scene: Scene) -> None:
    await two_school_years(scene)
    camp = await a_program(scene.world, partner=scene.partner, name="Camp", times_of_day=["summer"])
    summer = await signed(
        scene, programs=[camp], term_kind="summer", starts_on=date(2020, 6, 17), ends_on=date(2020, 9, 7)
    )
    assert await lapse(scene, summer) == {"from_on": "2020-09-08", "through_on": None, "missed_from": "2021-06-23"}


async def renewal_task(scene: Scene, agreement: object, day: date) -> Any:
    tasks = done(await scene.office.http.get("/api/v1/me/tasks", params={"effective_on": day.isoformat()}))["items"]
    return next(each for each in tasks if each["kind"] == "agreement_ending" and each["id"] == str(agreement))


async def test_e2_what_rests_in_summer_is_to_be_settled_while_school_is_in_session(scene: Scene) -> None:
    await two_school_years(scene)
    tutors = await a_program(scene.world, partner=scene.partner, name="Tutors", times_of_day=["after_school"])
    camp = await a_program(scene.world, partner=scene.partner, name="Camp", times_of_day=["after_school", "summer"])
    resting = await signed(scene, programs=[tutors], ends_on=date(2020, 6, 30))
    rests = {"ends_on": "2020-06-30", "last_day_on": "2020-06-16", "missed_from": "2020-09-08"}
    for day, due, urgency in (
        (date(2020, 5, 4), "2020-06-16", "later"),
        (date(2020, 6, 16), "2020-06-16", "this_week"),
        (date(2020, 6, 17), "2020-06-30", "later"),
    ):
        task = await renewal_task(scene, resting, day)
        assert (task["rests"], task["due_on"], task["urgency"]) == (rests, due, urgency)
    for programs, ends_on in (([tutors, camp], date(2020, 6, 30)), ([tutors], date(2020, 6, 12)), ([], TODAY)):
        running = await signed(scene, programs=programs, ends_on=ends_on)
        task = await renewal_task(scene, running, min(ends_on, date(2020, 5, 4)))
        assert (task["rests"], task["due_on"]) == (None, ends_on.isoformat())


async def test_e2_what_was_terminated_is_not_renewed_only_replaced(scene: Scene) -> None:
    old = await signed(scene)
    ended = await terminate(scene, old)
    assert ended["follow_ups"] == [
        {"kind": "replacement", "needs": [], "without": [], "asks_reason": False, "warnings": []}
    ]
    refused = await scene.office.http.post(f"{URL}/{old}/renewals")
    assert (refused.status_code, refused.json()["needs"]) == (409, ["fully_signed"])
    new = done(await scene.office.http.post(f"{URL}/{old}/replacements"), 201)
    assert (new["supersedes"]["id"], new["starts_on"], new["ends_on"]) == (str(old), TODAY.isoformat(), "2020-06-12")
    assert done(await scene.office.http.get(f"{URL}/{old}"))["replacement"]["id"] == new["id"]


# ---- E3: overlap


async def test_e3_one_ends_on_the_thirtieth_of_june_the_other_starts_on_it_or_the_day_after(scene: Scene) -> None:
    await signed(scene, starts_on=date(2019, 7, 1), ends_on=date(2020, 6, 30))
    same_day = await scene.drafted(starts_on="2020-06-30", ends_on="2021-06-30")
    assert moves(same_day)["submit"] == ["no_overlap"]
    day_after = await scene.drafted(starts_on="2020-07-01", ends_on="2021-06-30")
    assert moves(day_after)["submit"] == []


async def test_e3_what_was_ended_or_replaced_stands_in_nobody_s_way(scene: Scene) -> None:
    for status in rules.ENDED:
        await signed(scene, status=status, ceases_on=TODAY)
    assert moves(await scene.drafted())["submit"] == []


async def test_e3_what_replaces_another_does_not_overlap_with_it(scene: Scene) -> None:
    old = await signed(scene)
    new = done(await scene.office.http.post(f"{URL}/{old}/replacements"), 201)
    assert (moves(new)["submit"], new["overlaps"]) == ([], [])


async def test_e3_a_school_that_closes_is_covered_until_its_closing_and_the_record_stays(scene: Scene) -> None:
    agreement = await signed(scene)
    await scene.world.rows(
        "update school set status = 'closed', closed_on = $1 where id = $2", date(2020, 2, 1), scene.birch
    )
    assert await covering(scene, scene.birch, date(2020, 1, 31)) == {agreement}
    assert await covering(scene, scene.birch, date(2020, 2, 1)) == set()
    assert await covering(scene, scene.alder, date(2020, 2, 1)) == {agreement}

    async def warned() -> list[str]:
        return [each["code"] for each in done(await scene.office.http.get(f"{URL}/{agreement}"))["warnings"]]

    assert await warned() == [], "it is open until the eve"
    await scene.world.rows("update school set closed_on = $1 where id = $2", TODAY, scene.birch)
    assert await warned() == ["school_closed"]
    await scene.world.rows("update school set closed_on = null where id = $1", scene.birch)
    assert await covering(scene, scene.birch, TODAY) == set()


async def test_e3_a_plan_that_does_not_bind_never_clears(scene: Scene) -> None:
    agreement = await signed(scene, type="collaboration_plan", is_binding=False)
    caller = await get_person(scene.world.database, scene.office.id, scene.world.tenant_id)
    pair = (scene.program, scene.alder)
    (cover,) = (await covers_for(scene.world.database.read(caller), caller, [pair], TODAY))[pair]
    assert (cover["agreement_id"], cover["status"], cover["clears"]) == (agreement, "active", False)


# ---- amendment


async def amended(scene: Scene, old: object, **values: Any) -> dict[str, Any]:
    """An amendment of it, signed by everybody."""
    new = done(await scene.office.http.post(f"{URL}/{old}/amendments"), 201)
    new = done(await scene.office.http.patch(f"{URL}/{new['id']}", json=values, headers=match(new)))
    return await through(scene, new)


async def through(scene: Scene, new: dict[str, Any]) -> dict[str, Any]:
    """All the way to the last signature."""
    new = await scene.moved(new, "submit", "start-review")
    for each in new["schools"]:
        person = scene.principal if each["school"]["id"] == str(scene.alder) else scene.other_principal
        done(await person.http.post(f"{URL}/{new['id']}/schools/{each['school']['id']}/confirm"))
    new = await scene.moved(new, "approve", "send-for-signature")
    done(await sign(scene.partner_signatory, new["id"]))
    return done(await sign(scene.signatory, new["id"]))


async def test_an_amendment_says_from_its_first_day_on_what_is_covered_and_the_text_before_stays(scene: Scene) -> None:
    old = await signed(scene)
    new = await amended(scene, old, starts_on="2020-02-03", school_ids=[str(scene.alder)], purpose="Calmer mornings")
    eve, first = date(2020, 2, 2), date(2020, 2, 3)
    assert await covering(scene, scene.birch, eve) == {old}
    assert await covering(scene, scene.birch, first) == set()
    assert await covering(scene, scene.alder, first) == {UUID(new["id"])}
    read = done(await scene.office.http.get(f"{URL}/{old}"))
    assert (read["amended_from"], read["status"], read["purpose"]) == ("2020-02-03", "executed", None)
    assert [each["code"] for each in read["warnings"]] == ["amended"]
    log = await scene.world.rows("select kind, changed from log where object_id = $1", old)
    assert [row["kind"] for row in log] == ["agreement.amended"]


async def test_an_amendment_moves_the_last_day_of_what_it_changes_and_with_it_reminders_and_revisits(
    scene: Scene,
) -> None:
    old = await signed(scene, ends_on=date(2020, 6, 12))
    await a_revisit(scene.world, agreement=old, opens_on=date(2020, 4, 13), due_on=date(2020, 6, 12))
    await amended(scene, old, starts_on="2020-02-03", ends_on="2021-06-11")
    read = done(await scene.office.http.get(f"{URL}/{old}"))
    assert (read["ends_on"], read["effective_status"]) == ("2021-06-11", "active")
    due = await scene.world.rows("select due_on from revisit where agreement_id = $1 order by due_on", old)
    assert [row["due_on"] for row in due] == [date(2020, 6, 30), date(2021, 6, 11)]


async def test_a_second_amendment_takes_the_place_of_the_first(scene: Scene) -> None:
    old = await signed(scene)
    first = await amended(scene, old, starts_on="2020-02-03")
    second = await amended(scene, old, starts_on="2020-03-02", purpose="Quieter halls")
    assert await on(scene, first["id"], date(2020, 3, 1)) in rules.IN_FORCE
    assert await on(scene, first["id"], date(2020, 3, 2)) == "superseded"
    assert await covering(scene, scene.alder, date(2020, 3, 1)) == {UUID(first["id"])}
    assert await covering(scene, scene.alder, date(2020, 3, 2)) == {UUID(second["id"])}
    third = done(await scene.office.http.post(f"{URL}/{old}/amendments"), 201)
    assert third["purpose"] == "Quieter halls"
    renewal = done(await scene.office.http.post(f"{URL}/{old}/renewals"), 201)
    assert renewal["purpose"] == "Quieter halls"


async def test_an_amendment_is_neither_renewed_amended_nor_ended_on_its_own(scene: Scene) -> None:
    old = await signed(scene)
    new = await amended(scene, old, starts_on="2020-02-03")
    new = done(await scene.office.http.get(f"{URL}/{new['id']}"))
    assert {each["kind"]: each["needs"] for each in new["follow_ups"]} == {
        "renewal": ["not_an_amendment"], "amendment": ["not_an_amendment"], "replacement": ["not_an_amendment"],
    }  # fmt: skip
    for verb in ("suspend", "terminate"):
        answer = await scene.office.http.post(f"{URL}/{new['id']}/{verb}", json=REASON)
        assert (answer.status_code, answer.json()["needs"]) == (409, ["own_end"])


async def test_what_happens_to_the_original_happens_to_its_amendment(scene: Scene) -> None:
    old = await signed(scene)
    new = await amended(scene, old, starts_on=TODAY.isoformat())
    done(await scene.office.http.post(f"{URL}/{old}/suspend", json=REASON))
    assert await covering(scene, scene.alder, TODAY) == set()
    assert await on(scene, new["id"], TODAY) == "suspended"
    done(await scene.office.http.post(f"{URL}/{old}/reinstate"))
    assert await covering(scene, scene.alder, TODAY) == {UUID(new["id"])}
    await terminate(scene, old, ceases_on="2020-03-02")
    assert await covering(scene, scene.alder, date(2020, 3, 1)) == {UUID(new["id"])}
    assert await covering(scene, scene.alder, date(2020, 3, 2)) == set()


async def test_an_amendment_begins_while_what_it_changes_runs(scene: Scene) -> None:
    old = await signed(scene)
    new = done(await scene.office.http.post(f"{URL}/{old}/amendments"), 201)
    for day in ("2019-08-25", "2020-06-13"):
        late = {"starts_on": day, "ends_on": "2020-12-18"}
        answer = await scene.office.http.patch(f"{URL}/{new['id']}", json=late, headers=match(new))
        error = answer.json()["errors"][0]
        assert (error["pointer"], error["code"]) == ("/starts_on", "outside_original")
    over = await signed(scene, type="moa", ends_on=YESTERDAY)
    refused = await scene.office.http.post(f"{URL}/{over}/amendments")
    assert (refused.status_code, refused.json()["needs"]) == (409, ["term_not_over"])


async def test_an_amendment_of_what_was_ended_meanwhile_is_not_signed(scene: Scene) -> None:
    old = await signed(scene)
    new = done(await scene.office.http.post(f"{URL}/{old}/amendments"), 201)
    new = await scene.confirmed(await scene.moved(new, "submit", "start-review"))
    new = await scene.moved(new, "approve", "send-for-signature")
    await terminate(scene, old)
    answer = await sign(scene.partner_signatory, new["id"])
    assert (answer.status_code, answer.json()["needs"]) == (409, ["original_runs"])


# ---- on hold


async def test_a_hold_counts_for_its_own_days_and_the_last_day_stays(scene: Scene) -> None:
    agreement = await signed(scene)
    done(await scene.office.http.post(f"{URL}/{agreement}/suspend", json=REASON))
    assert await on(scene, agreement, YESTERDAY) == "active"
    assert await on(scene, agreement, TODAY) == "suspended"
    await scene.world.rows("update agreement set held_from = $1 where id = $2", date(2020, 1, 20), agreement)
    back = done(await scene.office.http.post(f"{URL}/{agreement}/reinstate"))
    assert (back["ends_on"], back["effective_status"]) == ("2020-06-12", "active")
    assert back["holds"] == [{"from_on": "2020-01-20", "until_on": TODAY.isoformat(), "reason": "A new building"}]
    told = {day: await on(scene, agreement, date(2020, 1, day)) for day in (19, 20, 26, 27)}
    assert told == {19: "active", 20: "suspended", 26: "suspended", 27: "active"}
    assert await covering(scene, scene.alder, date(2020, 1, 26)) == set()


async def test_a_hold_that_ends_on_its_own_day_leaves_none(scene: Scene) -> None:
    agreement = await signed(scene)
    done(await scene.office.http.post(f"{URL}/{agreement}/suspend", json=REASON))
    assert done(await scene.office.http.post(f"{URL}/{agreement}/reinstate"))["holds"] == []


# ---- termination


async def test_with_notice_it_counts_until_the_eve_of_the_day_given_and_history_stays(scene: Scene) -> None:
    agreement = await signed(scene, notice_days=30)
    ended = await terminate(scene, agreement, ceases_on="2020-03-02", papers="Each side keeps its copies")
    assert (ended["status"], ended["effective_status"], ended["days_left"]) == ("terminated", "expiring_soon", 34)
    assert (ended["ceases_on"], ended["ends_on"], ended["warnings"][0]["code"]) == (
        "2020-03-02", "2020-06-12", "ends_early",
    )  # fmt: skip
    assert ended["notice"] == {
        "side": "district", "given_on": TODAY.isoformat(), "for_cause": False, "papers": "Each side keeps its copies",
        "given_by": {"id": str(scene.office.id), "name": "Renee Castellano"}, "paper_id": None,
        "student_data": None, "student_data_due_on": None,
    }  # fmt: skip
    told = [await on(scene, agreement, day) for day in (date(2019, 10, 1), date(2020, 3, 1), date(2020, 3, 2))]
    assert told == ["active", "expiring_soon", "terminated"]
    assert await covering(scene, scene.alder, date(2020, 3, 1)) == {agreement}
    assert await covering(scene, scene.alder, date(2020, 3, 2)) == set()


async def test_left_out_it_is_the_earliest_day_that_keeps_the_notice(scene: Scene) -> None:
    with_notice = await terminate(scene, await signed(scene, notice_days=30), by=scene.admin)
    assert (with_notice["ceases_on"], with_notice["notice"]["side"]) == ("2020-02-26", "partner")
    without = await terminate(scene, await signed(scene), by=scene.admin)
    assert (without["ceases_on"], without["effective_status"]) == (TODAY.isoformat(), "terminated")


@pytest.mark.parametrize(
    ("values", "body", "code"),
    [
        ({}, {"ceases_on": "2020-01-26"}, "back_dated"),
        ({}, {"ceases_on": "2020-06-13"}, "after_last_day"),
        ({"notice_days": 30}, {"ceases_on": "2020-02-25"}, "notice_too_short"),
        ({"notice_days": 365}, {}, "after_last_day"),
    ],
)
async def test_a_day_that_cannot_be_is_refused_at_its_field(
    scene: Scene, values: dict[str, Any], body: dict[str, Any], code: str
) -> None:
    agreement = await signed(scene, **values)
    answer = await scene.office.http.post(f"{URL}/{agreement}/terminate", json={**REASON, **body})
    error = answer.json()["errors"][0]
    assert (answer.status_code, error["pointer"], error["code"]) == (422, "/ceases_on", code)
    assert await on(scene, agreement, TODAY) == "active"


async def test_for_a_cause_the_office_ends_it_today_and_the_partner_keeps_the_notice(scene: Scene) -> None:
    agreement = await signed(scene, notice_days=30)
    answer = await scene.admin.http.post(f"{URL}/{agreement}/terminate", json={**REASON, "for_cause": True})
    assert answer.json()["errors"][0]["pointer"] == "/for_cause"
    ended = await terminate(scene, agreement, for_cause=True)
    assert (ended["ceases_on"], ended["effective_status"]) == (TODAY.isoformat(), "terminated")


async def test_what_has_expired_is_not_ended_again(scene: Scene) -> None:
    over = await signed(scene, ends_on=YESTERDAY)
    answer = await scene.office.http.post(f"{URL}/{over}/terminate", json=REASON)
    assert (answer.status_code, answer.json()["needs"]) == (409, ["term_not_over"])


async def test_the_notice_may_be_a_paper_of_this_agreement_and_of_no_other(scene: Scene) -> None:
    agreement, other = await signed(scene), await signed(scene, type="moa")
    files = {"file": ("notice.pdf", b"%PDF-1.7 notice")}
    paper = done(await scene.office.http.post(f"{URL}/{agreement}/documents", files=files), 201)["documents"][0]["id"]
    wrong = await scene.office.http.post(f"{URL}/{other}/terminate", json={**REASON, "paper_id": paper})
    assert wrong.json()["errors"][0]["pointer"] == "/paper_id"
    assert (await terminate(scene, agreement, paper_id=paper))["notice"]["paper_id"] == paper


async def test_the_page_names_who_is_told_before_it_ends(scene: Scene) -> None:
    read = done(await scene.office.http.get(f"{URL}/{await signed(scene)}"))
    told = {each["party"]: set(each["names"]) for each in read["told_of_the_end"]}
    assert told == {
        "district": {"Renee Castellano"},
        "school": {"Marisol Vega", "Denise Okafor", "Omar Haddad"},
        "partner": {"Dana Fitch", "Tomas Reyes"},
    }
    assert (await terminate(scene, read["id"]))["told_of_the_end"] == []


# ---- supersession


async def test_what_is_replaced_counts_until_the_eve_of_the_other_s_first_day(scene: Scene) -> None:
    old = await signed(scene)
    new = done(await scene.office.http.post(f"{URL}/{old}/replacements"), 201)
    new = done(
        await scene.office.http.patch(f"{URL}/{new['id']}", json={"starts_on": "2020-03-02"}, headers=match(new))
    )
    assert await on(scene, old, date(2020, 3, 2)) == "active"
    new = await through(scene, new)
    read = done(await scene.office.http.get(f"{URL}/{old}"))
    assert (read["status"], read["ceases_on"], read["effective_status"]) == (
        "superseded",
        "2020-03-02",
        "expiring_soon",
    )
    assert (read["replacement"]["id"], read["allowed_moves"]) == (new["id"], [])
    told = {day: await covering(scene, scene.alder, date(2020, 3, day)) for day in (1, 2)}
    assert told == {1: {old}, 2: {UUID(new["id"])}}
    again = await scene.office.http.post(f"{URL}/{old}/replacements")
    assert (again.status_code, again.json()["needs"]) == (409, ["fully_signed", "not_replaced"])


async def test_what_would_have_been_replaced_goes_on_when_the_other_never_begins(scene: Scene) -> None:
    old = await signed(scene)
    new = done(await scene.office.http.post(f"{URL}/{old}/replacements"), 201)
    new = done(
        await scene.office.http.patch(f"{URL}/{new['id']}", json={"starts_on": "2020-03-02"}, headers=match(new))
    )
    new = await through(scene, new)
    await terminate(scene, new["id"])
    read = done(await scene.office.http.get(f"{URL}/{old}"))
    assert (read["status"], read["ceases_on"], read["effective_status"]) == ("executed", None, "active")
    assert await covering(scene, scene.alder, date(2020, 3, 2)) == {old}
    log = await scene.world.rows("select kind from log where object_id = $1 order by seq", old)
    assert [row["kind"] for row in log] == ["agreement.superseded", "agreement.restored"]


async def test_once_it_has_begun_ending_it_brings_nothing_back(scene: Scene) -> None:
    old = await signed(scene)
    new = done(await scene.office.http.post(f"{URL}/{old}/replacements"), 201)
    new = await through(scene, new)
    await terminate(scene, new["id"], ceases_on=TOMORROW.isoformat())
    assert await on(scene, old, TOMORROW) == "superseded"


async def test_nobody_makes_the_system_s_moves(scene: Scene) -> None:
    agreement = await signed(scene)
    for verb in ("supersede", "restore"):
        assert (await scene.office.http.post(f"{URL}/{agreement}/{verb}")).status_code in (404, 405)


# ---- the difference


async def test_a_renewal_shows_what_it_says_otherwise_than_last_year(scene: Scene) -> None:
    second = await a_program(scene.world, partner=scene.partner, name="Saturday Mentors")
    old = await signed(scene, purpose="Calm", notice_days=30)
    await an_expectation(scene.world, agreement=old, text="The gym")
    new = done(await scene.office.http.post(f"{URL}/{old}/renewals"), 201)
    at = f"{URL}/{new['id']}"
    said = {
        "purpose": "Calmer  mornings", "program_ids": [str(second)], "school_ids": [str(scene.alder)],
        "expectations": [{"party": "school", "topic": "space", "text": "The library"}],
    }  # fmt: skip
    done(await scene.office.http.patch(at, json=said, headers=match(new)))
    told = done(await scene.office.http.get(f"{at}/changes"))
    assert (told["how"], told["since"]["id"], told["is_same"]) == ("renews", str(old), False)
    assert {each["field"]: (each["before"], each["after"]) for each in told["fields"]} == {
        "starts_on": ("2019-08-26", "2020-08-26"), "ends_on": ("2020-06-12", "2021-06-12"),
        "purpose": ("Calm", "Calmer  mornings"),
    }  # fmt: skip
    assert {(each["kind"], each["change"], each["name"]) for each in told["names"]} == {
        ("program", "added", "Saturday Mentors"), ("program", "dropped", "Homeroom Mentors"),
        ("school", "dropped", "Birchwell School"),
    }  # fmt: skip
    assert [(each["change"], each["text"]) for each in told["promises"]] == [
        ("added", "The library"), ("dropped", "The gym"),
    ]  # fmt: skip
    nothing = done(await scene.office.http.get(f"{URL}/{old}/changes"))
    assert (nothing["since"], nothing["is_same"]) == (None, True)


async def test_who_may_see_and_start_what_follows(scene: Scene) -> None:
    agreement = await signed(scene)
    outsider = await scene.world.person(Role.SCHOOL_LEADER, schools=[await a_school(scene.world)])
    stranger = await scene.world.person(Role.PARTNERSHIP_OFFICE, tenant=scene.world.stranger_id)
    for person in (outsider, stranger):
        assert (await person.http.get(f"{URL}/{agreement}/changes")).status_code == 404
    assert (await stranger.http.post(f"{URL}/{agreement}/replacements")).status_code == 404
    assert (await scene.signatory.http.post(f"{URL}/{agreement}/replacements")).status_code == 403
    for address in ("changes", "replacements"):
        call = scene.world.anonymous().get if address == "changes" else scene.world.anonymous().post
        assert (await call(f"{URL}/{agreement}/{address}")).status_code == 401
