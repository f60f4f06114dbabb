"""What a district sets for its agreements, as tests set it."""

from typing import Any

from tests.agreements.scene import done
from tests.world import Person

SETTINGS = "/api/v1/settings/agreements"


async def set_to(person: Person, **values: Any) -> dict[str, Any]:
    """These settings instead of what is usual, on what the person has just read."""
    read = await person.http.get(SETTINGS)
    body = {"revisit_basis": "school_year", "revisit_window_days": 60, **values}
    return done(await person.http.put(SETTINGS, json=body, headers={"If-Match": read.headers["etag"]}))
