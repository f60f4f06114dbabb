"""Reading targets and results; every statement starts from who sees what, and every number from who may see it."""

from .definition import population_of, terms_of
from .read import find, get, lock, row_of
from .record import EDITABLE, needs, result_actors, result_needs, school_needs, side_agreeing
from .reported import Reported, guarded_results, hidden_figure
from .results import find_results, get_result, result_row, target_of
from .visible import (
    actors_on,
    entering_side,
    is_partners,
    may_enter,
    may_write,
    sees_school,
    side_of,
    still_in,
    visible_to,
    words_given,
)

__all__ = [
    "EDITABLE", "Reported", "actors_on", "entering_side", "find", "find_results", "get", "get_result",
    "guarded_results", "hidden_figure", "is_partners", "lock", "may_enter", "may_write", "needs", "population_of",
    "result_actors", "result_needs", "result_row", "row_of", "school_needs", "sees_school", "side_agreeing", "side_of",
    "still_in", "target_of", "terms_of", "visible_to", "words_given",
]  # fmt: skip
