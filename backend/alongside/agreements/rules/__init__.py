"""What may happen to an agreement, what its dates say on a day, who may sign it, how far it is, and its text.

Sources: domain rules B4 (lifecycle and guards), E1 (dates), E2 (renewal), E3 (overlap), E8 (who signs). What dates
imply is computed and never stored.
"""

from alongside.core.clock import in_words

from .changes import field_changes, name_changes
from .data_sharing import (
    ELEMENTS,
    DestructionState,
    Disposition,
    Element,
    destruction_due_on,
    destruction_state,
    disposition_problem,
    lacking,
    shares_data,
)
from .dates import (
    CLEARING,
    ENDED,
    IN_FORCE,
    NOT_BINDING,
    RUNNING,
    SIGNED,
    UNSIGNED,
    Hold,
    binds,
    clears_programs,
    covered_from,
    days_left,
    earliest_end,
    effective_status,
    ending_problem,
    last_day,
    lead_days,
    one_year_term,
    recording_problems,
    renewal_opens_on,
    renewal_term,
    signed_late,
    takes_effect_on,
)
from .lifecycle import (
    AGREEMENT,
    AGREEMENT_SCHOOL,
    ASKED_IN,
    AUTHOR,
    EDITABLE,
    IN_THE_TEXT,
    MOVE_SCOPES,
    NEEDS,
    OVER,
    RENEWABLE,
    REPLACEABLE,
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
    replacement_needs,
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
    wishes,
)
from .routes import (
    ROUTED,
    Route,
    SigningOrder,
    board_needs,
    due_parties,
    due_steps,
    route_problem,
    usual_route,
    vote_in_words,
)
from .signing import (
    PARTIES,
    SIGNATORIES,
    Party,
    Signature,
    paper_needs,
    party_of,
    signing_needs,
    state_after_signing,
)
from .text_changes import LineOfText, SectionChange, section_key, text_changes

__all__ = [
    "AGREEMENT", "AGREEMENT_SCHOOL", "ASKED_IN", "AUTHOR", "BOTH", "CLEARING", "COVERING", "EDITABLE", "ELEMENTS",
    "ENDED", "IN_FORCE", "IN_THE_TEXT", "KEPT", "LATE_DAYS", "MOVE_SCOPES", "NEEDS", "NOT_BINDING", "OVER",
    "PARTIES", "RECEIVERS", "RENEWABLE", "REPLACEABLE", "REVIEWERS", "ROUTED", "RUNNING", "SIDES", "SIGNATORIES",
    "SIGNED", "STEPS", "STEP_REVIEWERS", "UNSIGNED", "WANTED", "AgreementFacts", "Basis", "Coverage",
    "DestructionState", "Difference", "Disposition", "Element", "Hold", "Line", "LineOfText", "Missing", "Occasion",
    "Origin", "Outcome", "Party", "Reached", "RevisitOutcome", "RevisitSide", "RevisitState", "Route", "Saying",
    "SchoolAnswer", "SectionChange", "Side", "Signature", "SigningOrder", "Standing", "Step", "StepOnTheWay",
    "amendment_needs", "begun", "binds", "board_needs", "clears_programs", "covered_from", "day_problem",
    "days_left", "destruction_due_on", "destruction_state", "differences", "disposition_problem", "due_parties",
    "due_steps", "earliest_end", "effective_status", "ending_problem", "field_changes", "in_words", "joint_outcome",
    "lacking", "last_day", "lead_days", "missing", "name_changes", "needs_of", "occasions", "offer_needs",
    "one_year_term", "overall", "overlaps", "paper_needs", "party_of", "periods_overlap", "recording_problems",
    "renewal_needs", "renewal_opens_on", "renewal_term", "replacement_needs", "review_steps", "revisit_state",
    "route_problem", "saying", "school_needs_of", "section_key", "shares_data", "signed_late", "signing_needs",
    "state_after_signing", "steps", "takes_effect_on", "text_changes", "usual_route", "vote_in_words", "waits_for",
    "waits_for_word", "wishes",
]  # fmt: skip
