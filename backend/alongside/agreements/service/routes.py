"""Setting how agreements of one type are reviewed and signed."""

from typing import Any

from sqlalchemy import Insert, Update, bindparam, func, update
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.types import Text

from alongside.agreements import queries
from alongside.agreements.events import AgreementRouteSet
from alongside.agreements.models import AgreementRoute
from alongside.agreements.queries.routes import lock_route
from alongside.agreements.schemas import RouteWrite
from alongside.core.clock import new_id
from alongside.core.conditional import IfMatch, require_version
from alongside.core.db import Tx
from alongside.core.errors import PreconditionFailed
from alongside.core.record import difference, record
from alongside.core.statements import TENANT, a_flag, a_key, a_text, columns, statement, table
from alongside.identity.principal import Principal

ro = columns(AgreementRoute)


@statement
def _add() -> Insert:
    """The first route of a type. Of two at once one waits for the other here, and then adds nothing."""
    made = upsert(table(AgreementRoute)).values(
        tenant_id=TENANT, id=a_key("new_id"), type=a_text("kind"), steps=bindparam("new_steps", type_=ARRAY(Text)),
        is_in_order=a_flag("new_is_in_order"), signing_order=a_text("new_signing_order"),
    )  # fmt: skip
    return made.on_conflict_do_nothing(index_elements=["tenant_id", "type"]).returning(ro.id)


@statement
def _change() -> Update:
    return (
        update(table(AgreementRoute))
        .where(ro.tenant_id == TENANT, ro.id == a_key("route_id"))
        .values(
            steps=bindparam("new_steps", type_=ARRAY(Text)),
            is_in_order=a_flag("new_is_in_order"),
            signing_order=a_text("new_signing_order"),
            version=ro.version + 1,
            updated_at=func.tenant_now(),
        )
        .returning(ro.version)
    )


async def set_route(tx: Tx, principal: Principal, kind: str, body: RouteWrite, if_match: IfMatch) -> dict[str, Any]:
    """The district's own route of a type, instead of the one before. Raises PreconditionFailed/Required."""
    own = await lock_route(tx, kind)
    before = await queries.one_route(tx, kind)
    require_version(if_match, before["version"])
    wanted = {"steps": list(body.steps), "is_in_order": body.is_in_order, "signing_order": body.signing_order}
    changed = difference(before, wanted)
    if not changed:
        return before
    told = {f"new_{name}": value for name, value in wanted.items()}
    if own is None:
        route_id, version = await tx.value(_add(), new_id=new_id(), kind=kind, **told), 1
        if route_id is None:
            raise PreconditionFailed
    else:
        route_id = own["id"]
        version = await tx.value(_change(), route_id=route_id, **told)
    record(tx, AgreementRouteSet(object_id=route_id, version=version, changed={"type": [kind, kind], **changed}))
    return await queries.one_route(tx, kind)
