"""Who calls here: whoever reads papers, hands them in, decides on them, says what is asked, or goes without."""

from typing import Annotated

from alongside.identity.principal import Principal
from alongside.identity.requires import caller
from alongside.identity.scopes import Scope

Reader = Annotated[Principal, caller(Scope.PAPERS_READ)]
Keeper = Annotated[Principal, caller(Scope.PAPERS_WRITE)]
Reviewer = Annotated[Principal, caller(Scope.PAPERS_REVIEW)]
Requirer = Annotated[Principal, caller(Scope.PAPERS_REQUIRE)]
RiskManager = Annotated[Principal, caller(Scope.PAPERS_WAIVE)]
