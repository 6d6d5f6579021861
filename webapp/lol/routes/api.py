"""The eight addresses of the older service, below /api/lol, with its payloads.

Signing up or in gives the stored account and never a session. Its `email` is null but to whoever
is signed in and proved that the account is theirs. Whoever is not known here is looked up: the
answer is 202 with the work's address, at once. A GET asks for nothing: it says 202 where somebody
asked already, and else 404 with the address and the body to ask with.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import msgspec
from flask import Blueprint, Response, request

from webapp.accounts.current import current_account
from webapp.accounts.pages.address import own_address
from webapp.core.limits import limited
from webapp.lol import actions
from webapp.lol.domain.door import is_generated, read_match_id
from webapp.lol.domain.platforms import platform_of, platform_of_match
from webapp.lol.pages import api

bp = Blueprint("lol_api", __name__, url_prefix="/api/lol")
USER: Final = "/users/<string(maxlength=60):user>"
LONGEST_BODY: Final = 4096
ASK_USER: Final = "/api/lol/fetch_user"
UNKNOWN_USER: Final = "There is no such user."


class _Asked(msgspec.Struct, rename="camel"):
    summoner_name: str = ""
    email: str | None = None
    platform: str = ""


@bp.post("/users/sign_up", endpoint="sign_up")
@bp.post("/users/sign_in", endpoint="sign_in")
@bp.post("/fetch_user", endpoint="fetch_user")
@limited
def user() -> Response:
    """Give the account of a Riot ID; one not known here is asked for."""
    asked = _asked()
    found = api.find(asked.summoner_name) if asked else None
    if asked is None or found is None:
        return _told({"detail": "invalid_riot_id"}, 400)
    if found.account is not None:
        email = own_address(current_account(), "riot", found.account.puuid)
        return _told(api.user_body(found.account, email))
    platform = platform_of(asked.platform)
    return _later(actions.ask_for_summoner(found.riot_id, platform.name if platform else ""))


@bp.get(USER + "/fetch_rank")
def rank(user: str) -> Response:
    """Give somebody's rank: Solo before Flex, an empty object for the unranked."""
    return _of_user(user, lambda account: api.rank_body(account) or {})


@bp.get(USER + "/matches")
def user_matches(user: str) -> Response:
    """Give the newest matches of somebody that are kept here."""
    return _of_user(user, api.match_bodies)


@bp.get("/matches/<string(maxlength=32):match_id>")
def match(match_id: str) -> Response:
    """Give a match as Riot told it; a GET asks for nothing, so an unknown one is a 404."""
    known = read_match_id(match_id)
    body = api.match_body(known) if known else None
    if body is not None:
        return Response(body, content_type="application/json")
    return _told({"detail": "There is no such match here.", "ask": _ask_url(known)}, 404)


@bp.post("/matches/<string(maxlength=32):match_id>")
@limited
def ask_for_match(match_id: str) -> Response:
    """Ask for a match; the answer is the work's address."""
    known = read_match_id(match_id)
    if known is None or is_generated(known) or platform_of_match(known) is None:
        return _told({"detail": "There is no such match."}, 404)
    return _later(actions.ask_for_match(known))


@bp.get("/champions")
def champions() -> Response:
    """Give every champion."""
    return _told(api.champion_bodies())


@bp.get("/champions/<int(max=99999999):champion_id>")
def champion(champion_id: int) -> Response:
    """Give one champion."""
    found = api.champion_body(champion_id)
    return _told(found) if found else _told({"detail": "There is no such champion."}, 404)


def _of_user(user: str, tell: Callable[[Any], object]) -> Response:
    account = api.account_of(user)
    return _told(tell(account)) if account else _unknown(user)


def _unknown(user: str) -> Response:
    """Say where somebody is being looked up, or how to ask for it; an id of ours names nobody."""
    found = api.find(user)
    work = api.work_on(found.riot_id) if found else None
    if work:
        return _later(work)
    told: dict[str, object] = {"detail": UNKNOWN_USER, "ask": None, "ask_with": None}
    if found:
        told |= {"ask": ASK_USER, "ask_with": {"summonerName": str(found.riot_id)}}
    return _told(told, 404)


def _asked() -> _Asked | None:
    body = request.get_data(cache=False)[:LONGEST_BODY]
    try:
        return msgspec.json.decode(body, type=_Asked)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        return None


def _later(job_url: str) -> Response:
    """Say that it is being fetched, and where to look."""
    response = _told({"status": "queued", "job": job_url, "job_json": f"{job_url}.json"}, 202)
    response.headers["Location"] = job_url
    return response


def _ask_url(match_id: str | None) -> str | None:
    return f"/api/lol/matches/{match_id}" if match_id and not is_generated(match_id) else None


def _told(body: object, status: int = 200) -> Response:
    response = Response(msgspec.json.encode(body), status, content_type="application/json")
    response.headers["Cache-Control"] = "no-store" if status != 200 else "no-cache"  # noqa: PLR2004 - HTTP's own
    return response
