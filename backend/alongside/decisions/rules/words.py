"""What an e-mail says of a link and of a code, in the reader's language."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

Words = Mapping[str, str]

_ENGLISH: Final[Words] = {
    "one": "You can answer right here, without signing in:",
    "many": "You can answer all {n} right here, without signing in:",
    "for": " (for {name})",
    "confirm_school": "your word for {school}: {title}",
    "sign_agreement": "your signature: {title}",
    "agree_target": "your word on the target: {title}",
    "safe": "The link is yours alone, works once and ends on {day}. Do not forward it.",
    "code": "To sign you will also get a code, in a second e-mail that you ask for on the page.",
    "code_subject": "Your code for signing",
    "code_greeting": "Hello {name},",
    "code_text": "Your code is {code}. It works for {minutes} minutes, on the page that you opened from our e-mail.",
    "code_for": "With it you sign: {title}",
    "code_warning": "Tell nobody this code. If you did not ask for it, somebody else opened your link: "
    "do nothing, and tell your partnership office.",
    "months": "January February March April May June July August September October November December",
    "date": "{month} {day}, {year}",
}
_SPANISH: Final[Words] = {
    "one": "Puede responder aquí mismo, sin iniciar sesión:",
    "many": "Puede responder a las {n} peticiones aquí mismo, sin iniciar sesión:",
    "for": " (en nombre de {name})",
    "confirm_school": "su respuesta por {school}: {title}",
    "sign_agreement": "su firma: {title}",
    "agree_target": "su respuesta a la meta: {title}",
    "safe": "El enlace es solo suyo, sirve una vez y vence el {day}. No lo reenvíe.",
    "code": "Para firmar recibirá además un código, en un segundo correo que se pide en la página.",
    "code_subject": "Su código para firmar",
    "code_greeting": "Hola, {name}:",
    "code_text": "Su código es {code}. Sirve durante {minutes} minutos, en la página que abrió desde nuestro correo.",
    "code_for": "Con él firma: {title}",
    "code_warning": "No diga este código a nadie. Si no lo pidió, otra persona abrió su enlace: "
    "no haga nada y avise a su oficina de alianzas.",
    "months": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "date": "{day} de {month} de {year}",
}
LANGUAGES: Final[Mapping[str, Words]] = {"en": _ENGLISH, "es": _SPANISH}


def _words(locale: str) -> Words:
    return LANGUAGES.get(locale[:2], _ENGLISH)


def _line(text: str) -> str:
    return " ".join(text.split())


def _day(words: Words, day: date) -> str:
    return words["date"].format(month=words["months"].split()[day.month - 1], day=day.day, year=day.year)


def invitation(asked: Sequence[Mapping[str, str | None]], url: str, until: date, locale: str) -> list[str]:
    """The lines of an e-mail that lead to the page; each of `asked` has kind, title, school, for."""
    words = _words(locale)
    lines = [words["one" if len(asked) == 1 else "many"].format(n=len(asked)), url, ""]
    for each in asked:
        said = words[each["kind"] or ""].format(title=_line(each["title"] or ""), school=_line(each["school"] or ""))
        lines.append(f"* {said}" + (words["for"].format(name=_line(each["for"])) if each["for"] else ""))
    lines += ["", words["safe"].format(day=_day(words, until))]
    if any(each["kind"] == "sign_agreement" for each in asked):
        lines.append(words["code"])
    return [*lines, ""]


def code_letter(code: str, titles: Sequence[str], name: str, minutes: int, locale: str) -> tuple[str, str]:
    """The e-mail with a code: subject and text. It holds no link, and the link's e-mail holds no code."""
    words = _words(locale)
    lines = [
        words["code_greeting"].format(name=_line(name)), "",
        words["code_text"].format(code=code, minutes=minutes), "",
        *(words["code_for"].format(title=_line(title)) for title in titles), "",
        words["code_warning"],
    ]  # fmt: skip
    return words["code_subject"], "\n".join(lines) + "\n"
