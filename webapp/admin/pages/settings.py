"""The settings in force, by the names of their variables; a secret is only set or not set."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit

from webapp.admin.domain.words import size_said
from webapp.config import SETTINGS, Settings
from webapp.config.reading import yes_or_no
from webapp.config.variables import Setting
from webapp.core.settings import current_settings

SECRET: Final = re.compile(r"secret|key|token|password|credential|webhook", re.IGNORECASE)
HIDDEN: Final = "set"
NONE: Final = "not set"


@dataclass(frozen=True, slots=True)
class SettingLine:
    """One setting: its variable, what is in force, what it means; bytes also as a size."""

    variable: str
    said: str
    size_said: str
    meaning: str
    secret: bool
    is_set: bool
    is_default: bool


@dataclass(frozen=True, slots=True)
class SettingsPage:
    """Every setting."""

    settings: tuple[SettingLine, ...]


def settings_page() -> SettingsPage:
    """Show every setting in force."""
    now = current_settings()
    defaults = {field.name: field.default for field in dataclasses.fields(Settings)}
    return SettingsPage(tuple(_line(one, now, defaults.get(one.field)) for one in SETTINGS))


def _line(setting: Setting, now: Settings, default: Any) -> SettingLine:
    value = getattr(now, setting.field)
    secret = is_secret(setting)
    empty = value is None or value in ("", ())
    return SettingLine(
        variable=setting.variable,
        said=NONE if empty else HIDDEN if secret else said(value),
        size_said=size_said(value) if setting.variable.endswith("_BYTES") and not empty else "",
        meaning=setting.meaning,
        secret=secret,
        is_set=not empty,
        is_default=value == default,
    )


def is_secret(setting: Setting) -> bool:
    """Say whether a setting's value is shown to nobody: by its name, whoever adds it.

    A yes or no is no secret, whatever it is about.
    """
    if setting.read is yes_or_no:
        return False
    return bool(SECRET.search(setting.variable) or SECRET.search(setting.field))


def said(value: Any) -> str:
    """Write a value; of an address only where it leads, never who goes there or with what."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    text = str(value)
    return _address(text) if "://" in text else text


def _address(text: str) -> str:
    try:
        parts = urlsplit(text)
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return "an address that cannot be read"
    host = text.partition("://")[2].partition("/")[0].rpartition("@")[2] if "{" in text else ""
    masked = "…@" if "@" in parts.netloc else ""
    return f"{parts.scheme}://{masked}{host or (parts.hostname or '') + port}{parts.path}"
