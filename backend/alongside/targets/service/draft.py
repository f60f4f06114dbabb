"""Drafting a target, and changing it while nobody is bound by it."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, any_, bindparam, delete, func, insert, literal_column, select, update

from alongside.core.clock import new_id
from alongside.core.conditional import IfMatch, require_version
from alongside.core.db import Tx
from alongside.core.errors import FieldError, Unprocessable, wrong
from alongside.core.record import difference, record
from alongside.core.statements import TENANT, a_key, columns, statement, table, the_keys
from alongside.identity.principal import Principal, Standpoint
from alongside.needs.models import Need, NeedsAssessment
from alongside.partnerships import queries as partnerships
from alongside.partnerships.models import Partnership
from alongside.partnerships.rules import OVER
from alongside.targets import queries, rules
from alongside.targets.errors import NotYourTarget, TargetIsSettled
from alongside.targets.events import TargetChanged, TargetDrafted
from alongside.targets.models import Target, TargetMilestone, TargetSchool
from alongside.targets.schemas import TargetCreate, TargetUpdate

t, ts, m = columns(Target), columns(TargetSchool), columns(TargetMilestone)
p, n, na = columns(Partnership), columns(Need), columns(NeedsAssessment)

COUNTS = ("baseline_numerator", "baseline_denominator")
POINTERS: Mapping[str, str] = {
    "ends_on": "/period_ends_on",
    "baseline": "/baseline_value",
    "target": "/target_input",
}
NO_WORD: Mapping[str, Any] = {"partner_agreed_by_id": None, "partner_agreed_on": None}


def insert_of(model: Any, names: Iterable[str]) -> Any:
    """An insert of these columns, each a value of its own name."""
    own = columns(model)
    values = {name: bindparam(name, type_=own[name].type) for name in names}
    return insert(table(model)).values(tenant_id=TENANT, **values)


@statement
def insert_target(names: frozenset[str]) -> Any:
    return insert_of(Target, sorted(names))


@statement
def insert_school() -> Any:
    return insert_of(TargetSchool, ("id", "target_id", "school_id", "partnership_id"))


@statement
def insert_milestone() -> Any:
    return insert_of(TargetMilestone, ("id", "target_id", "due_on", "value"))


@statement
def change(names: frozenset[str]) -> Any:
    """A new version of a target, with new values for these columns."""
    return (
        update(table(Target))
        .where(t.tenant_id == TENANT, t.id == a_key("of"))
        .values(
            **{name: bindparam(name, type_=t[name].type) for name in sorted(names)},
            version=t.version + literal_column("1"),
            updated_at=func.tenant_now(),
        )
    )


@statement
def _drop_milestones() -> Any:
    return delete(table(TargetMilestone)).where(m.tenant_id == TENANT, m.target_id == a_key("of"))


@statement
def _drop_schools() -> Any:
    return delete(table(TargetSchool)).where(
        ts.tenant_id == TENANT, ts.target_id == a_key("of"), ts.school_id == any_(the_keys("schools"))
    )


@statement
def _ask_again() -> Any:
    return (
        update(table(TargetSchool))
        .where(ts.tenant_id == TENANT, ts.target_id == a_key("of"))
        .values(word="pending", word_by_id=None, word_on=None, reason=None)
    )


@statement
def _partnerships(standpoints: frozenset[Standpoint]) -> Select[*tuple[Any, ...]]:
    return select(p.id, p.school_id, p.partner_id, p.program_id, p.stage).where(
        partnerships.visible_to(standpoints), p.id == any_(the_keys("ids"))
    )


@statement
def _need(is_published: bool) -> Select[*tuple[Any, ...]]:
    told = (na.status == "published",) if is_published else ()
    return (
        select(n.id)
        .join_from(n.id.table, na.id.table, and_(na.tenant_id == n.tenant_id, na.id == n.assessment_id))
        .where(n.tenant_id == TENANT, n.id == a_key("id"), n.school_id == any_(the_keys("schools")), *told)
    )


async def create(tx: Tx, principal: Principal, asked: TargetCreate) -> dict[str, Any]:
    """Draft a target over the schools of some partnerships of one program."""
    covered = await _covered(tx, principal, asked.partnership_ids, asked.program_id)
    schools = {row["school_id"] for row in covered}
    partner_id = covered[0]["partner_id"]
    if not queries.may_write(principal, partner_id, schools):
        raise NotYourTarget
    given = asked.model_dump(exclude={"partnership_ids", "program_id", "milestones"})
    milestones = [each.model_dump() for each in asked.milestones]
    definition = define(given, milestones)
    await _check_need(tx, principal, definition["need_id"], schools)
    target_id = new_id()
    values = {
        **definition,
        "id": target_id,
        "partner_id": partner_id,
        "program_id": covered[0]["program_id"],
        "proposed_by_side": queries.side_of(principal, partner_id, schools),
    }
    await tx.run(insert_target(frozenset(values)), **values)
    await keep_children(tx, target_id, covered, milestones)
    record(tx, TargetDrafted(object_id=target_id))
    return await queries.get(tx, principal, target_id)


async def keep_children(
    tx: Tx, target_id: UUID, covered: Sequence[Mapping[str, Any]], milestones: Sequence[Mapping[str, Any]]
) -> None:
    """Write the schools and the milestones of a new target."""
    await tx.run_many(
        insert_school(),
        [
            {"id": new_id(), "target_id": target_id, "school_id": row["school_id"], "partnership_id": row["id"]}
            for row in covered
        ],
    )
    if milestones:
        await tx.run_many(
            insert_milestone(), [{"id": new_id(), "target_id": target_id, **milestone} for milestone in milestones]
        )


async def _covered(
    tx: Tx, principal: Principal, ids: Sequence[UUID], program_id: UUID | None
) -> list[Mapping[str, Any]]:
    rows: list[Mapping[str, Any]] = [
        dict(row) for row in await tx.rows(_partnerships(principal.standpoints), **principal.binds, ids=list(ids))
    ]
    if len(rows) < len(set(ids)):
        raise wrong("/partnership_ids", "unresolved", "One of these partnerships is not here")
    if any(row["stage"] in OVER for row in rows):
        raise wrong("/partnership_ids", "partnership_over", "One of these partnerships has ended")
    programs = {row["program_id"] for row in rows} | ({program_id} if program_id else set())
    if len(programs) > 1:
        raise wrong("/partnership_ids", "one_program", "A target covers one program; these are of several")
    if len({row["school_id"] for row in rows}) < len(rows):
        raise wrong("/partnership_ids", "school_twice", "A school is in it twice")
    return rows


async def _check_need(tx: Tx, principal: Principal, need_id: UUID | None, schools: Iterable[UUID]) -> None:
    if need_id is None:
        return
    is_published = not principal.standpoints & {Standpoint.DISTRICT, Standpoint.SCHOOL}
    if await tx.row(_need(is_published), id=need_id, schools=list(schools)) is None:
        raise wrong("/need_id", "unresolved", "This is no need of the schools that the target covers")


def define(given: Mapping[str, Any], milestones: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The stored definition: the baseline as a value, the target worked out; raises with everything that is wrong."""
    values = dict(given)
    _settle_baseline(values)
    try:
        values["target_value"] = rules.resolve_target(
            values["target_method"], values["target_input"], values["baseline_value"], values["direction"]
        )
    except rules.BaselineMissing:
        raise wrong("/baseline_value", "required", "This way of setting a target starts from a baseline") from None
    faults = rules.problems(queries.terms_of(values, milestones))
    if faults:
        raise Unprocessable(
            errors=[FieldError(POINTERS.get(each.field, f"/{each.field}"), each.code, each.words) for each in faults]
        )
    return values


