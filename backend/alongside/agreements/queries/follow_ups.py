"""What may follow an agreement: its renewal, an amendment, another in its place."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from alongside.agreements import rules
from alongside.identity.principal import Principal

from .revisits import LastRevisit, ending_at, says_end
from .visible import is_office, may_draft_again


def renewal_opens_on(record: Mapping[str, Any]) -> date | None:
    """The day from which its next term is to be drafted; None while or when there is nothing to renew."""
    if record["status"] not in rules.RENEWABLE or record["amends_id"] is not None:
        return None
    reviewed = bool(rules.review_steps(record["type"], record["shares_student_records"]))
    days = rules.lead_days(reviewed) if record["lead_days"] is None else record["lead_days"]
    return rules.renewal_opens_on(record["ends_on"], days)


def follow_ups(principal: Principal, record: Mapping[str, Any], last: LastRevisit) -> list[dict[str, Any]]:
    """What the caller may draft after this record, and what is in the way or has to be said of it."""
    if record["status"] not in rules.REPLACEABLE or not may_draft_again(principal, record):
        return []
    plain = {"without": [], "asks_reason": False, "warnings": []}
    replacement = {"kind": "replacement", "needs": replacement_needs(record), **plain}
    if record["status"] not in rules.RENEWABLE:
        return [replacement]
    ending, ends = ending_at(last.outcomes), says_end(last.outcomes)
    without = [each["school"] for each in record["schools"] if UUID(each["school"]["id"]) in ending]
    return [
        {
            "kind": "renewal",
            "needs": renewal_needs(record, ends and not may_go_on(principal, record)),
            "without": without,
            "asks_reason": ends and may_go_on(principal, record),
            "warnings": ["revisit_missing"] if last.is_missing else [],
        },
        {"kind": "amendment", "needs": amendment_needs(record, principal.today), **plain},
        replacement,
    ]


def may_go_on(principal: Principal, record: Mapping[str, Any]) -> bool:
    """Whether the caller may renew, with a reason, what both sides said should end: the office alone."""
    return is_office(principal, record["partner_id"])


def renewal_needs(record: Mapping[str, Any], ending: bool) -> list[str]:
    """What stands in the way of renewing this record; `ending`: both sides said everywhere that it should end."""
    amends, is_open = record["amends_id"] is not None, record["has_open_renewal"]
    return rules.renewal_needs(record["status"], record["partner_status"], is_open, amends=amends, said_end=ending)


def amendment_needs(record: Mapping[str, Any], day: date) -> list[str]:
    """What stands in the way of amending this record."""
    amends, over = record["amends_id"] is not None, day > record["ends_on"]
    return rules.amendment_needs(record["status"], amends=amends, term_over=over)


def replacement_needs(record: Mapping[str, Any]) -> list[str]:
    """What stands in the way of drafting another agreement in the place of this record."""
    amends = record["amends_id"] is not None
    return rules.replacement_needs(record["status"], record["partner_status"], record["has_replacement"], amends=amends)
