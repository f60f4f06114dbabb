"""What can go wrong with partnerships."""

from alongside.core.errors import AlreadyExists, CannotMove, Conflict, Forbidden, NotFound


class PartnershipNotFound(NotFound):
    slug, title = "partnership-not-found", "There is no such partnership here"


class PartnershipExists(AlreadyExists):
    slug, title = "partnership-exists", "This program already has a partnership at this school"


class PartnershipCannotMove(CannotMove):
    slug, title = "partnership-cannot-move", "This partnership cannot take that step now"


class PartnershipOver(Conflict):
    slug, title = "partnership-over", "This partnership has ended"


class SchoolMatter(Forbidden):
    slug, title = "school-matter", "This is for the school's own leader or coordinator and the district"


class NotYourField(Forbidden):
    slug, title = "not-your-field", "Some of these fields are the other side's to change"


class OwnEmployer(Forbidden):
    slug, title = "own-employer", "You work for this partner; somebody else at the school decides"


class NeedNotForPartners(Conflict):
    slug, title = "need-not-for-partners", "The school does not look for partners for this need"
