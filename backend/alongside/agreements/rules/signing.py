"""Who may sign, and when it is fully signed (rules B4, E8)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from alongside.identity.scopes import Role

Party = Literal["district", "partner"]

PARTIES: Final[tuple[Party, ...]] = ("partner", "district")
"""Both parties, in the order in which they usually sign."""

SIGNATORIES: Final[dict[Party, Role]] = {
    "district": Role.DISTRICT_SIGNATORY,
    "partner": Role.PARTNER_SIGNATORY,
}


@dataclass(frozen=True, slots=True)
class Signature:
    """One given signature. Voided ones (a recall) are left out by the caller."""

    party: Party
    person: object
    signed_on: date


def party_of(actors: Collection[str], given: Sequence[Signature]) -> Party:
    """For whom a caller signs: as their role says. Who could sign for both signs for the one still open."""
    able = [party for party in PARTIES if SIGNATORIES[party] in actors] or list(PARTIES)
    signed = {signature.party for signature in given}
    return next((party for party in able if party not in signed), able[0])


def signing_needs(
    person: object,
    party: Party,
    *,
    authorized: bool,
    given: Sequence[Signature],
    reviewers: Collection[object],
    signed_on: date,
    day: date,
    district_words: Collection[object] = (),
    due: Collection[str] = PARTIES,
) -> list[str]:
    """What stands in the way of this person signing for this party: codes of `NEEDS`.

    Nobody signs for both parties, nobody signs for the partner what they approved or confirmed for the
    district's side (``district_words``), and nobody signs what only they have reviewed (``reviewers``:
    everyone who approved a step or the whole), and nobody before the party that signs first (``due``). Persons are
    compared by equality.
    """
    other_side = any(signature.person == person and signature.party != party for signature in given)
    complete = {
        "authorized_signatory": authorized,
        "party_not_signed": all(signature.party != party for signature in given),
        "other_party_first": party in due or any(signature.party == party for signature in given),
        "one_party_each": not other_side and not (party == "partner" and person in district_words),
        "second_reviewer": set(reviewers) != {person},
        "signed_by_today": signed_on <= day,
    }
    return [code for code, there in complete.items() if not there]


def paper_needs(entered_by: object, party: Party, *, given: Sequence[Signature], term_over: bool) -> list[str]:
    """What stands in the way of entering this party's signature from paper: codes of `NEEDS`. Whoever signed for
    the other side does not enter this one's."""
    complete = {
        "party_not_signed": all(signature.party != party for signature in given),
        "one_party_each": all(signature.person != entered_by for signature in given),
        "term_not_over": not term_over,
    }
    return [code for code, there in complete.items() if not there]


def state_after_signing(given: Sequence[Signature]) -> str:
    """``executed`` once both parties have signed, ``out_for_signature`` until then."""
    return "executed" if {signature.party for signature in given} == set(PARTIES) else "out_for_signature"