def _settle_baseline(values: dict[str, Any]) -> None:
    part, whole = (values[name] for name in COUNTS)
    if (part is None) != (whole is None):
        raise wrong("/baseline_numerator", "value_or_counts", "Give numerator and denominator together")
    if part is not None:
        if values["unit"] not in {"percent", "ratio"}:
            raise wrong("/baseline_numerator", "value_required", "This unit takes a value")
        if values["baseline_value"] is not None:
            raise wrong("/baseline_value", "value_or_counts", "Give the value, or numerator and denominator")
        if whole <= 0 or part < 0 or (values["unit"] == "percent" and part > whole):
            raise wrong("/baseline_numerator", "part_of_whole", "The numerator is a part of the denominator")
        values["baseline_value"] = Decimal(part * (100 if values["unit"] == "percent" else 1)) / Decimal(whole)
    if values["baseline_value"] is None:
        if values["baseline_population"] is not None:
            raise wrong("/baseline_value", "required", "A baseline's population stands beside its value")
        return
    target = queries.population_of(values)
    kind = values["baseline_population"]
    if kind is None:
        raise wrong("/baseline_population", "required", "Say whom the baseline is about")
    faults = rules.population_problems(target, rules.Population(kind, target.group if kind == target.kind else None))
    if faults:
        raise Unprocessable(errors=[FieldError("/baseline_population", each.code, each.words) for each in faults])


