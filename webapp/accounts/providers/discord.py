"""Discord: plain OAuth 2; who it is, its API says."""

from __future__ import annotations

from webapp.accounts.providers.record import Person, Provider, Told, named, text_of
from webapp.config import Settings


def discord(settings: Settings) -> Provider | None:
    """Give Discord when its keys are set."""
    if not (settings.discord_client_id and settings.discord_client_secret):
        return None
    base = settings.discord_url
    return Provider(
        name="discord",
        label="Discord",
        kind="oauth",
        client_id=settings.discord_client_id,
        client_secret=settings.discord_client_secret,
        authorize=f"{base}/oauth2/authorize",
        token=f"{base}/api/oauth2/token",
        userinfo=f"{base}/api/users/%40me",
        scopes=("identify",),
        person=_person,
    )


def _person(told: Told) -> Person:
    return Person(text_of(told, "id"), named(told, "global_name", "username"))
