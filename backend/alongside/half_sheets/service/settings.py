"""Setting whose word, beside the partner's, puts a program on a school's page."""

from typing import Any

from sqlalchemy import Update, update

from alongside.core.conditional import IfMatch, require_version
from alongside.core.db import Tx
from alongside.core.record import difference, record
from alongside.core.statements import TENANT, a_text, columns, statement, table
from alongside.half_sheets import queries
from alongside.half_sheets.errors import DistrictSetting
from alongside.half_sheets.events import HalfSheetSettingsChanged
from alongside.half_sheets.schemas import HalfSheetSettingsWrite
from alongside.identity.models import Tenant
from alongside.identity.principal import Principal, Standpoint

t = columns(Tenant)


@statement
def _set() -> Update:
    return (
        update(table(Tenant)).where(t.id == TENANT).values(half_sheets_by=a_text("by")).returning(t.rights_version)
    )  # fmt: skip


async def set_settings(tx: Tx, principal: Principal, body: HalfSheetSettingsWrite, if_match: IfMatch) -> dict[str, Any]:
    """Set it for the whole district; what is on pages stays. Raises DistrictSetting, PreconditionFailed/Required."""
    if Standpoint.DISTRICT not in principal.standpoints:
        raise DistrictSetting
    before = await queries.get_settings(tx, is_held=True)
    require_version(if_match, before["version"])
    changed = difference(before, {"decided_by": body.decided_by})
    if not changed:
        return before
    version = await tx.value(_set(), by=body.decided_by)
    record(tx, HalfSheetSettingsChanged(object_id=principal.tenant_id, version=version, changed=changed))
    return await queries.get_settings(tx)
