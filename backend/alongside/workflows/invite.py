"""Links in e-mails: who is asked, what their link carries, its code, and asking again."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from alongside.agreements import queries as agreements
from alongside.agreements.rules import PARTIES, SIGNATORIES
from alongside.core.clock import new_id
from alongside.core.db import Database, Tx
from alongside.core.mail import Mailer
from alongside.core.moves import NotYourMove
from alongside.core.settings import Settings
from alongside.decisions import queries, rules, service
from alongside.decisions.errors import LinkNotKnown, NobodyToAsk
from alongside.decisions.queries import Asked
from alongside.decisions.schemas import AskAgain
from alongside.identity.principal import Principal, TenantSettings
from alongside.identity.queries import find_person, locale_of
from alongside.identity.scopes import Role
from alongside.notices import rules as notices
from alongside.notices import service as telling
from alongside.notices.queries import addressee
from alongside.notices.service import Wanted
from alongside.targets import queries as targets

from .decide import known

ASKING = ("submitted", "in_review", "executed")
SCHOOL_SIDE = frozenset({Role.SCHOOL_LEADER, Role.PARTNERSHIP_COORDINATOR})


class Inviting:
    """What an e-mail says to somebody whose word is asked for: a link to everything that waits for them now."""

    def __init__(self, database: Database, settings: Settings) -> None:
        self._database = database
        self._settings = settings

    async def __call__(self, tenant: TenantSettings, person_id: UUID, mail_id: UUID, locale: str) -> Sequence[str]:
        person = await find_person(self._database, person_id, tenant.id)
        if person is None:
            return ()
        asked = await waiting_for(self._database, person)
        if not asked:
            return ()
        names = {}
        for leader_id in {each.question.acting.on_behalf_of for each in asked} - {None}:
            assert leader_id is not None
            leader = await find_person(self._database, leader_id, tenant.id)
            names[leader_id] = "" if leader is None else leader.name
        async with self._database.transaction(Principal(tenant=tenant)) as tx:
            days = self._settings.decision_link_days
            token, until = await service.make(tx, person_id, asked, mail_id, tenant.now, days)
        told = [_said(each, names) for each in asked]
        last = until.astimezone(ZoneInfo(tenant.time_zone)).date()
        # behind `#`: a browser sends it to nobody, not even to us
        return rules.invitation(told, f"{self._settings.address}/decide#{token}", last, locale)


def _said(each: Asked, names: dict[UUID, str]) -> dict[str, str | None]:
    school, leader = each.facts.get("school"), each.question.acting.on_behalf_of
    return {
        "kind": each.question.kind,
        "title": each.title,
        "school": None if school is None else school["name"],
        "for": None if leader is None else names[leader],
    }


async def waiting_for(database: Database, person: Principal) -> list[Asked]:
    """Everything that waits for somebody's word, as themselves and as a delegate."""
    db = database.read(person)
    return await queries.waiting(db, await queries.acting(database, db, person))


async def send_code(
    database: Database, mailer: Mailer, settings: Settings, tenant: TenantSettings, link_id: UUID
) -> None:
    """Make a code and send it to the address on file; never to one that a request names."""
    key = settings.secret_key.get_secret_value()
    async with database.transaction(Principal(tenant=tenant)) as tx:
        code = await service.new_code(tx, key, link_id, tenant.now)
        link = await queries.get_link(tx, link_id)
    person = None if link is None else await find_person(database, link["person_id"], tenant.id)
    if code is None or link is None or person is None:
        return
    titles = [each.title for each in await waiting_for(database, person) if each.question.kind in rules.BINDING]
    locale = await locale_of(database, link["person_id"])
    subject, text = rules.code_letter(code, titles, person.name, rules.CODE_MINUTES, locale)
    letter = notices.Letter(subject, text)
    await telling.send_letter(
        database, mailer, settings.address, tenant, link["person_id"], new_id(), letter
    )  # fmt: skip


