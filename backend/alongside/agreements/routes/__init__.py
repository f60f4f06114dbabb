"""The addresses of agreements."""

from .agreements import routes as agreements
from .moves import routes as moves
from .papers import routes as papers

ROUTERS = (agreements, moves, papers)
