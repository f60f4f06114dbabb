"""The columns that every kind of task has, and the values that the caller brings."""

from typing import Any

from sqlalchemy import ColumnElement, Date, String, and_, cast, literal, literal_column, select
from sqlalchemy.dialects.postgresql import UUID

from alongside.core.statements import TENANT, Query, a_day, columns, the_keys
from alongside.partners.models import Partner
from alongside.schools.models import School

o, s = columns(Partner), columns(School)

DAY = a_day("day")
LED, LEADING, MINE = the_keys("led_schools"), the_keys("leading_schools"), the_keys("my_partners")
EMPLOYERS = the_keys("employers")


def a_task(
    kind: str,
    object_type: str,
    row: ColumnElement[Any],
    title: ColumnElement[Any],
    *,
    due: ColumnElement[Any] | None = None,
    since: ColumnElement[Any] | None = None,
    school: bool = False,
    partner: bool = False,
) -> Query:
    """The columns that every kind has; `school` and `partner` say whether those tables are joined."""
    nothing: ColumnElement[Any] = literal_column("null")
    return select(
        literal(kind, String).label("kind"),
        literal(object_type, String).label("object_type"),
        row.label("id"),
        title.label("title"),
        cast(nothing if due is None else due, Date).label("due_on"),
        cast(nothing if since is None else since, Date).label("since_on"),
        cast(s.id if school else nothing, UUID).label("school_id"),
        (s.name if school else cast(nothing, String)).label("school_name"),
        cast(o.id if partner else nothing, UUID).label("partner_id"),
        (o.name if partner else cast(nothing, String)).label("partner_name"),
    )


def partner_is(column: ColumnElement[Any]) -> ColumnElement[bool]:
    return and_(o.tenant_id == TENANT, o.id == column)


def school_is(column: ColumnElement[Any]) -> ColumnElement[bool]:
    return and_(s.tenant_id == TENANT, s.id == column)
