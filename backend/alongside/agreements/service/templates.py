"""Writing templates: a draft of the next version, its publication, copies, and taking a template out of use."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Delete, Update, bindparam, delete, func, select, update

from alongside.agreements import queries, rules
from alongside.agreements.errors import NothingDrafted, TemplateCannotMove, TemplateRetired, WholeDistrict
from alongside.agreements.events import (
    TemplateAdded,
    TemplateDraftDropped,
    TemplateEdited,
    TemplatePublished,
    TemplateReinstated,
    TemplateWithdrawn,
)
from alongside.agreements.models import AgreementTemplate, AgreementTemplateVersion
from alongside.agreements.schemas import TemplateCopy, TemplateCreate, TemplateUpdate
from alongside.core.conditional import IfMatch, check_version, require_version
from alongside.core.db import Row, Tx
from alongside.core.errors import FieldError, Unprocessable, wrong
from alongside.core.moves import make_move
from alongside.core.record import difference, record
from alongside.core.statements import TENANT, Query, a_key, a_text, an_instant, columns, statement, table
from alongside.identity.principal import Principal
from alongside.partners.rules import OFFICE

from . import write
from .choosing import logged

at, av = columns(AgreementTemplate), columns(AgreementTemplateVersion)

_TEXT = ("is_negotiable", "sections", "note")
"""What belongs to a version; a name belongs to the template."""


@statement
def _change() -> Update:
    return (
        update(table(AgreementTemplate))
        .where(at.tenant_id == TENANT, at.id == a_key("id"))
        .values(name=a_text("name"), status=a_text("status"), version=at.version + 1, updated_at=func.tenant_now())
        .returning(at.version)
    )


@statement
def _rewrite() -> Update:
    told = {name: bindparam(f"new_{name}", type_=av[name].type) for name in _TEXT}
    return update(table(AgreementTemplateVersion)).where(av.tenant_id == TENANT, av.id == a_key("id")).values(**told)


@statement
def _publish() -> Update:
    at_once = {"published_at": an_instant("now"), "published_by_id": a_key("by")}
    return update(table(AgreementTemplateVersion)).where(av.tenant_id == TENANT, av.id == a_key("id")).values(**at_once)


@statement
def _drop() -> Delete:
    return delete(table(AgreementTemplateVersion)).where(
        av.tenant_id == TENANT, av.id == a_key("id"), av.published_at.is_(None)
    )


@statement
def _named() -> Query:
    return select(at.id).where(at.tenant_id == TENANT, func.lower(at.name) == func.lower(a_text("name")))


def _check_keeper(principal: Principal) -> None:
    if not queries.keeps_templates(principal):
        raise WholeDistrict


async def _check_name(tx: Tx, name: str) -> None:
    if await tx.row(_named(), name=name) is not None:
        raise wrong("/name", "name_taken", "Another template has this name")


def _check_sections(sections: Sequence[Mapping[str, Any]], lost: Sequence[tuple[str, str, str]] = ()) -> None:
    problems = [*rules.section_problems(sections), *lost]
    if problems:
        raise Unprocessable(errors=[FieldError(f"/sections{at}", code, words) for at, code, words in problems])


async def add_template(tx: Tx, principal: Principal, body: TemplateCreate) -> dict[str, Any]:
    """A template whose first version is being written; without sections it begins with those that its type has to have.

    Raises WholeDistrict, Unprocessable.
    """
    _check_keeper(principal)
    given = "sections" in body.given()
    sections = [each.model_dump() for each in body.sections] if given else rules.first_sections(body.type)
    _check_sections(sections)
    text = {"is_negotiable": body.is_negotiable, "sections": sections, "note": body.note}
    return await _add(tx, principal, {"name": body.name, "type": body.type}, text)


async def _add(tx: Tx, principal: Principal, own: Mapping[str, Any], text: Mapping[str, Any]) -> dict[str, Any]:
    await _check_name(tx, own["name"])
    template_id = await write.add(tx, AgreementTemplate, own)
    await write.add(tx, AgreementTemplateVersion, {"template_id": template_id, "number": 1, **text})
    changed = {name: [None, value] for name, value in own.items()}
    record(tx, TemplateAdded(object_id=template_id, changed=changed))
    return await queries.get_template(tx, principal, template_id)


async def copy_template(tx: Tx, principal: Principal, template_id: UUID, body: TemplateCopy) -> dict[str, Any]:
    """Another template that begins with this one's newest text. Raises WholeDistrict, TemplateNotFound."""
    _check_keeper(principal)
    row, versions = await queries.lock_template(tx, template_id)
    own = {"name": body.name, "type": row["type"], "copied_from_id": template_id}
    text = {name: versions[0][name] for name in ("is_negotiable", "sections")}
    return await _add(tx, principal, own, text)


