"""The addresses of agreements."""

from .agreements import routes as agreements
from .board import routes as board
from .calendar import routes as calendar
from .clauses import routes as clauses
from .data_terms import routes as data_terms
from .joining import routes as joining
from .moves import routes as moves
from .openings import routes as openings
from .papers import routes as papers
from .plans import routes as plans
from .printing import routes as printing
from .promises import routes as promises
from .revisits import routes as revisits
from .settings import routes as settings
from .templates import routes as templates
from .tree import routes as tree

ROUTERS = (
    board, revisits, calendar, agreements, moves, papers, printing, promises, data_terms, clauses, settings, templates,
    tree, plans, joining, openings,
)  # fmt: skip
