"""The home page (what needs attention, a few figures, the partner's grid) and the thread of a partnership."""

from datetime import UTC, datetime, time
from typing import Annotated, Final
from uuid import UUID

from fastapi import Query, Request, Response

from alongside.core.fields import Day
from alongside.core.http import answer, router
from alongside.core.pdf import ROOT, pdf
from alongside.core.problems import responses
from alongside.core.upload import BINARY, attachment
from alongside.identity.principal import Principal
from alongside.identity.requires import Reading, caller
from alongside.identity.scopes import Scope
from alongside.papers.errors import PaperNotFound
from alongside.partners.errors import PartnerNotFound
from alongside.partnerships.errors import PartnershipNotFound

from . import figures
from .clearing import paper_queue, paper_unlocks, partner_papers
from .elsewhere import tasks_elsewhere
from .grid import grid
from .packet import board_packet, on_paper
from .schemas import (
    BoardPacket,
    Grid,
    PacketQuery,
    PaperQueue,
    PaperUnlocks,
    PartnerPapers,
    Tasks,
    TasksElsewhere,
    Thread,
)
from .tasks import find_tasks
from .thread import get_thread

routes = router("", "home")

Reader = Annotated[Principal, caller(Scope.HOME)]
PaperReader = Annotated[Principal, caller(Scope.PAPERS_READ)]
Office = Annotated[Principal, caller(Scope.AGREEMENTS_APPROVE)]
Follower = Annotated[Principal, caller(Scope.PARTNERSHIPS_READ)]


@routes.get("/me/tasks", response_model=Tasks)
async def list_my_tasks(request: Request, principal: Reader, db: Reading, effective_on: Day | None = None) -> Response:
    """What needs my attention on a day, earliest first, with a few figures."""
    body = {
        "effective_on": effective_on or principal.today,
        "items": await find_tasks(db, principal, effective_on),
        "figures": await figures.figures(db, principal, effective_on),
    }
    return answer(request, body)


@routes.get("/me/tasks/elsewhere", response_model=TasksElsewhere)
async def list_my_tasks_elsewhere(request: Request, principal: Reader) -> Response:
    """What needs my attention in the other districts where I work, counted, with the most urgent of each."""
    return answer(request, {"items": await tasks_elsewhere(request.app.state.database, principal)})


@routes.get("/me/grid", response_model=Grid)
async def get_my_grid(request: Request, principal: Reader, effective_on: Day | None = None) -> Response:
    """For a partner's people: schools × what is missing, in every district where they work."""
    state = request.app.state
    return answer(request, await grid(state.database, principal, effective_on, state.cursors))


@routes.get("/partnerships/{partnership_id}/thread", response_model=Thread, responses=responses(PartnershipNotFound))
async def get_partnership_thread(
    request: Request, principal: Follower, db: Reading, partnership_id: UUID, effective_on: Day | None = None
) -> Response:
    """Need → partner → agreement → target → result, on a day."""
    cursors = request.app.state.cursors
    return answer(request, await get_thread(db, principal, partnership_id, effective_on, cursors))


@routes.get("/papers/queue", response_model=PaperQueue)
async def list_paper_queue(
    request: Request, principal: PaperReader, db: Reading, effective_on: Day | None = None
) -> Response:
    """The papers that wait for review, those that free most programs first."""
    return answer(request, await paper_queue(db, principal, effective_on))


@routes.get("/papers/{paper_id}/unlocks", response_model=PaperUnlocks, responses=responses(PaperNotFound))
async def get_paper_unlocks(
    request: Request, principal: PaperReader, db: Reading, paper_id: UUID, effective_on: Day | None = None
) -> Response:
    """At how many schools the partner is clear once this paper is accepted, and what is missing then."""
    return answer(request, await paper_unlocks(db, principal, paper_id, effective_on))


@routes.get("/partners/{partner_id}/papers", response_model=PartnerPapers, responses=responses(PartnerNotFound))
async def list_partner_papers(
    request: Request, principal: PaperReader, db: Reading, partner_id: UUID, effective_on: Day | None = None
) -> Response:
    """Each paper that the district asks of a partner, and where it is missing."""
    return answer(request, await partner_papers(db, principal, partner_id, effective_on))


PACKET: Final = ROOT / "reports" / "print" / "board_packet.typ"
Asked = Annotated[PacketQuery, Query()]


@routes.get("/board-packet", response_model=BoardPacket)
async def get_board_packet(request: Request, principal: Office, db: Reading, query: Asked) -> Response:
    """What the board reads of the agreements that are put before it."""
    return answer(
        request, await board_packet(db, principal, request.app.state.cursors, query.agreement, query.meets_on)
    )


@routes.get(
    "/board-packet.pdf",
    response_class=Response,
    responses={200: {"description": "The PDF", "content": {"application/pdf": {"schema": BINARY}}}},
)
async def print_board_packet(request: Request, principal: Office, db: Reading, query: Asked) -> Response:
    """The same as PDF, tagged, as many parts as its caption counts."""
    packet = await board_packet(db, principal, request.app.state.cursors, query.agreement, query.meets_on)
    made = await pdf(PACKET, on_paper(packet), datetime.combine(packet["as_of"], time(), UTC))
    return attachment(f"Board packet {packet['meets_on'] or packet['as_of']}.pdf", "application/pdf", made)
