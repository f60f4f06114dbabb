"""Giving notices and sending them, and what their reader does with them."""

from .again import Wanted, ask_again
from .collect import collect
from .follow import follow, has_news
from .give import MAIL
from .letter import send_letter
from .post import Invite, post
from .read import read_all, read_one
from .remind import remind
from .subscribe import make_feed, read_feed, revoke_feed
from .wish import choose

__all__ = [
    "MAIL", "Invite", "Wanted", "ask_again", "choose", "collect", "follow", "has_news",
    "make_feed", "post", "read_all", "read_feed", "read_one",
    "remind", "revoke_feed", "send_letter",
]  # fmt: skip
