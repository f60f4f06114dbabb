"""What the columns of a file may stand for: the row that names them, and what is wrong with a choice."""

from collections.abc import Mapping, Sequence
from typing import Any

from alongside.core.db import Tx
from alongside.core.errors import FieldError, Unprocessable, wrong

from . import queries
from .fields import BY_KEY
from .limits import FileUnusable
from .tables import columns_of, twice_matched


async def with_headers(tx: Tx, row: Mapping[str, Any], matching: dict[str, Any]) -> list[dict[str, Any]]:
    """The sheets with their columns named by the row that was chosen; a new row proposes its columns anew."""
    sheets = list(row["sheets"])
    moved = [
        place for place, sheet in enumerate(sheets) if matching["sheets"][place]["header_row"] != sheet["header_row"]
    ]
    if moved:
        rows = await queries.rows_of(tx, row["id"])
        for place in moved:
            chosen = matching["sheets"][place]
            if chosen["header_row"] not in {number for number, _ in rows.get(place, ())}:
                raise wrong(f"/sheets/{place}/header_row", "header_row", "There is nothing in this row")
            try:
                named = columns_of(rows[place], chosen["header_row"])
            except FileUnusable as unusable:
                raise wrong(f"/sheets/{place}/header_row", unusable.code, unusable.message) from unusable
            sheets[place] = {**sheets[place], "header_row": chosen["header_row"], "columns": named}
            chosen["columns"] = [column["proposal"] if column["has_values"] else None for column in named]
    return sheets


def check_columns(sheets: Sequence[Mapping[str, Any]], matching: Mapping[str, Any]) -> None:
    """Raises Unprocessable where a column stands for nothing that is known, or two for the same."""
    errors = []
    for place, chosen in enumerate(matching["sheets"]):
        if len(chosen["columns"]) != len(sheets[place]["columns"]):
            errors.append(FieldError(f"/sheets/{place}/columns", "columns", "Say something of each column"))
        for column, key in enumerate(chosen["columns"]):
            if key is not None and key not in BY_KEY:
                pointer = f"/sheets/{place}/columns/{column}"
                errors.append(FieldError(pointer, "unknown_field", "A column cannot stand for this"))
        for column in twice_matched(chosen["columns"]) if chosen["is_used"] else ():
            words = "Another column stands for this already; leave one of them out"
            errors.append(FieldError(f"/sheets/{place}/columns/{column}", "field_twice", words))
    if errors:
        raise Unprocessable(errors=errors[:50])
