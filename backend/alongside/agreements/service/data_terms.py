"""What a data sharing agreement says of student records, and the certificate that they were destroyed."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Delete, delete

from alongside.agreements import queries, rules
from alongside.agreements.errors import (
    DestructionNotDue,
    NotAboutData,
    NotCertifying,
    NotYourAgreement,
    TextIsFixed,
)
from alongside.agreements.events import DataDestructionCertified, DataTermsWritten
from alongside.agreements.models import DataDestruction, DataTerms
from alongside.agreements.schemas import DataTermsWrite, DestructionWrite
from alongside.core.conditional import IfMatch, check_version, require_version
from alongside.core.db import Tx
from alongside.core.errors import FieldError, Unprocessable
from alongside.core.record import difference, record
from alongside.core.statements import TENANT, a_key, columns, statement, table
from alongside.identity.principal import Principal

from . import write

dt = columns(DataTerms)


@statement
def _forget() -> Delete:
    return delete(table(DataTerms)).where(dt.tenant_id == TENANT, dt.agreement_id == a_key("agreement_id"))


async def write_data_terms(
    tx: Tx, principal: Principal, agreement_id: UUID, body: DataTermsWrite, if_match: IfMatch
) -> dict[str, Any]:
    """Say what the agreement says of student records. Raises NotYourAgreement, NotAboutData, TextIsFixed."""
    before = await queries.lock(tx, principal, agreement_id)
    if not queries.may_edit(principal, before):
        raise NotYourAgreement
    require_version(if_match, before["version"])
    if before["type"] != "data_sharing":
        raise NotAboutData
    if not queries.may_write_terms(principal, before):
        raise TextIsFixed(state=before["status"])
    was = queries.terms_of(before) or DataTermsWrite().model_dump()
    wanted = body.model_dump()
    changed = difference({name: was[name] for name in wanted}, wanted)
    if changed:
        await keep(tx, agreement_id, wanted)
        version = await write.change(tx, agreement_id, {})
        record(tx, DataTermsWritten(object_id=agreement_id, version=version, changed=changed))
    return await queries.get_data_terms(tx, principal, agreement_id)


async def keep(tx: Tx, agreement_id: UUID, terms: Mapping[str, Any]) -> None:
    """The terms in the place of those that were there."""
    await tx.run(_forget(), agreement_id=agreement_id)
    await write.add(tx, DataTerms, {"agreement_id": agreement_id, **{name: terms[name] for name in queries.SAID}})


async def certify_destruction(
    tx: Tx, principal: Principal, agreement_id: UUID, body: DestructionWrite, if_match: IfMatch
) -> dict[str, Any]:
    """Keep the partner's certificate that the records were destroyed or given back, once the last day is over.

    Raises NotCertifying, DestructionNotDue, Unprocessable.
    """
    before = await queries.lock(tx, principal, agreement_id)
    check_version(if_match, before["version"])
    if not queries.certifies(principal, before):
        raise NotCertifying
    standing = await queries.destruction_of(tx, before, principal.today)
    if standing["state"] not in {"due", "overdue"}:
        raise DestructionNotDue(state=standing["state"])
    errors = []
    if body.destroyed_on > principal.today:
        errors.append(FieldError("/destroyed_on", "in_the_future", "A day to come cannot be certified yet"))
    if before["effective_on"] is not None and body.destroyed_on < before["effective_on"]:
        errors.append(FieldError("/destroyed_on", "before_the_first_day", "The agreement had not begun on that day"))
    if str(body.document_id) not in {each["id"] for each in before["documents"]}:
        words = "Add the certificate to the agreement's papers first"
        errors.append(FieldError("/document_id", "unresolved_reference", words))
    if errors:
        raise Unprocessable(errors=errors)
    row = body.model_dump()
    own = {"agreement_id": agreement_id, "recorded_by_id": principal.person_id, "recorded_at": principal.now}
    await write.add(tx, DataDestruction, {**own, **row})
    version = await write.change(tx, agreement_id, {})
    told = {name: [None, row[name]] for name in ("destroyed_on", "method", "document_id")}
    record(tx, DataDestructionCertified(object_id=agreement_id, version=version, changed=told))
    return await queries.get_data_terms(tx, principal, agreement_id)


def check_disposition(before: Mapping[str, Any], disposition: str | None, due_on: Any, principal: Principal) -> None:
    """What is said of the records as an agreement is ended can be. Raises Unprocessable."""
    rule = (queries.terms_of(before) or {}).get("destruction_days")
    problem = rules.disposition_problem(
        rules.shares_data(before["type"], before["shares_student_records"]), disposition, due_on, principal.today,
        has_rule=rule is not None,
    )  # fmt: skip
    if problem is not None:
        raise Unprocessable(errors=[FieldError(*problem)])
