"""The wire shapes of packs, of the comparison with what is here, and of what is taken."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, Field, StringConstraints

from alongside.core.fields import Day, Line, ReadModel, WriteModel
from alongside.core.lifecycle import AllowedMove

PackPart = Literal["profile", "programs", "papers", "staff", "checks"]
PackState = Literal["open", "expired", "revoked"]
ItemPart = Literal["profile", "contacts", "programs", "papers", "staff", "checks"]
ItemState = Literal["new", "different", "same", "missing"]
Refused = Literal["kept_by_office", "ein_taken", "program_retired", "program_missing", "expired"]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{1,60}$")]
"""A district's address."""
Value = str | int | bool | list[str] | None


def _once(values: list[PackPart]) -> list[PackPart]:
    return list(dict.fromkeys(values))


class PackCreate(WriteModel):
    """Which parts go in, and the last day on which it can be opened. Results of background checks go in only with
    the staff list, and only when the people on it agree."""

    parts: Annotated[list[PackPart], Field(min_length=1, max_length=5), AfterValidator(_once)]
    people_agree: bool = False
    expires_on: Day | None = None


class Named(ReadModel):
    """A record by its name."""

    id: UUID
    name: str


class PackDistrict(ReadModel):
    """A district by its address and name."""

    slug: str
    name: str


class PackCounts(ReadModel):
    """How much is inside; null for a part that is not."""

    programs: int | None
    papers: int | None
    staff: int | None
    checks: int | None


class PackOpeningRead(ReadModel):
    """On which day it was looked into, from where, and by whom."""

    district: str
    opened_on: date
    by: str


class PackRead(ReadModel):
    """A pack and what became of it."""

    id: UUID
    version: int
    partner: Named
    parts: list[PackPart]
    counts: PackCounts
    made_at: datetime
    made_by: str
    expires_on: date
    state: PackState
    openings: list[PackOpeningRead]
    allowed_moves: list[AllowedMove]


class PackTakingRead(ReadModel):
    """What was taken from a pack of another district into the record here."""

    id: UUID
    district: str
    pack_made_on: date
    taken_at: datetime
    taken_by: str
    count: int


class PackList(ReadModel):
    """A partner's packs, the newest first, and what it took from packs of other districts."""

    partner: Named
    items: list[PackRead]
    takings: list[PackTakingRead]


class PackElsewhere(ReadModel):
    """A pack of the caller's in another district that can be opened today, told without its contents."""

    id: UUID
    district: PackDistrict
    partner: Named
    parts: list[PackPart]
    counts: PackCounts
    made_at: datetime
    expires_on: date


class PacksElsewhere(ReadModel):
    """The caller's packs in the other districts, the newest first; `partners` are those here that they could fill."""

    items: list[PackElsewhere]
    partners: list[Named]


class PackFact(ReadModel):
    """One field; `left_out` are words of the other district's lists that this one does not have."""

    field: str
    pack: Value
    here: Value
    left_out: list[str]


class PackItemRead(ReadModel):
    """Something to take or to leave. `missing`: it is here and not in the pack, and stays. `refused`: why it cannot be
    taken; `requires`: the item that has to be taken along; `seen` goes back with the choice."""

    key: str
    part: ItemPart
    name: str
    state: ItemState
    facts: list[PackFact]
    can_take: bool
    refused: Refused | None
    requires: str | None
    seen: str


class PackComparison(ReadModel):
    """A pack beside what a partner's record says here."""

    pack: PackElsewhere
    partner: Named
    items: list[PackItemRead]


class PackChoice(WriteModel):
    """An item to take, as it was looked at."""

    key: Line
    seen: Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]


class PackTake(WriteModel):
    """What is taken into which partner's record here; `consents` says that the organization wants it copied."""

    partner_id: UUID
    choices: Annotated[list[PackChoice], Field(min_length=1, max_length=2000)]
    consents: bool


class PackTaken(ReadModel):
    """What changed: the items taken now; none when all of them were here already."""

    partner: Named
    taken: list[str]
    papers_handed_in: int
    taking_id: UUID | None
