"""Loading the demonstration: the setting first, then everything in the order in which it happened."""

from collections.abc import Iterator

import asyncpg

from alongside.core.db import Database

from .content.agreements import AGREEMENTS
from .content.applicants import APPLICANTS
from .content.citywide_partners import CITYWIDE_PARTNERS
from .content.districts import DISTRICTS, MAIN
from .content.needs import ASSESSMENTS, REPUBLISHED, SURVEYS
from .content.partners import STORY_PARTNERS
from .content.partnerships import PARTNERSHIPS
from .content.people import PEOPLE
from .content.targets import TARGETS
from .scenes.agreements import agreement_steps
from .scenes.citywide import citywide_steps
from .scenes.needs import assessment_steps, survey_steps, version_steps
from .scenes.partners import directors, partner_steps
from .scenes.partnerships import partnership_steps
from .scenes.schools import bring_records, invent, merge_one
from .scenes.targets import target_steps
from .setting import OPENED_ON, define_words, give_roles, make_districts, make_people, roles_in
from .stage import Stage, Step, at, perform

ORGANIZATIONS = (*STORY_PARTNERS, *CITYWIDE_PARTNERS, *APPLICANTS)


async def load(database: Database, owner: asyncpg.Connection) -> int:
    """Everything, in a database that holds none of it; how many steps were played."""
    stage = Stage(database)
    await make_districts(stage, owner)
    await make_people(stage, (*PEOPLE, *directors(ORGANIZATIONS, PEOPLE)))
    await _open_districts(stage)
    return await perform(stage, _steps(stage))


async def _open_districts(stage: Stage) -> None:
    """What each district has before its first partner: words, school years, schools, and its own people's roles."""
    for district in DISTRICTS:
        office = stage.acting(district.office, at(OPENED_ON), district.slug)
        async with stage.database.transaction(office) as tx:
            await define_words(tx, office)
        if district.slug == MAIN:
            await bring_records(stage, office)
            await merge_one(stage, office)
        else:
            await invent(stage, office)
        given = [
            (person, held)
            for person, held in roles_in(stage.people.values(), district.slug)
            if held.partner is None and held.employer is None
        ]
        async with stage.database.transaction(office) as tx:
            await give_roles(stage, tx, given, district.slug)


def _steps(stage: Stage) -> Iterator[Step]:
    yield from partner_steps(stage, ORGANIZATIONS)
    yield from assessment_steps(stage, ASSESSMENTS)
    yield from version_steps(stage, "dunmore/next", REPUBLISHED)
    yield from survey_steps(stage, SURVEYS)
    yield from partnership_steps(stage, PARTNERSHIPS)
    yield from agreement_steps(stage, AGREEMENTS)
    yield from target_steps(stage, TARGETS)
    yield from citywide_steps(stage)
