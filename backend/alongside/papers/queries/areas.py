"""The tree of areas: what is asked in an area is asked in everything under it."""

from typing import Any

from sqlalchemy import ColumnElement, any_, exists, func, literal_column, or_, select

from alongside.core.statements import TENANT, columns
from alongside.schools.models import TaxonomyTerm

t = columns(TaxonomyTerm)
_NONE: ColumnElement[Any] = literal_column("0")
_ONE: ColumnElement[Any] = literal_column("1")


def _under() -> Any:
    """Each area with every area above it; `rules.areas_below` as the database says it."""
    own = t.tenant_id == TENANT, t.scheme == "area", t.parent_code.is_not(None)
    found = select(t.code, t.parent_code.label("above")).where(*own).cte("area_under", recursive=True)
    higher = select(found.c.code, t.parent_code).join_from(found, t.id.table, t.code == found.c.above).where(*own)
    return found.union(higher)


_AREA_UNDER = _under()


def in_areas(
    asked: ColumnElement[Any], told: ColumnElement[Any], is_wide: ColumnElement[bool] | None = None
) -> ColumnElement[bool]:
    """Whether a program that says these areas is asked; one that says none is. `is_wide`: whether the areas below
    are meant as well, which they are unless something else is said."""
    below = exists(
        select(_ONE)
        .where(_AREA_UNDER.c.code == any_(told), _AREA_UNDER.c.above == any_(asked))
        .correlate_except(_AREA_UNDER)
    )
    return or_(
        func.cardinality(asked) == _NONE,
        func.cardinality(told) == _NONE,
        asked.bool_op("&&")(told),
        below if is_wide is None else is_wide & below,
    )
