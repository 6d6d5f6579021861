"""Somebody comes back from a provider: is it them, is it the provider's word, who is it here.

In that order, and nothing is believed before: the state is used up first, whatever follows.
"""

from __future__ import annotations

from typing import Final

from flask import Request

from webapp.accounts.actions import proving
from webapp.accounts.actions.proving import Vouched
from webapp.accounts.beginning import return_address, steam_return
from webapp.accounts.current import current_account
from webapp.accounts.domain.attempt import Attempt
from webapp.accounts.domain.secret import hash_of
from webapp.accounts.domain.signed_token import Forged
from webapp.accounts.domain.steam_openid import NotSteam, read_answer
from webapp.accounts.offers import keep_offer
from webapp.accounts.providers import NobodyTold, Person, Provider
from webapp.accounts.session import browser_session
from webapp.accounts.sign_in import trouble
from webapp.accounts.store.attempts import take_attempt, use_nonce
from webapp.accounts.upstream import oauth, steam
from webapp.accounts.upstream.refreshing import sealed
from webapp.core.db import utc_now
from webapp.core.upstream_errors import Rejected, UpstreamError

LONGEST: Final = 2048


def take_back(asked: Request, provider: Provider) -> Attempt:
    """Give the journey this return ends, used up from now on; raises Trouble."""
    state = _one(asked, "state")
    attempt = take_attempt(state) if state else None
    session, mine = browser_session(), current_account()
    found = session.found
    if attempt is None:
        raise trouble.gone("state unknown")
    if not attempt.fits(provider.name, found.id if found else None, utc_now()):
        raise trouble.gone("state of another journey")
    if attempt.account_id is not None and (mine is None or mine.id != attempt.account_id):
        raise trouble.gone("signed out meanwhile")
    return attempt


def vouched_for(asked: Request, provider: Provider, attempt: Attempt) -> Vouched:
    """Give whom the provider vouches for; raises Trouble."""
    try:
        if provider.kind == "openid":
            return Vouched(provider, _from_steam(asked, provider))
        return _from_oauth(asked, provider, attempt)
    except (Forged, NobodyTold, NotSteam) as error:
        raise trouble.unbelievable(provider, f"{type(error).__name__}: {error}") from error
    except Rejected as error:
        raise trouble.unbelievable(provider, f"rejected: {error.said}") from error
    except UpstreamError as error:
        raise trouble.away(provider, error.sentence, error.outcome) from error


def let_in(vouched: Vouched, attempt: Attempt) -> None:
    """Sign in, link or prove again, as the journey was for; raises Trouble."""
    provider, mine = vouched.provider, attempt.account_id
    try:
        if attempt.purpose == "link" and mine is not None:
            proving.link(mine, vouched)
            return
        if mine is not None:
            account = proving.prove_again(mine, vouched)
        else:
            account = proving.open_account(vouched)
    except proving.Closed as error:
        raise trouble.closed() from error
    except proving.Taken as error:
        raise _taken(error, vouched, attempt) from error
    browser_session().sign_in(account, provider.name)


def _taken(error: proving.Taken, vouched: Vouched, attempt: Attempt) -> trouble.Trouble:
    """Explain it, and remember for the page that merges what was just proved."""
    owned, signed = error.owned, current_account()
    if attempt.purpose == "again" or not owned.account_id:
        return trouble.somebody_else(vouched.provider, signed.name if signed else "")
    if owned.disabled_at is not None:
        return trouble.closed()
    keep_offer(owned.account_id, owned.id, vouched.provider.name)
    return trouble.taken(vouched.provider, vouched.shown.name)


def _from_oauth(asked: Request, provider: Provider, attempt: Attempt) -> Vouched:
    if "iss" in asked.args and not provider.may_be(_one(asked, "iss")):
        raise trouble.unbelievable(provider, "iss")
    if error := asked.args.get("error", ""):
        if error == "access_denied":
            raise trouble.cancelled(provider)
        raise trouble.unbelievable(provider, f"error: {error[:60]!r}")
    code = _one(asked, "code")
    if not code:
        raise trouble.unbelievable(provider, "no code")
    proven = oauth.fetch_person(provider, code, return_address(provider), attempt)
    return Vouched(provider, proven.person, sealed(proven.tokens) if proven.tokens else None)


def _from_steam(asked: Request, provider: Provider) -> Person:
    fields = list(asked.args.items(multi=True))
    if asked.args.get("openid.mode") == "cancel":
        raise trouble.cancelled(provider)
    expected = steam_return(provider, _one(asked, "state"))
    steam_id, nonce = read_answer(fields, expected, utc_now())
    if not use_nonce(hash_of(nonce)):
        raise NotSteam("response_nonce: used")
    steam.confirm(provider, fields)
    return steam.fetch_name(provider, steam_id)


def _one(asked: Request, name: str) -> str:
    """Give a parameter that came once and is not too long, else nothing."""
    values = asked.args.getlist(name)
    return values[0] if len(values) == 1 and len(values[0]) <= LONGEST else ""
