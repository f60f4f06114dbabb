"""Giving notices and sending them, and what their reader does with them."""

from .collect import collect
from .follow import follow, has_news
from .give import MAIL
from .post import post
from .read import read_all, read_one
from .remind import remind
from .subscribe import make_feed, read_feed, revoke_feed
from .wish import choose

__all__ = [
    "MAIL", "choose", "collect", "follow", "has_news", "make_feed", "post", "read_all", "read_feed", "read_one",
    "remind", "revoke_feed",
]  # fmt: skip
