"""The room's front page: what was analysed last, samples to try, summoners looked at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from webapp.lol.domain.modes import queue_words
from webapp.lol.domain.platforms import PLATFORMS
from webapp.lol.domain.riot_id import RiotId
from webapp.lol.models import LolMatch
from webapp.lol.pages.notice import KeyNotice, key_notice
from webapp.lol.store import accounts, matches
from webapp.matchplay.charts import clock
from webapp.matchroom.door import AnalysedMatch

RECENT: Final = 30
SIDE_NAMES: Final = {"a": "Blue", "b": "Red"}
SAMPLE_TITLES: Final = {
    "EUW1_1": "A close ranked game",
    "EUW1_2": "A comeback, with Atakhan",
    "EUW1_3": "An ARAM",
    "EUW1_4": "An Arena of eight teams",
    "EUW1_5": "A remake",
    "EUW1_6": "A stomp without a timeline",
}


@dataclass(frozen=True, slots=True)
class SummonerLink:
    """Somebody who was looked up."""

    name: str
    tag: str
    platform: str
    url: str
    refreshed_at: datetime | None


@dataclass(frozen=True, slots=True)
class PlatformChoice:
    """A platform to look somebody up on."""

    value: str
    words: str


@dataclass(frozen=True, slots=True)
class IndexPage:
    """The front page of the room."""

    notice: KeyNotice | None
    recent: tuple[AnalysedMatch, ...]
    samples: tuple[AnalysedMatch, ...]
    summoners: tuple[SummonerLink, ...]
    platforms: tuple[PlatformChoice, ...]
    total: int


def index_page() -> IndexPage:
    """Give the front page of the room."""
    return IndexPage(
        notice=key_notice(),
        recent=recent_matches(RECENT),
        samples=sample_matches(),
        summoners=tuple(
            SummonerLink(
                one.name,
                one.tag,
                PLATFORMS[one.platform].words,
                f"/lol/summoners/{one.platform.lower()}/{RiotId(one.name, one.tag).slug}",
                one.refreshed_at,
            )
            for one in accounts.recent_accounts(10)
        ),
        platforms=platform_choices(),
        total=matches.count_matches(),
    )


def platform_choices() -> tuple[PlatformChoice, ...]:
    """Give every platform to choose from."""
    return tuple(PlatformChoice(one.route, one.words) for one in PLATFORMS.values())


def recent_matches(limit: int) -> tuple[AnalysedMatch, ...]:
    """Give the matches analysed last, samples left out."""
    return tuple(_line(row) for row in matches.recent_matches(limit))


def sample_matches() -> tuple[AnalysedMatch, ...]:
    """Give the generated samples."""
    return tuple(_line(row) for row in matches.recent_matches(10, generated=True))


def _line(row: LolMatch) -> AnalysedMatch:
    side: Literal["a", "b", ""] = ""
    if row.winning_side in {"a", "b"}:
        side = "a" if row.winning_side == "a" else "b"
    return AnalysedMatch(
        title=SAMPLE_TITLES.get(row.match_id, f"League {row.match_id}"),
        url=f"/lol/matches/{row.match_id}",
        said=f"{clock(row.duration_s)} · {queue_words(row.queue_id, row.game_mode)}",
        winner=SIDE_NAMES.get(side, ""),
        winner_side=side,
        score=_score(row, side),
        played_at=row.started_at,
        analysed_at=row.saved_at,
    )


def _score(row: LolMatch, side: str) -> str:
    """Write the kills, the winner's first; nothing where there are no two sides."""
    if row.kills_a is None or row.kills_b is None:
        return ""
    first, second = (row.kills_b, row.kills_a) if side == "b" else (row.kills_a, row.kills_b)
    return f"{first}–{second}"


def result_said(row: LolMatch) -> str:
    """Say date, length and result of a match in one line."""
    won = SIDE_NAMES.get(row.winning_side or "")
    result = f"{won} won" if won else "no winner"
    return f"{row.started_at:%-d %b %Y}, {clock(row.duration_s)}, {result}"
