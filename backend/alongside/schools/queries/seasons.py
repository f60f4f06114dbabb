"""The days of instruction, as they were known on a day, and whether a program runs by them."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Text, and_, case, cast, exists, func, literal_column, or_, select, true

from alongside.core.db import Executor, Tx
from alongside.core.earlier import DAY, earlier, then
from alongside.core.statements import TENANT, Query, columns, statement
from alongside.identity.principal import Principal, Standpoint, TenantSettings
from alongside.identity.scopes import Scope
from alongside.schools.models import SchoolYear, SchoolYearBefore
from alongside.schools.school_year import YearStart, school_year_of
from alongside.schools.seasons import SUMMER, Season, YearOfInstruction

y = columns(SchoolYear)

_ONE: ColumnElement[Any] = literal_column("1")
_NONE: ColumnElement[Any] = literal_column("0")


def _year(name: str) -> tuple[Any, ColumnElement[Any], ColumnElement[Any], Any]:
    """A school year with its first and last day of instruction as they were known on the day."""
    year = y.id.table.alias(name).c
    before = earlier(SchoolYearBefore, year, "school_year_id", f"{name}_then")
    return year, then(before, year.first_day_on), then(before, year.last_day_on), before


def _season() -> ColumnElement[Any]:
    own, first, last, before = _year("own_year")
    after, next_first, _, next_before = _year("next_year")
    found = (
        select(
            func.jsonb_build_object(
                literal_column("'name'"),
                case(
                    (first.is_(None), "unknown"), (and_(first <= DAY, last >= DAY), "in_session"), else_="summer"
                ),
                literal_column("'turns_on'"),
                case((first > DAY, first), (last >= DAY, last + _ONE), (last < DAY, next_first)),
            )
        )
        .select_from(
            own.id.table.outerjoin(before, true())
            .outerjoin(after.id.table, and_(after.tenant_id == own.tenant_id, after.starts_on == own.ends_on + _ONE))
            .outerjoin(next_before, true())
        )
        .where(own.tenant_id == TENANT, own.starts_on <= DAY, own.ends_on >= DAY)
        .order_by(own.starts_on)
        .limit(_ONE)
        .scalar_subquery()
    )  # fmt: skip
    return found


SEASON: ColumnElement[Any] = _season()
"""What the day belongs to: `seasons.season_on` as the database says it; null where no school year is entered."""


def is_summer(day: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether a day is known to be summer, by what is entered now."""
    year = y.id.table.alias("year_of_day").c
    outside = or_(year.first_day_on > day, year.last_day_on < day)
    return exists(
        select(_ONE)
        .where(year.tenant_id == TENANT, year.starts_on <= day, year.ends_on >= day, outside)
        .correlate_except(year.id.table)
    )


def season_of(told: Any) -> Season:
    """The season that a row brought."""
    if told is None:
        return Season("unknown")
    turns_on = told["turns_on"]
    return Season(told["name"], None if turns_on is None else date.fromisoformat(turns_on))


def is_resting(times_of_day: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether a program with these times is known not to run on the day: `seasons.rests` as the database says it."""
    name = func.coalesce(SEASON.op("->>")(literal_column("'name'")), "unknown")
    summer: ColumnElement[Any] = literal_column(f"'{SUMMER}'")
    in_summer: ColumnElement[bool] = summer == func.any(times_of_day)
    otherwise = func.cardinality(func.array_remove(times_of_day, summer)) > _NONE
    return and_(
        func.cardinality(times_of_day) > _NONE,
        case((name == "summer", ~in_summer), (name == "in_session", ~otherwise), else_=literal_column("false")),
    )


@statement
def _years() -> Query:
    own = (y.label, y.starts_on, y.ends_on, y.first_day_on, y.last_day_on, y.version)
    return select(*own).where(y.tenant_id == TENANT).order_by(y.starts_on)


@statement
def _alone() -> Query:
    # a school year that is not there yet cannot be locked
    return select(func.pg_advisory_xact_lock(func.hashtextextended(cast(TENANT, Text), literal_column("20200701"))))


async def years_of_instruction(db: Executor) -> list[YearOfInstruction]:
    """Every school year with its days of instruction, as they are known now."""
    return [
        YearOfInstruction(row["starts_on"], row["ends_on"], row["first_day_on"], row["last_day_on"])
        for row in await db.rows(_years())
    ]


async def get_instruction_days(db: Executor, principal: Principal) -> dict[str, Any]:
    """The days of instruction of this school year, the next, and of those before that are entered."""
    rows = [dict(row) for row in await db.rows(_years())]
    entered = {row["label"] for row in rows}
    blank = {"first_day_on": None, "last_day_on": None}
    years = [{name: row[name] for name in ("label", "starts_on", "ends_on", *blank)} for row in rows]
    for year in _editable(principal.tenant):
        if year.label not in entered:
            years.append({"label": year.label, "starts_on": year.starts_on, "ends_on": year.ends_on, **blank})
    return {
        "version": sum(row["version"] for row in rows),
        "can_edit": may_set(principal),
        "years": sorted(years, key=lambda year: year["starts_on"], reverse=True),
    }


def _editable(tenant: TenantSettings) -> list[Any]:
    """This school year and the next, entered or not."""
    start = YearStart(tenant.school_year_starts_month, tenant.school_year_starts_day)
    own = school_year_of(tenant.today, start)
    return [own, school_year_of(date.fromordinal(own.ends_on.toordinal() + 1), start)]


def may_set(principal: Principal) -> bool:
    """Whether the caller says for the whole district when school is in session."""
    return Scope.SCHOOLS_WRITE in principal.scopes and Standpoint.DISTRICT in principal.standpoints


async def wait_for_instruction_days(tx: Tx) -> None:
    """Let one transaction of the district at a time set them."""
    await tx.rows(_alone())
