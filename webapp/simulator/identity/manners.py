"""Discord, Google, GitHub and EVE Online: where each is asked, and what each tells.

All but EVE tell an address of mail, whatever was asked for: it must never count.
"""

import uuid
from typing import Any
from urllib.parse import urlsplit

from webapp.simulator.identity.codes import Given
from webapp.simulator.identity.oauth import Manner
from webapp.simulator.identity.signing import Claims


def _discord(given: Given) -> dict[str, Any]:
    person = given.person
    mail = {"email": person.mail, "verified": True}
    return {"id": person.subject, "username": person.slug, "global_name": person.name, **mail}


def _github(given: Given) -> dict[str, Any]:
    person = given.person
    known = {"login": person.slug, "name": person.name, "email": person.mail}
    return {"id": int(person.subject), **known}


def _google(given: Given, base: str) -> Claims:
    person = given.person
    return {
        "iss": base,
        "aud": given.client_id,
        "azp": given.client_id,
        "sub": person.subject,
        "nonce": given.nonce,
        "name": person.name,
        "email": person.mail,
        "email_verified": True,
    }


def _eve(given: Given, base: str) -> Claims:
    person = given.person
    return {
        "iss": urlsplit(base).netloc,
        "aud": [given.client_id, "EVE Online"],
        "azp": given.client_id,
        "sub": f"CHARACTER:EVE:{person.character_id}",
        "name": person.name,
        "owner": f"owner-of-{person.character_id}=",
        "jti": str(uuid.uuid4()),
        "scp": "publicData",
        "tenant": "tranquility",
    }


MANNERS = {
    "discord": Manner(
        label="Discord",
        authorize="/oauth2/authorize",
        token="/api/oauth2/token",  # noqa: S106 - an address
        userinfo="/api/users/%40me",
        tells=_discord,
    ),
    "google": Manner(
        label="Google",
        authorize="/o/oauth2/v2/auth",
        token="/token",  # noqa: S106 - an address
        keys="/oauth2/v3/certs",
        discovery="/.well-known/openid-configuration",
        claims=_google,
        iss_in_return=True,
    ),
    "github": Manner(
        label="GitHub",
        authorize="/login/oauth/authorize",
        token="/login/oauth/access_token",  # noqa: S106 - an address
        userinfo="/api/v3/user",
        tells=_github,
        error_status=200,
    ),
    "eve": Manner(
        label="EVE Online",
        authorize="/v2/oauth/authorize",
        token="/v2/oauth/token",  # noqa: S106 - an address
        keys="/oauth/jwks",
        discovery="/.well-known/oauth-authorization-server",
        claims=_eve,
        signed_access=True,
    ),
}
