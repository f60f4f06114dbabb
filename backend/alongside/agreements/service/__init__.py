"""Writing agreements: drafting, editing, moving, reviewing, confirming, signing, and recording what was signed
elsewhere."""

from .adopting import adopt, look_abroad
from .asking import answer_request, ask_to_join
from .board import record_vote
from .clauses import move_clause
from .data_terms import certify_destruction, write_data_terms
from .draft import amend, draft, renew, replace
from .edit import add_school, edit, remove_school
from .elsewhere import record_elsewhere
from .ending import terminate
from .moves import move
from .opening import answer_opening, propose
from .papers import add_paper
from .plans import copy_plan, draft_plan, edit_plan, move_plan
from .promises import say, unsay
from .review import request_changes, review
from .revisits import answer_revisit
from .routes import set_route
from .schools import answer_for_school
from .settings import set_settings
from .sign import decline_to_sign, sign, sign_on_paper
from .templates import add_template, copy_template, drop_draft, edit_template, move_template
from .tree import go_back, set_tree_answer

__all__ = [
    "add_paper", "add_school", "add_template", "adopt", "amend", "answer_for_school", "answer_opening",
    "answer_request", "answer_revisit", "ask_to_join", "certify_destruction", "copy_plan", "copy_template",
    "decline_to_sign", "draft", "draft_plan", "drop_draft", "edit", "edit_plan", "edit_template", "go_back",
    "look_abroad", "move", "move_clause", "move_plan", "move_template", "propose", "record_elsewhere", "record_vote",
    "remove_school", "renew", "replace", "request_changes", "review", "say", "set_route", "set_settings",
    "set_tree_answer", "sign", "sign_on_paper", "terminate", "unsay", "write_data_terms",
]  # fmt: skip
