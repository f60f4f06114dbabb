"""What of a record may travel to another district, and how long a pack may be opened."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any, Final, Literal

Record = Mapping[str, Any]
"""A partner's record as plain JSON: days as text, so that what was packed and what is here compare alike."""

PARTS: Final = ("profile", "programs", "papers", "staff", "checks")
"""What a pack may hold; the results of background checks only when asked for, and never without their people."""

DAYS: Final = 30
LONGEST_DAYS: Final = 90
"""A pack can be opened for a month unless its owner says otherwise, and for three at the most (our own choice)."""

MOST_BYTES: Final = 50_000_000
"""Of scans in one pack."""

PROFILE: Final = (
    "name", "legal_name", "org_type", "ein", "sector", "mission", "website", "phone", "email", "address", "city",
    "state", "postal_code", "languages", "funding_status", "charges_fee",
)  # fmt: skip
"""Not the district's own word (vendor number, vetting, parent), and not whether the directory shows it: each district
is told that anew."""

CONTACT: Final = ("title", "email", "phone")
PROGRAM: Final = (
    "description", "areas", "delivery", "supervision", "times_of_day", "weekdays", "grades", "populations", "languages",
    "capacity_students", "cost_to_school", "est_value", "outcomes", "logic_model_url", "evaluation_url",
    "evidence_tier",
)  # fmt: skip
PAPER: Final = (
    "kind", "coverage", "carrier", "policy_number", "limit_each", "limit_aggregate", "effective_on", "expires_on",
    "note", "program",
)  # fmt: skip
STAFF: Final = ("title", "email", "basis")
CHECK: Final = ("kind", "basis", "issued_on", "expires_on")

PAPERS_THAT_TRAVEL: Final = frozenset({"insurance_certificate", "agency_letter"})
"""An endorsement names one district, and an arrangement with a school's staff is made with one: they stay."""


def _in_date(last: str | None, day: date) -> bool:
    return last is None or date.fromisoformat(last) >= day


def may_travel(paper: Record, day: date) -> bool:
    """A certificate or letter that is handed in or accepted, in date, with its scan, and for all of the district's
    schools: one that is limited to some would say more elsewhere than it does here."""
    return (
        paper["kind"] in PAPERS_THAT_TRAVEL
        and paper["status"] in {"submitted", "accepted"}
        and _in_date(paper["expires_on"], day)
        and not paper["schools"]
        and bool(paper["documents"])
    )


def check_may_travel(check: Record, day: date) -> bool:
    """Only a result that let somebody in: never that one is pending, and never that one was not clear."""
    return check["result"] == "clear" and _in_date(check["expires_on"], day)


def packed(record: Record, parts: Collection[str], day: date) -> dict[str, Any]:
    """What goes into a pack of these parts on this day. Nothing in it says what the district decided."""
    content: dict[str, Any] = {"format": 1}
    if "profile" in parts:
        content["profile"] = _only(record["profile"], PROFILE)
        content["contacts"] = [_only(each, ("kind", "name", *CONTACT)) for each in record["contacts"]]
    if "programs" in parts:
        offered = [each for each in record["programs"] if each["status"] != "retired"]
        content["programs"] = [_only(each, ("name", *PROGRAM)) for each in offered]
    if "papers" in parts:
        content["papers"] = [
            {**_only(each, ("id", *PAPER)), "documents": each["documents"]}
            for each in record["papers"]
            if may_travel(each, day)
        ]
    if "staff" in parts:
        content["staff"] = [
            {
                **_only(each, ("name", *STAFF)),
                "checks": [
                    _only(check, CHECK)
                    for check in each["checks"]
                    if "checks" in parts and check_may_travel(check, day)
                ],
            }
            for each in record["staff"]
            if _in_date(each["ends_on"], day)
        ]
    return content


def _only(record: Record, fields: Collection[str]) -> dict[str, Any]:
    return {name: record[name] for name in fields}


def state_of(expires_on: date, is_revoked: bool, day: date) -> Literal["open", "expired", "revoked"]:
    """Whether a pack can be opened on a day; its last day still counts."""
    if is_revoked:
        return "revoked"
    return "expired" if day > expires_on else "open"
