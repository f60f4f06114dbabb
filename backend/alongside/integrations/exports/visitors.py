"""The people who may enter a school, for its visitor system: the door's own answer, as a table."""

import csv
from collections.abc import Mapping
from io import StringIO
from typing import Any, Final

from alongside.integrations.spreadsheet import safe

COLUMNS: Final = ("name", "title", "organization", "program", "school", "date", "start_time", "schedule", "place",
                  "only_with_school_staff", "cleared_through", "person_id", "partnership_id")  # fmt: skip


def _cell(value: Any) -> str:
    return "" if value is None else safe(str(value))


def as_csv(found: Mapping[str, Any]) -> str:
    """One row for each person and program of `partnerships.queries.who_may_enter`."""
    written = StringIO()
    table = csv.writer(written)
    table.writerow(COLUMNS)
    for one in found["people"]:
        row = (
            one["name"], one["title"], one["partner"]["name"], one["program"]["name"], found["school"]["name"],
            found["effective_on"], one["start_time"], one["schedule"], one["place"],
            "yes" if one["with_staff"] else "no", one["cleared_through"], one["id"], one["partnership_id"],
        )  # fmt: skip
        table.writerow([_cell(value) for value in row])
    return written.getvalue()
