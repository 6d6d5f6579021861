"""Addresses of players."""

from __future__ import annotations

from typing import cast

from flask import Response, abort, redirect, request

from webapp.core.limits import limited
from webapp.core.pages import send
from webapp.deadlock import actions
from webapp.deadlock.pages.player import player_page
from webapp.deadlock.routes import bp
from webapp.deadlock.store.players import Filter

STEAM_BASE = 76561197960265728
MOST_ACCOUNT = 2**32 - 1
PLAYER = f"/players/<int(min=1,max={MOST_ACCOUNT}):account_id>"
PLAYER_OR_STEAM = f"/players/<int(min=1,max={STEAM_BASE + MOST_ACCOUNT}):number>"


@bp.get(PLAYER_OR_STEAM)
@bp.get(PLAYER_OR_STEAM + ".json")
def player(number: int) -> Response:
    """Show an account's matches and heroes; a 64-bit Steam id leads to its account."""
    if number > MOST_ACCOUNT:
        return _by_steam_id(number)
    page = player_page(number, chosen_filter(), request.args.get("page", 1, int))
    return send("deadlock/player.html", page=page, part="matches")


@bp.post(PLAYER + "/history")
@limited
def ask_history(account_id: int) -> Response:
    """Ask for an account's history to be fetched again."""
    return cast("Response", redirect(actions.ask_for_history(account_id), 303))


@bp.post(PLAYER + "/analyses")
@limited
def ask_many(account_id: int) -> Response:
    """Ask for the matches on the page the reader sees, those not analysed yet."""
    page = player_page(account_id, chosen_filter(), request.args.get("page", 1, int))
    actions.ask_for_matches([line.match_id for line in page.lines])
    query = f"?{request.query_string.decode('ascii', 'ignore')}" if request.query_string else ""
    return cast("Response", redirect(f"/deadlock/players/{account_id}{query}#matches", 303))


def _by_steam_id(steam_id: int) -> Response:
    if steam_id <= STEAM_BASE:
        abort(404)
    twin = ".json" if request.path.endswith(".json") else ""
    return cast("Response", redirect(f"/deadlock/players/{steam_id - STEAM_BASE}{twin}", 301))


def chosen_filter() -> Filter:
    """Read the filter from the URL; what makes no sense is as good as none."""
    hero = request.args.get("hero", type=int)
    won = {"won": True, "lost": False}.get(request.args.get("result", ""))
    return Filter(hero_id=hero, won=won)
