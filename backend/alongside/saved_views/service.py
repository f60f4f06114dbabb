"""Keeping, changing and removing saved views."""

from typing import Any, Final
from uuid import UUID

from pydantic import ValidationError
from sqlalchemy import Delete, Insert, Update, bindparam, delete, func, insert, update

from alongside.agreements.schemas import AgreementFilters
from alongside.core.clock import new_id
from alongside.core.conditional import IfMatch, require_version
from alongside.core.db import Tx
from alongside.core.errors import FieldError, Unprocessable, wrong
from alongside.core.paging import ListQuery
from alongside.core.record import difference, record
from alongside.core.statements import TENANT, a_key, columns, statement, table
from alongside.identity.errors import PeopleOnly
from alongside.identity.principal import Principal
from alongside.partners.schemas import PartnerFilters

from . import queries
from .errors import NotYourView, TooManyViews, ViewNameTaken
from .events import SavedViewChanged, SavedViewKept, SavedViewRemoved
from .models import SavedView
from .schemas import SavedViewCreate, SavedViewUpdate

s = columns(SavedView)

QUESTIONS: Final[dict[str, type[ListQuery]]] = {"agreements": AgreementFilters, "partners": PartnerFilters}
MOST: Final = 50
"""So many views of one list a person may keep."""

TOLD: Final = tuple(SavedViewCreate.model_fields)


@statement
def _keep() -> Insert:
    told = {name: bindparam(f"new_{name}", type_=s[name].type) for name in TOLD}
    return insert(table(SavedView)).values(tenant_id=TENANT, id=a_key("new_id"), owner_id=a_key("person"), **told)


@statement
def _change(names: frozenset[str]) -> Update:
    told = {name: bindparam(f"new_{name}", type_=s[name].type) for name in sorted(names)}
    return (
        update(table(SavedView))
        .where(s.tenant_id == TENANT, s.id == a_key("view"))
        .values(version=s.version + 1, updated_at=func.tenant_now(), **told)
    )


@statement
def _remove() -> Delete:
    return delete(table(SavedView)).where(s.tenant_id == TENANT, s.id == a_key("view"))


def _check_question(of: str, question: dict[str, str]) -> None:
    """A view must be one that its list answers, today and by the list's own word."""
    known = QUESTIONS[of]
    faults = [
        FieldError(f"/question/{name}", "unknown", "The list is not asked this")
        for name in question
        if name not in known.model_fields or name in known.paging_fields
    ]
    if not faults:
        try:
            known.model_validate(question)
        except ValidationError as refused:
            named = {str(each["loc"][0]) for each in refused.errors() if each["loc"]}
            faults = [FieldError(f"/question/{name}", "value", "The list does not take this") for name in sorted(named)]
    if faults:
        raise Unprocessable(errors=[each for each in faults if "~" not in each.pointer] or faults)


def _check_sharing(principal: Principal, is_shared: bool) -> None:
    if is_shared and not queries.may_share(principal):
        raise wrong("/is_shared", "office_only", "Views are shared among the district’s people")


async def keep(tx: Tx, principal: Principal, body: SavedViewCreate) -> dict[str, Any]:
    """Save a question under a name. Raises PeopleOnly, ViewNameTaken, TooManyViews."""
    if principal.person_id is None:
        raise PeopleOnly
    _check_sharing(principal, body.is_shared)
    _check_question(body.list, body.question)
    names = await queries.names_of(tx, principal.person_id, body.list)
    if body.name in names:
        raise ViewNameTaken(errors=[FieldError("/name", "taken", "You have a view of this name already")])
    if len(names) >= MOST:
        raise TooManyViews
    view_id, values = new_id(), body.model_dump()
    await tx.run(
        _keep(), new_id=view_id, person=principal.person_id, **{f"new_{name}": value for name, value in values.items()}
    )
    changed = {name: [None, value] for name, value in values.items() if value is not None}
    record(tx, SavedViewKept(object_id=view_id, changed=changed))
    return await queries.get(tx, principal, view_id)


async def change(
    tx: Tx, principal: Principal, view_id: UUID, body: SavedViewUpdate, if_match: IfMatch
) -> dict[str, Any]:
    """Rename it, ask it otherwise, share it or no longer. Raises SavedViewNotFound, NotYourView, ViewNameTaken."""
    row = await queries.lock(tx, principal, view_id)
    if not queries.may_edit(row, principal):
        raise NotYourView
    require_version(if_match, row["version"])
    values = body.given()
    _check_sharing(principal, bool(values.get("is_shared")))
    if "question" in values:
        _check_question(row["list"], values["question"])
    names = await queries.names_of(tx, row["owner_id"], row["list"]) if "name" in values else {}
    if names.get(values.get("name", ""), view_id) != view_id:
        raise ViewNameTaken(errors=[FieldError("/name", "taken", "You have a view of this name already")])
    changed = difference(dict(row), values)
    if changed:
        told = {f"new_{name}": values[name] for name in changed}
        await tx.run(_change(frozenset(changed)), view=view_id, **told)
        record(tx, SavedViewChanged(object_id=view_id, version=row["version"] + 1, changed=changed))
    return await queries.get(tx, principal, view_id)


async def remove(tx: Tx, principal: Principal, view_id: UUID, if_match: IfMatch) -> None:
    """Keep it no longer. Raises SavedViewNotFound, NotYourView."""
    row = await queries.lock(tx, principal, view_id)
    if not queries.may_edit(row, principal):
        raise NotYourView
    require_version(if_match, row["version"])
    await tx.run(_remove(), view=view_id)
    gone = {name: [row[name], None] for name in ("list", "name", "question")}
    record(tx, SavedViewRemoved(object_id=view_id, version=row["version"] + 1, changed=gone))
