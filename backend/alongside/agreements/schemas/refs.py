"""Other records by their names."""

from datetime import date
from uuid import UUID

from alongside.core.fields import ReadModel

from .words import Status


class PartnerRef(ReadModel):
    """The partner, by the name people use."""

    id: UUID
    name: str


class ProgramRef(ReadModel):
    """A program."""

    id: UUID
    name: str


class SchoolRef(ReadModel):
    """A school."""

    id: UUID
    name: str


class AgreementRef(ReadModel):
    """Another agreement."""

    id: UUID
    number: str
    title: str
    status: Status
    starts_on: date
    ends_on: date


class PersonRef(ReadModel):
    """Somebody."""

    id: UUID
    name: str
