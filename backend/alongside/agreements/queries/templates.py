"""Templates of standing terms: the list, one with its versions, a version's text, and what two versions differ in."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import any_, func, select

from alongside.agreements import rules
from alongside.agreements.errors import TemplateNotFound, TemplateVersionNotFound
from alongside.agreements.models import Agreement, AgreementTemplate, AgreementTemplateVersion
from alongside.agreements.rules import document as documents
from alongside.core.db import Executor, Row, Tx
from alongside.core.lifecycle import allowed_moves
from alongside.core.statements import TENANT, Query, a_key, columns, statement, table, the_keys
from alongside.identity.models import Person
from alongside.identity.principal import Principal, Standpoint
from alongside.identity.scopes import Scope
from alongside.partners.rules import OFFICE

at, av, a, who = columns(AgreementTemplate), columns(AgreementTemplateVersion), columns(Agreement), columns(Person)


@statement
def _templates(is_one: bool, is_held: bool) -> Query:
    source = table(AgreementTemplate).alias("source").c
    copied = select(source.name).where(source.tenant_id == TENANT, source.id == at.copied_from_id).scalar_subquery()
    found = select(
        at.id, at.version, at.name, at.type, at.status, at.copied_from_id, copied.label("copied_from_name"),
        at.created_at, at.updated_at,
    ).where(at.tenant_id == TENANT)  # fmt: skip
    if is_one:
        found = found.where(at.id == a_key("id"))
        return found.with_for_update(of=at.id.table) if is_held else found
    return found.order_by(at.type, func.lower(at.name), at.id)


@statement
def _versions(is_one: bool) -> Query:
    named = select(who.name).where(who.id == av.published_by_id).scalar_subquery()
    found = select(
        av.id, av.template_id, av.number, av.is_negotiable, av.sections, av.note, av.published_at, av.published_by_id,
        named.label("published_by_name"),
    ).where(av.tenant_id == TENANT)  # fmt: skip
    if is_one:
        found = found.where(av.template_id == a_key("id"))
    return found.order_by(av.template_id, av.number.desc())


@statement
def _used() -> Query:
    return (
        select(a.template_version_id.label("version_id"), func.count().label("agreements"))
        .where(a.tenant_id == TENANT, a.template_version_id == any_(the_keys("versions")))
        .group_by(a.template_version_id)
    )


@statement
def _version() -> Query:
    return (
        select(
            av.id, av.number, av.is_negotiable, av.sections, av.published_at, at.type, at.status,
            select(func.max(av_newest.number))
            .where(av_newest.tenant_id == TENANT, av_newest.template_id == at.id, av_newest.published_at.is_not(None))
            .scalar_subquery().label("newest"),
        )
        .join_from(av.id.table, at.id.table, (at.tenant_id == av.tenant_id) & (at.id == av.template_id))
        .where(av.tenant_id == TENANT, av.id == a_key("id"))
    )  # fmt: skip


av_newest = table(AgreementTemplateVersion).alias("newest").c


def keeps_templates(principal: Principal) -> bool:
    """Whether templates are the caller's to write: the office's, for the whole district."""
    if Scope.AGREEMENTS_APPROVE not in principal.scopes or Standpoint.DISTRICT not in principal.standpoints:
        return False
    return principal.machine_scopes is not None or principal.holds(*OFFICE)


async def find_templates(db: Executor, principal: Principal) -> dict[str, Any]:
    """The templates that the caller may use; whoever keeps them sees those being written and the retired ones too."""
    keeps = keeps_templates(principal)
    versions: dict[UUID, list[Row]] = {}
    for row in await db.rows(_versions(False)):
        versions.setdefault(row["template_id"], []).append(row)
    rows = await db.rows(_templates(False, False))
    used = await _counts(db, [each for rows in versions.values() for each in rows]) if keeps else {}
    found = [_item(row, versions.get(row["id"], []), used, keeps) for row in rows]
    return {"items": [each for each in found if keeps or each["status"] == "published"], "can_add": keeps}


async def _counts(db: Executor, versions: Sequence[Row]) -> dict[UUID, int]:
    ids = [each["id"] for each in versions if each["published_at"] is not None]
    return {row["version_id"]: row["agreements"] for row in await db.rows(_used(), versions=ids)}


def _item(row: Row, versions: Sequence[Row], used: Mapping[UUID, int], keeps: bool) -> dict[str, Any]:
    published = _newest(versions)
    shown = published or versions[0]
    return {
        "id": row["id"],
        "name": row["name"],
        "type": row["type"],
        "status": _status(row, versions),
        "is_negotiable": shown["is_negotiable"],
        "published_number": None if published is None else published["number"],
        "published_version_id": None if published is None else published["id"],
        "published_at": None if published is None else published["published_at"],
        "has_draft": keeps and _draft(versions) is not None,
        "agreements": sum(used.get(each["id"], 0) for each in versions) if keeps else None,
        "updated_at": row["updated_at"],
    }


def _newest(versions: Sequence[Row]) -> Row | None:
    return next((each for each in versions if each["published_at"] is not None), None)


def _draft(versions: Sequence[Row]) -> Row | None:
    return next((each for each in versions if each["published_at"] is None), None)


def _status(row: Row, versions: Sequence[Row]) -> str:
    if row["status"] == "retired":
        return "retired"
    return "draft" if _newest(versions) is None else "published"


async def get_template(db: Executor, principal: Principal, template_id: UUID) -> dict[str, Any]:
    """One template with its versions, the one being written first, or TemplateNotFound."""
    row, versions = await _seen(db, principal, template_id)
    keeps = keeps_templates(principal)
    used = await _counts(db, versions) if keeps else {}
    draft, published = _draft(versions), _newest(versions)
    shown = draft or published
    assert shown is not None
    needs = rules.template_needs(draft is not None, 0 if draft is None else len(draft["sections"]))
    moves = allowed_moves(rules.TEMPLATE, row["status"], OFFICE, needs) if keeps else []
    source = row["copied_from_id"]
    return {
        "id": row["id"],
        "version": row["version"],
        "name": row["name"],
        "type": row["type"],
        "status": _status(row, versions),
        "copied_from": None if source is None else {"id": source, "name": row["copied_from_name"]},
        "published_number": None if published is None else published["number"],
        "published_version_id": None if published is None else published["id"],
        "draft_number": None if draft is None else draft["number"],
        "is_negotiable": shown["is_negotiable"],
        "note": shown["note"],
        "sections": shown["sections"],
        "kept": rules.kept_codes(row["type"], shown["sections"]),
        "versions": [_version_told(each, used, keeps) for each in versions],
        "can_edit": keeps and row["status"] == "open",
        "can_discard": keeps and draft is not None and published is not None,
        "allowed_moves": moves,
        "created_at": row["created_at"],
        "updated_at": row["updated_at"],
    }


def _version_told(each: Row, used: Mapping[UUID, int], keeps: bool) -> dict[str, Any]:
    by = each["published_by_id"]
    return {
        "id": each["id"],
        "number": each["number"],
        "is_negotiable": each["is_negotiable"],
        "note": each["note"],
        "published_at": each["published_at"],
        "published_by": None if by is None else {"id": by, "name": each["published_by_name"]},
        "agreements": used.get(each["id"], 0) if keeps else None,
    }


async def _seen(db: Executor, principal: Principal, template_id: UUID) -> tuple[Row, list[Row]]:
    row = await db.row(_templates(True, False), id=template_id)
    if row is None:
        raise TemplateNotFound
    versions = list(await db.rows(_versions(True), id=template_id))
    if not keeps_templates(principal):
        versions = [each for each in versions if each["published_at"] is not None]
    if not versions:
        raise TemplateNotFound
    return row, versions


async def lock_template(tx: Tx, template_id: UUID) -> tuple[Row, list[Row]]:
    """A template and its versions, nobody else changing them until the transaction ends; TemplateNotFound."""
    row = await tx.row(_templates(True, True), id=template_id)
    if row is None:
        raise TemplateNotFound
    return row, list(await tx.rows(_versions(True), id=template_id))


async def get_template_version(db: Executor, principal: Principal, template_id: UUID, number: int) -> dict[str, Any]:
    """One version with its sections, and the text that an agreement made from it would begin as; what is not known
    yet stands there by example. TemplateNotFound, TemplateVersionNotFound."""
    row, versions = await _seen(db, principal, template_id)
    each = _numbered(versions, number)
    used = await _counts(db, [each]) if keeps_templates(principal) else {}
    terms = _example(principal, row, each)
    return {
        **_version_told(each, used, keeps_templates(principal)),
        "template": {"id": row["id"], "name": row["name"]},
        "type": row["type"],
        "sections": each["sections"],
        "headings": [section["heading"] for section in documents.standing(terms)],
        "document": documents.write(terms),
    }


def _numbered(versions: Sequence[Row], number: int) -> Row:
    found = next((each for each in versions if each["number"] == number), None)
    if found is None:
        raise TemplateVersionNotFound
    return found


def _example(principal: Principal, row: Row, version: Row) -> documents.Terms:
    year = principal.today.year
    return documents.Terms(
        number=f"A-{year}-0000",
        kind=row["type"],
        title=row["name"],
        is_binding=rules.binds(row["type"], True),
        district=principal.tenant.name,
        partner="Example Partner",
        district_wide=False,
        starts_on=date(year, 8, 24),
        ends_on=date(year + 1, 6, 11),
        programs=[("Example program", None)],
        schools=["Example School"],
        notice_days=30,
        standing=version["sections"],
    )


async def version_changes(
    db: Executor, principal: Principal, template_id: UUID, number: int, since: int | None
) -> dict[str, Any]:
    """The sections that say otherwise in a version than in another, by default the one before; all of the first.

    TemplateNotFound, TemplateVersionNotFound.
    """
    _, versions = await _seen(db, principal, template_id)
    now = _numbered(versions, number)
    earlier = max((each["number"] for each in versions if each["number"] < number), default=None)
    before = earlier if since is None else since
    then = None if before is None else _numbered(versions, before)
    changes = rules.section_changes([] if then is None else then["sections"], now["sections"])
    return {
        "before": before,
        "after": number,
        "was_negotiable": None if then is None else then["is_negotiable"],
        "is_negotiable": now["is_negotiable"],
        "sections": [{"heading": each.heading, "lines": [asdict(line) for line in each.lines]} for each in changes],
    }


async def version_row(db: Executor, version_id: UUID) -> Row | None:
    """A version with its template's type and state, and the number of the newest published one."""
    return await db.row(_version(), id=version_id)
