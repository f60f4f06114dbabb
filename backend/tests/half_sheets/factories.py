"""A school's page with what stands on it, for a test's scene."""

from typing import Any
from uuid import UUID

from alongside.half_sheets.models import HalfSheet, HalfSheetEntry, ProgramListing
from tests.partnerships.factories import Scene, a_scene
from tests.world import World

WORDS: dict[str, Any] = {
    "summary": "Two students with one tutor.", "is_free": True, "how_to_join": "Ask your child’s teacher.",
}  # fmt: skip


async def a_sheet(world: World, *, school: UUID, slug: str = "alder-park", is_open: bool = True, **values: Any) -> UUID:
    """A school's page; open unless said otherwise."""
    return await world.add(HalfSheet, school_id=school, slug=slug, is_open=is_open, **values)


async def a_listing(world: World, *, program: UUID, is_public: bool = True, **values: Any) -> UUID:
    """The partner's word on a program."""
    return await world.add(ProgramListing, program_id=program, is_public=is_public, **{**WORDS, **values})


async def an_entry(world: World, *, partnership: UUID, words_version: int = 1, **values: Any) -> UUID:
    """The school's or the office's word."""
    return await world.add(HalfSheetEntry, partnership_id=partnership, words_version=words_version, **values)


async def a_shown(
    world: World,
    *,
    school: UUID | None = None,
    listing: dict[str, Any] | None = None,
    entry: dict[str, Any] | None = None,
    **values: Any,
) -> Scene:
    """A program at work and cleared at a school, with both words; on its open page unless the school is given."""
    scene = await a_scene(world, school=school, **{"stage": "active", **values})
    await a_listing(world, program=scene.program, **(listing or {}))
    await an_entry(world, partnership=scene.partnership, **(entry or {}))
    if school is None:
        await a_sheet(world, school=scene.school)
    return scene
