"""The other names that schools go by."""

from typing import Any
from uuid import UUID

from sqlalchemy import Delete, Insert, delete, insert

from alongside.core.clock import new_id
from alongside.core.conditional import IfMatch, require_version
from alongside.core.db import Tx
from alongside.core.errors import wrong
from alongside.core.record import record
from alongside.core.statements import TENANT, a_key, a_text, columns, statement, table
from alongside.identity.principal import Principal
from alongside.schools import queries
from alongside.schools.errors import SchoolAliasTaken, SchoolNotFound
from alongside.schools.events import SchoolAliasAdded, SchoolAliasRemoved
from alongside.schools.models import SchoolAlias
from alongside.schools.naming import means_every_school, school_key
from alongside.schools.schemas import SchoolAliasCreate

n = columns(SchoolAlias)


@statement
def _add_alias() -> Insert:
    return insert(table(SchoolAlias)).values(
        tenant_id=TENANT, id=a_key("new_id"), school_id=a_key("school"), name=a_text("name"), name_key=a_text("key")
    )


@statement
def _remove_alias() -> Delete:
    return delete(table(SchoolAlias)).where(n.tenant_id == TENANT, n.id == a_key("alias"))


async def add_alias(tx: Tx, principal: Principal, body: SchoolAliasCreate) -> dict[str, Any]:
    """Keep another name of a school; the same again changes nothing. Raises SchoolAliasTaken, Unprocessable."""
    key = school_key(body.name)
    if not key or means_every_school(body.name):
        raise wrong("/name", "no_name", "This names no school")
    try:
        school = await queries.get(tx, principal, body.school_id)
    except SchoolNotFound as missing:
        raise wrong("/school_id", "unknown_school", "There is no such school here") from missing
    holder = await queries.school_of_alias(tx, key)
    if holder is not None:
        if holder["school_id"] != body.school_id:
            raise SchoolAliasTaken
        return await queries.get_alias(tx, holder["id"])
    alias_id = new_id()
    await tx.run(_add_alias(), new_id=alias_id, school=body.school_id, name=body.name, key=key)
    told = {"alias": [None, body.name], "alias_id": [None, alias_id]}
    record(tx, SchoolAliasAdded(object_id=body.school_id, version=school["version"], changed=told))
    return await queries.get_alias(tx, alias_id)


async def remove_alias(tx: Tx, principal: Principal, alias_id: UUID, if_match: IfMatch) -> None:
    """A school no longer goes by this name."""
    alias = await queries.get_alias(tx, alias_id)
    require_version(if_match, alias["version"])
    school = await queries.get(tx, principal, UUID(alias["school"]["id"]))
    await tx.run(_remove_alias(), alias=alias_id)
    told = {"alias": [alias["name"], None], "alias_id": [alias_id, None]}
    record(tx, SchoolAliasRemoved(object_id=school["id"], version=school["version"], changed=told))
