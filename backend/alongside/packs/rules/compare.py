"""A pack beside what the partner's record says here: field by field, record by record."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from hashlib import sha256
from json import dumps
from typing import Any, Final, Literal

from alongside.partners.rules import kept_from_partner, normalized_name

from .travel import CHECK, CONTACT, PAPER, PROFILE, PROGRAM, STAFF, Record

State = Literal["new", "different", "same", "missing"]
Part = Literal["profile", "contacts", "programs", "papers", "staff", "checks"]
TERMS: Final[Mapping[str, str]] = {"areas": "area", "populations": "population", "outcomes": "outcome"}
"""Fields whose values are words of a district's own lists."""


@dataclass(frozen=True, slots=True)
class Here:
    """What the record says here, and what of it only the district may change."""

    record: Record
    status: str
    known: Mapping[str, Mapping[str, str]]
    """The district's own words by list and code."""
    ein_is_taken: bool
    day: date


@dataclass(frozen=True, slots=True)
class Fact:
    """One field: what the pack says and what is here; `left_out` are words that this district does not have."""

    field: str
    pack: Any
    here: Any = None
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """Something that can be taken or left: a field of what is here, or a whole record that is not.

    `missing` is here and not in the pack: shown so that nobody wonders, and never removed. `requires` names the item
    that has to be taken along.
    """

    key: str
    part: Part
    name: str
    state: State
    facts: tuple[Fact, ...]
    refused: str | None = None
    requires: str | None = None
    place: Mapping[str, Any] = field(default_factory=dict)
    """Where it is in the pack and here, for whoever takes it."""

    @property
    def can_take(self) -> bool:
        return self.state in {"new", "different"} and self.refused is None

    @property
    def seen(self) -> str:
        """What whoever consented looked at: it differs as soon as either side does."""
        told = [self.state, self.refused, [asdict(each) for each in self.facts]]
        return sha256(dumps(told, default=str, sort_keys=True).encode()).hexdigest()[:32]


def key_of(*words: str) -> str:
    """A short key without anybody's name in it."""
    return "/".join([words[0], *(sha256(word.encode()).hexdigest()[:12] for word in words[1:])])


def compare(content: Record, here: Here) -> list[Item]:
    """Everything in the pack beside what is here, and what is here alone, part by part."""
    return [
        *_profile(content, here),
        *_contacts(content, here),
        *_programs(content, here),
        *_papers(content, here),
        *_staff(content, here),
    ]


def _state(pack: Any, here: Any) -> State:
    if pack == here or (isinstance(pack, list) and isinstance(here, list) and sorted(pack) == sorted(here)):
        return "same"
    if pack in (None, "", []):
        return "missing"
    return "new" if here in (None, "", []) else "different"


def _fields(
    part: Part,
    name: str,
    path: Sequence[str],
    pack: Record,
    here: Record,
    fields: Collection[str],
    also: tuple[Fact, ...] = (),
    **more: Any,
) -> Iterator[Item]:
    """An item for each field; `also` tells which of two records of one name it is about."""
    for each in fields:
        state = _state(pack[each], here[each])
        if state == "same" and pack[each] in (None, "", []):
            continue  # said by neither
        yield Item(key_of(part, *path, each), part, name, state, (Fact(each, pack[each], here[each]), *also), **more)


def _as_it_is(part: Part, path: Sequence[str], pack: Record) -> Iterator[Item]:
    """A record of which both sides know no more than its name."""
    yield Item(key_of(part, *path), part, pack["name"], "same", ())


def _is_nothing(fact: Fact) -> bool:
    return fact.pack in (None, "", []) and fact.here in (None, "", []) and not fact.left_out


def _whole(pack: Record, fields: Collection[str]) -> tuple[Fact, ...]:
    return tuple(Fact(each, pack[each]) for each in fields if pack[each] not in (None, "", []))


