"""Facts about an office's own spreadsheets."""

from dataclasses import dataclass
from typing import ClassVar

from alongside.core.record import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class SpreadsheetUploaded(Event):
    kind: ClassVar[str] = "spreadsheet.uploaded"


@dataclass(frozen=True, slots=True, kw_only=True)
class SpreadsheetMatched(Event):
    kind: ClassVar[str] = "spreadsheet.matched"


@dataclass(frozen=True, slots=True, kw_only=True)
class SpreadsheetChecked(Event):
    kind: ClassVar[str] = "spreadsheet.checked"


@dataclass(frozen=True, slots=True, kw_only=True)
class SpreadsheetDecided(Event):
    kind: ClassVar[str] = "spreadsheet.decided"


@dataclass(frozen=True, slots=True, kw_only=True)
class SpreadsheetCommitted(Event):
    kind: ClassVar[str] = "spreadsheet.committed"


@dataclass(frozen=True, slots=True, kw_only=True)
class SpreadsheetFailed(Event):
    """A step that the worker was asked for could not be taken; `changed` says which, why, and who had asked."""

    kind: ClassVar[str] = "spreadsheet.failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class SpreadsheetAbandoned(Event):
    kind: ClassVar[str] = "spreadsheet.abandoned"
