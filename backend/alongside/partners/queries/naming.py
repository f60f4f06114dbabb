"""What an organization was called in law on a day: `rules.legal_name_on` as the database says it."""

from typing import Any, Final

from sqlalchemy import ColumnElement, Text, cast, func, literal_column, or_, select

from alongside.core.statements import TENANT, columns
from alongside.partners.models import Partner, PartnerFormerName, PartnerMerge

p, f, m = columns(Partner), columns(PartnerFormerName), columns(PartnerMerge)

_NAMES: Final = ("names", "partner_former_name.partner_id")


def _came_with(row: Any, *kinds: str) -> ColumnElement[Any]:
    """The record that a row belonged to before it came with a merge; null for the partner's own."""
    key = func.to_jsonb(cast(row.id, Text))
    parts = [func.jsonb_extract_path(m.moved, literal_column(f"'{kind}'")).op("@>")(key) for kind in kinds]
    return (
        select(m.merged_id)
        .where(m.tenant_id == TENANT, m.undone_at.is_(None), or_(*parts))
        .order_by(m.made_at, m.id)
        .limit(literal_column("1"))
        .correlate(row.id.table)
        .scalar_subquery()
    )


def other_name_on(row: Any, day: ColumnElement[Any]) -> ColumnElement[Any]:
    """What the partner of a row (by its columns) was called in law on a day, where that is another name than today's;
    the partner is joined. What came with a merged record bore that record's name."""
    former = (
        select(f.legal_name)
        .where(
            f.tenant_id == TENANT,
            f.partner_id == row.partner_id,
            f.until_on >= day,
            _came_with(f, *_NAMES).is_not_distinct_from(_came_with(row, f"{row.id.table.name}.partner_id")),
        )
        .order_by(f.until_on, f.id)
        .limit(literal_column("1"))
        .correlate(row.id.table)
        .scalar_subquery()
    )
    return func.nullif(former, p.legal_name)
