"""Makes the plan of a file from what its rows say and what is here; no I/O."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal
from uuid import UUID

from pydantic import ValidationError

from alongside.agreements.rules import Coverage, overlaps, takes_effect_on
from alongside.core.fields import WriteModel
from alongside.partners.likeness import phone_digits
from alongside.partners.rules import normalized_name
from alongside.partners.schemas import ContactCreate, PartnerCreate, ProgramCreate

from .facts import Problem, RowFacts
from .groups import Group
from .known import KnownPartner
from .plan import Action, GroupPlan, Place, Plan, bodies


@dataclass(frozen=True, slots=True)
class Ground:
    """What a plan stands on: who is here, which day it is, and whether what is here gives way."""

    known: Mapping[UUID, KnownPartner]
    today: date
    overwrites: bool


def make_plan(rows: Sequence[RowFacts], groups: Sequence[Group], ground: Ground) -> Plan:
    """The plan of a file whose rows are gathered by organization."""
    planned = [made for group in groups if (made := _Planner(group, ground).plan()) is not None]
    outcomes: dict[Place, str] = {}
    for row in rows:
        outcomes[row.sheet, row.number] = "refused" if row.is_refused else "unchanged"
    for word in ("changed", "new"):
        for action in (action for group in planned for action in group.actions if action.what == word):
            for place in action.rows:
                outcomes[place] = word
    problems = sorted(
        (problem for row in rows for problem in row.problems), key=lambda each: (each.sheet, each.number or 0)
    )
    return Plan(planned, outcomes, problems)


class _Planner:
    """The plan of one organization."""

    def __init__(self, group: Group, ground: Ground) -> None:
        self._group, self._ground = group, ground
        self._here = None if group.partner_id is None else ground.known[group.partner_id]
        self._program_names: dict[int, str | None] = {}

    def plan(self) -> GroupPlan | None:
        self._refuse_what_cannot_be()
        agreements = self._agreements()
        rows = self._rows()
        if not rows:
            return None
        made = GroupPlan(self._group, self._partner(rows))
        made.contacts = self._contacts(rows)
        made.programs = self._programs(rows)
        made.agreements = agreements
        return made

    def _rows(self) -> list[RowFacts]:
        return [row for row in self._group.rows if not row.is_refused]

    def _tell(self, row: RowFacts, code: str, message: str, *, refused: bool = True, column: str | None = None) -> None:
        weight: Literal["refused", "note"] = "refused" if refused else "note"
        row.problems.append(Problem(row.sheet, row.number, column, code, message, weight))

    def _refuse_what_cannot_be(self) -> None:
        for row in self._rows():
            self._check(row, PartnerCreate, {"org_type": "other", **row.partner})
            for contact in row.contacts:
                self._check(row, ContactCreate, contact)
            self._check(row, ProgramCreate, bodies({"name": row.partner["name"], **(row.program or {})}))
            if self._here is not None and not self._here.is_mine:
                self._tell(row, "not_yours", "You work for this partner, so somebody else of the office changes it")
            elif (
                self._here is not None and self._here.fields["status"] == "inactive" and (row.program or row.agreement)
            ):
                self._tell(row, "partner_inactive", "This partner is inactive here; it takes no programs or agreements")
        for row in self._rows():
            self._program_names[id(row)] = self._program_name(row)

    def _check(self, row: RowFacts, model: type[WriteModel], values: Mapping[str, Any]) -> None:
        """The last word on a row's values is that of the forms that take them by hand."""
        try:
            model.model_validate(values)
        except ValidationError as wrong:
            for error in wrong.errors(include_input=False, include_context=False, include_url=False)[:5]:
                self._tell(row, "not_valid", f"{'.'.join(map(str, error['loc']))}: {error['msg']}")

    def _partner(self, rows: list[RowFacts]) -> Action:
        places = [(row.sheet, row.number) for row in rows]
        said = self._merged([(row, row.partner) for row in rows], but={"name"})
        if self._group.ein:
            said["ein"] = self._group.ein
        if self._here is None:
            values = {"name": rows[0].partner["name"], "org_type": "other", **said}
            if "org_type" not in said:
                self._tell(rows[0], "org_type_unknown", "The kind of organization is not known: Other", refused=False)
            return Action("partners", "new", places, values)
        values = self._differing(rows[0], self._here.fields, said)
        return Action("partners", "changed" if values else "unchanged", places, values, self._here.id)

    def _merged(self, told: Sequence[tuple[RowFacts, Mapping[str, Any]]], *, but: Set[str]) -> dict[str, Any]:
        """Several rows' word on one record: the first says it, lists add up, what differs is told."""
        found: dict[str, Any] = {}
        first: dict[str, int] = {}
        for row, said in told:
            for name, value in said.items():
                if name in but or value in (None, []):
                    continue
                if name not in found:
                    found[name], first[name] = value, row.number
                elif isinstance(value, list):
                    found[name] = list(dict.fromkeys([*found[name], *value]))
                elif not _is_same(name, found[name], value):
                    message = f"Row {first[name]} says otherwise ({_LABELS.get(name, name)}); its word is kept"
                    self._tell(row, "differs_from_row", message, refused=False)
        return found

    def _differing(self, row: RowFacts, here: Mapping[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
        """What a file adds to a record that is here; what differs gives way only if that was chosen."""
        found: dict[str, Any] = {}
        for name, value in said.items():
            stored = here[name]
            if stored in (None, [], "") or (name == "legal_name" and stored == here["name"]):
                if not _is_same(name, stored, value):
                    found[name] = value
            elif isinstance(value, list):
                more = [each for each in value if each not in stored]
                if more:
                    found[name] = [*stored, *more]
            elif _is_same(name, stored, value):
                continue
            elif self._ground.overwrites and name != "ein":
                found[name] = value
            else:
                message = f"The record here says otherwise ({_LABELS.get(name, name)}); it is kept"
                self._tell(row, "kept", message, refused=False)
        return found

    def _contacts(self, rows: list[RowFacts]) -> list[Action]:
        together: dict[tuple[str, str], list[tuple[RowFacts, dict[str, Any]]]] = {}
        for row in rows:
            for said in row.contacts:
                together.setdefault((said["kind"], said["name"].casefold()), []).append((row, said))
        found = []
        for (kind, name), told in together.items():
            said = self._merged(told, but={"kind", "name"})
            places = list(dict.fromkeys((row.sheet, row.number) for row, _ in told))
            here = self._contact_here(kind, name, said.get("email"))
            if here is None:
                values = {"kind": kind, "name": told[0][1]["name"], **said}
                found.append(Action("contacts", "new", places, values))
            else:
                values = self._differing(told[0][0], here, said)
                found.append(Action("contacts", "changed" if values else "unchanged", places, values, here["id"]))
        return found

    def _contact_here(self, kind: str, name: str, email: str | None) -> dict[str, Any] | None:
        mine = [] if self._here is None else [each for each in self._here.contacts if each["kind"] == kind]
        by_name = next((each for each in mine if each["name"].casefold() == name), None)
        by_email = next((each for each in mine if email and (each["email"] or "").casefold() == email), None)
        return by_name or by_email

    def _program_name(self, row: RowFacts) -> str | None:
        """The program that a row means: the one it names, else the partner's only one, else one called like it."""
        said = row.program or {}
        if "name" in said:
            return str(said["name"])
        if not said and row.agreement is None:
            return None
        named = {normalized_name(each.program["name"]): each.program["name"] for each in self._rows()
                 if each.program and "name" in each.program}  # fmt: skip
        here = {} if self._here is None else {each["key"]: each["name"] for each in self._here.programs}
        only = {**named, **here}
        return str(next(iter(only.values()))) if len(only) == 1 else str(row.partner["name"])

    def _programs(self, rows: list[RowFacts]) -> list[Action]:
        together: dict[str, list[tuple[RowFacts, dict[str, Any]]]] = {}
        for row in rows:
            name = self._program_names[id(row)]
            if name is not None:
                said = row.program or {}
                if "name" not in said:
                    message = f"No program is named: this is taken for “{name}”"
                    self._tell(row, "program_not_named", message, refused=False)
                together.setdefault(normalized_name(name), []).append((row, {**said, "name": name}))
        found = []
        here = {} if self._here is None else {each["key"]: each for each in self._here.programs}
        for key, told in together.items():
            said = self._merged(told, but={"name"})
            places = [(row.sheet, row.number) for row, _ in told]
            if key not in here:
                found.append(Action("programs", "new", places, {"name": told[0][1]["name"], **said}))
                continue
            stored = {**here[key], "cost_to_school": here[key]["cost_to_school_cents"]}
            values = self._differing(told[0][0], stored, said)
            found.append(Action("programs", "changed" if values else "unchanged", places, values, here[key]["id"]))
        return found

    def _agreements(self) -> list[Action]:
        """Rows of one type, title and term are one agreement over their programs and schools."""
        together: dict[tuple[Any, ...], list[RowFacts]] = {}
        for row in self._rows():
            if row.agreement is not None:
                said = row.agreement
                key = (said["type"], said["starts_on"], said["ends_on"], (said.get("title") or "").casefold())
                together.setdefault(key, []).append(row)
        found: list[Action] = []
        covered: list[tuple[int, Coverage]] = []
        for rows in together.values():
            action = self._agreement(rows, covered)
            if action is not None:
                found.append(action)
        return found

    def _agreement(self, rows: list[RowFacts], covered: list[tuple[int, Coverage]]) -> Action | None:
        said = self._merged([(row, row.agreement or {}) for row in rows], but={"is_district_wide"})
        wide = any((row.agreement or {})["is_district_wide"] for row in rows)
        schools = [] if wide else said.get("school_ids", [])
        names = list(dict.fromkeys(self._program_names[id(row)] or row.partner["name"] for row in rows))
        keys = [normalized_name(name) for name in names]
        signed = said.get("signed_on")
        if signed is not None and signed > self._ground.today:
            for row in rows:
                self._tell(row, "signed_in_future", "An agreement cannot be signed on a day to come")
            return None
        here = {} if self._here is None else {each["key"]: each["id"] for each in self._here.programs}
        covers = Coverage(
            agreement=("file", rows[0].number), partner=self._group.key, kind=said["type"], status="executed",
            programs=frozenset(here.get(key, key) for key in keys),
            schools=None if wide else frozenset(schools), starts_on=said["starts_on"], ends_on=said["ends_on"],
        )  # fmt: skip
        places = [(row.sheet, row.number) for row in rows]
        for number, earlier in covered:
            if overlaps(covers, earlier):
                for row in rows:
                    self._tell(
                        row, "overlaps_row", f"Row {number} says that program and school are covered then already"
                    )
                return None
        for known in [] if self._here is None else self._here.agreements:
            theirs = known.covers
            if _holds(theirs, covers):
                return Action("agreements", "unchanged", places, {}, UUID(str(theirs.agreement)))
            if overlaps(covers, Coverage(**{**_as_dict(theirs), "partner": self._group.key})):
                for row in rows:
                    message = f"Agreement {known.number} covers some of this already and cannot be changed by a file"
                    self._tell(row, "overlaps", message)
                return None
        covered.append((rows[0].number, covers))
        title = said.get("title") or f"{_TITLES[said['type']]}: {names[0]}"[:200]
        if signed is None:
            self._tell(
                rows[0], "signature_not_known", "No signature day is given: it is kept as not known", refused=False
            )
        elif takes_effect_on(said["starts_on"], signed) > said["starts_on"]:
            self._tell(
                rows[0], "signed_late", "It was signed after its first day and counts from its signature", refused=False
            )
        values = {
            "type": said["type"], "title": title, "starts_on": said["starts_on"], "ends_on": said["ends_on"],
            "is_district_wide": wide, "school_ids": schools, "programs": keys, "signed_elsewhere_on": signed,
            "financial_terms": said.get("financial_terms"),
            "shares_student_records": bool(said.get("shares_student_records")),
        }  # fmt: skip
        return Action("agreements", "new", places, values)


def _holds(theirs: Coverage, covers: Coverage) -> bool:
    """Whether an agreement that is here is what the file says: of its type and term, over all of its programs and
    schools."""
    return (
        (theirs.kind, theirs.starts_on, theirs.ends_on) == (covers.kind, covers.starts_on, covers.ends_on)
        and covers.programs <= theirs.programs
        and (theirs.schools is None or (covers.schools is not None and covers.schools <= theirs.schools))
    )


def _as_dict(covers: Coverage) -> dict[str, Any]:
    return {name: getattr(covers, name) for name in Coverage.__slots__}


def _is_same(name: str, stored: Any, value: Any) -> bool:
    if stored is None or value is None:
        return stored is value
    if name == "phone":
        return (phone_digits(stored) or stored, _tail(stored)) == (phone_digits(value) or value, _tail(value))
    if name in ("website", "email"):
        return str(stored).rstrip("/").casefold() == str(value).rstrip("/").casefold()
    if isinstance(stored, str) and isinstance(value, str):
        return " ".join(stored.split()).casefold() == " ".join(value.split()).casefold()
    return bool(stored == value)


def _tail(phone: str) -> str:
    return "".join(letter for letter in phone.partition("ext")[2] if letter.isdigit())


_LABELS: Final = {
    "ein": "EIN", "legal_name": "legal name", "org_type": "kind of organization", "postal_code": "ZIP code",
    "funding_status": "funding", "charges_fee": "fee", "vendor_number": "vendor number", "email": "e-mail",
    "capacity_students": "students", "cost_to_school": "cost", "delivery": "delivery",
    "supervision": "alone with students", "signed_on": "day of signature",
    "financial_terms": "financial terms", "shares_student_records": "student records",
}  # fmt: skip
_TITLES: Final = {
    "mou": "MOU", "moa": "MOA", "school_partner_agreement": "School partner agreement",
    "services_contract": "Services contract", "space_use": "Use of space", "data_sharing": "Data sharing agreement",
    "research": "Research agreement", "letter_of_agreement": "Letter of agreement",
    "collaboration_plan": "Collaboration plan",
}  # fmt: skip
