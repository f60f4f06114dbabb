"""What needs somebody's attention: kinds of task, one select each, put together for the roles a caller holds."""

from .find import find_tasks

__all__ = ["find_tasks"]
