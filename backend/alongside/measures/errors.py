"""What can go wrong with measures."""

from alongside.core.errors import NotFound, Unprocessable


class MeasureNotFound(NotFound):
    slug, title = "measure-not-found", "There is no such measure here"


class BatchNotFound(NotFound):
    slug, title = "batch-not-found", "There is no such batch here"


class ObservationsRefused(Unprocessable):
    """Nothing of the batch was written."""

    slug, title = "observations-refused", "Some observations need mending; none was written"


class LooksLikeStudents(Unprocessable):
    """Aggregates only: nothing about a single student is ever taken."""

    slug, title = "student-level-data", "This looks like data about single students, which Alongside does not take"
