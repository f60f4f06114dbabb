"""Placing needs by hand, each with its reason; the others stand by their score."""

from typing import Any
from uuid import UUID

from alongside.core.conditional import IfMatch, require_version
from alongside.core.db import Tx
from alongside.core.errors import FieldError, Unprocessable
from alongside.core.record import record
from alongside.identity.principal import Principal
from alongside.needs import queries
from alongside.needs.events import AssessmentNeedsChanged, NeedRanked
from alongside.needs.rules import OUT_OF_ORDER
from alongside.needs.schemas import Ranking

from .writing import lock_open, put_in_order, tell_assessment, write_need


async def put_ranking(
    tx: Tx, principal: Principal, assessment_id: UUID, body: Ranking, if_match: IfMatch
) -> dict[str, Any]:
    """Set all places set by hand, and release the rest. Raises NotYourSchool, NeedsAssessmentClosed, Unprocessable."""
    row = await lock_open(tx, principal, assessment_id)
    require_version(if_match, row["version"])
    needs = {need["id"]: need for need in await queries.needs_of(tx, assessment_id)}
    _check(body, needs)
    wished = {place.need_id: (place.rank, place.reason) for place in body.places}
    moved = False
    for need_id, need in needs.items():
        rank, reason = wished.get(need_id, (None, None))
        before = (need["rank"], need["rank_reason"]) if need["rank_reason"] is not None else (None, None)
        if (rank, reason) == before:
            continue
        moved = True
        values = {"rank_reason": reason} | ({"rank": rank} if rank is not None else {})
        version = await write_need(tx, need_id, values)
        changed = {"rank": [before[0], rank], "rank_reason": [before[1], reason]}
        record(tx, NeedRanked(object_id=need_id, version=version, changed=changed, reason=reason))
    if moved:
        await put_in_order(tx, assessment_id)
        places = {"places": [None, len(body.places)]}
        await tell_assessment(tx, assessment_id, AssessmentNeedsChanged, places)
    return await queries.get_assessment(tx, principal, assessment_id)


def _check(body: Ranking, needs: dict[UUID, dict[str, Any]]) -> None:
    """Every need once and of this assessment, every place once."""
    wrong: list[FieldError] = []
    count = sum(need["status"] not in OUT_OF_ORDER for need in needs.values())
    seen_needs: set[UUID] = set()
    seen_ranks: set[int] = set()
    for at, place in enumerate(body.places):
        need = needs.get(place.need_id)
        if need is None or place.need_id in seen_needs:
            wrong.append(
                FieldError(f"/places/{at}/need_id", "unknown_need", "This is not a need of the assessment, or twice")
            )
        elif need["status"] in OUT_OF_ORDER:
            wrong.append(FieldError(f"/places/{at}/need_id", "not_in_order", "A deferred or dropped need has no place"))
        if place.rank in seen_ranks:
            wrong.append(FieldError(f"/places/{at}/rank", "place_taken", "Two needs stand on one place"))
        elif place.rank > count:
            wrong.append(FieldError(f"/places/{at}/rank", "no_such_place", "There are fewer needs than that"))
        seen_needs.add(place.need_id)
        seen_ranks.add(place.rank)
    if wrong:
        raise Unprocessable(errors=wrong)
