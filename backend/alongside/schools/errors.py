"""What can go wrong with schools."""

from alongside.core.errors import NotFound


class SchoolNotFound(NotFound):
    slug, title = "school-not-found", "There is no such school here"
