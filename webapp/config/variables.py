"""Every variable of the environment we read: its field, how it is read, what it means."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from webapp.config.reading import (
    hosts,
    languages,
    one_of,
    postgres,
    route_url,
    secret,
    url,
    whole_number,
    yes_or_no,
)

LOG_LEVELS = ("debug", "info", "warning", "error")


@dataclass(frozen=True, slots=True)
class Setting:
    """One variable of the environment: where it goes and how it is read."""

    variable: str
    field: str
    read: Callable[[str], Any]
    meaning: str


SETTINGS: tuple[Setting, ...] = (
    Setting("DATABASE_URL", "database_url", postgres, "Postgres 15 or newer"),
    Setting("REDIS_URL", "redis_url", url("redis", "rediss", "unix"), "Valkey or Redis"),
    Setting("STORAGE_URL", "storage_url", url("file", "s3"), "where match bodies and art are kept"),
    Setting("SECRET_KEY", "secret_key", secret, "signs cookies; one for all machines"),
    Setting("PUBLIC_URL", "public_url", url("http", "https"), "the address readers type"),
    Setting("GUILDHALL_DATA_DIR", "data_dir", Path, "page cache, and embedded data when used"),
    Setting("GUILDHALL_HOST", "host", str, "address the web server listens on"),
    Setting("GUILDHALL_PORT", "port", whole_number(1, 65535), "port the web server listens on"),
    Setting("GUILDHALL_DEMO", "demo", yes_or_no, "shows the banner that all data is generated"),
    Setting("GUILDHALL_WORKERS", "worker_count", whole_number(1, 64), "workers that up starts"),
    Setting("GUILDHALL_LOG_LEVEL", "log_level", one_of(*LOG_LEVELS), "how much is logged"),
    Setting("GUILDHALL_METRICS_TOKEN", "metrics_token", str, "opens /metrics beyond loopback"),
    Setting(
        "GUILDHALL_MAX_UPLOAD_BYTES",
        "max_upload_bytes",
        whole_number(1024, 1 << 30),
        "the largest file a reader may bring",
    ),
    Setting(
        "GUILDHALL_TRUSTED_PROXIES",
        "trusted_proxies",
        whole_number(0, 5),
        "how many proxies in front may set X-Forwarded-*",
    ),
    Setting(
        "DEADLOCK_API_URL", "deadlock_api_url", url("http", "https"), "the Deadlock match archive"
    ),
    Setting("DEADLOCK_API_KEY", "deadlock_api_key", str, "a key raises the archive's limits"),
    Setting("DEADLOCK_IMAGE_HOSTS", "deadlock_image_hosts", hosts, "hosts art may come from"),
    Setting(
        "DEADLOCK_DEMO_BYTES",
        "deadlock_demo_bytes",
        whole_number(1024, 1 << 32),
        "the largest demo taken in, as it comes",
    ),
    Setting(
        "DEADLOCK_DEMO_UNPACKED_BYTES",
        "deadlock_demo_unpacked_bytes",
        whole_number(1024, 1 << 33),
        "the largest demo read, unpacked",
    ),
    Setting("BOON_DATA_DIR", "boon_data_dir", str, "names for the reader of demos, kept here"),
    Setting(
        "DOTA2_REPLAY_BYTES",
        "dota2_replay_bytes",
        whole_number(1024, 1 << 32),
        "the largest replay taken in, as it comes",
    ),
    Setting(
        "DOTA2_REPLAY_UNPACKED_BYTES",
        "dota2_replay_unpacked_bytes",
        whole_number(1024, 1 << 33),
        "the largest replay read, unpacked",
    ),
    Setting("OPENDOTA_URL", "opendota_url", url("http", "https"), "OpenDota, for Dota 2"),
    Setting("OPENDOTA_API_KEY", "opendota_api_key", str, "a key raises OpenDota’s limits"),
    Setting("STEAM_API_URL", "steam_api_url", url("http", "https"), "the Steam Web API"),
    Setting("STEAM_API_KEY", "steam_api_key", str, "opens leagues and Steam names"),
    Setting("LLM_BASE_URL", "llm_base_url", url("http", "https"), "a service that rewords"),
    Setting("LLM_API_KEY", "llm_api_key", str, "its key"),
    Setting("LLM_MODEL", "llm_model", str, "its model"),
    Setting("RIOT_API_URL", "riot_api_url", route_url, "Riot’s servers; {route} is filled in"),
    Setting("RIOT_API_KEY", "riot_api_key", str, "League of Legends needs one to fetch anything"),
    Setting("DDRAGON_URL", "ddragon_url", url("http", "https"), "names of champions and items"),
    Setting("LOL_LANGUAGES", "lol_languages", languages, "languages those names are kept in"),
    Setting("SMTP_URL", "smtp_url", url("smtp", "smtps"), "the server that sends mail"),
    Setting("MAIL_FROM", "mail_from", str, "the address mail comes from"),
    Setting("PASSWORD_SIGN_IN", "password_sign_in", yes_or_no, "sign-in by e-mail and password"),
    Setting("DISCORD_CLIENT_ID", "discord_client_id", str, "lets people sign in with Discord"),
    Setting("DISCORD_CLIENT_SECRET", "discord_client_secret", str, "its secret"),
    Setting("DISCORD_URL", "discord_url", url("http", "https"), "where Discord is"),
    Setting("GOOGLE_CLIENT_ID", "google_client_id", str, "lets people sign in with Google"),
    Setting("GOOGLE_CLIENT_SECRET", "google_client_secret", str, "its secret"),
    Setting("GOOGLE_URL", "google_url", url("http", "https"), "where Google is"),
    Setting("GITHUB_CLIENT_ID", "github_client_id", str, "lets people sign in with GitHub"),
    Setting("GITHUB_CLIENT_SECRET", "github_client_secret", str, "its secret"),
    Setting("GITHUB_URL", "github_url", url("http", "https"), "where GitHub is"),
    Setting("EVE_CLIENT_ID", "eve_client_id", str, "lets people sign in with EVE Online"),
    Setting("EVE_CLIENT_SECRET", "eve_client_secret", str, "its secret"),
    Setting("EVE_URL", "eve_url", url("http", "https"), "where EVE Online’s sign-in is"),
    Setting("STEAM_SIGN_IN", "steam_sign_in", yes_or_no, "lets people sign in with Steam"),
    Setting("STEAM_OPENID_URL", "steam_openid_url", url("http", "https"), "where Steam’s is"),
)
