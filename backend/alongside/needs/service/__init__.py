"""Writing assessments, needs, their order and their evidence."""

from .assess import change as change_assessment
from .assess import move as move_assessment
from .assess import start
from .evidence import add_evidence, remove_evidence
from .follow import follow, hold
from .needs import add, change, move, remove
from .ranking import put_ranking
from .reopen import reopen
from .top_needs import name_top_needs

__all__ = [
    "add", "add_evidence", "change", "change_assessment", "follow", "hold", "move", "move_assessment", "name_top_needs",
    "put_ranking", "remove", "remove_evidence", "reopen", "start",
]  # fmt: skip
