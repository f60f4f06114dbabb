"""The addresses of agreements."""

from .agreements import routes as agreements
from .moves import routes as moves
from .papers import routes as papers
from .printing import routes as printing
from .promises import routes as promises
from .revisits import routes as revisits

ROUTERS = (revisits, agreements, moves, papers, printing, promises)
