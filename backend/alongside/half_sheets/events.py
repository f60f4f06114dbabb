"""Facts about half-sheets; each stands in the history of the record that it is about."""

from dataclasses import dataclass
from typing import ClassVar

from alongside.core.record import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramMadePublic(Event):
    kind: ClassVar[str] = "program.made_public"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramMadePrivate(Event):
    kind: ClassVar[str] = "program.made_private"


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicWordsChanged(Event):
    kind: ClassVar[str] = "program.public_words_changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownOnHalfSheet(Event):
    kind: ClassVar[str] = "partnership.shown_on_half_sheet"


@dataclass(frozen=True, slots=True, kw_only=True)
class HiddenFromHalfSheet(Event):
    kind: ClassVar[str] = "partnership.hidden_from_half_sheet"


@dataclass(frozen=True, slots=True, kw_only=True)
class HalfSheetOpened(Event):
    kind: ClassVar[str] = "school.half_sheet_opened"


@dataclass(frozen=True, slots=True, kw_only=True)
class HalfSheetClosed(Event):
    kind: ClassVar[str] = "school.half_sheet_closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class HalfSheetChanged(Event):
    kind: ClassVar[str] = "school.half_sheet_changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class HalfSheetSettingsChanged(Event):
    kind: ClassVar[str] = "settings.half_sheets_changed"
