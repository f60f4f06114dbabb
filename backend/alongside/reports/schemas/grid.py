"""The partner's grid: its programs at schools, and what each of them lacks."""

from datetime import date
from uuid import UUID

from alongside.core.fields import ReadModel
from alongside.core.telling import SaidRead
from alongside.papers.schemas import PaperAbout
from alongside.partnerships.schemas import PaperDue

from .refs import Named


class GridAgreement(ReadModel):
    """The agreement that counts for one program at one school: in force, else the one on its way."""

    id: UUID
    number: str
    status: str
    effective_status: str
    ends_on: date
    confirmation: str | None


class GridTarget(ReadModel):
    """A target at the school, the school's word, and the last result's day."""

    id: UUID
    name: str
    status: str
    word: str
    last_result_on: date | None
    result_due_on: date | None


class GridBlocker(ReadModel):
    """What is missing, and on which side the next step lies."""

    code: str
    words: str
    said: SaidRead
    party: str | None
    due_on: date | None
    about: PaperAbout | None


class GridRow(ReadModel):
    """One program at one school."""

    tenant: str
    partnership_id: UUID
    school: Named
    partner: Named
    program: Named
    stage: str
    cleared: bool
    blockers: list[GridBlocker]
    papers_due: list[PaperDue]
    agreement: GridAgreement | None
    targets: list[GridTarget]


class GridTenant(ReadModel):
    """A district or network in which the caller works for a partner; `is_here` marks the session's own."""

    slug: str
    name: str
    is_here: bool
    effective_on: date


class Grid(ReadModel):
    """A partner's schools × what is missing, in every district where the caller works."""

    tenants: list[GridTenant]
    items: list[GridRow]
