"""The machine to try out: an OAuth client and an API key of the main district, with nothing to sign or confirm."""

from datetime import timedelta
from typing import Final

from alongside.core.clock import new_id, now
from alongside.core.record import record
from alongside.identity.credentials import KEY_MARK, digest
from alongside.identity.events import CredentialCreated
from alongside.identity.scopes import GRANTS, Role, Scope

from .content.districts import MAIN, TODAY
from .content.sign_ins import API_KEY, CLIENT_ID, CLIENT_SECRET
from .stage import Stage, at

READS: Final = frozenset(scope for scope in GRANTS[Role.DISTRICT_ADMIN] if scope.value.endswith(":read"))
WRITES: Final = GRANTS[Role.DISTRICT_ADMIN] - {Scope.ME}

_ADD = """
insert into api_credential (id, tenant_id, kind, name, prefix, secret_hash, scopes, created_by_id, expires_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
"""


async def make_machines(stage: Stage) -> None:
    """The district's data warehouse: a client that reads and writes, a key that only reads."""
    office = stage.acting("renee", at(TODAY, "6:30"), MAIN)
    machines = (
        ("client", "District data warehouse", CLIENT_ID, digest(CLIENT_SECRET), WRITES),
        ("key", "Dashboard", API_KEY[: len(KEY_MARK) + 8], digest(API_KEY), READS),
    )
    async with stage.database.transaction(office) as tx:
        for kind, name, prefix, secret, scopes in machines:
            credential_id = new_id()
            held = sorted(scope.value for scope in scopes)
            await tx.connection.execute(
                _ADD, credential_id, office.tenant_id, kind, name, prefix, secret, held, office.person_id,
                now() + timedelta(days=3650),
            )  # fmt: skip
            changed = {"kind": [None, kind], "name": [None, name], "scopes": [None, held]}
            record(tx, CredentialCreated(object_id=credential_id, changed=changed))
