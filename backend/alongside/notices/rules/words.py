"""Notices in words, in the languages of the people who read them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from .pages import page_of

Words = Mapping[str, str]

_ENGLISH: Final[Words] = {
    "application_submitted": "{partner} applied to become a partner",
    "application_decided.approved": "The district approved {partner} as a partner",
    "application_decided.declined": "The district declined the application of {partner}",
    "application_decided.changes_requested": "The district asked {partner} for changes to its application",
    "application_decided.review_started": "The district is reading the application of {partner}",
    "program_for_review": "“{title}”, a program of {partner}, waits for the district",
    "program_approved": "The district approved “{title}”, a program of {partner}",
    "partner_standing.suspended": "The district put {partner} on hold",
    "partner_standing.reinstated": "The district ended the hold on {partner}",
    "partner_standing.deactivated": "The record of {partner} was closed",
    "partner_standing.reopened": "The record of {partner} was opened again",
    "agreement_for_review": "“{title}” with {partner} was sent for review",
    "review_asked": "“{title}” with {partner} waits for your review",
    "school_to_confirm": "“{title}” with {partner} asks for your word for your school",
    "school_to_confirm.again": "“{title}” with {partner} still waits for your word for your school",
    "school_answered.confirmed": "{school} confirmed “{title}” with {partner}",
    "school_answered.declined": "{school} declined “{title}” with {partner}",
    "join_asked": "{school} asks to join “{title}” with {partner}",
    "join_answered.accepted": "The office said yes: {school} joined “{title}” with {partner}",
    "join_answered.offered": "The office said yes: {school} joins “{title}” with {partner} once its principal agrees",
    "join_answered.refused": "The office said no: {school} does not join “{title}” with {partner}, and reads why",
    "opening_asked": "The district asks whether other districts may join “{title}” with {partner}",
    "opening_answered.agreed": "{partner} agreed: other districts may join “{title}”",
    "opening_answered.refused": "{partner} does not want other districts to join “{title}”, and says why",
    "opening_answered.closed_district": "The district closed “{title}” to other districts",
    "opening_answered.closed_partner": "{partner} closed “{title}” to other districts",
    "origin_changed.open": "The agreement whose terms “{title}” adopts is open again",
    "origin_changed.on_hold": "The agreement whose terms “{title}” adopts was put on hold in its district",
    "origin_changed.closed": "The agreement whose terms “{title}” adopts was closed to other districts",
    "origin_changed.over": "The agreement whose terms “{title}” adopts ended in its district",
    "agreement_to_decide": "Every other word is in: the office decides on “{title}” with {partner}",
    "agreement_for_board": "“{title}” with {partner} is ready for the board",
    "agreement_changes_requested": "Changes were asked for in “{title}” with {partner}",
    "agreement_approved": "“{title}” with {partner} was approved",
    "agreement_rejected": "“{title}” with {partner} was rejected",
    "agreement_to_sign": "“{title}” with {partner} is ready for your signature",
    "signature_declined": "A signatory does not sign “{title}” with {partner}, and says why",
    "word_disowned": "Somebody who was asked says that “{title}” with {partner} is not theirs to decide",
    "agreement_signed.district": "The district signed “{title}”",
    "agreement_signed.partner": "{partner} signed “{title}”",
    "agreement_executed": "“{title}” with {partner} is fully signed",
    "agreement_stopped.suspended": "“{title}” with {partner} was put on hold",
    "agreement_stopped.reinstated": "“{title}” with {partner} was taken off hold",
    "agreement_stopped.terminated": "“{title}” with {partner} was ended early",
    "agreement_stopped.recalled": "“{title}” with {partner} was called back from signature",
    "agreement_stopped.withdrawn": "“{title}” with {partner} was withdrawn; nobody is asked about it any more",
    "agreement_stopped.superseded": "Another agreement takes the place of “{title}” with {partner}",
    "agreement_stopped.restored": "“{title}” with {partner} goes on; what was to replace it never began",
    "agreement_stopped.amended": "“{title}” with {partner} was changed by an amendment",
    "agreement_ending": "“{title}” with {partner} {ends}",
    "agreement_ending.rests": "“{title}” with {partner} {ends}; its programs do not run in summer",
    "revisit_due": "The annual revisit of “{title}” with {partner} {revisit}",
    "records_to_destroy": "The student records under “{title}” with {partner} {destroyed}",
    "revisit_answered.partner_confirmed": "At the annual revisit {partner} says that “{title}” goes on",
    "revisit_answered.partner_revised": "At the annual revisit {partner} asks for changes in “{title}”",
    "revisit_answered.partner_end": "At the annual revisit {partner} says that “{title}” should end",
    "revisit_answered.school_confirmed": "At the annual revisit the school says that “{title}” with {partner} goes on",
    "revisit_answered.school_revised": "At the annual revisit a school asks for changes in “{title}” with {partner}",
    "revisit_answered.school_end": "At the annual revisit a school says that “{title}” with {partner} should end",
    "promise_missing": "Something promised was not delivered: “{title}” with {partner}",
    "paper_for_review": "The {paper} of {partner} waits for your review",
    "paper_decided.accepted": "The district accepted the {paper} of {partner}",
    "paper_decided.rejected": "The district sent back the {paper} of {partner}, and says why",
    "paper_decided.withdrawn": "The {paper} of {partner} was taken back and does not count any more",
    "check_for_review": "The background checks of {people} at {partner} wait for somebody to see their results",
    "check_decided": "The district has seen the background checks of {people} at {partner}",
    "waiver_decided.given": "{partner} may go without “{title}” through {day}",
    "waiver_decided.revoked": "{partner} may not go without “{title}” any more",
    "paper_ending.insurance_certificate": "The insurance certificate of {partner} {ends}",
    "paper_ending.endorsement": "The endorsement of {partner} {ends}",
    "paper_ending.agency_letter": "The agency letter of {partner} {ends}",
    "paper_ending.staff_present": "The arrangement of {partner} that school staff are present {ends}",
    "check_ending": "A background check of {people} at {partner} {ends}",
    "waiver_ending": "The waiver of “{title}” for {partner} {ends}",
    "requirement_due.partner": "“{title}”, which {partner} does not have yet, {asked}",
    "requirement_due.district": "“{title}” {asked}; {partners} without it",
    "vetting_ending": "The district's approval of {partner} {ends}",
    "target_proposed": "A target was proposed: “{title}” with {partner}",
    "target_proposed.again": "The target “{title}” with {partner} still waits for your school's word",
    "target_answered.agreed": "A side agreed to the target “{title}” with {partner}",
    "target_answered.opted_out": "A school opted out of the target “{title}” with {partner}",
    "target_answered.declined": "{partner} did not agree to the target “{title}”",
    "result_due": "Results for “{title}” {due}",
    "result_posted": "{count} for “{title}” with {partner}",
    "spreadsheet_done.checked": "The spreadsheet “{title}” is checked: see what would be written",
    "spreadsheet_done.committed": "The spreadsheet “{title}” is in",
    "spreadsheet_done.failed": "The spreadsheet “{title}” could not be worked on; open it to see why",
    "paper.insurance_certificate": "insurance certificate",
    "paper.endorsement": "endorsement",
    "paper.agency_letter": "agency letter",
    "paper.staff_present": "arrangement that school staff are present",
    "with": " with {partner}",
    "ends.0": "ends today ({day})",
    "ends.1": "ends tomorrow ({day})",
    "ends.many": "ends in {left} days ({day})",
    "ends.past": "ended on {day}",
    "revisit.0": "asks for both sides' word today ({day})",
    "revisit.1": "asks for both sides' word by tomorrow ({day})",
    "revisit.many": "is open: both sides' word is asked for by {day}",
    "revisit.past": "is overdue since {day}",
    "due.0": "are due today ({day})",
    "due.1": "are due tomorrow ({day})",
    "due.many": "are due in {left} days ({day})",
    "due.past": "were due on {day}",
    "asked.0": "is asked for from today ({day})",
    "asked.1": "is asked for from tomorrow ({day})",
    "asked.many": "is asked for in {left} days ({day})",
    "asked.past": "is asked for since {day}",
    "people.1": "1 person",
    "people.many": "{n} people",
    "partners.1": "1 partner is",
    "partners.many": "{n} partners are",
    "destroyed.0": "have to be destroyed by today ({day})",
    "destroyed.1": "have to be destroyed by tomorrow ({day})",
    "destroyed.many": "have to be destroyed within {left} days ({day})",
    "destroyed.past": "had to be destroyed by {day}, and nobody has certified it",
    "count.1": "A result was posted",
    "count.many": "{n} results were posted",
    "subject.many": "{n} notices from Alongside",
    "subject.daily": "Your day in Alongside: {n}",
    "subject.weekly": "Your week in Alongside: {n}",
    "n.1": "1 notice",
    "n.many": "{n} notices",
    "greeting": "Hello {name},",
    "why": "You get this because of your role in {place}. Choose what is sent to you: {link}",
    "demonstration": "This is a demonstration with invented people.",
    "months": "January February March April May June July August September October November December",
    "date": "{month} {day}, {year}",
}
_SPANISH: Final[Words] = {
    "application_submitted": "{partner} solicitó ser organización asociada",
    "application_decided.approved": "El distrito aprobó a {partner} como organización asociada",
    "application_decided.declined": "El distrito rechazó la solicitud de {partner}",
    "application_decided.changes_requested": "El distrito pidió a {partner} cambios en su solicitud",
    "application_decided.review_started": "El distrito está leyendo la solicitud de {partner}",
    "program_for_review": "«{title}», un programa de {partner}, espera al distrito",
    "program_approved": "El distrito aprobó «{title}», un programa de {partner}",
    "partner_standing.suspended": "El distrito puso en pausa a {partner}",
    "partner_standing.reinstated": "El distrito terminó la pausa de {partner}",
    "partner_standing.deactivated": "Se cerró el registro de {partner}",
    "partner_standing.reopened": "Se volvió a abrir el registro de {partner}",
    "agreement_for_review": "«{title}» con {partner} se envió a revisión",
    "review_asked": "«{title}» con {partner} espera su revisión",
    "school_to_confirm": "«{title}» con {partner} espera su respuesta por su escuela",
    "school_to_confirm.again": "«{title}» con {partner} sigue esperando su respuesta por su escuela",
    "school_answered.confirmed": "{school} confirmó «{title}» con {partner}",
    "school_answered.declined": "{school} rechazó «{title}» con {partner}",
    "join_asked": "{school} pide unirse a «{title}» con {partner}",
    "join_answered.accepted": "La oficina dijo que sí: {school} se unió a «{title}» con {partner}",
    "join_answered.offered": "La oficina dijo que sí: {school} se une a «{title}» con {partner} si su director acepta",
    "join_answered.refused": "La oficina dijo que no: {school} no se une a «{title}» con {partner}; vea por qué",
    "opening_asked": "El distrito pregunta si otros distritos pueden unirse a «{title}» con {partner}",
    "opening_answered.agreed": "{partner} aceptó: otros distritos pueden unirse a «{title}»",
    "opening_answered.refused": "{partner} no quiere que otros distritos se unan a «{title}» y explica por qué",
    "opening_answered.closed_district": "El distrito cerró «{title}» a otros distritos",
    "opening_answered.closed_partner": "{partner} cerró «{title}» a otros distritos",
    "origin_changed.open": "El acuerdo cuyos términos adopta «{title}» vuelve a estar abierto",
    "origin_changed.on_hold": "El acuerdo cuyos términos adopta «{title}» quedó en pausa en su distrito",
    "origin_changed.closed": "El acuerdo cuyos términos adopta «{title}» se cerró a otros distritos",
    "origin_changed.over": "El acuerdo cuyos términos adopta «{title}» terminó en su distrito",
    "agreement_to_decide": "Ya respondieron todos: la oficina decide sobre «{title}» con {partner}",
    "agreement_for_board": "«{title}» con {partner} está listo para la junta",
    "agreement_changes_requested": "Se pidieron cambios en «{title}» con {partner}",
    "agreement_approved": "«{title}» con {partner} fue aprobado",
    "agreement_rejected": "«{title}» con {partner} fue rechazado",
    "agreement_to_sign": "«{title}» con {partner} está listo para su firma",
    "signature_declined": "Una persona autorizada no firma «{title}» con {partner} y explica por qué",
    "word_disowned": "Una persona consultada dice que no le toca decidir sobre «{title}» con {partner}",
    "agreement_signed.district": "El distrito firmó «{title}»",
    "agreement_signed.partner": "{partner} firmó «{title}»",
    "agreement_executed": "«{title}» con {partner} está firmado por todas las partes",
    "agreement_stopped.suspended": "«{title}» con {partner} quedó en pausa",
    "agreement_stopped.reinstated": "«{title}» con {partner} vuelve a estar vigente",
    "agreement_stopped.terminated": "«{title}» con {partner} terminó antes de tiempo",
    "agreement_stopped.recalled": "«{title}» con {partner} se retiró de la firma",
    "agreement_stopped.withdrawn": "«{title}» con {partner} se retiró; ya no se pregunta a nadie",
    "agreement_stopped.superseded": "Otro acuerdo toma el lugar de «{title}» con {partner}",
    "agreement_stopped.restored": "«{title}» con {partner} sigue; lo que lo iba a reemplazar no empezó",
    "agreement_stopped.amended": "Una enmienda cambió «{title}» con {partner}",
    "agreement_ending": "«{title}» con {partner} {ends}",
    "agreement_ending.rests": "«{title}» con {partner} {ends}; sus programas no se ofrecen en verano",
    "revisit_due": "La revisión anual de «{title}» con {partner} {revisit}",
    "records_to_destroy": "Los datos de estudiantes de «{title}» con {partner} {destroyed}",
    "revisit_answered.partner_confirmed": "En la revisión anual {partner} dice que «{title}» continúa",
    "revisit_answered.partner_revised": "En la revisión anual {partner} pide cambios en «{title}»",
    "revisit_answered.partner_end": "En la revisión anual {partner} dice que «{title}» debe terminar",
    "revisit_answered.school_confirmed": "En la revisión anual la escuela dice que «{title}» con {partner} continúa",
    "revisit_answered.school_revised": "En la revisión anual una escuela pide cambios en «{title}» con {partner}",
    "revisit_answered.school_end": "En la revisión anual una escuela dice que «{title}» con {partner} debe terminar",
    "promise_missing": "Algo prometido no llegó: «{title}» con {partner}",
    "paper_for_review": "{paper} de {partner}: espera su revisión",
    "paper_decided.accepted": "{paper} de {partner}: el distrito lo aceptó",
    "paper_decided.rejected": "{paper} de {partner}: el distrito lo devolvió y explica por qué",
    "paper_decided.withdrawn": "{paper} de {partner}: se retiró y ya no cuenta",
    "check_for_review": "Las verificaciones de {people} de {partner} esperan que alguien vea sus resultados",
    "check_decided": "El distrito ya vio las verificaciones de antecedentes de {people} de {partner}",
    "waiver_decided.given": "{partner} puede trabajar sin «{title}» hasta el {day}",
    "waiver_decided.revoked": "{partner} ya no puede trabajar sin «{title}»",
    "paper_ending.insurance_certificate": "El certificado de seguro de {partner} {ends}",
    "paper_ending.endorsement": "El endoso de {partner} {ends}",
    "paper_ending.agency_letter": "La carta de la agencia de {partner} {ends}",
    "paper_ending.staff_present": "El acuerdo de {partner} de que haya personal escolar presente {ends}",
    "check_ending": "La verificación de antecedentes de {people} de {partner} {ends}",
    "waiver_ending": "La dispensa de «{title}» para {partner} {ends}",
    "requirement_due.partner": "«{title}», que {partner} aún no tiene, {asked}",
    "requirement_due.district": "«{title}» {asked}; {partners} sin ello",
    "vetting_ending": "La aprobación de {partner} por el distrito {ends}",
    "target_proposed": "Se propuso una meta: «{title}» con {partner}",
    "target_proposed.again": "La meta «{title}» con {partner} sigue esperando la respuesta de su escuela",
    "target_answered.agreed": "Una de las partes aceptó la meta «{title}» con {partner}",
    "target_answered.opted_out": "Una escuela no participa en la meta «{title}» con {partner}",
    "target_answered.declined": "{partner} no aceptó la meta «{title}»",
    "result_due": "Los resultados de «{title}» {due}",
    "result_posted": "{count} de «{title}» con {partner}",
    "spreadsheet_done.checked": "La hoja de cálculo «{title}» está revisada: vea qué se escribiría",
    "spreadsheet_done.committed": "La hoja de cálculo «{title}» ya está dentro",
    "spreadsheet_done.failed": "No se pudo procesar la hoja de cálculo «{title}»; ábrala para ver por qué",
    "paper.insurance_certificate": "Certificado de seguro",
    "paper.endorsement": "Endoso",
    "paper.agency_letter": "Carta de la agencia",
    "paper.staff_present": "Acuerdo de que haya personal escolar presente",
    "with": " con {partner}",
    "ends.0": "termina hoy ({day})",
    "ends.1": "termina mañana ({day})",
    "ends.many": "termina en {left} días ({day})",
    "ends.past": "terminó el {day}",
    "revisit.0": "pide hoy la palabra de ambas partes ({day})",
    "revisit.1": "pide la palabra de ambas partes hasta mañana ({day})",
    "revisit.many": "está abierta: se pide la palabra de ambas partes hasta el {day}",
    "revisit.past": "está atrasada desde el {day}",
    "due.0": "vencen hoy ({day})",
    "due.1": "vencen mañana ({day})",
    "due.many": "vencen en {left} días ({day})",
    "due.past": "vencieron el {day}",
    "asked.0": "se exige desde hoy ({day})",
    "asked.1": "se exige desde mañana ({day})",
    "asked.many": "se exige dentro de {left} días ({day})",
    "asked.past": "se exige desde el {day}",
    "people.1": "1 persona",
    "people.many": "{n} personas",
    "partners.1": "1 organización sigue",
    "partners.many": "{n} organizaciones siguen",
    "destroyed.0": "deben destruirse a más tardar hoy ({day})",
    "destroyed.1": "deben destruirse a más tardar mañana ({day})",
    "destroyed.many": "deben destruirse en {left} días ({day})",
    "destroyed.past": "debían destruirse hasta el {day} y nadie lo ha certificado",
    "count.1": "Se registró un resultado",
    "count.many": "Se registraron {n} resultados",
    "subject.many": "{n} avisos de Alongside",
    "subject.daily": "Su día en Alongside: {n}",
    "subject.weekly": "Su semana en Alongside: {n}",
    "n.1": "1 aviso",
    "n.many": "{n} avisos",
    "greeting": "Hola, {name}:",
    "why": "Recibe este mensaje por su función en {place}. Elija qué se le envía: {link}",
    "demonstration": "Esto es una demostración con personas inventadas.",
    "months": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "date": "{day} de {month} de {year}",
}
LANGUAGES: Final[Mapping[str, Words]] = {"en": _ENGLISH, "es": _SPANISH}


def _words(locale: str) -> Words:
    return LANGUAGES.get(locale[:2], _ENGLISH)


def _day(words: Words, iso: str) -> str:
    day = date.fromisoformat(iso)
    return words["date"].format(month=words["months"].split()[day.month - 1], day=day.day, year=day.year)


def _when(words: Words, stem: str, facts: Mapping[str, Any]) -> str:
    left = facts.get("days_left")
    if left is None:
        return ""
    form = "past" if left < 0 else str(left) if left < 2 else "many"
    return words[f"{stem}.{form}"].format(left=left, day=_day(words, facts["on"]))


def _one_line(text: str) -> str:
    """A subject is one line: nothing that somebody typed may begin a header of its own."""
    return " ".join(text.split())


def sentence(kind: str, facts: Mapping[str, Any], locale: str = "en") -> str:
    """A notice in one sentence, without a full stop."""
    words = _words(locale)
    answer = facts.get("answer")
    form = words[kind if answer is None else f"{kind}.{answer}"]
    count = facts.get("count") or 0
    title, partner = facts.get("title") or "", (facts.get("partner") or {}).get("name") or ""
    if partner in title:
        # a title that names the partner need not be told whose it is
        form = form.replace(words["with"], "")
    return _one_line(
        form.format(
            title=title,
            partner=partner,
            school=(facts.get("school") or {}).get("name") or "",
            **{
                stem: words[f"{stem}.1" if count == 1 else f"{stem}.many"].format(n=count)
                for stem in ("count", "people", "partners")
            },
            asked=_when(words, "asked", facts),
            paper=words.get(f"paper.{title}", title),
            day=_day(words, facts["on"]) if facts.get("on") else "",
            ends=_when(words, "ends", facts),
            due=_when(words, "due", facts),
            revisit=_when(words, "revisit", facts),
            destroyed=_when(words, "destroyed", facts),
        )
    )


@dataclass(frozen=True, slots=True)
class Letter:
    """An e-mail's subject and text."""

    subject: str
    text: str


