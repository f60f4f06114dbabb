"""Partners: the last day of the district's approval."""

from typing import Any

from sqlalchemy import ColumnElement, any_, func

from alongside.core.statements import Query, the_keys
from alongside.identity.principal import Standpoint

from .shape import FIRST, LAST, Standpoints, an_ending, o


def vetting_ends(standpoints: Standpoints) -> Query:
    """Approvals that hold for a time."""
    since = func.coalesce(o.vetted_on, FIRST)
    return an_ending("partner", o, title=o.name, ends_on=o.vetting_expires_on, since_on=since).where(
        o.status == "approved",
        o.vetting_expires_on >= FIRST,
        o.vetting_expires_on <= LAST,
        *_whose(standpoints),
    )


def _whose(standpoints: Standpoints) -> list[ColumnElement[Any]]:
    """The district's business with every partner, and each partner's own; schools read who may enter."""
    if standpoints is None or Standpoint.DISTRICT in standpoints:
        return []
    return [o.id == any_(the_keys("my_partners"))]
