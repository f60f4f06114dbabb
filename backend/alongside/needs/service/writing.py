"""The statements that change assessments and needs, and what every change of a need entails."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Insert, Update, bindparam, func, insert, update
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.types import Integer

from alongside.core.db import Tx
from alongside.core.errors import wrong
from alongside.core.record import Event, record
from alongside.core.statements import TENANT, a_key, columns, statement, table, the_keys
from alongside.identity.principal import Principal
from alongside.needs import queries
from alongside.needs.errors import NeedsAssessmentClosed, NotYourSchool
from alongside.needs.events import AssessmentNeedsChanged
from alongside.needs.models import Need, NeedsAssessment
from alongside.needs.rules import EDITABLE, OUT_OF_ORDER, rank
from alongside.schools.queries import terms

a, n = columns(NeedsAssessment), columns(Need)
LISTS = {"area_code": "area", "area": "area", "populations": "population"}


def _told(table_columns: Any, names: Any) -> dict[str, Any]:
    return {name: bindparam(f"new_{name}", type_=table_columns[name].type) for name in sorted(names)}


@statement
def _insert_assessment(names: frozenset[str]) -> Insert:
    return insert(table(NeedsAssessment)).values(tenant_id=TENANT, id=a_key("new_id"), **_told(a, names))


@statement
def _insert_need(names: frozenset[str]) -> Insert:
    return insert(table(Need)).values(tenant_id=TENANT, id=a_key("new_id"), **_told(n, names))


@statement
def _update_assessment(names: frozenset[str]) -> Update:
    return (
        update(table(NeedsAssessment))
        .where(a.tenant_id == TENANT, a.id == a_key("assessment"))
        .values(version=a.version + 1, updated_at=func.tenant_now(), **_told(a, names))
        .returning(a.version)
    )


@statement
def _update_need(names: frozenset[str]) -> Update:
    return (
        update(table(Need))
        .where(n.tenant_id == TENANT, n.id == a_key("need"))
        .values(version=n.version + 1, updated_at=func.tenant_now(), **_told(n, names))
        .returning(n.version)
    )


def _new(values: Mapping[str, Any]) -> dict[str, Any]:
    return {f"new_{name}": value for name, value in values.items()}


async def add_assessment(tx: Tx, assessment_id: UUID, values: Mapping[str, Any]) -> None:
    await tx.run(_insert_assessment(frozenset(values)), new_id=assessment_id, **_new(values))


async def add_need_row(tx: Tx, need_id: UUID, values: Mapping[str, Any]) -> None:
    await tx.run(_insert_need(frozenset(values)), new_id=need_id, **_new(values))


async def write_assessment(tx: Tx, assessment_id: UUID, values: Mapping[str, Any]) -> int:
    """Set these columns of an assessment that is locked; its new version. Without columns only that moves."""
    version: int = await tx.value(_update_assessment(frozenset(values)), assessment=assessment_id, **_new(values))
    return version


async def write_need(tx: Tx, need_id: UUID, values: Mapping[str, Any]) -> int:
    """Set these columns of a need that is locked; its new version. Without columns only that moves."""
    version: int = await tx.value(_update_need(frozenset(values)), need=need_id, **_new(values))
    return version


async def tell_assessment(tx: Tx, assessment_id: UUID, kind: type[Event], changed: Mapping[str, Any]) -> None:
    """A need in the assessment changed: its version moves too, and its history says so."""
    version = await write_assessment(tx, assessment_id, {})
    record(tx, kind(object_id=assessment_id, version=version, changed=changed))


@statement
def _place() -> Update:
    both = func.unnest(the_keys("needs"), bindparam("ranks", type_=ARRAY(Integer)))
    placed = both.table_valued("need_id", "place").render_derived("placed").c
    return update(table(Need)).where(n.tenant_id == TENANT, n.id == placed.need_id).values(rank=placed.place)


async def put_in_order(tx: Tx, assessment_id: UUID) -> None:
    """Work out every place anew. A place follows from ratings and hands, so a need's version does not move for it;
    the assessment's does."""
    needs = await queries.needs_of(tx, assessment_id)
    standing = [need for need in needs if need["status"] not in OUT_OF_ORDER]
    places: dict[UUID, int | None] = {need["id"]: None for need in needs}
    places |= {UUID(each.key): each.rank for each in rank([queries.facts_of(need) for need in standing])}
    moved = {need["id"]: places[need["id"]] for need in needs if need["rank"] != places[need["id"]]}
    if moved:
        await tx.run(_place(), needs=list(moved), ranks=list(moved.values()))


async def lock_open(tx: Tx, principal: Principal, assessment_id: UUID) -> dict[str, Any]:
    """An assessment on which the caller may work now. Raises NotYourSchool, NeedsAssessmentClosed."""
    row = await queries.lock_assessment(tx, principal, assessment_id)
    check_open(principal, row["school_id"], row["status"])
    return row


def check_open(principal: Principal, school_id: UUID, assessment_status: str) -> None:
    """Whether the caller may edit needs of this school's assessment in this state."""
    if not queries.may_work_on(principal, school_id):
        raise NotYourSchool
    if assessment_status not in EDITABLE:
        raise NeedsAssessmentClosed


async def check_terms(tx: Tx, values: Mapping[str, Any], at: str = "") -> None:
    """Areas and populations are words of the district's own lists, or Unprocessable points at the one that is not."""
    for field, scheme in LISTS.items():
        told = values.get(field)
        if not told:
            continue
        known = {term["code"] for term in await terms(tx, scheme)}
        several = isinstance(told, list)
        for place, code in enumerate(told if several else [told]):
            if code not in known:
                pointer = f"{at}/{field}" + (f"/{place}" if several else "")
                raise wrong(pointer, f"unknown_{scheme}", f"This is not one of the district's {scheme}s")


async def told_of_needs(tx: Tx, assessment_id: UUID, need_id: UUID) -> None:
    """The assessment's history says that this need of it changed."""
    await tell_assessment(tx, assessment_id, AssessmentNeedsChanged, {"need_id": [need_id, need_id]})
