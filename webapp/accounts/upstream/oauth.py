"""OAuth 2 with PKCE: who it is that comes back with a code, and new tokens for old ones."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import httpx2
import msgspec
from authlib.integrations.base_client import OAuthError
from authlib.integrations.httpx_client import OAuth2Client

from webapp.accounts.domain.attempt import Attempt
from webapp.accounts.domain.signed_token import Expected, key_named, read_token
from webapp.accounts.providers.record import Person, Provider
from webapp.accounts.upstream.keys import keys_for
from webapp.accounts.upstream.opening import Desk
from webapp.accounts.upstream.transport import DeskTransport
from webapp.core.upstream_errors import Drifted, Rejected

Tokens = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Proven:
    """Whom a provider vouched for just now, with the tokens to keep, if any are kept."""

    person: Person
    tokens: Tokens | None = None


def oauth_client(provider: Provider, redirect_uri: str) -> OAuth2Client:
    """Make Authlib's client for a provider, over our own way out."""
    return OAuth2Client(
        client_id=provider.client_id,
        client_secret=provider.client_secret,
        token_endpoint_auth_method=provider.token_auth,
        redirect_uri=redirect_uri,
        scope=" ".join(provider.scopes) or None,
        code_challenge_method="S256",
        transport=DeskTransport(Desk(provider)),
        trust_env=False,
        follow_redirects=False,
    )


def fetch_person(provider: Provider, code: str, redirect_uri: str, attempt: Attempt) -> Proven:
    """Turn a code into who it is; raises Forged, NobodyTold or an UpstreamError."""
    tokens = _exchange(provider, code, redirect_uri, attempt.verifier)
    if provider.keys:
        told = _read_signed(provider, tokens, attempt.nonce)
    else:
        told = _ask_who(provider, tokens)
    return Proven(provider.person(told), tokens if provider.keeps_tokens else None)


def _exchange(provider: Provider, code: str, redirect_uri: str, verifier: str) -> Tokens:
    with oauth_client(provider, redirect_uri) as client:
        return _tokens(
            provider,
            lambda: client.fetch_token(
                provider.token,
                grant_type="authorization_code",
                code=code,
                code_verifier=verifier,
                redirect_uri=redirect_uri,
            ),
        )


def fetch_tokens_again(provider: Provider, refresh_token: str) -> Tokens:
    """Turn a refresh token into new tokens; raises an UpstreamError."""
    with oauth_client(provider, "") as client:
        return _tokens(
            provider, lambda: client.refresh_token(provider.token, refresh_token=refresh_token)
        )


def _tokens(provider: Provider, ask: Callable[[], Any]) -> Tokens:
    """Give the tokens an exchange brought; raises Rejected when the provider did not take it."""
    try:
        tokens: dict[str, Any] = dict(ask())
    except OAuthError as error:
        said = "".join(one for one in str(error.error)[:60] if one.isascii() and one.isprintable())
        raise Rejected(f"{provider.label} did not accept the return.", said) from None
    except (ValueError, TypeError, httpx2.HTTPError):
        raise Drifted(f"{provider.label} sent its answer in a new form.") from None
    if not isinstance(tokens.get("access_token"), str):
        raise Drifted(f"{provider.label} sent its answer in a new form.")
    return tokens


def _read_signed(provider: Provider, tokens: Tokens, nonce: str) -> Mapping[str, Any]:
    """Read the token that says who it is; keys that have changed meanwhile are asked for once."""
    token = tokens.get("access_token" if provider.signed_access else "id_token")
    if not isinstance(token, str):
        raise Drifted(f"{provider.label} did not say who you are.")
    expected = Expected(
        issuers=provider.issuers,
        audiences=provider.audiences,
        client_id=provider.client_id,
        nonce="" if provider.signed_access else nonce,
        access_token="" if provider.signed_access else tokens["access_token"],
    )
    return read_token(token, keys_for(provider, key_named(token)), expected, int(time.time()))


def read_access_token(provider: Provider, tokens: Tokens) -> Person:
    """Give whom a signed access token is about; raises Forged or NobodyTold."""
    return provider.person(_read_signed(provider, tokens, ""))


def _ask_who(provider: Provider, tokens: Tokens) -> Mapping[str, Any]:
    bearer = {"Authorization": f"Bearer {tokens['access_token']}"}
    reply = Desk(provider).get(provider.userinfo, bearer)
    try:
        told: dict[str, Any] = msgspec.json.decode(reply.body, type=dict[str, Any])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise reply.drifted(f"{provider.label} sent its answer in a new form.") from None
    return told
