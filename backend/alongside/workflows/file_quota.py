"""How much a tenant keeps in files and may: told to its office, set by whoever runs the installation."""

from dataclasses import dataclass
from typing import Any, ClassVar

from sqlalchemy import Update, bindparam, update

from alongside.core import storage
from alongside.core.db import Database, Executor
from alongside.core.record import Event, record
from alongside.core.settings import Settings
from alongside.core.statements import TENANT, columns, statement, table
from alongside.identity.models import Tenant
from alongside.integrations.imports.command import find_command_line

t = columns(Tenant)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileQuotaChanged(Event):
    kind: ClassVar[str] = "tenant.file_quota_changed"


@statement
def _set() -> Update:
    return (
        update(table(Tenant))
        .where(t.id == TENANT)
        .values(file_quota_mb=bindparam("megabytes", type_=t.file_quota_mb.type))
        .returning(t.rights_version)
    )  # fmt: skip


async def get_usage(db: Executor) -> dict[str, Any]:
    """What is kept, where, and how full that is."""
    now = await storage.usage(db)
    return {
        "used_bytes": now.used,
        "allowed_bytes": now.allowed,
        "state": now.state,
        "kept": [
            {"what": storage.KEPT[name].what, "files": each.files, "bytes": each.bytes}
            for name, each in now.kept.items()
        ],
    }  # fmt: skip


async def set_quota(settings: Settings, tenant: str, megabytes: int | None, *, is_change: bool) -> str:
    """Set it, or without a number go back to what the installation says; how it stands, in words.

    Raises TenantUnknown.
    """
    database = await Database.connect(settings)
    try:
        caller = await find_command_line(database, tenant)
        async with database.transaction(caller) as tx:
            now = await storage.usage(tx)
            if is_change and now.own_mb != megabytes:
                version = await tx.value(_set(), megabytes=megabytes)
                changed = {"file_quota_mb": [now.own_mb, megabytes]}
                record(tx, FileQuotaChanged(object_id=caller.tenant_id, version=version, changed=changed))
                now = await storage.usage(tx)
    finally:
        await database.close()
    return f"{tenant} uses {storage.as_words(now.used)} of {storage.as_words(now.allowed)} for files"
