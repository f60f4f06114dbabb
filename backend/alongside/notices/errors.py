"""What can be wrong with notices."""

from alongside.core.errors import NotFound


class NoticeNotFound(NotFound):
    slug, title = "notice-not-found", "There is no such notice"


class MailNotFound(NotFound):
    slug, title = "mail-not-found", "There is no such e-mail"


class CalendarNotFound(NotFound):
    slug, title = "calendar-not-found", "There is no such calendar"
