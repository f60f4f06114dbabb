"""What one row says: a partner, whom to call, a program, an agreement; and what of it could not be read. No I/O."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final, Literal, TypeVar
from uuid import UUID

from alongside.schools.naming import SchoolNames, means_every_school

from . import days, values, words
from .cleaning import ValueWrong, clean, header_key, parts
from .days import Calendar

T = TypeVar("T")
Weight = Literal["refused", "note"]
KINDS: Final = {"contact": "primary", "second_contact": "program", "signatory": "authorized_signatory"}


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with a row: it keeps the row out (`refused`) or is worth knowing (`note`)."""

    sheet: int
    number: int | None
    column: str | None
    code: str
    message: str
    weight: Weight
    said: str | None = None


@dataclass(frozen=True, slots=True)
class Lists:
    """What the district knows: its schools by every name, open ones, and its shared words."""

    schools: SchoolNames
    open_schools: frozenset[UUID]
    areas: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Manner:
    """How a file is to be read."""

    calendar: Calendar
    open_end: Literal["refuse", "school_year"]
    year_ends_on: date


@dataclass(slots=True)
class RowFacts:
    """One row's word. `partner` always has a name unless the row is refused."""

    sheet: int
    number: int
    partner: dict[str, Any] = field(default_factory=dict)
    contacts: list[dict[str, Any]] = field(default_factory=list)
    program: dict[str, Any] | None = None
    agreement: dict[str, Any] | None = None
    problems: list[Problem] = field(default_factory=list)

    @property
    def is_refused(self) -> bool:
        return any(problem.weight == "refused" for problem in self.problems)


class RowReader:
    """Reads the rows of one sheet whose columns are matched."""

    def __init__(
        self, sheet: int, headers: Sequence[str], columns: Sequence[str | None], lists: Lists, manner: Manner
    ) -> None:
        self._sheet, self._headers, self._lists, self._manner = sheet, headers, lists, manner
        self._columns = [(place, key) for place, key in enumerate(columns) if key is not None]

    def read(self, number: int, cells: Sequence[str]) -> RowFacts:
        """What a row says."""
        return _Row(self, number, cells).facts


