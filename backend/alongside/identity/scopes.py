"""What may be done, and which role may do it: the permission matrix on one page."""

from enum import StrEnum


class Scope(StrEnum):
    """One thing a caller may do; each route names one."""

    ME = "me:read"
    HOME = "home:read"
    SCHOOLS_READ = "schools:read"
    SCHOOLS_WRITE = "schools:write"
    MEASURES_READ = "measures:read"
    MEASURES_WRITE = "measures:write"
    NEEDS_READ = "needs:read"
    NEEDS_WRITE = "needs:write"
    NEEDS_APPROVE = "needs:approve"
    NEEDS_REOPEN = "needs:reopen"
    PARTNERS_READ = "partners:read"
    PARTNERS_WRITE = "partners:write"
    PARTNERS_REVIEW = "partners:review"
    PACKS_CARRY = "packs:carry"
    PAPERS_READ = "papers:read"
    PAPERS_WRITE = "papers:write"
    PAPERS_REVIEW = "papers:review"
    PAPERS_REQUIRE = "papers:require"
    PAPERS_WAIVE = "papers:waive"
    AGREEMENTS_READ = "agreements:read"
    AGREEMENTS_WRITE = "agreements:write"
    AGREEMENTS_REVIEW = "agreements:review"
    AGREEMENTS_APPROVE = "agreements:approve"
    AGREEMENTS_CONFIRM = "agreements:confirm"
    AGREEMENTS_SIGN = "agreements:sign"
    AGREEMENTS_RECORD = "agreements:record"
    AGREEMENTS_TERMINATE = "agreements:terminate"
    PARTNERSHIPS_READ = "partnerships:read"
    PARTNERSHIPS_WRITE = "partnerships:write"
    TARGETS_READ = "targets:read"
    TARGETS_WRITE = "targets:write"
    TARGETS_AGREE = "targets:agree"
    RESULTS_WRITE = "results:write"
    RESULTS_VERIFY = "results:verify"
    HISTORY_READ = "history:read"
    IMPORTS_WRITE = "imports:write"
    SETTINGS_WRITE = "settings:write"
    STORAGE_READ = "storage:read"


class Role(StrEnum):
    """The field's roles (docs/domain.md)."""

    DISTRICT_ADMIN = "district_admin"
    PARTNERSHIP_OFFICE = "partnership_office"
    LEGAL_REVIEWER = "legal_reviewer"
    COMPLIANCE_REVIEWER = "compliance_reviewer"
    PRIVACY_OFFICER = "privacy_officer"
    DISTRICT_SIGNATORY = "district_signatory"
    SCHOOL_LEADER = "school_leader"
    PARTNERSHIP_COORDINATOR = "partnership_coordinator"
    SCHOOL_STAFF = "school_staff"
    FRONT_OFFICE = "front_office"
    PARTNER_ADMIN = "partner_admin"
    PARTNER_STAFF = "partner_staff"
    PARTNER_SIGNATORY = "partner_signatory"


DISTRICT_ROLES = frozenset(
    {
        Role.DISTRICT_ADMIN,
        Role.PARTNERSHIP_OFFICE,
        Role.LEGAL_REVIEWER,
        Role.COMPLIANCE_REVIEWER,
        Role.PRIVACY_OFFICER,
        Role.DISTRICT_SIGNATORY,
    }
)
SCHOOL_ROLES = frozenset({Role.SCHOOL_LEADER, Role.PARTNERSHIP_COORDINATOR, Role.SCHOOL_STAFF, Role.FRONT_OFFICE})
PARTNER_ROLES = frozenset({Role.PARTNER_ADMIN, Role.PARTNER_STAFF, Role.PARTNER_SIGNATORY})

_EVERYBODY = frozenset(
    {Scope.ME, Scope.HOME, Scope.SCHOOLS_READ, Scope.MEASURES_READ, Scope.NEEDS_READ, Scope.PARTNERS_READ,
     Scope.AGREEMENTS_READ, Scope.PARTNERSHIPS_READ, Scope.TARGETS_READ, Scope.HISTORY_READ}
)  # fmt: skip

