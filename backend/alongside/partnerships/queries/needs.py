"""Which needs a reader of a partnership sees: a school's own people all of them, others those published."""

from sqlalchemy import ColumnElement, any_, exists, literal_column, or_, select, true

from alongside.core.statements import columns, the_keys
from alongside.identity.principal import Standpoint
from alongside.needs.models import Need, NeedsAssessment

n, c = columns(Need), columns(NeedsAssessment)


def visible_to(standpoints: frozenset[Standpoint]) -> ColumnElement[bool]:
    if Standpoint.DISTRICT in standpoints:
        return true()
    published = exists(
        select(literal_column("1"))
        .where(
            c.tenant_id == n.tenant_id, c.id == n.assessment_id, or_(c.status == "published", c.status == "superseded")
        )
        .correlate(n.id.table)
    )
    if Standpoint.SCHOOL in standpoints:
        return or_(n.school_id == any_(the_keys("led_schools")), published)
    return published
