"""The questions about a new agreement on the wire: where each answer leads, and what all of them recommend."""

from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from alongside.core.fields import Line, ReadModel, WriteModel

from .words import AgreementType, Intensity, RouteStep, SigningOrder, TreeAnswerKey


def _once(steps: list[RouteStep]) -> list[RouteStep]:
    if len(set(steps)) != len(steps):
        raise PydanticCustomError("each_step_once", "Name each step once")
    return steps


def _each_once(answers: list[TreeAnswerKey]) -> list[TreeAnswerKey]:
    if len(set(answers)) != len(answers):
        raise PydanticCustomError("each_answer_once", "Name each answer once")
    return answers


class TreeAnswersWrite(WriteModel):
    """`money` changes hands; `space` is used for long; student `records` are shared; and how much is done:
    a few visits to one school, every week with school staff near, or many schools every week or students alone with
    the partner."""

    money: bool
    space: bool
    records: bool
    intensity: Intensity


class TreeAnswersRead(ReadModel):
    """The answers as they were given."""

    money: bool
    space: bool
    records: bool
    intensity: Intensity


class TreeAnswerWrite(WriteModel):
    """Where one answer leads: a type, unless an earlier question decides that, and reviewers besides the type's.

    An answer to the last question always names a type.
    """

    type: AgreementType | None = None
    is_binding: bool = True
    steps: Annotated[list[RouteStep], Field(max_length=4), AfterValidator(_once)] = Field(default_factory=list)


class LeadRead(ReadModel):
    """Where an answer leads: a type, whether that binds, and reviewers it adds."""

    type: AgreementType | None
    is_binding: bool
    steps: list[RouteStep]


class TreeAnswerRead(LeadRead):
    """Where one answer leads; not `is_own`: the `usual` way, which the district has not changed or went back to."""

    id: UUID | None
    version: int
    answer: TreeAnswerKey
    is_own: bool
    usual: LeadRead


class TreeRead(ReadModel):
    """Every answer, in the order of the questions; `version` grows with each change of any."""

    version: int
    items: list[TreeAnswerRead]


class TreeBackWrite(WriteModel):
    """Which answers lead the usual way again."""

    answers: Annotated[list[TreeAnswerKey], Field(min_length=1, max_length=9), AfterValidator(_each_once)]


class ReasonRead(ReadModel):
    """What one answer does: it decides the type, it adds reviewers, or both."""

    answer: TreeAnswerKey
    decides: bool
    steps: list[RouteStep]
    words: str


class RecommendationRead(ReadModel):
    """What the answers lead to, and why. `steps`: who reviews it besides the office, the type's own route included."""

    answers: TreeAnswersRead
    type: AgreementType
    is_binding: bool
    clears_programs: bool
    steps: list[RouteStep]
    is_in_order: bool
    signing_order: SigningOrder
    reasons: list[ReasonRead]


class ChoiceRead(ReadModel):
    """What was answered about this agreement, what it led to, and, not `is_followed`, why its author chose otherwise.

    Until the text is handed in it is as the answers lead now; after that as they led then.
    """

    answers: TreeAnswersRead
    recommended_type: AgreementType
    recommended_is_binding: bool
    reasons: list[ReasonRead]
    is_followed: bool
    reason: Line | None
