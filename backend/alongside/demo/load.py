"""Loading the demonstration: the setting first, then everything in the order in which it happened."""

from collections.abc import Iterator
from datetime import date
from typing import Final

import asyncpg

from alongside.core.db import Database
from alongside.core.record import record

from .clocks import set_clocks
from .content.agreements import AGREEMENTS
from .content.cast import ORGANIZATIONS, everybody
from .content.districts import DISTRICTS, MAIN, TODAY
from .content.needs import ASSESSMENTS, REPUBLISHED, SURVEYS
from .content.neighbors import NEIGHBORS
from .content.partnerships import PARTNERSHIPS
from .content.targets import TARGETS
from .events import DemonstrationLoaded
from .machines import make_machines
from .scenes.agreements import agreement_steps, route_steps
from .scenes.citywide import citywide_steps
from .scenes.delegates import delegate_steps
from .scenes.half_sheets import half_sheet_steps
from .scenes.joining import join_steps
from .scenes.needs import assessment_steps, survey_steps, version_steps
from .scenes.notices import tell
from .scenes.openings import opening_steps
from .scenes.packs import pack_steps
from .scenes.papers import paper_steps
from .scenes.partners import partner_steps
from .scenes.partnerships import partnership_steps
from .scenes.plans import plan_steps
from .scenes.revisits import revisit_steps
from .scenes.saved_views import saved_view_steps
from .scenes.schools import bring_records, invent, merge_one
from .scenes.spreadsheets import spreadsheet_steps
from .scenes.targets import target_steps
from .scenes.templates import template_steps
from .setting import define_words, give_roles, make_districts, make_people, roles_in
from .stage import Stage, Step, at, perform

OPENED_ON: Final = date(2014, 8, 1)
"""The day on which the districts of the demonstration began to keep their records."""


async def load(database: Database, owner: asyncpg.Connection) -> int:
    """Everything, in a database that holds none of it; how many steps were played.

    The schema's owner makes the tenants, which the app's role may not, and counts the rows for the planner.
    """
    stage = Stage(database)
    await make_districts(stage, owner)
    await make_people(stage, everybody())
    for district in DISTRICTS:
        await _open(stage, district.slug, district.office)
    await owner.execute("analyze")
    count = await perform(stage, _steps(stage))
    await make_machines(stage)
    for district in DISTRICTS:
        await _finish(stage, district.slug, district.office, count)
    await owner.execute("analyze")
    return count


async def _open(stage: Stage, district: str, who: str) -> None:
    """What a district has before its first partner: words, school years, schools, and its own people's roles."""
    office = stage.acting(who, at(OPENED_ON), district)
    async with stage.database.transaction(office) as tx:
        await define_words(tx, office)
    if district == MAIN:
        await bring_records(stage, office)
        await merge_one(stage, office)
    else:
        await invent(stage, office)
    given = [
        (person, held)
        for person, held in roles_in(stage.people.values(), district)
        if held.partner is None and held.employer is None
    ]
    async with stage.database.transaction(office) as tx:
        await give_roles(stage, tx, given, district)


def _steps(stage: Stage) -> Iterator[Step]:
    yield from partner_steps(stage, ORGANIZATIONS)
    yield from assessment_steps(stage, ASSESSMENTS)
    yield from version_steps(stage, "dunmore/next", REPUBLISHED)
    yield from survey_steps(stage, SURVEYS)
    yield from partnership_steps(stage, PARTNERSHIPS)
    yield from route_steps(stage)
    yield from agreement_steps(stage, AGREEMENTS)
    yield from template_steps(stage)
    yield from plan_steps(stage)
    yield from join_steps(stage)
    yield from revisit_steps(stage)
    yield from delegate_steps(stage)
    yield from spreadsheet_steps(stage)
    yield from paper_steps(stage)
    yield from half_sheet_steps(stage)
    yield from saved_view_steps(stage)
    yield from target_steps(stage, TARGETS)
    yield from citywide_steps(stage)
    for one in NEIGHBORS:
        yield from partner_steps(stage, one.organizations, district=one.district, clerk=one.office, office=one.office)
        yield from survey_steps(stage, one.surveys, one.district)
        yield from partnership_steps(stage, one.works, one.district)
        yield from agreement_steps(stage, one.pacts, one.district)
        yield from target_steps(stage, one.goals, one.district)
    yield from opening_steps(stage)
    yield from pack_steps(stage)


async def _finish(stage: Stage, district: str, who: str, count: int) -> None:
    """Set the clocks, and say last of all that the load is whole."""
    tenant = stage.tenants[district]
    await set_clocks(stage.database, tenant.id)
    await tell(stage, district)
    office = stage.acting(who, at(TODAY, "7:00"), district)
    async with stage.database.transaction(office) as tx:
        record(tx, DemonstrationLoaded(object_id=tenant.id, changed={"steps": [None, count]}))
