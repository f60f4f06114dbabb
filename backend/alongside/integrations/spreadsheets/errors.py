"""What can go wrong with an office's own spreadsheet."""

from alongside.core.errors import BodyTooLarge, Conflict, NotFound, Unprocessable


class SpreadsheetNotFound(NotFound):
    slug, title = "spreadsheet-not-found", "There is no such spreadsheet here"


class SpreadsheetTooLarge(BodyTooLarge):
    slug, title = "spreadsheet-too-large", "The file is larger than 10 MB"


class SpreadsheetRefused(Unprocessable):
    slug, title = "spreadsheet-refused", "The file cannot be read as a spreadsheet"


class SpreadsheetCannotMove(Conflict):
    """Carries the stage and what is missing."""

    slug, title = "spreadsheet-cannot-move", "This step is not possible for the spreadsheet now"


class SpreadsheetAskerGone(Conflict):
    """Of a step that waited for the worker."""

    slug, title = "spreadsheet-asker-gone", "Whoever asked for this may do it no longer"


class SpreadsheetOutdated(Conflict):
    slug, title = "spreadsheet-outdated", "Something here changed since the file was checked; check it again"
