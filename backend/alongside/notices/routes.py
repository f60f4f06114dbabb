"""One's own notices, what reaches one, the calendar, and the demonstration's mailbox."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Query, Request, Response

from alongside.core.http import answer, answer_page, nothing, router
from alongside.core.problems import responses
from alongside.identity.errors import PeopleOnly
from alongside.identity.principal import Principal
from alongside.identity.requires import Public, Reading, Version, Writing, caller
from alongside.identity.scopes import Scope

from . import queries, service
from .errors import CalendarNotFound, MailNotFound, NoticeNotFound
from .schemas import (
    FeedMade,
    FeedRead,
    MailFilters,
    MailPage,
    MailRead,
    NoticeFilters,
    NoticePage,
    NoticeRead,
    PreferencesRead,
    PreferencesWrite,
    ReadAll,
    ReadAllDone,
    UnreadRead,
)

routes = router("", "notices")

Myself = Annotated[Principal, caller(Scope.ME)]


@routes.get("/me/notices", response_model=NoticePage)
async def list_notices(
    request: Request, principal: Myself, db: Reading, query: Annotated[NoticeFilters, Query()]
) -> Response:
    """My notices, the newest first."""
    return answer_page(request, await queries.find(db, principal, query, request.app.state.cursors))


@routes.get("/me/notices/unread", response_model=UnreadRead)
async def count_unread_notices(request: Request, principal: Myself, db: Reading) -> Response:
    """How many notices I have not read."""
    return answer(request, await queries.unread(db, principal))


@routes.post("/me/notices/read-all", response_model=ReadAllDone)
async def read_all_notices(request: Request, principal: Myself, tx: Writing, body: ReadAll) -> Response:
    """Mark my notices as read, up to the newest that I have seen."""
    return answer(request, await service.read_all(tx, principal, body.until))


@routes.post("/me/notices/{notice_id}/read", response_model=NoticeRead, responses=responses(NoticeNotFound))
async def read_notice(request: Request, principal: Myself, tx: Writing, notice_id: UUID) -> Response:
    """Mark one notice as read."""
    return answer(request, await service.read_one(tx, principal, notice_id))


@routes.get("/me/notice-preferences", response_model=PreferencesRead)
async def get_notice_preferences(request: Request, principal: Myself, db: Reading) -> Response:
    """What reaches me, in the app and by e-mail."""
    return answer(request, await queries.preferences(db, principal))


@routes.put("/me/notice-preferences", response_model=PreferencesRead, responses=responses(PeopleOnly))
async def choose_notice_preferences(
    request: Request, principal: Myself, tx: Writing, body: PreferencesWrite, version: Version
) -> Response:
    """Choose what reaches me; a kind that is left out goes back to its default."""
    return answer(request, await service.choose(tx, principal, body, version))


@routes.get("/me/calendar-feed", response_model=FeedRead)
async def get_calendar_feed(request: Request, principal: Myself, db: Reading) -> Response:
    """Whether I have a calendar address."""
    return answer(request, await queries.feed(db, principal))


@routes.post("/me/calendar-feed", status_code=201, response_model=FeedMade, responses=responses(PeopleOnly))
async def make_calendar_feed(request: Request, principal: Myself) -> Response:
    """Make a calendar address, shown this once; the one before ends."""
    state = request.app.state
    # a transaction of its own: an answer that holds a secret is not kept for a retry
    return answer(request, await service.make_feed(state.database, principal, state.settings.address), status=201)


@routes.delete("/me/calendar-feed", status_code=204)
async def revoke_calendar_feed(principal: Myself, tx: Writing) -> Response:
    """End my calendar address."""
    await service.revoke_feed(tx, principal)
    return nothing()


@routes.get(
    "/calendar/{secret}.ics",
    response_class=Response,
    responses={200: {"content": {"text/calendar": {}}}, **responses(CalendarNotFound)},
    dependencies=[Depends(Public("a calendar program has only the address; its secret is the credential"))],
)
async def read_calendar(request: Request, secret: str) -> Response:
    """A person's calendar, for the program that subscribes to it."""
    state = request.app.state
    content = await service.read_feed(state.database, secret, state.settings.address)
    return Response(content, media_type="text/calendar; charset=utf-8")


@routes.get("/me/mailbox", response_model=MailPage, responses=responses(MailNotFound))
async def list_mailbox(
    request: Request, principal: Myself, db: Reading, query: Annotated[MailFilters, Query()]
) -> Response:
    """E-mails I was sent, the newest first: in a demonstration, where none leaves."""
    state = request.app.state
    return answer_page(request, await queries.letters(db, principal, query, state.cursors, state.settings))


@routes.get("/me/mailbox/{mail_id}", response_model=MailRead, responses=responses(MailNotFound))
async def get_mailbox_message(request: Request, principal: Myself, db: Reading, mail_id: UUID) -> Response:
    """One of these e-mails, as it was sent."""
    return answer(request, await queries.letter(db, principal, mail_id, request.app.state.settings))
