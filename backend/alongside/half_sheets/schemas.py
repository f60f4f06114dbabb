"""The wire shapes of half-sheets."""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from alongside.core.fields import Line, ReadModel, WriteModel
from alongside.core.telling import SaidRead

By = Literal["district", "school"]
Language = Literal["en", "es"]
Standing = Literal["shown", "not_public", "not_decided", "words_changed", "not_in_force"]


class Words(ReadModel):
    """A text and the language that it is in."""

    text: str
    language: Language


class PublicProgram(ReadModel):
    """A program as everybody reads it: no ids, and nothing that was not made public."""

    name: Words
    partner: str
    summary: Words
    grades: list[str]
    schedule: Words | None
    weekdays: list[str]
    times_of_day: list[str]
    place: Words | None
    languages: list[str]
    is_free: bool
    cost: Words | None
    how_to_join: Words
    contact: str | None
    phone: str | None


class CodeRead(ReadModel):
    """A QR code: its side in modules without the quiet zone of four, and its dark modules as an SVG path."""

    size: int
    path: str


class HalfSheetRead(ReadModel):
    """A school's public page on a day, in one language."""

    district: str
    school: str
    language: Language
    current_on: date
    is_demonstration: bool
    decided_by: By
    ask: Words | None
    ask_phone: str | None
    address: str
    code: CodeRead
    items: list[PublicProgram]


class ListingWrite(WriteModel):
    """What a partner says of a program to everybody, in English and, where it can, in Spanish. A person is named
    only if they have agreed to be."""

    is_public: bool
    summary: Line | None = None
    is_free: bool | None = None
    cost: Line | None = None
    how_to_join: Line | None = None
    contact: Line | None = None
    phone: Line | None = None
    name_es: Line | None = None
    summary_es: Line | None = None
    cost_es: Line | None = None
    how_to_join_es: Line | None = None


class ListedAt(ReadModel):
    """A school whose page shows the program today."""

    id: UUID
    name: str


class ListingRead(ReadModel):
    """The partner's word on a program; `version` 0 before there is one. `shown_at`: the schools where today's page
    shows it, of those that the reader sees."""

    version: int
    program_id: UUID
    is_public: bool
    words_version: int
    summary: str | None
    is_free: bool | None
    cost: str | None
    how_to_join: str | None
    contact: str | None
    phone: str | None
    name_es: str | None
    summary_es: str | None
    cost_es: str | None
    how_to_join_es: str | None
    can_edit: bool
    shown_at: list[ListedAt]


class KeptSheetWrite(WriteModel):
    """A school's page: whether anybody may read it, and whom to ask there. A person is named only if they have
    agreed to be."""

    is_open: bool
    ask: Line | None = None
    ask_es: Line | None = None
    ask_phone: Line | None = None


class KeptSheetRef(ReadModel):
    """A record by name."""

    id: UUID
    name: str


class KeptSheetItem(ReadModel):
    """A program at the school, and where it stands between the two words and the day."""

    partnership_id: UUID
    program: KeptSheetRef
    partner: KeptSheetRef
    standing: Standing
    words_version: int | None
    summary: str | None
    schedule: str | None
    place: str | None
    schedule_es: str | None
    place_es: str | None
    reasons: list[str]
    said: list[SaidRead]
    can_show: bool
    can_hide: bool


class KeptSheetRead(ReadModel):
    """A school's page as staff keep it; `version` 0 before there is one. `preview` is what everybody reads, or would,
    and null for partners' people, who see their own programs alone."""

    version: int
    school: KeptSheetRef
    is_open: bool
    address: str | None
    ask: str | None
    ask_es: str | None
    ask_phone: str | None
    decided_by: By
    can_edit: bool
    can_close: bool
    items: list[KeptSheetItem]
    preview: HalfSheetRead | None


class EntryWrite(WriteModel):
    """The words that were read, by their version, and when and where in Spanish."""

    words_version: Annotated[int, Field(ge=1, le=1_000_000_000)]
    schedule_es: Line | None = None
    place_es: Line | None = None


class HalfSheetSettingsRead(ReadModel):
    """Whose word beside the partner's puts a program on a school's page."""

    version: int
    decided_by: By


class HalfSheetSettingsWrite(WriteModel):
    """The same, to be set."""

    decided_by: By
