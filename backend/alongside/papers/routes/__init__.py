"""The addresses of requirements, papers, staff lists and waivers."""

from .papers import routes as papers
from .requirements import routes as requirements
from .staff import routes as staff
from .waivers import routes as waivers

ROUTERS = (requirements, papers, staff, waivers)
