"""Notices: who is told what, when and how: in the app, by e-mail at once or collected, in a calendar.

Events become notices by reading the log behind a position that each tenant has; days become reminders by asking
each source what ends. Features know nothing of notices.
"""
