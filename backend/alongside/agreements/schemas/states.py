"""Agreements by where they stand on a day."""

from datetime import date
from typing import Annotated

from pydantic import Field

from alongside.core.fields import ReadModel

from .find import AgreementItem, AgreementQuestion
from .words import EffectiveStatus

Cards = Annotated[int, Field(ge=0, le=50)]


class StateFilters(AgreementQuestion):
    """The same question as the list's; `cards` is how many of each state are told, those that end soonest."""

    cards: Cards = 8


class AgreementState(ReadModel):
    """One state: how many are in it, and the first of them."""

    effective_status: EffectiveStatus
    count: int
    items: list[AgreementItem]


class AgreementStates(ReadModel):
    """Every state that any has, in the order of an agreement's life."""

    as_of: date
    total: int
    items: list[AgreementState]
