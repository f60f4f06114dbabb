"""What the district asks for, and how partners answer: papers with their scans, people with their checks."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Final

from alongside.core.db import Tx
from alongside.demo.content.cast import ORGANIZATIONS
from alongside.demo.content.organizations import Organization
from alongside.demo.content.papers import (
    ASKED_ON,
    CHECKED_ON,
    HANDED_IN_ON,
    REQUIREMENTS,
    RIVERBEND_STAFF,
    WITH_STAFF_LIST,
    Sent,
)
from alongside.demo.stage import Play, Stage, Step, at
from alongside.identity.principal import Principal
from alongside.papers import service
from alongside.papers.schemas import CheckCreate, PaperCreate, RequirementCreate, StaffCreate

RISK: Final = "paula"
SCAN: Final = b"%PDF-1.4\n% A page of the demonstration, without a certificate on it.\n%%EOF\n"
YEAR: Final = (date(2019, 7, 1), date(2020, 6, 30))
LAST_YEAR: Final = (date(2018, 7, 1), date(2019, 6, 30))


def paper_steps(stage: Stage) -> Iterator[Step]:
    """Asked in June; insurance and letters come in July, checks in August, and a few papers wait in January."""
    by_name = {person.name: person.key for person in stage.people.values()}
    yield Step(at(ASKED_ON, "10:00"), RISK, _ask)
    for one in ORGANIZATIONS:
        day = _handed_in_on(one)
        if day is None:
            continue
        director = by_name[one.director]
        yield from _paper(stage, one, director, day, _certificate(*YEAR))
        if one.key != WITH_STAFF_LIST:
            yield from _paper(stage, one, director, day, _letter(day))
    director = by_name["Tomas Adeyemi"]
    riverbend = next(one for one in ORGANIZATIONS if one.key == WITH_STAFF_LIST)
    yield from _paper(stage, riverbend, director, date(2018, 7, 9), _certificate(*LAST_YEAR))
    for sent in RIVERBEND_STAFF:
        yield Step(at(CHECKED_ON, "9:20"), director, _send(stage, sent))
        yield Step(at(CHECKED_ON, "13:45"), RISK, _check(stage, sent))
    yield from _waiting(stage, by_name)


def _waiting(stage: Stage, by_name: dict[str, str]) -> Iterator[Step]:
    """What January brought: an endorsement to look at, and one that came back."""
    for key, day, reason in (
        ("kindling", date(2020, 1, 21), None),
        ("secondbell", date(2020, 1, 14), "It names the organization's landlord, not the district."),
    ):
        one = next(each for each in ORGANIZATIONS if each.key == key)
        director = by_name[one.director]
        yield Step(at(day, "11:10"), director, _hand_in(stage, one, _endorsement(day)))
        if reason is not None:
            yield Step(at(day + timedelta(days=2), "15:30"), RISK, _decide(stage, one, "endorsement", day, reason))


def _handed_in_on(one: Organization) -> date | None:
    """In July with everybody, or with the approval of those who came later; None for those who are gone or not in."""
    decided = dict(one.path)
    if "approve" not in decided or decided.get("deactivate", date.max) <= HANDED_IN_ON:
        return None
    return max(decided["approve"], HANDED_IN_ON)


def _certificate(first: date, last: date) -> dict[str, Any]:
    return {
        "kind": "insurance_certificate", "coverage": "general_liability", "carrier": "Prairie Mutual",
        "policy_number": f"GL-{first.year}-4471", "limit_each": "1000000.00", "limit_aggregate": "2000000.00",
        "effective_on": first, "expires_on": last,
    }  # fmt: skip


def _letter(day: date) -> dict[str, Any]:
    note = "The agency has checked everybody whom it sends, and keeps the results."
    return {"kind": "agency_letter", "effective_on": day, "expires_on": date(2021, 6, 30), "note": note}


def _endorsement(day: date) -> dict[str, Any]:
    return {
        "kind": "endorsement", "coverage": "general_liability", "policy_number": "GL-2019-4471", "effective_on": day,
        "expires_on": YEAR[1], "names_district": True,
    }  # fmt: skip


def _paper(stage: Stage, one: Organization, director: str, day: date, said: dict[str, Any]) -> Iterator[Step]:
    """Handed in, and accepted within the hour on the day of an approval, within the week otherwise."""
    decided = day if day > HANDED_IN_ON else day + timedelta(days=4)
    yield Step(at(day, "11:10"), director, _hand_in(stage, one, said))
    yield Step(at(decided, "14:20"), RISK, _decide(stage, one, said["kind"], said["effective_on"], None))


async def _ask(tx: Tx, principal: Principal) -> None:
    for asked in REQUIREMENTS.values():
        await service.add_requirement(tx, principal, RequirementCreate.model_validate(asked))


def _hand_in(stage: Stage, one: Organization, said: dict[str, Any]) -> Play:
    async def play(tx: Tx, principal: Principal) -> None:
        partner = stage.id_of("partner", one.key)
        made = await service.add_paper(tx, principal, PaperCreate.model_validate({**said, "partner_id": partner}))
        stage.keep("paper", f"{one.key}/{said['kind']}/{said['effective_on']}", made["id"])
        await service.add_file(tx, principal, made["id"], f"{said['kind']}.pdf", SCAN, None)
        await service.move_paper(tx, principal, made["id"], "submit", None, None)

    return play


def _decide(stage: Stage, one: Organization, kind: str, effective_on: date, reason: str | None) -> Play:
    async def play(tx: Tx, principal: Principal) -> None:
        paper = stage.id_of("paper", f"{one.key}/{kind}/{effective_on}")
        await service.move_paper(tx, principal, paper, "reject" if reason else "accept", reason, None)

    return play


def _send(stage: Stage, sent: Sent) -> Play:
    async def play(tx: Tx, principal: Principal) -> None:
        school = None if sent.school is None else stage.id_of("school", sent.school)
        programs = ("riverbend/reading", "riverbend/math") if school is None else ("riverbend/reading",)
        places = [{"program_id": stage.id_of("program", program), "school_id": school} for program in programs]
        body = {"name": sent.name, "title": sent.title, "places": places}
        partner = stage.id_of("partner", WITH_STAFF_LIST)
        made = await service.add_staff(tx, principal, partner, StaffCreate.model_validate(body))
        stage.keep("staff", sent.name, made["id"])

    return play


def _check(stage: Stage, sent: Sent) -> Play:
    async def play(tx: Tx, principal: Principal) -> None:
        for kind in REQUIREMENTS["checks"]["check_kinds"]:
            check = CheckCreate(kind=kind, issued_on=sent.issued_on, result="clear")
            await service.add_check(tx, principal, stage.id_of("staff", sent.name), check, None)

    return play
