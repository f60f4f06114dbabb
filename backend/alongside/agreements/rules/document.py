"""The agreement as a text: sections of plain words, the same for print, for signing and for its hash.

What is signed is this document and nothing else. Its hash is the SHA-256 of its canonical JSON (keys sorted, no
spaces, UTF-8), which anybody can compute again from the answer.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import Any, Final, TypedDict

import orjson

from alongside.core.clock import in_words

from .data_sharing import in_the_text
from .templates import fill

TYPE_WORDS: Final[Mapping[str, str]] = {
    "mou": "Memorandum of understanding",
    "moa": "Memorandum of agreement",
    "school_partner_agreement": "School partner agreement",
    "services_contract": "Services contract",
    "space_use": "Space use agreement",
    "data_sharing": "Data sharing agreement",
    "research": "Research agreement",
    "letter_of_agreement": "Letter of agreement",
    "collaboration_plan": "Collaboration plan",
}
PARTY_WORDS: Final[Mapping[str, str]] = {
    "school": "Each school",
    "partner": "The partner",
    "district": "The district",
    "joint": "Both together",
}


class Section(TypedDict):
    """A heading, running text and a list; either may be empty."""

    heading: str
    paragraphs: list[str]
    items: list[str]


class Document(TypedDict):
    """The whole text."""

    title: str
    subtitle: str
    sections: list[Section]


@dataclass(frozen=True, slots=True)
class Promise:
    """What a party does or gives; the amount in cents, the day it is promised by, and at which school alone."""

    party: str
    text: str
    value_cents: int | None = None
    promised_by_on: date | None = None
    school: str | None = None


@dataclass(frozen=True, slots=True)
class Terms:
    """What the text is written from."""

    number: str
    kind: str
    title: str
    is_binding: bool
    district: str
    partner: str
    district_wide: bool
    starts_on: date
    ends_on: date
    programs: Sequence[tuple[str, str | None]] = ()
    schools: Sequence[str] = ()
    purpose: str | None = None
    populations: str | None = None
    schedule: str | None = None
    financial_terms: str | None = None
    cost_cents: int | None = None
    funding_source: str | None = None
    shares_student_records: bool = False
    notice_days: int | None = None
    data: Mapping[str, Any] | None = None
    expectations: Sequence[Promise] = field(default_factory=list)
    resources: Sequence[Promise] = field(default_factory=list)
    amends: str | None = None
    renews: str | None = None
    adopts: str | None = None
    standing: Sequence[Mapping[str, Any]] = ()


def dollars(cents: int) -> str:
    """An amount as people write it: $1,800 or $12.50."""
    return f"${cents // 100:,}" if cents % 100 == 0 else f"${cents // 100:,}.{cents % 100:02d}"


def _paragraphs(text: str | None) -> list[str]:
    return [line.strip() for line in (text or "").splitlines() if line.strip()]


def _section(heading: str, paragraphs: Iterable[str] = (), items: Iterable[str] = ()) -> Section:
    return Section(heading=heading, paragraphs=list(paragraphs), items=list(items))


def _promise(promise: Promise) -> str:
    words = " ".join(promise.text.split())
    if promise.school is not None:
        words = f"{promise.school}: {words}"
    if promise.value_cents is not None:
        words += f" (worth {dollars(promise.value_cents)})"
    if promise.promised_by_on is not None:
        words += f", by {in_words(promise.promised_by_on)}"
    return words


def _promises(terms: Terms) -> list[Section]:
    everything = [*terms.expectations, *terms.resources]
    sections = []
    for party, words in PARTY_WORDS.items():
        promised = [_promise(promise) for promise in everything if promise.party == party]
        if promised:
            named = terms.partner if party == "partner" else terms.district if party == "district" else words
            sections.append(_section(f"{named} will", items=promised))
    return sections


def _costs(terms: Terms) -> list[str]:
    """What the district pays and from what, then the terms in words."""
    told = []
    if terms.cost_cents is not None:
        source = "" if terms.funding_source is None else f", from {terms.funding_source}"
        told.append(f"The district pays {dollars(terms.cost_cents)}{source}.")
    elif terms.funding_source is not None:
        told.append(f"Funding source: {terms.funding_source}.")
    return told + _paragraphs(terms.financial_terms)


def _listed(names: Sequence[str], otherwise: str) -> str:
    *most, last = names or [otherwise]
    return f"{', '.join(most)} and {last}" if most else last


def _values(terms: Terms) -> dict[str, str]:
    """What stands for each placeholder of a template."""
    first, last = in_words(terms.starts_on), in_words(terms.ends_on)
    schools = "all schools of the district" if terms.district_wide else _listed(terms.schools, "the schools named here")
    return {
        "partner": terms.partner,
        "district": terms.district,
        "programs": _listed([name for name, _ in terms.programs], "the programs named here"),
        "schools": schools,
        "term": f"{first} to {last}",
        "first_day": first,
        "last_day": last,
        "number": terms.number,
        "notice_days": "the agreed notice" if terms.notice_days is None else f"{terms.notice_days} days",
        "cost": "no payment" if not terms.cost_cents else dollars(terms.cost_cents),
    }


def standing(terms: Terms) -> list[Section]:
    """The template's sections with what this agreement says."""
    values = _values(terms)
    return [
        _section(
            fill(each["heading"], values),
            [fill(text, values) for text in each["paragraphs"]],
            [fill(text, values) for text in each["items"]],
        )
        for each in terms.standing
    ]


