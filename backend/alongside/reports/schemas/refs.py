"""Records by their names."""

from uuid import UUID

from alongside.core.fields import ReadModel


class Named(ReadModel):
    """A record by its name."""

    id: UUID
    name: str
