"""Who sees which agreements, and what a list may be asked."""

import re
from datetime import date, timedelta
from itertools import product
from random import Random
from typing import Any

import pytest
from sqlalchemy import select

from alongside.agreements import rules
from alongside.agreements.models import Agreement, AgreementHold
from alongside.agreements.queries import EFFECTIVE, EFFECTIVE_STATUS, covers_for
from alongside.agreements.queries.find import _page, shape_of, values_of
from alongside.agreements.schemas import AgreementFilters
from alongside.core.clock import new_id
from alongside.core.statements import TENANT, Query, columns, statement
from alongside.identity.principal import Principal
from alongside.identity.queries import get_person
from alongside.identity.scopes import Role, Scope
from tests.agreements.factories import a_signature, an_agreement
from tests.agreements.scene import URL, done
from tests.partners.factories import a_partner, a_program
from tests.schools.factories import a_school
from tests.world import TODAY, Person, World

a = columns(Agreement)


async def listed(person: Person, **query: Any) -> list[str]:
    """The titles of a list, in its order."""
    return [each["title"] for each in done(await person.http.get(URL, params=query))["items"]]


async def test_each_sees_what_is_theirs(world: World) -> None:
    alder, birch = await a_school(world), await a_school(world)
    ours, theirs = await a_partner(world), await a_partner(world)
    admin = await world.person(Role.PARTNER_ADMIN, partner=ours)
    people = {
        "office": await world.person(Role.PARTNERSHIP_OFFICE),
        "legal": await world.person(Role.LEGAL_REVIEWER),
        "principal": await world.person(Role.SCHOOL_LEADER, schools=[alder]),
        "coordinator": await world.person(Role.PARTNERSHIP_COORDINATOR, schools=[alder, birch]),
        "admin": admin,
        "staff": await world.person(Role.PARTNER_STAFF, partner=ours),
        "limited": await world.person(Role.PARTNER_STAFF, partner=ours, schools=[birch]),
    }
    made = {
        "at alder": {"partner": ours, "schools": [alder]},
        "at birch": {"partner": ours, "schools": [birch]},
        "everywhere": {"partner": theirs, "is_district_wide": True},
        "office draft": {"partner": ours, "schools": [alder], "status": "draft", "drafted_by": "district"},
        "partner draft": {"partner": ours, "schools": [birch], "status": "draft", "drafted_by": "partner"},
        "school draft": {"partner": ours, "schools": [birch], "status": "draft", "drafted_by": "school"},
        "rival draft": {"partner": theirs, "schools": [alder], "status": "draft", "drafted_by": "partner"},
        "sent": {"partner": ours, "schools": [alder], "status": "submitted", "drafted_by": "school"},
        "nowhere yet": {"partner": ours, "status": "draft", "author_id": people["principal"].id},
    }
    ids = {title: await an_agreement(world, title=title, **values) for title, values in made.items()}  # type: ignore[arg-type]
    sees = {
        "office": set(made),
        "legal": set(made),
        "principal": {"at alder", "everywhere", "office draft", "rival draft", "sent", "nowhere yet"},
        "coordinator": set(made) - {"nowhere yet"},
        "admin": {"at alder", "at birch", "partner draft", "sent"},
        "staff": {"at alder", "at birch", "partner draft", "sent"},
        "limited": {"at birch", "partner draft"},
    }
    for name, person in people.items():
        assert set(await listed(person)) == sees[name], name
        for title, agreement in ids.items():
            expected = 200 if title in sees[name] else 404
            assert (await person.http.get(f"{URL}/{agreement}")).status_code == expected, (name, title)
            assert (await person.http.get(f"{URL}/{agreement}/text")).status_code == expected, (name, title)
    whole = await world.machine(Scope.AGREEMENTS_READ)
    assert len(done(await whole.get(URL))["items"]) == len(made)
    one = await world.machine(Scope.AGREEMENTS_READ, schools=[birch])
    titles = {each["title"] for each in done(await one.get(URL))["items"]}
    assert titles == {"at birch", "everywhere", "partner draft", "school draft"}


