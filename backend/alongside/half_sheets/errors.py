"""What can go wrong with half-sheets."""

from alongside.core.errors import Conflict, Forbidden, NotFound, TooManyRequests


class HalfSheetNotFound(NotFound):
    """The same for a school that is not known and for one that has no page: nobody learns here which it is."""

    slug, title = "half-sheet-not-found", "There is no such page here"


class TooManyPages(TooManyRequests):
    slug, title = "half-sheets-too-many", "Too many pages were asked for from here"


class PartnersOwnWord(Forbidden):
    slug, title = "partners-own-word", "Only the partner’s own people say what of a program is public"


class NotYoursToShow(Forbidden):
    slug, title = "not-yours-to-show", "Somebody else decides what this school’s page shows"


class NotPublic(Conflict):
    slug, title = "program-not-public", "The partner has not made this program public"


class WordsChanged(Conflict):
    slug, title = "words-changed", "The partner has changed the words since you read them; look at them again"


class NotShown(Conflict):
    slug, title = "not-on-half-sheet", "This program is not on the school’s page"


class DistrictSetting(Forbidden):
    slug, title = "district-setting", "This is set for the whole district, by its partnership office"
