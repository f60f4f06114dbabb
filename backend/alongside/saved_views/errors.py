"""What can go wrong with saved views."""

from alongside.core.errors import AlreadyExists, Conflict, Forbidden, NotFound


class SavedViewNotFound(NotFound):
    slug, title = "saved-view-not-found", "There is no such view here"


class NotYourView(Forbidden):
    slug, title = "not-your-view", "Only the person who saved a view changes it"


class ViewNameTaken(AlreadyExists):
    slug, title = "view-name-taken", "You have a view of this name already"


class TooManyViews(Conflict):
    slug, title = "too-many-views", "You have saved as many views of this list as can be kept"
