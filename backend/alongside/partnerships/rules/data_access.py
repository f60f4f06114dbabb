"""Whether a program's people may see student records at a school on a day, and if not, whose turn it is (rules B6, B7).

Without a data sharing agreement in force no records are shared; the program itself goes on, so this stands beside
clearance and never keeps anybody out of a building.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from alongside.agreements.rules import IN_FORCE
from alongside.core.telling import Told, told
from alongside.identity.scopes import Role

from .clearance import AGREEMENT_ORDER, AGREEMENT_OVER, Blocker, Cover, Party, agreement_waits

_OFFICE = (Role.PARTNERSHIP_OFFICE, Role.PRIVACY_OFFICER)
_WRITERS = (Role.PARTNERSHIP_OFFICE, Role.PARTNER_ADMIN)
CODE = "no_data_agreement"


@dataclass(frozen=True, slots=True)
class DataAccess:
    """``needed``: an agreement behind the partnership shares student records. ``through_on``: the last day on which
    they may be seen, as far as it is known."""

    needed: bool
    allowed: bool
    through_on: date | None = None
    blockers: list[Blocker] = field(default_factory=list)


def data_access(covers: Iterable[Cover]) -> DataAccess:
    """What the agreements that cover a program and a school say of student records."""
    known = list(covers)
    if not any(each.shares_records and each.clears and each.status not in AGREEMENT_OVER for each in known):
        return DataAccess(needed=False, allowed=False)
    about = [each for each in known if each.is_data_agreement and each.status not in AGREEMENT_OVER - {"expired"}]
    if not about:
        said = told(
            "no_data_agreement",
            "No data sharing agreement covers this program at this school; no student records are shared.",
        )
        return _blocked(said, "district", _WRITERS)
    good = [each for each in about if _allows(each)]
    if good:
        ends = [each.ends_on for each in good if each.ends_on is not None]
        return DataAccess(needed=True, allowed=True, through_on=max(ends, default=None))
    return _nearest(about)


def _allows(cover: Cover) -> bool:
    return cover.status in IN_FORCE and _agreed(cover) and not cover.lacks_terms


def _agreed(cover: Cover) -> bool:
    return cover.confirmation == "confirmed" or (cover.is_district_wide and cover.confirmation is None)


def _nearest(about: list[Cover]) -> DataAccess:
    order = [*AGREEMENT_ORDER, *sorted(IN_FORCE)]
    nearest = max(about, key=lambda cover: order.index(cover.status))
    if nearest.status in IN_FORCE:
        if nearest.lacks_terms:
            said = told(
                "data_agreement_lacks_terms",
                "The data sharing agreement does not say everything that it has to; its terms have to be entered.",
            )
            return _blocked(said, "district", _OFFICE)
        if nearest.confirmation == "declined":
            said = told("data_agreement_declined", "The principal declined the data sharing agreement.")
        else:
            said = told(
                "data_agreement_not_confirmed",
                "The principal has not confirmed the school on the data sharing agreement yet.",
            )
        return _blocked(said, "school", (Role.SCHOOL_LEADER,))
    return DataAccess(needed=True, allowed=False, blockers=agreement_waits(nearest, CODE, _WAITS, _starts))


def _starts(on: date) -> Told:
    return told("data_agreement_starts", "The data sharing agreement starts on {on}.", on=on)


_WAITS: Final[Mapping[str, Told]] = {
    "expired": told("data_agreement_expired", "The data sharing agreement has expired."),
    "draft": told("data_agreement_draft", "The data sharing agreement is a draft."),
    "changes_requested": told(
        "data_agreement_to_change", "The data sharing agreement has to be changed and sent again."
    ),
    "submitted": told("data_agreement_waits_for_review", "The data sharing agreement waits for review."),
    "in_review": told("data_agreement_in_review", "The data sharing agreement is in review."),
    "approved": told("data_agreement_to_send", "The data sharing agreement has to be sent for signature."),
    "suspended": told("data_agreement_on_hold", "The data sharing agreement is on hold."),
    "scheduled": told("data_agreement_not_started", "The data sharing agreement has not started."),
    "partner": told("data_agreement_partner_signs", "The data sharing agreement waits for the partner's signature."),
    "district": told("data_agreement_district_signs", "The data sharing agreement waits for the district's signature."),
}
"""As `clearance.AGREEMENT`, of the other kind of agreement."""


def _blocked(said: Told, party: Party | None, roles: tuple[Role, ...], due_on: date | None = None) -> DataAccess:
    return DataAccess(needed=True, allowed=False, blockers=[Blocker(CODE, said, party, roles, due_on)])
