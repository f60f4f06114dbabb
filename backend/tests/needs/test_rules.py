"""Needs: published in five minutes or proved and rated in full, put in order, and found in published measures."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core.lifecycle import allowed_moves, check_move
from alongside.identity.scopes import Role
from alongside.needs.rules import (
    ASSESSMENT,
    CRITERIA,
    NEED,
    NEEDS,
    EvidenceMeasure,
    NeedFacts,
    Path,
    RankRefused,
    RatingOutOfRange,
    assessment_needs_of,
    check_rank_override,
    gap,
    may_be_matched,
    need_needs_of,
    prioritizing_needs,
    propose_evidence,
    rank,
    score,
)

PLAIN = NeedFacts("reading", "Reading", True, "38th percentile, three below two years ago")
RATED = dict.fromkeys(CRITERIA, 4)
PROVED = replace(PLAIN, evidence=1, ratings=RATED, status="prioritized")


def verbs(state: str, role: Role) -> set[str]:
    return {each["move"] for each in allowed_moves(ASSESSMENT, state, {role})}


def test_the_team_works_back_and_forth_until_the_assessment_is_approved() -> None:
    stages = {"collect", "analyze", "prioritize"}
    for role in (Role.PARTNERSHIP_COORDINATOR, Role.SCHOOL_LEADER):
        assert verbs("draft", role) == stages | {"submit"}
        assert verbs("collecting", role) == stages - {"collect"} | {"submit"}
        assert verbs("analyzing", role) == stages - {"analyze"} | {"submit"}
        assert verbs("prioritizing", role) == stages - {"prioritize"} | {"submit"}
        assert verbs("submitted", role) >= stages
        assert not verbs("approved", role) & stages


def test_the_principal_approves_and_publishes_and_only_the_office_opens_it_again() -> None:
    assert "approve" in verbs("submitted", Role.SCHOOL_LEADER)
    assert "approve" not in verbs("submitted", Role.PARTNERSHIP_COORDINATOR)
    assert verbs("approved", Role.SCHOOL_LEADER) == {"publish"}
    assert verbs("approved", Role.PARTNERSHIP_COORDINATOR) == verbs("published", Role.SCHOOL_LEADER) == set()
    reopened = check_move(ASSESSMENT, "reopen", "published", {Role.PARTNERSHIP_OFFICE})
    assert (reopened.to_state, reopened.asks) == ("draft", frozenset({"reason"}))
    assert verbs("superseded", Role.PARTNERSHIP_OFFICE) == set()


def submitting(path: Path, *needs: NeedFacts) -> list[str]:
    made = next(made for made in ASSESSMENT.moves if made.verb == "submit")
    return assessment_needs_of(path, needs)(made)


def test_three_needs_in_a_sentence_each_are_enough_for_the_five_minute_way() -> None:
    assert submitting("top_three", PLAIN) == []
    assert submitting("top_three", PLAIN, PLAIN, PLAIN) == []
    assert submitting("top_three", PLAIN, PLAIN, PLAIN, replace(PLAIN, status="deferred")) == []
    assert submitting("top_three") == ["one_to_three_needs"]
    assert submitting("top_three", PLAIN, PLAIN, PLAIN, PLAIN) == ["one_to_three_needs"]
    assert submitting("top_three", replace(PLAIN, title=" ")) == ["title"]
    assert submitting("top_three", replace(PLAIN, has_area=False)) == ["area"]
    assert submitting("top_three", replace(PLAIN, current_condition="\n")) == ["sentence"]


def test_the_full_way_asks_for_evidence_and_every_rating_of_what_is_put_in_order() -> None:
    assert submitting("full", PROVED) == []
    assert submitting("full", PROVED, PLAIN, replace(PLAIN, title="", status="dropped")) == []
    assert submitting("full", PLAIN) == ["needs"]
    assert submitting("full") == ["needs"]
    assert submitting("full", replace(PROVED, evidence=0)) == ["evidence"]
    assert submitting("full", replace(PROVED, ratings={"impact": 5})) == ["ratings"]
    bare = replace(PLAIN, title="", has_area=False, current_condition="", status="prioritized")
    assert submitting("full", bare, PROVED) == ["title", "area", "sentence", "evidence", "ratings"]
    assert set(submitting("full", bare)) | set(submitting("full")) <= set(NEEDS)


def test_the_stages_of_the_work_need_nothing() -> None:
    made = next(made for made in ASSESSMENT.moves if made.verb == "analyze")
    assert assessment_needs_of("full", [])(made) == []


def test_a_need_is_put_in_order_once_it_is_proved_and_rated() -> None:
    leader = {Role.SCHOOL_LEADER}
    moves = allowed_moves(NEED, "identified", leader, need_needs_of("full", PLAIN))
    assert moves == [
        {"move": "prioritize", "needs": ["evidence", "ratings"]},
        {"move": "defer", "needs": []},
        {"move": "drop", "needs": []},
    ]
    assert check_move(NEED, "prioritize", "identified", leader, need_needs_of("full", PROVED))
    assert check_move(NEED, "prioritize", "deferred", leader, need_needs_of("top_three", PLAIN))
    assert prioritizing_needs(PROVED) == []


def test_a_need_that_partners_cannot_meet_is_never_matched() -> None:
    assert [may_be_matched(answer) for answer in ("yes", "partly", "no")] == [True, True, False]


@pytest.mark.parametrize(
    ("ratings", "mean"),
    [
        (dict(zip(CRITERIA, (5, 4, 3, 4, 5), strict=True)), "4.20"),
        ({"impact": 4, "urgency": 4, "magnitude": 3}, "3.67"),
        ({"impact": 1}, "1.00"),
        ({"impact": 5, "urgency": 4}, "4.50"),
    ],
)
def test_the_score_is_the_mean_of_what_is_rated(ratings: dict[str, int], mean: str) -> None:
    assert str(score(ratings)) == mean


def test_what_is_not_rated_has_no_score_rather_than_zero() -> None:
    assert score({}) is None
    assert score(None) is None


@pytest.mark.parametrize("ratings", [{"impact": 0}, {"impact": 6}, {"beauty": 3}])
def test_ratings_are_one_to_five_by_the_five_criteria(ratings: dict[str, int]) -> None:
    with pytest.raises(RatingOutOfRange):
        score(ratings)


RATINGS = st.dictionaries(st.sampled_from(CRITERIA), st.integers(1, 5), min_size=1)


@given(RATINGS, RATINGS)
def test_rounding_the_score_makes_and_breaks_no_tie(one: dict[str, int], other: dict[str, int]) -> None:
    exact = sum(one.values()) * len(other) - sum(other.values()) * len(one)
    assert (score(one) == score(other)) == (exact == 0)
    assert ((score(one) or 0) > (score(other) or 0)) == (exact > 0)


def a_need(
    key: str,
    ratings: Mapping[str, int] | None = None,
    students: int | None = None,
    title: str = "Need",
    place: int | None = None,
) -> NeedFacts:
    return NeedFacts(key, title, True, "so it is", 1, ratings, students, "prioritized", place)


def order(*needs: NeedFacts) -> str:
    ranked = rank(needs)
    assert [each.rank for each in ranked] == list(range(1, len(needs) + 1))
    return "".join(each.key for each in ranked)


def test_equal_scores_go_by_impact_urgency_students_and_title() -> None:
    def rated(impact: int, urgency: int, magnitude: int) -> dict[str, int]:
        return {"impact": impact, "urgency": urgency, "magnitude": magnitude}

    assert order(a_need("a", rated(3, 3, 3)), a_need("b", rated(4, 4, 4))) == "ba"
    assert order(a_need("a", rated(3, 5, 4)), a_need("b", rated(4, 3, 5))) == "ba"
    assert order(a_need("a", rated(4, 3, 5)), a_need("b", rated(4, 4, 4))) == "ba"
    same = rated(4, 4, 4)
    assert order(a_need("a", same, 45), a_need("b", same, 60), a_need("c", same)) == "bac"
    assert order(a_need("a", same, title="reading"), a_need("b", same, title="Math")) == "ba"
    assert order(a_need("b", same), a_need("a", same)) == "ab"
    assert order(a_need("a"), a_need("b", rated(1, 1, 1))) == "ba"
    assert order() == ""


def test_a_need_placed_by_hand_stands_there_and_keeps_its_score() -> None:
    needs = [a_need("a", RATED), a_need("b", {"impact": 3}), a_need("c", {"impact": 1}, place=1)]
    ranked = rank(needs)
    assert [(each.key, each.rank, each.is_overridden) for each in ranked] == [
        ("c", 1, True),
        ("a", 2, False),
        ("b", 3, False),
    ]
    assert str(ranked[0].score) == "1.00"
    assert order(a_need("a", RATED), a_need("b", place=3), a_need("c", place=1)) == "cab"
    assert order(a_need("a", RATED, place=9), a_need("b")) == "ba"


def test_two_needs_on_one_place_or_a_place_before_the_first_is_refused() -> None:
    with pytest.raises(RankRefused, match="one place"):
        rank([a_need("a", place=2), a_need("b", place=2)])
    with pytest.raises(RankRefused, match="start at 1"):
        rank([a_need("a", place=0), a_need("b")])


@given(
    st.lists(st.tuples(RATINGS, st.one_of(st.none(), st.integers(0, 500))), max_size=8),
    st.sets(st.integers(1, 8)),
)
def test_every_need_stands_on_exactly_one_place_and_those_by_hand_on_theirs(
    rated: list[tuple[dict[str, int], int | None]], places: set[int]
) -> None:
    by_hand = sorted(place for place in places if place <= len(rated))
    needs = [
        a_need(str(i), ratings, students, place=by_hand[i] if i < len(by_hand) else None)
        for i, (ratings, students) in enumerate(rated)
    ]
    ranked = rank(needs)
    assert sorted(each.key for each in ranked) == [str(i) for i in range(len(rated))]
    assert [each.rank for each in ranked if each.is_overridden] == by_hand
    by_score = [each.score for each in ranked if not each.is_overridden]
    assert by_score == sorted(by_score, key=lambda points: -(points or 0))


def test_a_place_set_by_hand_says_why() -> None:
    check_rank_override(None, None)
    check_rank_override(2, "The board asked for it")
    for place, reason in ((2, None), (2, "  "), (0, "First of all")):
        with pytest.raises(RankRefused):
            check_rank_override(place, reason)


def test_the_gap_is_signed_and_needs_two_numbers() -> None:
    assert gap(Decimal("12.0"), Decimal("8.0")) == Decimal("-4.0")
    assert gap(None, Decimal(8)) is None
    assert gap(Decimal(12), None) is None


ATTENDANCE = EvidenceMeasure("attendance", "Attendance", "percent", "increase", may_be_evidence=True)
SUSPENSIONS = EvidenceMeasure("suspensions", "Suspensions", "per_100_students", "decrease", may_be_evidence=True)
READING = EvidenceMeasure("reading", "Reading", "percentile", "increase", may_be_evidence=True)


@pytest.mark.parametrize(
    ("measure", "value", "district", "apart", "sentence"),
    [
        (ATTENDANCE, "92.8", "93.4", "0.6", "Attendance 92.8% is 0.6 points below the district's 93.4% (2018-2019)"),
        (ATTENDANCE, "92", "93", "1", "Attendance 92.0% is 1.0 point below the district's 93.0% (2018-2019)"),
        (
            ATTENDANCE,
            "93.35",
            "93.4",
            "0.05",
            "Attendance 93.35% is 0.05 points below the district's 93.40% (2018-2019)",
        ),
        (
            SUSPENSIONS,
            "12.0",
            "5.6",
            "6.4",
            "Suspensions 12.0 per 100 students is 6.4 above the district's 5.6 (2018-2019)",
        ),
        (READING, "38", "50", "12", "Reading 38 is 12 below the district's 50 (2018-2019)"),
        (
            ATTENDANCE,
            "88.1249",
            "93.4",
            "5.2751",
            "Attendance 88.12% is 5.28 points below the district's 93.40% (2018-2019)",
        ),
        (
            READING,
            "3.14149",
            "3.14159",
            "0.00010",
            "Reading 3.14149 is 0.00010 below the district's 3.14159 (2018-2019)",
        ),
    ],
)
def test_a_school_worse_than_the_district_is_proposed_as_evidence_in_a_sentence(
    measure: EvidenceMeasure, value: str, district: str, apart: str, sentence: str
) -> None:
    found = propose_evidence(measure, Decimal(value), Decimal(district), "2018-2019")
    assert found is not None
    assert (found.measure, found.gap, found.sentence) == (measure.key, Decimal(apart), sentence)


@pytest.mark.parametrize(
    ("measure", "value", "district"),
    [
        (ATTENDANCE, Decimal("93.4"), Decimal("93.4")),
        (ATTENDANCE, Decimal("95.0"), Decimal("93.4")),
        (SUSPENSIONS, Decimal("1.0"), Decimal("5.6")),
        (replace(ATTENDANCE, may_be_evidence=False), Decimal(1), Decimal(2)),
        (replace(ATTENDANCE, direction=None), Decimal(1), Decimal(2)),
        (ATTENDANCE, None, Decimal("93.4")),
        (ATTENDANCE, Decimal("92.8"), None),
        (ATTENDANCE, "< 30%", Decimal("93.4")),
        (ATTENDANCE, "30", Decimal("93.4")),
        (ATTENDANCE, Decimal("92.8"), "> 75%"),
        (ATTENDANCE, Decimal("NaN"), Decimal("93.4")),
        (ATTENDANCE, Decimal("92.8"), Decimal("Infinity")),
    ],
)
def test_nothing_is_proposed_from_better_unknown_excluded_or_textual_values(
    measure: EvidenceMeasure, value: Decimal | str | None, district: Decimal | str | None
) -> None:
    assert propose_evidence(measure, value, district, "2018-2019") is None


def test_measures_in_different_units_compare_by_their_share_of_the_district() -> None:
    suspended = propose_evidence(SUSPENSIONS, Decimal("12.0"), Decimal("5.6"), "2018-2019")
    absent = propose_evidence(ATTENDANCE, Decimal("83.4"), Decimal("93.4"), "2018-2019")
    none_elsewhere = propose_evidence(SUSPENSIONS, Decimal("3.0"), Decimal(0), "2018-2019")
    assert suspended is not None
    assert absent is not None
    assert none_elsewhere is not None
    assert suspended.gap < absent.gap
    assert suspended.share > 1 > absent.share
    assert none_elsewhere.share == 3


@given(st.decimals(0, 100, places=2), st.decimals(0, 100, places=2))
def test_evidence_is_proposed_exactly_when_the_school_is_worse(own: Decimal, district: Decimal) -> None:
    higher = propose_evidence(ATTENDANCE, own, district, "2018-2019")
    lower = propose_evidence(SUSPENSIONS, own, district, "2018-2019")
    assert (higher is not None) == (own < district)
    assert (lower is not None) == (own > district)
    for found in (higher, lower):
        assert found is None or found.gap == abs(own - district) > 0
