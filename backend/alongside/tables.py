"""Imports the models of every feature once, so that Alembic and the tests see all tables."""

from sqlalchemy import DefaultClause, text
from sqlmodel import SQLModel

from .agreements import models as agreements
from .core import models as core
from .core.statements import table
from .decisions import models as decisions
from .half_sheets import models as half_sheets
from .identity import models as identity
from .integrations.spreadsheets import models as spreadsheets
from .measures import models as measures
from .needs import models as needs
from .notices import models as notices
from .packs import models as packs
from .papers import models as papers
from .partners import models as partners
from .partnerships import models as partnerships
from .saved_views import models as saved_views
from .schools import models as schools
from .targets import models as targets

METADATA = SQLModel.metadata
OUTSIDE_TENANTS = frozenset({"tenant", "person", "session", "api_credential", "access_token"})
"""The closed list of tables without a tenant's rows, plus the queue's own; the catalog test holds it."""


def _state_defaults_in_the_database() -> None:
    """A field's plain default is the column's too: the statements are written in Core and COPY skips Python."""
    for mapper in SQLModel._sa_registry.mappers:
        model: type[SQLModel] = mapper.class_
        for name, field in model.model_fields.items():
            column = table(model).columns.get(name)
            if column is None or column.server_default is not None or not isinstance(field.default, str | int):
                continue
            column.server_default = DefaultClause(text(f"'{field.default}'"))


_state_defaults_in_the_database()

__all__ = [
    "METADATA", "OUTSIDE_TENANTS", "agreements", "core", "decisions", "half_sheets", "identity", "measures", "needs",
    "notices", "packs", "papers", "partners", "partnerships", "saved_views", "schools", "spreadsheets", "targets",
]  # fmt: skip
