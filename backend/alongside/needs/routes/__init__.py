"""The addresses of needs assessments and needs."""

from .assessments import routes as assessments
from .needs import routes as needs

ROUTERS = (assessments, needs)
