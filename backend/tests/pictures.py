"""Pictures as a scanner or a phone makes them."""

from io import BytesIO
from typing import Any

from PIL import Image


def as_file(picture: Image.Image, kind: str, **how: Any) -> bytes:
    made = BytesIO()
    picture.save(made, kind, **how)
    return made.getvalue()


PNG = as_file(Image.new("RGB", (20, 30), (250, 250, 240)), "PNG")
JPEG = as_file(Image.new("RGB", (20, 30), (250, 250, 240)), "JPEG")
