"""From where a link was used: what the log keeps beside who."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Place:
    """The address and the program of a request."""

    address: str
    user_agent: str

    def told(self) -> dict[str, Any]:
        """As the log tells it."""
        return {"address": [None, self.address], "user_agent": [None, self.user_agent]}
