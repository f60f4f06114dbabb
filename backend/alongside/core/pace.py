"""How often something may be asked from one place: counted in this process, for a minute."""

import time
from collections import OrderedDict, deque
from typing import Final

PLACES: Final = 10_000


class Pace:
    """`most` in `seconds` for each place; the longest unseen places are forgotten first."""

    def __init__(self, most: int, seconds: float) -> None:
        self._most, self._seconds = most, seconds
        self._seen: OrderedDict[str, deque[float]] = OrderedDict()

    def is_over(self, place: str) -> bool:
        """Whether this place has used up its share."""
        return len(self._recent(place)) >= self._most

    def count(self, place: str) -> None:
        """Note one more."""
        recent = self._recent(place)
        recent.append(time.monotonic())
        self._seen[place] = recent
        self._seen.move_to_end(place)
        while len(self._seen) > PLACES:
            self._seen.popitem(last=False)

    def _recent(self, place: str) -> deque[float]:
        recent = self._seen.get(place) or deque()
        first = time.monotonic() - self._seconds
        while recent and recent[0] < first:
            recent.popleft()
        return recent