def letter(
    notices: Sequence[Mapping[str, Any]],
    *,
    cadence: str,
    name: str,
    place: str,
    address: str,
    locale: str,
    is_demonstration: bool,
    closing: Sequence[str] = (),
    own: Collection[UUID] = (),
) -> Letter:
    """One e-mail about these notices (never none): their sentences, each with its address in the app; `closing` is
    what comes after them, such as a link to answer by; `own`: the partners its reader works for."""
    words = _words(locale)
    said = [sentence(each["kind"], each["facts"], locale) for each in notices]
    n = words["n.1" if len(said) == 1 else "n.many"].format(n=len(said))
    if cadence == "instant":
        subject = said[0] if len(said) == 1 else words["subject.many"].format(n=len(said))
    else:
        subject = words[f"subject.{cadence}"].format(n=n)
    lines = [words["greeting"].format(name=_one_line(name)), ""]
    for each, sentence_ in zip(notices, said, strict=True):
        page = page_of(each["kind"], each["object_type"], each["object_id"], each["facts"], own)
        lines += [f"{sentence_}.", f"{address}/{page}", ""]
    lines += closing
    lines += ["--", words["why"].format(place=_one_line(place), link=f"{address}/account")]
    if is_demonstration:
        lines.append(words["demonstration"])
    return Letter(subject, "\n".join(lines) + "\n")