def _profile(content: Record, here: Here) -> Iterator[Item]:
    if "profile" not in content:
        return
    kept = kept_from_partner(here.status)
    now = here.record["profile"]
    for item in _fields("profile", now["name"], (), content["profile"], now, PROFILE):
        name = item.facts[0].field
        refused = "kept_by_office" if name in kept else "ein_taken" if name == "ein" and here.ein_is_taken else None
        yield Item(item.key, item.part, item.name, item.state, item.facts, refused)


def _paths(records: Sequence[Record], *more: str) -> list[tuple[str, ...]]:
    """How each of them is recognized on the other side: by its name, the second of the same name by being second."""
    met: Counter[tuple[str, ...]] = Counter()
    found = []
    for each in records:
        path = (*(each[name] for name in more), normalized_name(each["name"]))
        met[path] += 1
        found.append(path if met[path] == 1 else (*path[:-1], f"{path[-1]} {met[path]}"))
    return found


def _contacts(content: Record, here: Here) -> Iterator[Item]:
    if "contacts" not in content:
        return
    known = dict(zip(_paths(here.record["contacts"], "kind"), here.record["contacts"], strict=True))
    paths = _paths(content["contacts"], "kind")
    for number, (path, each) in enumerate(zip(paths, content["contacts"], strict=True)):
        place = {"pack": number}
        now = known.pop(path, None)
        if now is None:
            yield Item(key_of("contacts", *path), "contacts", each["name"], "new", _whole(each, ("kind", *CONTACT)),
                       place=place)  # fmt: skip
        else:
            where = {**place, "here": now["id"]}
            kind = (Fact("kind", each["kind"], now["kind"]),)
            fields = list(_fields("contacts", each["name"], path, each, now, CONTACT, kind, place=where))
            yield from fields or _as_it_is("contacts", path, each)
    for path, now in known.items():
        yield Item(key_of("contacts", *path), "contacts", now["name"], "missing", (Fact("kind", None, now["kind"]),))


def _program_facts(pack: Record, here: Record | None, known: Mapping[str, Mapping[str, str]]) -> Iterator[Fact]:
    """Field by field; words that this district does not have are left out and named. A pack says nothing of what
    programs were not asked yet when it was made."""
    for each in (name for name in PROGRAM if name in pack):
        value, now = pack[each], None if here is None else here[each]
        if each in TERMS:
            words = known[TERMS[each]]
            left = tuple(pack["words"].get(code, code) for code in value if code not in words)
            yield Fact(each, [code for code in value if code in words], now or [], left)
        else:
            yield Fact(each, value, now)


def _programs(content: Record, here: Here) -> Iterator[Item]:
    if "programs" not in content:
        return
    known = dict(zip(_paths(here.record["programs"]), here.record["programs"], strict=True))
    words = content.get("words", {})
    for number, (path, each) in enumerate(zip(_paths(content["programs"]), content["programs"], strict=True)):
        now = known.pop(path, None)
        facts = _program_facts({**each, "words": words}, now, here.known)
        if now is None:
            told = tuple(fact for fact in facts if not _is_nothing(fact))
            yield Item(key_of("programs", *path), "programs", each["name"], "new", told, place={"pack": number})
            continue
        refused = "program_retired" if now["status"] == "retired" else None
        told = tuple(fact for fact in facts if not _is_nothing(fact))
        if not told:
            yield from _as_it_is("programs", path, each)
        for fact in told:
            state = _state(fact.pack, fact.here)
            yield Item(key_of("programs", *path, fact.field), "programs", each["name"], state, (fact,), refused,
                       place={"pack": number, "here": now["id"]})  # fmt: skip
    for path, now in known.items():
        if now["status"] != "retired":
            yield Item(key_of("programs", *path), "programs", now["name"], "missing", ())


_SAME_PAPER: Final = ("kind", "coverage", "policy_number", "effective_on")