def _term(terms: Terms) -> Section:
    first, last = in_words(terms.starts_on), in_words(terms.ends_on)
    words = [
        f"From {first} to {last}, both days included, and not before both parties have signed.",
        "It does not renew itself.",
    ]
    if terms.notice_days is not None:
        words.append(f"Either party may end it with {terms.notice_days} days' notice in writing.")
    if not terms.is_binding:
        words.append("It states what both intend and binds neither.")
    return _section("Term", words)


def write(terms: Terms) -> Document:
    """The text of an agreement, from what is recorded of it."""
    parties = [f"Between {terms.district} and {terms.partner}."]
    if terms.amends is not None:
        parties.append(f"It amends agreement {terms.amends}; everything it does not change stays in force.")
    if terms.renews is not None:
        parties.append(f"It renews agreement {terms.renews}.")
    if terms.adopts is not None:
        parties.append(terms.adopts)
    records = [
        "Student records are shared only under a separate data sharing agreement that is in force."
        if terms.shares_student_records
        else "No student records are shared."
    ]
    shared: list[str] = []
    if terms.data is not None:
        records, shared = in_the_text(terms.data)
    sections = [
        _section("Parties", parties),
        _section("Purpose", _paragraphs(terms.purpose)),
        _section(
            "Programs",
            items=[f"{name}: {' '.join(about.split())}" if about else name for name, about in terms.programs],
        ),
        _section("Schools", ["All schools of the district."] if terms.district_wide else [], terms.schools),
        _section("Students", _paragraphs(terms.populations)),
        _section("Schedule", _paragraphs(terms.schedule)),
        *_promises(terms),
        _section("Costs", _costs(terms)),
        _section("Student records", records, shared),
        *standing(terms),
        _term(terms),
    ]
    return Document(
        title=terms.title,
        subtitle=f"{TYPE_WORDS[terms.kind]} {terms.number}",
        sections=[section for section in sections if section["paragraphs"] or section["items"]],
    )


def canonical(document: Mapping[str, Any]) -> bytes:
    """The bytes that are hashed."""
    return orjson.dumps(document, option=orjson.OPT_SORT_KEYS)


def fingerprint(document: Mapping[str, Any]) -> str:
    """The SHA-256 by which a signature names what was signed."""
    return sha256(canonical(document)).hexdigest()
