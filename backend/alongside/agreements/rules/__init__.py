"""What may happen to an agreement, what its dates say on a day, who may sign it, how far it is, and its text.

Sources: domain rules B4 (lifecycle and guards), E1 (dates), E2 (renewal), E3 (overlap), E8 (who signs). What dates
imply is computed and never stored.
"""

from alongside.core.clock import in_words

from .dates import (
    CLEARING,
    IN_FORCE,
    NOT_BINDING,
    binds,
    clears_programs,
    covered_from,
    days_left,
    effective_status,
    one_year_term,
    recording_problems,
    renewal_term,
    signed_late,
    takes_effect_on,
)
from .lifecycle import (
    AGREEMENT,
    AGREEMENT_SCHOOL,
    AUTHOR,
    EDITABLE,
    IN_THE_TEXT,
    MOVE_SCOPES,
    NEEDS,
    OVER,
    RENEWABLE,
    REVIEWERS,
    SIDES,
    STEP_REVIEWERS,
    AgreementFacts,
    Origin,
    Side,
    Step,
    amendment_needs,
    needs_of,
    offer_needs,
    renewal_needs,
    review_steps,
    school_needs_of,
)
from .overlap import COVERING, Coverage, overlaps, periods_overlap
from .progress import (
    STEPS,
    Missing,
    Reached,
    SchoolAnswer,
    Standing,
    StepOnTheWay,
    missing,
    steps,
    waits_for,
)
from .promises import KEPT, RECEIVERS, Outcome, Saying, begun, day_problem, saying
from .revisits import (
    BOTH,
    LATE_DAYS,
    WANTED,
    Basis,
    Difference,
    Line,
    Occasion,
    RevisitOutcome,
    RevisitSide,
    RevisitState,
    differences,
    joint_outcome,
    occasions,
    overall,
    revisit_state,
    waits_for_word,
)
from .signing import (
    CONSENT,
    PARTIES,
    SIGNATORIES,
    Party,
    Signature,
    paper_needs,
    party_of,
    signing_needs,
    state_after_signing,
)

__all__ = [
    "AGREEMENT", "AGREEMENT_SCHOOL", "AUTHOR", "BOTH", "CLEARING", "CONSENT", "COVERING", "EDITABLE", "IN_FORCE",
    "IN_THE_TEXT", "KEPT", "LATE_DAYS", "MOVE_SCOPES", "NEEDS", "NOT_BINDING", "OVER", "PARTIES", "RECEIVERS",
    "RENEWABLE", "REVIEWERS", "SIDES", "SIGNATORIES", "STEPS", "STEP_REVIEWERS", "WANTED", "AgreementFacts", "Basis",
    "Coverage",
    "Difference", "Line", "Missing", "Occasion", "Origin", "Outcome", "Party", "Reached", "RevisitOutcome",
    "RevisitSide", "RevisitState", "Saying", "SchoolAnswer", "Side", "Signature", "Standing", "Step", "StepOnTheWay",
    "amendment_needs", "begun", "binds", "clears_programs", "covered_from", "day_problem", "days_left", "differences",
    "effective_status", "in_words", "joint_outcome", "missing", "needs_of", "occasions", "offer_needs", "one_year_term",
    "overall", "overlaps", "paper_needs", "party_of", "periods_overlap", "recording_problems", "renewal_needs",
    "renewal_term", "review_steps", "revisit_state", "saying", "school_needs_of", "signed_late", "signing_needs",
    "state_after_signing", "steps", "takes_effect_on", "waits_for", "waits_for_word",
]  # fmt: skip
