"""The route of each type of agreement on the wire."""

from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from alongside.core.fields import ReadModel, WriteModel

from .words import AgreementType, RouteStep, SigningOrder


def _once_and_board_last(steps: list[RouteStep]) -> list[RouteStep]:
    if len(set(steps)) != len(steps):
        raise PydanticCustomError("each_step_once", "Name each step once")
    if "board" in steps and steps[-1] != "board":
        raise PydanticCustomError("board_last", "The board comes last")
    return steps


class RouteWrite(WriteModel):
    """Which steps review a type, side by side or one after the other, and who signs first."""

    steps: Annotated[list[RouteStep], Field(max_length=4), AfterValidator(_once_and_board_last)]
    is_in_order: bool = False
    signing_order: SigningOrder = "any"


class RouteRead(ReadModel):
    """The route of one type; not `is_own`: the usual way, which the district has not changed. Privacy is added where
    student records are shared."""

    id: UUID | None
    version: int
    type: AgreementType
    steps: list[RouteStep]
    is_in_order: bool
    signing_order: SigningOrder
    is_own: bool


class RoutesRead(ReadModel):
    """Every type with its route."""

    items: list[RouteRead]
