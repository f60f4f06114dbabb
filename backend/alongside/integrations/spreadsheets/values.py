"""Reads what people write in the cells of one kind of column; no I/O. What cannot be read is a ValueWrong."""

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import Final

from alongside.partners.rules import EinMalformed, parse_ein
from alongside.schools.rules import GRADES

from .cleaning import ValueWrong, parts

_YES: Final = frozenset({"yes", "y", "true", "t", "1", "x", "✓", "✔", "si", "sí", "yep", "on"})
_NO: Final = frozenset({"no", "n", "false", "f", "0", "nope", "off"})
_STATE_NAMES: Final = """
alabama:AL alaska:AK arizona:AZ arkansas:AR california:CA colorado:CO connecticut:CT delaware:DE florida:FL georgia:GA
hawaii:HI idaho:ID illinois:IL indiana:IN iowa:IA kansas:KS kentucky:KY louisiana:LA maine:ME maryland:MD
massachusetts:MA michigan:MI minnesota:MN mississippi:MS missouri:MO montana:MT nebraska:NE nevada:NV newhampshire:NH
newjersey:NJ newmexico:NM newyork:NY northcarolina:NC northdakota:ND ohio:OH oklahoma:OK oregon:OR pennsylvania:PA
rhodeisland:RI southcarolina:SC southdakota:SD tennessee:TN texas:TX utah:UT vermont:VT virginia:VA washington:WA
westvirginia:WV wisconsin:WI wyoming:WY guam:GU puertorico:PR districtofcolumbia:DC
"""
_STATES: Final = dict(pair.split(":") for pair in _STATE_NAMES.split())
_EMAIL: Final = re.compile(r"[^@\s<>\"'(),;:]+@[^@\s<>\"'(),;:]+\.[A-Za-z]{2,}")


def line(text: str, most: int = 200) -> str:
    """One line of text."""
    flat = re.sub(r"\s*\n\s*", ", ", text)
    if len(flat) > most:
        raise ValueWrong("too_long", f"This is longer than {most} characters")
    return flat


def prose(text: str) -> str:
    """Running text."""
    if len(text) > 4000:
        raise ValueWrong("too_long", "This is longer than 4,000 characters")
    return text


def ein(text: str) -> str:
    """An employer identification number: 123456789, 12-3456789, `EIN: 12-3456789`, or one that lost its first 0."""
    bare = re.sub(r"(?i)^(?:ein|tax id|fein|no\.?)\s*[:#]?\s*", "", text).replace(" ", "")
    if re.fullmatch(r"[0-9]{8}", bare):
        bare = f"0{bare}"
    try:
        return parse_ein(bare)
    except EinMalformed as wrong:
        raise ValueWrong("ein", "An EIN is two digits, a hyphen and seven digits") from wrong


def emails(text: str) -> list[str]:
    """The e-mail addresses in a cell, whatever is around them."""
    found = list(dict.fromkeys(each.strip(".").lower() for each in _EMAIL.findall(text.replace("mailto:", " "))))
    if not found:
        raise ValueWrong("email", "This is no e-mail address")
    return found


def phone(text: str) -> str:
    """A telephone number in one way of writing, its extension kept: `555-201-0144 ext. 12`."""
    number, _, extension = re.sub(r"(?i)\s*(?:extension|ext\.?|x|#)\s*(?=\d+\W*$)", "\0", text).partition("\0")
    bare = re.sub(r"(?i)^(?:tel|phone|cell|ph|office|mobile|p|t|c)\.?\s*:?\s*", "", number)
    digits = re.sub(r"\D", "", bare)
    digits = digits[1:] if len(digits) == 11 and digits[0] == "1" else digits
    if len(digits) != 10 or re.search(r"[A-Za-z]{4,}", bare):
        raise ValueWrong("phone", "This is no telephone number of ten digits")
    written = f"{digits[:3]}-{digits[3:6]}-{digits[6:]}"
    tail = re.sub(r"\D", "", extension)
    return f"{written} ext. {tail}" if tail else written


def phones(text: str) -> list[str]:
    """One or more telephone numbers."""
    pieces = parts(text) if re.search(r"[\n;|]|\s/\s", text) else re.split(r",\s*(?=\(?\+?\d{3})|\s+or\s+", text)
    return [phone(piece) for piece in pieces]


def website(text: str) -> str:
    """A web address, with its scheme."""
    address = text.split()[0].rstrip(".,;")
    address = address if re.match(r"(?i)https?://", address) else f"https://{address}"
    if not re.fullmatch(r"(?i)https?://[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?([/?#]\S*)?", address) or len(address) > 300:
        raise ValueWrong("website", "This is no web address")
    head, _, rest = address.partition("://")
    return f"{head.lower()}://{rest}"


