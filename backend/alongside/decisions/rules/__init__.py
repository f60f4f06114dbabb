"""How links stand, what may be answered and by whom; no I/O."""

from .delegates import DELEGABLE, LONGEST_DAYS, problems
from .links import (
    BINDING,
    CODE_MINUTES,
    CODE_PAUSE_SECONDS,
    CODE_TRIES,
    CODES,
    KINDS,
    Kind,
    code_of,
    hint,
    keyed,
    new_token,
    standing,
    tenant_in,
)
from .words import code_letter, invitation

__all__ = [
    "BINDING", "CODES", "CODE_MINUTES", "CODE_PAUSE_SECONDS", "CODE_TRIES", "DELEGABLE", "KINDS", "LONGEST_DAYS",
    "Kind", "code_letter", "code_of", "hint", "invitation", "keyed", "new_token", "problems", "standing", "tenant_in",
]  # fmt: skip
