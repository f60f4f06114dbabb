"""Who is told what: by role, and by how they stand to the record."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal
from uuid import UUID

from alongside.agreements.rules import SIDES, STEP_REVIEWERS, Step, review_steps
from alongside.identity.scopes import DISTRICT_ROLES, PARTNER_ROLES, SCHOOL_ROLES, Role
from alongside.partners.rules import OFFICE

from .kinds import ADMIN, DISTRICT_SIGNER, LEADER, PARTNER_SIDE, PARTNER_SIGNER, RISK, SCHOOL_SIDE

Side = Literal["district", "school", "partner"]


@dataclass(frozen=True, slots=True)
class Holder:
    """A role that somebody holds today."""

    person_id: UUID
    role: Role
    partner_id: UUID | None = None
    employer_id: UUID | None = None
    schools: frozenset[UUID] = frozenset()
    only: frozenset[str] | None = None
    """Who stands in for somebody hears of what they may decide, and of nothing else."""


@dataclass(frozen=True, slots=True)
class Matter:
    """What a notice is about: the record, its partner, and the schools it concerns."""

    object_type: str
    object_id: UUID
    facts: Mapping[str, Any]
    partner_id: UUID | None = None
    schools: frozenset[UUID] = frozenset()
    is_district_wide: bool = False


@dataclass(frozen=True, slots=True)
class Notification:
    """One kind of notice about a matter, for the people of these roles who stand in the right place."""

    kind: str
    matter: Matter
    roles: frozenset[Role]
    facts: Mapping[str, Any] = field(default_factory=dict)
    schools: frozenset[UUID] | None = None
    """Only of these schools; None: of all that the matter concerns."""


def told(wanted: Notification, holders: Iterable[Holder]) -> frozenset[UUID]:
    """The people to tell."""
    return frozenset(holder.person_id for holder in holders if holder.role in wanted.roles and _stands(wanted, holder))


def _stands(wanted: Notification, holder: Holder) -> bool:
    matter = wanted.matter
    if holder.only is not None and wanted.kind not in holder.only:
        return False
    schools = matter.schools if wanted.schools is None else wanted.schools
    if holder.role in PARTNER_ROLES:
        limited = holder.schools and not matter.is_district_wide and holder.schools.isdisjoint(schools)
        return matter.partner_id is not None and holder.partner_id == matter.partner_id and not limited
    # whoever the partner pays has no word for the district's side, and is not asked for one
    is_paid = holder.employer_id is not None and holder.employer_id == matter.partner_id
    if holder.role in DISTRICT_ROLES:
        return not is_paid
    return holder.role in SCHOOL_ROLES and not is_paid and not holder.schools.isdisjoint(schools)


AGREEMENT_STOPS: Final[Mapping[str, str]] = {
    "agreement.suspended": "suspended",
    "agreement.reinstated": "reinstated",
    "agreement.terminated": "terminated",
    "agreement.recalled": "recalled",
}
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
SOURCES: Final = frozenset(
    {"agreement.submitted", "agreement.review_started", "agreement.reviewed", "agreement.changes_requested",
     "agreement.approved", "agreement.rejected", "agreement.sent_for_signature", "agreement.signed",
     "agreement.executed", "agreement.signature_declined", "agreement.word_disowned", "target.word_disowned",
     "agreement.school_added", "agreement.promise_answered", "agreement.school_confirmed", "agreement.school_declined",
     "target.proposed", "target.agreed", "target.withdrawn",
     "target.school_opted_out", "result.entered", "partner.submitted", *AGREEMENT_STOPS, *DECISIONS,
     *STANDINGS}
)  # fmt: skip
"""The facts of the log that anybody is told of."""


def of_agreement(fact: str, changed: Mapping[str, Any], matter: Matter) -> list[Notification]:
    """What a fact about an agreement gives rise to."""
    facts = matter.facts
    writers = SIDES[facts["drafted_by"]]
    if fact == "agreement.submitted":
        asked = Notification("school_to_confirm", matter, LEADER)
        return [Notification("agreement_for_review", matter, OFFICE), asked]
    if fact == "agreement.review_started":
        return _to_review(matter, None)
    if fact == "agreement.reviewed":
        return _to_review(matter, changed["step"][1]) if facts["is_route_in_order"] else []
    if fact == "agreement.school_added":
        return [Notification("school_to_confirm", matter, LEADER, {}, frozenset({UUID(str(changed["school_id"][1]))}))]
    if fact in ("agreement.school_confirmed", "agreement.school_declined"):
        school = UUID(str(changed["school_id"][1]))
        names = {each["id"]: each for each in facts["schools"]}
        said = {"answer": changed["confirmation"][1], "school": names.get(str(school))}
        return [Notification("school_answered", matter, OFFICE | ADMIN | writers, said)]
    if fact == "agreement.promise_answered":
        return _of_promise(changed, matter)
    if fact == "agreement.changes_requested":
        return [Notification("agreement_changes_requested", matter, writers)]
    if fact == "agreement.approved":
        return [Notification("agreement_approved", matter, writers | ADMIN | LEADER)]
    if fact == "agreement.rejected":
        return [Notification("agreement_rejected", matter, writers | ADMIN)]
    if fact == "agreement.sent_for_signature":
        return [Notification("agreement_to_sign", matter, DISTRICT_SIGNER | PARTNER_SIGNER)]
    if fact == "agreement.signature_declined":
        return [Notification("signature_declined", matter, OFFICE)]
    if fact == "agreement.word_disowned":
        return [Notification("word_disowned", matter, OFFICE)]
    if fact == "agreement.signed":
        party = changed["party"][1]
        others = ADMIN | PARTNER_SIGNER if party == "district" else OFFICE | DISTRICT_SIGNER
        return [Notification("agreement_signed", matter, others, {"answer": party})]
    if fact == "agreement.executed":
        return [Notification("agreement_executed", matter, OFFICE | SCHOOL_SIDE | ADMIN | PARTNER_SIGNER)]
    return [Notification("agreement_stopped", matter, OFFICE | SCHOOL_SIDE | ADMIN, {"answer": AGREEMENT_STOPS[fact]})]


def _to_review(matter: Matter, passed: Step | None) -> list[Notification]:
    """Whoever reviews next: side by side everybody at the start, in order one step after the other."""
    facts = matter.facts
    steps = tuple(facts.get("route_steps") or review_steps(facts["type"], facts["shares_student_records"]))
    if facts["is_route_in_order"]:
        place = steps.index(passed) + 1 if passed in steps else 0
        steps = steps[place : place + 1] if passed is None or passed in steps else ()
    roles = frozenset[Role]().union(*(STEP_REVIEWERS[step] for step in steps)) - OFFICE
    return [Notification("review_asked", matter, roles)] if roles else []


_PROMISERS: Final[Mapping[str, frozenset[Role]]] = {
    "partner": ADMIN,
    "school": SCHOOL_SIDE,
    "district": OFFICE,
    "joint": OFFICE | SCHOOL_SIDE | ADMIN,
}


def _of_promise(changed: Mapping[str, Any], matter: Matter) -> list[Notification]:
    """That something did not come is told to whoever promised it; that it came needs no notice."""
    if changed["outcome"][1] != "not_delivered" or "party" not in changed:
        return []
    roles = _PROMISERS[changed["party"][1]]
    if "school_id" not in changed:
        return [Notification("promise_missing", matter, roles)]
    school = str(changed["school_id"][1])
    names = {each["id"]: each for each in matter.facts["schools"]}
    said = {"school": names.get(school)}
    return [Notification("promise_missing", matter, roles, said, frozenset({UUID(school)}))]


def of_target(fact: str, changed: Mapping[str, Any], matter: Matter) -> list[Notification]:
    """What a fact about a target gives rise to: each side hears of the other's word."""
    if fact == "target.proposed":
        asked = {"partner": SCHOOL_SIDE, "school": ADMIN, "district": SCHOOL_SIDE | ADMIN}
        return [Notification("target_proposed", matter, frozenset(asked[matter.facts["proposed_by_side"]]))]
    if fact == "target.word_disowned":
        return [Notification("word_disowned", matter, OFFICE)]
    if fact == "target.withdrawn":
        # taking back what one proposed oneself is nobody's news
        no = Notification("target_answered", matter, OFFICE | SCHOOL_SIDE, {"answer": "declined"})
        return [no] if "partner_word" in changed else []
    if "partner_word" in changed:
        return [Notification("target_answered", matter, OFFICE | SCHOOL_SIDE, {"answer": "agreed"})]
    answer = "opted_out" if fact == "target.school_opted_out" else "agreed"
    return [Notification("target_answered", matter, OFFICE | ADMIN, {"answer": answer})]


def of_results(entered_for_partner: bool, school: UUID, count: int, matter: Matter) -> Notification:
    """That results were posted: a school hears of the partner's, the partner of the school's."""
    roles = SCHOOL_SIDE if entered_for_partner else PARTNER_SIDE
    return Notification("result_posted", matter, roles, {"count": count}, frozenset({school}))


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


def of_partner(fact: str, matter: Matter) -> list[Notification]:
    """What a fact about a partner's application gives rise to."""
    if fact == "partner.submitted":
        return [Notification("application_submitted", matter, OFFICE)]
    if fact in STANDINGS:
        return [Notification("partner_standing", matter, OFFICE | PARTNER_SIDE, {"answer": STANDINGS[fact]})]
    return [Notification("application_decided", matter, PARTNER_SIDE, {"answer": DECISIONS[fact]})]
