"""Partners that are reached under the same e-mail domain or telephone number as somebody else: a hint, no proof."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, func, literal_column, select, union_all

from alongside.core.db import Executor
from alongside.core.statements import Query, columns, statement, the_texts
from alongside.identity.principal import Principal, Standpoint
from alongside.partners.likeness import mail_domain, phone_digits
from alongside.partners.models import Contact

from .standing import p, visible_to

c = columns(Contact)


def _domain(email: ColumnElement[Any]) -> ColumnElement[Any]:
    return func.lower(func.split_part(email, literal_column("'@'"), literal_column("2")))


def _digits(phone: ColumnElement[Any]) -> ColumnElement[Any]:
    plain = func.regexp_replace(
        phone, literal_column(r"E'(x|ext|#).*$|\\D'"), literal_column("''"), literal_column("'gi'")
    )
    return func.right(plain, literal_column("10"))


@statement
def _reached(standpoints: frozenset[Standpoint]) -> Query:
    asked = (
        func.unnest(the_texts("domains"), the_texts("phones"))
        .table_valued("domain", "phone", with_ordinality="place")
        .render_derived("asked")
    )
    said = asked.c
    own = select(p.id, _domain(p.email).label("domain"), _digits(p.phone).label("phone")).where(visible_to(standpoints))
    theirs = (
        select(p.id, _domain(c.email).label("domain"), _digits(c.phone).label("phone"))
        .join_from(p.id.table, c.id.table, (c.tenant_id == p.tenant_id) & (c.partner_id == p.id))
        .where(visible_to(standpoints))
    )
    reach = union_all(own, theirs).cte("reach").prefix_with("materialized", dialect="postgresql")
    by_domain, by_phone = reach.c.domain == said.domain, reach.c.phone == said.phone
    return (
        select(
            said.place,
            p.id,
            p.name,
            p.city,
            p.status,
            func.bool_or(func.coalesce(by_domain, literal_column("false"))).label("by_domain"),
            func.bool_or(func.coalesce(by_phone, literal_column("false"))).label("by_phone"),
        )
        .select_from(asked)
        .join(reach, by_domain | by_phone)
        .join(p.id.table, (p.id == reach.c.id) & visible_to(standpoints))
        .group_by(said.place, p.id, p.name, p.city, p.status)
        .order_by(said.place, p.name, p.id)
    )


async def find_by_reach(
    db: Executor, principal: Principal, reached: Sequence[tuple[str | None, str | None]]
) -> list[list[dict[str, Any]]]:
    """For each e-mail address and telephone number the partners that this caller sees who are reached there too."""
    found: list[list[dict[str, Any]]] = [[] for _ in reached]
    rows = await db.rows(
        _reached(principal.standpoints),
        **principal.binds,
        domains=[mail_domain(email) for email, _ in reached],
        phones=[phone_digits(phone) for _, phone in reached],
    )
    for row in rows:
        because = [word for word in ("email_domain", "phone") if row[f"by_{word.removeprefix('email_')}"]]
        told: dict[str, Any] = {name: row[name] for name in ("id", "name", "city", "status")}
        found[row["place"] - 1].append({**told, "because": because})
    return found
