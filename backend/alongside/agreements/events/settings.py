"""Facts about how a district goes about its agreements: dates, routes, and where answers lead."""

from dataclasses import dataclass
from typing import ClassVar

from alongside.core.record import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementSettingsChanged(Event):
    """The district set when agreements are looked at again, or when renewals open."""

    kind: ClassVar[str] = "tenant.agreements_set"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementRouteSet(Event):
    """The district changed how agreements of one type are reviewed and signed."""

    kind: ClassVar[str] = "agreement_route.set"


@dataclass(frozen=True, slots=True, kw_only=True)
class TreeAnswerSet(Event):
    """The district changed where an answer about new agreements leads."""

    kind: ClassVar[str] = "tree_answer.set"


@dataclass(frozen=True, slots=True, kw_only=True)
class TreeAnswerReturned(Event):
    """The district went back to the usual way of an answer about new agreements."""

    kind: ClassVar[str] = "tree_answer.returned"
