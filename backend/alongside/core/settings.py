"""The one reader of the environment: where things are and how strict to be."""

from functools import lru_cache
from pathlib import Path
from typing import Annotated, Final, Literal, Self
from urllib.parse import unquote, urlsplit

from pydantic import AliasChoices, Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

WEAK_SECRETS: Final = frozenset(
    {"", "secret", "changeme", "change-me", "development", "alongside", "password", "postgres", "admin"}
)
LOOPBACK: Final = frozenset({"127.0.0.1", "localhost", "::1"})
"""Where browsers keep a cookie for TLS only although there is none: nobody else can listen in."""


class Settings(BaseSettings):
    """Frozen; `DATABASE_URL` is the app role's, `MIGRATION_DATABASE_URL` the owner's."""

    model_config = SettingsConfigDict(env_prefix="ALONGSIDE_", frozen=True, extra="ignore", hide_input_in_errors=True)

    environment: Literal["development", "test", "production"] = Field(
        default="development", validation_alias=AliasChoices("ALONGSIDE_ENV", "ALONGSIDE_ENVIRONMENT")
    )
    database_url: SecretStr = Field(default=SecretStr(""), validation_alias="DATABASE_URL")
    migration_database_url: SecretStr = Field(default=SecretStr(""), validation_alias="MIGRATION_DATABASE_URL")
    direct_database_url: SecretStr = Field(default=SecretStr(""), validation_alias="DIRECT_DATABASE_URL")
    secret_key: SecretStr = SecretStr("development")
    allowed_origins: Annotated[str, NoDecode] = "http://127.0.0.1:5173,http://localhost:5173"
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    data_dir: Path = Path(".data")
    public_url: str = ""
    smtp_url: SecretStr = SecretStr("")
    scanner: Annotated[str, Field(pattern=r"^$|^[^\s:/]+:[1-9][0-9]{0,4}$|^\[[0-9a-fA-F:]+\]:[1-9][0-9]{0,4}$")] = ""
    mail_from: str = "Alongside <alongside@localhost>"

    pool_size: int = Field(default=10, ge=1, le=100)
    pool_wait_seconds: float = Field(default=1.5, gt=0)
    statement_timeout_ms: int = Field(default=5_000, gt=0)
    max_body_bytes: int = Field(default=10 * 1024 * 1024, gt=0)
    max_upload_bytes: int = Field(default=25 * 1024 * 1024, gt=0)
    tenant_file_quota: int = Field(default=10_000, gt=0, le=100_000_000)
    max_in_flight: int = Field(default=200, gt=0)
    session_idle_minutes: int = Field(default=60, gt=0)
    session_hours: int = Field(default=12, gt=0)
    access_token_minutes: int = Field(default=60, gt=0, le=60)
    decision_link_days: int = Field(default=14, ge=1, le=60)
    argon2_memory_kib: int = Field(default=65_536, ge=8)

    @property
    def origins(self) -> frozenset[str]:
        """The origins a browser may write from, as `scheme://host[:port]`."""
        return frozenset(origin.strip() for origin in self.allowed_origins.split(",") if origin.strip())

    @property
    def address(self) -> str:
        """Where people reach the app, for the links in e-mails and calendars: as set, else the first origin."""
        return (self.public_url or self.allowed_origins.split(",")[0]).strip().rstrip("/")

    @property
    def queue_url(self) -> str:
        """Where the worker listens for jobs: Postgres itself, past a transaction pooler."""
        return self.direct_database_url.get_secret_value() or self.database_url.get_secret_value()

    @model_validator(mode="after")
    def refuse_what_is_unsafe(self) -> Self:
        """In production: no guessable secret, and no address where a cookie for TLS only could not be kept."""
        if self.environment != "production":
            return self
        key = self.secret_key.get_secret_value()
        if len(key) < 32 or len(set(key)) < 8 or key.lower() in WEAK_SECRETS:
            raise ValueError("ALONGSIDE_SECRET_KEY must hold at least 32 characters in production, drawn at random")
        address = urlsplit(self.database_url.get_secret_value())
        if address.password is not None and unquote(address.password).lower() in {*WEAK_SECRETS, address.username}:
            raise ValueError("The password in DATABASE_URL is one that anybody tries first; production needs another")
        if any(not is_for_tls(origin) for origin in self.origins):
            raise ValueError(
                "ALONGSIDE_ALLOWED_ORIGINS must name https addresses in production: session cookies are for TLS only"
            )
        return self


def is_for_tls(origin: str) -> bool:
    """Whether a browser at this origin keeps a cookie that is marked Secure."""
    parts = urlsplit(origin)
    return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK)


@lru_cache
def settings() -> Settings:
    """The process's settings, read once."""
    return Settings()
