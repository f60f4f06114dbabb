"""What can go wrong at the door."""

from alongside.core.errors import Forbidden, Unauthenticated, Unprocessable


class WrongCredentials(Unauthenticated):
    slug, title = "wrong-credentials", "The e-mail address or the password is not right"


class NoRoleHere(Forbidden):
    slug, title = "no-role-here", "You have no role in this district or network today"


class CrossSiteRequest(Forbidden):
    slug, title = "cross-site-request", "This request came from another site"


class MissingScope(Forbidden):
    slug, title = "missing-scope", "Your role does not allow this"


class PeopleOnly(Forbidden):
    slug, title = "people-only", "Only a person can do this"


class ScopeNotGranted(Unprocessable):
    slug, title = "scope-not-granted", "This credential does not hold that scope"
