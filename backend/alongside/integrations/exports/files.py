"""What each list says in a file: the columns of its page, and the keys that lead back here."""

from datetime import date
from typing import Any, Final

from alongside.agreements import queries as agreements
from alongside.agreements.schemas import AgreementExport
from alongside.core.db import Row
from alongside.identity.principal import Principal
from alongside.partners.schemas import PartnerExport
from alongside.partnerships.queries import every_partner

from .lists import ListFile

AGREEMENT: Final = (
    "number", "title", "type", "partner", "signed_as", "programs", "stands", "status", "district_wide", "schools_named",
    "schools_confirmed", "schools_declined", "schools_pending", "waits_for", "starts_on", "ends_on", "effective_on",
    "ceases_on", "days_left", "recorded_elsewhere", "updated_at", "id", "partner_id",
)  # fmt: skip
PARTNER: Final = (
    "name", "type", "status", "approval_ran_out", "city", "phone", "areas", "schools", "first_schools",
    "agreements_in_force", "next_end", "last_contact_on", "updated_at", "id",
)  # fmt: skip


def agreements_file(principal: Principal, query: AgreementExport) -> ListFile:
    """The agreements of a question as they stand on its day."""
    shape, values = agreements.shape_of(principal, query), agreements.values_of(principal, query)

    def cells(row: Row) -> tuple[Any, ...]:
        item = agreements.item_of(row, values["day"])
        schools = item["schools"]
        return (
            item["number"], item["title"], item["type"], item["partner"]["name"], item["signed_as"],
            "; ".join(program["name"] for program in item["programs"]), item["effective_status"], item["status"],
            item["is_district_wide"], schools["named"], schools["confirmed"], schools["declined"], schools["pending"],
            "; ".join(item["waits_for"]), item["starts_on"], item["ends_on"], item["effective_on"], item["ceases_on"],
            item["days_left"], item["origin"] == "recorded", item["updated_at"], str(item["id"]),
            str(item["partner"]["id"]),
        )  # fmt: skip

    return ListFile("agreements", agreements.every(shape, query.sort), values, AGREEMENT, cells)


def partners_file(principal: Principal, query: PartnerExport) -> ListFile:
    """The directory as a question narrows it."""

    def cells(row: Row) -> tuple[Any, ...]:
        # what the reader may not see stays empty, which is not none
        schools = row["schools"] or {"count": None, "first": []}
        agreements = row["agreements"] or {"in_force": None, "next_end": None}
        next_end = agreements["next_end"]
        return (
            row["name"], row["org_type"], row["status"], row["vetting_expired"], row["city"], row["phone"],
            "; ".join(row["areas"]), schools["count"], "; ".join(school["name"] for school in schools["first"]),
            agreements["in_force"], next_end and date.fromisoformat(next_end), row["last_contact_on"],
            row["updated_at"], str(row["id"]),
        )  # fmt: skip

    statement, values = every_partner(principal, query)
    return ListFile("partners", statement, values, PARTNER, cells)
