"""Writing schools: bringing them in by the file, their other names, closing them, and the days of instruction."""

from .aliases import add_alias, remove_alias
from .close import close, reopen
from .instruction import set_instruction_days
from .load import (
    FIELDS,
    LOAD_SECONDS,
    Loaded,
    day_of,
    leave_out,
    merge_schools,
    name_successors,
    new_fields,
    stage_schools,
    staged_names,
)

__all__ = [
    "FIELDS", "LOAD_SECONDS", "Loaded", "add_alias", "close", "day_of", "leave_out", "merge_schools",
    "name_successors", "new_fields", "remove_alias", "reopen", "set_instruction_days", "stage_schools", "staged_names",
]  # fmt: skip
