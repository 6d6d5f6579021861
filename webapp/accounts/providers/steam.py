"""Steam: OpenID 2.0, the only provider of ours that speaks it; it needs no key."""

from __future__ import annotations

from webapp.accounts.providers.record import Person, Provider, Told, named, text_of
from webapp.config import Settings


def steam(settings: Settings) -> Provider | None:
    """Give Steam when it is switched on."""
    if not settings.steam_sign_in:
        return None
    return Provider(
        name="steam",
        label="Steam",
        kind="openid",
        authorize=f"{settings.steam_openid_url}/openid/login",
        person=_person,
        many=True,
    )


def _person(told: Told) -> Person:
    return Person(text_of(told, "steamid"), named(told, "personaname"))
