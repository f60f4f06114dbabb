"""What differs between an agreement and the one that it renews, amends or replaces."""

from typing import Literal

from alongside.core.fields import ReadModel

from .refs import AgreementRef

Field = Literal[
    "title", "type", "is_binding", "is_district_wide", "starts_on", "ends_on", "purpose", "populations", "schedule",
    "financial_terms", "cost", "funding_source", "shares_student_records", "notice_days",
]  # fmt: skip


class FieldChange(ReadModel):
    """What it says otherwise, both in words of the wire; null where nothing is said."""

    field: Field
    before: str | None
    after: str | None


class NameChange(ReadModel):
    """A program or school that came or went."""

    kind: Literal["program", "school"]
    change: Literal["added", "dropped"]
    name: str


class PromiseChange(ReadModel):
    """A promise that stayed, came or went; `kept` ones are there to read the whole."""

    change: Literal["kept", "added", "dropped"]
    kind: Literal["expectation", "resource"]
    party: str
    text: str


class AgreementChanges(ReadModel):
    """The differences from `since`, which is null when it follows nothing that you see; `is_same`: there are none."""

    since: AgreementRef | None
    how: Literal["renews", "amends", "supersedes"] | None
    fields: list[FieldChange]
    names: list[NameChange]
    promises: list[PromiseChange]
    is_same: bool
