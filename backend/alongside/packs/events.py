"""Facts about packs: made, looked into, downloaded, taken back, and what of one was taken elsewhere."""

from dataclasses import dataclass
from typing import ClassVar

from alongside.core.record import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class PackMade(Event):
    kind: ClassVar[str] = "pack.made"


@dataclass(frozen=True, slots=True, kw_only=True)
class PackDownloaded(Event):
    kind: ClassVar[str] = "pack.downloaded"


@dataclass(frozen=True, slots=True, kw_only=True)
class PackOpened(Event):
    """Somebody of the partner looked into it from another district."""

    kind: ClassVar[str] = "pack.opened"


@dataclass(frozen=True, slots=True, kw_only=True)
class PackRevoked(Event):
    kind: ClassVar[str] = "pack.revoked"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerTookPack(Event):
    """A partner took parts of its pack from another district into its record here."""

    kind: ClassVar[str] = "partner.took_pack"
