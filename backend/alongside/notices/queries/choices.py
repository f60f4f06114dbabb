"""What reaches the caller, kind by kind."""

from typing import Any

from alongside.core.db import Executor
from alongside.identity.principal import Principal
from alongside.notices.rules import choice_of, kinds_for

from .people import own_wish


async def own_preferences(db: Executor, principal: Principal) -> dict[str, Any]:
    """The kinds that can reach the caller's roles, each with their choice or its default."""
    row = await own_wish(db, principal.person_id)
    saved = {} if row is None else row["choices"]
    items = []
    for kind in kinds_for(principal.role_names):
        choice = choice_of(saved, kind)
        items.append({"kind": kind, "in_app": choice.in_app, "email": choice.email, "is_default": kind not in saved})
    return {"version": 0 if row is None else row["version"], "items": items}