class _Row:
    """One row while it is read."""

    def __init__(self, reader: RowReader, number: int, cells: Sequence[str]) -> None:
        self._reader = reader
        self.facts = RowFacts(reader._sheet, number)
        self._said: dict[str, list[tuple[str, str]]] = {}
        for place, key in reader._columns:
            self._hear(key, reader._headers[place], cells[place] if place < len(cells) else "")
        self._partner()
        for group, kind in KINDS.items():
            self._people(group, kind)
        self._program()
        self._agreement()

    def _hear(self, key: str, header: str, cell: str) -> None:
        try:
            text = clean(cell)
        except ValueWrong as wrong:
            self._tell(header, wrong.code, wrong.message, "refused" if wrong.code == "formula" else "note")
            return
        if text:
            self._said.setdefault(key, []).append((header, text))

    def _tell(
        self, header: str | None, code: str, message: str, weight: Weight = "note", said: str | None = None
    ) -> None:
        self.facts.problems.append(
            Problem(self.facts.sheet, self.facts.number, header, code, message, weight, said and said[:200])
        )

    def _one(self, key: str, read: Callable[[str], T], weight: Weight = "note") -> T | None:
        """The value of a field; what cannot be read is left out and told."""
        for header, text in self._said.get(key, ()):
            try:
                return read(text)
            except ValueWrong as wrong:
                self._tell(header, wrong.code, wrong.message, weight, text)
        return None

    def _all(self, key: str, read: Callable[[str], list[str]]) -> list[str]:
        found: list[str] = []
        for header, text in self._said.get(key, ()):
            try:
                found += read(text)
            except ValueWrong as wrong:
                self._tell(header, wrong.code, wrong.message, "note", text)
        return list(dict.fromkeys(found))

    def _partner(self) -> None:
        name = self._one("partner.name", values.line, "refused")
        if name is None:
            if not self.facts.is_refused:
                self._tell(None, "no_name", "The row names no organization", "refused")
            return
        if not re.search(r"\w", name):
            self._tell(None, "no_name", "The row names no organization", "refused")
        told: dict[str, Any] = {"name": name}
        for part, read in _PARTNER.items():
            told[part] = self._one(f"partner.{part}", read)
        told["languages"] = self._all(
            "partner.languages", lambda text: [each.title() for each in parts(text, commas=True)]
        )
        mails = self._all("partner.email", values.emails)
        told["email"] = mails[0] if mails else None
        tels = self._all("partner.phone", values.phones)
        told["phone"] = tels[0] if tels else None
        self.facts.partner = {part: value for part, value in told.items() if value not in (None, [])}

    def _people(self, group: str, kind: str) -> None:
        names = [piece for _, text in self._said.get(f"{group}.name", ()) for piece in _names(text)]
        first = self._one(f"{group}.first_name", values.line)
        last = self._one(f"{group}.last_name", values.line)
        if first or last:
            names.append(" ".join(part for part in (first, last) if part))
        mails = self._all(f"{group}.email", values.emails)
        tels = self._all(f"{group}.phone", values.phones)
        title = self._one(f"{group}.title", values.line)
        if not names:
            self._nobody(group, mails, tels)
            return
        if len(mails) > len(names) or len(tels) > len(names):
            self._tell(None, "more_addresses", "More addresses or numbers than people: those left over are not taken")
        for place, name in enumerate(names):
            try:
                called = values.line(re.sub(r"\s*<[^>]*>|\s*\([^)]*@[^)]*\)", "", name).strip(" ,"))
            except ValueWrong as wrong:
                self._tell(None, wrong.code, wrong.message, "note", name)
                continue
            if called and not re.search(r"@", called):
                self.facts.contacts.append(
                    {
                        "kind": "program" if place and kind == "primary" else kind,
                        "name": called,
                        "title": title if place == 0 else None,
                        "email": mails[place] if place < len(mails) else None,
                        "phone": tels[place] if place < len(tels) else None,
                    }
                )

    def _nobody(self, group: str, mails: list[str], tels: list[str]) -> None:
        """An address without a person is the organization's."""
        for part, found in (("email", mails), ("phone", tels)):
            if found and group == "contact" and self.facts.partner:
                self.facts.partner.setdefault(part, found[0])
            if found[1:] or (found and group != "contact"):
                self._tell(None, "nobody_named", "An address or number without a person is not taken")

    def _program(self) -> None:
        name = self._one("program.name", values.line)
        told: dict[str, Any] = {
            "description": self._one("program.description", values.prose),
            "areas": self._areas(),
            "delivery": self._one("program.delivery", words.delivery),
            "supervision": self._one("program.supervision", words.supervision),
            "times_of_day": self._all("program.times_of_day", words.times_of_day),
            "weekdays": self._all("program.weekdays", words.weekdays),
            "grades": values.in_order(self._all("program.grades", values.grades)),
            "capacity_students": self._one("program.capacity_students", values.whole_number),
            "cost_to_school": self._one("program.cost_to_school", values.money),
        }
        told = {part: value for part, value in told.items() if value not in (None, [])}
        if name is not None:
            self.facts.program = {"name": name, **told}
        elif told:
            self.facts.program = told

    def _areas(self) -> list[str]:
        found = []
        for header, text in self._said.get("program.areas", ()):
            for piece in [text] if header_key(text) in self._reader._lists.areas else parts(text, commas=True):
                code = self._reader._lists.areas.get(header_key(piece))
                if code is None:
                    self._tell(header, "unknown_area", "This is not one of the district's areas", "note", piece)
                else:
                    found.append(code)
        return list(dict.fromkeys(found))

    def _agreement(self) -> None:
        keys = ("starts_on", "ends_on", "type", "title", "signed_on", "schools")
        said = {key for key in keys if f"agreement.{key}" in self._said}
        if not said & {"starts_on", "ends_on", "type", "title"}:
            if said:
                self._tell(None, "schools_without_agreement", "Schools are named, but no agreement; they are not taken")
            return
        calendar = self._reader._manner.calendar
        starts = self._one("agreement.starts_on", lambda text: days.day(text, calendar), "refused")
        ends = self._end(calendar)
        told = {
            "type": self._one("agreement.type", words.agreement_type, "refused") or "mou",
            "title": self._one("agreement.title", values.line),
            "starts_on": starts,
            "ends_on": ends,
            "signed_on": self._one("agreement.signed_on", lambda text: days.day(text, calendar)),
            "financial_terms": self._one("agreement.financial_terms", values.prose),
            "shares_student_records": self._one("agreement.shares_student_records", values.yes_no),
            **self._schools(),
        }
        for key, day, name in (("starts_on", starts, "first"), ("ends_on", ends, "last")):
            if day is None and key not in said:
                self._tell(None, f"no_{name}_day", f"The agreement has no {name} day", "refused")
        if starts and ends and ends < starts:
            self._tell(None, "date_order", "The agreement ends before it starts", "refused")
        if not told["school_ids"] and not told["is_district_wide"] and not self.facts.is_refused:
            self._tell(
                None, "no_school", "The agreement names no school; write “all schools” if it is for all", "refused"
            )
        self.facts.agreement = {part: value for part, value in told.items() if value is not None}

    def _end(self, calendar: Calendar) -> date | None:
        for header, text in self._said.get("agreement.ends_on", ()):
            if days.is_open_end(text):
                if self._reader._manner.open_end == "school_year":
                    self._tell(header, "open_end", "No last day is said: the last of this school year is taken")
                    return self._reader._manner.year_ends_on
                message = "This is no last day. Write one, or choose above that it is the last of this school year"
                self._tell(header, "open_end", message, "refused", text)
                return None
        return self._one("agreement.ends_on", lambda text: days.day(text, calendar, ends=True), "refused")

    def _schools(self) -> dict[str, Any]:
        found: list[UUID] = []
        for header, text in self._said.get("agreement.schools", ()):
            if means_every_school(text):
                return {"is_district_wide": True, "school_ids": []}
            for piece in self._divided(text):
                school = self._reader._lists.schools.find(piece)
                if school is None:
                    self._tell(header, "unknown_school", "No school goes by this name here", "refused", piece)
                elif school not in self._reader._lists.open_schools:
                    self._tell(header, "school_closed", "This school is closed", "refused", piece)
                else:
                    found.append(school)
        return {"is_district_wide": False, "school_ids": list(dict.fromkeys(found))}

    def _divided(self, text: str) -> list[str]:
        """A cell's schools: a name may hold a comma or an "and", so the whole is tried first."""
        pieces: list[str] = []
        for whole in parts(text):
            smaller = parts(whole, commas=True)
            one = self._reader._lists.schools.find(whole) is not None
            pieces += [whole] if one or len(smaller) == 1 else smaller
        return pieces


def _names(text: str) -> list[str]:
    """People in one cell; `Ruiz, Ana` is one, and a couple that shares a name stays one line."""
    found = []
    for piece in parts(text):
        for each in re.split(r"\s+(?:&|and)\s+(?=\S+ \S)", piece):
            turned = re.fullmatch(r"([\w'-]+), ([\w'. -]+)", each)
            found.append(f"{turned[2]} {turned[1]}" if turned and "," not in turned[2] else each)
    return found


_PARTNER: Final[Mapping[str, Callable[[str], Any]]] = {
    "legal_name": values.line,
    "ein": values.ein,
    "org_type": words.org_type,
    "mission": values.prose,
    "website": values.website,
    "address": values.line,
    "city": values.line,
    "state": values.state,
    "postal_code": values.postal_code,
    "funding_status": words.funding_status,
    "charges_fee": values.yes_no,
    "vendor_number": values.line,
}
