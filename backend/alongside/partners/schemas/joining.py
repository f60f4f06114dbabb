"""The wire shapes of an organization that registers itself."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, SecretStr, StringConstraints

from alongside.core.fields import Email, Line, ReadModel, WriteModel

from .words import OrgType


class District(ReadModel):
    slug: str
    name: str


class DistrictList(ReadModel):
    """The districts that an organization can turn to."""

    items: list[District]


class JoinWrite(WriteModel):
    """Who wishes to work with which district's schools, and who asks. Nothing is known of either before the link in
    the e-mail is opened."""

    district: Line
    organization: Line
    org_type: OrgType
    name: Line
    email: Email
    locale: Literal["en", "es"] = "en"


class JoinAsked(ReadModel):
    """The same for every address. `letter_id` shows the e-mail where none leaves, in a demonstration."""

    asked: bool
    letter_id: UUID | None


class LetterAsked(WriteModel):
    district: Line
    letter_id: UUID


class LetterRead(ReadModel):
    """The e-mail as it would be sent."""

    subject: str
    text: str


Token = Annotated[str, StringConstraints(min_length=1, max_length=200)]


class JoinOpen(WriteModel):
    """The secret at the end of the link."""

    token: Token


class JoinRead(ReadModel):
    """What the link is for; `has_account` says that its e-mail address signs in here already."""

    district: str
    organization: str
    name: str
    email: str
    has_account: bool


class JoinConfirm(JoinOpen):
    """The password to sign in with from now on, or, with an account, the one that is used already."""

    password: SecretStr = Field(min_length=1, max_length=256)


class Joined(ReadModel):
    """The organization's record, and who signs in for it from now on."""

    partner_id: UUID
