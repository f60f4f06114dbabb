"""What the database hides set-wise is exactly what the rules hide, for whatever was published."""

from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from alongside.core.clock import new_id
from alongside.core.errors import Unprocessable
from alongside.measures.hiding import hide as hide_in_the_database
from alongside.measures.models import Measure, ObservationBatch
from alongside.measures.rules import Published, hide
from alongside.measures.service import set_minimum
from tests.imports.factories import shell
from tests.measures.factories import a_measure, an_observation
from tests.schools.factories import a_school
from tests.world import World

GROUPS = (
    "all", "race_ethnicity:asian", "race_ethnicity:black", "race_ethnicity:Z", "race_ethnicity:white", "grade:k",
    "grade:g1", "low_income", "english_learners",
)  # fmt: skip
MEASURES = {"student_count": "count", "enrolled": "count", "attendance_rate": "percent"}
EDGES = st.sampled_from([0, 1, 1, 4, 5, 9, 10, 11, 20, 45])
NUMBERS = st.one_of(EDGES, st.integers(0, 12), st.integers(0, 60), st.integers(0, 2000))
MINIMA = st.sampled_from([5, 10]) | st.integers(5, 30)
PERCENTS = st.none() | st.integers(0, 100) | st.decimals(0, 100, places=2)
CELLS = st.tuples(st.sampled_from(sorted(MEASURES)), st.sampled_from(["A", "B"]), st.sampled_from(GROUPS))


@st.composite
def publications(draw: st.DrawFn) -> list[Published]:
    """Everything published of one school in one period, consistent or not."""
    cells = draw(st.lists(CELLS, unique=True, max_size=24))
    rows = []
    for key, (measure, source, group) in enumerate(cells):
        is_count = MEASURES[measure] == "count"
        rows.append(
            Published(
                key, measure, source, group, is_count,
                is_percent=MEASURES[measure] == "percent",
                value=draw(st.none() | NUMBERS) if is_count else draw(PERCENTS),
                numerator=None if is_count else draw(st.none() | NUMBERS),
                denominator=None if is_count else draw(st.none() | NUMBERS),
            )
        )  # fmt: skip
    return rows


def table(*counts: int) -> list[Published]:
    """One partition with its true total: the case that matters most."""
    groups = zip(("all", *GROUPS[1:5]), (sum(counts), *counts), strict=False)
    return [
        Published(place, "student_count", "A", group, is_count=True, value=count)
        for place, (group, count) in enumerate(groups)
    ]


TABLES = st.lists(NUMBERS, min_size=1, max_size=4).map(lambda counts: table(*counts))


class Place:
    """A school, measures and a batch to hang observations on; every trial is rolled back."""

    def __init__(self, world: World, school: UUID, batch: UUID, measures: dict[str, UUID]) -> None:
        self.world, self.school, self.batch, self.measures = world, school, batch, measures

    async def hidden(self, rows: list[Published], min_n: int) -> dict[int, str]:
        """What the database hides of these rows."""
        async with self.world.database.connection() as connection:
            trial = connection.transaction()
            await trial.start()
            try:
                await connection.execute("select set_config('app.tenant_id', $1, true)", str(self.world.tenant_id))
                await connection.execute("update tenant set min_n = $1 where id = $2", min_n, self.world.tenant_id)
                ids = {row.key: new_id() for row in rows}
                await connection.executemany(
                    "insert into observation (tenant_id, id, measure_id, school_id, batch_id, period, group_key, "
                    "value, value_text, numerator, denominator, source) "
                    "values ($1, $2, $3, $4, $5, '2018-2019', $6, $7, $8, $9, $10, $11)",
                    [
                        (
                            self.world.tenant_id, ids[row.key], self.measures[row.measure], self.school, self.batch,
                            row.group, None if row.value is None else Decimal(row.value),
                            "> 9" if row.value is None else None, row.numerator, row.denominator, row.source,
                        )
                        for row in rows
                    ],
                )  # fmt: skip
                await hide_in_the_database(connection, self.world.tenant_id, "all", seconds=30)
                found = await connection.fetch("select id, hidden from observation where hidden is not null")
                keys = {row_id: key for key, row_id in ids.items()}
                return {keys[row["id"]]: row["hidden"] for row in found}
            finally:
                await trial.rollback()


