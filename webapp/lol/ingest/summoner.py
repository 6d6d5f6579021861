"""Bring an account up to date: who it is, its ranks, mastery, matches and the game it is in.

The matches themselves are asked for in the slow lane; their timelines when somebody opens them.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any, Final, TypeVar

from webapp.core.upstream_errors import Unavailable, UpstreamError
from webapp.jobs import Refused, Run
from webapp.lol.domain.asking import SUMMONER_STEPS
from webapp.lol.domain.platforms import PLATFORMS, Platform, platform_of
from webapp.lol.domain.riot_id import RiotId
from webapp.lol.ingest.keyed import Open, ask_riot
from webapp.lol.ingest.live import look_for_game
from webapp.lol.ingest.news import Look, News, checked, save_news
from webapp.lol.upstream import NotShown, RiotUpstream
from webapp.lol.upstream.replies import Account
from webapp.matchroom.cards import ask_for_cards
from webapp.matchroom.intake import Patience
from webapp.matchroom.waiting import wait_or_give_up

MATCHES: Final = 20
SOMEWHERE: Final = "europe"
PATIENCE: Final = Patience(
    ask_again=timedelta(minutes=2),
    give_up_after=timedelta(hours=6),
    gave_up="Riot’s servers did not answer for six hours. Ask again later.",
)
Brought = TypeVar("Brought")


def ingest_summoner(
    run: Run, open_it: Open, ask_for_matches: Callable[[uuid.UUID], object]
) -> None:
    """Bring one account up to date; `ask_for_matches` asks for what is not kept yet."""
    try:
        news = _bring(run, open_it)
    except Unavailable as away:
        wait_or_give_up(run, away, PATIENCE)
    except UpstreamError as no:
        raise Refused(no.sentence) from no
    run.step(5, SUMMONER_STEPS[4])

    def keep() -> None:
        ask_for_matches(save_news(news))
        ask_for_cards("lol")

    run.finish(keep)


def _bring(run: Run, open_it: Open) -> News:
    """Ask one thing after another; an account is resolved by its Riot ID each time."""

    def ask(what: Callable[[RiotUpstream], Brought]) -> Brought:
        return ask_riot(open_it, what)

    run.step(2, SUMMONER_STEPS[1])
    platform, account = find_account(run.args, ask)
    puuid = account.puuid
    summoner = ask(lambda riot: riot.fetch_summoner(platform, puuid))
    run.step(3, SUMMONER_STEPS[2])
    stands = ask(lambda riot: riot.fetch_ranks(platform, puuid))
    mastery = ask(lambda riot: riot.fetch_mastery(platform, puuid))
    run.step(4, SUMMONER_STEPS[3])
    ids = ask(lambda riot: riot.fetch_match_ids(platform, puuid, count=MATCHES))
    live = _live(ask, platform, puuid)
    asked = RiotId(str(run.args["name"]), str(run.args["tag"]))
    return News(platform, asked, account, summoner, stands, mastery, ids, live)


def _live(ask: Callable[..., Any], platform: Platform, puuid: str) -> Look | None:
    try:
        return look_for_game(ask, platform, puuid)
    except NotShown:
        return None


def find_account(args: dict[str, Any], ask: Callable[..., Any]) -> tuple[Platform, Account]:
    """Find the account of a Riot ID, and where nobody said it, the platform it plays on."""
    name, tag = str(args["name"]), str(args["tag"])
    platform = PLATFORMS.get(str(args.get("platform") or ""))
    region = platform.account_region if platform else SOMEWHERE
    account: Account = checked(ask(lambda riot: riot.fetch_account(region, name, tag)))
    if platform is None:
        told: str = ask(lambda riot: riot.fetch_region(region, account.puuid))
        platform = platform_of(told)
    if platform is None:
        raise Refused("Riot does not say where this account plays. Choose a platform yourself.")
    return platform, account
