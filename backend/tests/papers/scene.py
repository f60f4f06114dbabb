"""A school, a partner whose program is cleared there but for its papers, and the people who deal with them."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from alongside.identity.scopes import Role
from tests.partnerships.factories import Scene, a_scene
from tests.world import Person, World

PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n"
CERTIFICATE: dict[str, Any] = {
    "kind": "insurance_certificate", "coverage": "general_liability", "carrier": "Prairie Mutual",
    "policy_number": "PM-20-118", "limit_each": "1000000.00", "limit_aggregate": "2000000.00",
    "effective_on": "2020-01-01", "expires_on": "2020-12-31",
}  # fmt: skip


@dataclass
class Cast:
    """Who acts."""

    scene: Scene
    partner: Person
    risk: Person
    office: Person
    principal: Person

    @property
    def partner_id(self) -> UUID:
        return self.scene.partner


async def a_cast(world: World, **values: Any) -> Cast:
    scene = await a_scene(world, **{"stage": "active", **values})
    return Cast(
        scene,
        await world.person(Role.PARTNER_ADMIN, partner=scene.partner, name="Tomas Adeyemi"),
        await world.person(Role.COMPLIANCE_REVIEWER, name="Paula Nystrom"),
        await world.person(Role.PARTNERSHIP_OFFICE, name="Renee Castellano"),
        await world.person(Role.SCHOOL_LEADER, schools=[scene.school], name="Denise Okafor"),
    )


async def handed_in(cast: Cast, **values: Any) -> Any:
    """A certificate with its scan, waiting for review."""
    made = await cast.partner.http.post(
        "/api/v1/papers", json={**CERTIFICATE, "partner_id": str(cast.partner_id), **values}
    )
    assert made.status_code == 201, made.text
    path = made.headers["location"]
    added = await cast.partner.http.post(f"{path}/documents", params={"name": "acord.pdf"}, content=PDF,
                                         headers={"Content-Type": "application/octet-stream"})  # fmt: skip
    assert added.status_code == 201, added.text
    answer = await cast.partner.http.post(f"{path}/submit")
    assert answer.status_code == 200, answer.text
    return answer.json()


async def clearance(who: Person, partnership: UUID, on: str | None = None) -> Any:
    """What a partnership's record says."""
    asked = {"effective_on": on} if on else {}
    answer = await who.http.get(f"/api/v1/partnerships/{partnership}", params=asked)
    assert answer.status_code == 200, answer.text
    return answer.json()["clearance"]


def words(found: Any) -> list[str]:
    return [blocker["words"] for blocker in found["blockers"]]
