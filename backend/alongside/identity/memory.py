"""Remembers who a session belongs to, so that its standing can be checked in the very message that uses it.

Looking a session up first costs a round trip on every request. What was read once is remembered for up to a
minute, and every message that relies on it carries its proof: the session is open, the person active, and no
role, person or tenant changed since (`rights_version`, moved by triggers). Without that Postgres sets no tenant
and answers nothing, and the caller is looked up anew; so a right that was withdrawn is gone on the next request.
"""

import time
from collections import OrderedDict
from dataclasses import dataclass, replace
from typing import Any

from .principal import Principal

SECONDS = 60.0
MOST = 4096

_SOURCE = (
    "from session s join person p on p.id = s.person_id join tenant t on t.id = s.tenant_id "
    "where s.token_hash = ${0}::bytea and s.expires_at > now() and p.is_active "
    "and p.rights_version = ${1}::bigint and t.rights_version = ${2}::bigint"
)


@dataclass(frozen=True, slots=True)
class SessionProof:
    """The session and the rights as they were when the principal was read."""

    memory: "Memory"
    session_hash: bytes
    person_rights: int
    tenant_rights: int

    @property
    def source(self) -> str:
        return _SOURCE

    @property
    def arguments(self) -> tuple[Any, ...]:
        return (self.session_hash, self.person_rights, self.tenant_rights)

    def literal(self) -> str:
        """For the simple protocol: a hexadecimal digest and two whole numbers, nothing a caller wrote."""
        words = (f"'\\x{self.session_hash.hex()}'", str(int(self.person_rights)), str(int(self.tenant_rights)))
        return _SOURCE.replace("$", "").format(*words)

    def forget(self) -> None:
        self.memory.forget(self.session_hash)


class Memory:
    """The sessions a process has seen in the last minute, the least recently seen dropped first."""

    def __init__(self) -> None:
        self._known: OrderedDict[bytes, tuple[float, Principal]] = OrderedDict()

    def find(self, session_hash: bytes) -> Principal | None:
        """The principal, while it is fresh and its day (roles begin and end) is still today."""
        known = self._known.get(session_hash)
        if known is None or time.monotonic() - known[0] > SECONDS:
            return None
        principal = known[1]
        return principal if principal.read_on == principal.today else None

    def keep(self, principal: Principal, person_rights: int, tenant_rights: int) -> Principal:
        """Remember a principal just read; answers it with its proof."""
        if principal.session_hash is None:
            return principal
        proof = SessionProof(self, principal.session_hash, person_rights, tenant_rights)
        proved = replace(principal, proof=proof, read_on=principal.today)
        self._known[principal.session_hash] = (time.monotonic(), proved)
        self._known.move_to_end(principal.session_hash)
        while len(self._known) > MOST:
            self._known.popitem(last=False)
        return proved

    def forget(self, session_hash: bytes) -> None:
        self._known.pop(session_hash, None)
