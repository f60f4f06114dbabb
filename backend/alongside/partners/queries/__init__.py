"""Reading partners, their contacts and their programs; every statement starts from who sees what."""

from .contacts import find_contacts, get_contact
from .directory import find
from .programs import find_programs, get_program
from .record import get
from .standing import actors_on, may_edit, program_visible_to, visible_to

__all__ = [
    "actors_on", "find", "find_contacts", "find_programs", "get", "get_contact", "get_program", "may_edit",
    "program_visible_to", "visible_to",
]  # fmt: skip
