"""Everybody's score from 0 to 10, with the parts it is the sum of.

A score is 5 (what is usual for the role) plus one figure for each part; a part can give or take at
most five times its weight, so the sum never leaves 0 to 10. Players are measured against their own
role alone. A part nothing is known of is left out and the others weigh more.
"""

from collections.abc import Mapping
from typing import Final

import msgspec
from msgspec.structs import replace

from webapp.lol.domain import modes
from webapp.lol.domain.analysis.laning import Laning
from webapp.lol.domain.records import Match, Player
from webapp.lol.domain.score import FIGURES, PARTS, SHIPPED, Reference, RoleReference, figures_of
from webapp.lol.domain.score.measure import deviations, standing

USUAL: Final = 5.0
_LEAST_PARTS: Final = 4


class ScoreFigure(msgspec.Struct, frozen=True):
    """One figure of a part: the player's, what is usual, and how many deviations lie between."""

    name: str
    value: float
    usual: float
    deviations: float
    n: int


class ScorePart(msgspec.Struct, frozen=True):
    """What one part gave or took; `weight` is what it weighs among the parts that are known."""

    name: str
    points: float
    weight: float
    figures: tuple[ScoreFigure, ...]


class PlayerScore(msgspec.Struct, frozen=True):
    """One player; `score` is 5 plus all points. `place` is 1 for the best of the match.

    `title` is "mvp" for the best of the winners, "ace" for the best of the losers.
    """

    slot: int
    side: str
    role: str
    champion_id: int
    score: float
    place: int
    title: str | None
    parts: tuple[ScorePart, ...]


class Score(msgspec.Struct, frozen=True):
    """Everybody with a score, by slot; nobody where the mode has no roles.

    `version` names the reference, `games` of how many it was made.
    """

    version: str
    games: int
    players: tuple[PlayerScore, ...]

    def of(self, slot: int) -> PlayerScore | None:
        """Give one player's score, None where there is none."""
        return next((one for one in self.players if one.slot == slot), None)


def score_of(match: Match, laning: Laning, reference: Reference = SHIPPED) -> Score:
    """Score everybody with a role in a match of two sides that was played."""
    if match.mode != modes.RIFT:
        return Score(reference.version, reference.games, ())
    made = [
        scored
        for player in match.players
        if (scored := _player(player, match, laning, reference)) is not None
    ]
    return Score(reference.version, reference.games, _titled(_placed(made), match.winner))


def _player(
    player: Player, match: Match, laning: Laning, reference: Reference
) -> PlayerScore | None:
    usual = reference.role(player.role)
    if usual is None or player.role is None or player.side is None:
        return None
    figures = figures_of(player, match, laning)
    weights = dict(reference.weights)
    found = {part: _known(part, player.role, figures, usual) for part in PARTS}
    known = {part: parts for part, parts in found.items() if parts}
    whole = sum(weights[part] for part in known)
    if len(known) < _LEAST_PARTS or whole <= 0:
        return None
    parts = tuple(
        _part(part, player.role, found, weights[part] / whole) for part, found in known.items()
    )
    score = round(USUAL + sum(part.points for part in parts), 2)
    return PlayerScore(
        player.slot, player.side, player.role, player.champion_id, score, 0, None, parts
    )


def _known(
    part: str, role: str, figures: Mapping[str, float | None], usual: RoleReference
) -> tuple[ScoreFigure, ...]:
    made = []
    for name, away in deviations(figures, FIGURES[role][part], usual).items():
        value, known = figures[name], usual.of(name)
        if value is not None and known is not None:
            made.append(ScoreFigure(name, round(value, 4), known.mean, round(away, 2), known.n))
    return tuple(made)


def _part(part: str, role: str, figures: tuple[ScoreFigure, ...], weight: float) -> ScorePart:
    away = {one.name: one.deviations for one in figures}
    points = USUAL * weight * (standing(away, FIGURES[role][part]) or 0.0)
    return ScorePart(part, round(points, 2), round(weight, 4), figures)


def _placed(made: list[PlayerScore]) -> list[PlayerScore]:
    scores = [one.score for one in made]
    return [replace(one, place=1 + sum(other > one.score for other in scores)) for one in made]


def _titled(made: list[PlayerScore], winner: str | None) -> tuple[PlayerScore, ...]:
    titles: dict[int, str] = {}
    for side in "ab" if winner else "":
        own = [one for one in made if one.side == side]
        if own:
            best = min(own, key=lambda one: (-one.score, one.slot))
            titles[best.slot] = "mvp" if side == winner else "ace"
    return tuple(replace(one, title=titles.get(one.slot)) for one in made)
