"""Reading measures: always through the guarded view, and for partners only what is theirs to see."""

from .batches import find_batches, get_batch
from .catalogue import catalogue, get_measure, units, visible_to
from .minimum import get_minimum
from .published import evidence_for, of_school
from .students import count_students

__all__ = [
    "catalogue",
    "count_students",
    "evidence_for",
    "find_batches",
    "get_batch",
    "get_measure",
    "get_minimum",
    "of_school",
    "units",
    "visible_to",
]
