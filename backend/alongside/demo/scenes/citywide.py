"""Large partners in many schools: one recorded agreement each, and the programs at work under it.

Hundreds of partnerships that somebody else signed years ago are not moved one by one: they are entered as they
stand, a fact in the log for each.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Select, Update, func, select, update

from alongside.agreements import service
from alongside.agreements.events import AgreementSuperseded
from alongside.agreements.models import Agreement
from alongside.agreements.schemas import AgreementRecord
from alongside.core.clock import new_id
from alongside.core.db import Tx
from alongside.core.record import record
from alongside.core.statements import TENANT, a_day, a_key, columns, statement, table
from alongside.demo.content.citywide import CONTRACTS, RENEWED, REPLACED, Contract, Reach
from alongside.demo.content.schools import STORY_SCHOOLS, WITHOUT_PARTNER
from alongside.demo.setting import add
from alongside.demo.stage import Play, Stage, Step, at
from alongside.identity.principal import Principal
from alongside.partnerships.events import PartnershipActivated, PartnershipStarted
from alongside.partnerships.models import Partnership
from alongside.schools.models import School, SchoolIdentifier
from alongside.schools.school_year import school_year_of

from .agreements import signer_of_district

CLERK = "wes"
s, i, a = columns(School), columns(SchoolIdentifier), columns(Agreement)
STORY = {school.local_id: school.key for school in STORY_SCHOOLS}


def citywide_steps(stage: Stage) -> Iterator[Step]:
    """Each agreement is recorded in the week before it starts, and the programs are entered with it."""
    turns = Turns()
    for contract in CONTRACTS:
        recorded_on = contract.starts_on - timedelta(days=5)
        yield Step(at(recorded_on, "14:10"), CLERK, _record(stage, contract, turns))
        yield Step(at(contract.starts_on, "9:30"), CLERK, _enter_programs(stage, contract, turns))
    partner, title, starts_on, ends_on = REPLACED
    old = Contract(partner=partner, title=title, starts_on=starts_on, ends_on=ends_on, term="multi_year", reaches=(
        Reach(program="bookcart/libraries", level="young", turn=0, every=10_000, at=("alderbrook", "hollis")),
    ))  # fmt: skip
    yield Step(at(starts_on - timedelta(days=5), "14:10"), CLERK, _record(stage, old, turns))
    following = next(contract for contract in CONTRACTS if contract.partner == partner)
    yield Step(at(following.starts_on - timedelta(days=5), "14:00"), CLERK, _supersede(stage, old, following.starts_on))
    partner, day, who = RENEWED
    renewed = next(contract for contract in CONTRACTS if contract.partner == partner)
    yield Step(at(day, "10:15"), who, _renew(stage, renewed))


@statement
def _directory() -> Select[Any]:
    return (
        select(s.id, s.level, i.value.label("local_id"))
        .join_from(s.id.table, i.id.table, (i.tenant_id == s.tenant_id) & (i.school_id == s.id))
        .where(s.tenant_id == TENANT, i.system == "local", s.status == "active")
        .order_by(i.value)
    )


class Turns:
    """The schools that take their turn, by level; those of the stories and those without a partner do not."""

    def __init__(self) -> None:
        self._places: dict[str, list[UUID]] = {}

    async def take(self, stage: Stage, tx: Tx, reach: Reach) -> list[UUID]:
        """The schools at which a program works."""
        if not self._places:
            self._places = {"young": [], "high": []}
            for row in await tx.rows(_directory()):
                if row["local_id"] not in STORY and row["local_id"] not in WITHOUT_PARTNER:
                    self._places["high" if row["level"] == "high" else "young"].append(row["id"])
        levels = ("young", "high") if reach.level == "any" else (reach.level,)
        return stage.ids_of("school", reach.at) + [
            school
            for level in levels
            for number, school in enumerate(self._places[level])
            if number % reach.every == reach.turn % reach.every
        ]


def _record(stage: Stage, contract: Contract, turns: Turns) -> Play:
    async def play(tx: Tx, principal: Principal) -> None:
        schools = [school for reach in contract.reaches for school in await turns.take(stage, tx, reach)]
        signed_on = contract.starts_on - timedelta(days=12)
        name, title = signer_of_district(stage, principal.tenant.slug)
        director = stage.people[f"{contract.partner}-director"]
        body = {
            "partner_id": stage.id_of("partner", contract.partner),
            "type": "mou",
            "title": contract.title,
            "starts_on": contract.starts_on,
            "ends_on": contract.ends_on,
            "term_kind": contract.term,
            "notice_days": 30,
            "program_ids": stage.ids_of("program", [reach.program for reach in contract.reaches]),
            "school_ids": list(dict.fromkeys(schools)),
            "signed_elsewhere_on": signed_on,
            "signatures": [
                {"party": "district", "name": name, "title": title, "signed_on": signed_on},
                {"party": "partner", "name": director.name, "title": "Director", "signed_on": signed_on},
            ],
        }
        made = await service.record_elsewhere(tx, principal, AgreementRecord.model_validate(body))
        stage.keep("agreement", _key(contract), made["id"])

    return play


def _key(contract: Contract) -> str:
    return f"{contract.partner}/citywide-{contract.starts_on.year}"


def _enter_programs(stage: Stage, contract: Contract, turns: Turns) -> Play:
    async def play(tx: Tx, principal: Principal) -> None:
        partner = stage.id_of("partner", contract.partner)
        for reach in contract.reaches:
            program = stage.id_of("program", reach.program)
            rows = [
                _working(partner, program, school, contract.starts_on) for school in await turns.take(stage, tx, reach)
            ]
            await add(tx, Partnership, rows)
            for row in rows:
                _tell(tx, row)

    return play


def _working(partner: UUID, program: UUID, school: UUID, day: date) -> dict[str, Any]:
    return {
        "id": new_id(), "partner_id": partner, "program_id": program, "school_id": school,
        "first_school_year": school_year_of(day).label, "kind": "specialized", "stage": "active", "started_on": day,
        "version": 2,
    }  # fmt: skip


def _tell(tx: Tx, row: Mapping[str, Any]) -> None:
    said = ("partner_id", "program_id", "school_id", "first_school_year", "kind")
    begun = {**{name: [None, row[name]] for name in said}, "stage": [None, "exploring"]}
    record(tx, PartnershipStarted(object_id=row["id"], changed=begun))
    active = {"stage": ["exploring", "active"], "started_on": [None, row["started_on"]]}
    record(tx, PartnershipActivated(object_id=row["id"], version=2, changed=active, reason="Entered as it stands"))


@statement
def _supersede_one() -> Update:
    return (
        update(table(Agreement))
        .where(a.tenant_id == TENANT, a.id == a_key("agreement"))
        .values(status="superseded", ceases_on=a_day("ceases_on"), version=a.version + 1, updated_at=func.tenant_now())
        .returning(a.version)
    )


def _supersede(stage: Stage, contract: Contract, ceases_on: date) -> Play:
    async def play(tx: Tx, principal: Principal) -> None:
        agreement = stage.id_of("agreement", _key(contract))
        version = await tx.value(_supersede_one(), agreement=agreement, ceases_on=ceases_on)
        changed = {"status": ["executed", "superseded"]}
        record(tx, AgreementSuperseded(object_id=agreement, version=version, changed=changed))

    return play


def _renew(stage: Stage, contract: Contract) -> Play:
    async def play(tx: Tx, principal: Principal) -> None:
        made = await service.renew(tx, principal, stage.id_of("agreement", _key(contract)))
        stage.keep("agreement", f"{contract.partner}/renewal", made["id"])

    return play
