"""Which agreements wait for the caller, as SQL: the next step is one that a role of theirs takes."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from sqlalchemy import ColumnElement, and_, any_, exists, false, func, literal, literal_column, not_, or_, select

from alongside.agreements import rules
from alongside.agreements.models import Agreement, AgreementReview, AgreementSchool, Signature
from alongside.agreements.rules.document import TYPE_WORDS
from alongside.core.statements import columns, the_keys
from alongside.identity.principal import Principal
from alongside.identity.scopes import Role

a, ns, rev, sig = columns(Agreement), columns(AgreementSchool), columns(AgreementReview), columns(Signature)

_ONE: ColumnElement[Any] = literal_column("1")
_NOT_PAID = not_(a.partner_id == any_(the_keys("employers")))
"""Whoever the partner employs has no word for the district's side."""


def _exists(part: Any, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists(
        select(_ONE)
        .where(part.tenant_id == a.tenant_id, part.agreement_id == a.id, *conditions)
        .correlate(a.id.table)
    )  # fmt: skip


def _is(*statuses: str) -> ColumnElement[bool]:
    return or_(*(a.status == status for status in statuses))


_PENDING = _exists(ns, ns.confirmation == "pending")


def _in_hands(side: str) -> ColumnElement[bool]:
    return and_(_is("draft", "changes_requested"), a.drafted_by == side)


def _unreviewed(step: rules.Step) -> ColumnElement[bool]:
    kinds = [kind for kind in TYPE_WORDS if step in rules.review_steps(kind, False)]
    asked = [a.type == kind for kind in kinds]
    if step in rules.review_steps("mou", True):
        asked.append(a.shares_student_records)
    usual = and_(a.route_steps.is_(None), or_(false(), *asked))
    routed = and_(literal(step) == any_(a.route_steps), or_(not_(a.is_route_in_order), not_(_earlier_open(step))))
    return and_(_is("in_review"), or_(usual, routed), not_(_approved(literal(step))), _NOT_PAID)


def _approved(step: ColumnElement[Any]) -> ColumnElement[bool]:
    return _exists(rev, rev.step == step, rev.decision == "approved", rev.is_current)


def _earlier_open(step: rules.Step) -> ColumnElement[bool]:
    """Whether a step that stands before this one in the route is not approved yet."""
    place = func.array_position(a.route_steps, literal(step))
    earlier = func.unnest(a.route_steps[1 : place - 1]).table_valued("value").render_derived(name="earlier")
    given = (
        select(_ONE)
        .where(
            rev.tenant_id == a.tenant_id,
            rev.agreement_id == a.id,
            rev.step == earlier.c.value,
            rev.decision == "approved",
            rev.is_current,
        )
        .correlate(a.id.table, earlier)
    )
    return exists(select(_ONE).select_from(earlier).where(not_(exists(given))).correlate(a.id.table))


def _unsigned(party: rules.Party) -> ColumnElement[bool]:
    def open_(of: rules.Party) -> ColumnElement[bool]:
        return not_(_exists(sig, sig.party == of, sig.voided_at.is_(None)))

    other: rules.Party = "district" if party == "partner" else "partner"
    return and_(_is("out_for_signature"), open_(party), not_(and_(a.signing_order == f"{other}_first", open_(other))))


def _office() -> ColumnElement[bool]:
    steps = or_(_is("submitted", "approved"), and_(_is("in_review"), not_(_PENDING)), _in_hands("district"))
    return and_(steps, _NOT_PAID)


def _leader() -> ColumnElement[bool]:
    mine = ns.school_id == any_(the_keys("leading_schools"))
    asked = and_(_is("submitted", "in_review", "executed"), _exists(ns, ns.confirmation == "pending", mine), _NOT_PAID)
    return or_(asked, _in_hands("school"))


_WAYS: Final[Mapping[Role, Callable[[], ColumnElement[bool]]]] = {
    Role.DISTRICT_ADMIN: _office,
    Role.PARTNERSHIP_OFFICE: _office,
    Role.LEGAL_REVIEWER: lambda: _unreviewed("legal"),
    Role.COMPLIANCE_REVIEWER: lambda: _unreviewed("risk"),
    Role.PRIVACY_OFFICER: lambda: _unreviewed("privacy"),
    Role.DISTRICT_SIGNATORY: lambda: and_(_unsigned("district"), _NOT_PAID),
    Role.SCHOOL_LEADER: _leader,
    Role.PARTNERSHIP_COORDINATOR: lambda: _in_hands("school"),
    Role.PARTNER_ADMIN: lambda: _in_hands("partner"),
    Role.PARTNER_SIGNATORY: lambda: _unsigned("partner"),
}


def waits_for(roles: frozenset[Role]) -> ColumnElement[bool]:
    """Among the agreements that the caller sees, those whose next step belongs to one of these roles."""
    return or_(false(), *(_WAYS[role]() for role in sorted(roles) if role in _WAYS))


def waiting_binds(principal: Principal) -> dict[str, Any]:
    """The values that `waits_for` refers to."""
    leading = principal.schools_as(Role.SCHOOL_LEADER)
    return {"leading_schools": list(leading), "employers": list(principal.employers)}
