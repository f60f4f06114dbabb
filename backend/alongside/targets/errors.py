"""What can go wrong with targets and their results."""

from alongside.core.errors import CannotMove, Conflict, Forbidden, NotFound


class TargetNotFound(NotFound):
    slug, title = "target-not-found", "There is no such target here"


class ResultNotFound(NotFound):
    slug, title = "result-not-found", "There is no such result here"


class SchoolNotCovered(NotFound):
    slug, title = "school-not-covered", "The target does not cover such a school"


class NotYourTarget(Forbidden):
    slug, title = "not-your-target", "Only the partner, the covered schools' leaders and the office do this"


class TargetCannotMove(CannotMove):
    slug, title = "target-cannot-move", "This target cannot take that step now"


class ResultCannotMove(CannotMove):
    slug, title = "result-cannot-move", "This result cannot take that step now"


class TargetIsSettled(Conflict):
    slug, title = "target-settled", "What both sides agreed is changed by a new version, not by an edit"


class TargetTakesNoResults(Conflict):
    slug, title = "target-takes-no-results", "Results are kept while a target is open"


class ResultNeedsConfirming(Conflict):
    slug, title = "result-needs-confirming", "This is far from the last result; send it again with `confirm`"
