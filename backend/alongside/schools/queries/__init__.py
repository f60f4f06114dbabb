"""Reading schools: the directory, and whether school is in session."""

from .directory import (
    CLOSED_ON,
    IS_OPEN,
    OWN,
    SCHOOL_BEFORE,
    STATUS,
    actors_of,
    aliases,
    find,
    get,
    get_alias,
    lock,
    propose,
    s,
    school_keys,
    school_names,
    school_of_alias,
    school_years,
    terms,
    visible_to,
)
from .seasons import (
    SEASON,
    get_instruction_days,
    is_resting,
    is_summer,
    may_set,
    season_of,
    wait_for_instruction_days,
    years_of_instruction,
)

__all__ = [
    "CLOSED_ON", "IS_OPEN", "OWN", "SCHOOL_BEFORE", "SEASON", "STATUS", "actors_of", "aliases", "find", "get",
    "get_alias", "get_instruction_days", "is_resting", "is_summer", "lock", "may_set", "propose", "s", "school_keys",
    "school_names", "school_of_alias", "school_years", "season_of", "terms", "visible_to",
    "wait_for_instruction_days", "years_of_instruction",
]  # fmt: skip
