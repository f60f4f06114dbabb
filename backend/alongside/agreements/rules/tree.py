"""Four plain questions about what is planned, and what the answers lead to: a type, whether it binds, who reviews it.

The agreement follows the activity and not the organization: money first, then space, then records, then how much of
it there is. The first answer that names a type decides it; every answer may add reviewers. A district says otherwise
answer by answer.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from .dates import binds, clears_programs
from .document import TYPE_WORDS
from .lifecycle import Step
from .routes import ROUTED, Route

Intensity = Literal["few_visits", "every_week", "many_or_alone"]
Answer = Literal[
    "money_yes", "money_no", "space_yes", "space_no", "records_yes", "records_no", "few_visits", "every_week",
    "many_or_alone",
]  # fmt: skip

ANSWERS: Final[tuple[Answer, ...]] = (
    "money_yes", "money_no", "space_yes", "space_no", "records_yes", "records_no", "few_visits", "every_week",
    "many_or_alone",
)  # fmt: skip

LAST_QUESTION: Final[frozenset[Answer]] = frozenset({"few_visits", "every_week", "many_or_alone"})
"""Answers to the last question: each names a type, so that there always is one."""


@dataclass(frozen=True, slots=True)
class Answers:
    """Whether money changes hands, space is used for long, student records are shared; and how much is done."""

    money: bool
    space: bool
    records: bool
    intensity: Intensity

    def given(self) -> tuple[Answer, ...]:
        """In the order of the questions."""
        return (
            "money_yes" if self.money else "money_no",
            "space_yes" if self.space else "space_no",
            "records_yes" if self.records else "records_no",
            self.intensity,
        )


@dataclass(frozen=True, slots=True)
class Lead:
    """Where an answer leads: a type when it decides, whether that binds, and reviewers it adds."""

    type: str | None = None
    is_binding: bool = True
    steps: tuple[Step, ...] = ()


USUAL: Final[Mapping[Answer, Lead]] = {
    "money_yes": Lead("services_contract"),
    "money_no": Lead(),
    "space_yes": Lead("space_use", steps=("risk",)),
    "space_no": Lead(),
    "records_yes": Lead("mou", steps=("privacy",)),
    "records_no": Lead(),
    "few_visits": Lead("letter_of_agreement", is_binding=False),
    "every_week": Lead("school_partner_agreement"),
    "many_or_alone": Lead("mou", steps=("legal", "risk")),
}
"""The trade's usual way."""


@dataclass(frozen=True, slots=True)
class Reason:
    """What one answer does: it decides the type, adds reviewers, or both."""

    answer: Answer
    decides: bool
    steps: tuple[Step, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Recommendation:
    """What the answers lead to; ``route`` is that of the type with the reviewers that the answers add."""

    type: str
    is_binding: bool
    clears_programs: bool
    route: Route
    reasons: tuple[Reason, ...]


_ANSWER_WORDS: Final[Mapping[Answer, str]] = {
    "money_yes": "Money changes hands",
    "money_no": "No money changes hands",
    "space_yes": "Space is used for long",
    "space_no": "No space is used for long",
    "records_yes": "Student records are shared",
    "records_no": "No student records are shared",
    "few_visits": "It is a few visits at one school, with school staff in the room",
    "every_week": "It is every week, with school staff near",
    "many_or_alone": "It is at many schools every week, or students are alone with the partner",
}
_STEP_WORDS: Final[Mapping[Step, str]] = {
    "program": "the office's review",
    "legal": "legal review",
    "risk": "risk review",
    "privacy": "privacy review",
    "board": "the board's vote",
}


def lead_problem(answer: Answer, kind: str | None) -> str | None:
    """What is wrong with where an answer leads; a code."""
    return "type_needed" if answer in LAST_QUESTION and kind is None else None


def leads_of(own: Mapping[str, Lead]) -> dict[Answer, Lead]:
    """Every answer with where it leads: as the district says, else as usual."""
    return {answer: own.get(answer, USUAL[answer]) for answer in ANSWERS}


def decided(answers: Answers, leads: Mapping[Answer, Lead]) -> tuple[Answer, str, bool]:
    """The answer that decides, the type, and whether it binds."""
    for answer in answers.given():
        kind = leads[answer].type
        if kind is not None:
            return answer, kind, binds(kind, leads[answer].is_binding)
    raise ValueError("the last question has to lead to a type")


def added(answers: Answers, leads: Mapping[Answer, Lead]) -> dict[Answer, tuple[Step, ...]]:
    """The reviewers that each answer asks for; whoever shares student records asks privacy."""
    found: dict[Answer, tuple[Step, ...]] = {}
    for answer in answers.given():
        steps = leads[answer].steps
        found[answer] = (*steps, "privacy") if answer == "records_yes" and "privacy" not in steps else steps
    return found


def route_with(route: Route, answers: Answers, leads: Mapping[Answer, Lead]) -> Route:
    """A type's route with the reviewers that the answers add: behind its own, and before the board."""
    steps = list(route.steps)
    asked = {step for each in added(answers, leads).values() for step in each}
    steps += [step for step in ROUTED if step in asked and step not in steps]
    kept = [step for step in steps if step != "board"]
    last: list[Step] = ["board"] if "board" in steps else []
    return Route((*kept, *last), route.is_in_order, route.signing_order)


def recommend(answers: Answers, leads: Mapping[Answer, Lead], route_of: Callable[[str], Route]) -> Recommendation:
    """What these answers lead to, and why."""
    _, kind, is_binding = decided(answers, leads)
    route = route_with(route_of(kind), answers, leads).for_records(answers.records)
    return Recommendation(kind, is_binding, clears_programs(kind, is_binding), route, reasons(answers, leads))


def reasons(answers: Answers, leads: Mapping[Answer, Lead]) -> tuple[Reason, ...]:
    """What each answer does, those left out that do nothing."""
    decider, kind, is_binding = decided(answers, leads)
    found = []
    for answer, steps in added(answers, leads).items():
        if answer == decider or steps:
            words = _words(answer, kind if answer == decider else None, is_binding, steps)
            found.append(Reason(answer, answer == decider, steps, words))
    return tuple(found)


def _words(answer: Answer, kind: str | None, is_binding: bool, steps: Sequence[Step]) -> str:
    said = []
    if kind is not None:
        said.append(f"{_called(kind)} {'that binds both sides' if is_binding else 'that binds neither side'}")
    if steps:
        said.append(" and ".join(_STEP_WORDS[step] for step in steps))
    return f"{_ANSWER_WORDS[answer]}: {', with '.join(said)}."


def _called(kind: str) -> str:
    return f"a {TYPE_WORDS[kind].lower()}"


def answers_of(told: Mapping[str, Any] | None) -> Answers | None:
    """Answers as they are stored."""
    return None if told is None else Answers(**told)


def choice_problem(answers: Answers | None, leads: Mapping[Answer, Lead], kind: str, is_binding: bool) -> bool:
    """Whether something else was chosen than the answers lead to, which needs a reason."""
    return answers is not None and decided(answers, leads)[1:] != (kind, is_binding)


def cost_problem(answers: Answers | None, cost_cents: int | None) -> bool:
    """Whether the text names an amount although it was answered that no money changes hands."""
    return answers is not None and not answers.money and bool(cost_cents)
