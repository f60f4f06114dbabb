"""Who answers for an organization without an EIN: its fiscal sponsor, which it names and the office confirms."""

from typing import Any
from uuid import UUID

import pytest

from alongside.identity.scopes import Role
from tests.partners.factories import a_partner
from tests.world import World

PARTNERS = "/api/v1/partners"
ANY = {"If-Match": "*"}


async def told(world: World, role: Role, partner: UUID, **change: Any) -> Any:
    """An edit by the office, or by the partner's own people."""
    own = {"partner": partner} if role is Role.PARTNER_ADMIN else {}
    person = await world.person(role, **own)
    answer = await person.http.patch(f"{PARTNERS}/{partner}", json=change, headers=ANY)
    return answer.status_code, answer.json()


@pytest.mark.parametrize("role", [Role.PARTNER_ADMIN, Role.PARTNERSHIP_OFFICE])
async def test_a_sponsor_that_is_here_completes_who_the_organization_is(world: World, role: Role) -> None:
    partner = await a_partner(world, status="prospective")
    sponsor = await a_partner(world, name="Community Hub")
    status, read = await told(world, role, partner, fiscal_sponsor_id=str(sponsor))
    assert (status, read["fiscal_sponsor"]) == (200, {"id": str(sponsor), "name": "Community Hub"})
    assert "identity" not in read["profile"]["missing"]
    status, read = await told(world, role, partner, fiscal_sponsor_id=None)
    assert (status, read["fiscal_sponsor"]) == (200, None)
    assert "identity" in read["profile"]["missing"]


async def test_a_sponsor_that_is_not_here_is_told_by_name_and_ein(world: World) -> None:
    partner = await a_partner(world, status="prospective")
    _, half = await told(world, Role.PARTNER_ADMIN, partner, sponsor_name="Hub Fund")
    assert "identity" in half["profile"]["missing"]
    _, whole = await told(world, Role.PARTNER_ADMIN, partner, sponsor_ein="123456789")
    assert (whole["sponsor_name"], whole["sponsor_ein"]) == ("Hub Fund", "12-3456789")
    assert "identity" not in whole["profile"]["missing"]


async def test_the_ein_of_a_record_that_is_seen_is_that_record(world: World) -> None:
    partner = await a_partner(world, status="prospective")
    sponsor = await a_partner(world, name="Community Hub", ein="12-3456789")
    _, read = await told(world, Role.PARTNER_ADMIN, partner, sponsor_name="Hub", sponsor_ein="12-3456789")
    assert (read["fiscal_sponsor"]["id"], read["sponsor_name"], read["sponsor_ein"]) == (str(sponsor), None, None)


async def test_a_record_that_the_partner_may_not_see_is_not_betrayed_and_the_office_confirms_it(world: World) -> None:
    partner = await a_partner(world, status="prospective")
    hidden = await a_partner(world, name="Quiet Hub", status="submitted", ein="12-3456789")
    status, read = await told(world, Role.PARTNER_ADMIN, partner, sponsor_name="Hub", sponsor_ein="12-3456789")
    assert (status, read["fiscal_sponsor"], read["sponsor_name"]) == (200, None, "Hub")
    status, _ = await told(world, Role.PARTNER_ADMIN, partner, fiscal_sponsor_id=str(hidden))
    assert status == 422
    _, confirmed = await told(world, Role.PARTNERSHIP_OFFICE, partner, fiscal_sponsor_id=str(hidden))
    assert (confirmed["fiscal_sponsor"]["name"], confirmed["sponsor_name"], confirmed["sponsor_ein"]) == (
        "Quiet Hub", None, None,
    )  # fmt: skip


async def test_another_name_takes_the_place_of_a_record(world: World) -> None:
    sponsor = await a_partner(world)
    partner = await a_partner(world, status="prospective", fiscal_sponsor_id=sponsor)
    _, read = await told(world, Role.PARTNER_ADMIN, partner, sponsor_name="Hub", sponsor_ein="12-3456789")
    assert (read["fiscal_sponsor"], read["sponsor_name"]) == (None, "Hub")


async def test_an_organization_does_not_sponsor_itself(world: World) -> None:
    partner = await a_partner(world, status="prospective", ein="12-3456789")
    status, refused = await told(world, Role.PARTNER_ADMIN, partner, sponsor_ein="12-3456789")
    assert (status, refused["errors"][0]["pointer"], refused["errors"][0]["code"]) == (422, "/sponsor_ein", "itself")


@pytest.mark.parametrize("field", ["fiscal_sponsor_id", "sponsor_name", "sponsor_ein"])
async def test_after_the_approval_only_the_office_changes_the_sponsor(world: World, field: str) -> None:
    partner, sponsor = await a_partner(world), await a_partner(world)
    value = {"fiscal_sponsor_id": str(sponsor), "sponsor_name": "Hub", "sponsor_ein": "12-3456789"}[field]
    status, refused = await told(world, Role.PARTNER_ADMIN, partner, **{field: value})
    assert (status, refused["fields"]) == (403, [field])
    assert (await told(world, Role.PARTNERSHIP_OFFICE, partner, **{field: value}))[0] == 200


async def test_other_partners_read_neither_sponsor_nor_chapters_that_are_not_approved(world: World) -> None:
    parent = await a_partner(world, sponsor_name="Hub", sponsor_ein="12-3456789")
    await a_partner(world, name="North", parent_partner_id=parent)
    await a_partner(world, name="South", parent_partner_id=parent, status="prospective")
    reader = await world.person(Role.PARTNER_STAFF, partner=await a_partner(world))
    read = (await reader.http.get(f"{PARTNERS}/{parent}")).json()
    assert (read["sponsor_name"], read["sponsor_ein"]) == (None, None)
    assert [each["name"] for each in read["chapters"]] == ["North"]
