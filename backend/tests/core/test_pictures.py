"""Pictures are drawn anew: only the picture is kept, upright, and what is no picture or too large is refused."""

import asyncio
import zlib
from collections.abc import Awaitable, Callable
from io import BytesIO
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageCms, ImageStat, PngImagePlugin

from alongside.core import pictures
from alongside.core.pictures import PictureRefused, drawn_anew
from alongside.identity.scopes import Role
from tests.agreements.factories import an_agreement
from tests.papers.factories import a_paper
from tests.partners.factories import a_partner
from tests.pictures import as_file
from tests.world import World

KINDS = {"JPEG": "image/jpeg", "PNG": "image/png"}
SECRET = b"<script>GPS 41.9</script>"


def a_scene(mode: str = "RGB", size: tuple[int, int] = (120, 80)) -> Image.Image:
    """Dark above left, so that one sees how it lies."""
    picture = Image.radial_gradient("L").resize(size).convert("RGB")
    picture.paste((10, 20, 200), (0, 0, size[0] // 3, size[1] // 3))
    return picture.convert(mode)


def seen(content: bytes) -> Image.Image:
    picture = Image.open(BytesIO(content))
    picture.load()
    return picture


def unlike(one: Image.Image, other: Image.Image) -> float:
    """How far their dots are apart on average, of 255; a picture that lies is 15 and more from one that stands."""
    return max(ImageStat.Stat(ImageChops.difference(one.convert("RGB"), other.convert("RGB"))).mean)


def with_everything(kind: str, mode: str = "RGB") -> bytes:
    """Notes, a profile of colors, a comment, and something else behind its end."""
    exif = Image.Exif()
    exif[0x010E] = SECRET.decode()
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes() + SECRET
    if kind == "JPEG":
        more: dict[str, Any] = {"comment": SECRET, "quality": 88}
    else:
        notes = PngImagePlugin.PngInfo()
        notes.add_text("Where", SECRET.decode())
        notes.add(b"prVt", SECRET)
        more = {"pnginfo": notes}
    return as_file(a_scene(mode), kind, exif=exif, icc_profile=profile, **more) + SECRET


@pytest.mark.parametrize("kind", KINDS)
def test_only_the_picture_is_kept(kind: str) -> None:
    content = with_everything(kind)
    assert SECRET in content
    made = drawn_anew(KINDS[kind], content)
    assert SECRET not in made
    assert b"Exif" not in made
    assert b"eXIf" not in made
    picture = seen(made)
    assert not picture.getexif()
    assert set(picture.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi"}
    assert unlike(picture, seen(content)) <= 1


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", KINDS)
def test_it_stands_upright_without_the_note_that_says_so(kind: str, orientation: int) -> None:
    upright = a_scene(size=(96, 64))
    turned = {
        1: None, 2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_90, 7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }[orientation]  # fmt: skip
    lying = upright if turned is None else upright.transpose(turned)
    exif = Image.Exif()
    exif[0x0112] = orientation
    made = seen(drawn_anew(KINDS[kind], as_file(lying, kind, exif=exif, **({"quality": 95} if kind == "JPEG" else {}))))
    assert made.size == (96, 64)
    assert 0x0112 not in made.getexif()
    assert unlike(made, upright) <= 4


def test_a_scan_loses_next_to_nothing_and_does_not_grow() -> None:
    page = Image.effect_noise((1200, 900), 60).convert("RGB")
    for quality, sampling in ((60, 2), (75, 2), (90, 1), (95, 0)):
        content = as_file(page, "JPEG", quality=quality, subsampling=sampling, dpi=(300, 300))
        made = drawn_anew("image/jpeg", content)
        assert unlike(seen(made), seen(content)) <= 1
        assert len(made) <= 1.02 * len(content)
        assert seen(made).info["dpi"] == (300, 300), "printed as large as it was scanned"


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_png_is_the_same_to_the_last_dot(mode: str) -> None:
    picture = Image.radial_gradient("L").convert("I;16") if mode == "I;16" else a_scene(mode)
    content = as_file(picture, "PNG")
    made = seen(drawn_anew("image/png", content))
    assert made.mode == seen(content).mode
    assert made.tobytes() == picture.tobytes()
    if mode == "P":
        clear = seen(drawn_anew("image/png", as_file(picture, "PNG", transparency=3)))
        assert clear.info["transparency"] == 3


@pytest.mark.parametrize("mode", ["L", "CMYK"])
def test_gray_and_printers_jpegs_keep_their_colors(mode: str) -> None:
    content = as_file(a_scene(mode), "JPEG", quality=90)
    made = seen(drawn_anew("image/jpeg", content))
    assert made.mode == mode
    assert unlike(made, seen(content)) <= 1


def a_chunk(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")


def a_bomb(width: int, height: int) -> bytes:
    """A PNG of a few hundred bytes that says how large it is."""
    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\x02\0\0\0"
    return (
        b"\x89PNG\r\n\x1a\n" + a_chunk(b"IHDR", head) + a_chunk(b"IDAT", zlib.compress(b"\0" * 9_000))
        + a_chunk(b"IEND", b"")
    )  # fmt: skip


@pytest.mark.parametrize("size", [(40_000, 1_001), (30_000, 30_000), (2**31 - 1, 2**31 - 1)])
def test_a_bomb_is_refused_before_a_pixel_of_it_is_read(size: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    def never(_self: object, *_: object) -> None:
        raise AssertionError("it was read")

    monkeypatch.setattr(PngImagePlugin.PngImageFile, "load", never)
    with pytest.raises(PictureRefused) as refused:
        drawn_anew("image/png", a_bomb(*size))
    (error,) = refused.value.errors
    assert (error.pointer, error.code, error.params) == ("/file", "too_many_pixels", {"most": 40})


def test_as_many_pixels_as_are_allowed_are_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "MOST_PIXELS", 6_000)
    assert drawn_anew("image/png", as_file(a_scene(size=(100, 60)), "PNG"))
    with pytest.raises(PictureRefused):
        drawn_anew("image/png", as_file(a_scene(size=(100, 61)), "PNG"))


def test_a_note_that_cannot_be_read_keeps_no_picture_out() -> None:
    content = as_file(a_scene(), "JPEG")
    broken = content[:2] + b"\xff\xe1\x00\x14Exif\0\0II*\0\xff\xff\xff\xff\0\0\0\0" + content[2:]
    assert unlike(seen(drawn_anew("image/jpeg", broken)), seen(content)) <= 1


WHOLE = {kind: with_everything(kind) for kind in KINDS}


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), kind=st.sampled_from(sorted(KINDS)))
def test_whatever_is_broken_is_drawn_or_refused_and_never_an_error(data: st.DataObject, kind: str) -> None:
    content = bytearray(WHOLE[kind])
    for _ in range(data.draw(st.integers(1, 12))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(content)) | st.just(len(content)))
    try:
        made = drawn_anew(KINDS[kind], bytes(content[:cut]))
    except PictureRefused:
        return
    seen(made)


Send = Callable[[str, bytes], Awaitable[httpx.Response]]


@pytest.fixture(params=["papers", "agreements"], name="send")
async def _send(request: pytest.FixtureRequest, world: World) -> Send:
    office, partner = await world.person(Role.DISTRICT_ADMIN), await a_partner(world)
    kept = (
        await a_paper(world, partner=partner, status="draft")
        if request.param == "papers"
        else await an_agreement(world, partner=partner)
    )

    async def send(name: str, content: bytes) -> httpx.Response:
        answer = await office.http.post(f"/api/v1/{request.param}/{kept}/documents", files={"file": (name, content)})
        if answer.status_code == 201:
            told = answer.json()["documents"][-1]
            answer = await office.http.get(answer.headers["location"])
            assert told["size"] == len(answer.content), "what is told of the file is told of what is kept"
        return answer

    return send


async def test_an_upload_is_drawn_anew_wherever_it_comes_in(send: Send) -> None:
    for kind, name in (("JPEG", "a.jpg"), ("JPEG", "a.JPEG"), ("PNG", "a.png")):
        kept = await send(name, with_everything(kind))
        assert kept.status_code == 200
        assert SECRET not in kept.content
        assert kept.content == await asyncio.to_thread(drawn_anew, KINDS[kind], with_everything(kind))


@pytest.mark.parametrize(
    ("name", "content", "status", "code"),
    [
        ("a.jpg", b"\xff\xd8\xff\xe0 no more than a beginning", 422, "picture_unreadable"),
        ("a.png", b"\x89PNG\r\n\x1a\n", 422, "picture_unreadable"),
        ("a.png", with_everything("PNG")[:300], 422, "picture_unreadable"),
        ("a.png", a_bomb(30_000, 30_000), 422, "too_many_pixels"),
        ("a.png", with_everything("JPEG"), 415, None),
        ("a.gif", b"GIF89a", 415, None),
    ],
)  # fmt: skip
async def test_what_is_no_picture_is_refused_at_the_field(
    send: Send, name: str, content: bytes, status: int, code: str | None
) -> None:
    answer = await send(name, content)
    assert answer.status_code == status
    if code:
        assert answer.json()["type"].endswith(":picture-refused")
        assert [(error["pointer"], error["code"]) for error in answer.json()["errors"]] == [("/file", code)]
