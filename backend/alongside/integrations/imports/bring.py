"""Bringing a file by its kind: the one entry that the command line, HTTP and the demonstration share."""

from typing import BinaryIO, Literal

from alongside.core.db import Database
from alongside.core.record import Caller

from .mapping import read_catalogue, read_measures_mapping, read_schools_mapping
from .report import ImportReport
from .service import Wish, import_catalogue, import_measures, import_schools

Kind = Literal["schools", "measures", "catalogue"]


async def bring(
    database: Database, caller: Caller, kind: Kind, file: BinaryIO, mapping: bytes, wish: Wish
) -> ImportReport:
    """Read the mapping, then the file. Raises MappingRefused; a catalogue is its own mapping."""
    if kind == "schools":
        return await import_schools(database, caller, file, read_schools_mapping(mapping), wish)
    if kind == "measures":
        return await import_measures(database, caller, file, read_measures_mapping(mapping), wish)
    return await import_catalogue(database, caller, read_catalogue(file.read()), wish)
