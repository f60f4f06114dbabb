"""What people were told in the last month, morning by morning, as the worker would have done it."""

from datetime import timedelta
from typing import Final

from alongside.demo.content.districts import TODAY
from alongside.demo.stage import Stage, at
from alongside.notices import service

DAYS: Final = 30
UNREAD: Final = timedelta(days=4)
"""People have read what is older."""

_READ = """
update notice set read_at = created_at + interval '3 hours'
where tenant_id = $1 and read_at is null and created_at < $2
"""


async def tell(stage: Stage, district: str) -> None:
    """Give each morning's notices with the roles of that day; the e-mails wait for the worker."""
    for before in range(DAYS, -1, -1):
        morning = stage.on(at(TODAY - timedelta(days=before), "8:00"), district)
        await service.follow(stage.database, morning, until=morning.now)
        await service.remind(stage.database, morning)
        async with stage.database.connection() as connection, connection.transaction():
            await connection.execute("select set_config('app.tenant_id', $1, true)", str(morning.id))
            await connection.execute(_READ, morning.id, morning.now - UNREAD)
        await service.collect(stage.database, morning)
