"""The papers of an agreement."""

from uuid import UUID

from sqlalchemy import select

from alongside.agreements.errors import DocumentNotFound
from alongside.agreements.models import Agreement, AgreementDocument
from alongside.core.db import Executor, Row
from alongside.core.statements import Query, a_key, columns, statement
from alongside.identity.principal import Principal, Standpoint

from .visible import visible_to

a, d = columns(Agreement), columns(AgreementDocument)


@statement
def _paper(standpoints: frozenset[Standpoint]) -> Query:
    return (
        select(d.id, d.name, d.media_type, d.content)
        .join_from(d.id.table, a.id.table, (a.tenant_id == d.tenant_id) & (a.id == d.agreement_id))
        .where(visible_to(standpoints), a.id == a_key("agreement_id"), d.id == a_key("paper_id"))
    )


async def get_paper(db: Executor, principal: Principal, agreement_id: UUID, paper_id: UUID) -> Row:
    """A paper with its content, or DocumentNotFound."""
    row = await db.row(_paper(principal.standpoints), agreement_id=agreement_id, paper_id=paper_id, **principal.binds)
    if row is None:
        raise DocumentNotFound
    return row
