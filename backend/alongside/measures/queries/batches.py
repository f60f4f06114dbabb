"""What was loaded: the district office's list of batches."""

from typing import Any
from uuid import UUID

from sqlalchemy import select

from alongside.core.db import Executor
from alongside.core.paging import Cursors, Page, fetch_page, paged
from alongside.core.statements import TENANT, Query, a_key, columns, statement
from alongside.measures.errors import BatchNotFound
from alongside.measures.models import ObservationBatch
from alongside.measures.schemas import BatchFilters, BatchSort

b = columns(ObservationBatch)


def _listed() -> Query:
    return select(
        b.id, b.kind, b.source, b.file_sha256, b.created_count, b.updated_count, b.unchanged_count, b.refused_count,
        b.created_at,
    ).where(b.tenant_id == TENANT)  # fmt: skip


@statement
def _page(sort: BatchSort, after: bool) -> Query:
    return paged(_listed(), b.created_at, b.id, descending=sort is BatchSort.NEWEST, after=after)


@statement
def _one() -> Query:
    return _listed().where(b.id == a_key("id"))


async def find_batches(db: Executor, query: BatchFilters, cursors: Cursors) -> Page:
    """A page of batches."""
    return await fetch_page(
        db, query, lambda after: _page(query.sort, after), name="batches", cursors=cursors, values={}
    )


async def get_batch(db: Executor, batch_id: UUID) -> dict[str, Any]:
    """One batch, or BatchNotFound."""
    row = await db.row(_one(), id=batch_id)
    if row is None:
        raise BatchNotFound
    return dict(row)
