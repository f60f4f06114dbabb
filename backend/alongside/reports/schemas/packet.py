"""The board's packet: each agreement as the board reads it before it votes."""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, Field

from alongside.agreements.schemas.refs import AgreementRef
from alongside.agreements.schemas.words import AgreementType
from alongside.core.fields import Day, ReadModel
from alongside.core.telling import SaidRead

from .refs import Named


class PacketQuery(BaseModel):
    """Which agreements the packet holds (without any, all that wait for the board), and for which meeting."""

    agreement: Annotated[list[UUID], Field(max_length=200)] | None = None
    meets_on: Day | None = None


class PacketResult(ReadModel):
    """What a target came to in a year, in a sentence that hides what small groups would give away."""

    id: UUID
    program: str
    target: str
    finding: str
    finding_said: list[SaidRead]
    suppressed: bool
    school_count: int


class LastYear(ReadModel):
    """The school year before, and what the agreement's programs reached in it."""

    school_year: str
    results: list[PacketResult]


class PacketPaper(ReadModel):
    """A paper that the district asks of the partner: at how many of its programs at schools it is there."""

    requirement: str
    asked_at: int
    met_at: int
    met_through: date | None


class PacketItem(ReadModel):
    """One agreement as the board reads it; `needs`: what it lacks before the board can vote, nothing when ready."""

    id: UUID
    number: str
    title: str
    type: AgreementType
    partner: Named
    programs: list[Named]
    schools: list[Named]
    is_district_wide: bool
    starts_on: date
    ends_on: date
    status: str
    kind: Literal["new", "renewal", "amendment"]
    renews: AgreementRef | None
    amends: AgreementRef | None
    purpose: str | None
    cost: str | None
    funding_source: str | None
    financial_terms: str | None
    stated_value: str | None
    last_year: LastYear
    papers: list[PacketPaper]
    needs: list[str]


class BoardPacket(ReadModel):
    """What the board reads: `count` agreements, what they cost together, and how many of them state no amount."""

    version: int
    district: str
    as_of: date
    meets_on: date | None
    count: int
    total_cost: str
    without_cost: int
    items: list[PacketItem]
    missing: list[UUID]
