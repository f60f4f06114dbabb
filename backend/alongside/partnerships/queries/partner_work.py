"""The directory of partners with what each does here on the day: its schools and its agreements in force."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, any_, case, func, literal_column, null, or_, select, true
from sqlalchemy.dialects.postgresql import aggregate_order_by

from alongside.agreements.models import Agreement
from alongside.agreements.queries import EFFECTIVE, LAST
from alongside.agreements.queries import visible_to as agreement_visible_to
from alongside.core.db import Executor
from alongside.core.paging import Cursors, Page
from alongside.core.statements import TENANT, Statement, columns, the_keys
from alongside.identity.principal import Principal, Standpoint
from alongside.identity.scopes import Scope
from alongside.partners import queries as partners
from alongside.partners.models import Partner
from alongside.partners.schemas import PartnerExport, PartnerFilters, PartnerQuestion
from alongside.schools.models import School

from .clearance import BEFORE
from .shape import STAGE
from .visible import p, visible_to

a, o, s = columns(Agreement), columns(Partner), columns(School)

_OPENS = Scope.PARTNERSHIPS_READ, Scope.AGREEMENTS_READ


@dataclass(frozen=True, slots=True)
class Work:
    """What is told of a partner's work to these standpoints: null where the reader may not open it."""

    standpoints: frozenset[Standpoint]
    scopes: frozenset[Scope]

    def columns(self) -> list[ColumnElement[Any]]:
        """Beside each row of the directory, counted for the rows of a page alone."""
        told = {
            "schools": (Scope.PARTNERSHIPS_READ, self._schools),
            "agreements": (Scope.AGREEMENTS_READ, self._agreements),
        }
        return [
            (self._mine(counted()) if scope in self.scopes else null()).label(name)
            for name, (scope, counted) in told.items()
        ]

    def _mine(self, counted: ColumnElement[Any]) -> ColumnElement[Any]:
        """A partner's people are told of their own organization alone: of another they would count nothing and read
        that as none."""
        if self.standpoints - {Standpoint.PARTNER}:
            return counted
        return case((o.id == any_(the_keys("my_partners")), counted), else_=null())

    def _schools(self) -> ColumnElement[Any]:
        at: ColumnElement[Any] = (
            select(p.school_id)
            .select_from(p.id.table.outerjoin(BEFORE, true()))
            .where(visible_to(self.standpoints), p.partner_id == o.id, or_(STAGE == "active", STAGE == "paused"))
            .correlate(o.id.table)
            .scalar_subquery()
        )
        named = func.jsonb_agg(aggregate_order_by(func.jsonb_build_object("id", s.id, "name", s.name), s.name, s.id))
        first = func.jsonb_path_query_array(named, literal_column("'$[0 to 2]'::jsonpath"))
        return (
            select(
                func.jsonb_build_object(
                    literal_column("'count'"), func.count(),
                    literal_column("'first'"), func.coalesce(first, literal_column("'[]'::jsonb")),
                )
            )
            .where(s.tenant_id == TENANT, s.id == any_(func.array(at)))
            .correlate(o.id.table)
            .scalar_subquery()
        )  # fmt: skip

    def _agreements(self) -> ColumnElement[Any]:
        return (
            select(
                func.jsonb_build_object(
                    literal_column("'in_force'"), func.count(), literal_column("'next_end'"), func.min(LAST)
                )
            )
            .where(agreement_visible_to(self.standpoints), a.partner_id == o.id, EFFECTIVE["in_force"])
            .correlate(o.id.table)
            .scalar_subquery()
        )


def _beside(principal: Principal, query: PartnerQuestion) -> tuple[Work, Mapping[str, Any]]:
    values = {"day": query.effective_on or principal.today, "window": principal.tenant.expiring_window_days}
    return Work(principal.standpoints, principal.scopes.intersection(_OPENS)), values


async def find_partners(db: Executor, principal: Principal, query: PartnerFilters, cursors: Cursors) -> Page:
    """A page of the directory, as this caller sees it on the day asked for."""
    return await partners.find(db, principal, query, cursors, *_beside(principal, query))


def every_partner(principal: Principal, query: PartnerExport) -> tuple[Statement, dict[str, Any]]:
    """All its rows in order, for a reader that takes them as they come; and their values."""
    return partners.every(principal, query, *_beside(principal, query))
