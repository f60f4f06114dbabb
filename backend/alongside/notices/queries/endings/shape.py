"""What every source has: its columns, its days, and whom it is about."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Date, String, cast, literal, literal_column, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.dialects.postgresql import UUID as KEY

from alongside.core.statements import TENANT, Query, a_day, columns
from alongside.identity.principal import Standpoint
from alongside.identity.scopes import Role
from alongside.notices.rules import KINDS, Matter
from alongside.partners.models import Partner
from alongside.partners.rules import OFFICE

o = columns(Partner)

NO_SCHOOLS: ColumnElement[Any] = literal_column("'{}'::uuid[]")
EVERYWHERE: ColumnElement[Any] = literal_column("true")
FIRST, LAST = a_day("first"), a_day("last")
Standpoints = frozenset[Standpoint] | None
"""From where somebody looks; None for the worker, which sees the whole tenant."""


@dataclass(frozen=True, slots=True)
class Source:
    """Something that ends: which kind of notice reminds of it, who is told, how many days before.

    `is_counted`: what ends on one day at one partner is one notice that says for how many people.
    """

    kind: str
    steps: tuple[int, ...]
    select: Callable[[Standpoints], Query]
    claimed_as: str
    """Under which name its reminders are written down: the same record may have other ends besides."""
    is_counted: bool = False
    is_in_calendars: bool = True
    asks: frozenset[Role] | None = None
    """Of those whom the kind can reach, whom this one is for; None: all of them."""

    @property
    def roles(self) -> frozenset[Role]:
        return KINDS[self.kind].reaches if self.asks is None else self.asks


@dataclass(frozen=True, slots=True)
class Ending:
    """One end: of which record, what it is about, on which day, and since when it counts.

    `record_id` is what ends, the matter is what people know: a check is one of its partner's people's.
    """

    source: Source
    record_id: UUID
    matter: Matter
    ends_on: date
    since_on: date
    changed_at: Any
    version: int
    whose: UUID | None = None

    @property
    def roles(self) -> frozenset[Role]:
        """Who is reminded; of a revisit that schools answer themselves the office is not."""
        answers = self.source.kind == "revisit_due" and not self.matter.is_district_wide
        return self.source.roles - OFFICE if answers else self.source.roles


def an_ending(
    object_type: str,
    row: Any,
    *,
    title: ColumnElement[Any],
    ends_on: ColumnElement[Any],
    since_on: ColumnElement[Any],
    number: ColumnElement[Any] | None = None,
    answer: ColumnElement[Any] | None = None,
    about: ColumnElement[Any] | None = None,
    record: ColumnElement[Any] | None = None,
    whose: ColumnElement[Any] | None = None,
    schools: ColumnElement[Any] = NO_SCHOOLS,
    is_district_wide: ColumnElement[Any] = EVERYWHERE,
) -> Query:
    """The columns of an end that `row` knows of; `about`: the id of what people know, `record`: of what ends, where
    that is not the row itself."""
    nothing: ColumnElement[Any] = literal_column("null")
    return select(
        literal(object_type, String).label("object_type"),
        (row.id if about is None else about).label("id"),
        (row.id if record is None else record).label("record_id"),
        title.label("title"),
        cast(nothing if number is None else number, String).label("number"),
        cast(nothing if answer is None else answer, String).label("answer"),
        cast(nothing if whose is None else whose, KEY).label("whose"),
        o.id.label("partner_id"),
        o.name.label("partner_name"),
        cast(schools, ARRAY(KEY)).label("schools"),
        is_district_wide.label("is_district_wide"),
        cast(ends_on, Date).label("ends_on"),
        cast(since_on, Date).label("since_on"),
        row.updated_at.label("changed_at"),
        row.version.label("version"),
    ).where(row.tenant_id == TENANT, o.tenant_id == TENANT)
