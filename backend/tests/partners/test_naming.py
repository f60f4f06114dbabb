"""What an organization was called when it signed: the rule, and what the database says of the same names."""

from datetime import date, timedelta
from uuid import UUID

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside.core.clock import now
from alongside.identity.scopes import Role
from alongside.partners.models import PartnerFormerName
from alongside.partners.rules import legal_name_on, normalized_name
from tests.agreements.factories import a_signature, an_agreement
from tests.papers.factories import a_paper
from tests.partners.factories import a_partner
from tests.world import TODAY, World

FIRST = date(2019, 1, 1)
NOW = "Riverbend Learning"


async def called(world: World, partner: UUID, *names: tuple[str, date]) -> None:
    for name, until in names:
        await world.add(
            PartnerFormerName, partner_id=partner, legal_name=name, normalized_name=normalized_name(name),
            until_on=until,
        )  # fmt: skip


def test_a_name_counts_through_its_last_day_and_the_next_one_after_it() -> None:
    former = [(date(2019, 6, 30), "Second"), (date(2018, 6, 30), "First")]
    days = (date(2018, 1, 1), date(2018, 6, 30), date(2018, 7, 1), date(2019, 6, 30), date(2019, 7, 1))
    assert [legal_name_on(former, NOW, day) for day in days] == ["First", "First", "Second", "Second", NOW]
    assert legal_name_on([], NOW, FIRST) == NOW


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    ends=st.lists(st.integers(0, 30), unique=True, max_size=4),
    days=st.lists(st.integers(0, 31), min_size=1, max_size=4),
    again=st.booleans(),
)
async def test_the_database_says_the_same_as_the_rule(
    world: World, ends: list[int], days: list[int], again: bool
) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    partner = await a_partner(world, name="Riverbend", legal_name=NOW)
    former = [(FIRST + timedelta(days=end), NOW if again and end % 2 else f"Name through {end}") for end in ends]
    await called(world, partner, *((name, until) for until, name in former))
    for number in days:
        day = FIRST + timedelta(days=number)
        agreement = await an_agreement(world, partner=partner, origin="recorded", signed_elsewhere_on=day)
        read = (await office.http.get(f"/api/v1/agreements/{agreement}")).json()
        name = legal_name_on(former, NOW, day)
        assert read["signed_as"] == (None if name == NOW else name)


async def test_an_agreement_says_under_which_name_it_was_signed_on_its_record_its_list_and_its_file(
    world: World,
) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    partner = await a_partner(world, name="Riverbend Learning", legal_name="Riverbend Learning, Inc.")
    await called(world, partner, ("Riverbend Tutoring LLC", date(2019, 9, 1)))
    signed = await an_agreement(world, partner=partner, title="Signed")
    await a_signature(world, agreement=signed, party="partner", signed_on=date(2019, 9, 1))
    await a_signature(world, agreement=signed, party="district", signed_on=date(2019, 9, 5))
    later = await an_agreement(world, partner=partner, title="Later")
    await a_signature(world, agreement=later, party="partner", signed_on=date(2019, 8, 20), voided_at=now())
    await a_signature(world, agreement=later, party="partner", signed_on=date(2019, 9, 2))
    await an_agreement(world, partner=partner, title="Unknown", origin="recorded", signed_elsewhere_on=None)
    listed = (await office.http.get("/api/v1/agreements")).json()["items"]
    names = {each["title"]: each["signed_as"] for each in listed}
    assert names == {"Signed": "Riverbend Tutoring LLC", "Later": None, "Unknown": None}
    read = (await office.http.get(f"/api/v1/agreements/{signed}")).json()
    assert (read["signed_as"], read["partner"]["name"]) == ("Riverbend Tutoring LLC", "Riverbend Learning")
    file = (await office.http.get("/api/v1/exports/agreements.csv")).text.splitlines()
    place = file[0].split(",").index("signed_as")
    assert sorted(line.split(",")[place] for line in file[1:]) == ["", "", "Riverbend Tutoring LLC"]


async def test_a_paper_says_under_which_name_it_was_handed_in(world: World) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    partner = await a_partner(world, legal_name=NOW)
    await called(world, partner, ("Riverbend Tutoring LLC", date(2019, 9, 1)))
    told = {}
    for day in (date(2019, 9, 1), date(2019, 9, 2), None):
        paper = await a_paper(world, partner=partner, submitted_on=day)
        told[day] = (await office.http.get(f"/api/v1/papers/{paper}")).json()["signed_as"]
    assert told == {date(2019, 9, 1): "Riverbend Tutoring LLC", date(2019, 9, 2): None, None: None}


async def test_two_merged_records_each_keep_the_name_under_which_they_signed(world: World) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    kept = await a_partner(world, name="Bell", legal_name="Bell Workshop")
    other = await a_partner(world, name="Second Bell", legal_name="Second Bell LLC")
    await called(world, other, ("Chime Studio", date(2019, 6, 30)))
    recorded = {"origin": "recorded"}
    mine = await an_agreement(world, partner=kept, signed_elsewhere_on=date(2019, 5, 1), **recorded)
    old = await an_agreement(world, partner=other, signed_elsewhere_on=date(2019, 5, 1), **recorded)
    new = await an_agreement(world, partner=other, signed_elsewhere_on=date(2019, 9, 1), **recorded)

    async def names() -> list[str | None]:
        found = [(await office.http.get(f"/api/v1/agreements/{each}")).json() for each in (mine, old, new)]
        return [each["signed_as"] for each in found]

    async def merged(**body: object) -> str:
        at = f"/api/v1/partners/{kept}"
        asked = {"other_id": str(other), "other_version": await version(other), **body}
        match = {"If-Match": f'"{await version(kept)}"'}
        assert (await office.http.post(f"{at}/merge", json=asked, headers=match)).status_code == 200
        return str((await office.http.get(f"{at}/merges")).json()["items"][0]["id"])

    async def version(partner: UUID) -> int:
        return int((await world.rows("select version from partner where id = $1", partner))[0]["version"])

    assert await names() == [None, "Chime Studio", None]
    merge = await merged()
    assert await names() == [None, "Chime Studio", "Second Bell LLC"]
    assert (await office.http.post(f"/api/v1/partners/{kept}/merges/{merge}/undo")).status_code == 200
    assert await names() == [None, "Chime Studio", None]
    merge = await merged(take=["legal_name"])
    assert await names() == ["Bell Workshop", "Chime Studio", None], "both go by the other's name now"
    assert (await office.http.post(f"/api/v1/partners/{kept}/merges/{merge}/undo")).status_code == 200
    assert await names() == [None, "Chime Studio", None]


async def test_what_was_signed_is_certified_and_printed_for_the_name_of_that_day(world: World) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    partner = await a_partner(world, legal_name="Riverbend Tutoring LLC")
    agreement = await an_agreement(world, partner=partner, status="approved")
    frozen = await office.http.post(f"/api/v1/agreements/{agreement}/send-for-signature")
    assert frozen.status_code == 200, frozen.text
    await a_signature(world, agreement=agreement, party="partner", signed_on=TODAY - timedelta(days=1))

    async def certified() -> list[str]:
        read = (await office.http.get(f"/api/v1/agreements/{agreement}/certificate")).json()
        return [each["signed_for"] for each in read["signatures"]]

    before = await certified()
    await world.rows("update partner set legal_name = $1 where id = $2", NOW, partner)
    await called(world, partner, ("Riverbend Tutoring LLC", TODAY - timedelta(days=1)))
    assert await certified() == before == ["Riverbend Tutoring LLC"]
