"""The addresses of partners, their contacts and their programs."""

from .bulk import routes as bulk
from .contacts import routes as contacts
from .partners import routes as partners
from .programs import routes as programs

ROUTERS = (bulk, partners, contacts, programs)
