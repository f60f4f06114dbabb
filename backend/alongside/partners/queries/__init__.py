"""Reading partners, their contacts and their programs; every statement starts from who sees what."""

from .applications import find_applications
from .bulk import asks_reason, hold, offers, sorted_for
from .contacts import find_contacts, get_contact, lock_contact
from .directory import every, find
from .duplicates import find_same, find_similar
from .facets import facets
from .programs import find_programs, get_program, lock_program
from .reach import find_by_reach
from .record import find_by_ein, get, lock
from .standing import actors_on, is_office, may_edit, program_visible_to, visible_to

__all__ = [
    "actors_on", "asks_reason", "every", "facets", "find", "find_applications", "find_by_ein", "find_by_reach",
    "find_contacts", "find_programs", "find_same", "find_similar", "get", "get_contact", "get_program", "hold",
    "is_office", "lock", "lock_contact",
    "lock_program", "may_edit", "offers", "program_visible_to", "sorted_for", "visible_to",
]  # fmt: skip
