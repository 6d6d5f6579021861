"""Every setting, typed, read once from the environment.

Nothing else in the project reads the environment. A setting that is unknown or
badly written stops the start with its name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

PREFIX = "GUILDHALL_"
SHORTEST_SECRET = 32
LOG_LEVELS = ("debug", "info", "warning", "error")


class BadSetting(ValueError):
    """A setting that cannot be used; says which one and why."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"{name}: {why}")
        self.name = name
        self.why = why


@dataclass(frozen=True, slots=True)
class Settings:
    """What this installation was told, once, at its start."""

    database_url: str
    redis_url: str
    storage_url: str
    secret_key: str
    data_dir: Path
    public_url: str = "http://127.0.0.1:8000"
    host: str = "127.0.0.1"
    port: int = 8000
    demo: bool = False
    worker_count: int = 2
    log_level: str = "info"
    metrics_token: str = ""
    max_upload_bytes: int = 32 * 1024 * 1024
    trusted_proxies: int = 0
    deadlock_api_url: str = "https://api.deadlock-api.com"
    deadlock_api_key: str = ""
    deadlock_image_hosts: tuple[str, ...] = (
        "assets-bucket.deadlock-api.com",
        "assets.deadlock-api.com",
        "api.deadlock-api.com",
    )
    deadlock_demo_bytes: int = 400 * 1024 * 1024
    deadlock_demo_unpacked_bytes: int = 1536 * 1024 * 1024
    boon_data_dir: str = ""
    llm_base_url: str = ""
    llm_api_key: str = ""
    llm_model: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """One variable of the environment: where it goes and how it is read."""

    variable: str
    field: str
    read: Callable[[str], Any]
    meaning: str


def _whole_number(low: int, high: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        value = int(text)
        if not low <= value <= high:
            raise ValueError(f"wants a whole number from {low} to {high}")
        return value

    return read


def _yes_or_no(text: str) -> bool:
    words = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}
    if text.lower() not in words:
        raise ValueError("wants yes or no")
    return words[text.lower()]


