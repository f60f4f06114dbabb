"""Targets: written by one side, agreed by both, and the results that were reported and verified."""

from collections.abc import Iterable, Iterator
from typing import Any

from alongside.core.db import Tx
from alongside.demo.content.districts import MAIN
from alongside.demo.content.goals import Goal, Report, Value
from alongside.demo.stage import Play, Stage, Step, at
from alongside.identity.principal import Principal
from alongside.targets import service
from alongside.targets.schemas import ResultGrid, TargetCreate

CLOCK = {"propose": "11:10", "agree": "12:30", "agree-school": "12:40", "opt-out": "12:50", "open": "17:00"}
MOVES = {
    "propose": service.propose, "agree": service.agree, "open": service.open_target, "withdraw": service.withdraw,
    "close": service.close,
}  # fmt: skip
WORDS = {"agree-school", "opt-out"}
NO_ROOM_FOR_IT = "Our teachers report enough this year."


class ResultsRefused(RuntimeError):
    """A report of the demonstration's own was refused."""


def target_steps(stage: Stage, goals: Iterable[Goal], district: str = MAIN) -> Iterator[Step]:
    """From the draft to the last result."""
    for goal in goals:
        day, who = goal.written
        yield Step(at(day, "10:30"), who, _write(stage, goal), district)
        for verb, on, who, told in goal.path:
            yield Step(at(on, CLOCK.get(verb, "17:30")), who, _move(stage, goal, verb, told), district)
        for report in goal.reports:
            yield Step(at(report.on, "18:10"), report.by, _enter(stage, goal, report), district)
            if report.verified is not None:
                who, on = report.verified
                yield Step(at(on, "8:40"), who, _verify(stage, goal, report), district)
            if report.rejected is not None:
                who, on, reason = report.rejected
                yield Step(at(on, "8:45"), who, _reject(stage, goal, report, reason), district)


def _amount(value: Value | None, part: str, whole: str, plain: str) -> dict[str, Any]:
    if value is None:
        return {}
    return {part: value[0], whole: value[1]} if isinstance(value, tuple) else {plain: value}


def _write(stage: Stage, goal: Goal) -> Play:
    async def play(tx: Tx, principal: Principal) -> None:
        district = principal.tenant.slug
        keys = [f"{goal.program}@{school}" for school in goal.schools]
        body = {
            "partnership_ids": stage.ids_of("partnership", keys, district),
            "school_year": goal.year, "name": goal.name, "kind": goal.kind, "measure": goal.measure,
            "unit": goal.unit, "direction": goal.direction, "aggregation": goal.aggregation,
            "population": goal.population, "population_words": goal.words, "period_starts_on": goal.starts,
            "period_ends_on": goal.ends, "baseline_source": goal.baseline_source,
            "baseline_period": goal.baseline_period, "target_method": goal.method, "target_input": goal.target,
            "pace": goal.pace, "milestones": [{"due_on": day, "value": value} for day, value in goal.milestones],
            "reporting_interval_days": goal.every, "data_source": goal.data_source,
            "need_id": None if goal.need is None else stage.id_of("need", goal.need, district),
            **_amount(goal.baseline, "baseline_numerator", "baseline_denominator", "baseline_value"),
        }  # fmt: skip
        if goal.baseline is not None:
            body["baseline_population"] = goal.population
        made = await service.create(tx, principal, TargetCreate.model_validate(body))
        stage.keep("target", goal.key, made["id"], district)

    return play


def _move(stage: Stage, goal: Goal, verb: str, told: str | None) -> Play:
    async def play(tx: Tx, principal: Principal) -> None:
        district = principal.tenant.slug
        target = stage.id_of("target", goal.key, district)
        if verb in WORDS:
            assert told is not None
            school = stage.id_of("school", told, district)
            if verb == "agree-school":
                await service.agree_school(tx, principal, target, school, None)
            else:
                await service.opt_out(tx, principal, target, school, NO_ROOM_FOR_IT, None)
        elif verb == "revise":
            assert told is not None
            await service.revise(tx, principal, target, told, None)
        else:
            await MOVES[verb](tx, principal, target, None)

    return play


def _enter(stage: Stage, goal: Goal, report: Report) -> Play:
    async def play(tx: Tx, principal: Principal) -> None:
        district = principal.tenant.slug
        notes = report.notes or {}
        rows = [
            {
                "school_id": stage.id_of("school", school, district),
                "note": notes.get(school),
                **_amount(value, "numerator", "denominator", "value"),
            }
            for school, value in report.values.items()
        ]
        grid = ResultGrid.model_validate({"as_of_on": report.as_of, "rows": rows, "confirm": True})
        done = await service.enter_results(tx, principal, stage.id_of("target", goal.key, district), grid, "*")
        if done["created"] + done["corrected"] < len(rows):
            raise ResultsRefused(f"{goal.key} {report.as_of}: {done['rows']}")
        for school, row in zip(report.values, done["rows"], strict=True):
            stage.keep("result", _key(goal, report, school), row["result_id"], district)

    return play


def _key(goal: Goal, report: Report, school: str) -> str:
    return f"{goal.key}@{school}/{report.as_of}"


def _verify(stage: Stage, goal: Goal, report: Report) -> Play:
    async def play(tx: Tx, principal: Principal) -> None:
        for school in report.values:
            result = stage.id_of("result", _key(goal, report, school), principal.tenant.slug)
            await service.verify(tx, principal, result, None)

    return play


def _reject(stage: Stage, goal: Goal, report: Report, reason: str) -> Play:
    async def play(tx: Tx, principal: Principal) -> None:
        for school in report.values:
            result = stage.id_of("result", _key(goal, report, school), principal.tenant.slug)
            await service.reject(tx, principal, result, reason, None)

    return play
