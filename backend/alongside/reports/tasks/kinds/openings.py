"""Where other districts may join an agreement: the partner's word, and the office's look at the answer (ADR 0024)."""

from collections.abc import Callable

from sqlalchemy import ColumnElement, any_, exists, literal_column, not_, or_, select

from alongside.agreements.models import Agreement, AgreementOpening
from alongside.core.statements import TENANT, Query, a_key, columns

from .task import DAY, EMPLOYERS, MINE, a_task, partner_is

x, a = columns(AgreementOpening), columns(Agreement)


def _opening(kind: str, since: ColumnElement[object], *conditions: ColumnElement[bool]) -> Query:
    return a_task(kind, "agreement", a.id, a.title, since=since, partner=True).where(
        x.tenant_id == TENANT,
        a.tenant_id == TENANT,
        a.id == x.agreement_id,
        a.status == "executed",
        a.ends_on >= DAY,
        partner_is(a.partner_id),
        *conditions,
    )


def _to_answer() -> Query:
    """Nobody who proposed it answers it."""
    not_mine = or_(x.proposed_by_id.is_(None), x.proposed_by_id != a_key("me"))
    return _opening(
        "opening_to_answer", x.proposed_on, x.status == "proposed", x.open_until >= DAY,
        a.partner_id == any_(MINE), not_mine,
    )  # fmt: skip


def _answered() -> Query:
    """Until somebody of the office notes the answer, or proposes it anew."""
    after = x.id.table.alias("after").c
    anew = exists(
        select(literal_column("1")).where(
            after.tenant_id == TENANT, after.agreement_id == x.agreement_id, after.id > x.id
        )
    )
    return _opening(
        "opening_answered", x.decided_on, or_(x.status == "open", x.status == "refused"), x.noted_on.is_(None),
        not_(anew), not_(a.partner_id == any_(EMPLOYERS)),
    )  # fmt: skip


SELECTS: dict[str, Callable[[], Query]] = {"opening_to_answer": _to_answer, "opening_answered": _answered}
