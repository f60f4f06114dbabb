"""Which other agreements promise already what one promises (rule E3)."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, any_, func, literal_column, select

from alongside.agreements import rules
from alongside.agreements.models import Agreement, AgreementProgram, AgreementSchool
from alongside.core.db import Executor, Row, Tx
from alongside.core.statements import TENANT, Query, a_day, a_key, a_text, columns, statement, the_texts
from alongside.partners.models import Partner

a, np, ns, p = columns(Agreement), columns(AgreementProgram), columns(AgreementSchool), columns(Partner)

_NONE: ColumnElement[Any] = literal_column("'{}'::uuid[]")


@statement
def _rivals() -> Query:
    programs = select(func.coalesce(func.array_agg(np.program_id), _NONE)).where(
        np.tenant_id == a.tenant_id, np.agreement_id == a.id
    )
    schools = select(func.coalesce(func.array_agg(ns.school_id), _NONE)).where(
        ns.tenant_id == a.tenant_id, ns.agreement_id == a.id, ns.confirmation != literal_column("'declined'")
    )
    return (
        select(
            a.id, a.number, a.title, a.partner_id, a.type, a.status, a.starts_on, a.ends_on, a.is_district_wide,
            a.renews_id, a.amends_id, a.supersedes_id, programs.scalar_subquery().label("programs"),
            schools.scalar_subquery().label("schools"),
        )
        .where(
            a.tenant_id == TENANT, a.partner_id == a_key("partner_id"), a.type == a_text("type"),
            a.status == any_(the_texts("covering")), a.id != a_key("id"), a.starts_on <= a_day("ends_on"),
            a.ends_on >= a_day("starts_on"),
        )
        .order_by(a.starts_on, a.id)
    )  # fmt: skip


@statement
def _lock_partner() -> Query:
    return select(p.id).where(p.tenant_id == TENANT, p.id == a_key("id")).with_for_update(key_share=True)


async def lock_partner(tx: Tx, partner_id: UUID) -> None:
    """Whoever approves or records for a partner waits for the other, so that two cannot overlap unseen."""
    await tx.row(_lock_partner(), id=partner_id)


def _follows(row: Mapping[str, Any]) -> frozenset[object]:
    links = (row["renews_id"], row["amends_id"], row["supersedes_id"])
    return frozenset(followed for followed in links if followed is not None)


def _coverage(row: Row) -> rules.Coverage:
    return rules.Coverage(
        agreement=row["id"],
        partner=row["partner_id"],
        kind=row["type"],
        status=row["status"],
        programs=frozenset(row["programs"]),
        schools=None if row["is_district_wide"] else frozenset(row["schools"]),
        starts_on=row["starts_on"],
        ends_on=row["ends_on"],
        follows=_follows(dict(row)),
        amends=row["amends_id"],
    )


def coverage_of(record: Mapping[str, Any]) -> rules.Coverage:
    """What a record would cover once it is approved: without the schools that declined."""
    schools = (each for each in record["schools"] if each["confirmation"] != "declined")
    return rules.Coverage(
        agreement=record["id"],
        partner=record["partner_id"],
        kind=record["type"],
        status="approved",
        programs=frozenset(UUID(program["id"]) for program in record["programs"]),
        schools=None if record["is_district_wide"] else frozenset(UUID(each["school"]["id"]) for each in schools),
        starts_on=record["starts_on"],
        ends_on=record["ends_on"],
        follows=_follows(record),
        amends=record["amends_id"],
    )


async def overlapping(db: Executor, coverage: rules.Coverage) -> list[dict[str, Any]]:
    """The agreements, approved or further, that promise the same; as refs."""
    rivals = await db.rows(
        _rivals(),
        id=coverage.agreement,
        partner_id=coverage.partner,
        type=coverage.kind,
        covering=sorted(rules.COVERING),
        starts_on=coverage.starts_on,
        ends_on=coverage.ends_on,
    )
    plain = ("id", "number", "title", "status", "starts_on", "ends_on")
    return [{name: row[name] for name in plain} for row in rivals if rules.overlaps(coverage, _coverage(row))]
