"""Pictures are drawn anew: what is kept is the picture and nothing that came along with it (SEC-60, ADR 0026).

A file may be a picture and something else at once; its decoder reads the first and writes only that. The tables of a
JPEG's quantization are kept, so that a scan loses next to nothing.
"""

import struct
import warnings
import zlib
from contextlib import suppress
from io import BytesIO
from typing import Any, Final

from PIL import Image, ImageOps, JpegImagePlugin

from .errors import FieldError, Unprocessable

MOST_PIXELS: Final = 40_000_000
"""A sheet of A4 at 600 dots an inch has 35 million; 40 million take 160 MB of memory while they are drawn."""

_FORMATS: Final = {"image/jpeg": "JPEG", "image/png": "PNG"}
_STUMBLES: Final = (
    OSError, SyntaxError, ValueError, TypeError, LookupError, ArithmeticError, EOFError, AttributeError, MemoryError,
    struct.error, zlib.error, Image.DecompressionBombError,
)  # fmt: skip
"""What a decoder answers to bytes that are no picture."""

Image.MAX_IMAGE_PIXELS = None
"""Ours is the smaller number, and is looked at before a pixel is read."""


class PictureRefused(Unprocessable):
    slug, title = "picture-refused", "This picture cannot be kept"


def is_picture(media_type: str | None) -> bool:
    return media_type in _FORMATS


def drawn_anew(media_type: str, content: bytes) -> bytes:
    """The same picture, upright, without where, when and with what it was taken. Raises PictureRefused.

    Takes memory and time: away from whoever serves others, one after the other.
    """
    try:
        with warnings.catch_warnings(action="ignore"), _opened(media_type, content) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise _refused_as_large()
            picture.load()
            return _jpeg(picture) if media_type == "image/jpeg" else _png(picture)
    except _STUMBLES as stumble:
        raise PictureRefused(
            errors=[
                FieldError(
                    "/file",
                    "picture_unreadable",
                    "This picture is damaged and cannot be read; open it, save it again and choose the new file",
                )
            ]
        ) from stumble


def _opened(media_type: str, content: bytes) -> Image.Image:
    return Image.open(BytesIO(content), formats=(_FORMATS[media_type],))


def _refused_as_large() -> PictureRefused:
    most = MOST_PIXELS // 1_000_000
    return PictureRefused(
        errors=[
            FieldError(
                "/file",
                "too_many_pixels",
                f"This picture has more than {most} million pixels; save it smaller, or scan with 300 dots an inch",
                most=most,
            )
        ]
    )


def _jpeg(picture: Image.Image) -> bytes:
    """With the quality that it has: its own tables, as far as it tells them."""
    own: dict[str, Any] = {}
    tables = getattr(picture, "quantization", None)
    if tables and picture.mode in ("L", "RGB", "CMYK"):
        own = {"qtables": tables, "subsampling": JpegImagePlugin.get_sampling(picture)}
    return _written(picture, "JPEG", own or {"quality": 90})


def _png(picture: Image.Image) -> bytes:
    """Its first frame, with what is seen through."""
    clear = picture.info.get("transparency")
    return _written(picture, "PNG", {} if clear is None else {"transparency": clear})


def _written(picture: Image.Image, kind: str, how: dict[str, Any]) -> bytes:
    dots = picture.info.get("dpi")
    # a note about its orientation that cannot be read turns nothing
    with suppress(*_STUMBLES):
        ImageOps.exif_transpose(picture, in_place=True)
    picture.info.clear()
    if isinstance(dots, tuple) and all(1 <= each <= 10_000 for each in dots):
        how = {**how, "dpi": dots}
    made = BytesIO()
    picture.save(made, kind, **how)
    return made.getvalue()
