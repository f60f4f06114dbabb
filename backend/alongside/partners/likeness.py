"""When two records may be of the same organization; no I/O.

Nothing here decides: the same EIN is the same organization, everything else is a question for a person.
"""

import re
from collections.abc import Iterable, Iterator
from functools import reduce
from operator import or_
from typing import Final

_ANYBODY: Final = frozenset(
    {"gmail.com", "googlemail.com", "yahoo.com", "outlook.com", "hotmail.com", "live.com", "msn.com", "aol.com",
     "icloud.com", "me.com", "mac.com", "comcast.net", "att.net", "sbcglobal.net", "verizon.net", "proton.me",
     "protonmail.com", "ymail.com", "mail.com", "gmx.com"}
)  # fmt: skip
"""Mail that anybody may have: it says nothing about an organization."""


def mail_domain(email: str | None) -> str | None:
    """The organization's part of an e-mail address, or None when it is nobody's own."""
    domain = (email or "").rpartition("@")[2].strip().casefold()
    return domain if "." in domain and domain not in _ANYBODY else None


def phone_digits(phone: str | None) -> str | None:
    """The ten digits of a telephone number, by which two ways of writing it are compared; None without them."""
    digits = re.sub(r"\D", "", re.split(r"(?i)\s*(?:x|ext|#)", phone or "")[0])
    digits = digits[1:] if len(digits) == 11 and digits[0] == "1" else digits
    return digits if len(digits) == 10 else None


def trigrams(name: str) -> frozenset[str]:
    """The three-letter pieces of a normalized name, as pg_trgm makes them."""
    return frozenset(
        padded[place : place + 3]
        for word in name.split()
        for padded in (f"  {word} ",)
        for place in range(len(word) + 1)
    )


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """How many of the pieces of two names are in both: from 0 to 1, the same as Postgres' `similarity`."""
    together = len(one | other)
    return len(one & other) / together if together else 0.0


class Names:
    """Many normalized names, each of which can be asked for the names much like it.

    A name is a number with one bit for each piece of it, so that two are compared by counting the bits they share:
    half a microsecond, a twentieth of Postgres' `similarity`.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._bits: dict[str, int] = {}
        self._words: dict[str, int] = {}
        numbers = [self._number(name) for name in names]
        self._known = [(number, number.bit_count(), place) for place, number in enumerate(numbers) if number]

    def _number(self, name: str) -> int:
        return reduce(or_, map(self._word, name.split()), 0)

    def _word(self, word: str) -> int:
        number = self._words.get(word)
        if number is None:
            bits = self._bits
            number = reduce(or_, (1 << bits.setdefault(piece, len(bits)) for piece in trigrams(word)), 0)
            self._words[word] = number
        return number

    def like(self, name: str, least: float) -> Iterator[tuple[int, float]]:
        """The places of the names at least so much like this one, and how much each is."""
        asked = self._number(name)
        many = asked.bit_count()
        if not many:
            return
        fewest, most = many * least, many / least
        for number, count, place in self._known:
            # one that has far more pieces or far fewer cannot share enough of them
            if fewest <= count <= most:
                both = (asked & number).bit_count()
                if both >= least * (many + count - both):
                    yield place, both / (many + count - both)