async def test_a_row_tells_partner_programs_schools_and_whose_turn_it_is(world: World) -> None:
    partner = await a_partner(world, name="North Branch Mentors")
    program = await a_program(world, partner=partner, name="Homeroom Mentors")
    schools = {await a_school(world): "confirmed", await a_school(world): "pending", await a_school(world): "declined"}
    await an_agreement(world, status="in_review", partner=partner, programs=[program], schools=schools)
    out = await an_agreement(world, status="out_for_signature", title="Out", partner=partner)
    await a_signature(world, agreement=out, party="partner")
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    rows = {each["status"]: each for each in done(await office.http.get(URL))["items"]}
    row = rows["in_review"]
    assert row["partner"] == {"id": str(partner), "name": "North Branch Mentors"}
    assert row["programs"] == [{"id": str(program), "name": "Homeroom Mentors"}]
    assert row["schools"] == {"named": 3, "confirmed": 1, "declined": 1, "pending": 1}
    assert (row["waits_for"], row["days_left"]) == (["school", "district"], None)
    assert rows["out_for_signature"]["waits_for"] == ["district"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({}, ["Five", "Four", "Three", "Two", "One"]),
        ({"sort": "updated_at"}, ["One", "Two", "Three", "Four", "Five"]),
        ({"sort": "ends_on"}, ["Four", "One", "Five", "Three", "Two"]),
        ({"sort": "-ends_on"}, ["Two", "Three", "Five", "One", "Four"]),
        ({"status": "draft"}, ["Two"]),
        ({"effective": "expired"}, ["Four"]),
        ({"effective": "expiring_soon"}, ["One"]),
        ({"effective": "scheduled"}, ["Three"]),
        ({"effective": "active"}, ["Five"]),
        ({"effective": "in_force", "sort": "ends_on"}, ["One", "Five"]),
        ({"effective": "active", "effective_on": "2019-09-01"}, ["Five", "Four", "One"]),
        ({"effective": "in_force", "effective_on": "2020-12-31"}, ["Three"]),
        ({"type": "moa"}, ["Five"]),
        ({"ends_before": "2020-06-12"}, ["Four", "One"]),
        ({"ends_before": "2020-06-13"}, ["Five", "Four", "One"]),
        ({"q": "fI"}, ["Five"]),
        ({"q": "T-LIST-2"}, ["Two"]),
        ({"q": "zebra"}, ["Four"]),
    ],
)  # fmt: skip
async def test_filters_and_sorts(world: World, query: dict[str, str], expected: list[str]) -> None:
    start = date(2019, 8, 26)
    rows: list[dict[str, Any]] = [
        {"title": "One", "ends_on": date(2020, 3, 31)},
        {"title": "Two", "status": "draft", "ends_on": date(2021, 6, 11)},
        {"title": "Three", "starts_on": date(2020, 7, 1), "ends_on": date(2021, 6, 10)},
        {"title": "Four", "ends_on": date(2020, 1, 26), "partner": await a_partner(world, name="Zebra Club")},
        {"title": "Five", "ends_on": date(2020, 6, 12), "type": "moa"},
    ]
    for place, values in enumerate(rows, 1):
        await an_agreement(world, **{"starts_on": start, "number": f"T-LIST-{place}", **values})
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    assert await listed(office, **query) == expected


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("100%", ["100% now"]),
        ("a_b", ["a_b"]),
        ("\\", ["back\\slash"]),
        ("%", ["100% now"]),
        ("_", ["a_b"]),
    ],
)
async def test_what_is_typed_is_looked_for_as_it_is(world: World, typed: str, found: list[str]) -> None:
    """No character of a search is a wildcard."""
    for title in ("100% now", "100 now", "a_b", "axb", "back\\slash", "plain"):
        await an_agreement(world, title=title, number=f"T-{new_id().hex}")
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    assert await listed(office, q=typed) == found


async def test_lists_by_partner_school_and_program(world: World) -> None:
    alder, birch, partner = await a_school(world), await a_school(world), await a_partner(world)
    program = await a_program(world, partner=partner)
    await an_agreement(world, title="One", partner=partner, schools=[alder])
    await an_agreement(world, title="Two", partner=partner, schools=[alder, birch], programs=[program])
    await an_agreement(world, title="Wide", is_district_wide=True)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    assert await listed(office, partner=partner) == ["Two", "One"]
    assert await listed(office, school=birch) == ["Wide", "Two"]
    assert await listed(office, program=program) == ["Two"]
    assert await listed(office, school=alder, partner=partner, sort="updated_at") == ["One", "Two"]
    counted = done(await office.http.get(URL, params={"school": str(birch), "include_total": "true"}))
    assert counted["total"] == {"value": 2, "relation": "eq"}


