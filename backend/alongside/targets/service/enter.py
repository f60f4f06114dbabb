"""Reporting results: one, or a grid of many schools for one day. A correction supersedes, nothing is overwritten."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import any_, func, literal_column, update

from alongside.core.clock import new_id
from alongside.core.conditional import IfMatch, require_version
from alongside.core.db import Tx
from alongside.core.errors import FieldError, Unprocessable
from alongside.core.record import record
from alongside.core.statements import TENANT, columns, statement, table, the_keys
from alongside.identity.principal import Principal
from alongside.targets import queries, rules
from alongside.targets.errors import NotYourTarget, ResultNeedsConfirming, TargetTakesNoResults
from alongside.targets.events import ResultEntered, ResultSuperseded
from alongside.targets.models import Result
from alongside.targets.schemas import ResultCreate, ResultGrid, ResultRow

from .draft import insert_of
from .small_groups import hide_small_groups

r = columns(Result)
POINTERS: Mapping[str, str] = {"as_of": "as_of_on"}
TOLD = ("target_id", "school_id", "as_of_on", "value", "numerator", "denominator")
OF_ALL = frozenset({"population", "as_of"})
"""What is wrong for every row at once is wrong with the request."""


@statement
def _insert() -> Any:
    return insert_of(
        Result,
        ("id", "target_id", "school_id", "as_of_on", "value", "numerator", "denominator", "population", "source",
         "note", "entered_by_id", "entered_for_partner_id"),
    )  # fmt: skip


@statement
def _supersede() -> Any:
    return (
        update(table(Result))
        .where(r.tenant_id == TENANT, r.id == any_(the_keys("ids")))
        .values(status="superseded", version=r.version + literal_column("1"), updated_at=func.tenant_now())
    )


@dataclass(slots=True)
class Outcome:
    """What becomes of one row."""

    school_id: UUID
    outcome: str = "refused"
    result_id: UUID | None = None
    errors: list[FieldError] = field(default_factory=list)
    warnings: list[FieldError] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        return {
            "school_id": self.school_id,
            "outcome": self.outcome,
            "result_id": self.result_id,
            "errors": [each.as_json() for each in self.errors],
            "warnings": [each.as_json() for each in self.warnings],
        }


@dataclass(slots=True)
class _Grid:
    """A target's results as they stand for this caller, and what a request adds to them."""

    principal: Principal
    row: Mapping[str, Any]
    terms: rules.TargetTerms
    known: Sequence[queries.Reported]
    as_of: date
    measured: rules.Population
    confirm: bool
    new: list[dict[str, Any]] = field(default_factory=list)
    superseded: list[queries.Reported] = field(default_factory=list)

    def check_day(self) -> None:
        """Raise with what is wrong for every row."""
        side: rules.Side | None = "partner" if self.row["partner_id"] in self.principal.employers else None
        empty = rules.Result(self.as_of, 0, "submitted")
        faults = rules.result_problems(self.terms, empty, self.measured, self.principal.today, side)
        wrong = [each for each in faults if each.field in OF_ALL]
        if wrong:
            raise Unprocessable(
                errors=[FieldError(f"/{POINTERS.get(each.field, each.field)}", each.code, each.words) for each in wrong]
            )

    def take(self, given: ResultRow | ResultCreate, pointer: str) -> Outcome:
        """Judge one row, and keep it for writing when it is good."""
        found = Outcome(given.school_id)
        found.errors = self._place_faults(given.school_id, pointer) or self._value_faults(given, pointer)
        if found.errors:
            return found
        current, last = self._before(given.school_id)
        if current is not None and current.reason is None and self._is_same(current, given):
            found.outcome, found.result_id = "unchanged", current.row["id"]
            return found
        found.warnings = self._warnings(given, last, pointer)
        if found.warnings and not self.confirm:
            found.outcome = "needs_confirming"
            return found
        if current is not None:
            self.superseded.append(current)
        found.outcome = "created" if current is None else "corrected"
        found.result_id = new_id()
        self.new.append(self._stored(found.result_id, given))
        return found

    def _place_faults(self, school_id: UUID, pointer: str) -> list[FieldError]:
        place = next((each for each in self.row["schools"] if each["school_id"] == school_id), None)
        partner_id = self.row["partner_id"]
        where = f"{pointer}/school_id"
        if place is None or not queries.sees_school(self.principal, partner_id, school_id):
            return [FieldError(where, "not_covered", "The target does not cover such a school")]
        if not queries.may_enter(self.principal, partner_id, school_id):
            return [FieldError(where, "not_yours", "Somebody else reports for this school")]
        if place["word"] != "agreed":
            return [FieldError(where, "school_not_agreed", "This school has not agreed to the target")]
        if any(each["school_id"] == school_id for each in self.new):
            return [FieldError(where, "school_twice", "This school is in it twice")]
        return []

    def _value_faults(self, given: ResultRow | ResultCreate, pointer: str) -> list[FieldError]:
        side = queries.entering_side(self.principal, self.row["partner_id"], given.school_id)
        faults = rules.result_problems(self.terms, self._asked(given), self.measured, self.principal.today, side)
        return [FieldError(f"{pointer}/{each.field}", each.code, each.words) for each in faults]

    def _asked(self, given: ResultRow | ResultCreate) -> rules.Result:
        school = str(given.school_id)
        return rules.Result(self.as_of, 0, "submitted", school, given.value, given.numerator, given.denominator)

    def _before(self, school_id: UUID) -> tuple[queries.Reported | None, queries.Reported | None]:
        """What stands for the school on this day, and the last one of an earlier day that the caller may see."""
        own = [each for each in self.known if each.school_id == school_id and each.result.status != "rejected"]
        earlier = [each for each in own if each.result.as_of < self.as_of and each.reason is None]
        current = next((each for each in own if each.result.as_of == self.as_of), None)
        return current, max(earlier, key=lambda each: each.result.as_of, default=None)

    def _is_same(self, current: queries.Reported, given: ResultRow | ResultCreate) -> bool:
        stands = current.result
        return (stands.value, stands.numerator, stands.denominator, current.row["note"]) == (
            given.value, given.numerator, given.denominator, given.note,
        )  # fmt: skip

    def _warnings(
        self, given: ResultRow | ResultCreate, last: queries.Reported | None, pointer: str
    ) -> list[FieldError]:
        asked = self._asked(given)
        share = rules.jump(self.terms, None if last is None else last.result, asked)
        before = None if last is None else rules.amount(self.terms, last.result)
        if share is None or before is None:
            return []
        way = "above" if share > 0 else "below"
        percent = rules.rounded(abs(100 * share), 0)
        last_said = rules.said(self.terms, before)
        words = f"This is {percent}% {way} the last result, {last_said}."
        at = f"{pointer}/{'value' if given.value is not None else 'numerator'}"
        return [FieldError(at, "jump", words, percent=str(percent), way=way, last=last_said)]

    def _stored(self, result_id: UUID, given: ResultRow | ResultCreate) -> dict[str, Any]:
        side = queries.entering_side(self.principal, self.row["partner_id"], given.school_id)
        return {
            "id": result_id,
            "target_id": self.row["id"],
            "school_id": given.school_id,
            "as_of_on": self.as_of,
            "value": given.value,
            "numerator": given.numerator,
            "denominator": given.denominator,
            "population": self.terms.population.kind,
            "source": "manual" if self.principal.machine_scopes is None else "api",
            "note": given.note,
            "entered_by_id": self.principal.person_id,
            "entered_for_partner_id": self.row["partner_id"] if side == "partner" else None,
        }

    async def keep(self, tx: Tx) -> None:
        """Write what was taken: corrections first, since one result stands for a school and day."""
        if not self.new:
            return
        if self.superseded:
            await tx.run(_supersede(), ids=[each.row["id"] for each in self.superseded])
            for each in self.superseded:
                record(tx, ResultSuperseded(object_id=each.row["id"], version=each.row["version"] + 1))
        await tx.run_many(_insert(), self.new)
        for values in self.new:
            told = {name: [None, values[name]] for name in TOLD}
            record(tx, ResultEntered(object_id=values["id"], changed=told))
        await hide_small_groups(tx, [self.row["id"]])


