"""Games that went like this one, or plays like the chosen player's, and what they are alike in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from webapp.core.holding import holding
from webapp.lol.domain.modes import queue_words
from webapp.lol.domain.vectors import (
    Play,
    Vector,
    apart_in,
    closest_in,
    curve_apart,
    curve_of,
    plays_of,
)
from webapp.lol.pages.frame import clock, url_of
from webapp.lol.pages.head import SIDE_NAMES
from webapp.lol.pages.sources import Sources
from webapp.lol.store import shapes
from webapp.matchplay.findings import listed

MOST: Final = 5
HELD: Final = 64
FIGURES: Final = {
    "lane gold": "gold at 14:00",
    "lane experience": "XP at 14:00",
    "lane minions": "CS at 14:00",
    "control": "crowd control",
    "help": "healing and shields",
    "minions": "CS",
    "objective damage": "damage to objectives",
    "damage share": "share of damage",
    "damage taken": "share of damage taken",
}
"""Figures whose name by itself says too little."""
SMALL: Final = 30
NO_VECTORS: Final = (
    "Similar games need Postgres’s vector extension, which this site’s database does not have. "
    "Everything else works without it."
)
NO_CURVE: Final = (
    "Only games of ten minutes and more on Summoner’s Rift that somebody won, with a timeline, "
    "can be compared."
)
NO_PLAY: Final = "Only players with a role in a finished game on Summoner’s Rift can be compared."
NO_OTHERS: Final = "No game kept here went like it yet."


@dataclass(frozen=True, slots=True)
class AlikeRow:
    """One game; `percent` is how alike, 100 for the same. `side` won, or is the player's."""

    href: str
    title: str
    side: str
    letters: str
    played_at: datetime
    percent: int
    why: str


@dataclass(frozen=True, slots=True)
class Alike:
    """The nearest games of `games`; `nothing` says why there are none, empty where there are."""

    of_player: bool
    rows: tuple[AlikeRow, ...]
    games: int
    small: bool
    nothing: str


def alike_mark() -> str:
    """Name what is compared with: it changes when a game is kept."""
    return str(shapes.shelf().newest)


def alike_of(loaded: Sources, slot: int | None) -> Alike:
    """Find games like this one, or for a chosen player plays like theirs."""
    return _alike(loaded, slot, alike_mark())


@holding(HELD)
def _alike(loaded: Sources, slot: int | None, _mark: str) -> Alike:
    """Ask once for each state of what is compared with; what was loaded never ages."""
    if not shapes.shelf().has_vectors:
        return _none(NO_VECTORS, of_player=slot is not None)
    board = loaded.slices["scoreboard"]
    if slot is None:
        curve = curve_of(board, loaded.slices["lead"])
        return _games(loaded, curve) if curve else _none(NO_CURVE, of_player=False)
    every = plays_of(board, loaded.slices["score"])
    play = next((one for one in every if one.slot == slot), None)
    return _plays(loaded, play) if play else _none(NO_PLAY, of_player=True)


def _none(why: str, *, of_player: bool) -> Alike:
    return Alike(of_player, (), 0, small=False, nothing=why)


def _games(loaded: Sources, curve: Vector) -> Alike:
    found, count = shapes.games_like(loaded.row.match_id, curve, MOST)
    rows = tuple(_game(one, curve) for one in found if _percent(one.likeness))
    return Alike(False, rows, count, count < SMALL, "" if rows else NO_OTHERS)


def _plays(loaded: Sources, play: Play) -> Alike:
    found, count = shapes.plays_like(loaded.row.match_id, play.role, play.figures, MOST)
    rows = tuple(_play(loaded, one, play) for one in found if _percent(one.likeness))
    return Alike(True, rows, count, count < SMALL, "" if rows else NO_OTHERS)


def _game(one: shapes.NearGame, curve: Vector) -> AlikeRow:
    mean, minute, widest = curve_apart(curve, one.figures)
    won = SIDE_NAMES.get(one.winning_side or "", "Nobody")
    kills = (one.kills_a, one.kills_b) if one.winning_side == "a" else (one.kills_b, one.kills_a)
    score = "" if None in kills else f", {kills[0]} kills to {kills[1]}"
    queue = queue_words(one.queue_id, one.game_mode)
    return AlikeRow(
        href=url_of(one.match_id),
        title=f"{won} won{score}, in {clock(one.duration_s)} ({queue})",
        side=one.winning_side or "",
        letters="",
        played_at=one.started_at,
        percent=_percent(one.likeness),
        why=f"The winners’ lead was {mean:,} gold apart on average, and {widest:,} at most, "
        f"at {minute}:00.",
    )


def _play(loaded: Sources, one: shapes.NearPlay, play: Play) -> AlikeRow:
    champion = loaded.names.champion(one.champion_id, one.champion_name)
    result = {True: "won", False: "lost"}.get(one.won, "") if one.won is not None else ""
    shared = [_word(name) for name in closest_in(play.figures, one.figures)]
    apart = _word(apart_in(play.figures, one.figures)) or "nothing"
    close = f"Closest in {listed(shared)}" if shared else "Close in nothing unusual"
    return AlikeRow(
        href=f"{url_of(one.match_id)}/findings?player={one.slot}",
        title=", ".join(part for part in (champion.name, one.name or "", result) if part),
        side=one.side or "",
        letters=champion.letters,
        played_at=one.started_at,
        percent=_percent(one.likeness),
        why=f"{close}; furthest apart in {apart}.",
    )


def _word(name: str) -> str:
    return FIGURES.get(name, name)


def _percent(likeness: float) -> int:
    return round(100 * max(likeness, 0.0))
