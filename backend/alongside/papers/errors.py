"""What can go wrong with papers, requirements, staff lists and waivers."""

from alongside.core.errors import (
    AlreadyExists,
    BodyTooLarge,
    CannotMove,
    Conflict,
    Forbidden,
    NotFound,
    UnsupportedMediaType,
)


class RequirementNotFound(NotFound):
    slug, title = "requirement-not-found", "There is no such requirement here"


class PaperNotFound(NotFound):
    slug, title = "paper-not-found", "There is no such paper here"


class PaperFileNotFound(NotFound):
    slug, title = "paper-file-not-found", "There is no such file here"


class StaffNotFound(NotFound):
    slug, title = "staff-not-found", "There is nobody with this id on a staff list here"


class CheckNotFound(NotFound):
    slug, title = "check-not-found", "There is no such background check here"


class WaiverNotFound(NotFound):
    slug, title = "waiver-not-found", "There is no such waiver here"


class PaperCannotMove(CannotMove):
    slug, title = "paper-cannot-move", "This paper cannot take that step now"


class PaperIsFixed(Conflict):
    slug, title = "paper-is-fixed", "A paper that was handed in no longer changes; hand in another one"


class RequirementInForce(Conflict):
    slug, title = "requirement-in-force", "What has been asked on past days stays; replace it from a later day"


class RequirementRetired(Conflict):
    slug, title = "requirement-retired", "This requirement was replaced or retired"


class RequirementsExist(AlreadyExists):
    slug, title = "requirements-exist", "The district has requirements already"


class CheckVerified(Conflict):
    slug, title = "check-verified", "The result of this check was verified already; enter the newer check"


class WaiverOver(Conflict):
    slug, title = "waiver-over", "This waiver was revoked already"


class NotYourPapers(Forbidden):
    slug, title = "not-your-papers", "Only the partner itself and the district keep these papers"


class NotYourCheck(Forbidden):
    slug, title = "not-your-check", "Only the district's reviewers say the result of a background check"


class PersonMustDecide(Forbidden):
    slug, title = "person-must-decide", "Only a person may decide this"


class PaperTooLarge(BodyTooLarge):
    slug, title = "paper-too-large", "A paper may have 25 MB at most"


class PaperRefused(UnsupportedMediaType):
    slug, title = "paper-refused", "Only PDF, PNG and JPEG files are kept, and name and content have to agree"
