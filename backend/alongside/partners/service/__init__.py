"""Writing partners: registering and editing them, their review, their contacts and their programs."""

from .bulk import move_all
from .contacts import add_contact, change_contact, remove_contact
from .programs import add_program, change_program, move_program
from .register import begin, change, register
from .review import approve, move, request_changes, submit

__all__ = [
    "add_contact",
    "add_program",
    "approve",
    "begin",
    "change",
    "change_contact",
    "change_program",
    "move",
    "move_all",
    "move_program",
    "register",
    "remove_contact",
    "request_changes",
    "submit",
]  # fmt: skip
