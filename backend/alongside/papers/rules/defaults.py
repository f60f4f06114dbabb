"""The requirements that a district without any may start from: common practice, to be changed as it likes."""

from collections.abc import Mapping
from typing import Any, Final

MILLION: Final = 1_000_000_00
_IN_SCHOOL: Final = ["in_person", "hybrid"]

STARTER: Final[tuple[Mapping[str, Any], ...]] = (
    {
        "kind": "insurance_certificate", "title": "General liability insurance", "coverage": "general_liability",
        "min_each_cents": MILLION, "min_aggregate_cents": 2 * MILLION, "deliveries": _IN_SCHOOL,
        "note": "A certificate of insurance that names the organization as it is registered here.",
    },
    {
        "kind": "endorsement", "title": "Additional insured endorsement", "coverage": "general_liability",
        "needs_place": True, "deliveries": _IN_SCHOOL,
        "note": "For programs with a place of their own in a building; a certificate alone does not name the district.",
    },
    {
        "kind": "insurance_certificate", "title": "Abuse and molestation coverage",
        "coverage": "sexual_abuse_molestation", "min_each_cents": MILLION, "deliveries": _IN_SCHOOL,
    },
    {
        "kind": "background_check", "title": "Background checks",
        "check_kinds": ["state_criminal", "child_abuse", "fbi_fingerprint"], "validity_months": 60,
        "accepts_instead": ["agency_letter", "staff_present"],
        "note": "For everybody who works with students; good for 60 months from the oldest of the three.",
    },
)  # fmt: skip
