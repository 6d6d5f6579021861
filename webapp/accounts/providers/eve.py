"""EVE Online's sign-in, version 2: the access token is signed and says which character it is."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit

from webapp.accounts.providers.record import NobodyTold, Person, Provider, Told, named, text_of
from webapp.config import Settings

SUBJECT: Final = re.compile(r"CHARACTER:EVE:([1-9][0-9]{0,19})")


def eve(settings: Settings) -> Provider | None:
    """Give EVE Online when its keys are set."""
    if not (settings.eve_client_id and settings.eve_client_secret):
        return None
    base = settings.eve_url
    return Provider(
        name="eve",
        label="EVE Online",
        kind="oauth",
        client_id=settings.eve_client_id,
        client_secret=settings.eve_client_secret,
        authorize=f"{base}/v2/oauth/authorize",
        token=f"{base}/v2/oauth/token",
        token_auth="client_secret_basic",  # noqa: S106 - the name of a method
        keys=f"{base}/oauth/jwks",
        issuers=(base, urlsplit(base).netloc),
        audiences=(settings.eve_client_id, "EVE Online"),
        signed_access=True,
        keeps_tokens=True,
        scopes=("publicData",),
        person=_person,
        many=True,
    )


def _person(told: Told) -> Person:
    """Give the character; `owner` changes when it is given to somebody else's account."""
    found = SUBJECT.fullmatch(text_of(told, "sub"))
    if found is None:
        raise NobodyTold("sub")
    return Person(found[1], named(told, "name"), {"owner": text_of(told, "owner")})
