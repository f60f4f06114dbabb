"""The QR code of a page's address, as a path that any SVG can draw."""

from functools import lru_cache

import segno


@lru_cache(maxsize=512)
def code_of(address: str) -> dict[str, int | str]:
    """The code's side in modules, without its quiet zone, and the dark ones as runs of a path.

    Level M still reads with a seventh of it creased or smudged.
    """
    rows = [list(row) for row in segno.make(address, error="m", micro=False, boost_error=False).matrix]
    runs = []
    for y, row in enumerate(rows):
        x = 0
        while x < len(row):
            end = x
            while end < len(row) and row[end]:
                end += 1
            if end > x:
                runs.append(f"M{x} {y}h{end - x}v1H{x}z")
            x = end + 1
    return {"size": len(rows), "path": "".join(runs)}
