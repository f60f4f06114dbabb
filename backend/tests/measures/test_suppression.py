"""Small groups stay hidden, and cannot be worked out from what is shown beside them (domain rule E7)."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.measures.suppression import (
    LOWEST_MIN_N,
    Outcome,
    complementary_rows,
    guarded,
    suppress,
    suppress_group,
    suppress_rate,
)

TABLES = st.dictionaries(
    st.sampled_from(["asian", "black", "hispanic", "white", "two_or_more", "native", "unknown"]),
    st.one_of(st.integers(0, 12), st.integers(0, 60), st.integers(0, 2000)),
    min_size=1,
)
MINIMA = st.integers(LOWEST_MIN_N, 30)


def hidden_counts(counts: list[int], min_n: int = 10) -> tuple[list[int], bool]:
    """Which of the counts are hidden, and whether the total is."""
    outcome = suppress({f"group {i}": count for i, count in enumerate(counts)}, min_n)
    return sorted(counts[int(key.split()[1])] for key in outcome.categories), outcome.total is not None


@pytest.mark.parametrize(
    ("counts", "hidden", "total_hidden"),
    [
        ([5, 10], [5, 10], False),
        ([120, 45, 7, 22], [7, 22], False),
        ([120, 45, 3, 4], [3, 4, 45], False),
        ([7], [7], True),
        ([120, 0, 30], [], False),
        ([388, 150, 23, 11, 6, 7, 4], [4, 6, 7], False),
        ([3, 4], [3, 4], True),
        ([3, 4, 0], [3, 4], True),
        ([5, 500], [5, 500], False),
        ([0, 0], [], False),
        ([10], [], False),
    ],
)
def test_the_examples_of_the_rule(counts: list[int], hidden: list[int], total_hidden: bool) -> None:
    assert hidden_counts(counts) == (hidden, total_hidden)


@pytest.mark.parametrize(
    ("counts", "hidden", "total_hidden"),
    [
        ([1, 10, 45, 120], [1, 10, 45], False),  # 11 of two hidden groups can only be 1 and 10
        ([9, 9, 45, 120], [9, 9, 45], False),  # 18 of two small groups can only be 9 and 9
        ([9, 20, 20], [9, 20, 20], False),  # with 20 still shown, 29 could only be 9 and 20
        ([4, 10, 11, 200], [4, 10, 11], False),  # with 11 still shown, the hidden one could only be 10
        ([1, 10], [1, 10], True),
        ([9, 9], [9, 9], True),
    ],
)
def test_a_choice_that_would_tell_the_hidden_numbers_hides_more(
    counts: list[int], hidden: list[int], total_hidden: bool
) -> None:
    assert hidden_counts(counts) == (hidden, total_hidden)


def test_each_hidden_category_says_whether_it_is_small_or_protects_another() -> None:
    assert suppress({"a": 5, "b": 10, "c": 0}, 10) == Outcome({"a": "small_n", "b": "complementary"}, None)
    assert suppress({"a": 7}, 10) == Outcome({"a": "small_n"}, "complementary")


def test_of_two_categories_both_are_hidden_or_none() -> None:
    assert suppress({"in": 5, "out": 0}, 10) == Outcome({"in": "small_n", "out": "complementary"}, "complementary")
    assert suppress({"in": 5, "out": 80}, 10, total_shown=False).categories.keys() == {"in", "out"}
    assert suppress({"in": 50, "out": 0}, 10) == Outcome({}, None)


def test_without_a_total_nothing_can_be_subtracted_so_only_small_groups_hide() -> None:
    assert suppress({"a": 5, "b": 10, "c": 11}, 10, total_shown=False) == Outcome({"a": "small_n"}, None)


def test_a_category_that_was_not_published_takes_no_part() -> None:
    assert suppress({"a": 5, "b": None, "c": 12}, 10) == suppress({"a": 5, "c": 12}, 10)
    assert suppress({"a": None}, 10) == Outcome({}, None)


def test_equal_counts_hide_in_the_order_of_their_keys() -> None:
    assert suppress({"z": 7, "c": 20, "b": 20, "a": 500, "B": 20}, 10).categories.keys() == {"z", "B"}
    assert suppress({"z": 7, "c": 20, "b": 19, "a": 500}, 10).categories.keys() == {"z", "b"}


@pytest.mark.parametrize(("counts", "min_n"), [({"a": -1}, 10), ({"a": 1}, LOWEST_MIN_N - 1)])
def test_negative_counts_and_too_low_a_minimum_are_errors(counts: dict[str, int], min_n: int) -> None:
    with pytest.raises(ValueError, match=r"at least|never negative"):
        suppress(counts, min_n)


def ranges(counts: dict[str, int], outcome: Outcome, min_n: int) -> dict[str, tuple[int, int]]:
    """What an attacker knows of each hidden count from reasons, shown counts and the rule itself."""
    shown = [count for key, count in counts.items() if key not in outcome.categories and count >= min_n]
    top = min(shown, default=10**6)
    return {key: (1, min_n - 1) if reason == "small_n" else (min_n, top) for key, reason in outcome.categories.items()}


def narrowed(known: dict[str, tuple[int, int]], total: int) -> dict[str, tuple[int, int]]:
    """The exact range of each hidden count, once their total is known by subtraction as well."""
    low = sum(low for low, _ in known.values())
    high = sum(high for _, high in known.values())
    return {
        key: (max(own_low, total - (high - own_high)), min(own_high, total - (low - own_low)))
        for key, (own_low, own_high) in known.items()
    }


@given(TABLES, MINIMA)
@settings(max_examples=1000)
def test_no_hidden_group_can_be_worked_out_while_the_total_is_shown(counts: dict[str, int], min_n: int) -> None:
    outcome = suppress(counts, min_n)
    hidden = [counts[key] for key in outcome.categories]
    assert all(key in outcome.categories for key, count in counts.items() if 0 < count < min_n)
    if outcome.categories and outcome.total is None:
        assert len(hidden) >= 2
        assert sum(hidden) >= min_n
        for key, (low, high) in narrowed(ranges(counts, outcome, min_n), sum(hidden)).items():
            assert low <= counts[key] <= high
            assert low < high, key


def test_the_attacker_finds_what_the_plain_rule_of_two_groups_and_a_sum_would_leave_open() -> None:
    plain = Outcome({"a": "small_n", "b": "complementary"}, None)
    for counts in ({"a": 1, "b": 10, "c": 45}, {"a": 9, "b": 20, "c": 20}):
        found = narrowed(ranges(counts, plain, 10), counts["a"] + counts["b"])
        assert found == {"a": (counts["a"], counts["a"]), "b": (counts["b"], counts["b"])}


def test_running_the_rule_over_every_table_of_three_groups_fixes_no_hidden_group() -> None:
    min_n, largest = 5, 24
    tables: dict[object, list[tuple[int, ...]]] = {}
    for table in product(range(largest + 1), repeat=3):
        outcome = suppress(dict(zip("abc", table, strict=True)), min_n)
        if outcome.categories and outcome.total is None and sum(table) <= largest:
            seen = tuple(outcome.categories.get(key, count) for key, count in zip("abc", table, strict=True))
            tables.setdefault((seen, sum(table)), []).append(table)
    assert len(tables) > 100
    for (seen, _total), candidates in tables.items():  # type: ignore[misc]
        for position, what in enumerate(seen):
            if isinstance(what, str):
                assert len({candidate[position] for candidate in candidates}) > 1, (seen, candidates)


@given(TABLES, MINIMA)
def test_only_what_has_to_be_is_hidden_smallest_first(counts: dict[str, int], min_n: int) -> None:
    outcome = suppress(counts, min_n)
    if not any(0 < count < min_n for count in counts.values()):
        assert outcome == Outcome({}, None)
    elif len(counts) > 2:
        more = [counts[key] for key, reason in outcome.categories.items() if reason == "complementary"]
        shown = [count for key, count in counts.items() if key not in outcome.categories and count > 0]
        assert max(more, default=0) <= min(shown, default=10**6)
        assert outcome.total is None or not shown


@given(TABLES, MINIMA, st.randoms())
def test_the_order_of_the_categories_does_not_matter(counts: dict[str, int], min_n: int, random: object) -> None:
    keys = sorted(counts)
    random.shuffle(keys)  # type: ignore[attr-defined]
    assert suppress({key: counts[key] for key in keys}, min_n) == suppress(counts, min_n)


def test_the_rows_that_hide_are_the_shortest_safe_prefix() -> None:
    assert complementary_rows([7], [22, 45, 120], 10) == 1
    assert complementary_rows([3, 4], [45, 120], 10) == 1
    assert complementary_rows([5, 7], [45, 120], 10) == 0
    assert complementary_rows([7], [], 10) is None


def test_a_group_shown_beside_everybody_hides_when_it_or_the_rest_is_small() -> None:
    assert suppress_group(5, 589, 10) == "small_n"
    assert suppress_group(585, 589, 10) == "complementary"
    assert suppress_group(91, 589, 10) is None
    assert suppress_group(589, 589, 10) is None
    assert suppress_group(0, 589, 10) is None
    assert suppress_group(None, 589, 10) is None
    assert suppress_group(5, None, 10) == "small_n"
    assert suppress_group(50, None, 10) is None
    with pytest.raises(ValueError, match="never negative"):
        suppress_group(590, 589, 10)


def test_a_rate_hides_by_its_denominator_and_is_shown_as_published_without_one() -> None:
    assert suppress_rate(9, 10) == "small_n"
    assert suppress_rate(10, 10) is None
    assert suppress_rate(0, 10) is None
    assert suppress_rate(None, 10) is None


def test_a_hidden_value_is_null_with_its_reason_and_never_zero() -> None:
    assert guarded(7, "small_n") == {"value": None, "suppressed": True, "reason": "small_n"}
    assert guarded(45, "complementary") == {"value": None, "suppressed": True, "reason": "complementary"}
    assert guarded(0, None) == {"value": 0, "suppressed": False, "reason": None}
