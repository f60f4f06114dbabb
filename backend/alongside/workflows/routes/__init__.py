"""The addresses of use cases that write in two features."""

from .approving import routes as approving
from .closing import routes as closing
from .deciding import routes as deciding
from .drafting import routes as drafting
from .joining import routes as joining
from .merging import routes as merging
from .packing import routes as packing
from .partnerships import routes as partnerships
from .settings import routes as settings

ROUTERS = (approving, closing, deciding, drafting, joining, merging, packing, partnerships, settings)
