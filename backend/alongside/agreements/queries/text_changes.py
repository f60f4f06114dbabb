"""What was changed in the text since reviewers read it, from the texts that are kept at each handing in."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, Final
from uuid import UUID

from sqlalchemy import any_, bindparam, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.types import Text

from alongside.agreements import rules
from alongside.agreements.models import AgreementText
from alongside.agreements.rules.document import fingerprint
from alongside.core.db import Executor
from alongside.core.statements import TENANT, Query, a_key, columns, statement
from alongside.identity.principal import Principal

from .record import fetch
from .text import document_of

t = columns(AgreementText)

_NOTHING: Final[Mapping[str, Any]] = {
    "before_sha256": None, "read_at": None, "sha256": None, "is_handed_in": False, "sections": [],
}  # fmt: skip


@statement
def _kept() -> Query:
    wanted = t.sha256 == any_(bindparam("hashes", type_=ARRAY(Text)))
    return select(t.sha256, t.document, t.frozen_at).where(
        t.tenant_id == TENANT, t.agreement_id == a_key("agreement_id"), wanted
    )


async def get_text_changes(db: Executor, principal: Principal, agreement_id: UUID) -> dict[str, Any]:
    """The sections that say otherwise than the text that reviewers had read, or AgreementNotFound.

    While changes are asked for, what was changed so far; once it was handed in again, what is to be read anew.
    """
    record = await fetch(db, principal, agreement_id)
    unsent = record["status"] in rules.EDITABLE
    before = record["handed_in_hash"] if unsent else record["handed_in_before_hash"]
    if before is None:
        return dict(_NOTHING)
    hashes = [before, record["handed_in_hash"]]
    kept = {row["sha256"]: row for row in await db.rows(_kept(), agreement_id=record["id"], hashes=hashes)}
    now = document_of(principal, record) if unsent else kept[record["handed_in_hash"]]["document"]
    return {
        "before_sha256": before,
        "read_at": kept[before]["frozen_at"],
        "sha256": fingerprint(now),
        "is_handed_in": not unsent,
        "sections": [asdict(each) for each in rules.text_changes(kept[before]["document"], now)],
    }