async def _grid(tx: Tx, principal: Principal, row: Mapping[str, Any], asked: ResultCreate | ResultGrid) -> _Grid:
    places = [each["school_id"] for each in row["schools"]]
    if not any(queries.may_enter(principal, row["partner_id"], school) for school in places):
        raise NotYourTarget
    if row["status"] != "open":
        raise TargetTakesNoResults(state=row["status"])
    terms = queries.terms_of(row, row["milestones"])
    kind = asked.population or terms.population.kind
    measured = terms.population if kind == terms.population.kind else rules.Population(kind)
    known = await queries.guarded_results(tx, principal, [row["id"]], date.max)
    grid = _Grid(principal, row, terms, known[row["id"]], asked.as_of_on, measured, asked.confirm)
    grid.check_day()
    return grid


async def enter_result(
    tx: Tx, principal: Principal, target_id: UUID, asked: ResultCreate
) -> tuple[dict[str, Any], bool]:
    """Report one school's result; it, and whether it is new (the same again changes nothing)."""
    row = await queries.lock(tx, principal, target_id)
    grid = await _grid(tx, principal, row, asked)
    found = grid.take(asked, "")
    if found.errors:
        raise Unprocessable(errors=found.errors)
    if found.outcome == "needs_confirming":
        raise ResultNeedsConfirming(errors=found.warnings)
    await grid.keep(tx)
    assert found.result_id is not None
    return await queries.get_result(tx, principal, found.result_id), found.outcome != "unchanged"


async def enter_results(
    tx: Tx, principal: Principal, target_id: UUID, asked: ResultGrid, if_match: IfMatch
) -> dict[str, Any]:
    """Report many schools' results of a day; what became of each row. Sent again, it changes nothing.

    If-Match holds the definition that the grid was drawn from; results do not move a target's version.
    """
    row = await queries.lock(tx, principal, target_id)
    require_version(if_match, row["version"])
    grid = await _grid(tx, principal, row, asked)
    outcomes = [grid.take(given, f"/rows/{place}") for place, given in enumerate(asked.rows)]
    await grid.keep(tx)
    counts = Counter(each.outcome for each in outcomes)
    names = ("created", "corrected", "unchanged", "needs_confirming", "refused")
    return {
        "as_of_on": asked.as_of_on,
        **{name: counts[name] for name in names},
        "rows": [each.as_json() for each in outcomes],
    }
