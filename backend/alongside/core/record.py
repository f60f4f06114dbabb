"""Whoever changes something records it, in the same transaction: audit trail, change feed and outbox in one log."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar, Protocol
from uuid import UUID

import orjson


class Proof(Protocol):
    """What a caller's remembered standing rests on, checked again in the very message that uses it."""

    @property
    def source(self) -> str:
        """A FROM and WHERE that yield one row while it holds; `{0}`, `{1}` … number its arguments."""
        ...

    @property
    def arguments(self) -> tuple[Any, ...]: ...

    def literal(self) -> str:
        """The same with its arguments written out, for a message that takes none."""
        ...

    def forget(self) -> None:
        """It holds no longer: look the caller up anew."""
        ...


class Caller(Protocol):
    """Who acts: identity implements it; the worker and the command line have callers of their own."""

    @property
    def tenant_id(self) -> UUID: ...
    @property
    def person_id(self) -> UUID | None: ...
    @property
    def credential_id(self) -> UUID | None: ...
    @property
    def request_id(self) -> str | None: ...
    @property
    def now(self) -> datetime: ...
    @property
    def unhidden_schools(self) -> Iterable[UUID]: ...
    @property
    def proof(self) -> "Proof | None": ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A fact in the past tense. `changed` maps a field to `[before, after]`; sensitive fields keep no values."""

    kind: ClassVar[str] = ""
    sensitive: ClassVar[frozenset[str]] = frozenset()

    object_id: UUID
    version: int = 1
    changed: Mapping[str, Any] = field(default_factory=dict)
    reason: str | None = None

    @property
    def object_type(self) -> str:
        """What the fact is about: `agreement` of `agreement.signed`."""
        return self.kind.partition(".")[0]

    def told(self) -> dict[str, Any]:
        """The changed fields as the log keeps them."""
        return {name: None if name in self.sensitive else value for name, value in self.changed.items()}


_WRITE = """
insert into log (tenant_id, kind, object_type, object_id, version, changed, reason,
                 person_id, credential_id, request_id, at)
select $1::uuid, told.kind, split_part(told.kind, '.', 1), told.object_id, told.version, told.changed::jsonb,
       told.reason, $7::uuid, $8::uuid, $9::text, $10::timestamptz
from unnest($2::text[], $3::uuid[], $4::bigint[], $5::text[], $6::text[])
     as told (kind, object_id, version, changed, reason)
"""


class Journal:
    """The events of one transaction, written in one statement before its commit."""

    __slots__ = ("_events", "manner")

    def __init__(self) -> None:
        self._events: list[tuple[Event, Mapping[str, Any]]] = []
        self.manner: Mapping[str, Any] = {}
        """How what follows is done, told with each fact: by link, for whom."""

    def add(self, event: Event) -> None:
        self._events.append((event, self.manner))

    def __len__(self) -> int:
        return len(self._events)

    async def write(self, connection: Any, caller: Caller) -> None:
        if not self._events:
            return
        told, self._events = self._events, []
        events = [event for event, _ in told]
        await connection.execute(
            _WRITE,
            caller.tenant_id,
            [event.kind for event in events],
            [event.object_id for event in events],
            [event.version for event in events],
            [orjson.dumps({**event.told(), **manner}, default=str).decode() for event, manner in told],
            [event.reason for event in events],
            caller.person_id,
            caller.credential_id,
            caller.request_id,
            caller.now,
        )


class Recorder(Protocol):
    """What keeps events until the commit: the transaction."""

    def told(self, event: Event) -> None: ...


def record(tx: Recorder, event: Event) -> None:
    """Tell the log; it is written in this transaction or not at all."""
    tx.told(event)


def difference(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, list[Any]]:
    """The fields of `after` that differ, as `[before, after]`; empty when nothing changes (then write nothing)."""
    return {name: [before[name], value] for name, value in after.items() if before[name] != value}
