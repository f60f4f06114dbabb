"""Who calls here: whoever reads the directory, whoever keeps a record, whoever reviews it."""

from typing import Annotated

from alongside.identity.principal import Principal
from alongside.identity.requires import caller
from alongside.identity.scopes import Scope

Reader = Annotated[Principal, caller(Scope.PARTNERS_READ)]
Keeper = Annotated[Principal, caller(Scope.PARTNERS_WRITE)]
Reviewer = Annotated[Principal, caller(Scope.PARTNERS_REVIEW)]