async def update_target(
    tx: Tx, principal: Principal, target_id: UUID, asked: TargetUpdate, if_match: IfMatch
) -> dict[str, Any]:
    """Change a draft, or a proposal: that one then asks both sides again."""
    row = await queries.lock(tx, principal, target_id)
    if not queries.may_write(principal, row["partner_id"], queries.still_in(row)):
        raise NotYourTarget
    require_version(if_match, row["version"])
    if row["status"] not in queries.EDITABLE:
        raise TargetIsSettled
    given = asked.given()
    covered = await _new_coverage(tx, principal, row, given.pop("partnership_ids", None))
    milestones = row["milestones"]
    if (asked_for := given.pop("milestones", None)) is not None:
        milestones = [each.model_dump() for each in asked_for]
    schools = {each["school_id"] for each in covered}
    definition = define(_merged(row, given), milestones)
    if definition["need_id"] != row["need_id"] or schools != {each["school_id"] for each in row["schools"]}:
        await _check_need(tx, principal, definition["need_id"], schools)
    changed = difference(row, definition)
    if milestones != row["milestones"]:
        changed["milestones"] = [row["milestones"], milestones]
        await tx.run(_drop_milestones(), of=target_id)
        if milestones:
            await tx.run_many(
                insert_milestone(), [{"id": new_id(), "target_id": target_id, **each} for each in milestones]
            )
    changed |= await _cover(tx, row, covered)
    if not changed:
        return await queries.get(tx, principal, target_id)
    values = {name: definition[name] for name in changed if name in definition}
    if row["status"] == "proposed":
        values |= NO_WORD
        await tx.run(_ask_again(), of=target_id)
    await tx.run(change(frozenset(values)), of=target_id, **values)
    record(tx, TargetChanged(object_id=target_id, version=row["version"] + 1, changed=changed))
    return await queries.get(tx, principal, target_id)


_APART = frozenset({"partnership_ids", "program_id", "milestones"})
DEFINED = tuple(name for name in TargetCreate.model_fields if name not in _APART)
"""The columns that a request gives as they are."""


def _merged(row: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """The definition after a merge patch. A baseline that was counted is given anew as a whole, or left."""
    merged = {name: row[name] for name in DEFINED}
    if row["baseline_numerator"] is not None:
        merged["baseline_value"] = None
    if given.get("baseline_value") is not None:
        merged |= dict.fromkeys(COUNTS)
    elif given.get("baseline_numerator") is not None:
        merged["baseline_value"] = None
    return {**merged, **given}


async def _new_coverage(
    tx: Tx, principal: Principal, row: Mapping[str, Any], ids: Sequence[UUID] | None
) -> list[Mapping[str, Any]]:
    stay = [{"id": each["partnership_id"], "school_id": each["school_id"]} for each in row["schools"]]
    if ids is None or set(ids) == {each["id"] for each in stay}:
        return list(stay)
    covered = await _covered(tx, principal, ids, row["program_id"])
    if not queries.may_write(principal, row["partner_id"], {each["school_id"] for each in covered}):
        raise NotYourTarget
    return covered


async def _cover(tx: Tx, row: Mapping[str, Any], covered: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Take schools out and in; what changed, for the log."""
    before = {each["school_id"] for each in row["schools"]}
    after = {each["school_id"] for each in covered}
    if before == after:
        return {}
    await tx.run(_drop_schools(), of=row["id"], schools=list(before - after))
    await keep_children(tx, row["id"], [each for each in covered if each["school_id"] not in before], [])
    return {"schools": [sorted(map(str, before)), sorted(map(str, after))]}
