"""Whether a program's people may see student records at a school on a day, and if not, whose turn it is (rules B6, B7).

Without a data sharing agreement in force no records are shared; the program itself goes on, so this stands beside
clearance and never keeps anybody out of a building.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from alongside.agreements.rules import IN_FORCE
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
        words = "No data sharing agreement covers this program at this school; no student records are shared."
        return _blocked(words, "district", _WRITERS)
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
            words = "The data sharing agreement does not say everything that it has to; its terms have to be entered."
            return _blocked(words, "district", _OFFICE)
        declined = nearest.confirmation == "declined"
        words = "The principal declined the data sharing agreement." if declined else (
            "The principal has not confirmed the school on the data sharing agreement yet."
        )  # fmt: skip
        return _blocked(words, "school", (Role.SCHOOL_LEADER,))
    return DataAccess(needed=True, allowed=False, blockers=agreement_waits(nearest, CODE, "The data sharing agreement"))


def _blocked(words: str, party: Party | None, roles: tuple[Role, ...], due_on: date | None = None) -> DataAccess:
    return DataAccess(needed=True, allowed=False, blockers=[Blocker(CODE, words, party, roles, due_on)])
