"""The addresses of partners, their contacts and their programs."""

from .contacts import routes as contacts
from .partners import routes as partners
from .programs import routes as programs

ROUTERS = (partners, contacts, programs)
