"""Keeping an agreement's papers, such as the scan of one that was signed elsewhere."""

from hashlib import sha256
from typing import Any
from uuid import UUID

from alongside.agreements import queries
from alongside.agreements.errors import DocumentRefused, DocumentTooLarge, NotYourAgreement
from alongside.agreements.events import AgreementPaperAdded
from alongside.agreements.models import AgreementDocument
from alongside.core import files
from alongside.core.conditional import IfMatch, check_version
from alongside.core.db import Tx
from alongside.core.record import record
from alongside.core.storage import make_room
from alongside.identity.principal import Principal

from . import write


async def add_paper(
    tx: Tx, principal: Principal, agreement_id: UUID, name: str, content: bytes, if_match: IfMatch
) -> dict[str, Any]:
    """Keep a file. Raises NotYourAgreement, DocumentTooLarge, DocumentRefused, StorageFull."""
    before = await queries.lock(tx, principal, agreement_id)
    check_version(if_match, before["version"])
    if not queries.may_add_papers(principal, before):
        raise NotYourAgreement
    if len(content) > files.MOST_BYTES:
        raise DocumentTooLarge
    kept = files.file_name(name)
    media_type = None if kept is None else files.media_type(kept, content)
    if kept is None or media_type is None:
        raise DocumentRefused
    await make_room(tx, len(content))
    row = {
        "agreement_id": agreement_id,
        "name": kept,
        "media_type": media_type,
        "sha256": sha256(content).hexdigest(),
        "size": len(content),
        "content": content,
        "uploaded_at": principal.now,
        "uploaded_by_id": principal.person_id,
    }
    paper_id = await write.add(tx, AgreementDocument, row)
    version = await write.change(tx, agreement_id, {})
    told = {"document_id": [None, paper_id], **{name: [None, row[name]] for name in ("name", "sha256", "size")}}
    record(tx, AgreementPaperAdded(object_id=agreement_id, version=version, changed=told))
    return await queries.get(tx, principal, agreement_id)
