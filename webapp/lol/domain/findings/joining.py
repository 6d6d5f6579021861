"""Rules about taking part: a hand in the side's kills, against what is usual for the role."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from webapp.lol.domain.analysis.score import PlayerScore, ScoreFigure
from webapp.lol.domain.findings.material import OTHER, SIDE_NAMES, Material
from webapp.matchplay.charts import clock
from webapp.matchplay.findings import Finding

LEAST_AWAY: Final = 0.8
"""In deviations from what is usual: about one player in five on each end."""
KILL_GOLD: Final = 300
PERHAPS: Final = 0.3
"""A kill without somebody may be a kill of a good split push; it is no fault by itself."""


@dataclass(frozen=True, slots=True)
class _Gap:
    first: int
    last: int
    kills: int


def participation(material: Material) -> Iterator[Finding]:
    """Find who had a hand in far more or fewer of the side's kills than is usual for the role."""
    for player in material.score.players:
        figure = _figure(player)
        if figure is not None and abs(figure.deviations) >= LEAST_AWAY:
            yield _hand(material, player, figure)


def _figure(player: PlayerScore) -> ScoreFigure | None:
    every = (figure for part in player.parts for figure in part.figures)
    return next((one for one in every if one.name == "kill participation"), None)


def _hand(material: Material, player: PlayerScore, figure: ScoreFigure) -> Finding:
    kills = sum(one.kills or 0 for one in material.scoreboard.sides if one.side == player.side)
    away = abs(figure.value - figure.usual) * kills
    more = figure.value > figure.usual
    side = player.side if more else OTHER[player.side]
    gap = None if more else _gap(material, player.slot, player.side)
    at_s = gap.first if gap else 0
    return Finding(
        rule="participation-more" if more else "participation-less",
        at_s=at_s,
        to_s=gap.last if gap else material.duration_s,
        side=side,
        slots=(player.slot,),
        sentence=f"{material.name(player.slot)} had a hand in {100 * figure.value:.0f} % of the "
        f"{kills} kills of {SIDE_NAMES[player.side]}; {100 * figure.usual:.0f} % is usual for the "
        f"role, by {figure.n} players.",
        detail=_longest(gap),
        evidence="/combat",
        worth=round(KILL_GOLD * away),
        points=material.of(
            side, at_s or material.duration_s // 2, kills=away, gold=KILL_GOLD * away
        ),
        confidence=PERHAPS,
    )


def _longest(gap: _Gap | None) -> str:
    if gap is None:
        return "Over the whole match."
    return f"The most in a row without: {gap.kills} from {clock(gap.first)} to {clock(gap.last)}."


def _gap(material: Material, slot: int, side: str) -> _Gap | None:
    """Find the longest row of the side's kills the player had no hand in."""
    own = [one for one in material.events.kills if one.side == side]
    marks = [-1, *(n for n, one in enumerate(own) if slot in {one.killer, *one.assists}), len(own)]
    first, last = max(pairwise(marks), key=lambda pair: pair[1] - pair[0])
    row = own[first + 1 : last]
    return _Gap(row[0].at_s, row[-1].at_s, len(row)) if len(row) > 1 else None
