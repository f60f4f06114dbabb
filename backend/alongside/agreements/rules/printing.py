"""An agreement and its signing certificate as they stand on paper, in words."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from alongside.core.clock import in_words

DEMONSTRATION: Final = (
    "From a demonstration: school figures are published records; partners, needs, agreements and targets are invented."
)
STATES: Final[Mapping[str, str]] = {
    "open": "In force, and open to other districts",
    "on_hold": "On hold there; nobody joins it until it goes on",
    "closed": "In force, and closed to other districts",
    "over": "Ended there",
}
END_OF_COPY: Final = "End of the text. Who signed it, and its papers, stay with the district that published it."
METHODS: Final[Mapping[str, str]] = {"esign": "electronically", "wet": "on paper"}
EVENT_WORDS: Final[Mapping[str, str]] = {
    "submitted": "Sent for review",
    "review_started": "Review started",
    "reviewed": "Review step approved",
    "changes_requested": "Changes requested",
    "school_confirmed": "A school confirmed",
    "school_declined": "A school declined",
    "approved": "Approved",
    "recorded": "Recorded as signed elsewhere",
    "sent_for_signature": "Text fixed and sent for signature",
    "signed": "Signed",
    "recalled": "Called back; signatures given so far no longer count",
    "executed": "Fully signed",
    "suspended": "Put on hold",
    "reinstated": "Taken off hold",
    "terminated": "Ended early",
}
STEP_WORDS: Final[Mapping[str, str]] = {
    "program": "program", "legal": "legal", "risk": "risk", "privacy": "privacy", "board": "board",
}  # fmt: skip


def instant_in_words(at: datetime | str | None, zone: str) -> str | None:
    """January 27, 2020, 3:45:10 PM CST: the day and the time where the district is."""
    if at is None:
        return None
    there = (datetime.fromisoformat(at) if isinstance(at, str) else at).astimezone(ZoneInfo(zone))
    clock = there.strftime("%I:%M:%S %p").lstrip("0")
    return f"{in_words(there.date())}, {clock} {there.strftime('%Z')}"


def text_paper(told: Mapping[str, Any], parties: Mapping[str, str], is_demonstration: bool) -> dict[str, Any]:
    """The text and below it, for each party, who signed or a line to sign on."""
    signed = {each["party"]: each for each in told["signatures"]}
    closing = [DEMONSTRATION] if is_demonstration else []
    if told["is_frozen"]:
        words = "Each signature names this text by its fingerprint; the signing certificate says when and from where."
        closing.insert(0, words)
    return {
        "number": told["number"],
        "is_frozen": told["is_frozen"],
        "sha256": told["sha256"],
        "document": told["document"],
        "blocks": [_block(name, signed.get(party)) for party, name in parties.items()],
        "closing": closing,
    }


def open_paper(told: Mapping[str, Any], day: date, is_demonstration: bool) -> dict[str, Any]:
    """The copy that other districts read: who published it, how the original stands as that district told it, which
    words let others join, and the whole text. Nothing that the copy does not hold, so nobody's name."""
    first, last, until = (in_words(told[name]) for name in ("starts_on", "ends_on", "open_until"))
    return {
        "number": told["number"],
        "district": told["district"],
        "sha256": told["text_sha256"],
        "document": told["document"],
        "facts": [
            ["Published by", f"{told['district']}, on {in_words(told['opened_on'])}"],
            ["Signed by", f"{told['district']} and {told['partner']}"],
            ["The original", f"{STATES[told['state']]}, as told on {in_words(day)}"],
            ["Runs there", f"{first} to {last}"],
            ["Open to other districts until", until],
            ["The words that let others join", told["clause"]],
            ["Fingerprint of the text", told["text_sha256"]],
        ],
        "closing": [END_OF_COPY, *([DEMONSTRATION] if is_demonstration else [])],
    }


def _block(party: str, given: Mapping[str, Any] | None) -> dict[str, Any]:
    if given is None:
        return {"party": party, "name": None, "title": None, "how": None}
    on = date.fromisoformat(given["signed_on"])
    how = f"Signed {METHODS[given['method']]} on {in_words(on)}"
    return {"party": party, "name": given["name"], "title": given["title"], "how": how}


def certificate_paper(told: Mapping[str, Any], is_demonstration: bool) -> dict[str, Any]:
    """Who signed, and each event, as rows of words."""
    zone = told["time_zone"]
    return {
        "number": told["number"],
        "title": told["title"],
        "sha256": told["sha256"],
        "frozen_at": instant_in_words(told["frozen_at"], zone),
        "state": _state(told),
        "signatures": [_signed(each, zone) for each in told["signatures"]],
        "events": [_event(each, zone) for each in told["events"]],
        "closing": [DEMONSTRATION] if is_demonstration else [],
    }


def _state(told: Mapping[str, Any]) -> str:
    if told["origin"] == "recorded":
        return "Signed elsewhere and recorded here; the paper is the original."
    if told["is_complete"]:
        return "Both parties have signed this text."
    return f"Not complete: {told['given']} of 2 parties have signed this text."


def _signed(each: Mapping[str, Any], zone: str) -> dict[str, Any]:
    on = in_words(date.fromisoformat(each["signed_on"]))
    rows = [
        ["Signed for", each["signed_for"]],
        ["Name as typed", each["name"]],
        ["Authority", each["title"]],
        ["Signed in as", each["account"]],
        ["How", f"Signed {METHODS[each['method']]}"],
        ["When", instant_in_words(each["signed_at"], zone) or on],
        ["From network address", each["ip_address"]],
        ["Fingerprint of the text", each["sha256"]],
        ["Consent", each["consent"]],
        ["No longer counts since", instant_in_words(each["voided_at"], zone)],
    ]
    return {"name": each["name"], "for": each["signed_for"], "rows": [row for row in rows if row[1] is not None]}


def _event(each: Mapping[str, Any], zone: str) -> list[str]:
    words = EVENT_WORDS[each["what"]]
    if each["step"] is not None:
        words += f" ({STEP_WORDS.get(each['step'], each['step'])})"
    if each["what"] == "signed":
        words += f" for the {each['party']}"
    if each["sha256"] is not None:
        words += f"; text {each['sha256']}"
    return [instant_in_words(each["at"], zone) or "", words, each["by"] or "The system"]
