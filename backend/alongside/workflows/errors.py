"""What can go wrong in use cases that write in two features."""

from alongside.core.errors import AlreadyExists, Conflict, Forbidden


class AgreementThere(AlreadyExists):
    slug, title = "agreement-there", "An agreement covers this program at this school already, or is on its way"


class DistrictMatter(Forbidden):
    slug, title = "district-matter", "This is set for the whole district, by those who work for all of it"


class ClosingTouchesOthers(Conflict):
    slug, title = "closing-touches-others", "What this closing touches has changed since it was counted"
