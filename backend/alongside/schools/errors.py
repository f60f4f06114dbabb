"""What can go wrong with schools."""

from alongside.core.errors import AlreadyExists, CannotMove, Forbidden, NotFound


class SchoolNotFound(NotFound):
    slug, title = "school-not-found", "There is no such school here"


class SchoolAliasNotFound(NotFound):
    slug, title = "school-alias-not-found", "No school goes by that name here"


class SchoolAliasTaken(AlreadyExists):
    slug, title = "school-alias-taken", "Another school goes by this name"


class SchoolCannotMove(CannotMove):
    slug, title = "school-cannot-move", "This step is not open for the school now"


class InstructionOfDistrict(Forbidden):
    slug, title = "instruction-of-district", "Those who work for the whole district say when school is in session"
