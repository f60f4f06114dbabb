"""The closed words of partnerships on the wire, and the records they name."""

from typing import Literal
from uuid import UUID

from alongside.core.fields import ReadModel
from alongside.core.telling import SaidRead

Stage = Literal["exploring", "planning", "ready_check", "active", "paused", "ended", "not_a_fit"]
Kind = Literal["specialized", "aligned", "core"]


class NamedRef(ReadModel):
    """A record by its name."""

    id: UUID
    name: str


class PartnerRef(ReadModel):
    """The partner, and where it stands with the district."""

    id: UUID
    name: str
    status: str


class ProgramRef(ReadModel):
    """The program, and when and for whom it works; an empty list is not known."""

    id: UUID
    name: str
    areas: list[str]
    times_of_day: list[str]
    weekdays: list[str]
    grades: list[str]


class NeedRef(ReadModel):
    """A need that the partnership addresses, with the reasons of fit as they stood when it was chosen; `fit_said`
    is the same to be said in any language, as far as it can be."""

    id: UUID
    title: str
    area_code: str
    fit_words: str | None
    fit_said: list[SaidRead] | None


class PersonToCall(ReadModel):
    """Whom to call; phone and e-mail where they are known. `id` is null for a contact without an account."""

    id: UUID | None
    name: str
    phone: str | None
    email: str | None
