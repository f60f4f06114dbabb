"""Who calls here, by what they are there to do."""

from typing import Annotated

from alongside.identity.principal import Principal
from alongside.identity.requires import caller
from alongside.identity.scopes import Scope

Reader = Annotated[Principal, caller(Scope.AGREEMENTS_READ)]
Drafter = Annotated[Principal, caller(Scope.AGREEMENTS_WRITE)]
Reviewer = Annotated[Principal, caller(Scope.AGREEMENTS_REVIEW)]
Approver = Annotated[Principal, caller(Scope.AGREEMENTS_APPROVE)]
SchoolLeader = Annotated[Principal, caller(Scope.AGREEMENTS_CONFIRM)]
Signatory = Annotated[Principal, caller(Scope.AGREEMENTS_SIGN)]
Registrar = Annotated[Principal, caller(Scope.AGREEMENTS_RECORD)]
Router = Annotated[Principal, caller(Scope.SETTINGS_WRITE)]
Party = Annotated[Principal, caller(Scope.AGREEMENTS_TERMINATE)]
