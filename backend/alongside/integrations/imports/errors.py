"""What can go wrong with a file that is brought in over HTTP."""

from alongside.core.errors import Forbidden, Unprocessable


class ImportRefused(Unprocessable):
    """Nothing was written; carries the report."""

    slug, title = "import-refused", "Some rows need mending; nothing was written"


class MappingNotUsable(Unprocessable):
    slug, title = "mapping-not-usable", "The mapping cannot be used"


class ImportsWholeDirectories(Forbidden):
    slug, title = "imports-whole-directories", "A client that is limited to some schools cannot bring files"
