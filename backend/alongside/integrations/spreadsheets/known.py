"""What is here already of the partners that a file may mean: their records, contacts, programs and agreements."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, any_, func, literal_column, select

from alongside.agreements.models import Agreement, AgreementProgram, AgreementSchool
from alongside.agreements.rules import COVERING, Coverage
from alongside.core.db import Executor
from alongside.core.statements import TENANT, Query, columns, statement, the_keys, the_texts
from alongside.identity.principal import Principal, Standpoint
from alongside.partners.models import Contact, Partner, Program
from alongside.partners.queries import may_edit, visible_to
from alongside.partners.rules import normalized_name

p, c, g, a = columns(Partner), columns(Contact), columns(Program), columns(Agreement)
np, ns = columns(AgreementProgram), columns(AgreementSchool)
_NONE: ColumnElement[Any] = literal_column("'{}'::uuid[]")


@dataclass(slots=True)
class KnownAgreement:
    """An agreement that covers something: its number, and what it covers."""

    number: str
    covers: Coverage


@dataclass(slots=True)
class KnownPartner:
    """A partner as it is here."""

    id: UUID
    fields: dict[str, Any]
    is_mine: bool
    contacts: list[dict[str, Any]] = field(default_factory=list)
    programs: list[dict[str, Any]] = field(default_factory=list)
    agreements: list[KnownAgreement] = field(default_factory=list)


@statement
def _by_name_or_ein(standpoints: frozenset[Standpoint]) -> Query:
    return select(p.id, p.name, p.normalized_name, p.ein).where(
        visible_to(standpoints),
        (p.normalized_name == any_(the_texts("names"))) | (p.ein == any_(the_texts("eins"))),
    )


@statement
def _partners(standpoints: frozenset[Standpoint]) -> Query:
    return select(*p).where(visible_to(standpoints), p.id == any_(the_keys("ids")))


@statement
def _contacts() -> Query:
    return select(*c).where(c.tenant_id == TENANT, c.partner_id == any_(the_keys("ids"))).order_by(c.created_at, c.id)


@statement
def _programs() -> Query:
    return (
        select(*g)
        .where(g.tenant_id == TENANT, g.partner_id == any_(the_keys("ids")), g.status != literal_column("'retired'"))
        .order_by(g.created_at, g.id)
    )


@statement
def _agreements() -> Query:
    programs = select(func.coalesce(func.array_agg(np.program_id), _NONE)).where(
        np.tenant_id == a.tenant_id, np.agreement_id == a.id
    )
    schools = select(func.coalesce(func.array_agg(ns.school_id), _NONE)).where(
        ns.tenant_id == a.tenant_id, ns.agreement_id == a.id, ns.confirmation != literal_column("'declined'")
    )
    return select(
        a.id, a.number, a.partner_id, a.type, a.status, a.starts_on, a.ends_on, a.is_district_wide,
        programs.scalar_subquery().label("programs"), schools.scalar_subquery().label("schools"),
    ).where(
        a.tenant_id == TENANT, a.partner_id == any_(the_keys("ids")), a.status == any_(the_texts("covering"))
    )  # fmt: skip


async def find_named(
    db: Executor, principal: Principal, names: Sequence[str], eins: Sequence[str]
) -> list[dict[str, Any]]:
    """The partners that are called so (normalized) or have one of these EINs."""
    rows = await db.rows(_by_name_or_ein(principal.standpoints), **principal.binds, names=list(names), eins=list(eins))
    return [dict(row) for row in rows]


async def fetch_known(db: Executor, principal: Principal, ids: Sequence[UUID]) -> dict[UUID, KnownPartner]:
    """Everything of these partners that a file may change."""
    wanted = list(ids)
    found = {
        row["id"]: KnownPartner(row["id"], dict(row), may_edit(principal, row["id"]))
        for row in await db.rows(_partners(principal.standpoints), **principal.binds, ids=wanted)
    }
    for row in await db.rows(_contacts(), ids=wanted):
        found[row["partner_id"]].contacts.append(dict(row))
    for row in await db.rows(_programs(), ids=wanted):
        found[row["partner_id"]].programs.append({**dict(row), "key": normalized_name(row["name"])})
    for row in await db.rows(_agreements(), ids=wanted, covering=sorted(COVERING)):
        covers = Coverage(
            agreement=row["id"],
            partner=row["partner_id"],
            kind=row["type"],
            status=row["status"],
            programs=frozenset(row["programs"]),
            schools=None if row["is_district_wide"] else frozenset(row["schools"]),
            starts_on=row["starts_on"],
            ends_on=row["ends_on"],
        )
        found[row["partner_id"]].agreements.append(KnownAgreement(row["number"], covers))
    return found
