"""One select per kind of task, all with the same columns, for the place and the day of the caller."""

from . import agreements, needs, partners, plans, targets

SELECTS = agreements.SELECTS | needs.SELECTS | targets.SELECTS | partners.SELECTS | plans.SELECTS
