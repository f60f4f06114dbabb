"""Approving a partner: what the office vetted counts from then on, its word on who signs included.

Who is named as authorized signatory and keeps the organization's record with an account may sign for it once the
office has approved the application; without it nobody could sign for an organization that registered itself.
"""

from typing import Any
from uuid import UUID

from sqlalchemy import Insert, and_, exists, func, insert, literal_column, or_, select

from alongside.core.clock import new_id
from alongside.core.conditional import IfMatch
from alongside.core.db import Tx
from alongside.core.record import record
from alongside.core.statements import TENANT, Query, a_day, a_key, a_text, columns, statement, table
from alongside.identity.events import RoleGiven
from alongside.identity.models import Person, RoleAssignment
from alongside.identity.principal import Principal
from alongside.identity.scopes import Role
from alongside.partners import service as partners
from alongside.partners.models import Contact
from alongside.partners.schemas import PartnerApproval

k, who = columns(Contact), columns(Person)
keeps, signs = table(RoleAssignment).alias("keeps").c, table(RoleAssignment).alias("signs").c


def _today(role: Any) -> Any:
    return and_(
        role.tenant_id == TENANT,
        role.partner_id == a_key("partner"),
        role.person_id == who.id,
        role.starts_on <= a_day("day"),
        or_(role.ends_on.is_(None), role.ends_on >= a_day("day")),
    )


@statement
def _named() -> Query:
    """People with an account who are named as signatories and do not sign yet."""
    return (
        select(who.id)
        .join_from(k.id.table, who.id.table, func.lower(who.email) == func.lower(k.email))
        .join(keeps.id.table, and_(_today(keeps), keeps.role == a_text("admin")))
        .where(
            k.tenant_id == TENANT,
            k.partner_id == a_key("partner"),
            k.kind == "authorized_signatory",
            who.is_active,
            ~exists(select(literal_column("1")).where(_today(signs), signs.role == a_text("signatory"))),
        )
        .distinct()
    )


@statement
def _let_sign() -> Insert:
    return insert(table(RoleAssignment)).values(
        tenant_id=TENANT, id=a_key("id"), person_id=a_key("person"), role=a_text("signatory"), scope="partner",
        partner_id=a_key("partner"), starts_on=a_day("day"),
    )  # fmt: skip


async def approve(
    tx: Tx, principal: Principal, partner_id: UUID, body: PartnerApproval, if_match: IfMatch
) -> dict[str, Any]:
    """Approve the application and let its signatories sign. Raises NotYourMove, PartnerCannotMove."""
    made = await partners.approve(tx, principal, partner_id, body, if_match)
    role = str(Role.PARTNER_SIGNATORY)
    asked = {"partner": partner_id, "day": principal.today, "signatory": role}
    for row in await tx.rows(_named(), admin=str(Role.PARTNER_ADMIN), **asked):
        role_id = new_id()
        await tx.run(_let_sign(), id=role_id, person=row["id"], **asked)
        told = {"person_id": [None, row["id"]], "role": [None, role], "partner_id": [None, partner_id]}
        record(tx, RoleGiven(object_id=role_id, changed=told))
    return made
