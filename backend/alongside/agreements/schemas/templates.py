"""Templates of standing terms on the wire."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from alongside.core.fields import Code, Line, Prose, ReadModel, WriteModel
from alongside.core.lifecycle import AllowedMove

from .refs import PersonRef
from .text import TextDocumentRead
from .words import AgreementType

TemplateStatus = Literal["draft", "published", "retired"]
Texts = Annotated[list[Prose], Field(max_length=50)]


class StandingSectionWrite(WriteModel):
    """A section of an agreement's own standing terms; with a `code` it is that clause of its template."""

    code: Code | None = None
    heading: Line
    paragraphs: Texts = Field(default_factory=list)
    items: Texts = Field(default_factory=list)


class TemplateSectionWrite(StandingSectionWrite):
    """A section: a heading, running text, a list. Names in braces stand for what each agreement says itself, such as
    `{partner}`. With a `code` it is a clause of the checklist, which has to be finalized where `is_required`."""

    is_required: bool = False


class StandingSectionRead(ReadModel):
    """A section of standing terms as it was written, names in braces included."""

    code: str | None
    is_required: bool
    heading: str
    paragraphs: list[str]
    items: list[str]


StandingSections = Annotated[list[StandingSectionWrite], Field(max_length=60)]
TemplateSections = Annotated[list[TemplateSectionWrite], Field(max_length=60)]


class TemplateCreate(WriteModel):
    """A template: its first version is written until it is published. Without `sections` one about student records
    begins with those that it has to have."""

    name: Line
    type: AgreementType
    is_negotiable: bool = True
    sections: TemplateSections = Field(default_factory=list)
    note: Line | None = None


class TemplateUpdate(WriteModel):
    """A merge patch of what the next version is to say; `note`: what is new in it. The published ones stay."""

    name: Line = Field(default_factory=str)
    is_negotiable: bool = Field(default_factory=bool)
    sections: TemplateSections = Field(default_factory=list)
    note: Line | None = None


class TemplateCopy(WriteModel):
    """The name of the copy."""

    name: Line


class TemplateRef(ReadModel):
    """A template by its name."""

    id: UUID
    name: str


class TemplateItem(ReadModel):
    """A row of the list. `published_version_id` is what a draft is made from; `agreements`: how many were."""

    id: UUID
    name: str
    type: AgreementType
    status: TemplateStatus
    is_negotiable: bool
    published_number: int | None
    published_version_id: UUID | None
    published_at: datetime | None
    has_draft: bool
    agreements: int | None
    updated_at: datetime


class TemplatesRead(ReadModel):
    """The templates that you may use, or, if you keep them, all; `can_add`: you may write another."""

    items: list[TemplateItem]
    can_add: bool


class TemplateVersionItem(ReadModel):
    """A version; without `published_at` it is being written. `agreements`: how many were made from it."""

    id: UUID
    number: int
    is_negotiable: bool
    note: str | None
    published_at: datetime | None
    published_by: PersonRef | None
    agreements: int | None


class TemplateRead(ReadModel):
    """A template: `sections`, `is_negotiable` and `note` are those of the version being written, or, without one
    (`draft_number`), of the published one; those with a code in `kept` may not be left out of the next.
    `can_discard`: what is being written can be dropped."""

    id: UUID
    version: int
    name: str
    type: AgreementType
    status: TemplateStatus
    copied_from: TemplateRef | None
    published_number: int | None
    published_version_id: UUID | None
    draft_number: int | None
    is_negotiable: bool
    note: str | None
    sections: list[StandingSectionRead]
    kept: list[str]
    versions: list[TemplateVersionItem]
    can_edit: bool
    can_discard: bool
    allowed_moves: list[AllowedMove]
    created_at: datetime
    updated_at: datetime


class TemplateVersionRead(TemplateVersionItem):
    """A version with its text; `document`: as an agreement made from it would begin, by an example, where its
    `sections` stand under these `headings`."""

    template: TemplateRef
    type: AgreementType
    sections: list[StandingSectionRead]
    headings: list[str]
    document: TextDocumentRead


class ComparedLine(ReadModel):
    """A paragraph or an item that stayed, came or went."""

    change: Literal["kept", "added", "dropped"]
    text: str


class ComparedSection(ReadModel):
    """A section that says otherwise, whole."""

    heading: str
    lines: list[ComparedLine]


class VersionsCompared(ReadModel):
    """What one version says otherwise than another; `before` is null for the first, which is all new."""

    before: int | None
    after: int
    was_negotiable: bool | None
    is_negotiable: bool
    sections: list[ComparedSection]


class NewestVersion(ReadModel):
    """The newest published version of a template."""

    id: UUID
    number: int


class AgreementTemplateRead(ReadModel):
    """The template that an agreement was made from, and which version of it; `newest` may be a later one."""

    id: UUID
    name: str
    is_retired: bool
    version_id: UUID
    number: int
    is_negotiable: bool
    newest: NewestVersion | None
