"""Starting a partnership, changing what is known of it, and moving it through its stages."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import any_, bindparam, delete, func, insert, literal_column, update

from alongside.core.clock import new_id
from alongside.core.conditional import IfMatch, check_version, require_version
from alongside.core.db import Tx
from alongside.core.errors import FieldError, Unprocessable, wrong
from alongside.core.moves import make_move
from alongside.core.record import difference, record
from alongside.core.statements import TENANT, a_key, columns, statement, table, the_keys
from alongside.identity.principal import Principal
from alongside.identity.scopes import Role
from alongside.partners.errors import ProgramNotFound
from alongside.partners.queries import get_program
from alongside.partners.rules import OFFICE
from alongside.schools.errors import SchoolNotFound
from alongside.schools.queries import get as get_school
from alongside.schools.school_year import YearStart, school_year_of

from . import queries, rules
from .errors import NotYourField, OwnEmployer, PartnershipCannotMove, PartnershipExists, PartnershipOver, SchoolMatter
from .events import MOVED, PartnershipChanged, PartnershipStarted
from .models import Partnership, PartnershipNeed
from .schemas import PartnershipCreate, PartnershipUpdate

p, pn = columns(Partnership), columns(PartnershipNeed)

_NEVER_EMPTY = frozenset({"kind", "is_lead_partner", "min_cleared_people"})


@statement
def _insert() -> Any:
    names = ("id", "partner_id", "program_id", "school_id", "first_school_year", "kind", "coordinator_id", "schedule",
             "place")  # fmt: skip
    return insert(table(Partnership)).values(
        tenant_id=TENANT, **{name: bindparam(name, type_=p[name].type) for name in names}
    )


@statement
def _insert_need() -> Any:
    names = ("id", "partnership_id", "need_id", "fit_words")
    return insert(table(PartnershipNeed)).values(
        tenant_id=TENANT, **{name: bindparam(name, type_=pn[name].type) for name in names}
    )


@statement
def _drop_needs() -> Any:
    return delete(table(PartnershipNeed)).where(
        pn.tenant_id == TENANT, pn.partnership_id == a_key("partnership"), pn.need_id == any_(the_keys("needs"))
    )


@statement
def _update(names: frozenset[str]) -> Any:
    return (
        update(table(Partnership))
        .where(p.tenant_id == TENANT, p.id == a_key("of"))
        .values(
            **{name: bindparam(name, type_=p[name].type) for name in sorted(names)},
            version=p.version + literal_column("1"),
            updated_at=func.tenant_now(),
        )
    )


async def start(tx: Tx, principal: Principal, asked: PartnershipCreate) -> dict[str, Any]:
    """Begin exploring a program at a school, for the needs it may meet; the reasons of fit are kept as they are now."""
    program = await _program(tx, principal, asked.program_id)
    partner_id = program["partner"]["id"]
    if partner_id in principal.employers:
        raise OwnEmployer
    roles = queries.roles_at(principal, asked.school_id, partner_id)
    if roles.isdisjoint(OFFICE | rules.SCHOOL_SIDE):
        raise SchoolMatter
    await _check_school(tx, principal, asked.school_id)
    if program["status"] == "retired":
        raise wrong("/program_id", "program_retired", "The partner does not offer this program any more")
    if program["partner"]["status"] not in rules.PAIRABLE:
        raise wrong("/program_id", "partner_not_open", "This partner takes no new partnerships now")
    if await queries.find_open(tx, asked.school_id, asked.program_id) is not None:
        raise PartnershipExists
    places = {need_id: place for place, need_id in enumerate(asked.need_ids)}
    words = await _fit_words(tx, principal, asked.school_id, asked.program_id, places)
    tenant = principal.tenant
    year = school_year_of(
        principal.today, YearStart(tenant.school_year_starts_month, tenant.school_year_starts_day)
    ).label
    values: dict[str, Any] = {
        "partner_id": partner_id,
        "program_id": asked.program_id,
        "school_id": asked.school_id,
        "first_school_year": year,
        "kind": asked.kind,
        "schedule": asked.schedule,
        "place": asked.place,
        "coordinator_id": principal.person_id if Role.PARTNERSHIP_COORDINATOR in roles else None,
    }
    partnership_id = new_id()
    await tx.run(_insert(), id=partnership_id, **values)
    await _add_needs(tx, partnership_id, words)
    told = {**values, "stage": rules.PARTNERSHIP.initial, "need_ids": sorted(words)}
    changed = {name: [None, value] for name, value in told.items() if value not in (None, [])}
    record(tx, PartnershipStarted(object_id=partnership_id, changed=changed))
    return await queries.get(tx, principal, partnership_id)


async def change(
    tx: Tx, principal: Principal, partnership_id: UUID, asked: PartnershipUpdate, if_match: IfMatch
) -> dict[str, Any]:
    """A merge patch by the school's side or the office; the partner's own people change what is theirs."""
    row = await queries.lock(tx, principal, partnership_id)
    given = asked.given()
    roles = queries.roles_at(principal, row["school_id"], row["partner_id"])
    if roles.isdisjoint(OFFICE | rules.SCHOOL_SIDE):
        if Role.PARTNER_ADMIN not in roles:
            raise SchoolMatter
        if not given.keys() <= rules.PARTNERS_FIELDS:
            raise NotYourField
    if row["partner_id"] in principal.employers and not given.keys().isdisjoint(rules.JUDGED):
        raise OwnEmployer
    require_version(if_match, row["version"])
    if row["stage"] in rules.OVER:
        raise PartnershipOver
    await _check(tx, principal, row, given)
    wanted = given.pop("need_ids", None) if "need_ids" in given else ...
    changed = difference(row, given)
    if wanted is not ...:
        changed |= await _change_needs(tx, principal, row, wanted or ())
    if changed:
        columns_changed = {name: after for name, (_, after) in changed.items() if name != "need_ids"}
        await tx.run(_update(frozenset(columns_changed)), of=partnership_id, **columns_changed)
        record(tx, PartnershipChanged(object_id=partnership_id, version=row["version"] + 1, changed=changed))
    return await queries.get(tx, principal, partnership_id)


async def move(
    tx: Tx, principal: Principal, partnership_id: UUID, verb: str, reason: str | None, if_match: IfMatch
) -> dict[str, Any]:
    """Take one step of the lifecycle; a program becomes active only on a day on which it is cleared."""
    row = await queries.lock(tx, principal, partnership_id)
    check_version(if_match, row["version"])
    guard = await queries.guard(tx, principal, partnership_id)
    actors = queries.actors_on(principal, row)
    made = make_move(rules.PARTNERSHIP, verb, row["stage"], actors, guard, PartnershipCannotMove)
    after: dict[str, Any] = {"stage": made.to_state, "stage_reason": reason}
    if made.to_state == "active" and row["started_on"] is None:
        after["started_on"] = principal.today
    if made.to_state == "ended":
        after["ended_on"] = principal.today
    changed = difference(row, after)
    await tx.run(_update(frozenset(after)), of=partnership_id, **after)
    told = {name: pair for name, pair in changed.items() if name != "stage_reason"}
    record(tx, MOVED[verb](object_id=partnership_id, version=row["version"] + 1, changed=told, reason=reason))
    return await queries.get(tx, principal, partnership_id)


async def _program(tx: Tx, principal: Principal, program_id: UUID) -> dict[str, Any]:
    try:
        return await get_program(tx, principal, program_id)
    except ProgramNotFound:
        raise wrong("/program_id", "unresolved_reference", "There is no such program") from None


async def _check_school(tx: Tx, principal: Principal, school_id: UUID) -> None:
    try:
        school = await get_school(tx, principal, school_id)
    except SchoolNotFound:
        raise wrong("/school_id", "unresolved_reference", "There is no such school") from None
    if school["status"] != "active":
        raise wrong("/school_id", "school_closed", "This school is closed or merged with another")


async def _check(tx: Tx, principal: Principal, row: Mapping[str, Any], given: Mapping[str, Any]) -> None:
    """The people named work where they are said to, and what is never empty is not emptied."""
    faults = [
        FieldError(f"/{name}", "required", "This cannot be empty")
        for name in sorted(_NEVER_EMPTY & given.keys())
        if given[name] is None
    ]
    day, school, partner = principal.today, row["school_id"], row["partner_id"]
    person = given.get("coordinator_id")
    if person is not None and not await queries.leads_school(tx, person, school, day):
        faults.append(
            FieldError("/coordinator_id", "not_at_school", "This person does not coordinate the school today")
        )
    person = given.get("partner_lead_id")
    if person is not None and not await queries.works_for(tx, person, partner, school, day):
        faults.append(
            FieldError("/partner_lead_id", "not_at_partner", "This person does not work for the partner here")
        )
    if faults:
        raise Unprocessable(errors=faults)


async def _fit_words(
    tx: Tx, principal: Principal, school_id: UUID, program_id: UUID, places: Mapping[UUID, int]
) -> dict[UUID, str]:
    """The reasons of fit for each need named (at its place in the request); the needs are the school's own and ones
    that partners may meet."""
    words: dict[UUID, str] = {}
    faults = []
    found = await queries.fits_of_program(tx, principal, school_id, program_id, list(places)) if places else {}
    for need_id, position in places.items():
        match found.get(need_id):
            case None:
                faults.append(
                    FieldError(f"/need_ids/{position}", "unresolved_reference", "The school has no such need")
                )
            case need if not need.may_be_matched:
                faults.append(
                    FieldError(f"/need_ids/{position}", "need_not_for_partners", "No partner is looked for this need")
                )
            case need:
                words[need_id] = need.fit.words
    if faults:
        raise Unprocessable(errors=faults)
    return words


async def _add_needs(tx: Tx, partnership_id: UUID, words: Mapping[UUID, str]) -> None:
    if words:
        await tx.run_many(
            _insert_need(),
            [
                {"id": new_id(), "partnership_id": partnership_id, "need_id": need_id, "fit_words": said}
                for need_id, said in words.items()
            ],
        )


async def _change_needs(
    tx: Tx, principal: Principal, row: Mapping[str, Any], wanted: Sequence[UUID]
) -> dict[str, list[Any]]:
    """Add and drop needs; those that stay keep the words they were chosen with."""
    before = frozenset(await queries.need_ids(tx, row["id"]))
    if before == frozenset(wanted):
        return {}
    places = {need_id: place for place, need_id in enumerate(wanted) if need_id not in before}
    words = await _fit_words(tx, principal, row["school_id"], row["program_id"], places)
    dropped = list(before.difference(wanted))
    if dropped:
        await tx.run(_drop_needs(), partnership=row["id"], needs=dropped)
    await _add_needs(tx, row["id"], words)
    return {"need_ids": [sorted(before), sorted(set(wanted))]}
