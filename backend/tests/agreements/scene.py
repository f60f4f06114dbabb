"""The people around one agreement: the office, a school with principal and coordinator, a partner, two signatories."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import httpx

from alongside.identity.scopes import Role
from tests.partners.factories import a_partner, a_program
from tests.schools.factories import a_school
from tests.world import Person, World

URL = "/api/v1/agreements"


@dataclass
class Scene:
    """One partner with one program, two schools, and who acts for whom."""

    world: World
    partner: UUID
    program: UUID
    alder: UUID
    birch: UUID
    office: Person
    coordinator: Person
    principal: Person
    other_principal: Person
    admin: Person
    signatory: Person
    partner_signatory: Person

    def body(self, **values: Any) -> dict[str, Any]:
        """A complete draft for both schools."""
        return {
            "partner_id": str(self.partner),
            "type": "mou",
            "title": "Afternoon mentoring",
            "starts_on": "2020-02-24",
            "ends_on": "2021-06-11",
            "program_ids": [str(self.program)],
            "school_ids": [str(self.alder), str(self.birch)],
            **values,
        }

    async def drafted(self, by: Person | None = None, **values: Any) -> dict[str, Any]:
        """A draft, by default of the office."""
        return done(await (by or self.office).http.post(URL, json=self.body(**values)), 201)

    async def moved(self, agreement: dict[str, Any], *verbs: str, by: Person | None = None) -> dict[str, Any]:
        """Some steps of the office, one after the other."""
        for verb in verbs:
            agreement = done(await (by or self.office).http.post(f"{URL}/{agreement['id']}/{verb}"))
        return agreement

    async def confirmed(self, agreement: dict[str, Any]) -> dict[str, Any]:
        """Both principals confirm."""
        for school, person in ((self.alder, self.principal), (self.birch, self.other_principal)):
            agreement = done(await person.http.post(f"{URL}/{agreement['id']}/schools/{school}/confirm"))
        return agreement

    async def sent(self, **values: Any) -> dict[str, Any]:
        """Out for signature."""
        agreement = await self.moved(await self.drafted(**values), "submit", "start-review")
        agreement = await self.confirmed(agreement)
        return await self.moved(agreement, "approve", "send-for-signature")

    async def executed(self, **values: Any) -> dict[str, Any]:
        """Fully signed."""
        agreement = await self.sent(**values)
        done(await sign(self.partner_signatory, agreement["id"]))
        return done(await sign(self.signatory, agreement["id"]))


async def sign(person: Person, agreement: object, **values: Any) -> httpx.Response:
    """Sign as this person."""
    body = {"name": "Harold Lindqvist", "title": "Director", "consents": True, **values}
    return await person.http.post(f"{URL}/{agreement}/sign", json=body)


def done(answer: httpx.Response, status: int = 200) -> dict[str, Any]:
    """The body of an answer that has to be this one."""
    assert answer.status_code == status, answer.text
    body: dict[str, Any] = answer.json()
    return body


def match(body: dict[str, Any]) -> dict[str, str]:
    """If-Match for the version just read."""
    return {"If-Match": f'"{body["version"]}-0"'}


def slug(answer: httpx.Response) -> str:
    """The kind of problem."""
    kind: str = answer.json()["type"]
    return kind.rpartition(":")[2].rpartition("/")[2]


def moves(body: dict[str, Any]) -> dict[str, list[str]]:
    """The moves offered, with what each still needs."""
    return {each["move"]: each["needs"] for each in body["allowed_moves"]}


async def a_scene(world: World, **partner: Any) -> Scene:
    """Everybody is here and nothing is agreed yet."""
    organization = await a_partner(world, name="North Branch Mentors", legal_name="North Branch Mentors NFP", **partner)
    alder = await a_school(world, name="Alderbrook School")
    birch = await a_school(world, name="Birchwell School")
    return Scene(
        world=world,
        partner=organization,
        program=await a_program(world, partner=organization, name="Homeroom Mentors"),
        alder=alder,
        birch=birch,
        office=await world.person(Role.PARTNERSHIP_OFFICE, name="Renee Castellano"),
        coordinator=await world.person(Role.PARTNERSHIP_COORDINATOR, schools=[alder, birch], name="Marisol Vega"),
        principal=await world.person(Role.SCHOOL_LEADER, schools=[alder], name="Denise Okafor"),
        other_principal=await world.person(Role.SCHOOL_LEADER, schools=[birch], name="Omar Haddad"),
        admin=await world.person(Role.PARTNER_ADMIN, partner=organization, name="Dana Fitch"),
        signatory=await world.person(Role.DISTRICT_SIGNATORY, name="Harold Lindqvist"),
        partner_signatory=await world.person(Role.PARTNER_SIGNATORY, partner=organization, name="Tomas Reyes"),
    )
