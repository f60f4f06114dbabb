"""Reading a PDF back: what stands on it, and whether a screen reader can use it."""

import re
from io import BytesIO
from typing import Any

from pypdf import PdfReader


class Paper:
    """A PDF as its reader meets it."""

    def __init__(self, content: bytes) -> None:
        assert content.startswith(b"%PDF-")
        self._file = PdfReader(BytesIO(content))
        self.pages = [plain(page.extract_text()) for page in self._file.pages]
        self.text = " ".join(self.pages)
        self.title = self._file.metadata.title if self._file.metadata else None

    def holds(self, words: str) -> bool:
        """Whether these words stand on it, wherever its lines break."""
        return squeezed(words) in squeezed(self.text)

    def hold_to_accessible(self) -> None:
        """Tagged, in a language, with a title that is shown: what PDF/UA asks of any reader's sight."""
        root: Any = self._file.trailer["/Root"]
        assert root["/MarkInfo"]["/Marked"] is True or root["/MarkInfo"]["/Marked"].value is True
        assert root["/Lang"] == "en"
        assert root["/ViewerPreferences"]["/DisplayDocTitle"]
        assert self.title
        assert "pdfuaid" in root["/Metadata"].get_object().get_data().decode()

    def tags(self) -> list[str]:
        """The kinds of parts, in reading order: H1, P, L, Table, TH …"""
        root: Any = self._file.trailer["/Root"]
        return list(_kinds(root["/StructTreeRoot"]))


def _kinds(node: Any) -> Any:
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for each in node:
            yield from _kinds(each)
    elif isinstance(node, dict):
        if "/S" in node:
            yield str(node["/S"]).removeprefix("/")
        if "/K" in node:
            yield from _kinds(node["/K"])


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\u200b", ""))


def squeezed(text: str) -> str:
    """Without any space: a paper breaks its lines where they are full."""
    return re.sub(r"\s+", "", text.replace("\u200b", ""))
