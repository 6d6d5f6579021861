"""Whether a signed token is what it should be: signature, maker, reader, age, and what it answers.

Only RS256 is taken, and only with a key its maker publishes under the name the token gives.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from authlib.oidc.core import CodeIDToken
from joserfc import jws, jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

ALGORITHM: Final = "RS256"
LONGEST: Final = 16_384
LEEWAY_S: Final = 30
SHAPE: Final = re.compile(r"[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+")


class Forged(ValueError):
    """A token that is not taken; the word says which check it failed, for the log."""


class UnknownKey(Forged):
    """Signed with a key its maker did not publish when we last asked."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What a token must say: who made it, for whom all, and to which question it is the answer."""

    issuers: tuple[str, ...]
    audiences: tuple[str, ...]
    client_id: str
    nonce: str = ""
    access_token: str = ""


def key_named(token: str) -> str:
    """Give the name of the key a token says it is signed with; raises Forged for any other form."""
    if len(token) > LONGEST or not SHAPE.fullmatch(token):
        raise Forged("form")
    try:
        header = jws.extract_compact(token.encode()).headers()
    except (JoseError, ValueError) as error:
        raise Forged("form") from error
    name = header.get("kid")
    if header.get("alg") != ALGORITHM:
        raise Forged("alg")
    if not isinstance(name, str) or not name or "crit" in header:
        raise Forged("kid")
    return name


def read_token(token: str, keys: KeySet, expected: Expected, now_s: int) -> Mapping[str, Any]:
    """Give what a token says, once everything about it holds; raises Forged."""
    name = key_named(token)
    if not any(key.kid == name for key in keys):
        raise UnknownKey("kid")
    try:
        read = jwt.decode(token, keys, algorithms=[ALGORITHM])
        claims = CodeIDToken(read.claims, read.header, _wanted(expected), _asked(expected))
        claims.validate(now=now_s, leeway=LEEWAY_S)
    except (JoseError, ValueError, TypeError) as error:
        raise Forged(getattr(error, "claim", None) or type(error).__name__) from error
    _all_named(read.claims.get("aud"), expected.audiences)
    return read.claims


def _wanted(expected: Expected) -> dict[str, Any]:
    return {
        "iss": {"essential": True, "values": list(expected.issuers)},
        "aud": {"essential": True, "values": list(expected.audiences)},
        "sub": {"essential": True},
        "exp": {"essential": True},
    }


def _asked(expected: Expected) -> dict[str, Any]:
    """Give what the question was; without a nonce in it none is looked for."""
    asked = {"nonce": expected.nonce, "access_token": expected.access_token}
    return {**asked, "client_id": expected.client_id}


def _all_named(audience: object, wanted: tuple[str, ...]) -> None:
    named = audience if isinstance(audience, list) else [audience]
    if not set(wanted) <= {one for one in named if isinstance(one, str)}:
        raise Forged("aud")
