"""A refused lifecycle move as a problem: 403 when it is somebody else's, 409 with the moves that are possible."""

from collections.abc import Collection

from alongside.core.errors import CannotMove, Forbidden
from alongside.core.lifecycle import Lifecycle, Move, MoveRefused, Needs, Refusal, check_move, needs_nothing


class NotYourMove(Forbidden):
    slug, title = "not-your-move", "This step is somebody else's to take"


def make_move(
    lifecycle: Lifecycle,
    verb: str,
    state: str,
    actors: Collection[str],
    needs: Needs = needs_nothing,
    problem: type[CannotMove] = CannotMove,
) -> Move:
    """The move, when it may be made now.

    Raises NotYourMove (403) or `problem` (409) with `allowed_moves` and, when something is missing, `needs`.
    """
    try:
        return check_move(lifecycle, verb, state, actors, needs)
    except MoveRefused as refused:
        if refused.reason is Refusal.NOT_YOURS:
            raise NotYourMove(allowed_moves=refused.allowed) from refused
        raise problem(needs=refused.needs, allowed_moves=refused.allowed, state=refused.state) from refused
