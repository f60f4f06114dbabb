"""Reading requirements, papers, staff lists and waivers, and what of them clears a program at a school."""

from .areas import in_areas
from .facts import Known, find_facts
from .order import Where, papers_in_order
from .papers import fact_of, find, find_of_partner, find_waiting, get, get_file, guard_of, lock, schools_of
from .requirements import (
    find_requirements,
    get_requirement,
    has_requirements,
    is_retired,
    lock_requirement,
    wait_for_first,
)
from .staff import find_staff, get_staff, lock_check, lock_staff, places_of
from .visible import actors_on, may_keep, may_review, visible_to
from .waivers import find_waivers, get_waiver, lock_waiver

__all__ = [
    "Known", "Where", "actors_on", "fact_of", "find", "find_facts", "find_of_partner", "find_requirements",
    "find_staff", "find_waiting", "find_waivers", "get", "get_file", "get_requirement", "get_staff", "get_waiver",
    "guard_of", "has_requirements", "in_areas", "is_retired", "lock", "lock_check", "lock_requirement", "lock_staff",
    "lock_waiver", "may_keep", "may_review", "papers_in_order", "places_of", "schools_of", "visible_to",
    "wait_for_first",
]  # fmt: skip
