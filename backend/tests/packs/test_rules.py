"""What travels, and how two records compare, without a database."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from alongside.packs.rules import PROGRAM, Here, compare, packed, state_of

TODAY = date(2020, 1, 27)
PROFILE: dict[str, Any] = dict.fromkeys(
    ("name", "legal_name", "org_type", "ein", "sector", "mission", "website", "phone", "email", "address", "city",
     "state", "postal_code", "languages", "funding_status", "charges_fee")
)  # fmt: skip


def a_person(name: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "name": name, "title": None, "email": None, "basis": "employee", "ends_on": None,
            "checks": [], **more}  # fmt: skip


def a_record(**more: Any) -> dict[str, Any]:
    return {"profile": {**PROFILE, "name": "Riverbend"}, "contacts": [], "programs": [], "papers": [], "staff": [],
            **more}  # fmt: skip


def here(record: dict[str, Any], status: str = "prospective") -> Here:
    return Here(record, status, {"area": {}, "population": {}, "outcome": {}}, ein_is_taken=False, day=TODAY)


def a_paper(**more: Any) -> dict[str, Any]:
    said = {
        "id": "p", "kind": "insurance_certificate", "coverage": "auto", "carrier": "C", "policy_number": "1",
        "limit_each": "1.00", "limit_aggregate": None, "effective_on": "2019-07-01", "expires_on": "2020-06-30",
        "note": None, "program": None, "status": "accepted", "schools": [],
        "documents": [{"id": "d", "name": "a.pdf", "sha256": "0", "size": 1}],
    }  # fmt: skip
    return {**said, **more}


def test_a_paper_travels_only_whole_in_date_and_for_all_schools() -> None:
    stays = [
        a_paper(kind="endorsement"), a_paper(kind="staff_present"), a_paper(status="rejected"),
        a_paper(status="draft"), a_paper(expires_on="2020-01-26"), a_paper(schools=[{"id": "s"}]),
        a_paper(documents=[]),
    ]  # fmt: skip
    goes = [a_paper(), a_paper(status="submitted"), a_paper(expires_on="2020-01-27"), a_paper(kind="agency_letter")]
    content = packed(a_record(papers=stays + goes), ["papers"], TODAY)
    assert len(content["papers"]) == len(goes)
    assert all("status" not in each for each in content["papers"])


def test_a_pack_opens_on_its_last_day_and_not_after_and_never_once_taken_back() -> None:
    assert state_of(TODAY, False, TODAY) == "open"
    assert state_of(TODAY, False, TODAY + timedelta(days=1)) == "expired"
    assert state_of(TODAY, True, TODAY) == "revoked"


def test_two_people_of_one_name_are_two() -> None:
    content = packed(a_record(staff=[a_person("Ana Ruiz"), a_person("Ana Ruiz", title="Tutor")]), ["staff"], TODAY)
    items = compare(content, here(a_record(staff=[a_person("Ana Ruiz")])))
    assert [(item.state, item.can_take) for item in items] == [("same", False), ("new", True)]
    assert len({item.key for item in items}) == 2


def test_one_who_left_is_nobody_who_is_here() -> None:
    content = packed(a_record(staff=[a_person("Ana Ruiz")]), ["staff"], TODAY)
    (item,) = compare(content, here(a_record(staff=[a_person("Ana Ruiz", ends_on="2020-01-26")])))
    assert item.state == "new"


TONGUES = st.lists(st.sampled_from(["English", "Spanish"]), max_size=2)
TEXTS = st.one_of(st.none(), st.sampled_from(["One", "Two", "Three"]))
RECORDS = st.builds(
    lambda said, people: a_record(
        profile={**PROFILE, "name": "Riverbend", **said}, staff=[a_person(name) for name in people]
    ),
    st.fixed_dictionaries(
        {
            "mission": TEXTS,
            "phone": TEXTS,
            "ein": TEXTS,
            "languages": st.lists(st.sampled_from(["English", "Spanish"]), max_size=2),
        }
    ),
    st.lists(st.sampled_from(["Ana", "Ben", "Ana  "]), max_size=4),
)


def test_a_pack_from_before_a_question_was_asked_says_nothing_of_it() -> None:
    said = {**dict.fromkeys(PROGRAM), "name": "Reading", "areas": [], "populations": [], "outcomes": []}
    record = a_record(programs=[{**said, "id": "g", "status": "approved", "supervision": "staff_present"}])
    content = packed(record, ["programs"], TODAY)
    now = here(a_record(programs=[{**said, "id": "h", "status": "approved", "supervision": "alone"}]))
    assert [item.state for item in compare(content, now)] == ["different"]
    del content["programs"][0]["supervision"]
    assert {item.state for item in compare(content, now)} <= {"same"}


@given(RECORDS)
def test_a_record_compared_with_itself_asks_for_nothing(record: dict[str, Any]) -> None:
    content = packed(record, ["profile", "programs", "papers", "staff"], TODAY)
    assert {item.state for item in compare(content, here(record))} <= {"same"}


@given(RECORDS, RECORDS)
def test_every_item_has_its_own_key_and_nothing_here_can_be_lost(pack: dict[str, Any], now: dict[str, Any]) -> None:
    items = compare(packed(pack, ["profile", "staff"], TODAY), here(now))
    assert len({item.key for item in items}) == len(items)
    for item in items:
        # what can be taken says something: an empty value never replaces one
        assert not item.can_take or item.facts[0].pack not in (None, "", [])


@given(RECORDS, RECORDS, RECORDS)
def test_what_was_seen_differs_as_soon_as_either_side_does(
    pack: dict[str, Any], now: dict[str, Any], later: dict[str, Any]
) -> None:
    content = packed(pack, ["profile"], TODAY)
    before = {item.key: item for item in compare(content, here(now))}
    for item in compare(content, here(later)):
        known = before.get(item.key)
        if known is not None:
            assert (known.seen == item.seen) == (known.facts == item.facts and known.state == item.state)
