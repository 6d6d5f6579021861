"""Signed tokens as a provider makes them, and as a forger would, when ordered."""

import base64
import hashlib
import hmac
import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from joserfc import jwt
from joserfc.jwk import RSAKey

Claims = dict[str, Any]
KEY_NAME = "sim-1"
HOUR_S = 3600
CHANGES: Mapping[str, Claims] = {
    "wrong_aud": {"aud": "somebody-else", "azp": "somebody-else"},
    "wrong_azp": {"azp": "somebody-else"},
    "wrong_iss": {"iss": "https://evil.example"},
    "wrong_nonce": {"nonce": "another"},
    "wrong_sub": {"sub": "CORPORATION:EVE:1"},
    "sub_with_line_end": {"sub": "CHARACTER:EVE:1\n"},
    "sub_in_other_digits": {"sub": "CHARACTER:EVE:\u0661\u0662"},
    "no_sub": {"sub": None},
    "no_nonce": {"nonce": None},
    "no_exp": {"exp": None},
}
FORGERIES = frozenset(
    {*CHANGES, "expired", "from_the_future", "alg_none", "hs256_public_key", "unknown_kid"}
    | {"no_kid", "other_key", "cut", "not_a_token"}
)


@cache
def own_key() -> RSAKey:
    """Give the key this process signs with."""
    return RSAKey.generate_key(2048, {"kid": KEY_NAME, "use": "sig", "alg": "RS256"})


@cache
def _stolen_name() -> RSAKey:
    return RSAKey.generate_key(2048, {"kid": KEY_NAME, "use": "sig", "alg": "RS256"})


def public_keys() -> dict[str, Any]:
    """Give what is published of the key."""
    return {"keys": [own_key().as_dict(private=False)]}


def sign(claims: Claims, forgery: str = "") -> str:
    """Sign a token, or forge one of the named kinds."""
    told = {**claims, **CHANGES.get(forgery, {})}
    told = {name: value for name, value in told.items() if value is not None}
    if forgery in {"expired", "from_the_future"}:
        shift = -2 * HOUR_S if forgery == "expired" else 2 * HOUR_S
        told |= {"iat": told["iat"] + shift, "exp": told["exp"] + shift}
        told |= {"nbf": told["iat"]}
    return _made(told, forgery)


def _made(told: Claims, forgery: str) -> str:
    header = {"alg": "RS256", "kid": KEY_NAME}
    if forgery == "alg_none":
        return f"{_part({'alg': 'none', 'kid': KEY_NAME})}.{_part(told)}."
    if forgery == "hs256_public_key":
        return _with_public_key({"alg": "HS256", "kid": KEY_NAME}, told)
    if forgery == "unknown_kid":
        header = {**header, "kid": "sim-2"}
    if forgery == "no_kid":
        header = {"alg": "RS256"}
    key = _stolen_name() if forgery == "other_key" else own_key()
    token = jwt.encode(header, told, key, algorithms=["RS256"])
    if forgery == "cut":
        return token.rpartition(".")[0] + "."
    return "x" if forgery == "not_a_token" else token


def _with_public_key(header: Claims, told: Claims) -> str:
    """Use the published key as if it were a shared secret."""
    body = f"{_part(header)}.{_part(told)}"
    mac = hmac.new(own_key().as_pem(private=False), body.encode(), hashlib.sha256).digest()
    return f"{body}.{base64.urlsafe_b64encode(mac).decode().rstrip('=')}"


def _part(value: Claims) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")
