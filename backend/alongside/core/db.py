"""Two executors with one face: `Read` (a pool) and `Tx` (one connection, one transaction, the only commit)."""

import asyncio
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager, suppress
from typing import Any, Protocol
from uuid import UUID

import asyncpg
import orjson

from .errors import Unavailable
from .record import Caller, Event, Journal, Proof
from .settings import Settings
from .statements import Statement

Row = asyncpg.Record

BUSY = (
    asyncpg.QueryCanceledError,
    asyncpg.LockNotAvailableError,
    asyncpg.DeadlockDetectedError,
    asyncpg.TooManyConnectionsError,
    asyncpg.PostgresConnectionError,
    asyncpg.CannotConnectNowError,
    asyncpg.AdminShutdownError,
    asyncpg.CrashShutdownError,
    asyncpg.InternalClientError,
    ConnectionError,
)
"""What means 'not now' rather than 'wrong': the caller gets 503 with Retry-After and may try again."""

UNREACHABLE = (*BUSY, TimeoutError, OSError)
"""The same while waiting for a connection, where a refused or slow one shows as a plain OS error."""


class StandingChanged(Exception):
    """A remembered caller's session or rights are not what they were; look them up and ask again."""


class WriteNotRecorded(RuntimeError):
    """A transaction changed rows but told the log nothing: a bug, refused before it is committed."""


class Executor(Protocol):
    """What a query needs: whose tenant, and a way to get rows."""

    tenant_id: UUID

    @property
    def file_quota_mb(self) -> int: ...

    async def rows(self, statement: Statement, /, **values: Any) -> list[Row]: ...
    async def row(self, statement: Statement, /, **values: Any) -> Row | None: ...
    async def value(self, statement: Statement, /, **values: Any) -> Any: ...


def unhidden_setting(schools: Iterable[UUID]) -> str:
    """The schools whose small groups this caller may see, as the guarded view reads them."""
    return ",".join(str(school) for school in schools)


class Read:
    """Reads on any pooled connection; tenant and query travel in one message."""

    __slots__ = ("_database", "_proof", "_standing", "tenant_id")

    def __init__(self, database: "Database", caller: Caller) -> None:
        self._database = database
        self._proof = caller.proof
        self.tenant_id = caller.tenant_id
        self._standing: tuple[Any, ...] = (str(caller.tenant_id), unhidden_setting(caller.unhidden_schools))
        if self._proof is not None:
            self._standing += self._proof.arguments

    @property
    def file_quota_mb(self) -> int:
        """How much a tenant may keep that nothing else was said of."""
        return self._database.file_quota_mb

    async def rows(self, statement: Statement, /, **values: Any) -> list[Row]:
        if statement.is_write:
            raise TypeError("a write needs a transaction")
        values["tenant_id"] = self.tenant_id
        arguments = statement.arguments(values)
        proof = self._proof
        async with self._database.connection() as connection:
            sql = statement.scoped("" if proof is None else proof.source)
            found: list[Row] = await connection.fetch(sql, *arguments, *self._standing)
            if not found and proof is not None and not await _holds(connection, proof):
                proof.forget()
                raise StandingChanged
        return found

    async def row(self, statement: Statement, /, **values: Any) -> Row | None:
        found = await self.rows(statement, **values)
        return found[0] if found else None

    async def value(self, statement: Statement, /, **values: Any) -> Any:
        found = await self.rows(statement, **values)
        return found[0][0] if found else None


class Tx:
    """One connection in one transaction with tenant and caller set; made only by `Database.transaction`."""

    __slots__ = ("_has_written", "caller", "connection", "file_quota_mb", "journal", "tenant_id")

    def __init__(self, connection: Any, caller: Caller, file_quota_mb: int) -> None:
        self.connection = connection
        self.file_quota_mb = file_quota_mb
        self.caller = caller
        self.tenant_id = caller.tenant_id
        self.journal = Journal()
        self._has_written = False

    async def rows(self, statement: Statement, /, **values: Any) -> list[Row]:
        values["tenant_id"] = self.tenant_id
        self._has_written = self._has_written or statement.is_write
        found: list[Row] = await self.connection.fetch(statement.sql, *statement.arguments(values))
        return found

    async def row(self, statement: Statement, /, **values: Any) -> Row | None:
        found = await self.rows(statement, **values)
        return found[0] if found else None

    async def value(self, statement: Statement, /, **values: Any) -> Any:
        found = await self.rows(statement, **values)
        return found[0][0] if found else None

    async def run(self, statement: Statement, /, **values: Any) -> int:
        """Execute a write that answers nothing; the number of rows it touched."""
        values["tenant_id"] = self.tenant_id
        self._has_written = True
        tag: str = await self.connection.execute(statement.sql, *statement.arguments(values))
        return int(tag.rpartition(" ")[2] or 0)

    async def run_many(self, statement: Statement, several: Iterable[Mapping[str, Any]]) -> None:
        """Execute one write for each set of values."""
        self._has_written = True
        tenant = {"tenant_id": self.tenant_id}
        await self.connection.executemany(
            statement.sql, [statement.arguments({**values, **tenant}) for values in several]
        )

    async def note_down(self, statement: Statement, /, **values: Any) -> int:
        """Execute a write that is nobody's fact, such as how far a reader of the log has come or that somebody has
        read a notice: it needs no event. Whatever people would ask "who changed this?" about goes through `run`.
        The number of rows it touched: an insert that `on conflict` turned away touched none."""
        values["tenant_id"] = self.tenant_id
        tag: str = await self.connection.execute(statement.sql, *statement.arguments(values))
        return int(tag.rpartition(" ")[2] or 0)

    def told(self, event: Event) -> None:
        """Keep an event for the log; written with the rest of the transaction."""
        self.journal.add(event)

    async def _finish(self) -> None:
        if self._has_written and not self.journal:
            raise WriteNotRecorded("a transaction wrote rows without recording an event")
        await self.journal.write(self.connection, self.caller)


