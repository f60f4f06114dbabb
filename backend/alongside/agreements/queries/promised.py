"""What the parties promise and what was said of it, as JSON within its statement."""

from typing import Any

from sqlalchemy import ColumnElement, select

from alongside.agreements.models import (
    Expectation,
    PromiseWord,
    ResourceCommitment,
)
from alongside.core.statements import TENANT, columns
from alongside.schools.queries import s

from .as_json import json_list, json_object, parts, person, utc

e = columns(Expectation)
rc = columns(ResourceCommitment)
w = columns(PromiseWord)


def _words(of: ColumnElement[Any], promise: ColumnElement[Any]) -> ColumnElement[Any]:
    """What was said of one promise, at which school or everywhere."""
    at = (s.tenant_id == w.tenant_id) & (s.id == w.school_id)
    school = select(json_object(id=s.id, name=s.name)).where(at).scalar_subquery()
    told = json_object(
        school=school, outcome=w.outcome, on=w.on_day, note=w.note, side=w.side, by=person(w.said_by_id),
        said_at=utc(w.said_at),
    )  # fmt: skip
    said = select(json_list(told, w.on_day, w.id)).where(w.tenant_id == TENANT, of == promise)
    return said.scalar_subquery()


def resources() -> ColumnElement[Any]:
    at = (s.tenant_id == rc.tenant_id) & (s.id == rc.school_id)
    school = select(json_object(id=s.id, name=s.name)).where(at).scalar_subquery()
    told = json_object(
        id=rc.id, party=rc.party, text=rc.text, value_cents=rc.value_cents, promised_by_on=rc.promised_by_on,
        delivered_on=rc.delivered_on, school=school, words=_words(w.resource_id, rc.id),
    )  # fmt: skip
    return parts(told, rc, rc.position, rc.id).scalar_subquery()


def promise_words(expectation: ColumnElement[Any]) -> ColumnElement[Any]:
    """What was said of one expectation."""
    return _words(w.expectation_id, expectation)


def expectations() -> ColumnElement[Any]:
    told = json_object(id=e.id, party=e.party, topic=e.topic, text=e.text, words=promise_words(e.id))
    # what a site plan promises at its school stands in the plan
    return parts(told, e, e.position, e.id).where(e.plan_id.is_(None)).scalar_subquery()
