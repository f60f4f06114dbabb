"""Agreements: drafted, reviewed, confirmed and signed here, or signed elsewhere and recorded."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from alongside.agreements import service
from alongside.agreements.schemas import (
    AgreementCreate,
    AgreementRecord,
    AgreementTermination,
    AgreementUpdate,
    DataTermsWrite,
    PaperSignature,
    ReviewWrite,
    RouteWrite,
    SignatureWrite,
)
from alongside.core.db import Tx
from alongside.demo.content.board import ROUTES, Routed
from alongside.demo.content.districts import MAIN
from alongside.demo.content.pacts import Done, Pact
from alongside.demo.stage import Play, Stage, Step, at
from alongside.identity.principal import Principal

SCAN: Final = b"%PDF-1.4\n% A page of the demonstration, signed with a pen.\n%%EOF\n"


def agreement_steps(stage: Stage, pacts: Iterable[Pact], district: str = MAIN) -> Iterator[Step]:
    """From the first draft, or the day on which it was recorded, to where each agreement stands today."""
    for pact in pacts:
        if pact.recorded is not None:
            day, who = pact.recorded
            yield Step(at(day, "11:40"), who, _record(stage, pact), district)
        elif pact.drafted is not None:
            day, clock, who = pact.drafted
            yield Step(at(day, clock), who, _draft(stage, pact), district)
        for done in pact.path:
            yield Step(at(done.day, done.clock), done.who, _do(stage, pact, done), district)


def route_steps(stage: Stage) -> Iterator[Step]:
    """How the district reviews and signs, from the day on which it was settled."""
    for one in ROUTES:

        async def play(tx: Tx, principal: Principal, one: Routed = one) -> None:
            body = RouteWrite.model_validate(
                {"steps": one.steps, "is_in_order": one.is_in_order, "signing_order": one.signing_order}
            )
            await service.set_route(tx, principal, one.type, body, "*")

        yield Step(at(one.day, one.clock), one.who, play, MAIN)


def _body(stage: Stage, pact: Pact, district: str) -> dict[str, Any]:
    return {
        "partner_id": stage.id_of("partner", pact.partner, district),
        "type": pact.type,
        "title": pact.title,
        "starts_on": pact.starts_on,
        "ends_on": pact.ends_on,
        "term_kind": pact.term,
        "purpose": pact.purpose,
        "populations": pact.populations,
        "schedule": pact.schedule,
        "financial_terms": pact.money,
        "cost": pact.cost,
        "funding_source": pact.funding,
        "shares_student_records": pact.shares_records,
        "notice_days": pact.notice_days,
        "program_ids": stage.ids_of("program", pact.programs, district),
        "school_ids": stage.ids_of("school", pact.schools, district),
        "expectations": [{"party": party, "topic": topic, "text": text} for party, topic, text in pact.expectations],
        "resources": [
            {
                "party": given.party,
                "text": given.text,
                "value": given.value,
                "promised_by_on": given.by,
                "school_id": None if given.school is None else stage.id_of("school", given.school, district),
            }
            for given in pact.gives
        ],
    }


def _draft(stage: Stage, pact: Pact) -> Play:
    async def play(tx: Tx, principal: Principal) -> None:
        district = principal.tenant.slug
        if pact.renews is None:
            made = await service.draft(tx, principal, AgreementCreate.model_validate(_body(stage, pact, district)))
        else:
            made = await service.renew(tx, principal, stage.id_of("agreement", pact.renews, district))
            named = AgreementUpdate(title=pact.title, starts_on=pact.starts_on, ends_on=pact.ends_on, type=pact.type)
            await service.edit(tx, principal, made["id"], named, "*")
        stage.keep("agreement", pact.key, made["id"], district)

    return play


def _record(stage: Stage, pact: Pact) -> Play:
    async def play(tx: Tx, principal: Principal) -> None:
        district = principal.tenant.slug
        signers = (("district", *signer_of_district(stage, district)), ("partner", *_signer(stage, pact, district)))
        body = AgreementRecord.model_validate(
            {
                **_body(stage, pact, district),
                "signed_elsewhere_on": pact.signed_on,
                "signatures": [
                    {"party": party, "name": name, "title": title, "signed_on": pact.signed_on}
                    for party, name, title in signers
                    if pact.signed_on is not None
                ],
            }
        )
        made = await service.record_elsewhere(tx, principal, body)
        if pact.data is not None:
            terms = DataTermsWrite.model_validate(dict(pact.data))
            await service.write_data_terms(tx, principal, made["id"], terms, "*")
        stage.keep("agreement", pact.key, made["id"], district)

    return play


def signer_of_district(stage: Stage, district: str) -> tuple[str, str]:
    """Who signs for a district: name and title."""
    return next(
        (person.name, held.title)
        for person in stage.people.values()
        for held in person.held
        if held.role == "district_signatory" and held.district == district
    )


def _signer(stage: Stage, pact: Pact, district: str) -> tuple[str, str]:
    return next(
        (person.name, held.title)
        for person in stage.people.values()
        for held in person.held
        if held.role == "partner_signatory" and held.partner == pact.partner and held.district == district
    )


async def _by_pen(stage: Stage, tx: Tx, principal: Principal, pact: Pact, done: Done) -> None:
    """The office enters what the partner signed with a pen, and its scan."""
    agreement = stage.id_of("agreement", pact.key, principal.tenant.slug)
    made = await service.add_paper(tx, principal, agreement, "signed-by-the-partner.pdf", SCAN, "*")
    name, title = _signer(stage, pact, principal.tenant.slug)
    body = PaperSignature(
        party="partner", name=name, title=title, signed_on=done.day, sha256=made["text_sha256"],
        document_id=made["documents"][-1]["id"],
    )  # fmt: skip
    await service.sign_on_paper(tx, principal, agreement, body, None)


def _do(stage: Stage, pact: Pact, done: Done) -> Play:
    async def play(tx: Tx, principal: Principal) -> None:
        district = principal.tenant.slug
        agreement = stage.id_of("agreement", pact.key, district)
        match done.verb:
            case "confirm" | "decline":
                assert done.school is not None
                school = stage.id_of("school", done.school, district)
                await service.answer_for_school(tx, principal, agreement, school, done.verb, None, done.reason)
            case "review":
                review = ReviewWrite.model_validate({"step": done.step, "decision": "approved"})
                await service.review(tx, principal, agreement, review, None)
            case "request-changes":
                assert done.reason is not None
                await service.request_changes(tx, principal, agreement, done.reason, None, done.notes)
            case "edit":
                change = AgreementUpdate.model_validate(done.change)
                await service.edit(tx, principal, agreement, change, "*")
            case "sign":
                held = next(held for held in stage.people[done.who].held if held.role.endswith("_signatory"))
                signature = SignatureWrite(name=principal.name, title=held.title, consents=True)
                await service.sign(tx, principal, agreement, signature, None)
            case "sign-on-paper":
                await _by_pen(stage, tx, principal, pact, done)
            case "terminate":
                await service.terminate(tx, principal, agreement, AgreementTermination(reason=done.reason), None)
            case _:
                await service.move(tx, principal, agreement, done.verb, None, done.reason)

    return play
