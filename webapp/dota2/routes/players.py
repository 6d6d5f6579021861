"""Addresses of players."""

from __future__ import annotations

import re
from typing import Final, cast

from flask import Response, abort, redirect, request

from webapp.core.addresses import same_form
from webapp.core.asked import lead_on
from webapp.core.downloads import send_table
from webapp.core.limits import limited
from webapp.core.pages import send, send_same
from webapp.core.paging import numbered
from webapp.core.twins import answers, asks_for_many, asks_for_work
from webapp.dota2 import actions
from webapp.dota2.domain.steam_ids import MOST_ACCOUNT, STEAM_BASE
from webapp.dota2.pages.names import account_called, name_page
from webapp.dota2.pages.player import people_page, player_csv, player_page
from webapp.dota2.pages.player.narrowing import filter_of
from webapp.dota2.pages.player.page import PlayerPage
from webapp.dota2.pages.player.people import PeoplePage
from webapp.dota2.routes import bp

PLAYER: Final = f"/players/<int(min=1,max={MOST_ACCOUNT}):account_id>"
PLAYER_OR_STEAM: Final = f"/players/<int(min=1,max={STEAM_BASE + MOST_ACCOUNT}):number>"
NAME: Final = re.compile(r"[A-Za-z0-9_-]{2,32}")


@bp.get(PLAYER_OR_STEAM)
@bp.get(PLAYER_OR_STEAM + ".json")
@answers(PlayerPage, "hero", "mode", "page", "result", "side", "since", leads_on=True)
def player(number: int) -> Response:
    """Show an account's matches and heroes; a 64-bit Steam id leads to its account."""
    if number > MOST_ACCOUNT:
        return _by_steam_id(number)
    page = player_page(number, filter_of(request.args), request.args.get("page", 1, int))
    links = numbered(page.page, page.urls)
    return send_same("dota2/player.html", page=page, part="matches", headers=links)


@bp.get(PLAYER + "/people")
@bp.get(PLAYER + "/people.json")
@answers(PeoplePage)
def people(account_id: int) -> Response:
    """Show whom an account met."""
    return send_same("dota2/people.html", page=people_page(account_id), part="people")


@bp.get(PLAYER + "/tables/<string:name>.csv")
def player_table(account_id: int, name: str) -> Response:
    """Answer with one table of an account as CSV."""
    body = player_csv(account_id, name, filter_of(request.args))
    if body is None:
        abort(404, "There is no such table for a player.")
    return send_table(body, f"{account_id}-{name}")


@bp.post(PLAYER + "/history")
@asks_for_work
@limited
def ask_history(account_id: int) -> Response:
    """Ask for an account to be fetched again."""
    return cast("Response", redirect(actions.ask_for_player(account_id), 303))


@bp.post(PLAYER + "/analyses")
@asks_for_many("hero", "mode", "page", "result", "side", "since")
@limited
def ask_many(account_id: int) -> Response:
    """Ask for the matches on a page of the list that are not analysed yet."""
    page = player_page(account_id, filter_of(request.args), request.args.get("page", 1, int))
    count = actions.ask_for_matches([line.match_id for line in page.lines])
    query = f"?{request.query_string.decode('ascii', 'ignore')}" if request.query_string else ""
    return lead_on(f"/dota2/players/{account_id}{query}#matches", asked=count)


@bp.get("/names/<string:name>")
def named(name: str) -> Response:
    """Go to the player a Steam name is, or say what it takes to find out."""
    account_id = account_called(_plain(name))
    if account_id is not None:
        return cast("Response", redirect(f"/dota2/players/{account_id}", 303))
    return send("dota2/name.html", page=name_page(name), part="name")


@bp.post("/names/<string:name>")
@asks_for_work
@limited
def ask_whose(name: str) -> Response:
    """Ask Steam whose profile a name is."""
    return cast("Response", redirect(actions.ask_whose(_plain(name)), 303))


def _plain(name: str) -> str:
    if not NAME.fullmatch(name):
        abort(404, "That is no name of a Steam profile.")
    return name


def _by_steam_id(steam_id: int) -> Response:
    if steam_id <= STEAM_BASE:
        abort(404)
    return cast("Response", redirect(same_form(f"/dota2/players/{steam_id - STEAM_BASE}"), 301))
