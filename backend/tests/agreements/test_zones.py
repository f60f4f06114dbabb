"""One instant is several days between Hawaii and Guam: an agreement ends by its district's own day (rule E1 a)."""

from datetime import UTC, date, datetime, timedelta

import pytest

from alongside.agreements.rules import IN_FORCE, effective_status, signed_late, takes_effect_on
from alongside.core import clock
from alongside.core.clock import day_in
from alongside.identity.scopes import Role
from tests.agreements.factories import an_agreement
from tests.agreements.scene import URL, a_scene, done
from tests.world import World

LAST = date(2020, 6, 30)
LAST_INSTANTS = [
    ("Pacific/Honolulu", datetime(2020, 7, 1, 9, 59, 59, tzinfo=UTC)),
    ("America/Chicago", datetime(2020, 7, 1, 4, 59, 59, tzinfo=UTC)),
    ("Pacific/Guam", datetime(2020, 6, 30, 13, 59, 59, tzinfo=UTC)),
]


@pytest.mark.parametrize(
    ("zone", "instant", "expected"),
    [
        ("Pacific/Honolulu", datetime(2020, 7, 1, 9, 59, tzinfo=UTC), "expiring_soon"),
        ("Pacific/Honolulu", datetime(2020, 7, 1, 10, 0, tzinfo=UTC), "expired"),
        ("America/Chicago", datetime(2020, 7, 1, 4, 59, tzinfo=UTC), "expiring_soon"),
        ("America/Chicago", datetime(2020, 7, 1, 5, 0, tzinfo=UTC), "expired"),
        ("UTC", datetime(2020, 6, 30, 23, 59, tzinfo=UTC), "expiring_soon"),
        ("UTC", datetime(2020, 7, 1, 0, 0, tzinfo=UTC), "expired"),
        ("Pacific/Guam", datetime(2020, 6, 30, 13, 59, tzinfo=UTC), "expiring_soon"),
        ("Pacific/Guam", datetime(2020, 6, 30, 14, 0, tzinfo=UTC), "expired"),
    ],
)
def test_the_last_day_ends_at_the_district_s_own_midnight(zone: str, instant: datetime, expected: str) -> None:
    day = day_in(zone, None, instant)
    assert effective_status("executed", date(2019, 7, 1), LAST, day) == expected


def test_between_two_terms_with_a_gap_nothing_is_in_force_and_a_late_signature_fills_none_of_it() -> None:
    first, second = (date(2019, 7, 1), LAST), (date(2020, 8, 24), date(2021, 6, 11))
    for day in (date(2020, 7, 1), date(2020, 8, 23)):
        assert effective_status("executed", *first, day) == "expired"
        assert effective_status("executed", *second, day) == "scheduled"
    signed_on = date(2020, 9, 2)
    begun = takes_effect_on(second[0], signed_on)
    assert (begun, signed_late(second[0], signed_on)) == (signed_on, True)
    assert effective_status("executed", begun, second[1], date(2020, 9, 1)) == "scheduled"
    assert effective_status("executed", begun, second[1], signed_on) in IN_FORCE


@pytest.mark.parametrize(("zone", "last_instant"), LAST_INSTANTS)
async def test_record_and_list_turn_at_the_district_s_midnight_wherever_the_server_is(
    world: World, monkeypatch: pytest.MonkeyPatch, zone: str, last_instant: datetime
) -> None:
    scene = await a_scene(world)
    covered = {"programs": [scene.program], "schools": [scene.alder]}
    agreement = await an_agreement(world, partner=scene.partner, starts_on=date(2019, 7, 1), ends_on=LAST, **covered)
    await world.owner.execute(
        "update tenant set time_zone = $1, pinned_today = null where id = $2", zone, world.tenant_id
    )
    for instant, day, expected in (
        (last_instant, "2020-06-30", "expiring_soon"),
        (last_instant + timedelta(seconds=1), "2020-07-01", "expired"),
    ):
        monkeypatch.setattr(clock, "now", lambda instant=instant: instant)
        office = await world.person(Role.PARTNERSHIP_OFFICE)
        assert done(await office.http.get("/api/v1/me"))["tenant"]["today"] == day
        read = done(await office.http.get(f"{URL}/{agreement}"))
        assert read["effective_status"] == expected
        found = done(await office.http.get(URL, params={"effective": expected}))
        assert [each["id"] for each in found["items"]] == [str(agreement)]
        # whoever asks for a day gets that day, wherever they are
        asked = done(await office.http.get(f"{URL}/{agreement}", params={"effective_on": "2020-06-30"}))
        assert asked["effective_status"] == "expiring_soon"
