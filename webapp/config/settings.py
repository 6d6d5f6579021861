"""What an installation can be told: one field for each setting, with what it is when not said."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


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
    dota2_replay_bytes: int = 400 * 1024 * 1024
    dota2_replay_unpacked_bytes: int = 1536 * 1024 * 1024
    opendota_url: str = "https://api.opendota.com"
    opendota_api_key: str = ""
    steam_api_url: str = "https://api.steampowered.com"
    steam_api_key: str = ""
    llm_base_url: str = ""
    llm_api_key: str = ""
    llm_model: str = ""
    riot_api_url: str = "https://{route}.api.riotgames.com"
    riot_api_key: str = ""
    ddragon_url: str = "https://ddragon.leagueoflegends.com"
    lol_languages: tuple[str, ...] = ("en_US",)
    smtp_url: str = ""
    mail_from: str = ""
    password_sign_in: bool = False
    discord_client_id: str = ""
    discord_client_secret: str = ""
    discord_url: str = "https://discord.com"
    google_client_id: str = ""
    google_client_secret: str = ""
    google_url: str = "https://accounts.google.com"
    github_client_id: str = ""
    github_client_secret: str = ""
    github_url: str = "https://github.com"
    eve_client_id: str = ""
    eve_client_secret: str = ""
    eve_url: str = "https://login.eveonline.com"
    steam_sign_in: bool = False
    steam_openid_url: str = "https://steamcommunity.com"
    receiver_on_loopback: str = ""
    """The one place of this machine webhooks may go to: for tests, so no variable sets it."""

    @property
    def counts_dir(self) -> Path:
        """Where the server's processes add up what /metrics shows."""
        return self.data_dir / "counts"
