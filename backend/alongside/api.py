"""The list of routers; the only file that opens a feature's routes."""

from fastapi import APIRouter

from .agreements.routes import ROUTERS as AGREEMENTS
from .changes.routes import routes as changes
from .decisions.routes import routes as decisions
from .half_sheets.routes import routes as half_sheets
from .identity.routes import oauth
from .identity.routes import routes as identity
from .integrations.exports.routes import routes as exports
from .integrations.imports.routes import routes as imports
from .integrations.spreadsheets.routes import routes as spreadsheets
from .measures.routes import routes as measures
from .needs.routes import ROUTERS as NEEDS
from .notices.routes import routes as notices
from .papers.routes import ROUTERS as PAPERS
from .partners.routes import ROUTERS as PARTNERS
from .partnerships.routes import directory
from .partnerships.routes import routes as partnerships
from .reports.routes import routes as reports
from .saved_views.routes import routes as saved_views
from .schools.routes import routes as schools
from .targets.routes import routes as targets
from .workflows.routes import ROUTERS as WORKFLOWS

ROUTERS: tuple[APIRouter, ...] = (
    identity,
    oauth,
    *AGREEMENTS,
    changes,
    decisions,
    half_sheets,
    measures,
    imports,
    exports,
    spreadsheets,
    *NEEDS,
    notices,
    directory,
    *PARTNERS,
    partnerships,
    saved_views,
    schools,
    # before papers: `/papers/queue` is not a paper
    reports,
    *PAPERS,
    targets,
    *WORKFLOWS,
)
