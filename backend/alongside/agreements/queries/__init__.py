"""Reading agreements; every statement starts from who sees what."""

from .answers import SCHOOL_ANSWER_DUE, SCHOOL_ASKED_ON
from .board import board_needs, board_records, get_vote, lock_for_vote, votes
from .calendar import calendar
from .certificate import certificate_paper, get_certificate
from .changes import get_changes
from .clauses import clause_side, clauses_of, open_clauses, said_of
from .covers import OWN_TEXT, WORD, WORD_BEFORE, Covering, covers_for
from .data_terms import (
    DESTRUCTION_DUE,
    DESTRUCTION_OWED,
    SAID,
    certifies,
    destruction_of,
    get_data_terms,
    may_write_terms,
    terms_of,
)
from .effective import EFFECTIVE, EFFECTIVE_STATUS, LAST
from .facts import (
    effective_of,
    facts_of,
    moves_of,
    original_over,
    reviews_of,
    rivals,
    route_of,
    signatures_of,
    signing_of,
)
from .find import Shape, every, find, item_of, listed, shape_of, values_of
from .follow_ups import amendment_needs, may_go_on, renewal_needs, replacement_needs
from .get import get, may_leave_out, school_needs
from .join_requests import (
    asks_for,
    find_join_requests,
    get_join_request,
    has_open_request,
    join_actors,
    joinable,
    lock_join_request,
    lock_joinable,
)
from .leads import LEAD
from .open_agreements import adopts, find_open, get_open, open_paper, open_row, origins, reads_open
from .openings import (
    current_opening,
    get_opening,
    get_openings,
    lock_opening,
    opener_of,
    opening_row,
    opens,
    past_openings,
)
from .overdue import overdue_revisits
from .overlap import coverage_of, lock_partner, overlapping
from .papers import get_paper
from .plan_record import agreed_plan, find_plan, has_open_plan, lock_plan, promise_of_plan
from .plans import find_plans, get_plan, holds_plans, may_write_plan, plan_actors, plan_facts, plans_under
from .promises import saying_of
from .record import fetch, lock
from .related import lock_amendments, lock_other, renewed_through
from .revisits import (
    Standing,
    ending_at,
    get_revisits,
    last_revisit,
    revisit_side,
    says_end,
    standings,
    yours,
)
from .routes import all_routes, one_route
from .settings import get_settings
from .states import states
from .templates import (
    find_templates,
    get_template,
    get_template_version,
    keeps_templates,
    lock_template,
    version_changes,
    version_row,
)
from .text import document_of, frozen, get_text, text_paper
from .text_changes import get_text_changes
from .tree import leads as tree_leads
from .tree import lock_tree, lock_tree_answer, recommendation, recommended_now, tree, tree_answer
from .visible import actors_on, is_office, leads, may_add_papers, may_edit, named_schools, side_for, visible_to

__all__ = [
    "DESTRUCTION_DUE", "DESTRUCTION_OWED", "EFFECTIVE", "EFFECTIVE_STATUS", "LAST", "LEAD", "OWN_TEXT", "SAID",
    "SCHOOL_ANSWER_DUE", "SCHOOL_ASKED_ON", "WORD", "WORD_BEFORE", "Covering", "Shape", "Standing", "actors_on",
    "adopts", "agreed_plan", "all_routes", "amendment_needs", "asks_for", "board_needs", "board_records", "calendar",
    "certificate_paper", "certifies", "clause_side", "clauses_of", "coverage_of", "covers_for", "current_opening",
    "destruction_of", "document_of", "effective_of", "ending_at", "every", "facts_of", "fetch", "find",
    "find_join_requests", "find_open", "find_plan", "find_plans", "find_templates", "frozen", "get",
    "get_certificate", "get_changes", "get_data_terms", "get_join_request", "get_open", "get_opening", "get_openings",
    "get_paper", "get_plan", "get_revisits", "get_settings", "get_template", "get_template_version", "get_text",
    "get_text_changes", "get_vote", "has_open_plan", "has_open_request", "holds_plans", "is_office", "item_of",
    "join_actors", "joinable", "keeps_templates", "last_revisit", "leads", "listed", "lock", "lock_amendments",
    "lock_for_vote", "lock_join_request", "lock_joinable", "lock_opening", "lock_other", "lock_partner", "lock_plan",
    "lock_template", "lock_tree", "lock_tree_answer", "may_add_papers", "may_edit", "may_go_on", "may_leave_out",
    "may_write_plan", "may_write_terms", "moves_of", "named_schools", "one_route", "open_clauses", "open_paper",
    "open_row", "opener_of", "opening_row", "opens", "original_over", "origins", "overdue_revisits", "overlapping",
    "past_openings", "plan_actors", "plan_facts", "plans_under", "promise_of_plan", "reads_open", "recommendation",
    "recommended_now", "renewal_needs", "renewed_through", "replacement_needs", "reviews_of", "revisit_side",
    "rivals", "route_of", "said_of", "saying_of", "says_end", "school_needs", "shape_of", "side_for", "signatures_of",
    "signing_of", "standings", "states", "terms_of", "text_paper", "tree", "tree_answer", "tree_leads", "values_of",
    "version_changes", "version_row", "visible_to", "votes", "yours",
]  # fmt: skip
