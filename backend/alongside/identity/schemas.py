"""The wire shapes of sign-in, `/me` and machine tokens."""

from datetime import date
from typing import Literal
from uuid import UUID

from pydantic import Field, SecretStr

from alongside.core.fields import Email, Line, ReadModel, WriteModel

Locale = Literal["en", "es"]
"""A language in which the app and its e-mails are written."""


class SignIn(WriteModel):
    """E-mail and password; `tenant` (its slug) only when a person works in several."""

    email: Email
    password: SecretStr = Field(min_length=1, max_length=256)
    tenant: Line | None = None


class TenantChoice(WriteModel):
    """The tenant to work in from now on, by its slug."""

    tenant: Line


class MeUpdate(WriteModel):
    """What a person changes of themselves."""

    locale: Locale


class PersonRead(ReadModel):
    """`locale` is the language in which the person is written to."""

    id: UUID
    name: str
    email: str
    locale: Locale


class TenantRef(ReadModel):
    slug: str
    name: str
    kind: str


class Workplace(TenantRef):
    """A tenant and the roles that the caller holds in it today."""

    roles: list[str]


class TenantRead(TenantRef):
    """`today` is the tenant's day, which a demonstration pins; `min_n` the least number of students whose values are
    shown; an agreement is expiring soon for its last `expiring_window_days`.
    """

    id: UUID
    is_demonstration: bool
    today: date
    time_zone: str
    min_n: int
    expiring_window_days: int


class RoleRead(ReadModel):
    role: str
    scope: str
    school_ids: list[UUID]
    partner_id: UUID | None
    employer_partner_id: UUID | None


class Me(ReadModel):
    """Who I am here, where else I work, and what I may do."""

    person: PersonRead | None
    credential_id: UUID | None
    tenant: TenantRead
    tenants: list[Workplace]
    roles: list[RoleRead]
    scopes: list[str]


class TokenRead(ReadModel):
    """RFC 6749 section 5.1."""

    access_token: str
    token_type: str
    expires_in: int
    scope: str
