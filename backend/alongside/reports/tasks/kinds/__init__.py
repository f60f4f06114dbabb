"""One select per kind of task, all with the same columns, for the place and the day of the caller."""

from . import agreements, needs, openings, partners, plans, targets

SELECTS = agreements.SELECTS | needs.SELECTS | targets.SELECTS | partners.SELECTS | plans.SELECTS | openings.SELECTS
