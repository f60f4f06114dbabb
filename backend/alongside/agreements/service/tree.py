"""Setting where an answer about new agreements leads, and going back to where it usually does."""

from typing import Any

from sqlalchemy import Insert, Update, bindparam, func, update
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.types import Text

from alongside.agreements import queries, rules
from alongside.agreements.events import TreeAnswerReturned, TreeAnswerSet
from alongside.agreements.models import TreeAnswer
from alongside.agreements.schemas import TreeAnswerWrite, TreeBackWrite
from alongside.core.clock import new_id
from alongside.core.conditional import IfMatch, check_version, require_version
from alongside.core.db import Tx
from alongside.core.errors import PreconditionFailed, wrong
from alongside.core.record import difference, record
from alongside.core.statements import TENANT, a_flag, a_key, a_text, columns, statement, table

ta = columns(TreeAnswer)


@statement
def _add() -> Insert:
    """The first of an answer. Of two at once one waits for the other here, and then adds nothing."""
    made = upsert(table(TreeAnswer)).values(
        tenant_id=TENANT, id=a_key("new_id"), answer=a_text("answer"), type=a_text("new_type"),
        is_binding=a_flag("new_is_binding"), steps=bindparam("new_steps", type_=ARRAY(Text)),
    )  # fmt: skip
    return made.on_conflict_do_nothing(index_elements=["tenant_id", "answer"]).returning(ta.id)


@statement
def _change() -> Update:
    return (
        update(table(TreeAnswer))
        .where(ta.tenant_id == TENANT, ta.id == a_key("answer_id"))
        .values(
            type=a_text("new_type"), is_binding=a_flag("new_is_binding"),
            steps=bindparam("new_steps", type_=ARRAY(Text)), is_usual=a_flag("new_is_usual"), version=ta.version + 1,
            updated_at=func.tenant_now(),
        )
        .returning(ta.version)
    )  # fmt: skip


async def set_tree_answer(tx: Tx, answer: rules.Answer, body: TreeAnswerWrite, if_match: IfMatch) -> dict[str, Any]:
    """The district's own lead of an answer, instead of the one before; drafts follow it, what was handed in does not.

    Raises PreconditionFailed/Required, Unprocessable.
    """
    own = await queries.lock_tree_answer(tx, answer)
    before = await queries.tree_answer(tx, answer)
    require_version(if_match, before["version"])
    if rules.lead_problem(answer, body.type) is not None:
        raise wrong("/type", "type_needed", "An answer to the last question leads to a type")
    binding = body.is_binding if body.type is None else rules.binds(body.type, body.is_binding)
    wanted = {"type": body.type, "is_binding": binding, "steps": list(body.steps)}
    changed = difference(before, wanted)
    if not changed:
        return before
    if own is not None and not before["is_own"]:
        changed["is_usual"] = [True, False]
    told = {f"new_{name}": value for name, value in wanted.items()}
    if own is None:
        answer_id, version = await tx.value(_add(), new_id=new_id(), answer=answer, **told), 1
        if answer_id is None:
            raise PreconditionFailed
    else:
        answer_id = own["id"]
        version = await tx.value(_change(), answer_id=answer_id, new_is_usual=False, **told)
    record(tx, TreeAnswerSet(object_id=answer_id, version=version, changed={"answer": [answer, answer], **changed}))
    return await queries.tree_answer(tx, answer)


async def go_back(tx: Tx, body: TreeBackWrite, if_match: IfMatch) -> dict[str, Any]:
    """These answers lead the usual way again, as a change like any other: what was set before stays in the log, and
    what was handed in keeps its route. An answer that leads there already is left alone.

    Raises PreconditionFailed.
    """
    rows = await queries.lock_tree(tx)
    before = await queries.tree(tx)
    check_version(if_match, before["version"])
    for told in before["items"]:
        if told["answer"] not in body.answers or not told["is_own"]:
            continue
        usual = told["usual"]
        answer_id = rows[told["answer"]]["id"]
        new = {f"new_{name}": value for name, value in usual.items()}
        version = await tx.value(_change(), answer_id=answer_id, new_is_usual=True, **new)
        changed = {"answer": [told["answer"]] * 2, **difference(told, usual), "is_usual": [False, True]}
        record(tx, TreeAnswerReturned(object_id=answer_id, version=version, changed=changed))
    return await queries.tree(tx)
