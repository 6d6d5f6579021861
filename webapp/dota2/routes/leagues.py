"""Addresses of leagues: one league, its feed, and following it."""

from __future__ import annotations

from typing import Final, cast

from flask import Response, abort, redirect, request

from webapp.accounts.current import current_account, needs_account
from webapp.core.downloads import send_table
from webapp.core.feeds import send_feed
from webapp.core.limits import limited
from webapp.core.pages import send_same
from webapp.core.paging import numbered
from webapp.core.twins import answers, asks_for_work
from webapp.dota2 import actions
from webapp.dota2.pages.league import LeaguePage, league_feed, league_page
from webapp.dota2.pages.league_table import league_csv
from webapp.dota2.routes import bp

MOST_LEAGUE: Final = 2**31 - 1
UNFOLLOWED: Final = "Nobody follows this league here."
LEAGUE: Final = f"/leagues/<int(min=1,max={MOST_LEAGUE}):league_id>"


@bp.get(LEAGUE)
@bp.get(LEAGUE + ".json")
@answers(LeaguePage, "page")
def league(league_id: int) -> Response:
    """Show a league's matches and how far it is followed."""
    page = league_page(league_id, request.args.get("page", 1, int))
    links = numbered(page.page, page.urls)
    return send_same("dota2/league.html", page=page, part="league", headers=links)


@bp.get(LEAGUE + "/feed.atom")
def new_in_league(league_id: int) -> Response:
    """Give a league's newest matches, for programs that read feeds."""
    found = league_feed(league_id)
    return send_feed(found or abort(404, UNFOLLOWED))


@bp.get(LEAGUE + "/matches.csv")
def league_matches(league_id: int) -> Response:
    """Answer with all of a league's matches as CSV."""
    body = league_csv(league_id)
    return send_table(body or abort(404, UNFOLLOWED), f"league-{league_id}")


@bp.get("/leagues")
def find_league() -> Response:
    """Go to the league whose number was typed; without one, to where it can be."""
    text = request.args.get("number", "").strip()
    if not text:
        return cast("Response", redirect("/dota2#leagues", 303))
    if not (text.isascii() and text.isdigit() and 0 < int(text[:11]) <= MOST_LEAGUE):
        abort(404, "That is no league number. It stands in the address of the league’s page.")
    return cast("Response", redirect(f"/dota2/leagues/{int(text)}", 303))


@bp.post(LEAGUE + "/follow")
@asks_for_work
@needs_account
@limited
def follow_league(league_id: int) -> Response:
    """Follow a league from now on, or look for its new matches at once."""
    mine = current_account()
    if mine is None or not mine.may("organiser"):
        abort(403, "Following a league asks for all of its matches: organisers may do that.")
    actions.retry_league(league_id)
    return cast("Response", redirect(actions.follow_league(league_id), 303))
