"""What can be wrong with a link, its code, and standing in for somebody."""

from alongside.core.errors import Conflict, Gone, NotFound, TooManyRequests, Unprocessable


class LinkNotKnown(NotFound):
    slug, title = "decision-link-not-known", "This link is not known here; open the newest e-mail"


class LinkUsed(Gone):
    slug, title = "decision-link-used", "This link was used; each one works once"


class LinkExpired(Gone):
    slug, title = "decision-link-expired", "This link is past its last day"


class LinkRevoked(Gone):
    slug, title = "decision-link-revoked", "This link does not work any more"


class CodeNeeded(Unprocessable):
    slug, title = "decision-code-needed", "What binds needs the code from the second e-mail"


class CodeWrong(Unprocessable):
    slug, title = "decision-code-wrong", "This is not the code, or its time is over"


class TooManyCodes(TooManyRequests):
    slug, title = "decision-codes-too-many", "A code was sent just now"


class TooManyLooks(TooManyRequests):
    slug, title = "decision-links-too-many", "Too many links that are not known came from here"


class DecisionsMoved(Conflict):
    """Something that was answered does not wait any more; nothing was recorded."""

    slug, title = "decisions-moved", "One of these does not wait for your answer any more; nothing was recorded"


class NobodyToAsk(Conflict):
    slug, title = "nobody-to-ask", "Nobody has this to decide now"


class DelegationNotFound(NotFound):
    slug, title = "delegation-not-found", "There is no such delegate"
