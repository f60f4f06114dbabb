"""What may travel in a pack, and how a pack compares with what is here already. No I/O."""

from .compare import TERMS, Fact, Here, Item, compare, key_of
from .travel import DAYS, LONGEST_DAYS, MOST_BYTES, PAPERS_THAT_TRAVEL, PARTS, PROFILE, PROGRAM, packed, state_of

__all__ = [
    "DAYS", "LONGEST_DAYS", "MOST_BYTES", "PAPERS_THAT_TRAVEL", "PARTS", "PROFILE", "PROGRAM", "TERMS", "Fact", "Here",
    "Item", "compare", "key_of", "packed", "state_of",
]  # fmt: skip
