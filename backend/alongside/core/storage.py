"""How many bytes of files a tenant keeps and how many it may: every file that is kept asks here first (SEC-60).

Used is the sum over the rows that are there, never a counter that could drift: what is deleted frees its room by
itself. The tables stand here by name, for core knows no feature; the catalog test finds the one that is forgotten.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    FromClause,
    Integer,
    Text,
    Uuid,
    cast,
    column,
    func,
    literal_column,
    select,
    table,
    true,
)

from .db import Executor, Tx
from .errors import FieldError, Unprocessable
from .statements import TENANT, Query, statement

MEGABYTE: Final = 1_000_000
What = Literal["papers", "agreements", "spreadsheets"]


@dataclass(frozen=True, slots=True)
class Keeper:
    """A table that keeps files, each with its `size`: whose they are, and which of its rows still hold one."""

    what: What
    condition: str = "true"


KEPT: Final[Mapping[str, Keeper]] = {
    "paper_file": Keeper("papers"),
    "agreement_document": Keeper("agreements"),
    # a file that was given up keeps its name, not its rows
    "spreadsheet": Keeper("spreadsheets", "stage <> 'abandoned'"),
}
"""Every one of them."""

FILLING_AT: Final = 80
NEARLY_FULL_AT: Final = 95

State = Literal["roomy", "filling", "nearly_full"]


class StorageFull(Unprocessable):
    """Carries how many bytes are used and allowed, and how many the file would take."""

    slug, title = "storage-full", "There is no room left for this file"


@dataclass(frozen=True, slots=True)
class Kept:
    """What one table keeps."""

    files: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Usage:
    """What a tenant keeps, table by table, how many bytes it may, and how many megabytes were said of it alone."""

    kept: Mapping[str, Kept]
    allowed: int
    own_mb: int | None

    @property
    def used(self) -> int:
        return sum(each.bytes for each in self.kept.values())

    @property
    def state(self) -> State:
        """From 80 percent on it fills, from 95 percent on it is nearly full."""
        share = 100 * self.used
        if share >= NEARLY_FULL_AT * self.allowed:
            return "nearly_full"
        return "filling" if share >= FILLING_AT * self.allowed else "roomy"


def _sum(name: str, condition: str) -> FromClause:
    rows = table(name, column("tenant_id", Uuid), column("size", Integer))
    return (
        select(
            func.count().label(f"{name}_files"),
            cast(func.coalesce(func.sum(rows.c.size), 0), BigInteger).label(f"{name}_bytes"),
        )
        .where(rows.c.tenant_id == TENANT, literal_column(condition))
        .subquery(f"in_{name}")
    )


@statement
def _usage() -> Query:
    tenant = table("tenant", column("id", Uuid), column("file_quota_mb", Integer))
    joined: FromClause = tenant
    told: list[ColumnElement[Any]] = [tenant.c.file_quota_mb]
    for name, keeper in KEPT.items():
        kept = _sum(name, keeper.condition)
        joined, told = joined.join(kept, true()), [*told, *kept.c]
    return select(*told).select_from(joined).where(tenant.c.id == TENANT)


@statement
def _one_at_a_time() -> Query:
    return select(func.pg_advisory_xact_lock(func.hashtextextended(cast(TENANT, Text), literal_column("20200160"))))


async def usage(db: Executor) -> Usage:
    """What the tenant keeps now."""
    row = await db.row(_usage())
    assert row is not None
    own: int | None = row["file_quota_mb"]
    allowed = db.file_quota_mb if own is None else own
    return Usage({name: Kept(row[f"{name}_files"], row[f"{name}_bytes"]) for name in KEPT}, allowed * MEGABYTE, own)


async def make_room(tx: Tx, size: int) -> None:
    """Return when a file of this size may be kept, in this transaction. Raises StorageFull.

    Two that come at once do not both see the last free room: the second waits here until the first is committed, so
    call it last before the bytes are written.
    """
    await tx.row(_one_at_a_time())
    now = await usage(tx)
    if now.used + size > now.allowed:
        used, allowed = as_words(now.used), as_words(now.allowed)
        raise StorageFull(
            errors=[
                FieldError(
                    "/file",
                    "storage_full",
                    f"{used} of the {allowed} for the district’s files are used, and this one does not fit. Its "
                    "partnership office can ask whoever runs Alongside for more room",
                    used=used,
                    allowed=allowed,
                )
            ],
            used_bytes=now.used,
            allowed_bytes=now.allowed,
            file_bytes=size,
        )


def as_words(size: int) -> str:
    """“9.9 GB”, “940 MB”, “12 KB”: rounded down, so that full is never said before it is."""
    if size >= 1000 * MEGABYTE:
        whole, tenth = divmod(size // (100 * MEGABYTE), 10)
        return f"{whole}.{tenth} GB" if tenth else f"{whole} GB"
    return f"{size // MEGABYTE} MB" if size >= MEGABYTE else f"{size // 1000} KB"