async def edit_template(
    tx: Tx, principal: Principal, template_id: UUID, body: TemplateUpdate, if_match: IfMatch
) -> dict[str, Any]:
    """Change what the next version says, which is begun when none is being written; published ones stay, and so do
    the sections that its type has to have.

    Raises WholeDistrict, TemplateNotFound, TemplateRetired, Unprocessable.
    """
    _check_keeper(principal)
    row, versions = await queries.lock_template(tx, template_id)
    require_version(if_match, row["version"])
    if row["status"] == "retired":
        raise TemplateRetired
    given = body.given()
    if "sections" in given:
        given["sections"] = [each.model_dump() for each in body.sections]
        lost = rules.removal_problems(row["type"], versions[0]["sections"], given["sections"])
        _check_sections(given["sections"], lost)
    draft = _draft(versions)
    # what is new in the next version is not what was new in the last
    was = {name: versions[0][name] for name in _TEXT} | ({} if draft is not None else {"note": None})
    text = {name: given.get(name, was[name]) for name in _TEXT}
    name = given.get("name", row["name"])
    if name.casefold() != row["name"].casefold():
        await _check_name(tx, name)
    changed = difference({**was, "name": row["name"]}, {**text, "name": name})
    if not changed:
        return await queries.get_template(tx, principal, template_id)
    if changed.keys() & set(_TEXT):
        await _write_draft(tx, template_id, versions, text)
    version = await tx.value(_change(), id=template_id, name=name, status=row["status"])
    record(tx, TemplateEdited(object_id=template_id, version=version, changed=logged(changed)))
    return await queries.get_template(tx, principal, template_id)


def _draft(versions: Sequence[Row]) -> Row | None:
    return next((each for each in versions if each["published_at"] is None), None)


async def _write_draft(tx: Tx, template_id: UUID, versions: Sequence[Row], text: Mapping[str, Any]) -> None:
    draft = _draft(versions)
    if draft is None:
        number = versions[0]["number"] + 1
        await write.add(tx, AgreementTemplateVersion, {"template_id": template_id, "number": number, **text})
    else:
        await tx.run(_rewrite(), id=draft["id"], **{f"new_{name}": value for name, value in text.items()})


async def drop_draft(tx: Tx, principal: Principal, template_id: UUID, if_match: IfMatch) -> dict[str, Any]:
    """Forget what was being written; the published version stays the newest.

    Raises WholeDistrict, TemplateNotFound, NothingDrafted.
    """
    _check_keeper(principal)
    row, versions = await queries.lock_template(tx, template_id)
    require_version(if_match, row["version"])
    draft = _draft(versions)
    if draft is None or len(versions) == 1:
        raise NothingDrafted
    await tx.run(_drop(), id=draft["id"])
    version = await tx.value(_change(), id=template_id, name=row["name"], status=row["status"])
    changed = {"number": [draft["number"], None]}
    record(tx, TemplateDraftDropped(object_id=template_id, version=version, changed=changed))
    return await queries.get_template(tx, principal, template_id)


_MOVED = {"publish": TemplatePublished, "retire": TemplateWithdrawn, "reinstate": TemplateReinstated}


async def move_template(
    tx: Tx, principal: Principal, template_id: UUID, verb: str, if_match: IfMatch
) -> dict[str, Any]:
    """Publish what is being written, for good; or take the template out of use, or back.

    What agreements were made from stays as it is. Raises WholeDistrict, TemplateNotFound, TemplateCannotMove.
    """
    _check_keeper(principal)
    row, versions = await queries.lock_template(tx, template_id)
    check_version(if_match, row["version"])
    draft = _draft(versions)
    needs = rules.template_needs(draft is not None, 0 if draft is None else len(draft["sections"]))
    made = make_move(rules.TEMPLATE, verb, row["status"], OFFICE, needs, TemplateCannotMove)
    changed: dict[str, Any] = difference(dict(row), {"status": made.to_state})
    if verb == "publish" and draft is not None:
        await tx.run(_publish(), id=draft["id"], now=principal.now, by=principal.person_id)
        changed["number"] = [draft["number"] - 1 or None, draft["number"]]
    version = await tx.value(_change(), id=template_id, name=row["name"], status=made.to_state)
    record(tx, _MOVED[verb](object_id=template_id, version=version, changed=changed))
    return await queries.get_template(tx, principal, template_id)
