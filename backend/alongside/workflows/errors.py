"""What can go wrong in use cases that write in two features."""

from alongside.core.errors import AlreadyExists


class AgreementThere(AlreadyExists):
    slug, title = "agreement-there", "An agreement covers this program at this school already, or is on its way"