_KIND = {
    "confirm_school": "school_to_confirm",
    "sign_agreement": "agreement_to_sign",
    "agree_target": "target_proposed",
}
_ROLES = {
    "confirm_school": frozenset({Role.SCHOOL_LEADER}),
    "sign_agreement": frozenset(SIGNATORIES.values()),
    "agree_target": SCHOOL_SIDE | {Role.PARTNER_ADMIN},
}


async def ask_for_new_link(database: Database, token: str) -> None:
    """A new link for the person of this one, if anything waits for them: to their own address, once an hour at most.
    Nobody learns from the answer whether the link was known."""
    try:
        tenant, link = await known(database, token)
    except LinkNotKnown:
        return
    person = await find_person(database, link["person_id"], tenant.id)
    if person is None or link["revoked_why"] == "disowned":
        return
    wanted = [
        Wanted(
            _KIND[each.question.kind],
            "target" if each.question.kind == "agree_target" else "agreement",
            each.question.object_id,
            _ROLES[each.question.kind],
            None if each.question.school_id is None else frozenset({each.question.school_id}),
        )
        for each in await waiting_for(database, person)
    ]
    if wanted:
        async with database.transaction(Principal(tenant=tenant)) as tx:
            await telling.ask_again(tx, tenant, wanted, only={link["person_id"]})


async def ask_again(tx: Tx, principal: Principal, body: AskAgain) -> dict[str, Any]:
    """The office, or the school's coordinator, has everybody asked again whose word a record waits for.

    Raises AgreementNotFound, TargetNotFound, NotYourMove, NobodyToAsk.
    """
    wanted = await (_of_agreement if body.object_type == "agreement" else _of_target)(tx, principal, body.object_id)
    if not wanted:
        raise NobodyToAsk
    written, skipped = await telling.ask_again(tx, principal.tenant, wanted, without=principal.person_id)
    names = {person: await _name(tx, person) for person in written | skipped}
    return {
        "written_to": sorted(names[each] for each in written),
        "not_written_to": sorted(names[each] for each in skipped),
    }


async def _name(tx: Tx, person_id: UUID) -> str:
    row = await addressee(tx, person_id)
    return "" if row is None else str(row["name"])


async def _of_agreement(tx: Tx, principal: Principal, agreement_id: UUID) -> list[Wanted]:
    at = await agreements.fetch(tx, principal, agreement_id)
    schools = agreements.named_schools(at)
    mine = schools & principal.led_schools
    if not agreements.is_office(principal, at["partner_id"]) and not mine:
        raise NotYourMove(allowed_moves=(await agreements.get(tx, principal, agreement_id))["allowed_moves"])
    wanted = []
    pending = frozenset(UUID(each["school"]["id"]) for each in at["schools"] if each["confirmation"] == "pending")
    if pending and at["status"] in ASKING:
        wanted.append(
            Wanted("school_to_confirm", "agreement", agreement_id, frozenset({Role.SCHOOL_LEADER}), pending)
        )  # fmt: skip
    if at["status"] == "out_for_signature":
        signed = {each.party for each in agreements.signatures_of(at)}
        roles = frozenset(SIGNATORIES[party] for party in PARTIES if party not in signed)
        wanted.append(Wanted("agreement_to_sign", "agreement", agreement_id, roles))
    return wanted


async def _of_target(tx: Tx, principal: Principal, target_id: UUID) -> list[Wanted]:
    row = await targets.row_of(tx, principal, target_id)
    is_office = principal.holds(Role.PARTNERSHIP_OFFICE, Role.DISTRICT_ADMIN)
    if not is_office and not {each["school_id"] for each in row["schools"]} & principal.led_schools:
        raise NotYourMove(allowed_moves=(await targets.get(tx, principal, target_id))["allowed_moves"])
    if row["status"] != "proposed":
        return []
    wanted = []
    pending = frozenset(each["school_id"] for each in row["schools"] if each["word"] == "pending")
    if pending:
        wanted.append(Wanted("target_proposed", "target", target_id, SCHOOL_SIDE, pending))
    if row["partner_agreed_on"] is None:
        wanted.append(Wanted("target_proposed", "target", target_id, frozenset({Role.PARTNER_ADMIN})))
    return wanted
