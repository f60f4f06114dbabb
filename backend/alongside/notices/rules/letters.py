"""Notices as sentences, and the e-mails that are made of them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from .pages import page_of
from .words import LANGUAGES, Words


def _words(locale: str) -> Words:
    return LANGUAGES.get(locale[:2], LANGUAGES["en"])


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
