"""Partners come in: registered, described by their own people, looked at by the office."""

from collections.abc import Iterable, Iterator
from datetime import date

from alongside.core.db import Tx
from alongside.demo.content.districts import MAIN
from alongside.demo.content.organizations import Contact, Offer, Organization
from alongside.demo.setting import give_roles, roles_in
from alongside.demo.stage import Play, Stage, Step, at
from alongside.identity.principal import Principal
from alongside.partners import service
from alongside.partners.schemas import (
    ContactCreate,
    PartnerApproval,
    PartnerChanges,
    PartnerCreate,
    PartnerUpdate,
    ProgramCreate,
)

OFFICE = "renee"
CLERK = "wes"


def partner_steps(
    stage: Stage,
    organizations: Iterable[Organization],
    *,
    district: str = MAIN,
    clerk: str = CLERK,
    office: str = OFFICE,
) -> Iterator[Step]:
    """From the registration to where each partner stands today, its programs with it."""
    by_name = {person.name: person.key for person in stage.people.values()}
    for one in organizations:
        director = by_name[one.director]
        yield Step(at(one.registered_on, "9:10"), clerk, _register(stage, one), district)
        yield Step(at(one.registered_on, "13:30"), director, _describe(stage, one), district)
        for offered in one.offers:
            for verb, day, clock, who in _program_path(one, offered, director, office):
                yield Step(at(day, clock), who, _move_program(stage, offered, verb), district)
        for verb, day in one.path:
            clock, who = ("16:20", director) if verb == "submit" else ("10:40", office)
            if verb == "start-review":
                clock, who = "9:50", clerk
            yield Step(at(day, clock), who, _move(stage, one, verb), district)
        if one.renamed:
            yield Step(at(one.renamed[1], "11:20"), office, _rename(stage, one), district)


def _register(stage: Stage, one: Organization) -> Play:
    async def play(tx: Tx, principal: Principal) -> None:
        district = principal.tenant.slug
        legal_name = one.renamed[0] if one.renamed else one.legal_name
        body = {"name": one.name, "legal_name": legal_name, "org_type": one.org_type, "ein": one.ein}
        made = await service.register(tx, principal, PartnerCreate.model_validate(body))
        stage.keep("partner", one.key, made["id"], district)
        concerned = [
            (person, held)
            for person, held in roles_in(stage.people.values(), district)
            if one.key in (held.partner, held.employer)
        ]
        await give_roles(stage, tx, concerned, district)

    return play


def _describe(stage: Stage, one: Organization) -> Play:
    """What the partner's own people say: the profile, whom to call, what they offer."""

    async def play(tx: Tx, principal: Principal) -> None:
        district = principal.tenant.slug
        partner = stage.id_of("partner", one.key, district)
        said = {
            "mission": one.mission, "phone": one.phone, "languages": list(one.languages),
            "charges_fee": one.charges_fee,
        }  # fmt: skip
        if one.sponsor:
            said |= {"sponsor_name": one.sponsor[0], "sponsor_ein": one.sponsor[1]}
        if one.is_complete:
            said |= {
                "email": f"hello@{one.key}.example", "website": f"https://{one.key}.example", "address": one.address,
                "city": "Chicago", "state": "IL", "postal_code": "60699", "funding_status": one.funding,
                "is_public": True,
            }  # fmt: skip
        await service.change(tx, principal, partner, PartnerUpdate.model_validate(said), "*")
        for contact in _contacts(one):
            await service.add_contact(tx, principal, partner, contact)
        for offered in one.offers:
            made = await service.add_program(tx, principal, partner, _program(offered))
            stage.keep("program", offered.key, made["id"], district)

    return play


def _contacts(one: Organization) -> Iterator[ContactCreate]:
    title = "Executive director" if one.key == "riverbend" else "Director"
    kinds = ("primary", "authorized_signatory") if one.is_complete else ("primary",)
    director = tuple(Contact(kind=kind, name=one.director, title=title, phone=one.phone) for kind in kinds)
    for contact in (*director, *one.contacts):
        told = {"kind": contact.kind, "name": contact.name, "title": contact.title, "phone": contact.phone}
        yield ContactCreate.model_validate({**told, "is_public": contact.kind == "primary"})


def _program(offered: Offer) -> ProgramCreate:
    told = {
        "name": offered.name, "description": offered.words, "areas": list(offered.areas), "delivery": "in_person",
        "times_of_day": list(offered.times), "weekdays": list(offered.weekdays), "grades": list(offered.grades),
        "populations": list(offered.populations), "languages": list(offered.languages),
        "capacity_students": offered.capacity, "cost_to_school": offered.cost, "evidence_tier": offered.evidence,
        "supervision": offered.supervision,
    }  # fmt: skip
    return ProgramCreate.model_validate(told)


def _program_path(
    one: Organization, offered: Offer, director: str, office: str
) -> Iterator[tuple[str, date, str, str]]:
    """A program goes with its partner's application; what is approved is approved on the partner's own day."""
    if offered.status == "draft":
        return
    handed_in = one.path[0][1] if one.path else one.registered_on
    yield "submit", handed_in, "16:10", director
    if offered.status in {"approved", "retired"}:
        decided = next(day for verb, day in one.path if verb == "approve")
        yield "approve", decided, "10:45", office
    if offered.status == "retired":
        gone = next(day for verb, day in one.path if verb == "deactivate")
        yield "retire", gone, "10:30", office


def _rename(stage: Stage, one: Organization) -> Play:
    """What was signed before names it as it was called then."""

    async def play(tx: Tx, principal: Principal) -> None:
        partner = stage.id_of("partner", one.key, principal.tenant.slug)
        named = PartnerUpdate.model_validate({"legal_name": one.legal_name or one.name})
        await service.change(tx, principal, partner, named, "*")

    return play


def _move(stage: Stage, one: Organization, verb: str) -> Play:
    async def play(tx: Tx, principal: Principal) -> None:
        partner = stage.id_of("partner", one.key, principal.tenant.slug)
        if verb == "approve":
            approval = PartnerApproval(vetting_expires_on=one.vetted_until)
            await service.approve(tx, principal, partner, approval, None)
        elif verb == "submit":
            await service.submit(tx, principal, partner, None, None)
        elif verb == "request-changes":
            notes = [{"field": field, "note": note} for field, note in one.notes]
            asked = PartnerChanges.model_validate({"reason": one.reason, "notes": notes})
            await service.request_changes(tx, principal, partner, asked, None)
        else:
            told = one.reason if verb in {"decline", "suspend", "deactivate"} else None
            await service.move(tx, principal, partner, verb, None, told)

    return play


def _move_program(stage: Stage, offered: Offer, verb: str) -> Play:
    async def play(tx: Tx, principal: Principal) -> None:
        program = stage.id_of("program", offered.key, principal.tenant.slug)
        await service.move_program(tx, principal, program, verb, None)

    return play
