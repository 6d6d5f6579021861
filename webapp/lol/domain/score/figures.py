"""The figures a score is made of, each per minute or against the opponent, so that length is out.

Which figures speak for a part differs by role: a support is measured by healing, control and
taking part in kills more than by damage, and never by minions.
"""

import math
from collections.abc import Mapping
from typing import Final

from webapp.lol.domain.analysis.laning import MARKS_S, LaneMark, LanePlayer, Laning
from webapp.lol.domain.analysis.scoreboard.rows import participation
from webapp.lol.domain.analysis.scoreboard.sums import over, rate, share, together
from webapp.lol.domain.records import Match, Player

PARTS: Final = ("laning", "combat", "economy", "objectives", "vision", "survival")

_LANING: Final = {"lane gold": 0.4, "lane experience": 0.4, "lane minions": 0.2}
_VISION: Final = {"vision": 0.6, "control wards": 0.2, "wards cleared": 0.2}
_SURVIVAL: Final = {"deaths": 0.7, "time dead": 0.3}
_OBJECTIVES: Final = {"objective damage": 0.4, "turrets": 0.3, "epic monsters": 0.3}
_CARRY: Final = {
    "laning": _LANING,
    "combat": {"kill participation": 0.35, "damage share": 0.45, "control": 0.1, "help": 0.1},
    "economy": {"gold": 0.6, "minions": 0.4},
    "objectives": _OBJECTIVES,
    "vision": _VISION,
    "survival": _SURVIVAL,
}
FIGURES: Final[Mapping[str, Mapping[str, Mapping[str, float]]]] = {
    "top": _CARRY,
    "jungle": _CARRY,
    "middle": _CARRY,
    "bottom": _CARRY,
    "support": {
        **_CARRY,
        "laning": {"lane gold": 0.5, "lane experience": 0.5},
        "combat": {"kill participation": 0.4, "damage share": 0.1, "control": 0.2, "help": 0.3},
        "economy": {"gold": 1.0},
    },
}
"""By role and part, what each figure weighs within the part."""


def figures_of(player: Player, match: Match, laning: Laning) -> dict[str, float | None]:
    """Give every figure of one player; None for what no body tells."""
    minutes = match.duration_s / 60
    own = together(player, match.players)
    damage = over(own, lambda one: one.damage.to_champions)
    return {
        **_lane(player, laning),
        "kill participation": participation(player, own),
        "damage share": share(player.damage.to_champions, damage),
        "control": rate(player.combat.crowd_control_s, minutes),
        "help": _help(player, minutes),
        "gold": rate(player.farm.gold, minutes),
        "minions": rate(player.farm.cs, minutes),
        "objective damage": rate(player.damage.to_objectives, minutes),
        "turrets": rate(player.taken.turrets, minutes),
        "epic monsters": _epic(player, match),
        "vision": rate(player.sight.score, minutes),
        "control wards": rate(player.sight.control_placed, minutes),
        "wards cleared": rate(player.sight.killed, minutes),
        "deaths": _negative(rate(player.combat.deaths, minutes)),
        "time dead": _negative(share(player.combat.dead_s, match.duration_s)),
    }


def _lane(player: Player, laning: Laning) -> dict[str, float | None]:
    """Give the leads over the opponent at the later mark, as shares of what both have."""
    pair = _pair(player, laning.at(MARKS_S[-1]))
    if pair is None:
        return dict.fromkeys(("lane gold", "lane experience", "lane minions"))
    one, other = pair
    return {
        "lane gold": _ahead(one.gold, other.gold),
        "lane experience": _ahead(one.xp, other.xp),
        "lane minions": float(one.cs - other.cs),
    }


def _pair(player: Player, mark: LaneMark | None) -> tuple[LanePlayer, LanePlayer] | None:
    for lane in mark.lanes if mark else ():
        if player.slot == lane.a.slot:
            return lane.a, lane.b
        if player.slot == lane.b.slot:
            return lane.b, lane.a
    return None


def _ahead(own: int, other: int) -> float:
    return (own - other) / (own + other) if own + other > 0 else 0.0


def _help(player: Player, minutes: float) -> float | None:
    """Give healing and shields on allies per minute, on a scale where a tenfold counts as one."""
    parts = (player.damage.healed_on_allies, player.damage.shielded_on_allies)
    if parts == (None, None) or not minutes:
        return None
    return math.log10(1 + max(sum(part or 0 for part in parts), 0) / minutes)


def _epic(player: Player, match: Match) -> float | None:
    """Give the share of the side's epic monsters the player had a hand in."""
    told = match.timeline
    if told is None or not told.has_events or player.side is None:
        return None
    taken = [one for one in told.monsters if one.side == player.side]
    if not taken:
        return None
    return sum(player.slot in {one.killer, *one.assists} for one in taken) / len(taken)


def _negative(value: float | None) -> float | None:
    """Turn a figure round of which less is better."""
    return None if value is None else -value
