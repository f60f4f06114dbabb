"""What can go wrong with packs."""

from alongside.core.errors import Conflict, Forbidden, Gone, NotFound, Unprocessable


class PackNotFound(NotFound):
    slug, title = "pack-not-found", "There is no such pack that you may open"


class NotYourPack(Forbidden):
    slug, title = "not-your-pack", "Only an administrator of the organization packs and unpacks its record"


class PackExpired(Gone):
    slug, title = "pack-expired", "This pack has run out; make a new one"


class PackRevoked(Gone):
    slug, title = "pack-revoked", "This pack was taken back"


class PackEnded(Conflict):
    slug, title = "pack-ended", "This pack was taken back already, or has run out"


class PackTooLarge(Unprocessable):
    slug, title = "pack-too-large", "The scans in this pack are larger than a pack may be; leave the certificates out"


class PackChanged(Conflict):
    """What was compared is not so any more; `keys` names the items."""

    slug, title = "pack-comparison-changed", "Something changed since you compared; look again before you take it"
