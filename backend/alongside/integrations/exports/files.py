"""What each list says in a file: the columns of its page, and the keys that lead back here."""

from typing import Any, Final

from alongside.agreements import queries as agreements
from alongside.agreements.schemas import AgreementExport
from alongside.core.db import Row
from alongside.identity.principal import Principal
from alongside.partners import queries as partners
from alongside.partners.schemas import PartnerExport

from .lists import ListFile

AGREEMENT: Final = (
    "number", "title", "type", "partner", "signed_as", "programs", "stands", "status", "district_wide", "schools_named",
    "schools_confirmed", "schools_declined", "schools_pending", "waits_for", "starts_on", "ends_on", "effective_on",
    "ceases_on", "days_left", "recorded_elsewhere", "updated_at", "id", "partner_id",
)  # fmt: skip
PARTNER: Final = (
    "name", "type", "status", "approval_ran_out", "city", "phone", "areas", "updated_at", "id",
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
        return (
            row["name"], row["org_type"], row["status"], row["vetting_expired"], row["city"], row["phone"],
            "; ".join(row["areas"]), row["updated_at"], str(row["id"]),
        )  # fmt: skip

    statement, values = partners.every(principal, query)
    return ListFile("partners", statement, values, PARTNER, cells)
