"""What happens to an agreement, and who is told of it."""

from collections.abc import Mapping
from typing import Any, Final, Literal
from uuid import UUID

from alongside.agreements.rules import SIDES, STEP_REVIEWERS, Step, review_steps
from alongside.identity.scopes import Role
from alongside.partners.rules import OFFICE

from .audience import Matter, Notification
from .kinds import ADMIN, DISTRICT_SIGNER, LEADER, PARTNER_SIGNER, SCHOOL_SIDE

STOPS: Final[Mapping[str, str]] = {
    "agreement.suspended": "suspended",
    "agreement.reinstated": "reinstated",
    "agreement.terminated": "terminated",
    "agreement.recalled": "recalled",
    "agreement.withdrawn": "withdrawn",
    "agreement.superseded": "superseded",
    "agreement.restored": "restored",
    "agreement.amended": "amended",
}
FACTS: Final = frozenset(
    {"agreement.submitted", "agreement.review_started", "agreement.reviewed", "agreement.changes_requested",
     "agreement.approved", "agreement.rejected", "agreement.sent_for_signature", "agreement.signed",
     "agreement.executed", "agreement.signature_declined", "agreement.word_disowned", "agreement.school_added",
     "agreement.promise_answered", "agreement.school_confirmed", "agreement.school_declined",
     "agreement.revisit_answered", "agreement.opening_proposed", "agreement.opened", "agreement.opening_refused",
     "agreement.opening_closed", "agreement.origin_changed", *STOPS}
)  # fmt: skip


def of_agreement(fact: str, changed: Mapping[str, Any], matter: Matter) -> list[Notification]:
    """What a fact about an agreement gives rise to."""
    facts = matter.facts
    writers = SIDES[facts["drafted_by"]]
    if fact == "agreement.revisit_answered":
        return _of_revisit(changed, matter)
    if fact == "agreement.opening_proposed":
        return [Notification("opening_asked", matter, ADMIN | PARTNER_SIGNER)]
    if fact in OPENINGS:
        return _of_opening(fact, changed, matter)
    if fact == "agreement.origin_changed":
        return _of_origin(changed, matter)
    if fact == "agreement.withdrawn" and changed["status"][0] == "draft":
        return []  # nobody was asked yet
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
        return [Notification("agreement_rejected", matter, writers | ADMIN | LEADER)]
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
    return [Notification("agreement_stopped", matter, OFFICE | SCHOOL_SIDE | ADMIN, {"answer": STOPS[fact]})]


OPENINGS: Final = frozenset({"agreement.opened", "agreement.opening_refused", "agreement.opening_closed"})


def _of_opening(fact: str, changed: Mapping[str, Any], matter: Matter) -> list[Notification]:
    """The other side hears what one said; that it closed because the agreement ended is told with that."""
    if fact == "agreement.opening_closed":
        by = changed["closed_by"][1]
        others = {"district": ADMIN | PARTNER_SIGNER, "partner": OFFICE}.get(by)
        return [] if others is None else [Notification("opening_answered", matter, others, {"answer": f"closed_{by}"})]
    said = "agreed" if fact == "agreement.opened" else "refused"
    return [Notification("opening_answered", matter, OFFICE, {"answer": said})]


def _of_origin(changed: Mapping[str, Any], matter: Matter) -> list[Notification]:
    """Both sides here hear how the agreement stands whose terms they took."""
    return [Notification("origin_changed", matter, OFFICE | ADMIN, {"answer": changed["origin_state"][1]})]


JOIN_FACTS: Final = frozenset({"join_request.asked", "join_request.accepted", "join_request.refused"})


def of_join_request(fact: str, matter: Matter) -> Notification:
    """The office hears that a school asks, the school what the office says; a coordinator's yes is an offer."""
    if fact == "join_request.asked":
        return Notification("join_asked", matter, OFFICE)
    yes = "accepted" if matter.facts["is_principals"] else "offered"
    return Notification(
        "join_answered", matter, SCHOOL_SIDE, {"answer": yes if fact == "join_request.accepted" else "refused"}
    )


READY: Final = frozenset({"agreement.review_started", "agreement.reviewed", "agreement.school_confirmed",
                          "agreement.school_declined"})  # fmt: skip
"""The facts after which nothing else may be missing but the last word."""


def of_ready(waits_for: Literal["board", "office"], matter: Matter) -> Notification:
    """That every other word is in: the board's turn, or the office's own."""
    kind = "agreement_for_board" if waits_for == "board" else "agreement_to_decide"
    return Notification(kind, matter, OFFICE)


def _of_revisit(changed: Mapping[str, Any], matter: Matter) -> list[Notification]:
    """The other side hears the word; that it should end the office hears too."""
    words = changed["words"][1]
    if changed["side"][1] == "school":
        outcomes = {each["outcome"] for each in words}
        gravest = next(each for each in _GRAVEST if each in outcomes)
        roles = ADMIN | OFFICE if gravest == "end" else ADMIN
        return [Notification("revisit_answered", matter, roles, {"answer": f"school_{gravest}"})]
    told = []
    for outcome in _GRAVEST:
        places = [each["school_id"] for each in words if each["outcome"] == outcome]
        if not places:
            continue
        schools = frozenset(UUID(str(place)) for place in places if place is not None)
        said = {"answer": f"partner_{outcome}"}
        if schools:
            told.append(Notification("revisit_answered", matter, SCHOOL_SIDE, said, schools))
        if None in places or outcome == "end":
            told.append(Notification("revisit_answered", matter, OFFICE, said))
    return told


_GRAVEST: Final = ("end", "revised", "confirmed")


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
