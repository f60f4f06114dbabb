"""Who may be tried out: the sign-ins and the machine that the demonstration tells everybody about."""

from dataclasses import dataclass
from typing import Final

from alongside.identity.credentials import KEY_MARK, checksum

PASSWORD: Final = "alongside-demo"
"""Everybody's, in the demonstration only; production refuses to start with these sign-ins."""

CLIENT_ID: Final = "demo-district"
CLIENT_SECRET: Final = "alongside-demo-secret"
API_KEY: Final = f"{KEY_MARK}alongsidedemonstration_{checksum('alongsidedemonstration')}"


@dataclass(frozen=True, slots=True)
class SignIn:
    """A role to try, and who plays it."""

    role: str
    who: str


SIGN_INS: Final = (
    SignIn("District office", "renee"),
    SignIn("District signatory", "harold"),
    SignIn("Principal, Alderbrook", "denise"),
    SignIn("Coordinator, 2 schools", "marisol"),
    SignIn("Teacher", "nora"),
    SignIn("Families liaison", "lucia"),
    SignIn("Front office", "gwen"),
    SignIn("Partner and its signatory", "tomas"),
    SignIn("Legal review", "gordon"),
    SignIn("Risk review", "paula"),
    SignIn("Data office", "ilse"),
    SignIn("Office of another district", "walt"),
)
