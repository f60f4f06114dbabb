"""What a person wishes to hear of: their own choice, else the kind's default."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .kinds import EMAILS, KINDS, Cadence, Email


@dataclass(frozen=True, slots=True)
class Choice:
    """In the app or not, and how by e-mail."""

    in_app: bool
    email: Email

    @property
    def is_silent(self) -> bool:
        return not self.in_app and self.email == "off"


def choice_of(choices: Mapping[str, Any] | None, kind: str) -> Choice:
    """A person's choice for a kind; `choices` is what they saved, None for nothing yet."""
    saved = (choices or {}).get(kind) or {}
    email = saved.get("email")
    return Choice(bool(saved.get("in_app", True)), email if email in EMAILS else KINDS[kind].email)


def is_collected(given: str, wished: Email, cadence: Cadence) -> bool:
    """Whether a notice that was given as `given` belongs into this collected e-mail, now that `wished` holds.

    A wish that changed in between counts: off means never, and what should have gone at once goes with the day's.
    """
    if given == "off" or wished == "off":
        return False
    return wished == "weekly" if cadence == "weekly" else wished in ("daily", "instant")
