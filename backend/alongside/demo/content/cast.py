"""All partners and all people, put together."""

from collections.abc import Iterable
from typing import Final

from .applicants import APPLICANTS
from .citywide_partners import CITYWIDE_PARTNERS
from .districts import MAIN
from .neighbors import NEIGHBORS
from .organizations import Organization
from .partners import STORY_PARTNERS
from .people import PEOPLE, Somebody, director_of

ORGANIZATIONS: Final = (*STORY_PARTNERS, *CITYWIDE_PARTNERS, *APPLICANTS)
"""The partners of the main district."""


def everybody() -> tuple[Somebody, ...]:
    """All people of the demonstration: those with a story, and one for every partner that has none."""
    found = [*PEOPLE, *_directors(ORGANIZATIONS, MAIN)]
    for neighbor in NEIGHBORS:
        found += _directors(neighbor.organizations, neighbor.district)
    return tuple(found)


def _directors(organizations: Iterable[Organization], district: str) -> list[Somebody]:
    names = {person.name for person in PEOPLE}
    return [director_of(one.key, one.director, district) for one in organizations if one.director not in names]
