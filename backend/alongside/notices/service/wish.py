"""Choosing what reaches oneself."""

from typing import Any

from sqlalchemy import BigInteger, Insert, bindparam, func
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.dialects.postgresql import insert as insert_new

from alongside.core.conditional import IfMatch, require_version
from alongside.core.db import Tx
from alongside.core.errors import FieldError, Unprocessable
from alongside.core.record import difference, record
from alongside.core.statements import TENANT, a_key, statement, table
from alongside.identity.errors import PeopleOnly
from alongside.identity.principal import Principal
from alongside.notices import queries, rules
from alongside.notices.events import PreferencesChanged
from alongside.notices.models import NoticePreference
from alongside.notices.schemas import PreferencesWrite


@statement
def _save() -> Insert:
    values = {"choices": bindparam("choices", type_=JSONB), "version": bindparam("version", type_=BigInteger)}
    return (
        insert_new(table(NoticePreference))
        .values(tenant_id=TENANT, person_id=a_key("me"), **values)
        .on_conflict_do_update(
            index_elements=["tenant_id", "person_id"], set_={**values, "updated_at": func.tenant_now()}
        )
    )


async def choose(tx: Tx, principal: Principal, body: PreferencesWrite, if_match: IfMatch) -> dict[str, Any]:
    """Save all of the caller's choices. Raises PeopleOnly, Unprocessable."""
    if principal.person_id is None:
        raise PeopleOnly
    await tx.connection.execute(
        "select pg_advisory_xact_lock(hashtextextended($1, 0))", f"notice_preference:{principal.person_id}"
    )
    before = await queries.own_wish(tx, principal.person_id)
    version = 0 if before is None else before["version"]
    require_version(if_match, version)
    known = rules.kinds_for(principal.role_names)
    wrong = [
        FieldError(f"/items/{place}/kind", "unknown_kind", "There is no such kind of notice for you")
        for place, item in enumerate(body.items)
        if item.kind not in known
    ]
    if len({item.kind for item in body.items}) < len(body.items):
        wrong.append(FieldError("/items", "kind_twice", "A kind is in it twice"))
    if wrong:
        raise Unprocessable(errors=wrong)
    saved = {} if before is None else before["choices"]
    # what reaches the caller in another role stays as it was chosen there
    others = {kind: choice for kind, choice in saved.items() if kind not in known}
    choices = others | {item.kind: {"in_app": item.in_app, "email": item.email} for item in body.items}
    if choices != saved:
        await tx.run(_save(), me=principal.person_id, choices=choices, version=version + 1)
        changed = difference({"choices": saved}, {"choices": choices})
        record(tx, PreferencesChanged(object_id=principal.person_id, version=version + 1, changed=changed))
    return await queries.preferences(tx, principal)
