"""Errors as classes with a status and a slug; features say the fact, nobody else mentions HTTP."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, ClassVar


class FieldError:
    """One wrong field: where (`/agreement/end_date`), which rule (`date_order`), the words, and the numbers and days
    in them by name, so that somebody else can say it in another language. Never a submitted value."""

    __slots__ = ("code", "detail", "params", "pointer")

    def __init__(self, pointer: str, code: str, detail: str, **params: int | str | date) -> None:
        self.pointer, self.code, self.detail = pointer, code, detail
        self.params = {name: each.isoformat() if isinstance(each, date) else each for name, each in params.items()}

    def as_json(self) -> dict[str, Any]:
        told = {"pointer": self.pointer, "code": self.code, "detail": self.detail}
        return {**told, "params": self.params} if self.params else told


class Problem(Exception):
    """What goes wrong, as RFC 9457 will tell it. Never carries a submitted value."""

    status: ClassVar[int] = 500
    slug: ClassVar[str] = "internal-error"
    title: ClassVar[str] = "Something went wrong on our side"

    def __init__(
        self,
        detail: str | None = None,
        *,
        errors: Sequence[FieldError] = (),
        headers: Mapping[str, str] | None = None,
        **extensions: Any,
    ) -> None:
        super().__init__(detail or self.title)
        self.detail = detail
        self.errors = list(errors)
        self.headers = dict(headers or {})
        self.extensions = extensions


class BadRequest(Problem):
    status, slug, title = 400, "bad-request", "The request is not understood"


class UnknownParameter(BadRequest):
    slug, title = "unknown-parameter", "A query parameter is not known here"


class InvalidParameter(BadRequest):
    slug, title = "parameter-validation-failed", "A query parameter is not usable"


class InvalidCursor(BadRequest):
    slug, title = "invalid-cursor", "The cursor does not belong to this list"


class Unauthenticated(Problem):
    status, slug, title = 401, "authentication-required", "Sign in first"

    def __init__(self, detail: str | None = None) -> None:
        super().__init__(detail, headers={"WWW-Authenticate": 'Bearer realm="alongside"'})


class Forbidden(Problem):
    status, slug, title = 403, "access-denied", "Your role does not allow this"


class NotFound(Problem):
    status, slug, title = 404, "not-found", "There is nothing here that you can see"


class MethodNotAllowed(Problem):
    status, slug, title = 405, "method-not-allowed", "This address does not answer that method"


class Conflict(Problem):
    status, slug, title = 409, "conflict", "This does not fit the current state"


class CannotMove(Conflict):
    """A lifecycle move that is not possible now; carries the moves that are."""

    slug, title = "cannot-move", "This step is not possible now"


class AlreadyExists(Conflict):
    slug, title = "already-exists", "There is already one of these"


class RequestInFlight(Conflict):
    slug, title = "request-in-flight", "The same request is still running"


class Gone(Problem):
    status, slug, title = 410, "gone", "This is not there any more"


class PreconditionFailed(Problem):
    status, slug, title = 412, "optimistic-lock-failed", "Somebody changed this since you read it"


class BodyTooLarge(Problem):
    status, slug, title = 413, "body-too-large", "The request is larger than allowed"


class UnsupportedMediaType(Problem):
    status, slug, title = 415, "unsupported-media-type", "This address does not take that kind of body"


class Unprocessable(Problem):
    status, slug, title = 422, "data-validation-failed", "Some values need mending"


class KeyReused(Unprocessable):
    slug, title = "idempotency-key-reused", "This Idempotency-Key belongs to another request"


class PreconditionRequired(Problem):
    status, slug, title = 428, "precondition-required", "Say which version you are changing with If-Match"


class TooManyRequests(Problem):
    status, slug, title = 429, "too-many-requests", "That was asked too often; try again later"

    def __init__(self, detail: str | None = None, *, retry_after: int = 60) -> None:
        super().__init__(detail, headers={"Retry-After": str(retry_after)})


class Unavailable(Problem):
    status, slug, title = 503, "service-unavailable", "Alongside is busy; try again in a moment"

    def __init__(self, detail: str | None = None, *, retry_after: int = 2) -> None:
        super().__init__(detail, headers={"Retry-After": str(retry_after)})


def wrong(pointer: str, code: str, detail: str, **params: int | str | date) -> Unprocessable:
    """The common case: one field, one reason."""
    return Unprocessable(errors=[FieldError(pointer, code, detail, **params)])
