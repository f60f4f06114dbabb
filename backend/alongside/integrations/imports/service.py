"""Bringing a file in: one transaction, all or nothing unless told otherwise, and a dry run that does it all but stay.

Reading, checking and COPY go hand in hand in one pass and bounded memory; what is wrong is known when the last
row was read, and then everything is written or nothing.
"""

import asyncio
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from decimal import Decimal
from typing import BinaryIO, Final, TypeVar
from uuid import UUID

from alongside.core.clock import new_id
from alongside.core.db import Database, Row, Tx
from alongside.core.record import Caller
from alongside.measures import service as measures
from alongside.measures.queries import units
from alongside.schools import service as schools
from alongside.schools.queries import school_keys

from .mapping import Catalogue, MeasuresMapping, SchoolsMapping, Students
from .reading import CsvFile, Limits
from .report import FileRefused, Findings, ImportReport, Outcome, RowCounts
from .schools import SchoolRow, SchoolsFile
from .values import MeasureUnit, Value, ValuesFile

T = TypeVar("T")
SECONDS: Final = 300
BREATH: Final = 256


@dataclass(frozen=True, slots=True)
class Wish:
    """How a file is to be brought in."""

    is_dry_run: bool = False
    allow_partial: bool = False
    limits: Limits | None = None


class _Undone(Exception):
    """Rolls the transaction back; what it found out is kept."""


@asynccontextmanager
async def _undoable(database: Database, caller: Caller) -> AsyncIterator[Tx]:
    try:
        async with database.transaction(caller, seconds=SECONDS) as tx:
            yield tx
    except _Undone:
        pass


async def _breathing(items: Iterator[T]) -> AsyncIterator[T]:
    """Give other requests their turn every few rows."""
    for number, item in enumerate(items):
        if number % BREATH == 0:
            await asyncio.sleep(0)
        yield item


async def import_schools(
    database: Database, caller: Caller, stream: BinaryIO, mapping: SchoolsMapping, wish: Wish
) -> ImportReport:
    """Bring a directory of schools, and their numbers of students where the mapping names them."""
    findings = Findings()
    done = counted = None
    batches = []
    async with _undoable(database, caller) as tx:
        try:
            population = None if mapping.students is None else _count_of(mapping.students, await units(tx))
            file = CsvFile(stream, wish.limits)
            reader = SchoolsFile(file, mapping)
            await schools.stage_schools(tx, reader.fields, _breathing(_as_schools(reader.rows(findings))))
        except FileRefused as refused:
            findings.refuse_file(refused.error)
            raise _Undone from refused
        left_out = await _name_successors(tx, reader, findings) if reader.successors else frozenset()
        if _is_refused(findings, wish):
            raise _Undone
        loaded = await schools.merge_schools(
            tx, mapping.system, reader.fields, await schools.day_of(tx), tells_successors=reader.tells_successors
        )
        done = RowCounts(created=loaded.created, updated=loaded.updated, unchanged=loaded.unchanged)
        if loaded.created + loaded.updated:
            counts = measures.Counts(None, loaded.created, loaded.updated, loaded.unchanged)
            batches.append(
                await measures.keep_batch(
                    tx, kind="schools", source=mapping.source, counts=counts, file_sha256=file.digest,
                    refused=len(findings.refused_rows),
                )
            )  # fmt: skip
        if population is not None:
            known = await school_keys(tx, mapping.system)
            staged = _as_counts(stream, mapping, wish, population, known, left_out)
            await measures.stage(tx, _breathing(staged))
            kept = await measures.merge(
                tx,
                kind="measures",
                source=mapping.source,
                file_sha256=file.digest,
                refused=len(findings.refused_rows),
            )
            counted = RowCounts(created=kept.created, updated=kept.updated, unchanged=kept.unchanged)
            batches += [] if kept.batch_id is None else [kept.batch_id]
        if wish.is_dry_run:
            raise _Undone
    return findings.report(
        "schools", mapping.source, _outcome(findings, done, counted), is_dry_run=wish.is_dry_run,
        schools=done, observations=counted, batch_ids=batches,
    )  # fmt: skip


async def _name_successors(tx: Tx, reader: SchoolsFile, findings: Findings) -> frozenset[str]:
    """Find the schools into which others were merged, by their key or name; the keys of the rows that are left out."""
    names, staged = await schools.staged_names(tx, reader.mapping.system)
    found: dict[str, UUID] = {}
    wrong: dict[str, str] = {}
    for _row, key, said in reader.successors:
        successor = names.find(said)
        if successor is None or successor == staged[key]:
            wrong[key] = "unknown_school" if successor is None else "same_school"
        else:
            found[key] = successor
    for key in await schools.name_successors(tx, found, await schools.day_of(tx)):
        wrong[key] = "school_closed"
    left_out = frozenset(wrong)
    while left_out:
        left_out = await schools.leave_out(tx, left_out)
        wrong |= dict.fromkeys(left_out, "left_out")
    for row, key, _said in reader.successors:
        if key in wrong:
            reader.refuse_successor(findings, row, wrong[key])
    return frozenset(wrong)