@pytest.fixture
async def place(world: World) -> Place:
    measures = {
        key: await world.add(Measure, key=key, name=key, unit=unit, direction="none") for key, unit in MEASURES.items()
    }
    batch = await world.add(ObservationBatch, kind="entry", source="A")
    return Place(world, await a_school(world), batch, measures)


EXAMPLES = settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@given(rows=publications(), min_n=MINIMA)
@EXAMPLES
async def test_the_database_hides_what_the_rules_hide(place: Place, rows: list[Published], min_n: int) -> None:
    assert await place.hidden(rows, min_n) == hide(rows, min_n)


@given(rows=TABLES, min_n=MINIMA)
@example(table(1, 10, 45, 120), 10)
@example(table(9, 9, 45, 120), 10)
@example(table(9, 20, 20), 10)
@example(table(4, 10, 11, 200), 10)
@example(table(7, 20, 20, 20), 10)
@example(table(5, 10), 10)
@EXAMPLES
async def test_the_database_hides_what_the_rules_hide_of_one_partition(
    place: Place, rows: list[Published], min_n: int
) -> None:
    assert await place.hidden(rows, min_n) == hide(rows, min_n)


async def test_hiding_again_changes_nothing(world: World) -> None:
    school, count = await a_school(world), await a_measure(world, key="student_count", unit="count", direction="none")
    for group, value in (("all", 194), ("race_ethnicity:white", 7), ("race_ethnicity:black", 187)):
        await an_observation(world, measure=count, school=school, group=group, value=value)
    async with world.database.connection() as connection, connection.transaction():
        await connection.execute("select set_config('app.tenant_id', $1, true)", str(world.tenant_id))
        assert await hide_in_the_database(connection, world.tenant_id, "all", seconds=30) == 2
        assert await hide_in_the_database(connection, world.tenant_id, "all", seconds=30) == 0


async def test_a_new_minimum_hides_and_shows_everything_by_it(world: World) -> None:
    school, count = await a_school(world), await a_measure(world, key="student_count", unit="count", direction="none")
    counts = {"black": 120, "hispanic": 45, "white": 12, "asian": 22, "native_american": 6}
    await an_observation(world, measure=count, school=school, value=sum(counts.values()))
    for group, value in counts.items():
        await an_observation(world, measure=count, school=school, group=f"race_ethnicity:{group}", value=value)
    admin = shell(world)

    async def hidden_at(minimum: int) -> set[str]:
        async with world.database.transaction(admin) as tx:
            await set_minimum(tx, admin, minimum)
        rows = await world.rows("select group_key from observation_guarded where hidden is not null")
        return {row["group_key"].partition(":")[2] for row in rows}

    assert await hidden_at(20) == {"native_american", "white"} | {"asian"}
    assert await hidden_at(5) == set()
    assert await hidden_at(7) == {"native_american", "white"}
    told = await world.rows("select changed from log where kind = 'tenant.minimum_changed' order by seq")
    assert [row["changed"]["min_n"] for row in told] == [[10, 20], [20, 5], [5, 7]]


async def test_the_same_minimum_records_nothing(world: World) -> None:
    admin = shell(world)
    async with world.database.transaction(admin) as tx:
        assert await set_minimum(tx, admin, 10) == 0
    assert await world.rows("select 1 from log where kind = 'tenant.minimum_changed'") == []


@pytest.mark.parametrize("minimum", [4, 31])
async def test_a_minimum_that_hides_nobody_or_everybody_is_refused(world: World, minimum: int) -> None:
    admin = shell(world)
    with pytest.raises(Unprocessable):
        async with world.database.transaction(admin) as tx:
            await set_minimum(tx, admin, minimum)
