"""Reads comma, semicolon or tab separated text, in whatever encoding an office's program wrote it."""

import csv
from collections.abc import Iterator
from io import StringIO
from typing import Final

from .limits import MOST_CELL, MOST_LINE, FileUnusable

_BOMS: Final = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def read_csv(content: bytes) -> tuple[Iterator[tuple[int, list[str]]], list[str]]:
    """Numbered rows, and what is worth knowing about how they were written. Raises FileUnusable."""
    text, notes = _decoded(content)
    if "\0" in text:
        raise FileUnusable("not_text", "This is no text file. Save it as CSV or as an Excel workbook (.xlsx).")
    if any(len(line) > MOST_LINE for line in text.splitlines()):
        raise FileUnusable("long_line", "A line is longer than any row can be. Save the file again as CSV or .xlsx.")
    if text.count('"') % 2:
        raise FileUnusable("broken_quotes", "A quotation mark is opened and never closed. Save the file as .xlsx.")
    separator = _separator(text)
    if separator != ",":
        notes.append("separator")
    return _rows(text, separator), notes


def _decoded(content: bytes) -> tuple[str, list[str]]:
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            try:
                return content.decode(encoding), []
            except UnicodeDecodeError as broken:
                raise FileUnusable("not_text", "The file's text is damaged. Save it again as CSV UTF-8.") from broken
    try:
        return content.decode(), []
    except UnicodeDecodeError:
        # what Excel for Windows writes; five bytes mean nothing in it and are left as a mark
        return content.decode("cp1252", errors="replace"), ["cp1252"]


def _separator(text: str) -> str:
    """The separator that most of the first lines have most of, outside quotes."""
    counts = dict.fromkeys(",;\t|", 0)
    is_quoted, lines = False, 0
    for letter in text:
        if letter == '"':
            is_quoted = not is_quoted
        elif not is_quoted and letter in counts:
            counts[letter] += 1
        elif letter == "\n" and not is_quoted:
            lines += 1
            if lines >= 20:
                break
    return max(counts, key=lambda each: counts[each])


def _rows(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    csv.field_size_limit(max(MOST_LINE, MOST_CELL))
    try:
        yield from enumerate(csv.reader(StringIO(text, newline=""), delimiter=separator), start=1)
    except csv.Error as broken:
        message = "A quote is opened and never closed, or a cell is too long. Save the file again as CSV or .xlsx."
        raise FileUnusable("broken_quotes", message) from broken
