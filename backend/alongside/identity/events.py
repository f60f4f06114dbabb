"""Facts about people and their access."""

from dataclasses import dataclass
from typing import ClassVar

from alongside.core.record import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedIn(Event):
    kind: ClassVar[str] = "person.signed_in"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedOut(Event):
    kind: ClassVar[str] = "person.signed_out"


@dataclass(frozen=True, slots=True, kw_only=True)
class TenantSwitched(Event):
    kind: ClassVar[str] = "person.switched_tenant"


@dataclass(frozen=True, slots=True, kw_only=True)
class LocaleChosen(Event):
    """Somebody chose the language in which they are written to."""

    kind: ClassVar[str] = "person.chose_locale"


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenIssued(Event):
    kind: ClassVar[str] = "credential.token_issued"


@dataclass(frozen=True, slots=True, kw_only=True)
class CredentialCreated(Event):
    kind: ClassVar[str] = "credential.created"


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleGiven(Event):
    kind: ClassVar[str] = "role.given"
