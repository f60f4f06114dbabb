"""What may be kept as an agreement's paper: its bytes and its name have to agree (SEC-60)."""

from io import BytesIO
from typing import Final
from zipfile import BadZipFile, ZipFile

MOST_BYTES: Final = 10_000_000

DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MEDIA_TYPES: Final = {
    "pdf": "application/pdf",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "docx": DOCX,
}
_STARTS: Final = {
    "application/pdf": b"%PDF-",
    "image/png": b"\x89PNG\r\n\x1a\n",
    "image/jpeg": b"\xff\xd8\xff",
    DOCX: b"PK\x03\x04",
}
_MOST_PARTS: Final = 1_000


def media_type(name: str, content: bytes) -> str | None:
    """What a file is, when its ending and its first bytes say the same; else None."""
    kind = MEDIA_TYPES.get(name.rpartition(".")[2].lower()) if "." in name else None
    if kind is None or not content.startswith(_STARTS[kind]):
        return None
    return kind if kind != DOCX or _is_word(content) else None


def _is_word(content: bytes) -> bool:
    """A Word document without macros, told by the names of its parts; nothing is unpacked."""
    try:
        parts = ZipFile(BytesIO(content)).namelist()
    except (BadZipFile, ValueError, NotImplementedError):
        return False
    has_macros = any(part.lower().endswith("vbaproject.bin") for part in parts)
    strays = any(part.startswith("/") or ".." in part.split("/") for part in parts)
    return (
        {"[Content_Types].xml", "word/document.xml"} <= set(parts)
        and len(parts) <= _MOST_PARTS
        and not has_macros
        and not strays
    )


def file_name(given: str) -> str | None:
    """The name to keep: the last part of a path, printable, at most 200 characters; None when nothing is left."""
    bare = given.replace("\\", "/").rpartition("/")[2].strip()
    kept = "".join(letter for letter in bare if letter.isprintable())
    stem, dot, ending = kept.rpartition(".")
    return f"{stem[: 199 - len(ending)].strip()}{dot}{ending}" if stem.strip(" .") and len(ending) <= 10 else None
