"""Addresses of summoners: `/summoners/<platform>/<name>-<tag>`, `find` where none was said."""

from __future__ import annotations

from typing import cast

from flask import Response, abort, redirect, request

from webapp.core.asked import lead_on
from webapp.core.downloads import send_table
from webapp.core.limits import limited
from webapp.core.pages import send, send_same, wanted_kind
from webapp.core.paging import numbered
from webapp.core.problems import is_api
from webapp.core.twins import answers, asks_for_many, asks_for_work
from webapp.lol import actions
from webapp.lol.domain.door import read_somebody
from webapp.lol.domain.platforms import Platform, platform_of
from webapp.lol.domain.riot_id import RiotId, read_slug
from webapp.lol.domain.summoner.narrowing import filter_of
from webapp.lol.pages import summoner
from webapp.lol.pages.summoner.champions import ChampionsPage
from webapp.lol.pages.summoner.live import LivePage
from webapp.lol.pages.summoner.page import SummonerPage
from webapp.lol.pages.summoner.people import PeoplePage
from webapp.lol.pages.summoner.profile import ProfilePage
from webapp.lol.routes import bp

WHO = "/summoners/<string(maxlength=8):where>/<string(maxlength=60):slug>"
FIND = "find"


@bp.get("/summoners")
def find_summoner() -> Response:
    """Go to the summoner whose Riot ID was typed."""
    typed = request.args.get("name", "").strip()
    said = read_somebody(typed)
    if not typed:
        return cast("Response", redirect("/lol", 303))
    if said is None:
        abort(404, "That is no Riot ID. Write the name, # and the tag, as in Name#EUW.")
    platform = platform_of(request.args.get("platform", "")) or said.platform
    where = platform.route if platform else FIND
    return cast("Response", redirect(f"/lol/summoners/{where}/{said.riot_id.slug}", 303))


@bp.get(WHO)
@bp.get(WHO + ".json")
@answers(SummonerPage, "champion", "page", "patch", "queue", "result", "role", "since", "until")
def summoner_overview(where: str, slug: str) -> Response:
    """Show an account's rank, form, champions and matches."""
    riot_id, platform = who_of(where, slug)
    wanted = filter_of(request.args)
    page = summoner.summoner_page(riot_id, platform, wanted, request.args.get("page", 1, int))
    if page.head.known and where == FIND and wanted_kind("matches") != "json":
        return cast("Response", redirect(page.head.url, 303))
    links = numbered(page.page, page.urls)
    return send_same("lol/summoner.html", page=page, part="matches", headers=links)


@bp.get(WHO + "/profile")
@bp.get(WHO + "/profile.json")
@answers(ProfilePage, "champion", "patch", "queue", "result", "role", "since", "until")
def summoner_profile(where: str, slug: str) -> Response:
    """Show how somebody plays a role, as percentiles among others of it."""
    page = summoner.profile_page(*who_of(where, slug), filter_of(request.args))
    return send_same("lol/summoner_profile.html", page=page, part="profile")


@bp.get(WHO + "/champions")
@bp.get(WHO + "/champions.json")
@answers(ChampionsPage, "champion", "patch", "queue", "result", "role", "since", "until")
def summoner_champions(where: str, slug: str) -> Response:
    """Show every champion somebody plays, and their mastery."""
    page = summoner.champions_page(*who_of(where, slug), filter_of(request.args))
    return send_same("lol/summoner_champions.html", page=page, part="champions")


@bp.get(WHO + "/people")
@bp.get(WHO + "/people.json")
@answers(PeoplePage, "champion", "patch", "queue", "result", "role", "since", "until")
def summoner_people(where: str, slug: str) -> Response:
    """Show whom somebody played with and against."""
    page = summoner.people_page(*who_of(where, slug), filter_of(request.args))
    return send_same("lol/summoner_people.html", page=page, part="people")


@bp.get(WHO + "/live")
@bp.get(WHO + "/live.json")
@answers(LivePage, "champion", "patch", "queue", "result", "role", "since", "until")
def summoner_live(where: str, slug: str) -> Response:
    """Show the game somebody is in, or was in when we last looked."""
    page = summoner.live_page(*who_of(where, slug), filter_of(request.args))
    return send("lol/summoner_live.html", page=page, part="playing")


@bp.get(WHO + "/now")
def summoner_now(where: str, slug: str) -> Response:
    """Show in one line whether somebody is in a game."""
    page = summoner.live_page(*who_of(where, slug), filter_of(request.args))
    return send("lol/summoner_now.html", page=page, part="now")


@bp.post(WHO + "/live")
@asks_for_work
@limited
def look_for_game(where: str, slug: str) -> Response:
    """Ask whether somebody is in a game, at most once a minute for all readers together."""
    riot_id, _ = who_of(where, slug)
    run = actions.ask_for_live(riot_id) or abort(404, "Nobody looked this summoner up yet.")
    back = "now" if request.form.get("back") == "now" else "live"
    here = f"/lol/summoners/{where}/{riot_id.slug}/{back}"
    return cast("Response", redirect(run if is_api() else here, 303))


@bp.get(WHO + "/tables/<string:name>.csv")
def summoner_table(where: str, slug: str, name: str) -> Response:
    """Answer with one table of a summoner as CSV."""
    body = summoner.summoner_csv(name, *who_of(where, slug), filter_of(request.args))
    if body is None:
        abort(404, "There is no such table for a summoner.")
    return send_table(body, f"summoner-{name}")


@bp.post(WHO + "/update")
@asks_for_work
@limited
def update_summoner(where: str, slug: str) -> Response:
    """Ask for an account to be brought up to date."""
    riot_id, platform = who_of(where, slug)
    return cast(
        "Response",
        redirect(actions.ask_for_summoner(riot_id, platform.name if platform else ""), 303),
    )


@bp.post(WHO + "/matches")
@asks_for_many()
@limited
def ask_for_listed(where: str, slug: str) -> Response:
    """Ask for the matches Riot lists for an account that are not kept here yet."""
    riot_id, _ = who_of(where, slug)
    count = actions.ask_for_listed_matches(riot_id)
    return lead_on(f"/lol/summoners/{where}/{slug}#matches", asked=count)


def who_of(where: str, slug: str) -> tuple[RiotId, Platform | None]:
    """Read an address; what is no platform or no Riot ID is no such page."""
    slug = slug.removesuffix(".json")
    riot_id, platform = read_slug(slug), platform_of(where)
    if riot_id is None or (platform is None and where != FIND):
        abort(404, "There is no such summoner. An address ends in Name-TAG.")
    return riot_id, platform
