"""The district's templates, the draft that carries one, and how far its clauses are."""

from collections.abc import Iterator
from dataclasses import replace

from alongside.agreements import queries, service
from alongside.agreements.schemas import (
    AgreementSettingsWrite,
    AgreementUpdate,
    ClauseWrite,
    TemplateCreate,
    TemplateUpdate,
)
from alongside.core.db import Tx
from alongside.demo.content.agreements import AGREEMENTS
from alongside.demo.content.templates import ANSWERS, CHOSEN, REASON, SAID, TEMPLATES, Issued, Terms
from alongside.demo.stage import Play, Stage, Step, at
from alongside.identity.principal import Principal


def template_steps(stage: Stage) -> Iterator[Step]:
    """From the first version to the checklist of the draft that was made from the second."""
    for terms in TEMPLATES:
        for place, issued in enumerate(terms.versions):
            yield Step(at(issued.day, "9:30"), terms.who, _issue(stage, terms, issued, place == 0))
    yield Step(at(TEMPLATES[0].versions[-1].day, "9:50"), "renee", _keep_checklist(stage))
    pact = next(each for each in AGREEMENTS if each.key == CHOSEN[0])
    assert pact.drafted is not None
    day, _, author = pact.drafted
    yield Step(at(day, "14:25"), author, _choose(stage))
    for code, state, note, on, clock in SAID:
        yield Step(at(on, clock), author, _say(stage, code, ClauseWrite.model_validate({"state": state, "note": note})))


def _issue(stage: Stage, terms: Terms, issued: Issued, is_first: bool) -> Play:
    async def play(tx: Tx, principal: Principal) -> None:
        text = {"is_negotiable": terms.is_negotiable, "sections": issued.sections, "note": issued.note}
        if is_first:
            body = TemplateCreate.model_validate({"name": terms.name, "type": terms.type, **text})
            template = (await service.add_template(tx, principal, body))["id"]
        else:
            template = stage.id_of("template", terms.key, principal.tenant.slug)
            await service.edit_template(tx, principal, template, TemplateUpdate.model_validate(text), "*")
        now = await service.move_template(tx, principal, template, "publish", None)
        stage.keep("template", terms.key, template, principal.tenant.slug)
        stage.keep("template version", terms.key, now["published_version_id"], principal.tenant.slug)

    return play


def _keep_checklist(stage: Stage) -> Play:
    """The district's settings as they are, and a checklist of clauses besides."""

    async def play(tx: Tx, principal: Principal) -> None:
        now = await queries.get_settings(tx)
        kept = {name: now[name] for name in ("revisit_basis", "revisit_window_days", "asks_site_plans")}
        leads = [{"type": each["type"], "days": each["days"]} for each in now["renewal_leads"] if each["is_own"]]
        body = {**kept, "renewal_leads": leads, "has_clause_checklist": True}
        await service.set_settings(tx, principal, AgreementSettingsWrite.model_validate(body), "*")
        # whoever acts after this acts in a district that keeps one
        district = principal.tenant.slug
        stage.tenants[district] = replace(stage.tenants[district], has_clause_checklist=True)

    return play


def _choose(stage: Stage) -> Play:
    async def play(tx: Tx, principal: Principal) -> None:
        key, template = CHOSEN
        district = principal.tenant.slug
        version = stage.id_of("template version", template, district)
        body = {"answers": ANSWERS, "type_reason": REASON, "template_version_id": version}
        agreement = stage.id_of("agreement", key, district)
        await service.edit(tx, principal, agreement, AgreementUpdate.model_validate(body), "*")

    return play


def _say(stage: Stage, code: str, word: ClauseWrite) -> Play:
    async def play(tx: Tx, principal: Principal) -> None:
        agreement = stage.id_of("agreement", CHOSEN[0], principal.tenant.slug)
        await service.move_clause(tx, principal, agreement, code, word, "*")

    return play
