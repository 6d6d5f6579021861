"""Changing how one is called and how one likes pages."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.accounts.domain.names import checked_name
from webapp.accounts.domain.preferences import LANGUAGES, THEMES, is_zone
from webapp.accounts.store import accounts
from webapp.core.db import db


class Unknown(ValueError):
    """A choice that is not among those offered."""


@dataclass(frozen=True, slots=True)
class Preferences:
    """What an account's form holds."""

    name: str
    theme: str
    time_zone: str
    language: str


def save_preferences(account_id: int, wanted: Preferences) -> None:
    """Keep them all or none; raises BadName for the name and Unknown for the rest."""
    name = checked_name(wanted.name)
    if wanted.theme not in dict(THEMES) or wanted.language not in dict(LANGUAGES):
        raise Unknown("Choose a theme and a language of the list.")
    if not is_zone(wanted.time_zone):
        raise Unknown("Choose a time zone of the list.")
    accounts.save_account(
        account_id,
        name=name,
        theme=wanted.theme,
        time_zone=wanted.time_zone,
        language=wanted.language,
    )
    db.session.commit()
