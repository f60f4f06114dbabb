"""Templates of standing terms: listed, written, published in versions, compared, copied and retired."""

from typing import Annotated
from uuid import UUID

from fastapi import Path, Query, Request, Response

from alongside.agreements import queries, service
from alongside.agreements.errors import (
    NothingDrafted,
    TemplateCannotMove,
    TemplateNotFound,
    TemplateRetired,
    TemplateVersionNotFound,
    WholeDistrict,
)
from alongside.agreements.schemas import (
    TemplateCopy,
    TemplateCreate,
    TemplateRead,
    TemplatesRead,
    TemplateUpdate,
    TemplateVersionRead,
    VersionsCompared,
)
from alongside.core.errors import PreconditionFailed, PreconditionRequired, Unprocessable
from alongside.core.http import answer, router
from alongside.core.problems import responses
from alongside.identity.requires import Reading, Version, Writing

from .callers import Approver, Reader

routes = router("/agreement-templates", "agreements")

Number = Annotated[int, Path(ge=1, le=9999)]
Numbered = Annotated[int, Query(ge=1, le=9999)]
MOVES = responses(WholeDistrict, TemplateNotFound, TemplateCannotMove)
EDITS = responses(
    WholeDistrict, TemplateNotFound, TemplateRetired, PreconditionRequired, PreconditionFailed, Unprocessable
)


def _address(made: dict[str, object]) -> str:
    return f"/api/v1/agreement-templates/{made['id']}"


@routes.get("", response_model=TemplatesRead)
async def list_agreement_templates(request: Request, principal: Reader, db: Reading) -> Response:
    """The templates that agreements can be made from; whoever keeps them sees all."""
    return answer(request, await queries.find_templates(db, principal))


@routes.post("", status_code=201, response_model=TemplateRead, responses=responses(WholeDistrict, Unprocessable))
async def add_agreement_template(request: Request, principal: Approver, tx: Writing, body: TemplateCreate) -> Response:
    """Begin a template; nobody can use it before it is published."""
    made = await service.add_template(tx, principal, body)
    return answer(request, made, status=201, location=_address(made))


@routes.get("/{template_id}", response_model=TemplateRead, responses=responses(TemplateNotFound))
async def get_agreement_template(request: Request, principal: Reader, db: Reading, template_id: UUID) -> Response:
    """A template with its versions."""
    return answer(request, await queries.get_template(db, principal, template_id))


@routes.patch("/{template_id}", response_model=TemplateRead, responses=EDITS)
async def edit_agreement_template(
    request: Request, principal: Approver, tx: Writing, template_id: UUID, body: TemplateUpdate, version: Version
) -> Response:
    """Change what the next version says; published versions and agreements made from them stay."""
    return answer(request, await service.edit_template(tx, principal, template_id, body, version))


@routes.delete(
    "/{template_id}/draft",
    response_model=TemplateRead,
    responses=responses(WholeDistrict, TemplateNotFound, NothingDrafted, PreconditionRequired, PreconditionFailed),
)
async def drop_agreement_template_draft(
    request: Request, principal: Approver, tx: Writing, template_id: UUID, version: Version
) -> Response:
    """Drop the version that is being written; the published one stays."""
    return answer(request, await service.drop_draft(tx, principal, template_id, version))


@routes.post(
    "/{template_id}/copies",
    status_code=201,
    response_model=TemplateRead,
    responses=responses(WholeDistrict, TemplateNotFound, Unprocessable),
)
async def copy_agreement_template(
    request: Request, principal: Approver, tx: Writing, template_id: UUID, body: TemplateCopy
) -> Response:
    """Begin another template with this one's text."""
    made = await service.copy_template(tx, principal, template_id, body)
    return answer(request, made, status=201, location=_address(made))


@routes.post("/{template_id}/publish", response_model=TemplateRead, responses=MOVES)
async def publish_agreement_template(
    request: Request, principal: Approver, tx: Writing, template_id: UUID, version: Version
) -> Response:
    """Publish the version that is being written, for good."""
    return answer(request, await service.move_template(tx, principal, template_id, "publish", version))


@routes.post("/{template_id}/retire", response_model=TemplateRead, responses=MOVES)
async def retire_agreement_template(
    request: Request, principal: Approver, tx: Writing, template_id: UUID, version: Version
) -> Response:
    """Take it out of use for new agreements; those made from it stay."""
    return answer(request, await service.move_template(tx, principal, template_id, "retire", version))


@routes.post("/{template_id}/reinstate", response_model=TemplateRead, responses=MOVES)
async def reinstate_agreement_template(
    request: Request, principal: Approver, tx: Writing, template_id: UUID, version: Version
) -> Response:
    """Offer it again."""
    return answer(request, await service.move_template(tx, principal, template_id, "reinstate", version))


@routes.get(
    "/{template_id}/versions/{number}",
    response_model=TemplateVersionRead,
    responses=responses(TemplateNotFound, TemplateVersionNotFound),
)
async def get_agreement_template_version(
    request: Request, principal: Reader, db: Reading, template_id: UUID, number: Number
) -> Response:
    """One version with its text, and how an agreement made from it would begin."""
    return answer(request, await queries.get_template_version(db, principal, template_id, number))


@routes.get(
    "/{template_id}/versions/{number}/changes",
    response_model=VersionsCompared,
    responses=responses(TemplateNotFound, TemplateVersionNotFound),
)
async def get_agreement_template_changes(
    request: Request, principal: Reader, db: Reading, template_id: UUID, number: Number, since: Numbered | None = None
) -> Response:
    """What a version says otherwise than another one, by default the one before."""
    return answer(request, await queries.version_changes(db, principal, template_id, number, since))
