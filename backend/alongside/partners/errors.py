"""What can go wrong with partners, their contacts and their programs."""

from alongside.core.errors import AlreadyExists, CannotMove, Conflict, Forbidden, NotFound, Problem, TooManyRequests


class PartnerNotFound(NotFound):
    slug, title = "partner-not-found", "There is no such partner here"


class PartnerMerged(Problem):
    """The record was merged; `survivor` names the one that holds everything now."""

    status, slug, title = 410, "partner-merged", "This record was merged into another"


class MergeNotFound(NotFound):
    slug, title = "merge-not-found", "There is no such merge here"


class CannotMerge(Conflict):
    slug, title = "cannot-merge", "These two records cannot be merged"


class CannotUndoMerge(Conflict):
    slug, title = "cannot-undo-merge", "This merge can no longer be undone"


class JoinLinkNotKnown(NotFound):
    slug, title = "join-link-not-known", "This link is not known, was used already, or has run out"


class TooManyRegistrations(TooManyRequests):
    slug, title = "too-many-registrations", "Too many registrations came from here; try again in an hour"


class ContactNotFound(NotFound):
    slug, title = "contact-not-found", "There is no such contact here"


class ProgramNotFound(NotFound):
    slug, title = "program-not-found", "There is no such program here"


class EinTaken(AlreadyExists):
    slug, title = "ein-taken", "An organization with this EIN is here already"


class PartnerCannotMove(CannotMove):
    slug, title = "partner-cannot-move", "This step is not possible for the partner now"


class ProgramCannotMove(CannotMove):
    slug, title = "program-cannot-move", "This step is not possible for the program now"


class ProgramIsRetired(Conflict):
    slug, title = "program-retired", "A retired program stays as it was"


class PartnerInactive(Conflict):
    slug, title = "partner-inactive", "The partner is inactive; it takes no new programs"


class NotYourPartner(Forbidden):
    slug, title = "not-your-partner", "Only the partner itself and the partnership office change this record"


class KeptByOffice(Forbidden):
    slug, title = "kept-by-office", "Only the partnership office changes this"


class OfficeRegisters(Forbidden):
    slug, title = "office-registers", "The partnership office adds partners"


class QuestionChanged(Conflict):
    """Other partners than the caller was told would be moved; carries how many it would be now."""

    slug, title = "question-changed", "The partners that this concerns have changed since you looked"


class TooManyAtOnce(Conflict):
    slug, title = "too-many-at-once", "These are too many to move at once; narrow the question"
