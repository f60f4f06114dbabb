"""Packs, and a person who runs one organization in two districts."""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any
from uuid import UUID

from alongside.identity.scopes import Role
from alongside.packs.models import Pack
from alongside.papers.models import PaperFile
from alongside.schools.models import TaxonomyTerm
from tests.papers.factories import a_check, a_member, a_paper
from tests.partners.factories import a_contact, a_partner, a_program
from tests.world import Person, World

PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n"


async def a_pack(
    world: World,
    *,
    partner: UUID,
    by: UUID,
    says: str = "Words",
    expires_on: date = date(2020, 2, 26),
    tenant: UUID | None = None,
    **values: Any,
) -> UUID:
    """A pack with a mission inside."""
    content = {"format": 1, "words": {}, "profile": {"mission": says}, "contacts": []}
    return await world.add(
        Pack, tenant=tenant, partner_id=partner, parts=["profile"], content=content, sha256="0" * 64, made_by_id=by,
        expires_on=expires_on, **values,
    )  # fmt: skip


@dataclass
class Two:
    """One organization in two districts: whole in the first, little more than a name in the other."""

    here: UUID
    there: UUID
    tomas: Person
    elsewhere: Person
    district: str

    async def make(self, *parts: str, **more: Any) -> Any:
        body = {"parts": list(parts) or ["profile", "programs", "papers", "staff"], **more}
        made = await self.tomas.http.post(f"/api/v1/partners/{self.here}/packs", json=body)
        assert made.status_code == 201, made.text
        return made.json()

    def at(self, pack: Any) -> str:
        return f"/api/v1/packs/elsewhere/{self.district}/{pack['id']}"

    async def compare(self, pack: Any) -> list[Any]:
        answer = await self.elsewhere.http.get(self.at(pack), params={"partner_id": str(self.there)})
        assert answer.status_code == 200, answer.text
        items: list[Any] = answer.json()["items"]
        return items

    async def take(self, pack: Any, items: list[Any], **more: Any) -> Any:
        choices = [{"key": item["key"], "seen": item["seen"]} for item in items]
        body = {"partner_id": str(self.there), "choices": choices, "consents": True, **more}
        return await self.elsewhere.http.post(f"{self.at(pack)}/take", json=body)


async def a_word(world: World, scheme: str, code: str, label: str, *, tenant: UUID | None = None) -> None:
    await world.add(TaxonomyTerm, tenant=tenant, scheme=scheme, code=code, label=label)


async def in_two(world: World) -> Two:
    """Riverbend in this test's district and, smaller, in the stranger's."""
    other = world.stranger_id
    for tenant in (world.tenant_id, other):
        await a_word(world, "area", "tutoring", "Tutoring", tenant=tenant)
    await a_word(world, "area", "arts", "Arts")
    said = {"mission": "Every child reads.", "phone": "555-0142", "ein": "00-0100101", "city": "Chicago"}
    here = await a_partner(world, name="Riverbend Learning", **said)
    there = await a_partner(world, name="Riverbend Learning", status="prospective", tenant=other, phone="555-0199")
    await a_contact(world, partner=here, name="Tomas Adeyemi")
    program = await a_program(
        world,
        partner=here,
        name="Reading tutoring",
        areas=("tutoring", "arts"),
        capacity_students=120,
        supervision="alone",
    )
    await a_program(world, partner=here, name="Math tutoring")
    await a_program(world, partner=there, name="Reading Tutoring", capacity_students=20, tenant=other)
    await a_program(world, partner=there, name="Only there", tenant=other)
    paper = await a_paper(world, partner=here)
    await world.add(
        PaperFile, paper_id=paper, name="acord.pdf", media_type="application/pdf", size=len(PDF), content=PDF,
        sha256=sha256(PDF).hexdigest(),
    )  # fmt: skip
    await a_paper(world, partner=here, expires_on=date(2020, 1, 1), policy_number="OLD")
    await a_paper(world, partner=here, kind="endorsement")
    tess = await a_member(world, partner=here, name="Tess Tutor", places=[(program, None)], email="tess@example.org")
    await a_check(world, member=tess)
    await a_check(world, member=tess, kind="tb", result="not_clear")
    await a_check(world, member=tess, kind="cori", result="pending")
    await a_member(world, partner=here, name="Gone Already", ends_on=date(2019, 12, 1))
    tomas = await world.person(Role.PARTNER_ADMIN, partner=here, name="Tomas Adeyemi")
    elsewhere = await world.person(Role.PARTNER_ADMIN, partner=there, tenant=other, person_id=tomas.id)
    return Two(here, there, tomas, elsewhere, world.slug)
