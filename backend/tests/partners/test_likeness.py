"""Two organizations are alike by where they are reached and by the pieces of their names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.identity.scopes import Role
from alongside.partners.likeness import Names, likeness, mail_domain, phone_digits, trigrams
from alongside.partners.queries import find_by_reach
from alongside.partners.rules import normalized_name
from tests.partners.factories import a_contact, a_partner
from tests.spreadsheets.scene import principal_of
from tests.world import World


@pytest.mark.parametrize(
    ("written", "digits"),
    [
        ("(555) 201-0144", "5552010144"),
        ("+1 555.201.0144", "5552010144"),
        ("1-555-201-0144 ext. 12", "5552010144"),
        ("555-201-0144 x12", "5552010144"),
        ("201-0144", None),
        (None, None),
    ],
)
def test_a_number_is_the_same_however_it_is_written(written: str | None, digits: str | None) -> None:
    assert phone_digits(written) == digits


def test_mail_that_anybody_may_have_says_nothing() -> None:
    assert mail_domain("Ana@Bright-Path.example.org") == "bright-path.example.org"
    assert mail_domain("ana@gmail.com") is None
    assert mail_domain("ana") is None


@pytest.mark.parametrize(
    ("one", "other"),
    [("Bright Path Tutoring", "Brite Path Tutoring"), ("Bright Path", "Bright Path"), ("Ñandú 1", "Nandu"), ("", "A")],
)
async def test_likeness_is_what_postgres_says(world: World, one: str, other: str) -> None:
    one, other = normalized_name(one), normalized_name(other)
    [row] = await world.rows("select similarity($1, $2) as near", one, other)
    assert likeness(trigrams(one), trigrams(other)) == pytest.approx(row["near"], abs=1e-6)


@given(
    names=st.lists(st.text("abc ñ1", max_size=12), max_size=12),
    asked=st.text("abc ñ1", max_size=12),
    least=st.sampled_from([0.3, 0.5, 0.8]),
)
def test_many_names_are_compared_as_two_are(names: list[str], asked: str, least: float) -> None:
    alike = {place: likeness(trigrams(name), trigrams(asked)) for place, name in enumerate(names)}
    found = dict(Names(names).like(asked, least))
    assert found == {place: score for place, score in alike.items() if score >= least}


async def test_partners_are_found_by_where_they_are_reached(world: World) -> None:
    office = await principal_of(world, Role.PARTNERSHIP_OFFICE)
    domain = await a_partner(world, name="Northside Mentors", email="hello@northside.example.org")
    phone = await a_partner(world, name="Lakeview Garden")
    await a_contact(world, partner=phone, email="a@gmail.com", phone="(555) 201-0144 ext 7")
    await a_partner(world, name="Northside", email="hi@northside.example.org", tenant=world.stranger_id)
    asked = [
        ("kim@northside.example.org", "555.201.0144"),
        ("kim@gmail.com", None),
        (None, "+1 555 201 0144"),
    ]
    found = await find_by_reach(world.database.read(office), office, asked)
    assert [[(each["id"], each["because"]) for each in alike] for alike in found] == [
        [(phone, ["phone"]), (domain, ["email_domain"])],
        [],
        [(phone, ["phone"])],
    ]
