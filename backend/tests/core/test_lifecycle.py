"""A lifecycle is described once; who may move a record, from where and with what is answered from it."""

import pytest

from alongside.agreements.rules import AGREEMENT, AGREEMENT_SCHOOL, AUTHOR
from alongside.core.lifecycle import (
    SYSTEM,
    AllowedMove,
    Lifecycle,
    Move,
    MoveRefused,
    Refusal,
    allowed_moves,
    check_move,
    move,
)
from alongside.identity.scopes import Role
from alongside.needs.rules import ASSESSMENT, NEED
from alongside.partners.rules import PARTNER
from alongside.partnerships.rules import JUDGE, PARTNERSHIP
from alongside.targets.rules import PAID_BY_PARTNER, RESULT, TARGET, TARGET_SCHOOL

ALL = (
    AGREEMENT,
    AGREEMENT_SCHOOL,
    ASSESSMENT,
    NEED,
    PARTNER,
    PARTNERSHIP,
    RESULT,
    TARGET,
    TARGET_SCHOOL,
)

LETTER = Lifecycle(
    states=("draft", "sent", "answered"),
    moves=(
        move("send", {"draft"}, "sent", {"writer"}),
        move("answer", {"sent"}, "answered", {"reader"}, asks={"text"}),
        move("recall", {"sent"}, "draft", {"writer", "clerk"}),
    ),
)


def a_stamp_is_missing(made: Move) -> list[str]:
    return ["stamp"] if made.verb == "send" else []


def test_a_caller_is_offered_their_own_moves_from_here_and_no_others() -> None:
    assert allowed_moves(LETTER, "sent", {"writer"}) == [AllowedMove(move="recall", needs=[])]
    assert allowed_moves(LETTER, "sent", {"reader", "clerk"}) == [
        {"move": "answer", "needs": []},
        {"move": "recall", "needs": []},
    ]
    assert allowed_moves(LETTER, "answered", {"writer", "reader", "clerk"}) == []


def test_a_move_that_still_needs_something_is_offered_with_what_it_needs() -> None:
    assert allowed_moves(LETTER, "draft", {"writer"}, a_stamp_is_missing) == [{"move": "send", "needs": ["stamp"]}]


def test_an_open_move_gives_the_state_to_store_and_what_the_request_brings() -> None:
    made = check_move(LETTER, "answer", "sent", {"reader"}, a_stamp_is_missing)
    assert (made.to_state, made.asks) == ("answered", frozenset({"text"}))


@pytest.mark.parametrize(
    ("verb", "state", "actor", "reason", "needs"),
    [
        ("answer", "draft", "reader", Refusal.NOT_FROM_HERE, []),
        ("burn", "draft", "writer", Refusal.NOT_FROM_HERE, []),
        ("send", "draft", "reader", Refusal.NOT_YOURS, []),
        ("send", "draft", "writer", Refusal.NEEDS, ["stamp"]),
    ],
)
def test_a_refused_move_says_which_of_the_three_reasons_it_is(
    verb: str, state: str, actor: str, reason: Refusal, needs: list[str]
) -> None:
    with pytest.raises(MoveRefused) as refused:
        check_move(LETTER, verb, state, {actor}, a_stamp_is_missing)
    assert (refused.value.reason, refused.value.needs) == (reason, needs)
    assert (refused.value.move, refused.value.state) == (verb, state)


def test_a_refusal_carries_the_moves_that_are_open_instead() -> None:
    with pytest.raises(MoveRefused) as refused:
        check_move(LETTER, "answer", "sent", {"clerk"})
    assert refused.value.allowed == [{"move": "recall", "needs": []}]


def test_a_record_starts_in_the_first_state_and_rests_where_no_move_leaves() -> None:
    assert LETTER.initial == "draft"
    assert LETTER.final() == {"answered"}


def test_a_state_the_lifecycle_does_not_have_is_an_error_not_an_empty_list() -> None:
    with pytest.raises(ValueError, match="no state"):
        allowed_moves(LETTER, "lost", {"writer"})


@pytest.mark.parametrize(
    ("moves", "words"),
    [
        ((move("send", {"draft"}, "lost", {"writer"}),), "names no state"),
        ((move("send", {"lost"}, "sent", {"writer"}),), "names no state"),
        ((move("send", set(), "sent", {"writer"}),), "nowhere"),
        ((move("send", {"draft"}, "sent", set()),), "nobody"),
        (
            (move("send", {"draft"}, "sent", {"writer"}), move("send", {"draft"}, "draft", {"reader"})),
            "leaves one state twice",
        ),
    ],
)
def test_a_lifecycle_that_contradicts_itself_cannot_be_written(moves: tuple[Move, ...], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        Lifecycle(("draft", "sent"), moves)


@pytest.mark.parametrize("lifecycle", ALL)
def test_every_lifecycle_speaks_of_known_actors_and_its_verbs_are_paths(lifecycle: Lifecycle) -> None:
    known = {*Role, SYSTEM, AUTHOR, JUDGE, PAID_BY_PARTNER}
    for made in lifecycle.moves:
        assert made.who <= known
        assert made.verb == made.verb.lower().replace("_", "-").replace(" ", "-")


@pytest.mark.parametrize("lifecycle", ALL)
def test_every_state_of_every_lifecycle_can_be_reached(lifecycle: Lifecycle) -> None:
    reached = {lifecycle.initial}
    while more := {m.to_state for m in lifecycle.moves if m.from_states & reached} - reached:
        reached |= more
    assert reached == set(lifecycle.states)
