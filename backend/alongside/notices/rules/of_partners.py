"""What happens to partners, their programs, papers and people, and who is told of it."""

from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from alongside.identity.scopes import Role
from alongside.partners.rules import OFFICE

from .audience import Matter, Notification
from .kinds import PAPER_REVIEWERS, PARTNER_SIDE, RISK

DECISIONS: Final[Mapping[str, str]] = {
    "partner.approved": "approved",
    "partner.declined": "declined",
    "partner.changes_requested": "changes_requested",
    "partner.review_started": "review_started",
}
STANDINGS: Final[Mapping[str, str]] = {
    "partner.suspended": "suspended",
    "partner.reinstated": "reinstated",
    "partner.deactivated": "deactivated",
    "partner.reopened": "reopened",
}
PAPERS: Final[Mapping[str, str]] = {
    "paper.accepted": "accepted",
    "paper.rejected": "rejected",
    "paper.withdrawn": "withdrawn",
}
WAIVERS: Final[Mapping[str, str]] = {"paper_waiver.given": "given", "paper_waiver.revoked": "revoked"}
CHECKS: Final = frozenset({"staff_member.check_added", "staff_member.check_verified"})
FACTS: Final = frozenset({"partner.submitted", "program.submitted", "program.approved", "paper.submitted", *DECISIONS,
                          *STANDINGS, *PAPERS, *WAIVERS, *CHECKS})  # fmt: skip

ADMINISTRATOR: Final = frozenset({Role.DISTRICT_ADMIN})
"""Who decides in a district that has no risk management and no law department."""


def of_partner(fact: str, matter: Matter) -> list[Notification]:
    """What a fact about a partner's application gives rise to."""
    if fact == "partner.submitted":
        return [Notification("application_submitted", matter, OFFICE)]
    if fact in STANDINGS:
        return [Notification("partner_standing", matter, OFFICE | PARTNER_SIDE, {"answer": STANDINGS[fact]})]
    return [Notification("application_decided", matter, PARTNER_SIDE, {"answer": DECISIONS[fact]})]


def of_program(fact: str, matter: Matter) -> list[Notification]:
    """A program waits for the office, or the office approved it."""
    if fact == "program.submitted":
        return [Notification("program_for_review", matter, OFFICE)]
    return [Notification("program_approved", matter, PARTNER_SIDE)]


def of_paper(fact: str, changed: Mapping[str, Any], matter: Matter) -> list[Notification]:
    """A paper waits for review, or came back with the district's word; one that counted and was taken back."""
    if fact == "paper.submitted":
        return [Notification("paper_for_review", matter, PAPER_REVIEWERS, {}, None, ADMINISTRATOR)]
    if fact == "paper.withdrawn" and changed["status"][0] not in ("submitted", "accepted"):
        return []
    roles = PARTNER_SIDE | RISK if fact == "paper.withdrawn" else PARTNER_SIDE
    return [Notification("paper_decided", matter, roles, {"answer": PAPERS[fact]})]


def waits(fact: str, changed: Mapping[str, Any]) -> bool:
    """Whether a check was handed in without its result."""
    return fact == "staff_member.check_added" and "verified_on" not in changed


def of_checks(are_waiting: bool, people: int, matter: Matter) -> Notification:
    """Checks wait for somebody to look at their results, or somebody did; never what a result is."""
    if are_waiting:
        return Notification("check_for_review", matter, RISK, {"count": people}, None, ADMINISTRATOR)
    return Notification("check_decided", matter, PARTNER_SIDE, {"count": people})


def of_waiver(fact: str, matter: Matter) -> list[Notification]:
    """The partner may go without a paper for a time, or not any more."""
    return [Notification("waiver_decided", matter, PARTNER_SIDE, {"answer": WAIVERS[fact]})]


def of_requirement(
    requirement: UUID, title: str, said: Mapping[str, Any], without: Mapping[UUID, str]
) -> list[Notification]:
    """That something is asked from a day on: each partner without it (by id, with its name), and the district how
    many they are; nobody if there are none."""
    if not without:
        return []
    facts = {"title": title, **said}
    district = Matter("paper_requirement", requirement, facts)
    count = {"answer": "district", "count": len(without)}
    return [
        Notification("requirement_due", district, OFFICE | RISK, count),
        *(
            Notification(
                "requirement_due",
                Matter("partner", each, {**facts, "partner": {"id": str(each), "name": name}}, each,
                       is_district_wide=True),
                PARTNER_SIDE,
                {"answer": "partner"},
            )
            for each, name in without.items()
        ),
    ]  # fmt: skip
