"""Reading assessments, needs and evidence; every statement starts from who sees what."""

from .standing import actors_at, may_edit, may_work_on, need_visible_to, visible_to

__all__ = ["actors_at", "may_edit", "may_work_on", "need_visible_to", "visible_to"]
