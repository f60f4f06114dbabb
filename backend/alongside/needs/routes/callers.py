"""Who calls here: whoever reads needs, whoever works on them, who approves, and who opens them again."""

from typing import Annotated

from alongside.identity.principal import Principal
from alongside.identity.requires import caller
from alongside.identity.scopes import Scope

Reader = Annotated[Principal, caller(Scope.NEEDS_READ)]
Coordinator = Annotated[Principal, caller(Scope.NEEDS_WRITE)]
Leader = Annotated[Principal, caller(Scope.NEEDS_APPROVE)]
Office = Annotated[Principal, caller(Scope.NEEDS_REOPEN)]
