"""The way out to a provider: what is remembered here, and where the browser is sent.

Asks nobody anything, so that any page may offer it; who comes back is `accounts/sign_in`.
"""

from __future__ import annotations

from urllib.parse import urlencode

from authlib.oauth2.rfc6749.parameters import prepare_grant_uri
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from flask import abort, redirect
from werkzeug.wrappers import Response

from webapp.accounts.current import SIGN_IN, current_account
from webapp.accounts.domain import steam_openid
from webapp.accounts.domain.attempt import Attempt, Purpose
from webapp.accounts.domain.limits import is_fresh
from webapp.accounts.domain.next_path import same_site
from webapp.accounts.domain.public_address import OPEN_TO_ALL, keeps_secrets
from webapp.accounts.domain.secret import new_secret
from webapp.accounts.providers import Provider, find_provider
from webapp.accounts.session import browser_session
from webapp.accounts.store.attempts import add_attempt
from webapp.core.db import utc_now
from webapp.core.settings import current_settings


def begin(name: str, purpose: Purpose, next_path: str) -> Response:
    """Send this browser to a provider; it comes back to `next_path`.

    `link` adds what is proved there to the account signed in, and needs a fresh proof; `again`
    shows who is signed in once more.
    """
    provider = find_provider(name)
    if provider is None:
        abort(404, "Nobody signs in here that way.")
    if not keeps_secrets(current_settings().public_url):
        abort(403, OPEN_TO_ALL)
    path, mine = same_site(next_path), current_account()
    if purpose == "link" and (mine is None or not is_fresh(mine.proved_at, utc_now())):
        return redirect(f"{SIGN_IN}?{urlencode({'next': path, 'again': '1'})}", 303)
    state = new_secret()
    attempt = Attempt(
        session_id=browser_session().id,
        provider=provider.name,
        purpose=purpose if mine else "sign-in",
        nonce=new_secret(),
        verifier=new_secret(),
        next_path=path,
        account_id=mine.id if mine and purpose != "sign-in" else None,
        created_at=utc_now(),
    )
    add_attempt(state, attempt)
    answer = redirect(_question(provider, state, attempt), 303)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def return_address(provider: Provider) -> str:
    """Give the one address a provider sends people back to; each has its own."""
    return f"{current_settings().public_url}{SIGN_IN}/{provider.name}/callback"


def steam_return(provider: Provider, state: str) -> str:
    """Give the address Steam signs, with the state in it."""
    return f"{return_address(provider)}?{urlencode({'state': state})}"


def _question(provider: Provider, state: str, attempt: Attempt) -> str:
    if provider.kind == "openid":
        realm = current_settings().public_url
        asked = steam_openid.question(steam_return(provider, state), realm)
        return f"{provider.authorize}?{urlencode(asked)}"
    nonce = {"nonce": attempt.nonce} if "openid" in provider.scopes else {}
    url: str = prepare_grant_uri(
        provider.authorize,
        provider.client_id,
        "code",
        redirect_uri=return_address(provider),
        scope=" ".join(provider.scopes) or None,
        state=state,
        code_challenge=create_s256_code_challenge(attempt.verifier),
        code_challenge_method="S256",
        **nonce,
    )
    return url
