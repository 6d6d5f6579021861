"""The game somebody is in: who plays what on which side, since when, and when that was seen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from webapp.core.db import utc_now
from webapp.jobs.latest import LatestRun, latest_runs
from webapp.lol.domain.asking import match_key
from webapp.lol.domain.live import LONGEST, SHOWN_AFTER, LiveGame, live_key, read_live
from webapp.lol.domain.modes import map_words, queue_words
from webapp.lol.domain.platforms import Platform
from webapp.lol.domain.riot_id import RiotId
from webapp.lol.domain.summoner.narrowing import Filter
from webapp.lol.models import LolLive
from webapp.lol.pages.summoner.head import SummonerHead, head_of
from webapp.lol.pages.summoner.live_sides import LiveSide, live_sides
from webapp.lol.pages.summoner.watch import Watch, watch_of
from webapp.lol.pages.summoner.who import Who, who
from webapp.lol.store import lives
from webapp.lol.store.catalogue import load_catalogue
from webapp.lol.store.matches import content_version

State = Literal["on", "over", "none"]
NOBODY: Final = Watch("", None, "", "", "")


@dataclass(frozen=True, slots=True)
class Ended:
    """The match a game that is over becomes: here already, on its way, or to be asked for."""

    match_id: str
    url: str
    kept: bool
    run_url: str | None
    ask_url: str


@dataclass(frozen=True, slots=True)
class LivePage:
    """The game that is on, or was; `sides` is empty when there is none to tell of.

    `running` is how long it had run when it was last seen; both it and `began_at` are empty while
    it loads.
    """

    head: SummonerHead
    state: State
    seen_at: datetime | None
    looked_at: datetime | None
    queue: str
    map: str
    began_at: datetime | None
    running: str
    playing: str
    sides: tuple[LiveSide, ...]
    ended: Ended | None
    watch: Watch


def live_page(riot_id: RiotId, platform: Platform | None, wanted: Filter) -> LivePage:
    """Give the game somebody is in, or was in when we last looked."""
    names, found = load_catalogue(), who(riot_id, platform, wanted)
    head = head_of(found, "live", names)
    live = lives.load_live(found.account.id) if found.account else None
    game = read_live(live.game) if live else LiveGame()
    state = _state(live, game)
    match_id = game.match_id(found.account.platform) if found.account and state == "over" else None
    runs = _runs(found, match_id)
    sides = live_sides(game, found, names) if state == "on" else ()
    began_at = game.began_at(live.seen_at) if live and state != "none" else None
    return LivePage(
        head=head,
        state=state,
        seen_at=live.seen_at if live and live.game else None,
        looked_at=live.looked_at or live.seen_at if live else None,
        queue=queue_words(game.game_queue_config_id, game.game_mode) if state != "none" else "",
        map=map_words(game.map_id) if state != "none" and game.map_id else "",
        began_at=began_at,
        running=_clock(live.seen_at, began_at) if live and began_at else "",
        playing=next((one.champion for side in sides for one in side.players if one.me), ""),
        sides=sides,
        ended=_ended(match_id, runs) if match_id else None,
        watch=_watch(found, head, runs, live.looked_at if live else None, on=state == "on"),
    )


def sides_on(found: Who) -> tuple[LiveSide, ...]:
    """Give both sides of the game somebody is in; none when they are in none."""
    live = lives.load_live(found.account.id) if found.account else None
    game = read_live(live.game) if live else LiveGame()
    on = _state(live, game) == "on"
    return live_sides(game, found, load_catalogue()) if on else ()


def _state(live: LolLive | None, game: LiveGame) -> State:
    """Say how a game stands; one nobody looked at for hours is told of no more."""
    if live is None or not game.game_id:
        return "none"
    if live.over_at is not None:
        return "over" if utc_now() - live.over_at < SHOWN_AFTER else "none"
    return "on" if utc_now() - live.seen_at < LONGEST else "none"


def _runs(found: Who, match_id: str | None) -> dict[str, LatestRun]:
    """Give the last look, and the last fetch of the match the game became."""
    keys = [live_key(found.account.id)] if found.account else []
    return latest_runs([*keys, *([match_key(match_id)] if match_id else [])])


def _ended(match_id: str, runs: dict[str, LatestRun]) -> Ended:
    run = runs.get(match_key(match_id))
    url = f"/lol/matches/{match_id}"
    return Ended(
        match_id=match_id,
        url=url,
        kept=content_version(match_id) is not None,
        run_url=run.url if run and run.live else None,
        ask_url=f"{url}/analysis",
    )


def _watch(
    found: Who,
    head: SummonerHead,
    runs: dict[str, LatestRun],
    looked_at: datetime | None,
    *,
    on: bool,
) -> Watch:
    """Say how to look again; nobody is asked while Riot takes no key of ours."""
    if found.account is None or head.update.notice is not None:
        return NOBODY
    return watch_of(found.url, runs.get(live_key(found.account.id)), looked_at, on=on)


def _clock(seen_at: datetime, began_at: datetime) -> str:
    seconds = int((seen_at - began_at).total_seconds())
    return f"{seconds // 60}:{seconds % 60:02d}"
