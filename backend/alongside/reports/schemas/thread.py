"""The thread of one partnership, from the need to the result."""

from datetime import date
from uuid import UUID

from alongside.agreements.schemas import AgreementRead
from alongside.core.fields import ReadModel
from alongside.needs.schemas import NeedRead
from alongside.partners.schemas import PartnerRead
from alongside.partnerships.schemas import PartnershipRead
from alongside.targets.schemas import TargetRead


class NeedDecided(ReadModel):
    """Who approved a need with its assessment, and when it was published."""

    need_id: UUID
    approved_on: date | None
    approved_by: str | None
    published_on: date | None


class Decided(ReadModel):
    """Who decided and when, where the parts of the thread do not say it themselves."""

    started_on: date | None
    started_by: str | None
    needs: list[NeedDecided]


class Thread(ReadModel):
    """Need → partner → agreement → target → result of one partnership, each part as its own address answers it.

    `needs`, `agreements` and `targets` hold those that the caller may see.
    """

    effective_on: date
    decided: Decided
    partnership: PartnershipRead
    needs: list[NeedRead]
    partner: PartnerRead
    agreements: list[AgreementRead]
    targets: list[TargetRead]
