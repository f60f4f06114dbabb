"""Keeping the text for good, named by its hash: as it was handed in for review, and as it was fixed for signature."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Insert, Update, bindparam, update
from sqlalchemy.dialects.postgresql import insert as upsert

from alongside.agreements import queries
from alongside.agreements.models import Agreement, AgreementText
from alongside.agreements.rules.document import fingerprint
from alongside.core.clock import new_id
from alongside.core.db import Tx
from alongside.core.statements import TENANT, a_json, a_key, a_text, an_instant, columns, statement, table
from alongside.identity.principal import Principal

a, t = columns(Agreement), columns(AgreementText)


@statement
def _keep(is_fixed: bool) -> Insert:
    kept = upsert(table(AgreementText)).values(
        tenant_id=TENANT, id=a_key("new_id"), agreement_id=a_key("agreement_id"), sha256=a_text("sha256"),
        document=a_json("document"), frozen_at=an_instant("now"),
    )  # fmt: skip
    same = ["tenant_id", "agreement_id", "sha256"]
    if is_fixed:
        # what reviewers read before is fixed for signature now, not then
        return kept.on_conflict_do_update(index_elements=same, set_={"frozen_at": kept.excluded.frozen_at})
    return kept.on_conflict_do_nothing(index_elements=same)


@statement
def _name() -> Update:
    return (
        update(table(Agreement))
        .where(a.tenant_id == TENANT, a.id == a_key("agreement_id"))
        .values(document_hash=bindparam("sha256", type_=a.document_hash.type))
    )


async def freeze(tx: Tx, principal: Principal, record: Mapping[str, Any]) -> str:
    """Fix the text for signature as the record stands now; its hash, by which the agreement is to name it."""
    return await keep(tx, principal, record, is_fixed=True)


async def keep(tx: Tx, principal: Principal, record: Mapping[str, Any], *, is_fixed: bool = False) -> str:
    """Keep the text as the record stands now, as reviewers read it; its hash."""
    document = queries.document_of(principal, record)
    sha256 = fingerprint(document)
    await tx.run(
        _keep(is_fixed), new_id=new_id(), agreement_id=record["id"], sha256=sha256, document=document, now=principal.now
    )
    return sha256


async def freeze_recorded(tx: Tx, principal: Principal, record: Mapping[str, Any]) -> None:
    """The same for a record that is being made, whose first version it belongs to."""
    await tx.run(_name(), agreement_id=record["id"], sha256=await freeze(tx, principal, record))
