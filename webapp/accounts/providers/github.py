"""GitHub, or a GitHub of one's own: plain OAuth 2; who it is, its API says."""

from __future__ import annotations

from typing import Final

from webapp.accounts.providers.record import Person, Provider, Told, named, text_of
from webapp.config import Settings

HOME: Final = "https://github.com"


def github(settings: Settings) -> Provider | None:
    """Give GitHub when its keys are set."""
    if not (settings.github_client_id and settings.github_client_secret):
        return None
    base = settings.github_url
    return Provider(
        name="github",
        label="GitHub",
        kind="oauth",
        client_id=settings.github_client_id,
        client_secret=settings.github_client_secret,
        authorize=f"{base}/login/oauth/authorize",
        token=f"{base}/login/oauth/access_token",
        userinfo="https://api.github.com/user" if base == HOME else f"{base}/api/v3/user",
        person=_person,
    )


def _person(told: Told) -> Person:
    """Take the number, never the login: a login can be given up and taken by somebody else."""
    return Person(text_of(told, "id"), named(told, "name", "login"))
