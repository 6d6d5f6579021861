"""The lanes at ten and at fourteen minutes: each player against the one of the same role.

The opponent is the player whose role the match itself gives as the same (`teamPosition`), never
`individualPosition`, which may name nobody or two. Figures are those of the frame nearest to the
mark; a mark the match or its timeline does not reach is absent.
"""

from collections.abc import Sequence
from typing import Final

from webapp.lol.domain.analysis.laning.happened import Happened
from webapp.lol.domain.analysis.laning.records import LaneMark, LanePlayer, LaneVerdict, Laning
from webapp.lol.domain.parse.words import ROLES
from webapp.lol.domain.records import Frames, Match, Player, Timeline

MARKS_S: Final = (600, 840)
EVEN: Final = 0.025
"""A margin below it is even: one is ahead by under 5 % of the other."""
FAR: Final = 1.2
"""The game's own challenge asks for a fifth more gold and a fifth more experience."""
__all__ = [
    "EVEN",
    "FAR",
    "MARKS_S",
    "LaneMark",
    "LanePlayer",
    "LaneVerdict",
    "Laning",
    "bottom_margin",
    "lane_mark",
    "laning_of",
    "verdict_of",
]

_NEAR_S: Final = 31
_DUO: Final = frozenset({"bottom", "support"})


def laning_of(match: Match) -> Laning:
    """Judge every lane whose two players are known, at both marks."""
    if match.timeline is None:
        return Laning(())
    made = (lane_mark(match, match.timeline, at_s) for at_s in MARKS_S)
    return Laning(tuple(one for one in made if one is not None))


def lane_mark(match: Match, told: Timeline, at_s: int) -> LaneMark | None:
    """Judge the lanes at a second, None where there are no pairs or no frame near it."""
    frame = told.frames.nearest(at_s)
    if frame is None or at_s > match.duration_s:
        return None
    frame_s = told.frames.at_s[frame]
    lanes = tuple(
        verdict
        for role in ROLES
        if (verdict := _verdict(role, match, told, frame, at_s)) is not None
    )
    if not lanes or abs(frame_s - at_s) > _NEAR_S:
        return None
    return LaneMark(at_s, frame_s, lanes, bottom_margin(lanes))


def _verdict(role: str, match: Match, told: Timeline, frame: int, at_s: int) -> LaneVerdict | None:
    pair = [_only(match.players, role, side) for side in "ab"]
    if pair[0] is None or pair[1] is None:
        return None
    a = _player(pair[0], pair[1], told, frame, at_s)
    b = _player(pair[1], pair[0], told, frame, at_s)
    if a is None or b is None:
        return None
    return verdict_of(role, a, b)


def verdict_of(role: str, a: LanePlayer, b: LanePlayer) -> LaneVerdict:
    """Judge two opponents."""
    margin = margin_of((a,), (b,))
    winner = "even" if abs(margin) < EVEN else ("a" if margin > 0 else "b")
    return LaneVerdict(role, a, b, winner, margin, far=_far(a, b) or _far(b, a))


def margin_of(a: Sequence[LanePlayer], b: Sequence[LanePlayer]) -> float:
    """Give by how much a is ahead of b, from -1 to 1, in gold and experience alike."""
    shares = []
    for name in ("gold", "xp"):
        own, other = (sum(getattr(one, name) for one in side) for side in (a, b))
        shares.append((own - other) / (own + other) if own + other > 0 else 0.0)
    return sum(shares) / len(shares)


def _far(one: LanePlayer, other: LanePlayer) -> bool:
    return one.gold >= FAR * other.gold > 0 and one.xp >= FAR * other.xp > 0


def bottom_margin(lanes: Sequence[LaneVerdict]) -> float | None:
    """Judge both pairs of the bottom lane together, None where either is unknown."""
    found = [lane for lane in lanes if lane.role in _DUO]
    if len(found) != len(_DUO):
        return None
    return margin_of([lane.a for lane in found], [lane.b for lane in found])


def _only(players: Sequence[Player], role: str, side: str) -> Player | None:
    found = [one for one in players if one.role == role and one.side == side]
    return found[0] if len(found) == 1 else None


def _player(
    player: Player, opponent: Player, told: Timeline, frame: int, at_s: int
) -> LanePlayer | None:
    frames = told.frames
    row = frames.row(player.slot)
    if row is None or not frames.present[row, frame]:
        return None
    events = Happened(told, at_s)
    return LanePlayer(
        slot=player.slot,
        side=player.side or "",
        champion_id=player.champion_id,
        **_state(frames, row, frame),
        kills=events.kills(player.slot),
        deaths=events.deaths(player.slot),
        plates=events.plates(player.slot),
        solo_kills=events.solo(player.slot, opponent.slot),
        solo_deaths=events.solo(opponent.slot, player.slot),
    )


def _state(frames: Frames, row: int, frame: int) -> dict[str, int]:
    return {
        "gold": int(frames.total_gold[row, frame]),
        "xp": int(frames.xp[row, frame]),
        "level": int(frames.level[row, frame]),
        "cs": int(frames.lane_cs[row, frame]) + int(frames.jungle_cs[row, frame]),
        "jungle_cs": int(frames.jungle_cs[row, frame]),
        "damage": int(frames.damage_to_champions[row, frame]),
    }
