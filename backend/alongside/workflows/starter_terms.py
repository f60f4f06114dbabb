"""The words with which an agreement drafted from partnerships starts; both sides change them as they agree.

Our own wording of what school and partner owe each other (domain 0.1: space, schedule, referral, staff, rules, data,
and whom to call). Nothing is said that is not known.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final

from alongside.core.fields import money
from alongside.partnerships.rules import span
from alongside.schools.school_year import SchoolYear, YearStart, parse_school_year, school_year_of

_TIMES: Final = {
    "before_school": "before school",
    "school_day": "during the school day",
    "after_school": "after school",
    "weekend": "at weekends",
    "summer": "in summer",
}
_DAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def proposed_year(label: str | None, today: date, start: YearStart, window: int) -> SchoolYear:
    """The school year asked for; else the running one, or the next when an agreement for what is left of this one
    would be about to end from its first day. Raises SchoolYearMalformed."""
    if label is not None:
        return parse_school_year(label, start)
    running = school_year_of(today, start)
    if (running.ends_on - today).days <= window:
        return school_year_of(running.ends_on + timedelta(days=1), start)
    return running


def term(year: SchoolYear, today: date) -> tuple[date, date]:
    """The days of an agreement for the year: nothing is back-dated, so not before today."""
    return min(max(year.starts_on, today), year.ends_on), year.ends_on


def _listed(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _named(name: str) -> str:
    return name if len(name) <= 80 else f"{name[:79]}…"


def title(partnerships: Sequence[Mapping[str, Any]], label: str) -> str:
    """What it is about: the program, where, when."""
    programs = list(dict.fromkeys(each["program_name"] for each in partnerships))
    schools = list(dict.fromkeys(each["school_name"] for each in partnerships))
    what = _named(programs[0]) if len(programs) == 1 else f"{len(programs)} programs"
    where = _named(schools[0]) if len(schools) == 1 else f"{len(schools)} schools"
    return f"{what} at {where}, {label}"


def purpose(partnerships: Sequence[Mapping[str, Any]]) -> str | None:
    """The needs it is for, what is and what should be; None when no need is named."""
    lines: list[str] = []
    for each in partnerships:
        for need in each["needs_in_full"]:
            parts = [f"{need['title']} ({each['school_name']})."]
            if need["current_condition"]:
                parts.append(f"Now: {need['current_condition']}")
            if need["desired_condition"]:
                parts.append(f"Wanted: {need['desired_condition']}")
            lines.append(" ".join(parts))
    return _prose(list(dict.fromkeys(lines)))


def populations(partnerships: Sequence[Mapping[str, Any]]) -> str | None:
    """Who is served, by program: grades, groups, places; None when nothing of it is known."""
    lines = []
    for each in {each["program_id"]: each for each in partnerships}.values():
        parts = []
        if each["grades"]:
            parts.append(f"grades {span(each['grades'])}")
        parts += each["populations"] or []
        if each["capacity_students"] is not None:
            parts.append(f"places for {each['capacity_students']} students")
        if parts:
            lines.append(f"{each['program_name']}: {', '.join(parts)}.")
    return _prose(lines)


def schedule(partnerships: Sequence[Mapping[str, Any]]) -> str | None:
    """When it meets: what the partnership says, else what the program says; None when neither does."""
    lines = []
    for each in partnerships:
        when = each["schedule"] or _when(each)
        if when is not None:
            lines.append(f"{each['program_name']} at {each['school_name']}: {when}.".replace("..", "."))
    return _prose(lines)


def _when(program: Mapping[str, Any]) -> str | None:
    times = [words for time, words in _TIMES.items() if time in program["times_of_day"]]
    days = [f"{day.capitalize()}s" for day in _DAYS if day in program["weekdays"]]
    parts = [*([_listed(times)] if times else []), *([f"on {_listed(days)}"] if days else [])]
    return " ".join(parts) or None


def financial_terms(partnerships: Sequence[Mapping[str, Any]]) -> str | None:
    """What a school pays, by program; None when it is not known of every program."""
    programs = {each["program_id"]: each for each in partnerships}.values()
    if any(each["cost_to_school_cents"] is None for each in programs):
        return None
    if not is_paid(partnerships):
        return "No money changes hands."
    return _prose(
        [
            f"{each['program_name']}: ${money(each['cost_to_school_cents'])} for each school."
            if each["cost_to_school_cents"]
            else f"{each['program_name']}: no cost to the school."
            for each in programs
        ]
    )


def is_paid(partnerships: Sequence[Mapping[str, Any]]) -> bool:
    """Whether a school pays for any of it: then a services contract is needed and an MOU is not enough."""
    return any(each["cost_to_school_cents"] for each in partnerships)


def expectations(partnerships: Sequence[Mapping[str, Any]]) -> list[dict[str, str]]:
    """The starter lines: who does what."""
    only = partnerships[0] if len(partnerships) == 1 else None
    at_school = _to_call(only, "coordinator", "The school's partnership coordinator")
    at_partner = _to_call(only, "partner_lead", "The partner's program lead")
    return [
        {"party": party, "topic": topic, "text": text}
        for party, topic, text in (
            ("school", "space", f"The school keeps {_room(only)} free for every session."),
            ("school", "recruitment_referral", "The school chooses the students with the partner and refers them."),
            ("school", "communication", f"{at_school} is the one to call and answers within two school days."),
            (
                "partner",
                "staffing",
                "The partner staffs every session with trained people whose background checks are current.",
            ),
            ("partner", "safety", "The partner's people sign in at the front office and follow the school's rules."),
            (
                "partner",
                "communication",
                f"{at_partner} is the one to call, and tells the school the day before when a session is cancelled.",
            ),
            (
                "partner",
                "data",
                "The partner reports how many students took part and the results agreed in the targets.",
            ),
            (
                "joint",
                "dispute_resolution",
                "A disagreement goes first to the two people to call, then to principal and partner's director.",
            ),
        )
    ]


def _to_call(only: Mapping[str, Any] | None, role: str, otherwise: str) -> str:
    person = None if only is None else only[role]
    return otherwise if person is None else f"{otherwise} ({person['name']})"


def _room(only: Mapping[str, Any] | None) -> str:
    return "a suitable room" if only is None or only["place"] is None else only["place"]


def resources(partnerships: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """What each side gives; a room is given at its own school."""
    rooms = [
        {"party": "school", "text": f"{each['place']}, for every session", "school_id": each["school_id"]}
        for each in partnerships
        if each["place"] is not None
    ] or [{"party": "school", "text": "A room for every session"}]
    return [*rooms, {"party": "partner", "text": "Staff and materials for every session"}]


def _prose(lines: Sequence[str]) -> str | None:
    """The lines as one text that an agreement may hold."""
    text = "\n".join(lines)
    return (text if len(text) <= 4000 else f"{text[:3999]}…") or None