def _url(*schemes: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        if urlsplit(text).scheme not in schemes:
            raise ValueError(
                f"wants a URL beginning with {' or '.join(s + '://' for s in schemes)}"
            )
        return text.rstrip("/")

    return read


def _postgres(text: str) -> str:
    scheme, found, rest = text.partition("://")
    if not found or scheme not in {"postgres", "postgresql", "postgresql+psycopg"}:
        raise ValueError("wants a URL beginning with postgresql://")
    return f"postgresql+psycopg://{rest}"


def _one_of(*words: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        if text.lower() not in words:
            raise ValueError(f"wants one of {', '.join(words)}")
        return text.lower()

    return read


def _hosts(text: str) -> tuple[str, ...]:
    return tuple(host.strip().lower() for host in text.split(",") if host.strip())


def _secret(text: str) -> str:
    if len(text) < SHORTEST_SECRET:
        raise ValueError("wants at least 32 characters")
    return text


SETTINGS: tuple[Setting, ...] = (
    Setting("DATABASE_URL", "database_url", _postgres, "Postgres 15 or newer"),
    Setting("REDIS_URL", "redis_url", _url("redis", "rediss", "unix"), "Valkey or Redis"),
    Setting(
        "STORAGE_URL", "storage_url", _url("file", "s3"), "where match bodies and art are kept"
    ),
    Setting("SECRET_KEY", "secret_key", _secret, "signs cookies; one for all machines"),
    Setting("PUBLIC_URL", "public_url", _url("http", "https"), "the address readers type"),
    Setting("GUILDHALL_DATA_DIR", "data_dir", Path, "page cache, and embedded data when used"),
    Setting("GUILDHALL_HOST", "host", str, "address the web server listens on"),
    Setting("GUILDHALL_PORT", "port", _whole_number(1, 65535), "port the web server listens on"),
    Setting("GUILDHALL_DEMO", "demo", _yes_or_no, "shows the banner that all data is generated"),
    Setting("GUILDHALL_WORKERS", "worker_count", _whole_number(1, 64), "workers `up` starts"),
    Setting("GUILDHALL_LOG_LEVEL", "log_level", _one_of(*LOG_LEVELS), "how much is logged"),
    Setting("GUILDHALL_METRICS_TOKEN", "metrics_token", str, "opens /metrics beyond loopback"),
    Setting(
        "GUILDHALL_MAX_UPLOAD_BYTES",
        "max_upload_bytes",
        _whole_number(1024, 1 << 30),
        "the largest file a reader may bring",
    ),
    Setting(
        "GUILDHALL_TRUSTED_PROXIES",
        "trusted_proxies",
        _whole_number(0, 5),
        "how many proxies in front may set X-Forwarded-*",
    ),
    Setting(
        "DEADLOCK_API_URL", "deadlock_api_url", _url("http", "https"), "the Deadlock match archive"
    ),
    Setting("DEADLOCK_API_KEY", "deadlock_api_key", str, "a key raises the archive's limits"),
    Setting("DEADLOCK_IMAGE_HOSTS", "deadlock_image_hosts", _hosts, "hosts art may come from"),
    Setting(
        "DEADLOCK_DEMO_BYTES",
        "deadlock_demo_bytes",
        _whole_number(1024, 1 << 32),
        "the largest demo taken in, as it comes",
    ),
    Setting(
        "DEADLOCK_DEMO_UNPACKED_BYTES",
        "deadlock_demo_unpacked_bytes",
        _whole_number(1024, 1 << 33),
        "the largest demo read, unpacked",
    ),
    Setting("BOON_DATA_DIR", "boon_data_dir", str, "names for the reader of demos, kept here"),
    Setting("LLM_BASE_URL", "llm_base_url", _url("http", "https"), "a service that rewords"),
    Setting("LLM_API_KEY", "llm_api_key", str, "its key"),
    Setting("LLM_MODEL", "llm_model", str, "its model"),
)


def load_settings(environ: Mapping[str, str]) -> Settings:
    """Read all settings; raises BadSetting for one that is unknown, bad or missing."""
    known = {setting.variable for setting in SETTINGS}
    for name in environ:
        if name.startswith(PREFIX) and name not in known:
            raise BadSetting(name, "no such setting; .env.example lists them all")
    given = {s.field: _read(s, environ[s.variable]) for s in SETTINGS if environ.get(s.variable)}
    for setting in SETTINGS[:4]:
        if setting.field not in given:
            raise BadSetting(setting.variable, f"is not set ({setting.meaning})")
    given.setdefault("data_dir", Path("var").absolute())
    return _checked(Settings(**given))


def _read(setting: Setting, text: str) -> Any:
    try:
        return setting.read(text)
    except ValueError as error:
        why = str(error) if "wants" in str(error) else "is not a number"
        raise BadSetting(setting.variable, why) from None


def _checked(settings: Settings) -> Settings:
    for name, url in (
        ("DEADLOCK_API_URL", settings.deadlock_api_url),
        ("LLM_BASE_URL", settings.llm_base_url),
    ):
        parts = urlsplit(url)
        if parts.scheme == "http" and parts.hostname not in {"127.0.0.1", "localhost", "::1"}:
            raise BadSetting(name, "wants https (http only for this machine itself)")
    _check_wording(settings)
    return settings


def _check_wording(settings: Settings) -> None:
    """Take the three settings of rewording together or not at all."""
    given = {
        "LLM_BASE_URL": settings.llm_base_url,
        "LLM_API_KEY": settings.llm_api_key,
        "LLM_MODEL": settings.llm_model,
    }
    if any(given.values()) and not all(given.values()):
        missing = next(name for name, value in given.items() if not value)
        raise BadSetting(missing, "is not set (rewording needs all three LLM settings, or none)")
