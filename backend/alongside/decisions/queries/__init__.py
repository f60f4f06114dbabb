"""Reading links, what waits for somebody's word, and who stands in for whom."""

from .acting import Acting, acting
from .asked import Asked, Question, ask, look, text_of
from .delegations import delegates, delegations_of, get_delegation, lock_delegation, standing_in, stood_in_for
from .links import by_token, decisions_of, fresh_link, get_link, lock_link
from .waiting import waiting

__all__ = [
    "Acting", "Asked", "Question", "acting", "ask", "by_token", "decisions_of", "delegates", "delegations_of",
    "fresh_link", "get_delegation", "get_link", "lock_delegation", "lock_link", "look", "standing_in",
    "stood_in_for", "text_of", "waiting",
]  # fmt: skip