def money(text: str) -> int:
    """Cents: `$1,250.00`, `1250`, `free`."""
    if text.casefold() in ("free", "no cost", "no charge", "at no cost", "$0", "zero"):
        return 0
    if "%" in text:
        raise ValueWrong("share", "This is a share, not an amount")
    bare = re.sub(r"(?i)usd|\$|\s|,(?=\d{3}\b)|/?(per)?(year|yr|annum|annually)\.?", "", text)
    try:
        amount = Decimal(bare)
    except InvalidOperation as wrong:
        raise ValueWrong("money", "This is no amount of money") from wrong
    if not amount.is_finite() or amount < 0 or amount >= Decimal(10) ** 10:
        raise ValueWrong("money", "This is no amount of money")
    return int((amount * 100).to_integral_value())


def whole_number(text: str) -> int:
    """How many: `45`, `~45 students`, `1,200`."""
    found = re.fullmatch(r"(?i)(?:~|about|approx\.?|up to|max\.?)?\s*([0-9][0-9,]*)(?:\.0+)?\+?\s*(?:[a-z ]+)?", text)
    if not found:
        raise ValueWrong("number", "This is no whole number")
    number = int(found[1].replace(",", ""))
    if not 1 <= number <= 100_000:
        raise ValueWrong("number", "This is no number from 1 to 100,000")
    return number


def yes_no(text: str) -> bool:
    """Yes or no, however it is said."""
    said = text.casefold().strip(" .!")
    if said in _YES or said.startswith("yes"):
        return True
    if said in _NO or said.startswith("no "):
        return False
    raise ValueWrong("yes_no", "This is neither yes nor no")


def state(text: str) -> str:
    """A state by its two letters."""
    said = _STATES.get(re.sub(r"[^a-z]", "", text.casefold()), re.sub(r"[^A-Z]", "", text.upper()))
    if len(said) != 2 or said not in {*_STATES.values(), "VI", "AS", "MP"}:
        raise ValueWrong("state", "This is no state")
    return said


def postal_code(text: str) -> str:
    """A ZIP code; one that was kept as a number gets its zeros again."""
    bare = text.replace(" ", "")
    bare = bare.zfill(5) if re.fullmatch(r"[0-9]{3,5}", bare) else bare
    bare = f"{bare[:5]}-{bare[5:]}" if re.fullmatch(r"[0-9]{9}", bare) else bare
    if not re.fullmatch(r"[0-9]{5}(-[0-9]{4})?", bare):
        raise ValueWrong("postal_code", "This is no ZIP code")
    return bare


_RANGE: Final = re.compile(r"\s*(?:-|–|—|\bto\b|\bthrough\b)\s*")


def grades(text: str) -> list[str]:
    """Grades: `K-5`, `9th - 12th`, `6, 7, 8`, `elementary`, and what Excel made of `6-8`: the 8th of June."""
    day = re.fullmatch(r"[0-9]{4}-([0-9]{2})-([0-9]{2})", text)
    if day:
        text = f"{int(day[1])}-{int(day[2])}"
    named: set[str] = set()
    for piece in re.split(r"[,;/&\n]|\band\b", text.casefold().replace("grades", "").replace("grade", "")):
        said = re.sub(r"(?<=\d)(st|nd|rd|th)\b", "", piece).strip(" .")
        if not said:
            continue
        ends = (
            [_grade(end) for end in re.split(r"\s*(?:-|–|—|\bto\b|\bthrough\b)\s*", said)] if said not in _BANDS else []
        )
        if said in _BANDS:
            ends = list(_BANDS[said])
        if not 1 <= len(ends) <= 2:
            raise ValueWrong("grades", "These are no grades")
        first, last = GRADES.index(ends[0]), GRADES.index(ends[-1])
        if first > last:
            raise ValueWrong("grades", "These are no grades")
        named.update(GRADES[first : last + 1])
    if not named:
        raise ValueWrong("grades", "These are no grades")
    return [grade for grade in GRADES if grade in named]


_BANDS: Final = {
    "all": ("PK", "12"), "all s": ("PK", "12"), "elementary": ("K", "5"), "middle": ("6", "8"), "high": ("9", "12"),
    "elementary school": ("K", "5"), "middle school": ("6", "8"), "high school": ("9", "12"), "k12": ("K", "12"),
    "prek": ("PK", "PK"), "pre-k": ("PK", "PK"), "pre k": ("PK", "PK"),
}  # fmt: skip


def _grade(said: str) -> str:
    bare = said.strip(" .").upper().replace(" ", "")
    known = {"PREK": "PK", "PRE-K": "PK", "KG": "K", "KINDERGARTEN": "K", "KINDER": "K", "P": "PK", "0": "K"}.get(
        bare, bare
    )
    known = known.lstrip("0") or "K"
    if known not in GRADES:
        raise ValueWrong("grades", "These are no grades")
    return known


def in_order(named: Iterable[str]) -> list[str]:
    """Grades, the youngest first."""
    return sorted(named, key=GRADES.index)
