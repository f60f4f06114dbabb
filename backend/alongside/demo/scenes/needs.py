"""What schools need: worked out, proved, rated and published, or told in five minutes."""

from collections.abc import Iterable, Iterator
from datetime import date

from alongside.core.db import Tx
from alongside.demo.content.districts import MAIN
from alongside.demo.content.findings import THIS_YEAR, Account, Assessment, Finding, Survey
from alongside.demo.stage import Play, Stage, Step, at
from alongside.identity.principal import Principal
from alongside.needs import service
from alongside.needs.rules import CRITERIA
from alongside.needs.schemas import AssessmentCreate, EvidenceCreate, NeedCreate, TopNeeds

CLOCK = {"collect": "9:40", "analyze": "10:10", "prioritize": "10:50", "submit": "15:30", "approve": "16:00",
         "publish": "16:10"}  # fmt: skip


def assessment_steps(stage: Stage, assessments: Iterable[Assessment], district: str = MAIN) -> Iterator[Step]:
    """A school's assessment, its needs, and what became of them."""
    for one in assessments:
        yield Step(at(one.begun_on), one.by, _begin(stage, one), district)
        for found in one.findings:
            yield Step(at(one.begun_on, "9:05"), one.by, _find(stage, one, found), district)
        for verb, day, who in one.path:
            yield Step(at(day, CLOCK.get(verb, "11:00")), who, _move(stage, one, verb), district)
            if verb == "prioritize":
                for found in one.findings:
                    if found.ratings is not None:
                        yield Step(at(day, "11:20"), who, _move_need(stage, found, "prioritize", None), district)
        yield from _paths(stage, one.findings, district)


def version_steps(
    stage: Stage, key: str, path: Iterable[tuple[str, date, str]], district: str = MAIN
) -> Iterator[Step]:
    """The way of the version that was opened again."""
    for verb, day, who in path:
        yield Step(at(day, CLOCK[verb]), who, _move_again(stage, key, verb), district)


def survey_steps(stage: Stage, surveys: Iterable[Survey], district: str = MAIN) -> Iterator[Step]:
    """The five-minute way: told by somebody and published by the school's leader, at once when it is the same."""
    for one in surveys:
        yield Step(at(one.told_on, "8:20"), one.by, _tell(stage, one), district)
        steps = () if one.by == one.published_by else (("approve", "12:00"), ("publish", "12:01"))
        for verb, clock in steps:
            yield Step(at(one.published_on, clock), one.published_by, _move_again(stage, one.key, verb), district)
        yield from _paths(stage, one.findings, district)


def _paths(stage: Stage, findings: Iterable[Finding], district: str) -> Iterator[Step]:
    for found in findings:
        for verb, day, who, reason in found.path:
            yield Step(at(day, "18:00"), who, _move_need(stage, found, verb, reason), district)


def _begin(stage: Stage, one: Assessment) -> Play:
    async def play(tx: Tx, principal: Principal) -> None:
        district = principal.tenant.slug
        body = {
            "school_id": stage.id_of("school", one.school, district),
            "school_year": one.year,
            "kind": one.kind,
            "note": one.note,
        }
        made = await service.start(tx, principal, AssessmentCreate.model_validate(body))
        stage.keep("assessment", one.key, made["id"], district)

    return play


def _find(stage: Stage, one: Assessment, found: Finding) -> Play:
    async def play(tx: Tx, principal: Principal) -> None:
        district = principal.tenant.slug
        ratings = {} if found.ratings is None else dict(zip(CRITERIA, found.ratings, strict=True))
        body = {
            "title": found.title, "area_code": found.area, "current_condition": found.now,
            "desired_condition": found.hoped, "grades": list(found.grades), "populations": list(found.populations),
            "times_of_day": list(found.times), "languages": list(found.languages), "est_students": found.students,
            "root_causes": found.causes, "meet_via_partnership": found.via, **ratings,
        }  # fmt: skip
        assessment = stage.id_of("assessment", one.key, district)
        made = await service.add(tx, principal, assessment, NeedCreate.model_validate(body))
        stage.keep("need", found.key, made["id"], district)
        for account in found.evidence:
            await service.add_evidence(tx, principal, made["id"], _evidence(account), None)

    return play


def _evidence(account: Account) -> EvidenceCreate:
    if account.measure is not None:
        return EvidenceCreate(measure=account.measure, period=account.period)
    return EvidenceCreate(statement=account.statement, source=account.source)


def _move(stage: Stage, one: Assessment, verb: str) -> Play:
    async def play(tx: Tx, principal: Principal) -> None:
        district = principal.tenant.slug
        assessment = stage.id_of("assessment", one.key, district)
        if verb == "reopen":
            assert one.reason is not None
            made = await service.reopen(tx, principal, assessment, one.reason, None)
            stage.keep("assessment", f"{one.key}/next", made["id"], district)
        else:
            await service.move_assessment(tx, principal, assessment, verb, None)

    return play


def _move_again(stage: Stage, key: str, verb: str) -> Play:
    async def play(tx: Tx, principal: Principal) -> None:
        assessment = stage.id_of("assessment", key, principal.tenant.slug)
        await service.move_assessment(tx, principal, assessment, verb, None)

    return play


def _move_need(stage: Stage, found: Finding, verb: str, reason: str | None) -> Play:
    async def play(tx: Tx, principal: Principal) -> None:
        need = stage.id_of("need", found.key, principal.tenant.slug)
        await service.move(tx, principal, need, verb, None, reason)

    return play


def _tell(stage: Stage, one: Survey) -> Play:
    async def play(tx: Tx, principal: Principal) -> None:
        district = principal.tenant.slug
        needs = [{"title": found.title, "area": found.area, "sentence": found.now} for found in one.findings]
        body = TopNeeds.model_validate({"school_year": THIS_YEAR, "needs": needs})
        made = await service.name_top_needs(tx, principal, stage.id_of("school", one.school, district), body)
        stage.keep("assessment", one.key, made["id"], district)
        ids = {need["title"]: need["id"] for need in made["needs"]}
        for found in one.findings:
            stage.keep("need", found.key, ids[found.title], district)

    return play