async def _holds(connection: Any, proof: Proof) -> bool:
    """Whether no rows means none, or that the caller's standing is gone."""
    found = await connection.fetchval(f"select true {proof.source.format(*range(1, 7))}", *proof.arguments)
    return found is not None


async def _keep_session(_connection: Any) -> None:
    """No reset on release: nothing here leaves session state behind, and a reset costs a round trip."""


async def _undo(connection: Any) -> None:
    """Roll back; a connection that cannot (Postgres died, the request was cancelled mid-message) is thrown away."""
    try:
        if not connection.is_closed():
            await asyncio.wait_for(connection.execute("rollback"), timeout=2)
    except (asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError, OSError, TimeoutError):
        _throw_away(connection)


def _is_dead(connection: Any) -> bool:
    try:
        return bool(connection.is_closed())
    except asyncpg.InterfaceError:
        return True


def _throw_away(connection: Any) -> None:
    with suppress(asyncpg.InterfaceError):  # asyncpg took a dead connection from us already
        connection.terminate()


async def _prepare(connection: Any) -> None:
    await connection.set_type_codec(
        "jsonb",
        encoder=lambda value: orjson.dumps(value, default=str).decode(),
        decoder=orjson.loads,
        schema="pg_catalog",
    )


def _patience(seconds: int) -> str:
    """A long piece of work may take so long over a statement, and think as long between two."""
    return "".join(
        f"set local {setting} = {seconds * 1000}; "
        for setting in ("statement_timeout", "idle_in_transaction_session_timeout")
    )


class Lease:
    """A connection for the length of a block. A class and not a generator: every request passes here."""

    __slots__ = ("_connection", "_pool", "_wait")

    def __init__(self, pool: Any, wait_seconds: float) -> None:
        self._pool = pool
        self._wait = wait_seconds

    async def __aenter__(self) -> Any:
        try:
            # waiting costs a timer; with an idle connection there is nothing to wait for
            idle = self._pool.get_idle_size() > 0
            self._connection = await self._pool.acquire(timeout=None if idle else self._wait)
        except UNREACHABLE as busy:
            raise Unavailable from busy
        return self._connection

    async def __aexit__(self, _kind: Any, error: BaseException | None, _trace: Any) -> None:
        try:
            if isinstance(error, BUSY):
                if isinstance(error, asyncpg.InternalClientError):
                    _throw_away(self._connection)
                raise Unavailable from error
            # a connection that died under us reads as released or closed; anything else is a bug
            if isinstance(error, asyncpg.InterfaceError) and _is_dead(self._connection):
                raise Unavailable from error
        finally:
            await self._pool.release(self._connection)


class Database:
    """The pool. `connection()` waits a bounded time, then says busy instead of hanging."""

    def __init__(self, pool: Any, wait_seconds: float, file_quota_mb: int) -> None:
        self._pool = pool
        self._wait = wait_seconds
        self.file_quota_mb = file_quota_mb

    @classmethod
    async def connect(cls, settings: Settings) -> "Database":
        """Open the pool lazily (no connection yet), so that the API starts while Postgres is down."""
        pool = asyncpg.create_pool(
            dsn=settings.database_url.get_secret_value(),
            min_size=0,
            max_size=settings.pool_size,
            max_inactive_connection_lifetime=300,
            command_timeout=30,
            timeout=settings.pool_wait_seconds,
            statement_cache_size=1024,
            reset=_keep_session,
            init=_prepare,
            server_settings={
                "timezone": "UTC",
                "application_name": "alongside",
                "statement_timeout": str(settings.statement_timeout_ms),
                "lock_timeout": "2000",
                "idle_in_transaction_session_timeout": "10000",
                "jit": "off",
                # planning anew costs as much as running: statements are compiled per shape and lead with the tenant
                "plan_cache_mode": "force_generic_plan",
            },
        )
        await pool
        return cls(pool, settings.pool_wait_seconds, settings.tenant_file_quota)

    def connection(self) -> "Lease":
        """`async with`: a pooled connection; 503 when none is free in time or Postgres is away."""
        return Lease(self._pool, self._wait)

    @asynccontextmanager
    async def transaction(self, caller: Caller, *, seconds: int | None = None) -> AsyncIterator[Tx]:
        """One transaction for a caller; commits what `Tx` did together with what it recorded."""
        async with self.connection() as connection:
            proof = caller.proof
            begun: str = await connection.execute(
                "begin; "
                + (_patience(int(seconds)) if seconds else "")
                + f"select set_config('app.tenant_id', '{UUID(str(caller.tenant_id))}', true), "
                f"set_config('app.now', '{caller.now.isoformat()}', true), "
                f"set_config('app.unhidden_schools', '{unhidden_setting(caller.unhidden_schools)}', true) "
                + ("" if proof is None else proof.literal())
            )
            tx = Tx(connection, caller, self.file_quota_mb)
            try:
                if begun != "SELECT 1" and proof is not None:
                    proof.forget()
                    raise StandingChanged
                yield tx
                await tx._finish()
                await connection.execute("commit")
            except BaseException:
                await _undo(connection)
                raise

    def read(self, caller: Caller) -> Read:
        return Read(self, caller)

    async def close(self) -> None:
        try:
            await asyncio.wait_for(self._pool.close(), timeout=10)
        except TimeoutError:
            self._pool.terminate()