async def test_pages_walk_every_row_once(world: World) -> None:
    for place in range(7):
        await an_agreement(world, title=str(place), ends_on=date(2020, 6, 12) + timedelta(days=place // 3))
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    for sort in ("ends_on", "-ends_on", "updated_at", "-updated_at"):
        titles: list[str] = []
        address: str | None = f"{URL}?limit=3&sort={sort}"
        while address is not None:
            page = done(await office.http.get(address))
            titles += [each["title"] for each in page["items"]]
            address = page["links"]["next"]
        assert sorted(titles) == [str(place) for place in range(7)], sort


@pytest.mark.parametrize(
    "query", ["status=asleep", "effective=executed", "sort=title", "owner=me", "effective_on=today"]
)
async def test_a_question_the_list_does_not_know_is_refused(world: World, query: str) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    assert (await office.http.get(f"{URL}?{query}")).status_code == 400


# ---- the same rule in Python and in SQL

NOTED = [date(2020, 2, 28), date(2020, 2, 29), date(2020, 3, 1), date(2020, 6, 30), date(2020, 7, 1), TODAY]
WINDOWS = (0, 1, 90, 366)


def _days(chance: Random) -> date:
    return chance.choice([*NOTED, date(2019, 6, 25) + timedelta(days=chance.randrange(740))])


@statement
def _statuses() -> Query:
    flags = [condition.label(name) for name, condition in EFFECTIVE.items()]
    own = (a.id, a.status, a.effective_on, a.ends_on, a.ceases_on, a.held_from)
    told = (*own, EFFECTIVE_STATUS.label("effective_status"))
    return select(*told, *flags).where(a.tenant_id == TENANT)


async def test_what_sql_says_of_a_day_is_what_the_rule_says(world: World) -> None:
    """Status and filters against `rules.effective_status`, for chance days and every day on which one turns."""
    chance = Random(20200127)
    partner = await a_partner(world)
    turning, holds = set(NOTED), dict[object, rules.Hold]()
    for number in range(150):
        ends_on, effective_on = _days(chance), chance.choice([None, _days(chance), _days(chance)])
        status = chance.choice([*rules.AGREEMENT.states, *["executed"] * 20, *["terminated", "superseded"] * 4])
        ceases_on = chance.choice([None, _days(chance), _days(chance)]) if status in rules.ENDED else None
        held_from = chance.choice([None, _days(chance)]) if status in {"suspended", *rules.ENDED} else None
        agreement = await world.add(
            Agreement, number=f"N-{number}", type="mou", title="Agreement", partner_id=partner, status=status,
            starts_on=date(2019, 1, 1), ends_on=ends_on, effective_on=effective_on, ceases_on=ceases_on,
            held_from=held_from,
        )  # fmt: skip
        corners = [ends_on, *(ends_on - timedelta(days=window) for window in WINDOWS), effective_on or ends_on]
        corners += [day for day in (ceases_on, held_from) if day is not None]
        if number % 3 == 0:
            hold = rules.Hold(day := _days(chance), day + timedelta(days=chance.randrange(1, 40)))
            await world.add(AgreementHold, agreement_id=agreement, from_on=hold.from_on, until_on=hold.until_on)
            holds[agreement], corners = hold, [*corners, hold.from_on, hold.until_on]
        turning |= {corner + timedelta(days=by) for corner in chance.sample(corners, 2) for by in (-1, 0, 1)}
    caller, seen = await _principal(world), set()
    async with world.database.transaction(caller) as tx:
        for day, window in product(sorted(turning), WINDOWS):
            for row in await tx.rows(_statuses(), day=day, window=window):
                said = rules.effective_status(
                    row["status"], row["effective_on"], row["ends_on"], day, window, ceases_on=row["ceases_on"],
                    held_from=row["held_from"], holds=[holds[row["id"]]] if row["id"] in holds else [],
                )  # fmt: skip
                assert row["effective_status"] == said, (dict(row), day, window)
                on_day = {name for name in ("scheduled", "active", "expiring_soon", "expired") if row[name]}
                assert on_day == {said} & {"scheduled", "active", "expiring_soon", "expired"}, (dict(row), day, window)
                assert bool(row["in_force"]) == (said in rules.IN_FORCE)
                seen.add(said)
    assert seen == {*rules.AGREEMENT.states, "scheduled", "active", "expiring_soon", "expired"} - {"executed"}


async def _principal(world: World, person: Person | None = None) -> Principal:
    office = person or await world.person(Role.PARTNERSHIP_OFFICE)
    return await get_person(world.database, office.id, world.tenant_id)


async def test_covers_tell_each_pair_its_agreements_and_each_school_s_word(world: World) -> None:
    partner, alder, birch = await a_partner(world), await a_school(world), await a_school(world)
    one, two = await a_program(world, partner=partner), await a_program(world, partner=partner)
    both: dict[str, Any] = {"partner": partner, "programs": [one]}
    mou = await an_agreement(world, **both, schools={alder: "confirmed", birch: "declined"})
    draft = await an_agreement(world, **both, schools=[alder], status="draft", drafted_by="school", type="moa")
    wide = await an_agreement(
        world, **both, is_district_wide=True, type="space_use", starts_on=date(2020, 7, 1), ends_on=date(2021, 6, 30)
    )
    await an_agreement(world, **both, schools=[alder], status="withdrawn")
    await an_agreement(world, **both, schools=[alder], status="terminated")
    admin = await world.person(Role.PARTNER_ADMIN, partner=partner)
    for person, sees_draft in ((None, True), (admin, False)):
        caller = await _principal(world, person)
        found = await covers_for(
            world.database.read(caller), caller, [(one, alder), (one, birch), (two, alder), (new_id(), birch)], TODAY
        )
        assert set(found) == {(one, alder), (one, birch)}
        told = {each["agreement_id"]: each for each in found[one, alder]}
        assert set(told) == {mou, draft, wide}
        assert (told[mou]["status"], told[mou]["clears"], told[mou]["confirmation"]) == ("active", True, "confirmed")
        assert (told[draft]["status"], told[draft]["is_visible"]) == ("draft", sees_draft)
        assert (told[wide]["status"], told[wide]["clears"], told[wide]["confirmation"]) == ("scheduled", False, None)
        words = {each["agreement_id"]: each["confirmation"] for each in found[one, birch]}
        assert words == {mou: "declined", wide: None}


INDEXED = [
    {"sort": "ends_on"}, {"sort": "-ends_on"}, {"sort": "updated_at"}, {"sort": "-updated_at"},
    *({"sort": sort, **query}
      for sort in ("ends_on", "-updated_at")
      for query in ({"status": "draft"}, {"type": "moa"}, {"partner": "PARTNER"}, {"ends_before": "2020-02-01"},
                    {"effective": "expiring_soon"}, {"effective": "expired"}, {"effective": "in_force"})),
]  # fmt: skip


async def test_every_filter_with_every_sort_is_served_by_an_index(world: World) -> None:
    """Twenty thousand agreements; no page reads them all."""
    partners = [await a_partner(world) for _ in range(20)]
    for first in range(1, 20_000, 5_000):  # in parts: a busy machine may need more than a statement's time for all
        await world.rows(
            "insert into agreement (tenant_id, id, number, type, title, partner_id, starts_on, ends_on, effective_on,"
            " status, updated_at) select $1, gen_random_uuid(), 'N-' || n, (array['mou','moa','research'])[1 + n % 3],"
            " 'A ' || n, ($2::uuid[])[1 + n % 20], '2019-07-01', date '2020-01-01' + n % 700, '2019-07-01',"
            " (array['executed','draft','in_review','approved','withdrawn'])[1 + n % 5],"
            " now() - n * interval '1 minute'"
            " from generate_series($3::int, $3 + 4999) as n",
            world.tenant_id, partners, first,
        )  # fmt: skip
    await world.owner.execute("analyze agreement")
    caller = await _principal(world)
    values = {**caller.binds, "tenant_id": world.tenant_id, "day": TODAY, "window": 90, "limit": 51}
    for asked in INDEXED:
        query = AgreementFilters.model_validate(
            {name: str(partners[0]) if value == "PARTNER" else value for name, value in asked.items()}
        )
        shape = _page(shape_of(caller, query), query.sort, False)
        arguments = shape.arguments({**values, **values_of(caller, query)})
        async with world.database.transaction(caller) as tx:
            plan = "\n".join(row[0] for row in await tx.connection.fetch("explain " + shape.sql, *arguments))
        assert "Seq Scan on agreement " not in plan, (asked, plan)
        assert re.search("Index (Only )?Scan .*using agreement_|Bitmap Index Scan on agreement_", plan), (asked, plan)
