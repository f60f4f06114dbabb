"""Who sees papers and staff lists, and who somebody is on a partner's papers."""

from typing import Any
from uuid import UUID

from sqlalchemy import Column, ColumnElement, and_, any_, false

from alongside.core.statements import TENANT, columns, the_keys
from alongside.identity.principal import Principal, Standpoint
from alongside.identity.scopes import Role, Scope
from alongside.papers.models import (
    BackgroundCheck,
    Paper,
    PaperFile,
    PaperRequirement,
    PaperSchool,
    PaperWaiver,
    StaffMember,
    StaffMemberBefore,
    StaffPlace,
    StaffPlaceBefore,
)
from alongside.papers.rules import KEEPERS, REVIEWERS
from alongside.partners.rules import OFFICE

q, d, ds, df = columns(PaperRequirement), columns(Paper), columns(PaperSchool), columns(PaperFile)
m, mp, b, w = columns(StaffMember), columns(StaffPlace), columns(BackgroundCheck), columns(PaperWaiver)
left, mb = columns(StaffPlaceBefore), columns(StaffMemberBefore)


def visible_to(
    standpoints: frozenset[Standpoint], tenant_id: Column[Any], partner_id: Column[Any]
) -> ColumnElement[bool]:
    """The district sees every partner's papers and people, a partner's people their own. Schools read who may
    enter, not the papers behind it."""
    if Standpoint.DISTRICT in standpoints:
        return tenant_id == TENANT
    if Standpoint.PARTNER in standpoints:
        return and_(tenant_id == TENANT, partner_id == any_(the_keys("my_partners")))
    return and_(tenant_id == TENANT, false())


def actors_on(principal: Principal, partner_id: UUID) -> frozenset[Role]:
    """The roles that count on this partner's papers: its own people's, and the district's unless it pays them.

    A machine that sees the whole district hands in for the office; it never decides.
    """
    if principal.machine_scopes is not None:
        hands_in = Scope.PAPERS_WRITE in principal.scopes and Standpoint.DISTRICT in principal.standpoints
        return frozenset({Role.PARTNERSHIP_OFFICE}) if hands_in else frozenset()
    return frozenset(
        held.role
        for held in principal.roles
        if (held.role in OFFICE | REVIEWERS and partner_id not in principal.employers) or held.partner_id == partner_id
    )


def may_keep(principal: Principal, partner_id: UUID) -> bool:
    """Whether the caller hands in this partner's papers and keeps its staff list."""
    return Scope.PAPERS_WRITE in principal.scopes and not actors_on(principal, partner_id).isdisjoint(KEEPERS)


def may_review(principal: Principal, partner_id: UUID) -> bool:
    """Whether the caller decides on this partner's papers and checks."""
    return Scope.PAPERS_REVIEW in principal.scopes and not actors_on(principal, partner_id).isdisjoint(REVIEWERS)
