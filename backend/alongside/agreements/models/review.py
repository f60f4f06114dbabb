"""Who looks at an agreement before it is signed: routes, reviews with their notes, the board's votes."""

from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import Index, Text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import Field

from alongside.core.models import TenantPart, TenantRow, instant, one_of, refers


class AgreementRoute(TenantRow, table=True):
    """How a district reviews and signs agreements of one type; without a row the trade's usual way holds."""

    __tablename__: ClassVar[Any] = "agreement_route"
    __table_args__ = (
        one_of("type", "mou", "moa", "school_partner_agreement", "services_contract", "space_use", "data_sharing",
               "research", "letter_of_agreement", "collaboration_plan"),
        one_of("signing_order", "any", "partner_first", "district_first"),
        Index("agreement_route_type", "tenant_id", "type", unique=True),
    )  # fmt: skip

    type: str
    steps: list[str] = Field(sa_type=ARRAY(Text))
    is_in_order: bool = False
    signing_order: str = "any"


class AgreementReview(TenantPart, table=True):
    """A reviewer's word on one step; it counts (`is_current`) until the text is handed in again."""

    __tablename__: ClassVar[Any] = "agreement_review"
    __table_args__ = (
        refers("agreement_id", "agreement", on_delete="CASCADE"),
        refers("board_vote_id", "board_vote"),
        one_of("step", "program", "legal", "risk", "privacy", "board"),
        one_of("decision", "approved", "changes_requested"),
        Index("agreement_review_agreement", "tenant_id", "agreement_id", "id"),
    )

    agreement_id: UUID
    step: str
    decision: str
    comment: str | None = None
    reviewer_id: UUID = Field(foreign_key="person.id")
    decided_at: datetime = instant(default=True)
    is_current: bool = True
    board_vote_id: UUID | None = None


class ReviewNote(TenantPart, table=True):
    """What a reviewer wrote beside one section of the text."""

    __tablename__: ClassVar[Any] = "review_note"
    __table_args__ = (
        refers("review_id", "agreement_review", on_delete="CASCADE"),
        one_of("section", "parties", "purpose", "programs", "schools", "students", "schedule", "promises", "costs",
               "records", "terms", "term"),
        Index("review_note_review", "tenant_id", "review_id", "section", unique=True),
    )  # fmt: skip

    review_id: UUID
    section: str
    text: str


class BoardVote(TenantPart, table=True):
    """One recorded vote of the board: when it met, the item of its agenda, the resolution, and how it ended."""

    __tablename__: ClassVar[Any] = "board_vote"
    __table_args__ = (
        one_of("outcome", "approved", "declined"),
        Index("board_vote_met", "tenant_id", "met_on", "id"),
    )

    met_on: date
    item: str
    resolution: str
    outcome: str
    note: str | None = None
    recorded_by_id: UUID = Field(foreign_key="person.id")
    recorded_at: datetime = instant(default=True)


class BoardVoteAgreement(TenantPart, table=True):
    """An agreement that a vote moved."""

    __tablename__: ClassVar[Any] = "board_vote_agreement"
    __table_args__ = (
        refers("vote_id", "board_vote", on_delete="CASCADE"),
        refers("agreement_id", "agreement", on_delete="CASCADE"),
        Index("board_vote_agreement_pair", "tenant_id", "vote_id", "agreement_id", unique=True),
        Index("board_vote_agreement_agreement", "tenant_id", "agreement_id"),
    )

    vote_id: UUID
    agreement_id: UUID