def _as_schools(rows: Iterator[SchoolRow]) -> Iterator[tuple[object, ...]]:
    for school in rows:
        yield (new_id(), school.key, *school.fields)


def _count_of(students: Students, catalogue: Mapping[str, Row]) -> UUID:
    measure = catalogue.get(students.measure)
    if measure is None or measure["unit"] != "count":
        raise FileRefused(
            "unknown_measure", f"The catalogue has no count '{students.measure}'; import the catalogue first"
        )
    measure_id: UUID = measure["id"]
    return measure_id


def _as_counts(
    stream: BinaryIO,
    mapping: SchoolsMapping,
    wish: Wish,
    measure_id: UUID,
    known: Mapping[str, UUID],
    left_out: frozenset[str],
) -> Iterator[measures.Staged]:
    """The second pass: the schools are there now, so their numbers of students can refer to them."""
    period = "" if mapping.students is None else mapping.students.period
    stream.seek(0)
    for school in SchoolsFile(CsvFile(stream, wish.limits), mapping).rows(Findings()):
        for group, count in () if school.key in left_out else school.students.items():
            yield measures.Staged(
                school.row, new_id(), measure_id, known[school.key], period, group, Decimal(count), None, None, None,
                None,
            )  # fmt: skip


async def import_measures(
    database: Database, caller: Caller, stream: BinaryIO, mapping: MeasuresMapping, wish: Wish
) -> ImportReport:
    """Bring published values of measures that the catalogue defines, for schools that the directory knows."""
    findings = Findings()
    done = None
    batches = []
    async with _undoable(database, caller) as tx:
        known = {key: MeasureUnit(row["id"], row["unit"]) for key, row in (await units(tx)).items()}
        places = await school_keys(tx, mapping.system)
        try:
            file = CsvFile(stream, wish.limits)
            reader = ValuesFile(file, mapping, measures=known, schools=places)
            await measures.stage(tx, _breathing(_as_observations(reader.rows(findings))))
        except FileRefused as refused:
            findings.refuse_file(refused.error)
            raise _Undone from refused
        repeated = await measures.repeated_rows(tx)
        for row in repeated:
            findings.refuse(row, mapping.school, "duplicate", "An earlier row says this already")
        if _is_refused(findings, wish):
            raise _Undone
        await measures.drop_rows(tx, repeated)
        kept = await measures.merge(
            tx, kind="measures", source=mapping.source, file_sha256=file.digest, refused=len(findings.refused_rows)
        )
        done = RowCounts(created=kept.created, updated=kept.updated, unchanged=kept.unchanged)
        batches += [] if kept.batch_id is None else [kept.batch_id]
        if wish.is_dry_run:
            raise _Undone
    return findings.report(
        "measures", mapping.source, _outcome(findings, done), is_dry_run=wish.is_dry_run, observations=done,
        batch_ids=batches,
    )  # fmt: skip


def _as_observations(values: Iterator[Value]) -> Iterator[measures.Staged]:
    for value in values:
        yield measures.Staged(value.row, new_id(), *value[1:])


async def import_catalogue(database: Database, caller: Caller, catalogue: Catalogue, wish: Wish) -> ImportReport:
    """Bring the definitions of measures."""
    findings = Findings(rows=len(catalogue.measures))
    done = None
    async with _undoable(database, caller) as tx:
        counts = await measures.define(tx, catalogue.measures)
        done = RowCounts(created=counts.created, updated=counts.updated, unchanged=counts.unchanged)
        if wish.is_dry_run:
            raise _Undone
    source = catalogue.measures[0].source or "catalogue"
    return findings.report("catalogue", source, _outcome(findings, done), is_dry_run=wish.is_dry_run, measures=done)


def _is_refused(findings: Findings, wish: Wish) -> bool:
    return findings.is_blocked and not wish.allow_partial


def _outcome(findings: Findings, *counts: RowCounts | None) -> Outcome:
    written = [count for count in counts if count is not None]
    if not written or (findings.rows and len(findings.refused_rows) == findings.rows):
        return "refused"
    return "loaded" if any(count.created + count.updated for count in written) else "unchanged"
