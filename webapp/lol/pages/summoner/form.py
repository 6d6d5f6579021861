"""Somebody's newest games as a row of dots by gold a minute, their streak and their sittings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from webapp.lol.domain.catalogue import Catalogue
from webapp.lol.domain.played import Played
from webapp.lol.domain.summoner.sums import Sitting, pace, sittings_of, streak_of
from webapp.lol.pages.summoner.lines import kda_of, result_of

SHOWN: Final = 30
LEAST: Final = 3
HEIGHT: Final = 160
TOP_Y, BOTTOM_Y = 20.0, 130.0
FROM_X, TO_X = 8.0, 96.0
SITTINGS: Final = 6
LONG_STREAK: Final = 3


@dataclass(frozen=True, slots=True)
class Dot:
    """One game; x in per cent, y in pixels."""

    x: float
    y: float
    won: bool
    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Form:
    """The newest games, oldest left; `low` and `high` name the scale's ends."""

    height: int
    title: str
    dots: tuple[Dot, ...]
    low: str
    high: str


@dataclass(frozen=True, slots=True)
class SittingLine:
    """Games played one after another, in words."""

    begun_at: datetime
    games: int
    won: int
    lost: int
    hours: str


def form_of(newest_first: Sequence[Played], names: Catalogue) -> Form | None:
    """Draw the newest games; None when there are too few."""
    told = [(one, gold) for one in newest_first if (gold := pace(one, "gold")) is not None]
    told = list(reversed(told[:SHOWN]))
    if len(told) < LEAST:
        return None
    low, high = min(gold for _, gold in told), max(gold for _, gold in told)
    reach = max(high - low, 1.0)
    step = (TO_X - FROM_X) / max(1, len(told) - 1)
    dots = tuple(
        Dot(
            x=round(FROM_X + place * step, 2),
            y=round(BOTTOM_Y - (gold - low) / reach * (BOTTOM_Y - TOP_Y), 1),
            won=one.won is True,
            text=_text(one, names, gold),
            url=f"/lol/matches/{one.match_id}",
        )
        for place, (one, gold) in enumerate(told)
    )
    title = f"Gold a minute in the last {len(dots)} games, oldest left"
    return Form(HEIGHT, title, dots, f"{low:.0f}", f"{high:.0f} gold / min")


def streak_said(newest_first: Sequence[Played]) -> str:
    """Say a streak worth saying."""
    streak = streak_of(newest_first)
    if streak.length < LONG_STREAK:
        return ""
    return f"{streak.length} {'won' if streak.won else 'lost'} in a row"


def sitting_lines(newest_first: Sequence[Played]) -> tuple[SittingLine, ...]:
    """Give the last sittings."""
    return tuple(_sitting(one) for one in sittings_of(newest_first)[:SITTINGS])


def _sitting(one: Sitting) -> SittingLine:
    minutes = max(1, round((one.ended_at - one.begun_at).total_seconds() / 60))
    hours = f"{minutes // 60} h {minutes % 60:02d} min" if minutes >= 60 else f"{minutes} min"  # noqa: PLR2004 - minutes of an hour
    return SittingLine(one.begun_at, one.games, one.won, one.lost, hours)


def _text(one: Played, names: Catalogue, gold: float) -> str:
    champion = names.champion(one.champion_id, one.champion_name).name
    return f"{champion}, {result_of(one)}, {kda_of(one)}, {gold:.0f} gold a minute"
