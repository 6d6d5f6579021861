"""Addresses of players."""

from __future__ import annotations

from typing import cast

from flask import Response, abort, redirect, request

from webapp.core.addresses import same_form
from webapp.core.asked import lead_on
from webapp.core.downloads import send_table
from webapp.core.limits import limited
from webapp.core.pages import send_same
from webapp.core.paging import numbered
from webapp.core.twins import answers, asks_for_many, asks_for_work
from webapp.deadlock import actions
from webapp.deadlock.pages.player import (
    compare_csv,
    compare_page,
    people_page,
    player_csv,
    player_page,
    trends_page,
)
from webapp.deadlock.pages.player.compare import ComparePage
from webapp.deadlock.pages.player.narrowing import filter_of
from webapp.deadlock.pages.player.page import PlayerPage
from webapp.deadlock.pages.player.people import PeoplePage
from webapp.deadlock.pages.player.trends import TrendsPage
from webapp.deadlock.routes import bp

STEAM_BASE = 76561197960265728
MOST_ACCOUNT = 2**32 - 1
PLAYER = f"/players/<int(min=1,max={MOST_ACCOUNT}):account_id>"
PLAYER_OR_STEAM = f"/players/<int(min=1,max={STEAM_BASE + MOST_ACCOUNT}):number>"
OTHER = f"/<int(min=1,max={MOST_ACCOUNT}):other_id>"


@bp.get(PLAYER_OR_STEAM)
@bp.get(PLAYER_OR_STEAM + ".json")
@answers(PlayerPage, "hero", "mode", "page", "result", "since", leads_on=True)
def player(number: int) -> Response:
    """Show an account's matches and heroes; a 64-bit Steam id leads to its account."""
    if number > MOST_ACCOUNT:
        return _by_steam_id(number)
    page = player_page(number, filter_of(request.args), request.args.get("page", 1, int))
    links = numbered(page.page, page.urls)
    return send_same("deadlock/player.html", page=page, part="matches", headers=links)


@bp.get(PLAYER + "/trends")
@bp.get(PLAYER + "/trends.json")
@answers(TrendsPage, "hero", "metric", "mode", "result", "since")
def trends(account_id: int) -> Response:
    """Show an account's figures over time, beside what is usual for its heroes."""
    page = trends_page(account_id, filter_of(request.args), request.args.get("metric", ""))
    return send_same("deadlock/trends.html", page=page, part="trends")


@bp.get(PLAYER + "/people")
@bp.get(PLAYER + "/people.json")
@answers(PeoplePage, "hero", "mode", "result", "since")
def people(account_id: int) -> Response:
    """Show whom an account met in the matches kept here."""
    page = people_page(account_id, filter_of(request.args))
    return send_same("deadlock/people.html", page=page, part="people")


@bp.get(PLAYER + "/with" + OTHER)
@bp.get(PLAYER + "/with" + OTHER + ".json")
@answers(ComparePage, "hero", "mode", "result", "since", leads_on=True)
def compare(account_id: int, other_id: int) -> Response:
    """Show two accounts side by side."""
    if account_id == other_id:
        return cast("Response", redirect(same_form(f"/deadlock/players/{account_id}"), 303))
    page = compare_page(account_id, other_id, filter_of(request.args))
    return send_same("deadlock/compare.html", page=page, part="compare")


@bp.get(PLAYER + "/with" + OTHER + "/figures.csv")
def compare_table(account_id: int, other_id: int) -> Response:
    """Answer with two accounts' figures as CSV."""
    body = compare_csv(account_id, other_id, filter_of(request.args))
    return send_table(body, f"{account_id}-{other_id}")


@bp.get(PLAYER + "/with")
def compare_with(account_id: int) -> Response:
    """Go to the comparison with the account whose id was typed, under the same filter."""
    text = request.args.get("other", "").strip()
    number = int(text) if text.isascii() and text.isdigit() and len(text) < len("9" * 20) else 0
    other = number - STEAM_BASE if number > STEAM_BASE else number
    if not 0 < other <= MOST_ACCOUNT:
        abort(404, "That is no account number. Paste a Steam id or an account number.")
    wanted = filter_of(request.args)
    query = wanted.url() if wanted.parts else ""
    return cast("Response", redirect(f"/deadlock/players/{account_id}/with/{other}{query}", 303))


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
    """Ask for an account's history to be fetched again."""
    return cast("Response", redirect(actions.ask_for_history(account_id), 303))


@bp.post(PLAYER + "/analyses")
@asks_for_many("hero", "mode", "page", "result", "since")
@limited
def ask_many(account_id: int) -> Response:
    """Ask for the matches on a page of the list that are not analysed yet."""
    page = player_page(account_id, filter_of(request.args), request.args.get("page", 1, int))
    count = actions.ask_for_matches([line.match_id for line in page.lines])
    query = f"?{request.query_string.decode('ascii', 'ignore')}" if request.query_string else ""
    return lead_on(f"/deadlock/players/{account_id}{query}#matches", asked=count)


def _by_steam_id(steam_id: int) -> Response:
    if steam_id <= STEAM_BASE:
        abort(404)
    return cast("Response", redirect(same_form(f"/deadlock/players/{steam_id - STEAM_BASE}"), 301))
