"""Access tokens: signed by this installation, good for ten minutes, kept nowhere.

What one says is only taken with its signature, maker, reader, age and family all in order; the
family is a row, so an access token ends with it and not only with its time.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Final

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import OctKey

from webapp.accounts.domain.secret import new_secret
from webapp.core.db import utc_now
from webapp.core.sealing import key_for
from webapp.core.settings import current_settings

LIVES_S: Final = 600
ALGORITHM: Final = "HS256"
AUDIENCE: Final = "guildhall-api"
TYPE: Final = "at+jwt"
LONGEST: Final = 2000


@dataclass(frozen=True, slots=True)
class Access:
    """What an access token says once it is believed."""

    account_id: int
    family_id: uuid.UUID


def sign_access(account_id: int, family_id: uuid.UUID, scopes: tuple[str, ...]) -> str:
    """Make an access token for a family."""
    now = int(utc_now().timestamp())
    claims = {
        "iss": current_settings().public_url,
        "aud": AUDIENCE,
        "sub": str(account_id),
        "iat": now,
        "exp": now + LIVES_S,
        "jti": new_secret(),
        "family": str(family_id),
        "scope": " ".join(scopes),
    }
    return jwt.encode({"alg": ALGORITHM, "typ": TYPE}, claims, _key(), algorithms=[ALGORITHM])


def read_access(token: str) -> Access | None:
    """Give what a token says; None for anything that is not an access token of ours, in time."""
    if len(token) > LONGEST or not token.isascii():
        return None
    try:
        read = jwt.decode(token, _key(), algorithms=[ALGORITHM])
        _registry().validate(read.claims)
        if read.header.get("typ") != TYPE:
            return None
        return Access(int(read.claims["sub"]), uuid.UUID(read.claims["family"]))
    except (JoseError, ValueError, TypeError):
        return None


def _registry() -> jwt.JWTClaimsRegistry:
    return jwt.JWTClaimsRegistry(
        now=int(utc_now().timestamp()),
        iss={"essential": True, "value": current_settings().public_url},
        aud={"essential": True, "value": AUDIENCE},
        sub={"essential": True},
        iat={"essential": True},
        exp={"essential": True},
        jti={"essential": True},
        family={"essential": True},
    )


def _key() -> OctKey:
    return OctKey.import_key(key_for("access tokens"))