GRANTS: dict[Role, frozenset[Scope]] = {
    Role.DISTRICT_ADMIN: frozenset(Scope)
    - {Scope.AGREEMENTS_SIGN, Scope.AGREEMENTS_CONFIRM, Scope.TARGETS_AGREE, Scope.NEEDS_APPROVE, Scope.PACKS_CARRY},
    Role.PARTNERSHIP_OFFICE: _EVERYBODY
    | {Scope.PAPERS_READ, Scope.PAPERS_WRITE, Scope.PAPERS_REQUIRE,
       Scope.NEEDS_REOPEN, Scope.PARTNERS_WRITE, Scope.PARTNERS_REVIEW, Scope.AGREEMENTS_WRITE, Scope.AGREEMENTS_REVIEW,
       Scope.AGREEMENTS_APPROVE, Scope.AGREEMENTS_RECORD, Scope.AGREEMENTS_TERMINATE,
       Scope.PARTNERSHIPS_WRITE, Scope.TARGETS_WRITE,
       Scope.RESULTS_VERIFY, Scope.IMPORTS_WRITE, Scope.MEASURES_WRITE, Scope.SCHOOLS_WRITE,
       Scope.STORAGE_READ},
    Role.LEGAL_REVIEWER: _EVERYBODY | {Scope.AGREEMENTS_REVIEW, Scope.PAPERS_READ, Scope.PAPERS_REVIEW},
    Role.COMPLIANCE_REVIEWER: _EVERYBODY
    | {Scope.AGREEMENTS_REVIEW, Scope.PARTNERS_REVIEW, Scope.PAPERS_READ, Scope.PAPERS_WRITE, Scope.PAPERS_REVIEW,
       Scope.PAPERS_REQUIRE, Scope.PAPERS_WAIVE},
    Role.PRIVACY_OFFICER: _EVERYBODY | {Scope.AGREEMENTS_REVIEW, Scope.SETTINGS_WRITE, Scope.PAPERS_READ},
    Role.DISTRICT_SIGNATORY: _EVERYBODY | {Scope.AGREEMENTS_SIGN, Scope.PAPERS_READ},
    Role.SCHOOL_LEADER: _EVERYBODY
    | {Scope.NEEDS_WRITE, Scope.NEEDS_APPROVE, Scope.PARTNERSHIPS_WRITE, Scope.AGREEMENTS_WRITE,
       Scope.AGREEMENTS_CONFIRM, Scope.TARGETS_WRITE, Scope.TARGETS_AGREE, Scope.RESULTS_WRITE,
       Scope.RESULTS_VERIFY},
    Role.PARTNERSHIP_COORDINATOR: _EVERYBODY
    | {Scope.NEEDS_WRITE, Scope.PARTNERSHIPS_WRITE, Scope.AGREEMENTS_WRITE, Scope.TARGETS_WRITE,
       Scope.TARGETS_AGREE, Scope.RESULTS_WRITE, Scope.RESULTS_VERIFY},
    Role.SCHOOL_STAFF: frozenset(
        {Scope.ME, Scope.HOME, Scope.SCHOOLS_READ, Scope.MEASURES_READ, Scope.NEEDS_READ, Scope.PARTNERS_READ,
         Scope.PARTNERSHIPS_READ}),
    Role.FRONT_OFFICE: frozenset(
        {Scope.ME, Scope.HOME, Scope.SCHOOLS_READ, Scope.PARTNERS_READ, Scope.PARTNERSHIPS_READ}),
    Role.PARTNER_ADMIN: _EVERYBODY
    | {Scope.PARTNERS_WRITE, Scope.AGREEMENTS_WRITE, Scope.AGREEMENTS_TERMINATE, Scope.TARGETS_WRITE,
       Scope.TARGETS_AGREE,
       Scope.RESULTS_WRITE, Scope.PARTNERSHIPS_WRITE, Scope.PAPERS_READ, Scope.PAPERS_WRITE,
       Scope.PACKS_CARRY},
    Role.PARTNER_STAFF: _EVERYBODY
    | {Scope.PARTNERS_WRITE, Scope.TARGETS_WRITE, Scope.RESULTS_WRITE, Scope.PAPERS_READ, Scope.PAPERS_WRITE},
    Role.PARTNER_SIGNATORY: _EVERYBODY | {Scope.AGREEMENTS_SIGN, Scope.AGREEMENTS_TERMINATE, Scope.PAPERS_READ},
}  # fmt: skip


def granted(roles: frozenset[Role]) -> frozenset[Scope]:
    """Everything that these roles together may do."""
    return frozenset().union(*(GRANTS[role] for role in roles))
