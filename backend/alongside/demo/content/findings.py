"""What an assessment and a need are in the demonstration's tables."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from .spans import grades

LAST_YEAR: Final = "2018-2019"
THIS_YEAR: Final = "2019-2020"


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Evidence: a measure as published, or what somebody says."""

    measure: str | None = None
    period: str = LAST_YEAR
    statement: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A need. `ratings` are impact, urgency, magnitude, feasibility, alignment; `path` what became of it since."""

    key: str
    title: str
    area: str
    now: str
    hoped: str | None = None
    grades: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    populations: tuple[str, ...] = ()
    students: int | None = None
    causes: str | None = None
    ratings: tuple[int, int, int, int, int] | None = None
    via: str = "yes"
    evidence: tuple[Account, ...] = ()
    path: tuple[tuple[str, date, str, str | None], ...] = ()


def finding(
    key: str,
    title: str,
    area: str,
    now: str,
    hoped: str | None = None,
    *,
    span: str = "",
    times: str = "",
    students: int | None = None,
    ratings: tuple[int, int, int, int, int] | None = None,
    measures: str = "",
    said: str | None = None,
    by: str = "Teachers' meeting",
    causes: str | None = None,
    languages: str = "",
    populations: str = "",
    via: str = "yes",
    path: tuple[tuple[str, date, str, str | None], ...] = (),
) -> Finding:
    """A need from one entry of a table; `measures` names the published ones that are its evidence."""
    accounts = tuple(Account(measure=measure) for measure in measures.split())
    if said is not None:
        accounts = (*accounts, Account(statement=said, source=by))
    return Finding(
        key=key, title=title, area=area, now=now, hoped=hoped, grades=grades(span), times=tuple(times.split()),
        languages=tuple(languages.split()), populations=tuple(populations.split()), students=students, causes=causes,
        ratings=ratings, via=via, evidence=accounts, path=path,
    )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """A school's assessment of a year: who wrote it from which day on, and each move with its day and its actor."""

    key: str
    school: str
    kind: str = "comprehensive"
    year: str = THIS_YEAR
    begun_on: date
    by: str
    path: tuple[tuple[str, date, str], ...] = ()
    reason: str | None = None
    note: str | None = None
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """A school's top needs, told in five minutes, and by whom they were."""

    key: str
    school: str
    told_on: date
    by: str
    published_by: str
    published_on: date
    findings: tuple[Finding, ...]
