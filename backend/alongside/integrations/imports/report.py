"""What becomes of a file: how many rows did what, and each wrong row by place and rule, never by its value."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, Literal
from uuid import UUID

from alongside.core.fields import ReadModel

MOST_SHOWN: Final = 1_000

Outcome = Literal["loaded", "unchanged", "refused"]


class RowError(ReadModel):
    """One wrong thing. `row` counts as a spreadsheet does (the header is 1); null when it is the whole file."""

    row: int | None
    column: str | None
    code: str
    message: str


class RowCounts(ReadModel):
    created: int
    updated: int
    unchanged: int


class ImportReport(ReadModel):
    """The whole account. In a dry run nothing was written, and everything else is as it would have been.

    `refused` counts rows that are left out; `errors` names the first thousand things that are wrong.
    """

    kind: Literal["schools", "measures", "catalogue"]
    source: str
    is_dry_run: bool
    outcome: Outcome
    rows: int
    refused: int
    schools: RowCounts | None
    observations: RowCounts | None
    measures: RowCounts | None
    batch_ids: list[UUID]
    errors: list[RowError]
    errors_not_shown: int


class FileRefused(Exception):
    """The file as a whole cannot be read; nothing of it is."""

    def __init__(self, code: str, message: str, *, row: int | None = None, column: str | None = None) -> None:
        super().__init__(message)
        self.error = RowError(row=row, column=column, code=code, message=message)


@dataclass
class Findings:
    """Collects what is wrong while a file is read, in bounded memory."""

    rows: int = 0
    is_blocked: bool = False
    errors: list[RowError] = field(default_factory=list)
    not_shown: int = 0
    refused_rows: set[int] = field(default_factory=set)

    def refuse(self, row: int, column: str | None, code: str, message: str, *, blocks: bool = True) -> None:
        """A row is left out. It blocks the rest, too, unless it was to be expected (`blocks` false)."""
        self.refused_rows.add(row)
        self.is_blocked = self.is_blocked or blocks
        self._add(RowError(row=row, column=column, code=code, message=message))

    def refuse_file(self, error: RowError) -> None:
        """Nothing of the file can be taken."""
        self.is_blocked = True
        self._add(error)

    def _add(self, error: RowError) -> None:
        if len(self.errors) < MOST_SHOWN:
            self.errors.append(error)
        else:
            self.not_shown += 1

    def report(
        self,
        kind: Literal["schools", "measures", "catalogue"],
        source: str,
        outcome: Outcome,
        *,
        is_dry_run: bool,
        schools: RowCounts | None = None,
        observations: RowCounts | None = None,
        measures: RowCounts | None = None,
        batch_ids: Sequence[UUID] = (),
    ) -> ImportReport:
        return ImportReport(
            kind=kind, source=source, is_dry_run=is_dry_run, outcome=outcome, rows=self.rows,
            refused=len(self.refused_rows), schools=schools, observations=observations, measures=measures,
            batch_ids=[] if is_dry_run else list(batch_ids), errors=self.errors, errors_not_shown=self.not_shown,
        )  # fmt: skip
