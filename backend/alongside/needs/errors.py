"""What can go wrong with assessments and needs."""

from alongside.core.errors import AlreadyExists, CannotMove, Conflict, Forbidden, NotFound


class NeedsAssessmentNotFound(NotFound):
    slug, title = "needs-assessment-not-found", "There is no such needs assessment here"


class NeedNotFound(NotFound):
    slug, title = "need-not-found", "There is no such need here"


class EvidenceNotFound(NotFound):
    slug, title = "evidence-not-found", "There is no such evidence under this need"


class NeedsAssessmentExists(AlreadyExists):
    slug, title = "needs-assessment-exists", "The school has an assessment of this kind for the year"


class NeedsAssessmentCannotMove(CannotMove):
    slug, title = "needs-assessment-cannot-move", "This step is not possible for the assessment now"


class NeedCannotMove(CannotMove):
    slug, title = "need-cannot-move", "This step is not possible for the need now"


class NeedsAssessmentClosed(Conflict):
    slug, title = "needs-assessment-closed", "The assessment is approved; the district office can open it again"


class EvidenceThere(AlreadyExists):
    slug, title = "evidence-there", "The need has this evidence already"


class NotYourSchool(Forbidden):
    slug, title = "not-your-school", "Only the school's own leader and coordinators work on its needs"


class NeedInUse(Conflict):
    slug, title = "need-in-use", "A partnership or a target refers to this need; drop it instead of removing it"
