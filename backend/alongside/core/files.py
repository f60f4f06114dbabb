"""Which files are kept, whoever hands them in: their bytes and their name have to agree (SEC-60)."""

from collections.abc import Collection
from io import BytesIO
from stat import S_ISLNK
from typing import Final
from zipfile import BadZipFile, ZipFile, ZipInfo

MOST_BYTES: Final = 25_000_000
"""A contract of forty pages, scanned in color, is more than ten million."""

DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MEDIA_TYPES: Final = {
    "pdf": "application/pdf",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "docx": DOCX,
}
SCANS: Final = frozenset({"application/pdf", "image/png", "image/jpeg"})
"""What a paper may be: printed to a file, scanned or photographed."""

_STARTS: Final = {
    "application/pdf": b"%PDF-",
    "image/png": b"\x89PNG\r\n\x1a\n",
    "image/jpeg": b"\xff\xd8\xff",
    DOCX: b"PK\x03\x04",
}
_MOST_PARTS: Final = 1_000
_MOST_UNPACKED: Final = 200_000_000
_MOST_TIMES: Final = 100
"""So many times its size may an archive be, unpacked: no letter is, and a bomb would go off at a reader's."""


def media_type(name: str, content: bytes, among: Collection[str] = frozenset(_STARTS)) -> str | None:
    """What a file is, when its ending and its first bytes say the same and it is one of these kinds; else None."""
    kind = MEDIA_TYPES.get(name.rpartition(".")[2].lower()) if "." in name else None
    if kind is None or kind not in among or not content.startswith(_STARTS[kind]):
        return None
    return kind if kind != DOCX or _is_word(content) else None


def _is_word(content: bytes) -> bool:
    """A Word document without macros, told by its list of parts: their names and sizes; nothing is unpacked."""
    try:
        infos = ZipFile(BytesIO(content)).infolist()
    except (BadZipFile, ValueError, NotImplementedError):
        return False
    parts = {info.filename for info in infos}
    unpacked = sum(info.file_size for info in infos)
    return (
        {"[Content_Types].xml", "word/document.xml"} <= parts
        and len(infos) <= _MOST_PARTS
        and unpacked <= min(_MOST_UNPACKED, _MOST_TIMES * len(content))
        and not any(_is_stray(info) for info in infos)
    )


def _is_stray(info: ZipInfo) -> bool:
    """A part that acts, is hidden, leads elsewhere, or would be written outside of where the file is unpacked."""
    name = info.orig_filename.replace("\\", "/")
    return (
        name.lower().endswith("vbaproject.bin")
        or bool(info.flag_bits & 1)
        or S_ISLNK(info.external_attr >> 16)
        or name.startswith("/")
        or name[1:2] == ":"
        or ".." in name.split("/")
    )


def file_name(given: str) -> str | None:
    """The name to keep: the last part of a path, printable, at most 200 characters; None when nothing is left."""
    bare = given.replace("\\", "/").rpartition("/")[2].strip()
    kept = "".join(letter for letter in bare if letter.isprintable())
    stem, dot, ending = kept.rpartition(".")
    return f"{stem[: 199 - len(ending)].strip()}{dot}{ending}" if stem.strip(" .") and len(ending) <= 10 else None
