"""Writing measures: defining them, loading observations set-wise, taking entries, setting the minimum."""

from .define import define
from .load import Counts, Staged, drop_rows, keep_batch, merge, repeated_rows, stage
from .observe import observe
from .set_minimum import set_minimum

__all__ = [
    "Counts",
    "Staged",
    "define",
    "drop_rows",
    "keep_batch",
    "merge",
    "observe",
    "repeated_rows",
    "set_minimum",
    "stage",
]
