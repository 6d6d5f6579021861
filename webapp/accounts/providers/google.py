"""Google: OpenID Connect; a signed ID token says who it is.

Its three addresses are those of its discovery document, which has named them unchanged for
years; they are not asked for at every sign-in.
"""

from __future__ import annotations

from typing import Final

from webapp.accounts.providers.record import Person, Provider, Told, named, text_of
from webapp.config import Settings

HOME: Final = "https://accounts.google.com"


def google(settings: Settings) -> Provider | None:
    """Give Google when its keys are set."""
    if not (settings.google_client_id and settings.google_client_secret):
        return None
    base = settings.google_url
    real = base == HOME
    return Provider(
        name="google",
        label="Google",
        kind="oauth",
        client_id=settings.google_client_id,
        client_secret=settings.google_client_secret,
        authorize=f"{base}/o/oauth2/v2/auth",
        token="https://oauth2.googleapis.com/token" if real else f"{base}/token",
        keys="https://www.googleapis.com/oauth2/v3/certs" if real else f"{base}/oauth2/v3/certs",
        issuers=(base, "accounts.google.com") if real else (base,),
        audiences=(settings.google_client_id,),
        scopes=("openid", "profile"),
        person=_person,
    )


def _person(told: Told) -> Person:
    return Person(text_of(told, "sub"), named(told, "name", "given_name"))
