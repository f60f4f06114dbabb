"""Writing targets, both sides' words, and results."""

from .check import reject, verify
from .draft import create, update_target
from .enter import enter_result, enter_results
from .moves import agree, agree_school, close, open_target, opt_out, propose, revise, withdraw
from .small_groups import hide_small_groups

__all__ = [
    "agree", "agree_school", "close", "create", "enter_result", "enter_results", "hide_small_groups", "open_target",
    "opt_out", "propose", "reject", "revise", "update_target", "verify", "withdraw",
]  # fmt: skip
