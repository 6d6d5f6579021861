"""Every setting, typed, read once from the environment.

Nothing else in the project reads the environment. A setting that is unknown or
badly written stops the start with its name.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from webapp.config.settings import BadSetting, Settings
from webapp.config.variables import SETTINGS, Setting

PREFIX = "GUILDHALL_"
STEAM = "https://steamcommunity.com"
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


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
        ("OPENDOTA_URL", settings.opendota_url),
        ("STEAM_API_URL", settings.steam_api_url),
        ("RIOT_API_URL", settings.riot_api_url),
        ("DDRAGON_URL", settings.ddragon_url),
        ("DISCORD_URL", settings.discord_url),
        ("GOOGLE_URL", settings.google_url),
        ("GITHUB_URL", settings.github_url),
        ("EVE_URL", settings.eve_url),
        ("STEAM_OPENID_URL", settings.steam_openid_url),
    ):
        parts = urlsplit(url)
        if parts.scheme == "http" and parts.hostname not in LOOPBACK:
            raise BadSetting(name, "wants https (http only for this machine itself)")
    _check_wording(settings)
    _check_mail(settings)
    _check_providers(settings)
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


def _check_mail(settings: Settings) -> None:
    """Want a whole way to send mail where there is half of one, or passwords need it."""
    given = {"SMTP_URL": settings.smtp_url, "MAIL_FROM": settings.mail_from}
    if any(given.values()) or settings.password_sign_in:
        for name, value in given.items():
            if not value:
                raise BadSetting(name, "is not set (mail needs SMTP_URL and MAIL_FROM)")


def _check_providers(settings: Settings) -> None:
    """Take a provider's two keys together or not at all, and Steam's answers from Steam alone."""
    for name in ("discord", "google", "github", "eve"):
        given = {
            part: getattr(settings, f"{name}_client_{part.lower()}") for part in ("ID", "SECRET")
        }
        missing = [part for part, value in given.items() if not value]
        if len(missing) == 1:
            raise BadSetting(
                f"{name.upper()}_CLIENT_{missing[0]}", "is not set beside its other half"
            )
    steam = urlsplit(settings.steam_openid_url)
    if settings.steam_openid_url != STEAM and steam.hostname not in LOOPBACK:
        raise BadSetting("STEAM_OPENID_URL", f"wants {STEAM}, or a stand-in on this machine")


__all__ = ["SETTINGS", "BadSetting", "Settings", "load_settings"]
