"""The scoreboard: one row for each player, and what each side adds up to.

All figures are the scoreboard's own finals; what a response lacks is None, in sums too.
"""

from __future__ import annotations

from webapp.dota2.domain.analysis.scoreboard.records import Scoreboard, ScoreRow, SideTotal
from webapp.dota2.domain.analysis.scoreboard.rows import kda, row_of, side_total
from webapp.dota2.domain.records import Match

SHORT_S = 300
"""A match shorter than this is one nobody counts (remakes and broken lobbies end so)."""
ABANDONED = 2
"""From this leaver status on a player left for good (OpenDota's `abandons`)."""
FULL = 10
TURBO, ABILITY_DRAFT, ONE_ON_ONE = 23, 18, 21


def scoreboard_of(match: Match) -> Scoreboard:
    """Work out the scoreboard."""
    rows = tuple(row_of(player, match) for player in match.players)
    return Scoreboard(
        rows=rows,
        side_a=side_total("a", rows, match.score_a),
        side_b=side_total("b", rows, match.score_b),
        winner=match.winner,
        parsed=match.parsed,
        oddities=_oddities(match),
        missing=match.missing,
    )


def _oddities(match: Match) -> tuple[str, ...]:
    """Say in plain sentences what makes this match unlike others."""
    left = sum((player.leaver_status or 0) >= ABANDONED for player in match.players)
    found = {
        "No winner is recorded.": match.winner is None,
        "How long this match took is not recorded.": not match.duration_s,
        "This match ended within five minutes.": 0 < match.duration_s < SHORT_S,
        f"{left} of the players abandoned the match.": left > 1,
        "One of the players abandoned the match.": left == 1,
        _few(len(match.players)): len(match.players) < FULL,
        "Turbo: gold and experience come faster than in other modes.": match.game_mode == TURBO,
        "Ability Draft: heroes have abilities of others.": match.game_mode == ABILITY_DRAFT,
        "One against one, in the middle lane.": match.game_mode == ONE_ON_ONE,
    }
    return tuple(sentence for sentence, true in found.items() if true)


def _few(players: int) -> str:
    return "Only one player took part." if players == 1 else f"Only {players} players took part."


__all__ = ["ABANDONED", "ScoreRow", "Scoreboard", "SideTotal", "kda", "scoreboard_of"]
