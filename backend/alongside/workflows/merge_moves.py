"""Whatever names a partner, and how it goes from one partner to another and back."""

from dataclasses import dataclass
from typing import Any, ClassVar, Final

from sqlalchemy import Update, any_, func, update
from sqlmodel import SQLModel

from alongside.agreements.models import Agreement
from alongside.core.record import Event
from alongside.core.statements import TENANT, a_key, columns, statement, table, the_keys
from alongside.identity.models import RoleAssignment
from alongside.packs.models import Pack, PackTaking
from alongside.papers.models import Paper, PaperWaiver, StaffMember
from alongside.partners.models import Contact, Partner, PartnerFormerName, Program
from alongside.partnerships.models import Partnership
from alongside.targets.models import Result, Target


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementPartnerMerged(Event):
    kind: ClassVar[str] = "agreement.partner_merged"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnershipPartnerMerged(Event):
    kind: ClassVar[str] = "partnership.partner_merged"


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetPartnerMerged(Event):
    kind: ClassVar[str] = "target.partner_merged"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramPartnerMerged(Event):
    kind: ClassVar[str] = "program.partner_merged"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperPartnerMerged(Event):
    kind: ClassVar[str] = "paper.partner_merged"


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffPartnerMerged(Event):
    kind: ClassVar[str] = "staff_member.partner_merged"


@dataclass(frozen=True, slots=True, kw_only=True)
class WaiverPartnerMerged(Event):
    kind: ClassVar[str] = "paper_waiver.partner_merged"


MOVES: Final[tuple[tuple[type[SQLModel], str, type[Event] | None], ...]] = (
    (Contact, "partner_id", None),
    (PartnerFormerName, "partner_id", None),
    (Program, "partner_id", ProgramPartnerMerged),
    (Partnership, "partner_id", PartnershipPartnerMerged),
    (Agreement, "partner_id", AgreementPartnerMerged),
    (Target, "partner_id", TargetPartnerMerged),
    (Result, "entered_for_partner_id", None),
    (Paper, "partner_id", PaperPartnerMerged),
    (PaperWaiver, "partner_id", WaiverPartnerMerged),
    (StaffMember, "partner_id", StaffPartnerMerged),
    (Pack, "partner_id", None),
    (PackTaking, "partner_id", None),
    (RoleAssignment, "partner_id", None),
    (RoleAssignment, "employer_partner_id", None),
    (Partner, "parent_partner_id", None),
    (Partner, "fiscal_sponsor_id", None),
)
"""Whatever names a partner, and the fact that a record of its own leaves when it moves."""


@statement
def move_all(model: type[SQLModel], column: str) -> Update:
    """Every row of one table that names the one partner names the other."""
    c = columns(model)
    values: dict[str, Any] = {column: a_key("to")}
    if "version" in c and model is not Partner:
        values |= {"version": c.version + 1, "updated_at": func.tenant_now()}
    shown = (c.id, c.version) if "version" in c else (c.id,)
    return (
        update(table(model))
        .where(c.tenant_id == TENANT, c[column] == a_key("from"), c.id != a_key("to"))
        .values(**values)
        .returning(*shown)
    )


@statement
def move_back(model: type[SQLModel], column: str) -> Update:
    """Those that came go back, if they are still there."""
    c = columns(model)
    values: dict[str, Any] = {column: a_key("to")}
    if "version" in c and model is not Partner:
        values |= {"version": c.version + 1, "updated_at": func.tenant_now()}
    shown = (c.id, c.version) if "version" in c else (c.id,)
    return (
        update(table(model))
        .where(c.tenant_id == TENANT, c[column] == a_key("from"), c.id == any_(the_keys("ids")))
        .values(**values)
        .returning(*shown)
    )