def _is_same_paper(pack: Record, now: Record) -> bool:
    scans = {each["sha256"] for each in pack["documents"]}
    said = all(pack[name] == now[name] for name in PAPER if name not in {"note", "program"})
    return said and bool(scans & {each["sha256"] for each in now["documents"]} or not now["documents"])


def _papers(content: Record, here: Here) -> Iterator[Item]:
    if "papers" not in content:
        return
    there = [each for each in here.record["papers"] if each["status"] not in {"withdrawn", "rejected"}]
    programs = {normalized_name(each["name"]): each for each in here.record["programs"]}
    packed_programs = {normalized_name(each["name"]) for each in content.get("programs", ())}
    seen: set[str] = set()
    for number, each in enumerate(content["papers"]):
        key = key_of("papers", each["id"])
        facts = (*_whole(each, PAPER), Fact("documents", [scan["name"] for scan in each["documents"]]))
        place: dict[str, Any] = {"pack": number}
        same = next((now for now in there if _is_same_paper(each, now)), None)
        if same is not None:
            seen.add(same["id"])
            yield Item(key, "papers", each["kind"], "same", facts, place=place)
            continue
        alike = next((now for now in there if all(now[name] == each[name] for name in _SAME_PAPER)), None)
        if alike is not None:
            seen.add(alike["id"])
            facts = tuple(Fact(fact.field, fact.pack, alike.get(fact.field)) for fact in facts[:-1]) + facts[-1:]
        refused, requires = None, None
        if each["expires_on"] is not None and date.fromisoformat(each["expires_on"]) < here.day:
            refused = "expired"
        elif each["program"] is not None:
            path = normalized_name(each["program"])
            now = programs.get(path)
            if now is None and path not in packed_programs:
                refused = "program_missing"
            elif now is None:
                requires = key_of("programs", path)
            place["program"] = None if now is None else now["id"]
        state: State = "new" if alike is None else "different"
        yield Item(key, "papers", each["kind"], state, facts, refused, requires, place)
    for now in there:
        if now["id"] not in seen:
            yield Item(key_of("papers", now["id"]), "papers", now["kind"], "missing", _here(now))


def _here(paper: Record) -> tuple[Fact, ...]:
    return tuple(Fact(name, None, paper[name]) for name in PAPER if paper[name] not in (None, "", []))


def _staff(content: Record, here: Here) -> Iterator[Item]:
    if "staff" not in content:
        return
    listed = [each for each in here.record["staff"] if each["ends_on"] is None or each["ends_on"] >= str(here.day)]
    known = dict(zip(_paths(listed), listed, strict=True))
    for number, (path, each) in enumerate(zip(_paths(content["staff"]), content["staff"], strict=True)):
        now = known.pop(path, None)
        place = {"pack": number}
        if now is None:
            yield Item(key_of("staff", *path), "staff", each["name"], "new", _whole(each, STAFF), place=place)
        else:
            where = {**place, "here": now["id"]}
            fields = list(_fields("staff", each["name"], path, each, now, STAFF, place=where))
            yield from fields or _as_it_is("staff", path, each)
        yield from _checks(each, now, path, number)
    for path, now in known.items():
        yield Item(key_of("staff", *path), "staff", now["name"], "missing", ())


def _checks(each: Record, now: Record | None, path: tuple[str, ...], number: int) -> Iterator[Item]:
    """A result of another district is no result here: it comes as one to be verified."""
    known = set() if now is None else {(check["kind"], check["issued_on"]) for check in now["checks"]}
    for which, check in enumerate(each["checks"]):
        state: State = "same" if (check["kind"], check["issued_on"]) in known else "new"
        key = key_of("checks", *path, check["kind"], check["issued_on"])
        requires = key_of("staff", *path) if now is None else None
        place = {"pack": number, "check": which, **({} if now is None else {"here": now["id"]})}
        yield Item(key, "checks", each["name"], state, _whole(check, CHECK), None, requires, place)
