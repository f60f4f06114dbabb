"""Which rows speak of one organization, and which organizations may be the same; no I/O.

The same EIN or the same name is the same organization. Everything that is only alike is a question for a person, whose
answers are kept by what was compared, so that the next file of the same shape does not ask again.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import ceil
from typing import Any, Literal
from uuid import UUID

from alongside.partners.likeness import likeness, mail_domain, phone_digits, trigrams
from alongside.partners.rules import SIMILAR, normalized_name

from .facts import Problem, RowFacts

Decision = Literal["same", "different"]


@dataclass(slots=True)
class Group:
    """An organization as the file has it: its rows, and the partner it is here (None: a new one)."""

    key: str
    name: str
    ein: str | None
    rows: list[RowFacts] = field(default_factory=list)
    partner_id: UUID | None = None

    def first(self, part: str) -> Any:
        """The first word that a row has for a field of the partner."""
        return next((row.partner[part] for row in self.rows if row.partner.get(part) is not None), None)

    def reaches(self) -> tuple[set[str], set[str]]:
        """The e-mail domains and telephone numbers under which it is reached."""
        said = [each for row in self.rows for each in (row.partner, *row.contacts)]
        domains = {mail_domain(each.get("email")) for each in said} - {None}
        phones = {phone_digits(each.get("phone")) for each in said} - {None}
        return {each for each in domains if each}, {each for each in phones if each}


@dataclass(frozen=True, slots=True)
class Other:
    """Whom an organization may be the same as: a partner that is here (its id), or another of the file (its key)."""

    key: str
    name: str
    detail: str | None
    because: tuple[str, ...]
    decision: Decision | None


@dataclass(frozen=True, slots=True)
class Question:
    """An organization of the file that may be the same as others; open until each is decided."""

    group: Group
    others: tuple[Other, ...]

    @property
    def is_open(self) -> bool:
        decided = [other.decision for other in self.others]
        return "same" not in decided and None in decided


def pair(group_key: str, other_key: str) -> str:
    """By what an answer is kept."""
    return f"{group_key}~{other_key}"


def gather(rows: Iterable[RowFacts]) -> list[Group]:
    """The organizations of a file in its order. A row without EIN belongs to the one EIN that its name has."""
    usable = [row for row in rows if not row.is_refused]
    eins: dict[str, set[str]] = {}
    for row in usable:
        if row.partner.get("ein"):
            eins.setdefault(normalized_name(row.partner["name"]), set()).add(row.partner["ein"])
    found: dict[str, Group] = {}
    for row in usable:
        name = normalized_name(row.partner["name"])
        own = row.partner.get("ein")
        known = eins.get(name, set())
        if own is None and len(known) > 1:
            message = "Other rows give this name two EINs; say here which one it is"
            row.problems.append(Problem(row.sheet, row.number, None, "which_ein", message, "refused"))
            continue
        ein = own or next(iter(known), None)
        key = f"ein:{ein}" if ein else f"name:{name}"
        found.setdefault(key, Group(key, row.partner["name"], ein)).rows.append(row)
    return list(found.values())


def link(groups: Sequence[Group], named: Sequence[Mapping[str, Any]]) -> None:
    """Find the partner that each group is for certain: of the same EIN, else the only one of the same name whose EIN
    does not say otherwise."""
    by_ein = {row["ein"]: row for row in named if row["ein"]}
    by_name: dict[str, list[Mapping[str, Any]]] = {}
    for row in named:
        by_name.setdefault(row["normalized_name"], []).append(row)
    for group in groups:
        if group.ein in by_ein:
            group.partner_id = by_ein[group.ein]["id"]
            continue
        same = by_name.get(normalized_name(group.name), [])
        if len(same) == 1 and (group.ein is None or same[0]["ein"] is None):
            group.partner_id = same[0]["id"]


def alike_in_file(groups: Sequence[Group]) -> dict[str, list[tuple[Group, tuple[str, ...]]]]:
    """For each group the earlier ones that it may be the same as: a like name, e-mail domain or telephone number."""
    found: dict[str, list[tuple[Group, tuple[str, ...]]]] = {}
    pieces = [trigrams(normalized_name(group.name)) for group in groups]
    reached = [group.reaches() for group in groups]
    telling = _telling(pieces)
    holding: dict[str, list[int]] = {}
    for place, group in enumerate(groups):
        domains, phones = reached[place]
        signs = [*telling[place], *(f"@{domain}" for domain in domains), *(f"#{phone}" for phone in phones)]
        for earlier in sorted({before for sign in signs for before in holding.get(sign, ())}):
            other = groups[earlier]
            if group.ein and other.ein and group.ein != other.ein:
                continue
            because = (
                ("name", likeness(pieces[place], pieces[earlier]) >= SIMILAR),
                ("email_domain", not domains.isdisjoint(reached[earlier][0])),
                ("phone", not phones.isdisjoint(reached[earlier][1])),
            )
            words = tuple(word for word, holds in because if holds)
            if words:
                found.setdefault(group.key, []).append((other, words))
        for sign in signs:
            holding.setdefault(sign, []).append(place)
    return found


def _telling(pieces: Sequence[frozenset[str]]) -> list[list[str]]:
    """Of each name the rarest pieces: two names as like as `SIMILAR` share at least one of them, so that not
    everything has to be compared with everything."""
    times = Counter(piece for name in pieces for piece in name)
    return [
        sorted(name, key=lambda piece: (times[piece], piece))[: len(name) - ceil(SIMILAR * len(name)) + 1]
        for name in pieces
    ]


def settle(
    groups: Sequence[Group],
    outside: Mapping[str, Sequence[Other]],
    decisions: Mapping[str, Decision],
) -> tuple[list[Group], list[Question]]:
    """Ask about what is alike and join what was decided to be the same: the groups left, and the questions.

    `outside` are the partners here that a group without a certain one may be.
    """
    questions: list[Question] = []
    joined: dict[str, Group] = {}
    inside = alike_in_file(groups)
    linked: dict[str, list[Group]] = {}
    for group in groups:
        if group.partner_id is not None:
            linked.setdefault(str(group.partner_id), []).append(group)
    for group in groups:
        others = (
            []
            if group.partner_id is not None
            else [_remembered(group, other, linked, decisions) for other in outside.get(group.key, ())]
        )
        asked = {other.key for other in others}
        for earlier, because in inside.get(group.key, ()):
            both_known = group.partner_id is not None and earlier.partner_id is not None
            is_asked_already = earlier.partner_id is not None and str(earlier.partner_id) in asked
            if both_known or is_asked_already:
                continue
            row = f"row {earlier.rows[0].number}"
            others.append(Other(earlier.key, earlier.name, row, because, decisions.get(pair(group.key, earlier.key))))
        if not others:
            continue
        question = Question(group, tuple(others))
        questions.append(question)
        same = next((other for other in others if other.decision == "same"), None)
        if same is None:
            continue
        if same.key in asked:
            group.partner_id = UUID(same.key)
        else:
            joined[group.key] = next(each for each in groups if each.key == same.key)
    return _joined(groups, joined), questions


def _remembered(
    group: Group, other: Other, linked: Mapping[str, Sequence[Group]], decisions: Mapping[str, Decision]
) -> Other:
    """A partner here that was a row of an earlier file when somebody said whether it is the same."""
    if other.decision is not None:
        return other
    said = (decisions.get(pair(group.key, each.key)) for each in linked.get(other.key, ()))
    return replace(other, decision=next((word for word in said if word is not None), None))


def _joined(groups: Sequence[Group], joined: Mapping[str, Group]) -> list[Group]:
    """One group for what is the same: by a person's word, or because both are the same partner here."""
    by_partner: dict[UUID, Group] = {}

    def root(group: Group) -> Group:
        while group.key in joined:
            group = joined[group.key]
        return group if group.partner_id is None else by_partner.setdefault(group.partner_id, group)

    left: list[Group] = []
    for group in groups:
        target = root(group)
        if target is group:
            left.append(group)
            continue
        target.rows += group.rows
        target.ein = target.ein or group.ein
        if target.partner_id is None and group.partner_id is not None:
            target.partner_id = group.partner_id
            by_partner[group.partner_id] = target
    return left
