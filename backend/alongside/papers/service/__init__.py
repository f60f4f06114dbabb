"""What may be done with requirements, papers, staff lists and waivers."""

from .papers import add_file, add_paper, change_paper, move_paper
from .requirements import (
    add_requirement,
    adopt_requirements,
    change_requirement,
    replace_requirement,
    retire_requirement,
)
from .staff import add_check, add_staff, change_staff, verify_check
from .waivers import give_waiver, revoke_waiver

__all__ = [
    "add_check", "add_file", "add_paper", "add_requirement", "add_staff", "adopt_requirements", "change_paper",
    "change_requirement", "change_staff", "give_waiver", "move_paper", "replace_requirement", "retire_requirement",
    "revoke_waiver", "verify_check",
]  # fmt: skip
