"""Papers as PDF: nothing is lost, nothing is read as markup, and requests go on meanwhile."""

import asyncio
import time
from datetime import UTC, datetime
from typing import Any

from alongside.core.pdf import ROOT, Shelf, key_of, lay_out, pdf
from tests.reading import Paper

TEMPLATE = ROOT / "agreements" / "print" / "agreement.typ"
AT = datetime(2020, 1, 27, 18, 0, tzinfo=UTC)


def told(*paragraphs: str, items: tuple[str, ...] = (), **values: Any) -> dict[str, Any]:
    section = {"heading": "Purpose", "paragraphs": list(paragraphs), "items": list(items)}
    document = {"title": "Afternoon mentoring", "subtitle": "Memorandum A-2020-0001", "sections": [section]}
    blocks = [{"party": "North Branch Mentors", "name": None, "title": None, "how": None}]
    return {
        "number": "A-2020-0001", "is_frozen": True, "sha256": "ab" * 32, "document": document, "blocks": blocks,
        "closing": [], **values,
    }  # fmt: skip


def test_what_is_typed_is_never_read_as_markup() -> None:
    typed = '#read("/etc/passwd") *bold* $x^2$ @ref <label> // comment \\ = heading - item `raw` [x] #panic()'
    assert Paper(lay_out(TEMPLATE, told(typed, items=(typed,)), AT)).text.count('#read("/etc/passwd") *bold*') == 2


def test_a_long_word_is_broken_and_a_long_text_goes_on_over_pages() -> None:
    words = [f"w{number:04d}" for number in range(6000)]
    paper = Paper(lay_out(TEMPLATE, told("x" * 700, " ".join(words)), AT))
    assert len(paper.pages) > 5
    assert paper.holds("x" * 700)
    assert all(paper.holds(word) for word in words)
    assert all("ab" * 32 in page and f"Page {place + 1} of {len(paper.pages)}" in page
               for place, page in enumerate(paper.pages))  # fmt: skip


def test_a_character_that_no_font_draws_is_written_as_its_number() -> None:
    paper = Paper(lay_out(TEMPLATE, told("School 学校, الشراكة, Việt, Україна, 😀"), AT))
    assert paper.holds("School [U+5B66][U+6821]")
    assert paper.holds("[U+1F600]")
    assert paper.holds("Việt, Україна")
    paper.hold_to_accessible()


def test_it_is_tagged_with_headings_and_lists() -> None:
    tags = Paper(lay_out(TEMPLATE, told("One", items=("Two", "Three")), AT)).tags()
    assert tags.count("LI") == 2
    assert {"H1", "H2", "P", "L"} <= set(tags)


async def test_the_same_data_give_the_same_bytes_from_the_shelf() -> None:
    first = await pdf(TEMPLATE, told("Once"), AT)
    assert await pdf(TEMPLATE, told("Once"), AT) is first
    assert await pdf(TEMPLATE, told("Twice"), AT) != first
    assert key_of(TEMPLATE, told("Once"), AT) != key_of(TEMPLATE, told("Twice"), AT)


def test_the_shelf_forgets_the_longest_unread() -> None:
    shelf = Shelf(most=10)
    for name in ("a", "b"):
        shelf.keep(name, b"12345")
    assert shelf.get("a") == b"12345"
    shelf.keep("c", b"12345")
    assert (shelf.get("a"), shelf.get("b"), shelf.get("c")) == (b"12345", None, b"12345")
    shelf.keep("too large", b"1" * 11)
    assert shelf.get("too large") is None
    assert shelf.get("c") == b"12345"


async def test_requests_go_on_while_a_large_paper_is_laid_out() -> None:
    """The loop takes its turns hundreds of times while a paper of about a hundred pages is made."""
    large = told(*[f"Paragraph {number} " + "lorem ipsum dolor sit amet " * 60 for number in range(300)])
    turns, started = 0, time.perf_counter()
    making = asyncio.create_task(pdf(TEMPLATE, large, AT))
    while not making.done():
        await asyncio.sleep(0.001)
        turns += 1
    took = time.perf_counter() - started
    assert len(Paper(await making).pages) > 50
    assert turns > took / 0.02, f"{turns} turns in {took:.2f} s"
