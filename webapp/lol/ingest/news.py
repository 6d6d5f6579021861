"""What was brought about one account, checked for what a row can hold, and kept.

Riot's answers are a stranger's bytes: a number or a name no row can hold is left out.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

import msgspec

from webapp.core.db import utc_now
from webapp.core.upstream_errors import Drifted
from webapp.lol.domain.door import read_match_id
from webapp.lol.domain.platforms import Platform
from webapp.lol.domain.played import Marks, MiniSeries, Rank
from webapp.lol.domain.riot_id import RiotId, read_riot_id
from webapp.lol.domain.summoner.ladder import QUEUES, unranked
from webapp.lol.store import accounts, lives, ranks
from webapp.lol.upstream.replies import Account, LeagueEntry, LiveGame, Mastery, Summoner

LARGEST: Final = 2**31
LATEST_MS: Final = 32_503_680_000_000
WORD: Final = re.compile(r"[A-Z0-9_a-z]{0,40}")
LEAGUE: Final = re.compile(r"[A-Za-z0-9_-]{0,80}")
SERIES: Final = re.compile(r"[WLN]{3,5}")
PUUID: Final = re.compile(r"[A-Za-z0-9_-]{8,128}")


@dataclass(frozen=True, slots=True)
class Look:
    """What Riot told of the game somebody is in: `game` is None when they are in none."""

    game: LiveGame | None


@dataclass(frozen=True, slots=True)
class News:
    """Everything that was brought about one account; `asked` is the Riot ID that was asked for.

    `live` is None where Riot does not show us whether they are in a game.
    """

    platform: Platform
    asked: RiotId
    account: Account
    summoner: Summoner
    ranks: tuple[LeagueEntry, ...]
    mastery: tuple[Mastery, ...]
    match_ids: tuple[str, ...]
    live: Look | None


def checked(account: Account) -> Account:
    """Give an account whose id can be asked and kept; raises Drifted."""
    if not PUUID.fullmatch(account.puuid):
        raise Drifted("Riot’s servers sent an account in a new form.")
    return account


def save_news(news: News) -> uuid.UUID:
    """Keep everything in the caller's transaction; gives our id of the account."""
    told = read_riot_id(f"{news.account.game_name}#{news.account.tag_line}")
    account_id = accounts.save_account(
        news.platform.name,
        told or news.asked,
        news.account.puuid,
        icon=_small(news.summoner.profile_icon_id),
        level=_small(news.summoner.summoner_level),
    )
    ranks.save_ranks(account_id, _ranks(news.ranks))
    ranks.save_marks(account_id, {one.queue_type: _marks(one) for one in news.ranks if _fits(one)})
    accounts.save_mastery(account_id, list(_masteries(news.mastery).values()))
    ids = [found for one in news.match_ids if (found := read_match_id(one))]
    accounts.save_played(account_id, list(dict.fromkeys(ids)))
    if news.live is not None:
        lives.save_live(account_id, live_row(news.live.game))
    accounts.touch(account_id)
    return account_id


def _ranks(told: tuple[LeagueEntry, ...]) -> list[Rank]:
    """Give the ranks told; Riot names no queue somebody is unranked in."""
    named = {one.queue_type for one in told}
    lost = (unranked(queue, utc_now()) for queue in QUEUES if queue not in named)
    return [*(_rank(one) for one in told if _fits(one)), *lost]


def _fits(one: LeagueEntry) -> bool:
    words = all(WORD.fullmatch(word) for word in (one.queue_type, one.tier, one.rank))
    return words and None not in map(_small, (one.league_points, one.wins, one.losses))


def _rank(one: LeagueEntry) -> Rank:
    return Rank(
        one.queue_type,
        utc_now(),
        one.tier,
        one.rank,
        one.league_points,
        one.wins,
        one.losses,
    )


def _marks(one: LeagueEntry) -> Marks:
    league_id = one.league_id if LEAGUE.fullmatch(one.league_id) else ""
    return Marks(
        league_id,
        one.veteran,
        one.inactive,
        one.fresh_blood,
        one.hot_streak,
        _series(one.mini_series),
    )


def _series(told: MiniSeries | None) -> MiniSeries | None:
    """Give the games for promotion; None where there are none, or what is told is no series."""
    if told is None or not SERIES.fullmatch(told.progress):
        return None
    most = len(told.progress)
    fits = all(0 <= number <= most for number in (told.losses, told.target, told.wins))
    return told if fits else None


def _masteries(told: tuple[Mastery, ...]) -> dict[int, dict[str, object]]:
    """Give the rows by champion; the first counts where one comes twice."""
    found: dict[int, dict[str, object]] = {}
    for one in told:
        if None not in map(_small, (one.champion_id, one.champion_level, one.champion_points)):
            found.setdefault(
                one.champion_id,
                {
                    "champion_id": one.champion_id,
                    "level": one.champion_level,
                    "points": one.champion_points,
                    "played_at": _moment(one.last_play_time),
                },
            )
    return found


def _moment(milliseconds: int | None) -> datetime | None:
    if milliseconds is None or not 0 < milliseconds < LATEST_MS:
        return None
    return datetime.fromtimestamp(milliseconds / 1000, UTC)


def live_row(game: LiveGame | None) -> Mapping[str, object] | None:
    """Give a game as a row holds it; one with a NUL in a name is not kept."""
    if game is None:
        return None
    written = msgspec.json.encode(game)
    return None if b"\\u0000" in written else msgspec.json.decode(written)


def _small(number: int | None) -> int | None:
    """Give a number a column can hold."""
    return number if number is not None and 0 <= number < LARGEST else None
