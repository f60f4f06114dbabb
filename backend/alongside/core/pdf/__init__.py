"""Papers as PDF: typst lays them out from data, tagged for screen readers (PDF/UA-1), with its own fonts.

A paper is a template (`*.typ` beside the feature whose paper it is) and data; data is never read as markup, and a
template can open nothing outside this package. Laying out happens in a thread (typst lets go of the interpreter, so
requests go on meanwhile), two at a time, and what was laid out is kept by the hash of template and data.
"""

import re
from collections import OrderedDict
from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import Any, Final

import orjson
import typst
from anyio import CapacityLimiter, to_thread

from alongside.core.render import render as as_json

ROOT: Final = Path(__file__).parents[2]
_PAPER: Final = Path(__file__).with_name("paper.typ")
_FONTS: Final = typst.Fonts(include_system_fonts=False)
_AT_ONCE: Final = 2
_MOST_KEPT: Final = 32 * 1024 * 1024
_UNSHOWN: Final = re.compile(r"the text `\"(.+?)\"` could not be displayed", re.DOTALL)


class Shelf:
    """What was laid out, by its key, up to so many bytes; the longest unread goes first."""

    def __init__(self, most: int) -> None:
        self._most, self._size = most, 0
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        self._lock = Lock()

    def get(self, key: str) -> bytes | None:
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def keep(self, key: str, content: bytes) -> None:
        with self._lock:
            if key in self._kept or len(content) > self._most:
                return
            self._kept[key] = content
            self._size += len(content)
            while self._size > self._most:
                _, gone = self._kept.popitem(last=False)
                self._size -= len(gone)


_SHELF: Final = Shelf(_MOST_KEPT)
_limiters: dict[str, CapacityLimiter] = {}
_no_glyph: set[str] = set()
"""Characters that the fonts have no shape for, as found so far."""


def key_of(template: Path, data: Mapping[str, Any], made_at: datetime) -> str:
    """By what a paper is kept: its template, what all papers share, its data, and when they are from."""
    parts = (template.read_bytes(), _PAPER.read_bytes(), as_json(data), made_at.isoformat().encode())
    return sha256(b"\0".join(parts)).hexdigest()


async def pdf(template: Path, data: Mapping[str, Any], made_at: datetime) -> bytes:
    """The paper as PDF/UA-1, dated when its data are from; the same bytes for the same data."""
    key = key_of(template, data, made_at)
    kept = _SHELF.get(key)
    if kept is None:
        limiter = _limiters.setdefault("pdf", CapacityLimiter(_AT_ONCE))
        kept = await to_thread.run_sync(lay_out, template, data, made_at, limiter=limiter)
        _SHELF.keep(key, kept)
    return kept


def lay_out(template: Path, data: Mapping[str, Any], made_at: datetime) -> bytes:
    """Lay a paper out now. A character that the fonts cannot draw is written as its number, never left out."""
    written: Any = orjson.loads(as_json(data))
    while True:
        told = _spelled(written, _no_glyph) if _no_glyph else written
        try:
            made = typst.compile(
                template,
                root=ROOT,
                font_paths=_FONTS,
                sys_inputs={"data": orjson.dumps(told).decode()},
                pdf_standards=["ua-1"],
                timestamp=int(made_at.timestamp()),
            )
        except typst.TypstError as error:
            unshown = _UNSHOWN.search(str(error))
            fresh = set() if unshown is None else {each for each in unshown[1] if ord(each) > 127} - _no_glyph
            if not fresh:
                raise
            _no_glyph.update(fresh)
        else:
            assert isinstance(made, bytes)
            return made


def _spelled(value: Any, without: set[str]) -> Any:
    match value:
        case str() if not without.isdisjoint(value):
            return "".join(f"[U+{ord(each):04X}]" if each in without else each for each in value)
        case dict():
            return {name: _spelled(each, without) for name, each in value.items()}
        case list():
            return [_spelled(each, without) for each in value]
        case _:
            return value
